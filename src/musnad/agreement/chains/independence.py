"""Counts the independent chains behind one proposition, between the fewest and the most that the words allow."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from musnad.agreement.chains.disjoint import common_nodes, components_of, contract, count_disjoint_paths
from musnad.agreement.chains.flags import find_flags
from musnad.agreement.chains.grades import judge_credibility
from musnad.agreement.chains.likely_one import merge_likely, tells_nothing
from musnad.agreement.chains.source_graph import Drawing, Node, draw_sources, node_id
from musnad.agreement.chains.source_index import SourceIndex
from musnad.agreement.identities import Source
from musnad.model import (
    Assertion,
    CopyFamily,
    CopyPair,
    Entity,
    Independence,
    Naming,
    Report,
    SourceEdge,
    SourceGraph,
    SourceKind,
    SourceNode,
)

_SHOWN = 5
_OUTLETS = frozenset({SourceKind.OUTLET, SourceKind.PAGE})


@dataclass(frozen=True, slots=True)
class _Ends:
    """Where chains end, by component: the roots, those of them that may be any other's, and the circles."""

    component: list[int]
    successors: list[list[int]]
    roots: list[int]
    vague: frozenset[int]
    circles: list[list[int]]


def count_independent(
    assertions: Sequence[Assertion],
    reports: Mapping[str, Report],
    families: Sequence[CopyFamily],
    pairs: Sequence[CopyPair],
    entities: Sequence[Entity],
    namings: Sequence[Naming],
) -> Independence:
    """Return how many independent chains stand behind assertions of one polarity, with who has it from whom.

    For many propositions over the same reports build one SourceIndex and use `count_chains`.
    """
    here = {assertion.report for assertion in assertions}
    index = SourceIndex()
    index.add(
        {report: reports[report] for report in sorted(here)},
        (family for family in families if not here.isdisjoint(family.members)),
        (pair for pair in pairs if pair.left in here or pair.right in here),
        entities,
        (naming for naming in namings if naming.report in here),
    )
    return count_chains(assertions, index)


@dataclass(frozen=True, slots=True)
class ChainCounter:
    """Counts the independent chains behind assertions by an index."""

    index: SourceIndex

    def __call__(self, assertions: Sequence[Assertion]) -> Independence:
        """Return how many independent chains stand behind the assertions."""
        return count_chains(assertions, self.index)

    def among(self, reports: Iterable[str]) -> "ChainCounter":
        """Return a counter for assertions of these reports alone, which is small enough to be sent elsewhere."""
        return ChainCounter(self.index.part(reports))


def count_chains(assertions: Sequence[Assertion], index: SourceIndex) -> Independence:
    """Return how many independent chains stand behind the assertions; the cost depends on them alone.

    A chain leads from a page to a root. `most` is the greatest number of chains without a node in common; `least`
    the same where unnamed sources that fit are one person, and who names no source has it from one of the others.
    """
    if not assertions:
        return Independence(0, 0, SourceGraph((), (), (), ()), ("nobody says so",))
    drawing = draw_sources(assertions, index)
    ends = _ends(drawing)
    starts = [ends.component[text] for text in drawing.texts]
    most = count_disjoint_paths(ends.successors, starts, ends.roots)
    merged = merge_likely(drawing)
    least = min(most, max(1, _count_merged(ends, starts, merged)))
    graph = _graph(drawing, ends)
    common = _common_link(drawing, ends, starts)
    reasons = _reasons(drawing, ends, merged, (least, most), common)
    counted = Independence(
        least,
        most,
        graph,
        reasons,
        node_id(drawing.nodes[common].key) if common is not None else None,
        find_flags(drawing, ends.circles, assertions, index),
    )
    return judge_credibility(counted)


# -- circles and roots ---------------------------------------------------------------------------


def _ends(drawing: Drawing) -> _Ends:
    component = components_of(drawing.successors)
    successors = contract(drawing.successors, component)
    members: list[list[int]] = [[] for _ in successors]
    for number, of in enumerate(component):
        members[of].append(number)
    roots = [number for number, followers in enumerate(successors) if not followers]
    vague = frozenset(root for root in roots if len(members[root]) > 1 or _is_vague(drawing.nodes[members[root][0]]))
    circles = [sorted(group) for group in members if len(group) > 1]
    return _Ends(component, successors, roots, vague, sorted(circles))


