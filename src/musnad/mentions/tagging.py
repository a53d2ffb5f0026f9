"""Tags persons, places and bodies with the trained word CRF, whatever lexicons and patterns know."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pycrfsuite

from musnad.mentions.drafts import Draft
from musnad.mentions.line import Line
from musnad.mentions.word_scores import WordScores

# What a list, a title or a noun says, the tagger need not be sure of: it must only not exclude it.
LEAST_SUPPORT = 0.2


# A named tuple: its bounds are moved again and again.
class TaggedName(NamedTuple):
    """A name that the tagger sees in tokens [first, end): `label` is PERS, LOC or ORG, `confidence` its probability."""

    first: int
    end: int
    label: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Tagging:
    """What the tagger sees in a line: its names, and how probable other words are as names.

    The probabilities are the tagger's own: ask for them before it reads the next line.
    """

    names: tuple[TaggedName, ...]
    marginal: Callable[[str, int], float]

    def probability(self, label: str, first: int, end: int) -> float:
        """Return how probable the least probable of the tokens [first, end) is as part of a name of the type."""
        return _least(self.marginal, label, first, end)


class NameTagger:
    """The trained word CRF: `model` is the one that takes the sums of `scores`."""

    def __init__(self, model: bytes, scores: WordScores) -> None:
        self._scores = scores
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(model)

    def tag(self, lines: Sequence[Line], known: Sequence[Sequence[Draft]]) -> Iterator[Tagging]:
        """Yield the names of each line from left to right; `known` are the lexicons' names in the lines."""
        marginal = self._tagger.marginal
        for scores in self._scores.of([line.words for line in lines], known):
            labels = self._tagger.tag(scores)
            names = tuple(
                TaggedName(first, end, kind, _least(marginal, kind, first, end)) for first, end, kind in spans(labels)
            )
            yield Tagging(names, marginal)


def _least(marginal: Callable[[str, int], float], label: str, first: int, end: int) -> float:
    begins, goes_on = "B-" + label, "I-" + label
    return min([marginal(begins, place) + marginal(goes_on, place) for place in range(first, end)])


def spans(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return (first, end, type) of the names in a sequence of B-, I- and O labels."""
    found: list[tuple[int, int, str]] = []
    for place, label in enumerate(labels):
        if label == "O":
            continue
        edge, _, kind = label.partition("-")
        if edge == "I" and found and found[-1][1] == place and found[-1][2] == kind:
            found[-1] = (found[-1][0], place + 1, kind)
        else:
            found.append((place, place + 1, kind))
    return found
