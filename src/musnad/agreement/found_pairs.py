"""Remembers what came of comparing pairs of statements, so that it is not found again where both stand as they did."""

from collections.abc import Iterable, Set
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from musnad.model import Comparison, Span

Outcome: TypeAlias = tuple[Comparison, Span | None] | None
"""A comparison that matters, with the writer's marker where it clashes by his word; None for one that does not."""

MOST_PAIRS = 250_000
"""Pairs remembered for sure, some 60 MB: a report of news is compared in five to ten."""


@dataclass(slots=True)
class PairMemory:
    """What came of pairs, by their key: the last used ones, at least `most` and at most twice as many."""

    most: int = MOST_PAIRS
    _late: dict[str, Outcome] = field(default_factory=dict)
    _early: dict[str, Outcome] = field(default_factory=dict)

    def look_up(self, key: str) -> tuple[Outcome] | None:
        """Return what came of a pair, by itself in a tuple; None where that is not known."""
        if key in self._late:
            return (self._late[key],)
        if key not in self._early:
            return None
        outcome = self._early[key]
        self.keep(key, outcome)
        return (outcome,)

    def keep(self, key: str, outcome: Outcome) -> None:
        """Remember what came of a pair."""
        if len(self._late) >= self.most:
            self._early, self._late = self._late, {}
        self._late[key] = outcome

    def clear(self) -> None:
        """Forget all pairs."""
        self._late, self._early = {}, {}


@dataclass(frozen=True, slots=True)
class FoundPairs:
    """A memory of pairs, and the reports whose statements are those that it was told of: none corrected, none redated.

    What comes of two statements depends on them and on what their reports are to each other, and on nothing else.
    """

    memory: PairMemory
    settled: Set[str]

    def without(self, reports: Iterable[str]) -> "FoundPairs":
        """Return the same, less these reports."""
        return replace(self, settled=self.settled - frozenset(reports))
