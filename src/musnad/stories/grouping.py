"""Groups reports by average linkage: two groups join while their members are probably about one happening."""

import heapq
from collections.abc import Iterable
from dataclasses import dataclass

Link = tuple[int, int, float]
"""Two reports by place, the first before the second, and the probability that they are about one happening."""


@dataclass(frozen=True, slots=True)
class Group:
    """Reports by place, ascending, and the least average probability at which two parts of them joined."""

    members: tuple[int, ...]
    weakest: float


def group_linked(places: Iterable[int], links: Iterable[Link], least: float) -> list[Group]:
    """Return the groups of the places, each in one, in the order of their first members.

    The probability of two groups is the average over all pairs across; a pair without a link counts as 0. The most
    probable two join first (Sokal and Michener, 1958), down to `least`.
    """
    state = _Joining({place: {} for place in places}, least)
    for left, right, probability in links:
        state.sums[left][right] = state.sums[right][left] = probability
    for left in state.sums:
        state.push(left)
    while state.heap:
        state.step()
    groups = [Group(tuple(sorted(members)), state.weakest[head]) for head, members in state.members.items()]
    return sorted(groups, key=lambda group: group.members)


class _Joining:
    """What is left to join: sums of probabilities between groups, and a heap of averages, some of them outdated."""

    def __init__(self, sums: dict[int, dict[int, float]], least: float) -> None:
        self.sums = sums
        self.least = least
        self.members = {place: [place] for place in sums}
        self.weakest = dict.fromkeys(sums, 1.0)
        self.heap: list[tuple[float, int, int]] = []

    def push(self, group: int, *, both: bool = False) -> None:
        """Put the group's averages on the heap: those with later groups, or with all."""
        size = len(self.members[group])
        for other, total in self.sums[group].items():
            if other > group or both:
                average = total / (size * len(self.members[other]))
                if average >= self.least:
                    heapq.heappush(self.heap, (-average, min(group, other), max(group, other)))

    def step(self) -> None:
        """Join the two groups on top of the heap, if they still stand as they were pushed."""
        negative, left, right = heapq.heappop(self.heap)
        total = self.sums.get(left, {}).get(right)
        if total is None or -total / (len(self.members[left]) * len(self.members[right])) != negative:
            return
        # The smaller table goes into the greater one: each link moves a few times at most.
        if len(self.sums[left]) < len(self.sums[right]):
            left, right = right, left
        for other, moved in self.sums.pop(right).items():
            del self.sums[other][right]
            if other != left:
                self.sums[left][other] = self.sums[other][left] = self.sums[left].get(other, 0.0) + moved
        self.members[left] += self.members.pop(right)
        self.weakest[left] = min(self.weakest[left], self.weakest.pop(right), -negative)
        self.push(left, both=True)