def _is_vague(node: Node) -> bool:
    """Tell whether the root may be any other or have it from there: untold, just "a source", an outlet that names none.

    An agency's own voice counts as its reporting, and so does that of an outlet that others name as their source.
    """
    kind = node.source.kind
    is_silent = kind in _OUTLETS and bool(node.speaks) and not node.cited
    return is_silent or kind is SourceKind.UNKNOWN or tells_nothing(node.source)


# -- least: what may be one ----------------------------------------------------------------------


def _count_merged(ends: _Ends, starts: Sequence[int], merged: Iterable[Sequence[int]]) -> int:
    group = list(range(len(ends.successors)))
    for numbers in merged:
        for number in numbers:
            group[ends.component[number]] = ends.component[numbers[0]]
    told = [group[root] for root in ends.roots if root not in ends.vague]
    return count_disjoint_paths(contract(ends.successors, group), [group[start] for start in starts], told)


# -- the common link -----------------------------------------------------------------------------


def _common_link(drawing: Drawing, ends: _Ends, starts: Sequence[int]) -> int | None:
    """Return the node that all chains pass, the one nearest to the origin; None for pages, words and circles."""
    members: dict[int, list[int]] = {}
    for number, of in enumerate(ends.component):
        members.setdefault(of, []).append(number)
    for common in reversed(common_nodes(ends.successors, starts, ends.roots)):
        first = members[common][0]
        if len(members[common]) == 1 and drawing.nodes[first].source.kind not in {
            SourceKind.PAGE,
            SourceKind.UTTERANCE,
            SourceKind.UNKNOWN,
        }:
            return first
    return None


# -- what is told --------------------------------------------------------------------------------


def _graph(drawing: Drawing, ends: _Ends) -> SourceGraph:
    ids = [node_id(node.key) for node in drawing.nodes]
    nodes = tuple(
        SourceNode(ids[number], node.source.kind, node.source.label, node.source.anonymity, node.members)
        for number, node in enumerate(drawing.nodes)
    )
    edges = tuple(
        SourceEdge(ids[number], ids[source], tuple(dict.fromkeys(by)))
        for number, node in enumerate(drawing.nodes)
        for source, by in sorted(node.sources.items())
    )
    roots = tuple(ids[number] for number, node in enumerate(drawing.nodes) if not node.sources)
    circles = tuple(tuple(ids[number] for number in circle) for circle in ends.circles)
    return SourceGraph(nodes, edges, roots, circles)


def _reasons(
    drawing: Drawing, ends: _Ends, merged: Sequence[Sequence[int]], counts: tuple[int, int], common: int | None
) -> tuple[str, ...]:
    least, most = counts
    nodes = drawing.nodes
    pages = len({member for text in drawing.texts for member in nodes[text].members})
    reasons = [f"{_counted(pages, 'page')}, {_counted(len(drawing.texts), 'text')} apart from copies"]
    reasons += [
        f"{_counted(len(nodes[text].members), 'page')} print one text: counted once"
        for text in drawing.texts
        if len(nodes[text].members) > 1
    ]
    reasons += [
        f"{' and '.join(nodes[n].source.label for n in circle if nodes[n].source.kind is not SourceKind.PAGE)}"
        " cite each other: counted once"
        for circle in ends.circles
    ]
    told = [
        number for number, node in enumerate(nodes) if not node.sources and ends.component[number] not in ends.vague
    ]
    if told:
        reasons.append(f"goes back to {_listed(drawing, told)}")
    if least < most:
        reasons += [
            f"{' and '.join(nodes[number].source.label for number in group[:4])} may be one source" for group in merged
        ]
        circular = {ends.component[circle[0]] for circle in ends.circles}
        open_roots = [
            n for n, node in enumerate(nodes) if not node.sources and ends.component[n] in ends.vague - circular
        ]
        if open_roots:
            reasons.append(f"{_listed(drawing, open_roots)} may have it from another source, or be one")
    if common is not None:
        reasons.append(f"all chains pass through {_described(nodes[common].source)}")
    return tuple(reasons)


def _listed(drawing: Drawing, numbers: Sequence[int]) -> str:
    labels = [drawing.nodes[number].source.label for number in numbers]
    more = f" and {len(labels) - _SHOWN} more" if len(labels) > _SHOWN else ""
    return ", ".join(labels[:_SHOWN]) + more


def _described(source: Source) -> str:
    unnamed = source.kind is SourceKind.ANON
    return f"one unnamed source: {source.label}" if unnamed else source.label


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
