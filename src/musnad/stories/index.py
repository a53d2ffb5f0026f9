"""Finds the reports that share rare terms with a new one, among those of the last days."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from musnad.stories.vectors import WEIGHT, Vector

if TYPE_CHECKING:
    Postings: TypeAlias = array[int]
else:
    Postings = array  # Only type checkers know its parameter before Python 3.12.

MOST_POSTINGS = 64
"""Reports listed under one term, the last to come: of a great story as many are enough to find it by."""
_ASKED = 50
"""Terms of a report that are looked up, the heaviest."""
_CANDIDATES = 24
"""Reports that are weighed exactly: those that share most weight."""


@dataclass(slots=True)
class TermIndex:
    """Lists under each term the reports that hold it among their heaviest, by place of arrival."""

    postings: dict[int, Postings] = field(default_factory=dict)

    def look_up(self, vector: Vector, oldest: int, place: int) -> list[int]:
        """Return the reports from `oldest` on that share most weight with this one; list it under `place`."""
        asked = self._asked(vector)
        found = self._look_up(asked, oldest)
        for number, _ in asked:
            self._post(number, place)
        return found

    def _look_up(self, asked: Iterable[tuple[int, float]], oldest: int) -> list[int]:
        held: list[Postings] = []
        weights: list[float] = []
        for number, weight in asked:
            places = self.postings.get(number)
            if places:
                held.append(places)
                weights.append(weight * weight)
        if not held:
            return []
        found = np.concatenate([np.frombuffer(places, dtype=np.int32) for places in held])
        shared = np.repeat(weights, [len(places) for places in held])
        recent = found >= oldest
        sums = np.bincount(found[recent] - oldest, weights=shared[recent])
        near = np.flatnonzero(sums)
        if len(near) > _CANDIDATES:
            near = np.sort(near[np.argpartition(-sums[near], _CANDIDATES)[:_CANDIDATES]])
        return [int(place) for place in near + oldest]

    def _post(self, number: int, place: int) -> None:
        held = self.postings.get(number)
        if held is None:
            self.postings[number] = array("i", (place,))
            return
        held.append(place)
        if len(held) > MOST_POSTINGS:
            del held[0]

    def forget(self, oldest: int) -> None:
        """Drop the reports that came before `oldest`."""
        gone = []
        for number, held in self.postings.items():
            if held[-1] < oldest:
                gone.append(number)
            elif held[0] < oldest:
                del held[: bisect_left(held, oldest)]  # they stand in the order of their arrival
        for number in gone:
            del self.postings[number]

    @staticmethod
    def _asked(vector: Vector) -> list[tuple[int, float]]:
        weights = vector.rows[WEIGHT]
        order = np.argsort(-weights, kind="stable")[: min(_ASKED, vector.size)]
        return list(zip(vector.numbers[order].tolist(), weights[order].tolist(), strict=True))
