"""Compares the numbers of two statements: what is counted, and whether the intervals meet."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from musnad.agreement.amounts import DURATION, Figure
from musnad.agreement.statements import Statement
from musnad.model import Amount, Span

# A month is 28 to 31 days, a year 12 of them.
_LOOSE = 1.07


class Fit(StrEnum):
    """How two intervals stand to each other."""

    SAME = "same"
    NARROWER = "narrower"
    WIDER = "wider"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class FigurePair:
    """Two numbers of one thing, and how they fit."""

    left: Figure
    right: Figure
    fit: Fit


def compare_figures(left: Statement, right: Statement, people: frozenset[str]) -> tuple[FigurePair, ...]:
    """Return the pairs of numbers that count one thing; each number is used once, those that meet first.

    `people` are nouns for persons: where each side counts persons but once, they are the same ones.
    """
    candidates = [_of_one_unit(one, other) for one in left.figures for other in right.figures if _one_thing(one, other)]
    persons = [[figure for figure in side.figures if figure.unit in people] for side in (left, right)]
    if all(len(found) == 1 for found in persons):
        if _may_be_one(persons[0][0], persons[1][0]):
            candidates.append((persons[0][0], persons[1][0]))
        else:
            candidates = [pair for pair in candidates if not pair[0].role]  # dead soldiers, dead rebels
    candidates.sort(key=lambda pair: _fit(pair[0].amount, pair[1].amount) is Fit.APART)
    return tuple(_each_once(candidates))


def _may_be_one(one: Figure, other: Figure) -> bool:
    """Tell whether the persons may be the same ones: soldiers are no rebels, and either may be dead."""
    return not (one.senses and other.senses) or bool(one.senses & other.senses)


def _of_one_unit(one: Figure, other: Figure) -> tuple[Figure, Figure]:
    """Return the two, lengths of time told in months and in years as intervals: they meet where they may be one."""
    if DURATION not in (one.unit, other.unit) or one.amount.unit == other.amount.unit:
        return one, other
    widened = [
        replace(each, amount=replace(each.amount, least=each.amount.least / _LOOSE, most=each.amount.least * _LOOSE))
        for each in (one, other)
    ]
    return widened[0], widened[1]


def _each_once(candidates: list[tuple[Figure, Figure]]) -> Iterator[FigurePair]:
    used: set[tuple[str, Span, str, str]] = set()
    for one, other in candidates:
        keys = {("left", one.span, one.role, one.unit), ("right", other.span, other.role, other.unit)}
        if not keys & used:
            used |= keys
            yield FigurePair(one, other, _fit(one.amount, other.amount))


def _one_thing(left: Figure, right: Figure) -> bool:
    if left.role or right.role:
        return left.role == right.role
    if not left.unit or not right.unit:
        return False
    return left.unit == right.unit or bool(left.senses & right.senses)


def _fit(left: Amount, right: Amount) -> Fit:
    """Return how the left interval stands to the right one."""
    left_most = float("inf") if left.most is None else left.most
    right_most = float("inf") if right.most is None else right.most
    if (left.least, left_most) == (right.least, right_most):
        return Fit.SAME
    if left.least > right_most or right.least > left_most:
        return Fit.APART
    return Fit.NARROWER if left_most - left.least < right_most - right.least else Fit.WIDER


def tell_amount(amount: Amount) -> str:
    """Return the interval in words of a reason: 7, 20 to 25, at least 3."""
    if amount.most is None:
        return f"at least {amount.least:g}"
    return f"{amount.least:g}" if amount.least == amount.most else f"{amount.least:g} to {amount.most:g}"
