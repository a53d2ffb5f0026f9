"""Finds the reports that share rare terms with a new one, among those of the last days."""

from dataclasses import dataclass, field

import numpy as np

from musnad.stories.vectors import Numbers, Vector

MOST_POSTINGS = 64
"""Reports listed under one term, the last to come: of a great story as many are enough to find it by."""
_ASKED = 50
"""Terms of a report that are looked up, the heaviest."""
_CANDIDATES = 24
"""Reports that are weighed exactly: those that share most weight."""


@dataclass(slots=True)
class TermIndex:
    """Lists under each term the reports that hold it among their heaviest, by place of arrival."""

    postings: dict[int, list[int]] = field(default_factory=dict)

    def look_up(self, vector: Vector, oldest: int) -> list[int]:
        """Return the reports from `oldest` on that share most weight with this one, ascending."""
        found: list[int] = []
        weights: list[float] = []
        lengths: list[int] = []
        for number, weight in self._asked(vector):
            held = self.postings.get(number)
            if held:
                found += held
                weights.append(weight * weight)
                lengths.append(len(held))
        if not found:
            return []
        places = np.array(found, dtype=np.int64)
        shared = np.repeat(weights, lengths)
        recent = places >= oldest
        places, shared = places[recent], shared[recent]
        if not len(places):
            return []
        sums = np.bincount(places - oldest, weights=shared)
        near = np.flatnonzero(sums)
        if len(near) > _CANDIDATES:
            near = near[np.lexsort((near, -sums[near]))[:_CANDIDATES]]
        return sorted((near + oldest).tolist())

    def post(self, vector: Vector, place: int) -> None:
        """List the report under its heaviest terms."""
        for number, _ in self._asked(vector):
            held = self.postings.setdefault(number, [])
            held.append(place)
            if len(held) > MOST_POSTINGS:
                del held[0]

    def forget(self, oldest: int) -> None:
        """Drop the reports that came before `oldest`."""
        for number in list(self.postings):
            held = [place for place in self.postings[number] if place >= oldest]
            if held:
                self.postings[number] = held
            else:
                del self.postings[number]

    @staticmethod
    def _asked(vector: Vector) -> list[tuple[int, float]]:
        order: Numbers | np.ndarray = np.argsort(-vector.weights, kind="stable")[:_ASKED]
        return list(zip(vector.numbers[order].tolist(), vector.weights[order].tolist(), strict=True))
