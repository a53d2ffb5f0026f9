"""Compares an extracted body with a marked one by the four-word shingles that they share."""

import re
import statistics
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
_WORDS = 4


@dataclass(frozen=True, slots=True)
class ShingleScore:
    """How much of one extracted body is right, and how much of the right body was extracted.

    Precision is None where nothing was extracted, recall where nothing was marked; averages leave these out.
    """

    precision: float | None
    recall: float | None

    @property
    def f1(self) -> float:
        """Return the harmonic mean; 0 where either is missing."""
        return _harmonic(self.precision or 0.0, self.recall or 0.0)


@dataclass(frozen=True, slots=True)
class ShingleScores:
    """The averages over many pages, as the article extraction benchmark of Zyte (2020) takes them."""

    precision: float
    recall: float

    @classmethod
    def of(cls, scores: Iterable[ShingleScore]) -> "ShingleScores":
        """Return the averages of pages' scores."""
        known = list(scores)
        precisions = [score.precision for score in known if score.precision is not None]
        recalls = [score.recall for score in known if score.recall is not None]
        return cls(
            statistics.fmean(precisions) if precisions else 0.0,
            statistics.fmean(recalls) if recalls else 0.0,
        )

    @property
    def f1(self) -> float:
        """Return the harmonic mean of the average precision and the average recall."""
        return _harmonic(self.precision, self.recall)


def compare_shingles(marked: str, extracted: str) -> ShingleScore:
    """Return the score of an extracted body against the marked one."""
    right = _shingles(marked)
    given = _shingles(extracted)
    shared = sum((right & given).values())
    total_given, total_right = given.total(), right.total()
    return ShingleScore(
        shared / total_given if total_given else None,
        shared / total_right if total_right else None,
    )


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    count = max(1, len(words) - _WORDS + 1) if words else 0
    return Counter(tuple(words[start : start + _WORDS]) for start in range(count))


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0
