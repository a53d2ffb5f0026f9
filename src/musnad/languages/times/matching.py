"""Finds where the rules of time match in a row of units: the longest match that makes sense, from left to right."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from musnad.languages.times.grammar import TimeGrammar, TimeRule
from musnad.languages.times.units import Unit, Units

Read = TypeVar("Read")
# Every kind of unit has a code of its own there, and nothing else has one: three words of four are passed over at once.
_RUN = re.compile("[\ue000-\uf8ff]+")


@dataclass(frozen=True, slots=True)
class TimeMatch:
    """A rule and the units it matches: `units` the expression's own, `leads` the prepositions before it.

    `first` and `last` are the positions of the own units in `row`, half open.
    """

    rule: TimeRule
    row: Units
    first: int
    last: int
    units: tuple[Unit, ...]
    leads: tuple[Unit, ...]

    @property
    def start(self) -> int:
        """Return where the expression begins in the text, prepositions that belong to it included."""
        return self.leads[0].start if self.leads else self.units[0].start

    @property
    def end(self) -> int:
        """Return where the expression ends in the text."""
        return self.units[-1].end

    @property
    def before(self) -> Unit | None:
        """Return the unit right before the expression's own units, or None."""
        return self.row.units[self.first - 1] if self.first else None

    @property
    def after(self) -> Unit | None:
        """Return the unit right after the expression, or None."""
        return self.row.units[self.last] if self.last < len(self.row.units) else None

    @property
    def word_follows(self) -> bool:
        """Tell whether a word that tells nothing of time comes right after the expression."""
        return self.last < len(self.row.units) and self.row.units[self.last] is None and self.row.is_word(self.last)

    def find(self, *kinds: str) -> Unit | None:
        """Return the first unit of one of the kinds, or None."""
        return next((unit for unit in self.units if unit.kind in kinds), None)

    def all(self, *kinds: str) -> list[Unit]:
        """Return the units of the kinds, in order."""
        return [unit for unit in self.units if unit.kind in kinds]

    def has(self, *kinds: str) -> bool:
        """Tell whether a unit of one of the kinds is there, prepositions before the expression included."""
        return any(unit.kind in kinds for unit in (*self.leads, *self.units))


def match_rules(row: Units, grammar: TimeGrammar, read: Callable[[TimeMatch], Read | None]) -> Iterator[Read]:
    """Yield what `read` makes of each match; where it makes nothing of the longest, the next shorter is tried."""
    position = taken = 0
    codes = row.codes
    while run := _RUN.search(codes, position):
        start = run.start()
        position = start + 1
        for length, rule in grammar.matches(run[0]):
            end = start + length
            match = _with_leads(rule, row, (start, end), taken)
            made = read(match) if match else None
            if made is not None:
                yield made
                position = taken = end
                break


def _with_leads(rule: TimeRule, row: Units, own: tuple[int, int], taken: int) -> TimeMatch | None:
    """Return the match with the prepositions that belong to it, or None where one that it needs is missing.

    Units before `taken` belong to the match before.
    """
    first, last = own
    before = row.units[first - 1] if first else None
    if rule.only_after and (before is None or before.kind not in rule.only_after):
        return None
    leads: list[Unit] = []
    position = first - 1
    while position >= taken and (unit := row.units[position]) is not None and unit.kind in rule.leads:
        leads.insert(0, unit)
        position -= 1
    units = tuple(unit for unit in row.units[first:last] if unit is not None)
    return TimeMatch(rule, row, first, last, units, tuple(leads))
