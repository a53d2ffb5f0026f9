"""Grades information from 1 to 6 and sources from A to F on the Admiralty scale, apart, each with what it stands on."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from musnad.model import Independence, Oddity, Reliability, SourceKind, SourceRecord

_NAMED = frozenset({SourceKind.PERSON, SourceKind.ORG, SourceKind.GROUP, SourceKind.DOCUMENT, SourceKind.AGENCY})
_CHAINS_THAT_CONFIRM = 2
_FEWEST_JUDGED = 5
_Z = 1.645  # of the 90 % interval
# Least share of right among judged: usually right is three in four, and "completely" leaves one in ten to chance.
_A, _B, _C = 0.90, 0.75, 0.50
_D, _E = 0.50, 0.25


def judge_credibility(affirmed: Independence, denied: Independence | None = None) -> Independence:
    """Return the count with its credibility, 1 to 6 (US Army FM 2-22.3, appendix B), and what that was derived from.

    `denied` counts those who say the opposite. The grade says how far reports bear each other out, not what is true.
    """
    grade, *reasons = _credibility(affirmed, denied)
    return replace(affirmed, credibility=int(grade), credibility_reasons=tuple(map(str, reasons)))


def _credibility(affirmed: Independence, denied: Independence | None) -> tuple[int | str, ...]:
    if affirmed.most == 0:
        return 6, "nobody says so"
    against = denied.most if denied is not None else 0
    named = _named_roots(affirmed)
    if against and denied is not None:
        comparable = bool(_named_roots(denied)) or not named
        if denied.least > affirmed.most:
            return 5, f"chains against it: {denied.least} at least, for it: {affirmed.most} at most"
        if comparable:
            return (
                4,
                "a source of comparable standing denies or contradicts it",
                f"chains against it: {against} at most",
            )
    doubt = " and ".join(str(flag.oddity).replace("_", " ") for flag in affirmed.flags)
    if affirmed.least >= _CHAINS_THAT_CONFIRM:
        if any(flag.oddity is Oddity.HEDGE_LAUNDERING for flag in affirmed.flags):
            return 2, f"{affirmed.least} independent chains, but what was uncertain is told as certain"
        if against:
            return 2, f"{affirmed.least} independent chains, denied by unnamed sources alone"
        return 1, f"{affirmed.least} independent chains at least, nobody of comparable standing denies it"
    if not named and not _told_roots(affirmed):
        why = "nobody outside the circle is named" if affirmed.graph.circles else "no page names a source"
        return 6, why
    odd = f", and {doubt}" if doubt else ""
    if not named:
        return 4, f"goes back to sources that are unnamed, or that name none{odd}"
    if doubt:
        return 4, f"one independent chain for certain{odd}"
    if affirmed.most >= _CHAINS_THAT_CONFIRM:
        return 2, f"{affirmed.most} independent chains at most, one for certain, and nobody denies it"
    return 3, "one independent chain, to a named source, and nobody of comparable standing denies it"


def _named_roots(counted: Independence) -> list[str]:
    roots = set(counted.graph.roots)
    return [n.id for n in counted.graph.nodes if n.id in roots and n.kind in _NAMED and n.anonymity is None]


def _told_roots(counted: Independence) -> list[str]:
    """Return the roots that some page names or describes: no page itself, no untold source."""
    roots = set(counted.graph.roots)
    nodes = {node.id: node for node in counted.graph.nodes}
    labels = {node.id: node.label for node in counted.graph.nodes if node.kind is SourceKind.PAGE}
    # A page goes by its outlet's name: the edge between the two tells who published it, and names no source.
    told = {
        edge.source
        for edge in counted.graph.edges
        if edge.source in roots and labels.get(edge.holder) != nodes[edge.source].label
    }
    return sorted(root for root in told if nodes[root].kind is not SourceKind.UNKNOWN)


def grade_source(record: SourceRecord, given: Sequence[Reliability] = ()) -> Reliability:
    """Return the reliability of a source, A to F: what people gave it, else by how often it was right; first F.

    Of several grades `given` the commonest counts, of as common ones the lower; F gives none. Of those found right the
    share is taken as its 90 % interval (Wilson, JASA 1927): A from .90 at the lower end, B .75, C .50; E up to .25 at
    the upper end, D .50; F for fewer than five, or where the interval leaves it open.
    """
    counts = Counter(grade for grade in given if grade is not Reliability.F)
    if counts:
        return max(counts, key=lambda grade: (counts[grade], grade.value))
    judged = record.right + record.wrong
    if judged < _FEWEST_JUDGED:
        return Reliability.F
    low, high = _wilson(record.right, judged)
    for floor, grade in ((_A, Reliability.A), (_B, Reliability.B), (_C, Reliability.C)):
        if low >= floor:
            return grade
    for ceiling, grade in ((_E, Reliability.E), (_D, Reliability.D)):
        if high <= ceiling:
            return grade
    return Reliability.F


def _wilson(right: int, judged: int) -> tuple[float, float]:
    share, z_squared = right / judged, _Z * _Z
    middle = share + z_squared / (2 * judged)
    width = _Z * (share * (1 - share) / judged + z_squared / (4 * judged * judged)) ** 0.5
    scale = 1 + z_squared / judged
    return (middle - width) / scale, (middle + width) / scale
