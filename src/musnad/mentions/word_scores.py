"""Adds up what the features of a line speak for each label of the name tagger: once a word, then once a token."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import sub
from typing import NamedTuple

from musnad.languages.crf_file import CrfWeights, Vector
from musnad.mentions.drafts import Draft
from musnad.mentions.line import Line
from musnad.mentions.word_features import WordFeatures, lexicon_marks

_CACHED_WORDS = 60_000
_CACHED_SUMS = 20_000
_LABELS = 6
_PLACES = ("", "-1", "+1", "-2", "+2")
_NONE: Vector = (0.0,) * _LABELS
_NO_PAIRS: Mapping[str, Vector] = {}


# Named tuples: one is made for each new word.
class _Scores(NamedTuple):
    """What a word speaks for each label of itself, of the next word, the one before, and those two away."""

    own: Vector
    to_next: Vector
    to_previous: Vector
    to_second_next: Vector
    to_second_previous: Vector
    pairs: Mapping[str, Vector]
    pair: str


class WordScores:
    """The scores of a line's tokens by the weights of the name tagger.

    CRFsuite would look up some sixty features of each token; their sums by word are five vectors of six numbers.
    """

    def __init__(self, features: WordFeatures, weights: CrfWeights) -> None:
        if len(weights.carriers) != _LABELS:
            raise ValueError(f"the name tagger has {len(weights.carriers)} labels beside O, not {_LABELS}")
        self._features = features
        self._carriers = weights.carriers
        at = self._weights = _by_place(weights.vectors)
        self._own = at[""]
        self._first, self._last = _sum(self._own, ["first"]), _sum(self._own, ["last"])
        self._pairs = _pairs(at["-1"])
        self._sum_of = lru_cache(maxsize=_CACHED_SUMS)(lambda place, known: _sum(at[place], known))
        self._of_word = lru_cache(maxsize=_CACHED_WORDS)(self._word)
        self._of_mark = lru_cache(maxsize=256)(self._mark)

    def of(self, line: Line, known: Sequence[Draft]) -> list[dict[str, float]]:
        """Return the scores of each token of the line; `known` are the lexicons' names in it."""
        words = [self._of_word(word) for word in line.words]
        none, first, second, third, fourth, fifth, sixth = _NONE, *self._carriers
        rows = [
            {
                first: a1 + b1 + c1 + d1 + e1,
                second: a2 + b2 + c2 + d2 + e2,
                third: a3 + b3 + c3 + d3 + e3,
                fourth: a4 + b4 + c4 + d4 + e4,
                fifth: a5 + b5 + c5 + d5 + e5,
                sixth: a6 + b6 + c6 + d6 + e6,
            }
            for (
                (a1, a2, a3, a4, a5, a6),
                (b1, b2, b3, b4, b5, b6),
                (c1, c2, c3, c4, c5, c6),
                (d1, d2, d3, d4, d5, d6),
                (e1, e2, e3, e4, e5, e6),
            ) in zip(
                [word.own for word in words],
                [self._first, *[word.to_next for word in words]],
                [*[word.to_previous for word in words[1:]], self._last],
                [none, none, *[word.to_second_next for word in words]],
                [*[word.to_second_previous for word in words[2:]], none, none],
                strict=False,
            )
        ]
        before = ""
        for place, word in enumerate(words):
            pair = word.pairs.get(before)
            if pair is not None:
                self._put(rows[place], pair)
            before = word.pair
        if known:
            self._put_marks(rows, lexicon_marks(len(rows), known))
        return rows

    def _put_marks(self, rows: list[dict[str, float]], marks: list[str]) -> None:
        last = len(rows) - 1
        for place, mark in enumerate(marks):
            if mark:
                own, to_next, to_previous = self._of_mark(mark)
                self._put(rows[place], own)
                if place < last:
                    self._put(rows[place + 1], to_next)
                if place:
                    self._put(rows[place - 1], to_previous)

    def _put(self, row: dict[str, float], scores: Vector) -> None:
        for name, score in zip(self._carriers, scores, strict=True):
            row[name] += score

    def _word(self, word: str) -> _Scores:
        view = self._features.view(word)
        # The mark of a word that no lexicon has is counted here, and taken back where one has it.
        near = (*view.near, "k")
        return _Scores(
            own=_sum(self._own, (*view.own, "k")),
            to_next=self._kept_sum("-1", near),
            to_previous=self._kept_sum("+1", near),
            to_second_next=self._kept_sum("-2", view.far),
            to_second_previous=self._kept_sum("+2", view.far),
            pairs=self._pairs.get(view.pair, _NO_PAIRS),
            pair=view.pair,
        )

    def _kept_sum(self, place: str, features: Sequence[str]) -> Vector:
        """Return the sum of the features at the place; of rare words it is nearly always one of a few."""
        weights = self._weights[place]
        return self._sum_of(place, tuple(filter(weights.__contains__, features)))

    def _mark(self, mark: str) -> tuple[Vector, Vector, Vector]:
        own, to_next, to_previous = (
            tuple(map(sub, _sum(self._weights[place], ["k" + mark]), _sum(self._weights[place], ["k"])))
            for place in ("", "-1", "+1")
        )
        return own, to_next, to_previous


def _sum(weights: Mapping[str, Vector], features: Sequence[str]) -> Vector:
    known = list(filter(None, map(weights.get, features)))
    return tuple(map(sum, zip(*known, strict=True))) if known else _NONE


def _by_place(weights: Mapping[str, Vector]) -> dict[str, dict[str, Vector]]:
    """Return the weights by the place that a feature's name begins with, then by the rest of the name."""
    found: dict[str, dict[str, Vector]] = {place: {} for place in _PLACES}
    for name, vector in weights.items():
        place = name[:2] if name[0] in "+-" else ""
        found[place][name[len(place) :]] = vector
    return found


def _pairs(weights: Mapping[str, Vector]) -> dict[str, dict[str, Vector]]:
    """Return the weights of pairs of words: by the part of the second word, then of the first."""
    found: dict[str, dict[str, Vector]] = {}
    for name, vector in weights.items():
        if name.startswith("b"):
            # A part may be a bar itself, and is never empty.
            bar = name.index("|", 2)
            found.setdefault(name[bar + 1 :], {})[name[1:bar]] = vector
    return found
