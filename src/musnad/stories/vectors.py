"""Weighs the terms of a report: frequent in it, rare elsewhere; the counts of a large sample stand behind our own."""

import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from musnad.languages import LANGUAGES
from musnad.stories.texts import StoryText

Floats: TypeAlias = npt.NDArray[np.float32]
Numbers: TypeAlias = npt.NDArray[np.int32]
Counts: TypeAlias = npt.NDArray[np.int64]
Figures: TypeAlias = npt.NDArray[np.float64]
Marks: TypeAlias = npt.NDArray[np.bool_]

MOST_TERMS = 120
"""Terms kept of a report, the heaviest: a page of 300 words has as many that say anything."""
_COMMONEST = 0.1
"""A term in more of all reports than this share says nothing."""
_FEW = 100  # Among fewer reports a term that many hold may well be that of the one story they tell.
_HEADLINE_MORE = 0.7  # What a term of the headline weighs more in the lead: as if it stood there twice.

WEIGHT, RARITY, HEADLINE, LEAD = range(4)
"""The rows of a vector."""


@dataclass(frozen=True, slots=True)
class Vector:
    """The heaviest terms of a report: numbers, ascending, filled up with 0; for each of them four figures.

    The rows: its weight, of unit length over all; its rarity (log of reports per report); its rarity where it stands
    in the headline, else 0; its weight in headline and lead, of unit length, else 0. `lead_names`, and
    the places and people of them, leave out names that many reports hold.
    """

    numbers: Numbers
    rows: Floats
    size: int
    names: frozenset[int]
    lead_names: frozenset[int]
    lead_places: frozenset[int]
    lead_people: frozenset[int]
    days: frozenset[str]


@dataclass(slots=True)
class Vocabulary:
    """Numbers the terms from 1 on, counts the reports that hold them, and weighs reports."""

    reports: int = 0
    numbers: dict[str, int] = field(default_factory=lambda: {"": 0})
    _held: Counts = field(default_factory=lambda: np.zeros(1, dtype=np.int64))
    _known: dict[str, Counts] = field(default_factory=dict)
    _learned: dict[str, Counts] = field(default_factory=dict)
    _marked: Marks = field(default_factory=lambda: np.zeros(1, dtype=np.bool_))

    def learn(self, texts: Iterable[StoryText]) -> None:
        """Count the terms of these reports."""
        met: list[Counts] = []
        for text in texts:
            self.reports += 1
            found = [self.numbers.setdefault(term, len(self.numbers)) for term in text.terms]
            self._learned[text.report] = np.array(found, dtype=np.int64)
            names = [self.numbers.setdefault(name, len(self.numbers)) for name in sorted(text.names)]
            met += self._learned[text.report], np.array(names, dtype=np.int64)
        if met:
            counted = np.bincount(np.concatenate(met), minlength=len(self.numbers))
            counted[: len(self._held)] += self._held
            self._held = counted

    def weigh(self, text: StoryText) -> Vector:
        """Return the report's vector; its terms must have been learned, and are forgotten."""
        pack = LANGUAGES.get(text.language)
        total = self.reports + (pack.terms.reports if pack else 0)
        common = _COMMONEST * self.reports if self.reports > _FEW else math.inf
        numbers = self._learned.pop(text.report)
        own = self._held[numbers]
        held = own + self._sample(text.language)[numbers]
        # Common in either is common: a region's news repeats words that the sample hardly knows.
        kept = (held <= _COMMONEST * total) & (own <= common)
        counts = np.fromiter(text.terms.values(), dtype=np.float64, count=len(numbers))[kept]
        rarity = np.log(total / held[kept])
        numbers, weights = numbers[kept], (1 + np.log(counts)) * rarity
        heaviest = np.lexsort((numbers, -weights))[:MOST_TERMS]
        order = heaviest[np.argsort(numbers[heaviest])]
        names = frozenset(self.numbers[name] for name in text.names)
        led, places, people = (
            frozenset(number for number in self._of(some).tolist() if self._held[number] <= max(1, common))
            for some in (text.lead_names, text.lead_places, text.lead_people)
        )
        numbers = numbers[order]
        parts = [self._among(numbers, self._of(some)) for some in (text.headline, text.lead)]
        packed = _pack(numbers, weights[order], rarity[order], parts)
        return Vector(*packed, len(order), names, led, places, people, text.days)

    def _of(self, terms: Iterable[str]) -> Counts:
        return np.array([self.numbers[term] for term in terms], dtype=np.int64)

    def _among(self, numbers: Counts, some: Counts) -> Marks:
        """Return which of the numbers are among some: np.isin would sort both."""
        if len(self._marked) < len(self.numbers):
            self._marked = np.zeros(2 * len(self.numbers), dtype=np.bool_)
        self._marked[some] = True
        found = self._marked[numbers]
        self._marked[some] = False
        return found

    def _sample(self, language: str) -> Counts:
        """Return in how many reports of the language's sample each term stands, by number."""
        known = self._known.setdefault(language, np.zeros(0, dtype=np.int64))
        if len(known) < len(self.numbers):
            pack = LANGUAGES.get(language)
            counts = pack.terms.counts if pack else {}
            new = [counts.get(term, 0) for term in itertools.islice(self.numbers, len(known), None)]
            self._known[language] = np.concatenate((known, np.array(new, dtype=np.int64)))
        return self._known[language]


def _pack(numbers: Counts, weights: Figures, rarity: Figures, parts: Sequence[Marks]) -> tuple[Numbers, Floats]:
    size = len(numbers)
    packed = np.zeros(MOST_TERMS, dtype=np.int32)
    rows = np.zeros((4, MOST_TERMS), dtype=np.float32)
    if size:
        packed[:size] = numbers
        rows[WEIGHT, :size] = weights
        rows[RARITY, :size] = rarity
        for row, part in zip((HEADLINE, LEAD), parts, strict=True):
            rows[row, :size] = np.where(part, rarity, 0)
        rows[LEAD] += _HEADLINE_MORE * rows[HEADLINE]
        for row in (WEIGHT, LEAD):
            rows[row] /= np.sqrt((rows[row] ** 2).sum()) or 1.0
    return packed, rows
