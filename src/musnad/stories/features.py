"""Tells by numbers how near two reports are: shared weight, shared rare terms, headlines, days between."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np
import numpy.typing as npt

from musnad.stories.vectors import Vector

Matrix = npt.NDArray[np.float64]

NAMES = (
    "cosine",
    "rarest",
    "rarer",
    "rare",
    "shared",
    "lengths",
    "headlines",
    "headline_in_text",
    "one_headline",
    "days",
    "dated",
)
"""The features in the order of the columns; `nearest`, which needs all neighbours, comes after them in the gate."""
_LEVELS = (7.5, 6.5, 5.3)
"""Rarities (one report in 1,800; 670; 200) from which a shared term counts as rarest, rarer, rare."""
_MOST_DAYS = 7.0


@dataclass(slots=True)
class Comparer:
    """Compares one report with several; holds a row as long as the vocabulary between calls."""

    _weights: npt.NDArray[np.float32] = field(default_factory=lambda: np.zeros(1, dtype=np.float32))
    _headline: npt.NDArray[np.float32] = field(default_factory=lambda: np.zeros(1, dtype=np.float32))

    def compare(
        self, vector: Vector, others: Sequence[Vector], when: datetime | None, times: Sequence[datetime | None]
    ) -> Matrix:
        """Return a row of features for each of the others."""
        self._grow(vector, others)
        self._weights[vector.numbers] = vector.weights
        self._headline[vector.numbers[vector.headline]] = vector.rarity[vector.headline]
        sizes = np.array([len(other.numbers) for other in others])
        starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
        numbers = np.concatenate([other.numbers for other in others])
        rarity = np.concatenate([other.rarity for other in others])
        here = self._weights[numbers]
        both = np.where((here > 0) & np.concatenate([other.words for other in others]), rarity, 0)
        columns = np.zeros((len(others), len(NAMES)))
        weights = np.concatenate([other.weights for other in others])
        columns[:, 0] = np.sqrt(np.add.reduceat(here * weights, starts))
        for at, level in enumerate(_LEVELS, start=1):
            columns[:, at] = np.log1p(np.add.reduceat(np.where(both >= level, both, 0), starts))
        columns[:, 4] = np.log1p(np.add.reduceat(both, starts))
        columns[:, 5] = np.log(len(vector.numbers)) + np.log(sizes)
        found = np.add.reduceat(self._headline[numbers], starts)
        for at, (other, time) in enumerate(zip(others, times, strict=True)):
            columns[at, 6:9] = self._headlines(vector, other, float(found[at]))
            if when is not None and time is not None:
                columns[at, 9] = min(abs((when - time).total_seconds()) / 86_400, _MOST_DAYS)
                columns[at, 10] = 1.0
        self._weights[vector.numbers] = 0
        self._headline[vector.numbers[vector.headline]] = 0
        return columns

    def _headlines(self, vector: Vector, other: Vector, found: float) -> tuple[float, float, float]:
        """Return what the two headlines share, what a text has of the other's headline, and whether there is one."""
        own = float(vector.rarity[vector.headline].sum())
        theirs = other.rarity[other.headline]
        whole = float(theirs.sum())
        if not own and not whole:
            return 0.0, 0.0, 0.0
        numbers = other.numbers[other.headline]
        covered = float(theirs[self._weights[numbers] > 0].sum()) / whole if whole else 0.0
        covers = max(covered, found / own if own else 0.0)
        shared = float(self._headline[numbers].sum()) / min(own, whole) if own and whole else 0.0
        return shared, covers, 1.0

    def _grow(self, vector: Vector, others: Sequence[Vector]) -> None:
        most = max(int(each.numbers[-1]) for each in (vector, *others)) + 1
        if most > len(self._weights):
            self._weights = np.zeros(2 * most, dtype=np.float32)
            self._headline = np.zeros(2 * most, dtype=np.float32)
