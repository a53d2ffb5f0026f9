"""Sets denials against accusations of one party and of one matter; what only points is of what stands before."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from musnad.agreement.charges.anchors import Anchors, Filed

# Weights of anchors; set on charges of 420 articles on six disputed matters and 110 on one more.
_TELLING = 0.8  # a deed that is told by so much is known by itself
_SHARED = 0.8
_SHARED_AROUND = 1.3
_SHARED_BESIDE = 0.3  # of an accusation of the same party right beside it
_FEWEST = 2
_NEAR = timedelta(days=8)
_LONGEST = timedelta(days=90)
_MOST = 24  # accusations looked at under one anchor
_BACK, _AHEAD = 3, 2  # sentences within which a denial that only points goes with an accusation


@dataclass(frozen=True, slots=True)
class Opposed:
    """An accusation and a denial of one matter, with how sure that is and what they share."""

    accusation: Filed
    denial: Filed
    score: float
    shared: tuple[str, ...]


def oppose(filed: Iterable[Filed]) -> list[Opposed]:
    """Return each denial with the accusations that it is of, the surest first; the denials in order of time.

    Accusations are looked up by who is accused and what the deed is known by, so that the cost grows with their number.
    """
    ordered = sorted(filed, key=lambda each: each.order)
    accusations = [each for each in ordered if not each.charge.denies]
    index = _Index(accusations)
    found = []
    for denial in ordered:
        if denial.charge.denies and not denial.charge.is_fact:
            found += sorted(_against(denial, index), key=lambda one: (-one.score, one.accusation.order))
    return found


class _Index:
    """Accusations by who is accused and an anchor, and by who is accused and the report."""

    def __init__(self, accusations: Sequence[Filed]) -> None:
        self._by_anchor: dict[tuple[str, str], list[Filed]] = defaultdict(list)
        self._by_report: dict[tuple[str, str], list[Filed]] = defaultdict(list)
        for each in accusations:
            for key in sorted(each.charge.accused):
                self._by_report[key, each.report].append(each)
                for anchor in {**each.around, **each.own}:
                    self._by_anchor[key, anchor].append(each)
        self._days = {key: [_day(each) for each in held] for key, held in self._by_anchor.items()}

    def in_report(self, denial: Filed) -> list[Filed]:
        """Return the accusations of the same party in the same report."""
        return [each for key in sorted(denial.charge.accused) for each in self._by_report.get((key, denial.report), ())]

    def under(self, denial: Filed, anchors: Anchors) -> list[Filed]:
        """Return the accusations of the same party that share an anchor, those nearest in time of each."""
        found: dict[int, Filed] = {}
        for key in sorted(denial.charge.accused):
            for anchor in anchors:
                held = self._by_anchor.get((key, anchor), [])
                if len(held) > _MOST:
                    at = bisect_left(self._days[key, anchor], _day(denial))
                    held = held[max(0, at - _MOST // 2) : at + _MOST // 2]
                found.update((id(each), each) for each in held)
        return list(found.values())


def _day(filed: Filed) -> datetime:
    return filed.published.replace(tzinfo=None) if filed.published else datetime.max


def _against(denial: Filed, index: _Index) -> list[Opposed]:
    is_told = _told(denial.own) >= _TELLING
    near = index.in_report(denial)
    if denial.charge.deed is None:
        # What only points is of what stands before it.
        return [made for each in near if (made := _weigh(denial, each, is_told=False)) is not None]
    candidates = {id(each): each for each in (*near, *index.under(denial, denial.own if is_told else denial.around))}
    found = []
    for accusation in candidates.values():
        made = _weigh(denial, accusation, is_told=is_told)
        if made is not None:
            found.append(made)
    return found


def _told(anchors: Anchors) -> float:
    return sum(weight for weight, _ in anchors.values())


def _weigh(denial: Filed, accusation: Filed, *, is_told: bool) -> Opposed | None:
    """Return the two as opposed where they are of one matter."""
    if denial.charge.speaker & accusation.charge.speaker:
        return None
    if denial.report == accusation.report and denial.charge.span.overlaps(accusation.charge.span):
        return None
    if accusation.charge.rule == "does":
        return _of_deed(denial, accusation)
    both_told = is_told and _told(accusation.own) >= _TELLING
    left = denial.own if is_told else denial.around
    right = accusation.own if _told(accusation.own) >= _TELLING else accusation.around
    shared = _common(left, right)
    weight = _told(shared)
    is_near = _apart(denial, accusation) <= _NEAR
    if denial.report == accusation.report:
        steps = denial.charge.sentence - accusation.charge.sentence
        beside = -_AHEAD <= steps <= _BACK or accusation.charge.sentence == 0
        if not is_told and beside:
            return _opposed(accusation, denial, 3.0 + weight - 0.3 * min(abs(steps), 8), shared)
        if is_told and beside and weight >= _SHARED_BESIDE:
            return _opposed(accusation, denial, 2.5 + weight, shared)
        if weight >= (_SHARED if is_told else _SHARED_AROUND):
            return _opposed(accusation, denial, 2.0 + weight, shared)
        return None
    if not is_near and not (_apart(denial, accusation) <= _LONGEST and _names_one(shared)):
        return None
    if weight < (_SHARED if both_told else _SHARED_AROUND):
        return None
    if len(shared) < _FEWEST and not _names_one(shared):
        return None  # chemical arms alone: of many deeds
    return _opposed(accusation, denial, weight, shared)


def _of_deed(denial: Filed, accusation: Filed) -> Opposed | None:
    """Return the two as opposed where a page tells as done the very deed that is denied."""
    shared = _common(denial.own, accusation.own)
    is_deed = any(key[:2] == "d:" for key in shared) and len(shared) > 1 and denial.charge.rule != "denies-aim"
    if denial.report != accusation.report or not is_deed:
        return None
    return _opposed(accusation, denial, 1.0 + _told(shared), shared)


def _opposed(accusation: Filed, denial: Filed, score: float, shared: Anchors) -> Opposed:
    told = sorted(shared, key=lambda key: (-shared[key][0], key))
    return Opposed(accusation, denial, score, tuple(dict.fromkeys(shared[key][1] for key in told)))


def _common(one: Anchors, other: Anchors) -> Anchors:
    return {key: min(told, other[key]) for key, told in one.items() if key in other}


def _names_one(shared: Iterable[str]) -> bool:
    """Tell whether a person or a named happening is among what both share."""
    return any(key[:2] == "p:" for key in shared)


def _apart(one: Filed, other: Filed) -> timedelta:
    if one.published is None or other.published is None:
        return timedelta(0)
    return abs(one.published.replace(tzinfo=None) - other.published.replace(tzinfo=None))
