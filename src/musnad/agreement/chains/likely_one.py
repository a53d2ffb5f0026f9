"""Says which roots of one proposition may be one source under two descriptions, which decides the fewest chains."""

from musnad.agreement.chains.source_graph import Drawing
from musnad.agreement.identities import Source
from musnad.model import Anonymity, SourceKind

_GENERAL = frozenset({None, Anonymity.SOURCE, Anonymity.OTHER})
"""What any unnamed source may be called."""
_OFFICIALS = frozenset({Anonymity.OFFICIAL, Anonymity.MILITARY, Anonymity.SECURITY, Anonymity.DIPLOMAT})
_STATE_VOICES = _OFFICIALS | {Anonymity.SOURCE}
_SHORTEST_NAME = 5  # letters of a name that begins another one by more than chance
_NAMED = frozenset({SourceKind.PERSON, SourceKind.ORG, SourceKind.GROUP, SourceKind.DOCUMENT})


def merge_likely(drawing: Drawing) -> list[list[int]]:
    """Return the roots that may be one, by node: the best described first, each into the first group that it fits."""
    roots = [
        number
        for number, node in enumerate(drawing.nodes)
        if not node.sources and (node.source.kind in _NAMED or node.source.kind is SourceKind.ANON)
    ]
    roots.sort(key=lambda number: (-_detail(drawing.nodes[number].source), drawing.nodes[number].key))
    groups: list[list[int]] = []
    for root in roots:
        source = drawing.nodes[root].source
        for group in groups:
            if all(_may_be_one(source, drawing.nodes[other].source) for other in group):
                group.append(root)
                break
        else:
            groups.append([root])
    return [group for group in groups if len(group) > 1]


def tells_nothing(source: Source) -> bool:
    """Tell whether an unnamed source may be anybody, a named one too: مصدر مطلع."""
    undescribed = source.country is None and source.body is None
    return source.kind is SourceKind.ANON and undescribed and source.anonymity in _GENERAL


def _detail(source: Source) -> int:
    if source.kind is not SourceKind.ANON:
        return len(source.words)
    return (source.country is not None) + (source.body is not None) + (source.anonymity not in _GENERAL)


def _may_be_one(left: Source, right: Source) -> bool:
    """Tell whether two roots may be one: unnamed ones that fit, or names of which one holds the other's words.

    A state may be a ministry of its, or an unnamed official: Moscow says what its foreign ministry said.
    """
    if left.state is not None and left.state == right.state and (left.is_state or right.is_state):
        return all(side.kind is not SourceKind.ANON or side.anonymity in _STATE_VOICES for side in (left, right))
    if left.kind is SourceKind.ANON and right.kind is SourceKind.ANON:
        return (
            _fit_class(left.anonymity, right.anonymity)
            and _fit(left.country, right.country)
            and _fit(left.body, right.body)
        )
    if left.kind is SourceKind.ANON or right.kind is SourceKind.ANON:
        return False
    if left.key is None or right.key is None:  # الوزير، تقرير سري
        return left.kind is right.kind or SourceKind.DOCUMENT not in {left.kind, right.kind}
    if left.kind is not right.kind or not left.words or not right.words:
        return False
    # عبدربه and عبد ربه منصور هادي: words are joined here and apart there.
    shorter, longer = sorted(("".join(side.words).replace("ال", "") for side in (left, right)), key=len)
    one, other = set(left.words), set(right.words)
    return one <= other or other <= one or (len(shorter) >= _SHORTEST_NAME and longer.startswith(shorter))


def _fit(left: str | None, right: str | None) -> bool:
    return left is None or right is None or left == right


def _fit_class(left: Anonymity | None, right: Anonymity | None) -> bool:
    """Tell whether two descriptions fit: alike, or one general, or an official who is an officer or a diplomat."""
    if left in _GENERAL or right in _GENERAL or left is right:
        return True
    return Anonymity.OFFICIAL in {left, right} and {left, right} <= _OFFICIALS
