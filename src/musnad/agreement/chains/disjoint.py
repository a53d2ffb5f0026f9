"""Works on small directed graphs of numbered nodes: circles, disjoint paths, and nodes that all paths pass."""

from collections import deque
from collections.abc import Iterable, Sequence

Successors = Sequence[Sequence[int]]
"""For each node, the nodes that its edges lead to."""


def components_of(successors: Successors) -> list[int]:
    """Return for each node the number of its strongly connected component (Tarjan, SIAM J. Comput. 1972)."""
    count = len(successors)
    order, low, component = [0] * count, [0] * count, [-1] * count
    stack: list[int] = []
    clock = found = 0
    for start in range(count):
        if order[start]:
            continue
        clock += 1
        order[start] = low[start] = clock
        stack.append(start)
        walk = [(start, iter(successors[start]))]
        while walk:
            node, rest = walk[-1]
            for follower in rest:
                if not order[follower]:
                    clock += 1
                    order[follower] = low[follower] = clock
                    stack.append(follower)
                    walk.append((follower, iter(successors[follower])))
                    break
                if component[follower] < 0:
                    low[node] = min(low[node], order[follower])
            else:
                walk.pop()
                if walk:
                    low[walk[-1][0]] = min(low[walk[-1][0]], low[node])
                if low[node] == order[node]:
                    while component[node] < 0:
                        component[stack.pop()] = found
                    found += 1
    return component


def contract(successors: Successors, group: Sequence[int]) -> list[list[int]]:
    """Return the graph whose nodes are the groups: nodes of one group become one, edges inside a group vanish."""
    joined: list[set[int]] = [set() for _ in range(max(group, default=-1) + 1)]
    for node, followers in enumerate(successors):
        joined[group[node]].update(group[follower] for follower in followers)
    return [sorted(followers - {node}) for node, followers in enumerate(joined)]


def count_disjoint_paths(successors: Successors, starts: Iterable[int], ends: Iterable[int]) -> int:
    """Return the greatest number of paths from `starts` to `ends` no two of which share a node.

    By Menger's theorem this is a maximum flow with unit capacities on the nodes; it is found by Dinic's algorithm
    (Soviet Math. Dokl. 1970), in O(edges * sqrt(nodes)) on such a network.
    """
    return _Flow(successors, starts, ends).run()


class _Flow:
    """A unit network: node n is entered at 2n and left at 2n + 1, so that one path alone can pass it."""

    def __init__(self, successors: Successors, starts: Iterable[int], ends: Iterable[int]) -> None:
        count = len(successors)
        self.source, self.sink = 2 * count, 2 * count + 1
        self.arcs: list[list[int]] = [[] for _ in range(2 * count + 2)]
        self.heads: list[int] = []
        self.room: list[int] = []
        for node in range(count):
            self._join(2 * node, 2 * node + 1)
            for follower in successors[node]:
                self._join(2 * node + 1, 2 * follower)
        for start in sorted(set(starts)):
            self._join(self.source, 2 * start)
        for end in sorted(set(ends)):
            self._join(2 * end + 1, self.sink)

    def run(self) -> int:
        """Return the value of the greatest flow."""
        total = 0
        while self._level():
            self.next_arc = [0] * len(self.arcs)
            while self._push():
                total += 1
        return total

    def _join(self, tail: int, head: int) -> None:
        self.arcs[tail].append(len(self.heads))
        self.arcs[head].append(len(self.heads) + 1)
        self.heads += (head, tail)
        self.room += (1, 0)

    def _level(self) -> bool:
        """Number the nodes by their distance from the source; tell whether the sink can still be reached."""
        self.level = [-1] * len(self.arcs)
        self.level[self.source] = 0
        queue = deque([self.source])
        while queue:
            node = queue.popleft()
            for arc in self.arcs[node]:
                if self.room[arc] and self.level[self.heads[arc]] < 0:
                    self.level[self.heads[arc]] = self.level[node] + 1
                    queue.append(self.heads[arc])
        return self.level[self.sink] >= 0

    def _push(self) -> bool:
        """Send one unit along a shortest path, if there is one left."""
        path: list[int] = []
        node = self.source
        while node != self.sink:
            arc = self._open_arc(node)
            if arc is not None:
                path.append(arc)
                node = self.heads[arc]
            elif path:
                node = self.heads[path.pop() ^ 1]
                self.next_arc[node] += 1
            else:
                return False
        for arc in path:
            self.room[arc] -= 1
            self.room[arc ^ 1] += 1
        return True

    def _open_arc(self, node: int) -> int | None:
        arcs = self.arcs[node]
        while self.next_arc[node] < len(arcs):
            arc = arcs[self.next_arc[node]]
            if self.room[arc] and self.level[self.heads[arc]] == self.level[node] + 1:
                return arc
            self.next_arc[node] += 1
        return None


def common_nodes(successors: Successors, starts: Sequence[int], ends: Iterable[int]) -> list[int]:
    """Return the nodes that every path from a start to an end passes, in the order in which the paths meet them.

    They are the dominators of the ends, seen from the starts. Only nodes of one path can be, so few are tried.
    """
    goals = frozenset(ends)
    path = _a_path(successors, starts, goals, without=-1)
    return [node for node in path if not _a_path(successors, starts, goals, without=node)]


def _a_path(successors: Successors, starts: Sequence[int], ends: frozenset[int], without: int) -> list[int]:
    """Return the nodes of some shortest path that avoids one node, none where there is no path."""
    before = {start: -1 for start in starts if start != without}
    queue = deque(before)
    while queue:
        node = queue.popleft()
        if node in ends:
            path = [node]
            while before[path[-1]] >= 0:
                path.append(before[path[-1]])
            return path[::-1]
        for follower in successors[node]:
            if follower not in before and follower != without:
                before[follower] = node
                queue.append(follower)
    return []
