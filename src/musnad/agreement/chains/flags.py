"""Flags what is odd about the way in which words travelled: in a circle, against time, or losing their doubt."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from musnad.agreement.chains.source_graph import Drawing
from musnad.agreement.chains.source_index import SourceIndex
from musnad.model import Assertion, EventStatus, Flag, Hedge, Oddity, Report, SourceKind

_DOUBT = {Hedge.NONE: 0, Hedge.PROBABLE: 1, Hedge.POSSIBLE: 2}


def find_flags(
    drawing: Drawing, circles: Sequence[Sequence[int]], assertions: Sequence[Assertion], index: SourceIndex
) -> tuple[Flag, ...]:
    """Return the circles, the citations of what was not yet published, and the doubts that were lost on the way."""
    by_id = {assertion.id: assertion for assertion in assertions}
    own = _own_assertions(drawing, index, by_id)
    flags = [_circular(drawing, circle) for circle in circles]
    for number, node in enumerate(drawing.nodes):
        if node.source.kind is SourceKind.PAGE:
            flags += _lost_in_copies(node.source.label, own[number], by_id, index)
            if number in drawing.makers:
                continue  # its outlet cites for it
        for source, by in sorted(node.sources.items()):
            if drawing.nodes[source].source.kind in {SourceKind.OUTLET, SourceKind.AGENCY} and own[source]:
                names = (node.source.label, drawing.nodes[source].source.label)
                flags += _inverted(names, by, own[source], by_id, index)
                flags += _laundered(names, by, own[source], by_id, index)
    return tuple(dict.fromkeys(flags))


def _own_assertions(drawing: Drawing, index: SourceIndex, by_id: dict[str, Assertion]) -> dict[int, list[str]]:
    """Return for each outlet's node the assertions on pages of its own, and for each text's node those in it."""
    own: dict[int, list[str]] = defaultdict(list)
    reports = {member: text for text in drawing.texts for member in drawing.nodes[text].members}
    for name in sorted(by_id):
        report = by_id[name].report
        outlet = index.outlet(report)
        number = drawing.find(outlet.key) if outlet is not None and outlet.key else None
        if number is not None:
            own[number].append(name)
        own[reports[report]].append(name)
    return own


def _circular(drawing: Drawing, circle: Sequence[int]) -> Flag:
    inside = set(circle)
    by = sorted(
        {
            name
            for number in circle
            for source, names in drawing.nodes[number].sources.items()
            if source in inside
            for name in names
        }
    )
    labels = [drawing.nodes[n].source.label for n in circle if drawing.nodes[n].source.kind is not SourceKind.PAGE]
    return Flag(Oddity.CIRCULAR, tuple(by), f"{' and '.join(labels)} cite each other")


def _inverted(
    names: tuple[str, str], by: Sequence[str], own: Sequence[str], by_id: dict[str, Assertion], index: SourceIndex
) -> list[Flag]:
    """Flag each assertion published before everything that its source published on the matter."""
    holder, source = names
    flags = []
    for name in by:
        report = index.reports[by_id[name].report]
        others = [other for other in own if by_id[other].report != report.id]
        if others and all(_is_before(report, index.reports[by_id[other].report]) for other in others):
            reason = f"{holder} published before {source}, whom it names as its source"
            flags.append(Flag(Oddity.TIME_INVERSION, (name, *others), reason))
    return flags


def _is_before(left: Report, right: Report) -> bool:
    """Tell whether one report was surely published before the other: on an earlier day, or earlier on one day."""
    one = left.article.published if left.article else None
    other = right.article.published if right.article else None
    if one is None or other is None:
        return False
    if one.has_time and other.has_time and (one.value.tzinfo is None) == (other.value.tzinfo is None):
        return one.value < other.value
    return _day(one.value) < _day(other.value)


def _day(moment: datetime) -> int:
    return moment.toordinal()


def _laundered(
    names: tuple[str, str], by: Sequence[str], own: Sequence[str], by_id: dict[str, Assertion], index: SourceIndex
) -> list[Flag]:
    """Flag assertions without doubt whose source, on all pages of its own, told it with doubt."""
    doubtful = [name for name in own if _doubt(by_id[name], index)]
    certain = [name for name in by if not _doubt(by_id[name], index) and name not in own]
    if not certain or not doubtful or len(doubtful) < len(own):
        return []
    holder, source = names
    reason = f"{source} told it as uncertain, {holder} tells it as certain"
    return [Flag(Oddity.HEDGE_LAUNDERING, (*certain, *doubtful), reason)]


def _lost_in_copies(label: str, own: Sequence[str], by_id: dict[str, Assertion], index: SourceIndex) -> list[Flag]:
    """Flag copies of a text that leave out the doubt that its first print has."""
    reports = sorted({by_id[name].report for name in own})
    if len(reports) < 2:
        return []
    family = index.family_of(reports[0])
    first = family.origin if family is not None else None
    doubtful = [name for name in own if by_id[name].report == first and _doubt(by_id[name], index)]
    certain = [name for name in own if by_id[name].report != first and not _doubt(by_id[name], index)]
    if not doubtful or not certain or any(by_id[n].report == first and not _doubt(by_id[n], index) for n in own):
        return []
    reason = f"the first print of the text of {label} tells it as uncertain, a copy as certain"
    return [Flag(Oddity.HEDGE_LAUNDERING, (*certain, *doubtful), reason)]


def _doubt(assertion: Assertion, index: SourceIndex) -> int:
    """Return how much doubt the words keep: 0 none, 1 probable, 2 possible."""
    claim = index.claim(assertion.report, assertion.claim) if assertion.claim else None
    if claim is not None:
        return _DOUBT[claim.hedge]
    report = index.reports[assertion.report]
    event = next((event for event in report.events if event.id == assertion.happening), None)
    return _DOUBT[Hedge.POSSIBLE] if event is not None and event.status is EventStatus.HYPOTHETICAL else 0
