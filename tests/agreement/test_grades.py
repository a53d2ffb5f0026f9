"""Credibility from 1 to 6 and reliability from A to F."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.agreement import grade_source, judge_credibility
from musnad.model import (
    Flag,
    Independence,
    Oddity,
    Reliability,
    SourceEdge,
    SourceGraph,
    SourceKind,
    SourceNode,
    SourceRecord,
)

LAUNDERED = Flag(Oddity.HEDGE_LAUNDERING, ("a",), "")


def counted(least: int, most: int, root: SourceKind = SourceKind.PERSON, *flags: Flag) -> Independence:
    nodes = (SourceNode("page", SourceKind.PAGE, "بريد الساحل"), SourceNode("root", root, "مصدر"))
    graph = SourceGraph(nodes, (SourceEdge("page", "root", ("a",)),), ("root",), ())
    return Independence(least, most, graph, (), flags=flags)


NOBODY = Independence(0, 0, SourceGraph((), (), (), ()), ())


@pytest.mark.parametrize(
    ("affirmed", "denied", "grade"),
    [
        (NOBODY, None, 6),
        (counted(2, 2), None, 1),
        (counted(2, 3), NOBODY, 1),
        (counted(2, 2, SourceKind.PERSON, LAUNDERED), None, 2),
        (counted(2, 2), counted(1, 1, SourceKind.ANON), 2),
        (counted(1, 2), None, 2),
        (counted(1, 1), None, 3),
        (counted(1, 1, SourceKind.ANON), None, 4),
        (counted(1, 1, SourceKind.PERSON, LAUNDERED), None, 4),
        (counted(2, 2), counted(1, 1), 4),
        (counted(1, 1), counted(2, 2), 5),
        (counted(1, 1, SourceKind.UNKNOWN), None, 6),
    ],
)
def test_the_grade_of_credibility(affirmed: Independence, denied: Independence | None, grade: int) -> None:
    judged = judge_credibility(affirmed, denied)
    assert judged.credibility == grade
    assert judged.credibility_reasons


@given(st.integers(0, 1), st.integers(1, 9))
def test_nothing_is_confirmed_by_fewer_than_two_chains(least: int, most: int) -> None:
    assert judge_credibility(counted(least, most)).credibility > 1


@pytest.mark.parametrize(
    ("right", "wrong", "grade"),
    [
        (0, 0, Reliability.F),
        (4, 0, Reliability.F),
        (5, 0, Reliability.C),
        (9, 0, Reliability.B),
        (25, 0, Reliability.A),
        (24, 0, Reliability.B),
        (88, 12, Reliability.B),
        (5, 5, Reliability.F),
        (2, 9, Reliability.D),
        (0, 9, Reliability.E),
    ],
)
def test_the_grade_of_reliability(right: int, wrong: int, grade: Reliability) -> None:
    assert grade_source(SourceRecord(right, wrong)) is grade


@given(st.integers(5, 60), st.integers(0, 60))
def test_one_more_right_never_lowers_a_grade_that_was_given(right: int, wrong: int) -> None:
    order = "EDFCBA"
    before, after = (grade_source(SourceRecord(number, wrong)) for number in (right, right + 1))
    assert order.index(after) >= order.index(before)


@pytest.mark.parametrize(
    ("given", "grade"),
    [("B", "B"), ("BBD", "B"), ("AC", "C"), ("F", "F"), ("FA", "A")],
)
def test_the_grade_that_people_gave_comes_before_the_count(given: str, grade: str) -> None:
    assert grade_source(SourceRecord(1, 1), [Reliability(letter) for letter in given]) == grade
