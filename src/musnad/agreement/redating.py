"""Resolves relative dates in copies against the date of the original: a reprint's "today" is the first print's."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from musnad.model import (
    Anchor,
    CopyFamily,
    CopyPair,
    Event,
    PassageLabel,
    Report,
    Span,
    TimeExpression,
    Transfer,
)

_CARRIED = frozenset({PassageLabel.VERBATIM, PassageLabel.EDITED, PassageLabel.SHARED_QUOTATION})
Happening = TypeVar("Happening", Event, Transfer)


@dataclass(frozen=True, slots=True)
class _Carried:
    """A passage as the copy and as the origin have it."""

    copy: Span
    origin: Span


def redate_copies(
    reports: Mapping[str, Report], families: Sequence[CopyFamily], pairs: Sequence[CopyPair]
) -> dict[str, Report]:
    """Return the reports, those of copies with the dates that their originals give to the same words.

    A time that is no calendar date and stands in a copied passage means what the same words mean in the original. So
    do the dates of events and transfers told there. A copy published before its original stays as it is.
    """
    passages = _passages(reports, {member: family for family in families for member in family.members}, pairs)
    redated = dict(reports)
    for (copy, origin), carried in sorted(passages.items()):
        if _is_later(reports[copy], reports[origin]):
            redated[copy] = _redate(redated[copy], reports[origin], carried)
    return redated


def _passages(
    reports: Mapping[str, Report], families: Mapping[str, CopyFamily], pairs: Iterable[CopyPair]
) -> dict[tuple[str, str], list[_Carried]]:
    """Return the passages that a copy has from the first print of its family, or from a report outside it, by both."""
    passages: dict[tuple[str, str], list[_Carried]] = defaultdict(list)
    for pair in pairs:
        family = families.get(pair.left)
        is_inside = family is not None and family is families.get(pair.right)
        first = family.origin if family is not None and is_inside else pair.origin
        for copy, origin, is_left in ((pair.left, pair.right, True), (pair.right, pair.left, False)):
            if first != origin or copy not in reports or origin not in reports:
                continue
            passages[copy, origin] += [
                _Carried(*((passage.left, passage.right) if is_left else (passage.right, passage.left)))
                for passage in pair.passages
                if passage.label in _CARRIED
            ]
    return {both: sorted(found, key=lambda carried: carried.copy) for both, found in passages.items() if found}


def _is_later(copy: Report, origin: Report) -> bool:
    """Tell whether the origin's date is known, and the copy's is not, or is of a later day."""
    one = copy.article.published if copy.article else None
    other = origin.article.published if origin.article else None
    return other is not None and (one is None or one.value.toordinal() > other.value.toordinal())


def _redate(copy: Report, origin: Report, carried: Sequence[_Carried]) -> Report:
    if copy.article is None or origin.article is None:
        return copy
    texts = (copy.article.text, origin.article.text)
    times = _matched(copy.times, origin.times, carried, lambda time, side: (time.span, time.span.of(texts[side])))
    events = _matched(
        copy.events,
        origin.events,
        carried,
        lambda event, side: (event.trigger, (event.type, event.trigger.of(texts[side]))),
    )
    transfers = _matched(
        copy.transfers,
        origin.transfers,
        carried,
        lambda deal, side: (deal.item, (deal.stage, deal.item.of(texts[side]))),
    )
    return replace(
        copy,
        times=tuple(_dated(time, times.get(place)) for place, time in enumerate(copy.times)),
        events=tuple(_happened(event, events.get(place)) for place, event in enumerate(copy.events)),
        transfers=tuple(_happened(deal, transfers.get(place)) for place, deal in enumerate(copy.transfers)),
    )


_Found = TypeVar("_Found", TimeExpression, Event, Transfer)


def _matched(
    mine: Sequence[_Found],
    others: Sequence[_Found],
    carried: Sequence[_Carried],
    words_of: Callable[[_Found, int], tuple[Span, Hashable]],
) -> dict[int, _Found]:
    """Return, by place, the counterpart in the origin: the same words, as often before them in the same passage."""
    found: dict[int, _Found] = {}
    for passage in carried:
        there: dict[Hashable, list[_Found]] = defaultdict(list)
        for other in others:
            span, words = words_of(other, 1)
            if passage.origin.contains(span):
                there[words].append(other)
        for place, own in enumerate(mine):
            span, words = words_of(own, 0)
            if passage.copy.contains(span) and there[words]:
                found.setdefault(place, there[words].pop(0))
    return found


def _dated(time: TimeExpression, counterpart: TimeExpression | None) -> TimeExpression:
    if counterpart is None or not counterpart.resolved or (time.anchor is Anchor.CALENDAR and time.resolved):
        return time
    return replace(time, earliest=counterpart.earliest, latest=counterpart.latest)


def _happened(happening: Happening, counterpart: Happening | None) -> Happening:
    if counterpart is None or (counterpart.earliest is None and counterpart.latest is None):
        return happening
    return replace(happening, earliest=counterpart.earliest, latest=counterpart.latest)
