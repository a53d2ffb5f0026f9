"""Keeps which reports were compared and how near each is to its nearest: what is near to many says little of one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from musnad.stories.features import NAMES, Matrix

STANDING = ("nearest_less", "nearest_more", "rank_less", "rank_more", "crowd", "crowd_more", "stands_out")
"""Features of a pair among all pairs of its two reports; they follow NAMES in the gate."""
_KEPT = 15
_PASSED_OVER = 5
"""The crowd of a report are its nearest but these: they may well be of its story (tried: 0, 2, 5, 10)."""
_LEAST_CROWD = 0.1
"""Likeness (root of the cosine) of strangers in a large sample: among few reports there is no crowd to see."""

Places = npt.NDArray[np.int64]


@dataclass(slots=True)
class Neighbours:
    """The pairs compared, by place, one chunk for each report with those before it; and the cosines of the nearest."""

    _nearest: npt.NDArray[np.float32] = field(default_factory=lambda: np.zeros((256, _KEPT), dtype=np.float32))
    _chunks: dict[int, tuple[Places, Matrix]] = field(default_factory=dict)

    def note(self, place: int, others: Sequence[int], features: Matrix) -> None:
        """Note the features of the report at this place with each of the others, which came before it."""
        self._grow(place)
        self._chunks[place] = (np.array(others, dtype=np.int64), features)
        if not others:
            return
        cosines = (features[:, 0] ** 2).astype(np.float32)
        most = np.sort(cosines)[::-1][:_KEPT]
        self._nearest[place, : len(most)] = most
        rows = self._nearest[others]
        rows[:, -1] = np.maximum(rows[:, -1], cosines)
        self._nearest[others] = -np.sort(-rows, axis=1)

    def forget(self, oldest: int) -> None:
        """Drop the pairs with a report before `oldest`."""
        for place in sorted(self._chunks):
            others, features = self._chunks[place]
            kept = others >= oldest
            if place < oldest:
                del self._chunks[place]
            elif not kept.all():
                self._chunks[place] = (others[kept], features[kept])

    def pairs(self, places: Iterable[int]) -> tuple[Places, Matrix]:
        """Return the pairs whose later report is one of the places, as rows, and their features with STANDING."""
        chunks = [(place, *self._chunks[place]) for place in places if place in self._chunks]
        if not chunks:
            return np.zeros((0, 2), dtype=np.int64), np.zeros((0, len(NAMES) + len(STANDING)))
        right = np.repeat([place for place, *_ in chunks], [len(others) for _, others, _ in chunks])
        left = np.concatenate([others for _, others, _ in chunks])
        features = np.concatenate([each for *_, each in chunks])
        return np.column_stack((left, right)), np.hstack((features, self._standing(left, right, features[:, 0])))

    def _standing(self, left: Places, right: Places, likeness: npt.NDArray[np.float64]) -> Matrix:
        cosine = (likeness**2)[:, None]
        rows = [self._nearest[left], self._nearest[right]]
        shares = [cosine[:, 0] / np.maximum(row[:, 0], 1e-9) for row in rows]
        ranks = [np.log1p((row > cosine * 1.000001).sum(axis=1)) for row in rows]
        crowds = [np.maximum(np.sqrt(row[:, _PASSED_OVER:].mean(axis=1)), _LEAST_CROWD) for row in rows]
        return np.column_stack(
            (
                np.minimum(*shares),
                np.maximum(*shares),
                np.minimum(*ranks),
                np.maximum(*ranks),
                crowds[0] + crowds[1],
                np.maximum(*crowds),
                2 * np.log(np.maximum(likeness, 1e-3)) - np.log(crowds[0] * crowds[1]),
            )
        )

    def _grow(self, place: int) -> None:
        if place >= len(self._nearest):
            more = np.zeros((2 * place + 1 - len(self._nearest), _KEPT), dtype=np.float32)
            self._nearest = np.concatenate((self._nearest, more))
