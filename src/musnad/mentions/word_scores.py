"""Adds up what the features of words speak for each label of the name tagger: once a word, then once a token."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from musnad.languages.crf_file import CrfWeights, Vector
from musnad.mentions.drafts import Draft
from musnad.mentions.word_features import WordFeatures, WordView, mark_of
from musnad.model import MentionKind

_CACHED_WORDS = 60_000
_LABELS = 6
# Before the name of a feature: the word before, the one after, those two away.
_PLACES = ("", "-1", "+1", "-2", "+2")
_WIDTH = _LABELS * len(_PLACES)
# The mark of a word that no lexicon has is counted in every word, and taken back where one has it.
_NO_MARK = "k"
_EDGES = ("U", "B", "I")
# The words beyond a line's ends, as many as a word looks to each side.
_BEYOND = 2
# Lines are added up together up to so many tokens, far more than an article has.
_TOGETHER = 5_000

Scores = NDArray[np.float64]
Row = dict[bytes, float]


class WordScores:
    """The scores of tokens by the weights of the name tagger.

    CRFsuite would look up some sixty features of each token; their sums by word are one row: what the word speaks for
    each label of itself, of the next word, of the one before, and of those two away.
    """

    def __init__(self, features: WordFeatures, weights: CrfWeights) -> None:
        if len(weights.carriers) != _LABELS:
            raise ValueError(f"the name tagger has {len(weights.carriers)} labels beside O, not {_LABELS}")
        self._features = features
        self._carriers = tuple(name.encode() for name in weights.carriers)
        self._weights = _Weights(weights.vectors)
        self._pairs = _Pairs(self._weights.at["-1"])
        self._marks, self._mark_sums = _mark_sums(self._weights.at)
        self._rows: dict[str, int] = {}
        self._sums = np.zeros((_CACHED_WORDS, _WIDTH))
        self._parts = np.zeros((_CACHED_WORDS, 2), dtype=np.intp)

    def of(self, lines: Sequence[list[str]], known: Sequence[Sequence[Draft]]) -> Iterator[list[Row]]:
        """Yield the scores of each token of each line; `known` are the lexicons' names in the lines."""
        first = 0
        while first < len(lines):
            last, tokens = first, 0
            while last < len(lines) and tokens < _TOGETHER:
                tokens += len(lines[last])
                last += 1
            yield from self._of_some(lines[first:last], known[first:last])
            first = last

    def _of_some(self, lines: Sequence[list[str]], known: Sequence[Sequence[Draft]]) -> Iterator[list[Row]]:
        self._learn(lines)
        rows = self._rows
        beyond = [rows[""]] * _BEYOND
        numbers = list(beyond)
        marks = [0] * _BEYOND
        for words, drafts in zip(lines, known, strict=True):
            numbers += [rows[word] for word in words]
            numbers += beyond
            marks += self._marks_of(len(words), drafts)
        scores = self._added(numbers, marks).tolist()
        first, second, third, fourth, fifth, sixth = self._carriers
        start = 0
        for words in lines:
            yield [
                {first: a, second: b, third: c, fourth: d, fifth: e, sixth: f}
                for a, b, c, d, e, f in scores[start : start + len(words)]
            ]
            start += len(words) + _BEYOND

    def _added(self, numbers: list[int], marks: list[int]) -> Scores:
        """Return the scores of the words of those rows but the first and last two, which stand beyond the ends."""
        sums = self._sums.take(numbers, axis=0)
        own, to_next, to_previous, to_second_next, to_second_previous = (
            sums[:, start : start + _LABELS] for start in range(0, _WIDTH, _LABELS)
        )
        scores: Scores = own[2:-2] + to_next[1:-3] + to_previous[3:-1] + to_second_next[:-4] + to_second_previous[4:]
        scores += self._pairs.of(self._parts.take(numbers, axis=0)[1:-2])
        if any(marks):
            sums = self._mark_sums.take(marks, axis=0)
            scores += sums[2:-2, :_LABELS]
            scores += sums[1:-3, _LABELS : 2 * _LABELS]
            scores += sums[3:-1, 2 * _LABELS :]
        return scores

    def _marks_of(self, size: int, known: Sequence[Draft]) -> list[int]:
        """Return the numbers of the marks of a line's tokens and of the two beyond it."""
        marks = [0] * (size + _BEYOND)
        for draft in known:
            for place in range(draft.first, draft.end):
                marks[place] = self._marks[mark_of(draft, place)]
        return marks

    def _learn(self, lines: Sequence[list[str]]) -> None:
        """Add up the features of the words that no text had before."""
        rows = self._rows
        new = dict.fromkeys(word for words in lines for word in words if word not in rows)
        if len(rows) + len(new) >= _CACHED_WORDS or not rows:
            rows.clear()
            # What stands beyond the ends says only that it does.
            rows[""] = 0
            self._sums[0] = self._weights.of_ends()
            self._parts[0] = 0
            new = dict.fromkeys(word for words in lines for word in words)
        if not new:
            return
        first = len(rows)
        features: list[int] = []
        starts, parts = [], []
        for number, word in enumerate(new, first):
            rows[word] = number
            view = self._features.view(word)
            starts.append(len(features))
            features += self._weights.rows_of(view)
            parts.append(self._pairs.parts_of(view.pair))
        self._sums[first : len(rows)] = np.add.reduceat(self._weights.rows.take(features, axis=0), starts, axis=0)
        self._parts[first : len(rows)] = parts


