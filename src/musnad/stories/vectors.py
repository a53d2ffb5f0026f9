"""Weighs the terms of a report: frequent in it, rare elsewhere; the counts of a large sample stand behind our own."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from musnad.languages import LANGUAGES
from musnad.stories.texts import StoryText

Floats: TypeAlias = npt.NDArray[np.float32]
Numbers: TypeAlias = npt.NDArray[np.int32]

MOST_TERMS = 120
"""Terms kept of a report, the heaviest: a page of 300 words has as many that say anything."""
_COMMONEST = 0.1
"""A term in more of all reports than this share says nothing."""
_NAMES_SEEN = 20
"""Reports that are thought to hold a name before any was counted: the sample was not read for names."""


@dataclass(frozen=True, slots=True)
class Vector:
    """The heaviest terms of a report: numbers, ascending; weights of unit length; rarity (log of reports per report).

    `words` tells terms from keys of names. `headline` has places in these rows: the terms of the headline.
    """

    numbers: Numbers
    weights: Floats
    rarity: Floats
    words: npt.NDArray[np.bool_]
    headline: Numbers


@dataclass(slots=True)
class Vocabulary:
    """Numbers the terms, counts the reports that hold them, and weighs reports."""

    reports: int = 0
    numbers: dict[str, int] = field(default_factory=dict)
    held: list[int] = field(default_factory=list)

    def learn(self, texts: Iterable[StoryText]) -> None:
        """Count the terms of these reports."""
        for text in texts:
            self.reports += 1
            for term in dict.fromkeys([*text.terms, *sorted(text.names)]):  # numbered in one order wherever it runs
                number = self.numbers.setdefault(term, len(self.held))
                if number == len(self.held):
                    self.held.append(0)
                self.held[number] += 1

    def weigh(self, text: StoryText) -> Vector:
        """Return the report's vector; its terms must have been learned."""
        pack = LANGUAGES.get(text.language)
        known, sample = (pack.terms.counts, pack.terms.reports) if pack else ({}, 0)
        rows: list[tuple[float, int, float, bool]] = []
        total = self.reports + sample
        for term, count in text.terms.items():
            number = self.numbers[term]
            held = self.held[number] + known.get(term, 0)
            # Common in either is common: a region's news repeats words that the sample hardly knows.
            if held > _COMMONEST * total or (self.reports > 100 and self.held[number] > _COMMONEST * self.reports):
                continue
            rarity = math.log(total / held)
            rows.append(((1 + math.log(count)) * rarity, number, rarity, True))
        for name in text.names:
            number = self.numbers[name]
            rarity = math.log((self.reports + sample) / (self.held[number] + _NAMES_SEEN))
            if rarity > 0 and self.held[number] <= max(1, _COMMONEST * self.reports):
                rows.append((rarity, number, rarity, False))
        rows = sorted(sorted(rows, key=lambda row: (-row[0], row[1]))[:MOST_TERMS], key=lambda row: row[1])
        return _pack(rows, {self.numbers[term] for term in text.headline})


def _pack(rows: list[tuple[float, int, float, bool]], headline: set[int]) -> Vector:
    weights = np.array([row[0] for row in rows], dtype=np.float32)
    length = float(np.sqrt((weights**2).sum())) or 1.0
    return Vector(
        np.array([row[1] for row in rows], dtype=np.int32),
        weights / np.float32(length),
        np.array([row[2] for row in rows], dtype=np.float32),
        np.array([row[3] for row in rows], dtype=np.bool_),
        np.array([place for place, row in enumerate(rows) if row[1] in headline], dtype=np.int32),
    )
