"""Groups join pair by pair, and never what must stay apart."""

from hypothesis import given
from hypothesis import strategies as st

from musnad.entities.unions import Groups

PAIRS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20)


def test_a_union_that_would_bring_two_together_that_must_stay_apart_is_refused() -> None:
    groups = Groups("abc", apart=[("a", "c")])
    assert groups.join("a", "b")
    assert not groups.join("b", "c")
    assert sorted(map(sorted, groups.all())) == [["a", "b"], ["c"]]


@given(PAIRS, PAIRS)
def test_no_group_ever_holds_a_pair_that_must_stay_apart(
    unions: list[tuple[int, int]], apart: list[tuple[int, int]]
) -> None:
    kept = [(left, right) for left, right in apart if left != right]
    groups = Groups(range(10), kept)
    for left, right in unions:
        groups.join(left, right)
    assert all(groups.head(left) != groups.head(right) for left, right in kept)
    assert sorted(member for group in groups.all() for member in group) == list(range(10))
