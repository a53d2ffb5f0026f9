"""Tells by numbers how near two reports are: shared weight and rare terms, headlines, leads, names, days between."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np
import numpy.typing as npt

from musnad.stories.vectors import HEADLINE, LEAD, RARITY, WEIGHT, Floats, Vector

Matrix = npt.NDArray[np.float64]

BY_TEXT = (
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
"""The features that any two texts have, with headlines or without."""
NAMES = (
    *BY_TEXT,
    "lead",
    "names_astray",
    "named",
    "day_shared",
    "headed",
    "leads_found",
    "places_apart",
    "people_met",
    "alike",
)
"""The features in the order of the columns; those that need all neighbours come after them in the gate."""
_LEVELS = (7.5, 6.5, 5.3)
"""Rarities (one report in 1,800; 670; 200) from which a shared term counts as rarest, rarer, rare."""
_MOST_DAYS = 7.0
_ALIKE = 0.5
"""Cosine from which two texts are more alike than two on one theme are; copies have more."""


@dataclass(slots=True)
class Comparer:
    """Compares one report with several; holds rows as long as the vocabulary between calls."""

    _rows: Floats = field(default_factory=lambda: np.zeros((3, 1), dtype=np.float32))

    def compare(
        self, vector: Vector, others: Sequence[Vector], when: datetime | None, times: Sequence[datetime | None]
    ) -> Matrix:
        """Return a row of features for each of the others."""
        numbers = np.stack([other.numbers for other in others])
        rows = np.stack([other.rows for other in others])
        self._spread(vector, int(numbers.max()))
        here, headline, lead = self._rows[:, numbers]
        self._rows[:, vector.numbers] = 0
        columns = np.zeros((len(others), len(NAMES)))
        both = np.where(here > 0, rows[:, RARITY], 0)
        columns[:, 0] = np.sqrt((here * rows[:, WEIGHT]).sum(axis=1))
        for at, level in enumerate(_LEVELS, start=1):
            columns[:, at] = np.log1p(np.where(both >= level, both, 0).sum(axis=1))
        columns[:, 4] = np.log1p(both.sum(axis=1))
        columns[:, 5] = np.log(max(1, vector.size)) + np.log([max(1, other.size) for other in others])
        columns[:, 11] = np.sqrt((lead * rows[:, LEAD]).sum(axis=1))
        columns[:, 16] = _leads_found(here, lead, rows)
        columns[:, 19] = np.maximum(0, (columns[:, 0] ** 2 - _ALIKE) / (1 - _ALIKE))
        _compare_headlines(columns, float(vector.rows[HEADLINE].sum()), rows[:, HEADLINE], here, headline)
        for at, (other, time) in enumerate(zip(others, times, strict=True)):
            if when is not None and time is not None:
                columns[at, 9] = min(abs((when - time).total_seconds()) / 86_400, _MOST_DAYS)
                columns[at, 10] = 1.0
            if vector.names and other.names:
                columns[at, 12:14] = _names_astray(vector, other), 1.0
                columns[at, 17:19] = _places_apart(vector, other), _people_met(vector, other)
            columns[at, 14] = not vector.days.isdisjoint(other.days)
        return columns

    def _spread(self, vector: Vector, greatest: int) -> None:
        """Lay the report's weights, headline and lead out by the numbers of its terms."""
        most = max(int(vector.numbers.max()), greatest) + 1
        if most > self._rows.shape[1]:
            self._rows = np.zeros((3, 2 * most), dtype=np.float32)
        self._rows[:, vector.numbers] = vector.rows[[WEIGHT, HEADLINE, LEAD]]


def _compare_headlines(columns: Matrix, own: float, theirs: Floats, here: Floats, headline: Floats) -> None:
    """Set what the headlines share, what a text has of the other's headline, whether there is one, whether two."""
    wholes = theirs.sum(axis=1)
    covered = np.where(here > 0, theirs, 0).sum(axis=1) / np.where(wholes > 0, wholes, 1)
    found = headline.sum(axis=1) / own if own else 0.0
    both = (wholes > 0) & (own > 0)
    shared = np.where(theirs > 0, headline, 0).sum(axis=1)
    columns[:, 6] = np.where(both, shared / np.maximum(np.minimum(wholes, own), 1e-9), 0)
    columns[:, 7] = np.maximum(covered, found)
    columns[:, 8] = (wholes > 0) | (own > 0)
    columns[:, 15] = both


def _leads_found(here: Floats, lead: Floats, rows: Floats) -> Floats:
    """Return the root of what either text has of the other's lead, by weight: the lesser of the two."""
    own = np.where(rows[:, WEIGHT] > 0, lead**2, 0).sum(axis=1)
    theirs = np.where(here > 0, rows[:, LEAD] ** 2, 0).sum(axis=1)
    return np.asarray(np.sqrt(np.minimum(own, theirs)))


def _places_apart(vector: Vector, other: Vector) -> bool:
    """Tell whether both leads name places, and neither text those of the other's lead."""
    both = vector.lead_places and other.lead_places
    return bool(both) and vector.lead_places.isdisjoint(other.names) and other.lead_places.isdisjoint(vector.names)


def _people_met(vector: Vector, other: Vector) -> bool:
    """Tell whether both leads name persons, and a text one of the other's lead."""
    both = vector.lead_people and other.lead_people
    return bool(both) and not (
        vector.lead_people.isdisjoint(other.names) and other.lead_people.isdisjoint(vector.names)
    )


def _names_astray(vector: Vector, other: Vector) -> float:
    """Return the share of the names of either lead that the other text lacks."""
    astray = len(vector.lead_names - other.names) + len(other.lead_names - vector.names)
    return astray / (len(vector.lead_names) + len(other.lead_names) + 1)
