"""Work on parts of the data gives what work on all of it gives; parcels stay packed until they are opened."""

import pickle
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.spreading import InTurn, Parcel, connect, cut, pack, shard_of


def lengths_by_shard(words: Sequence[str]) -> list[list[int]]:
    pieces: list[list[int]] = [[] for _ in range(3)]
    for word in words:
        pieces[shard_of((word,), 3)].append(len(word))
    return pieces


def test_a_shuffle_brings_the_pieces_of_a_shard_together_in_the_order_of_the_parts() -> None:
    parts = [("alif", "ba"), ("ta",), ("alif",)]
    found = InTurn(3).shuffle(lengths_by_shard, lambda pieces: [length for piece in pieces for length in piece], parts)
    assert sorted(length for lengths in found for length in lengths) == [2, 2, 4, 4]
    assert found[shard_of(("alif",), 3)].count(4) == 2


def test_each_keeps_the_order() -> None:
    assert InTurn(4).each(len, ["a", "bbb", "cc"]) == [1, 3, 2]


@given(st.lists(st.integers()), st.integers(1, 9))
def test_cut_runs_join_to_the_whole(members: list[int], parts: int) -> None:
    runs = cut(members, parts)
    assert [member for run in runs for member in run] == members
    assert len(runs) <= parts
    assert all(runs)


def test_members_that_share_a_key_through_others_are_one_group() -> None:
    keys = {1: ("a",), 2: ("b",), 3: ("b", "c"), 4: ("a", "d"), 5: (), 6: ("c",)}
    assert connect(keys) == [[1, 4], [2, 3, 6], [5]]


@given(st.lists(st.lists(st.integers(), min_size=1, max_size=5)), st.integers(1, 4))
def test_packed_lots_hold_every_group_once(groups: list[list[int]], parts: int) -> None:
    lots = pack(groups, parts)
    assert len(lots) <= parts
    assert sorted(list(group) for lot in lots for group in lot) == sorted(groups)


def test_a_parcel_that_went_through_two_processes_opens_to_its_value() -> None:
    parcel = Parcel({"خبر": (1, 2)})
    passed_on = pickle.loads(pickle.dumps(pickle.loads(pickle.dumps(parcel))))
    assert passed_on.open() == parcel.open() == {"خبر": (1, 2)}


def test_a_parcel_is_not_unpacked_by_who_passes_it_on() -> None:
    parcel = Parcel(Burst())
    passed_on = pickle.loads(pickle.dumps(parcel))
    with pytest.raises(ZeroDivisionError):
        passed_on.open()


class Burst:
    """Something that cannot be unpacked."""

    def __reduce__(self) -> tuple[object, tuple[int, int]]:
        return divmod, (1, 0)
