"""Lays out the chains of a proposition: pages on one side, each source a step further, circles in one step."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from musnad.model import Independence, SourceKind, SourceNode

STEP = 210
"""From one step of the chain to the next; a label of three lines of twenty letters fits between."""
ROW = 104
_MARGIN_X, _MARGIN_Y = 105, 58
_SWEEPS = 6


@dataclass(frozen=True, slots=True)
class Spot:
    """A node where it is drawn; `copies` are the pages folded into it beyond the first."""

    node: SourceNode
    x: float
    y: float
    is_common: bool
    is_circular: bool
    is_root: bool

    @property
    def copies(self) -> int:
        """Return how many pages are folded into this one."""
        return max(0, len(self.node.members) - 1)


@dataclass(frozen=True, slots=True)
class Tie:
    """The holder has it from the source: as one who denies or affirms, perhaps in a circle."""

    holder: str
    source: str
    denies: bool
    is_circular: bool
    assertions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """The chains of those who affirm and of those who deny, with the size of the picture."""

    spots: tuple[Spot, ...]
    ties: tuple[Tie, ...]
    width: float
    height: float


def lay_out(affirmed: Independence, denied: Independence, *, mirrored: bool) -> Drawing:
    """Return where each node stands, the pages on the left, or on the right where the picture is `mirrored`."""
    sides = (affirmed, denied)
    nodes = {node.id: node for side in sides for node in side.graph.nodes}
    circles = [set(circle) for side in sides for circle in side.graph.circles]
    circular = set().union(*circles)
    common = {side.common_link for side in sides}
    roots = {root for side in sides for root in side.graph.roots}
    ties = [
        Tie(edge.holder, edge.source, side is denied, _in_one(edge.holder, edge.source, circles), edge.assertions)
        for side in sides
        for edge in side.graph.edges
    ]
    steps = _steps(nodes, [tie for tie in ties if not tie.is_circular], circles)
    rows = _rows(steps, ties)
    depth = max(steps.values(), default=0)
    tallest = max((len(row) for row in rows.values()), default=1)
    spots = []
    for step, row in rows.items():
        above = (tallest - len(row)) * ROW / 2
        for place, name in enumerate(row):
            across = depth - step if mirrored else step
            spots.append(
                Spot(
                    nodes[name],
                    _MARGIN_X + across * STEP,
                    _MARGIN_Y + above + place * ROW,
                    name in common,
                    name in circular,
                    name in roots,
                )
            )
    return Drawing(tuple(spots), tuple(ties), 2 * _MARGIN_X + depth * STEP, 2 * _MARGIN_Y + (tallest - 1) * ROW)


def _in_one(holder: str, source: str, circles: Iterable[set[str]]) -> bool:
    return any(holder in circle and source in circle for circle in circles)


def _steps(nodes: Mapping[str, SourceNode], ties: Sequence[Tie], circles: Sequence[set[str]]) -> dict[str, int]:
    """Return how many steps each node is from the pages at most; those of a circle stand in one step."""
    steps = dict.fromkeys(nodes, 0)
    steps.update({name: 1 for name, node in nodes.items() if node.kind is not SourceKind.PAGE})
    for _ in range(len(nodes)):  # the longest way has no more steps than there are nodes
        moved = False
        for tie in ties:
            if steps[tie.source] <= steps[tie.holder]:
                steps[tie.source], moved = steps[tie.holder] + 1, True
        for circle in circles:
            furthest = max(steps[name] for name in circle if name in steps)
            for name in circle & steps.keys():
                moved |= steps[name] != furthest
                steps[name] = furthest
        if not moved:
            break
    return steps


def _rows(steps: Mapping[str, int], ties: Sequence[Tie]) -> dict[int, list[str]]:
    """Return the nodes of each step in an order in which few ties cross: each near the middle of its neighbours."""
    rows: dict[int, list[str]] = defaultdict(list)
    for name, step in steps.items():
        rows[step].append(name)
    neighbours: dict[str, list[str]] = defaultdict(list)
    for tie in ties:
        neighbours[tie.holder].append(tie.source)
        neighbours[tie.source].append(tie.holder)
    for sweep in range(_SWEEPS):
        heights = {name: place - len(row) / 2 for row in rows.values() for place, name in enumerate(row)}
        for step in sorted(rows, reverse=bool(sweep % 2)):
            middles = {name: _middle(name, neighbours, heights) for name in rows[step]}
            rows[step].sort(key=lambda name, middles=middles: (middles[name], name))  # type: ignore[misc]
            heights |= {name: place - len(rows[step]) / 2 for place, name in enumerate(rows[step])}
    return dict(sorted(rows.items()))


def _middle(name: str, neighbours: Mapping[str, Sequence[str]], heights: Mapping[str, float]) -> float:
    near = [heights[each] for each in neighbours[name]]
    return sum(near) / len(near) if near else heights[name]
