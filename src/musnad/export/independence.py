"""Tells an independence in words: how many chains, through whom, why, and what is odd about them."""

from collections.abc import Iterator
from typing import Any

from musnad.export.display import clip, counted
from musnad.model import Independence, Oddity, SourceKind, SourceNode

CREDIBILITY = {
    1: "confirmed by independent sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "cannot be judged",
}
"""The words of the Admiralty scale."""
ODDITIES = {
    Oddity.CIRCULAR: "circular reporting",
    Oddity.TIME_INVERSION: "cites what was not yet published",
    Oddity.HEDGE_LAUNDERING: "a doubt was lost on the way",
}
_KINDS = {
    SourceKind.ANON: "unnamed",
    SourceKind.UNKNOWN: "not told who",
    SourceKind.UTTERANCE: "words quoted alike",
    SourceKind.DOCUMENT: "document",
}
_LONGEST = 60
_MOST_BRANCHES = 40
Branch = tuple[int, str, str]
"""A line of the tree of sources: its depth, who it is, and what is said of it."""


def count_words(independence: Independence) -> str:
    """Return the count in words: 2 independent chains; 1 to 3 independent chains."""
    if independence.least == independence.most:
        return counted(independence.most, "independent chain")
    return f"{independence.least} to {counted(independence.most, 'independent chain')}"


def independence_lines(independence: Independence) -> list[str]:
    """Return why the count is what it is, the credibility that follows, and each flag, a line each."""
    if independence.most == 0:
        return list(independence.reasons)
    grade = f"credibility {independence.credibility}, {CREDIBILITY[independence.credibility]}"
    why = "; ".join(independence.credibility_reasons)
    flags = [f"{ODDITIES[flag.oddity]}: {flag.reason}" for flag in independence.flags]
    return [*independence.reasons, f"{grade}: {why}" if why else grade, *flags]


def source_branches(independence: Independence) -> list[Branch]:
    """Return the tree from the roots to the pages, a source above those who have it from there.

    Whoever has it from several stands under each; what is under a source is told once: a circle ends where it closes.
    """
    graph = independence.graph
    nodes = {node.id: node for node in graph.nodes}
    holders: dict[str, list[str]] = {}
    for edge in graph.edges:
        holders.setdefault(edge.source, []).append(edge.holder)
    in_circles = [circle[0] for circle in graph.circles]
    starts = dict.fromkeys([*graph.roots, *in_circles])
    told: set[str] = set()
    branches: list[Branch] = []
    for start in starts:
        if start not in told:
            branches += _branches(start, nodes, holders, told)
    return branches[:_MOST_BRANCHES]


def _branches(
    start: str, nodes: dict[str, SourceNode], holders: dict[str, list[str]], told: set[str]
) -> Iterator[Branch]:
    waiting = [(0, start)]
    while waiting:
        depth, name = waiting.pop()
        node = nodes[name]
        below = sorted(holders.get(name, ()), key=lambda each: (nodes[each].kind, nodes[each].label, each))
        # An outlet and its only page, which goes by its name, are one line.
        pages = [each for each in below if nodes[each].kind is SourceKind.PAGE and nodes[each].label == node.label]
        about = [_KINDS[node.kind]] if node.kind in _KINDS else []
        about += [counted(len(members), "page") for members in [_members(node, pages, nodes)] if members]
        if name in told:
            yield depth, clip(node.label, length=_LONGEST), "as above"
            continue
        told |= {name, *pages}
        yield depth, clip(node.label, length=_LONGEST), ", ".join(about)
        waiting += [(depth + 1, each) for each in reversed(below) if each not in pages]


def _members(node: SourceNode, pages: list[str], nodes: dict[str, SourceNode]) -> set[str]:
    return {member for each in (node, *(nodes[page] for page in pages)) for member in each.members}


def independence_record(independence: Independence) -> dict[str, Any]:
    """Return the independence as the JSON of a dossier has it."""
    graph = independence.graph
    return {
        "least": independence.least,
        "most": independence.most,
        "reasons": list(independence.reasons),
        "common_link": independence.common_link,
        "credibility": independence.credibility,
        "credibility_reasons": list(independence.credibility_reasons),
        "flags": [
            {"oddity": flag.oddity, "assertions": list(flag.assertions), "reason": flag.reason}
            for flag in independence.flags
        ],
        "nodes": [
            {
                "id": node.id,
                "kind": node.kind,
                "label": node.label,
                "anonymity": node.anonymity,
                "members": list(node.members),
            }
            for node in graph.nodes
        ],
        "edges": [
            {"holder": edge.holder, "source": edge.source, "assertions": list(edge.assertions)} for edge in graph.edges
        ],
        "roots": list(graph.roots),
        "circles": [list(circle) for circle in graph.circles],
    }
