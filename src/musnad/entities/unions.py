"""Joins things into groups, pair by pair, with pairs that must stay apart (union-find: Tarjan, 1975)."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Groups(Generic[T]):
    """Groups of things. `apart` are pairs that no union may bring together."""

    def __init__(self, members: Iterable[T], apart: Iterable[tuple[T, T]] = ()) -> None:
        self._above: dict[T, T] = {member: member for member in members}
        self._members: dict[T, list[T]] = {member: [member] for member in self._above}
        self._apart: dict[T, set[T]] = {}
        for left, right in apart:
            if left in self._above and right in self._above:
                self._apart.setdefault(left, set()).add(right)
                self._apart.setdefault(right, set()).add(left)

    def head(self, member: T) -> T:
        """Return the member that stands for the group."""
        while self._above[member] != member:
            self._above[member] = self._above[self._above[member]]
            member = self._above[member]
        return member

    def join(self, left: T, right: T) -> bool:
        """Join the groups of two members and tell whether they are one now; pairs to keep apart hinder it."""
        left, right = self.head(left), self.head(right)
        if left == right:
            return True
        if len(self._members[left]) < len(self._members[right]):
            left, right = right, left
        if any(self.head(other) == left for other in self._apart.get(right, ())):
            return False
        self._above[right] = left
        self._members[left] += self._members.pop(right)
        if right in self._apart:
            self._apart.setdefault(left, set()).update(self._apart.pop(right))
        return True

    def members(self, head: T) -> list[T]:
        """Return the members of the group for which `head` stands, in the order in which they were joined."""
        return self._members[head]

    def all(self) -> list[list[T]]:
        """Return every group, its members in the order in which they were joined."""
        return list(self._members.values())
