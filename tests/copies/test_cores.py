"""A family is what has a core in common: pages of two wires, drifting texts and lent passages join nothing."""

import random
from collections.abc import Sequence

from copy_reports import prose, report
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.copies import CopyFinder, arrival_of, find_copies
from musnad.model import CopyRelation, Report

Groups = set[frozenset[str]]


def families(reports: Sequence[Report]) -> Groups:
    return {frozenset(family.members) for family in find_copies(reports)[1]}


def families_as_they_come(reports: Sequence[Report]) -> Groups:
    arrivals = {each.id: arrival_of(each) for each in reports}
    finder = CopyFinder(arrivals.__getitem__)
    for arrival in arrivals.values():
        finder.add([arrival])
    return {frozenset(members) for members in finder.families()}


def words(text: str, first: int, end: int) -> str:
    return " ".join(text.split()[first:end])


def test_a_page_that_prints_two_wires_joins_one_family_alone() -> None:
    one, other = prose(90, 1), prose(80, 2)
    prints = [report(f"one{number}", f"{one} {prose(4, 10 + number)}") for number in range(3)]
    prints += [report(f"other{number}", f"{other} {prose(4, 20 + number)}") for number in range(2)]
    both = report("both", f"{one}\n{other}")
    assert families([*prints, both]) == {
        frozenset({"one0", "one1", "one2", "both"}),
        frozenset({"other0", "other1"}),
    }
    pairs = find_copies([*prints, both])[0]
    assert any({pair.left, pair.right} == {"other0", "both"} for pair in pairs)


def test_of_two_wires_printed_once_and_the_page_with_both_no_family_has_both() -> None:
    one, other = prose(80, 3), prose(80, 4)
    found = families([report("one", one), report("other", other), report("both", f"{one}\n{other}")])
    assert not any({"one", "other"} <= family for family in found)


def test_a_page_of_two_wires_that_is_printed_twice_has_the_prints_of_one() -> None:
    one, other = prose(100, 60), prose(100, 61)
    prints = [report(f"one{number}", f"{words(one, 0, 90)} {prose(30, 62 + number)}") for number in range(2)]
    prints += [report(f"other{number}", f"{words(other, 0, 90)} {prose(30, 70 + number)}") for number in range(3)]
    pages = [report(f"both{number}", f"{one}\n{other}") for number in range(2)]
    assert families([*prints, *pages]) == {
        frozenset({"other0", "other1", "other2", "both0", "both1"}),
        frozenset({"one0", "one1"}),
    }


def test_a_lent_passage_makes_a_pair_and_no_family() -> None:
    lent = prose(40, 5)
    reports = [report(f"r{number}", f"{prose(90, 30 + number)} {lent}") for number in range(3)]
    pairs, found = find_copies(reports)
    assert found == ()
    assert {(pair.one_origin, pair.relation) for pair in pairs} == {(True, CopyRelation.PARTIAL)}
    assert len(pairs) == 3


def test_texts_that_drift_from_copy_to_copy_are_not_one_family() -> None:
    whole = prose(400, 6)
    reports = [report(f"r{step}", words(whole, 45 * step, 45 * step + 100)) for step in range(6)]
    for family in families(reports):
        assert len(family) <= 3
        assert max(int(name[1:]) for name in family) - min(int(name[1:]) for name in family) <= 2


def test_a_page_of_many_items_is_no_print_of_one() -> None:
    wire = prose(80, 7)
    page = report("page", "\n".join([wire, *(prose(80, 40 + number) for number in range(5))]))
    assert families([report("a", wire), report("b", wire), page]) == {frozenset({"a", "b"})}


def test_one_outlet_that_tells_new_things_with_one_background_prints_no_text_twice() -> None:
    background = prose(80, 80)
    bodies = {name: f"{prose(40, seed)} {background}" for name, seed in (("a", 81), ("b", 82))}
    of_one = [report(name, body, outlet="صحيفة الضفة") for name, body in bodies.items()]
    of_two = [report(name, body, outlet=f"صحيفة {name}") for name, body in bodies.items()]
    assert families(of_one) == set()
    assert families(of_two) == {frozenset("ab")}
    again = [report(name, f"{background} {prose(30, 83)}", outlet="صحيفة الضفة") for name in "ab"]
    assert families(again) == {frozenset("ab")}


def test_short_and_long_prints_of_one_wire_are_one_family() -> None:
    wire = prose(300, 8)
    prints = [report(f"r{number}", words(wire, 0, end)) for number, end in enumerate((300, 300, 150, 60, 40))]
    assert families(prints) == {frozenset(f"r{number}" for number in range(5))}


def test_a_print_with_much_of_its_own_is_of_the_family() -> None:
    wire = prose(100, 9)
    own = report("own", f"{wire} {prose(100, 50)}")
    assert families([report("a", wire), report("b", wire), own]) == {frozenset({"a", "b", "own"})}


FORMS = 6


def printed(number: int, story: int, form: int) -> Report:
    """Return a print of a story's text: whole, cut, with own words, with another story's text, in part, among many."""
    wire, other = prose(90, 300 + story), prose(90, 300 + (story + 1) % 4)
    own = prose(120, 400 + number)
    body = (
        wire,
        words(wire, 0, 50),
        f"{wire} {words(own, 0, 60)}",
        f"{wire}\n{other}",
        f"{own} {words(wire, 0, 35)}",
        "\n".join([wire, other, own, prose(120, 500 + number)]),
    )[form]
    return report(f"r{number}", body)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, FORMS - 1)), min_size=2, max_size=14),
    st.randoms(use_true_random=False),
)
def test_families_do_not_depend_on_the_order_nor_on_coming_one_by_one(
    kinds: list[tuple[int, int]], shuffle: random.Random
) -> None:
    reports = [printed(number, story, form) for number, (story, form) in enumerate(kinds)]
    expected = families(reports)
    shuffled = reports[:]
    shuffle.shuffle(shuffled)
    assert families_as_they_come(shuffled) == families(shuffled) == expected