class _Weights:
    """The weights of all features, a row each: what it speaks as a word's own, for its neighbours, two words away."""

    def __init__(self, vectors: Mapping[str, Vector]) -> None:
        self.at = _by_place(vectors)
        rows: list[list[float]] = []
        self._shared = self._gather(rows, ("", "-1", "+1"))
        self._own = self._gather(rows, ("",))
        self._beside = self._gather(rows, ("-1", "+1"))
        self._far = self._gather(rows, ("-2", "+2"))
        # Every word has one row at least: the mark of a word that no lexicon has, even where it weighs nothing.
        self._always = len(rows)
        rows.append(_row({place: self.at[place].get(_NO_MARK) for place in ("", "-1", "+1")}))
        self.rows = np.array(rows)

    def _gather(self, rows: list[list[float]], places: Sequence[str]) -> dict[str, int]:
        found: dict[str, int] = {}
        for name in dict.fromkeys(name for place in places for name in self.at[place]):
            found[name] = len(rows)
            rows.append(_row({place: self.at[place].get(name) for place in places}))
        return found

    def rows_of(self, view: WordView) -> list[int]:
        """Return the numbers of the rows of a word's features."""
        shared, own, far, beside = self._shared, self._own, self._far, self._beside
        found = [shared[name] for name in view.shared if name in shared]
        found += [own[name] for name in view.own if name in own]
        found += [far[name] for name in view.far if name in far]
        if view.pair in beside:
            found.append(beside[view.pair])
        found.append(self._always)
        return found

    def of_ends(self) -> list[float]:
        """Return the row of what stands beyond a line's ends: the next word is the first, the one before the last."""
        return _row({"-1": self.at[""].get("first"), "+1": self.at[""].get("last")})


class _Pairs:
    """What pairs of words speak for the second by the parts of their names: few pairs have a weight."""

    def __init__(self, weights: Mapping[str, Vector]) -> None:
        pairs: list[tuple[str, str, Vector]] = []
        for name, vector in weights.items():
            if name.startswith("b"):
                # A part may be a bar itself, and is never empty.
                bar = name.index("|", 2)
                pairs.append((name[1:bar], name[bar + 1 :], vector))
        self._firsts = {part: number for number, part in enumerate(dict.fromkeys(pair[0] for pair in pairs), 1)}
        self._seconds = {part: number for number, part in enumerate(dict.fromkeys(pair[1] for pair in pairs), 1)}
        self._rows = np.zeros((len(self._firsts) + 1, len(self._seconds) + 1), dtype=np.int16)
        for number, (one, other, _) in enumerate(pairs, 1):
            self._rows[self._firsts[one], self._seconds[other]] = number
        self._scores = np.array([(0.0,) * _LABELS, *(vector for _, _, vector in pairs)])

    def parts_of(self, part: str) -> tuple[int, int]:
        """Return the numbers of the part as that of a first and of a second word, 0 where no pair has it."""
        return self._firsts.get(part, 0), self._seconds.get(part, 0)

    def of(self, parts: NDArray[np.intp]) -> Scores:
        """Return what each word but the first gets from the pair that it makes with the one before it."""
        scores: Scores = self._scores.take(self._rows[parts[:-1, 0], parts[1:, 1]], axis=0)
        return scores


def _mark_sums(at: Mapping[str, Mapping[str, Vector]]) -> tuple[dict[str, int], Scores]:
    """Return the marks by number, and what each speaks more than none, for its word, the next and the one before."""
    marks = [edge + kind for kind in MentionKind for edge in _EDGES]
    rows = []
    for mark in ["", *marks]:
        row: list[float] = []
        for place in ("", "-1", "+1"):
            none = at[place].get(_NO_MARK, (0.0,) * _LABELS)
            told = at[place].get(_NO_MARK + mark, (0.0,) * _LABELS)
            row += [one - other for one, other in zip(told, none, strict=True)]
        rows.append(row)
    return {mark: number for number, mark in enumerate(marks, 1)}, np.array(rows)


def _row(vectors: Mapping[str, Vector | None]) -> list[float]:
    """Return the vectors side by side in the order of the places."""
    return [score for place in _PLACES for score in vectors.get(place) or (0.0,) * _LABELS]


def _by_place(weights: Mapping[str, Vector]) -> dict[str, dict[str, Vector]]:
    """Return the weights by the place that a feature's name begins with, then by the rest of the name."""
    found: dict[str, dict[str, Vector]] = {place: {} for place in _PLACES}
    for name, vector in weights.items():
        place = name[:2] if name[0] in "+-" else ""
        found[place][name[len(place) :]] = vector
    return found
