"""Scores how likely Latin names spell an Arabic one: the nearest by their vectors, aligned letter by letter."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from musnad.entities.name_vectors import vector_of, vectors_of_latin
from musnad.languages import Language
from musnad.languages.transliteration import END, LONGEST_CHUNK, LONGEST_LATIN
from musnad.text import fold_latin

Scores = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]
NEAREST = 20
"""Latin names that are aligned for one query: those whose vectors are nearest."""
_LEAST_LIKENESS = 0.3
"""Cosine below which two names are not compared: of right pairs held out 1 to 2 % lie below, of random ones 96 %."""
_LIKENESS = 30.0
"""What a cosine counts beside a log score; from 15 to 60 the share of names whose form comes first is within .005."""
_LEAST_ALIGNED = -60.0
"""A worse alignment is of another name altogether, and how much worse says nothing."""
_UNSEEN = -14.0
"""Log probability of an alignment that training never saw: half of what the rarest seen ones have."""
_WITHOUT_ARTICLE = -1.0
# A pair's score is the alignment's log score a letter and the cosine. Of other names that lie nearest, 4 % pass where
# nine in ten right ones do, against 5 % by the alignment alone; the middle keeps the scale of the alignment.
_PAIR_LIKENESS = 4.0
_MIDDLE_LIKENESS = 0.74
_LETTERS = 28  # a to z, END, and nothing
_NO_SCORE = np.float32(-1e9)
_CODES = {letter: number for number, letter in enumerate("abcdefghijklmnopqrstuvwxyz" + END, start=1)}


class LatinNames:
    """Latin names, found by the vectors of their letters and then scored letter by letter against an Arabic one."""

    def __init__(self, names: Sequence[str], language: Language) -> None:
        self.names = tuple(names)
        self._language = language
        folded = [fold_latin(name) for name in names]
        self._lengths = np.array([len(name) + 1 for name in folded])
        self._chunks = _chunk_codes(folded)
        self._vectors = vectors_of_latin(folded, language)

    def ranked(self, name: str) -> list[tuple[float, str]]:
        """Return (score, Latin name) of the names that may be spellings of a folded Arabic one, best first."""
        likeness = self.likeness(name)
        rows = np.argpartition(-likeness, NEAREST)[:NEAREST] if len(likeness) > NEAREST else np.arange(len(likeness))
        rows = np.sort(rows[likeness[rows] >= _LEAST_LIKENESS])
        if not len(rows):
            return []
        scores = _LIKENESS * likeness[rows] + np.maximum(self.aligned(name, rows), _LEAST_ALIGNED)
        order = np.lexsort((rows, -scores))
        return [(float(scores[place]), self.names[rows[place]]) for place in order.tolist()]

    def likeness(self, name: str) -> Scores:
        """Return the cosine of the vectors of each Latin name and a folded Arabic one."""
        cosines: Scores = self._vectors @ vector_of(name, self._language)
        return cosines

    def aligned(self, name: str, rows: Numbers) -> Scores:
        """Return the log score of the best alignment with the names in these rows, with or without the article."""
        whole = self._scores(name, rows)
        article = self._language.naming_grammar.article
        if not name.startswith(article) or len(name) <= len(article) + 2:
            return whole
        bare: Scores = self._scores(name[len(article) :], rows) + np.float32(_WITHOUT_ARTICLE)
        better: Scores = np.maximum(whole, bare)
        return better

    def _scores(self, name: str, rows: Numbers) -> Scores:
        """Return the best alignment's log score of each row (Viterbi); cells (letters taken, row, Latin letters)."""
        lengths = self._lengths[rows]
        width = int(lengths.max())
        chunks = [codes[rows, :width] for codes in self._chunks]
        tables = _tables(self._language)
        spelt = name + END
        best = np.full((len(spelt) + 1, len(rows), width + 1), _NO_SCORE, dtype=np.float32)
        best[0, :, 0] = 0
        for start in range(len(spelt)):
            for size in range(1, min(LONGEST_CHUNK, len(spelt) - start) + 1):
                table = tables.get(spelt[start : start + size])
                if table is None and size > 1:
                    continue
                here, there = best[start], best[start + size]
                for taken in range(LONGEST_LATIN + 1):
                    steps = _UNSEEN if table is None else table[chunks[taken][:, : width + 1 - taken]]
                    if taken == 0:
                        steps = _UNSEEN if table is None else table[0]
                    np.maximum(there[:, taken:], here[:, : width + 1 - taken] + steps, out=there[:, taken:])
        scores: Scores = best[len(spelt), np.arange(len(rows)), lengths]
        return scores


@lru_cache(maxsize=50_000)
def transliteration_score(name: str, latin: str, language: Language) -> float:
    """Return how well one folded Arabic name and one Latin name spell each other: at 0 surely, below -1.7 hardly."""
    spelt = fold_latin(latin)
    if not spelt or not name:
        return _UNSEEN
    names = LatinNames((spelt,), language)
    aligned = float(names.aligned(name, np.zeros(1, dtype=np.int64))[0])
    likeness = float(names.likeness(name)[0])
    return aligned / max(len(name), len(spelt)) + _PAIR_LIKENESS * (likeness - _MIDDLE_LIKENESS)


def _chunk_codes(names: Sequence[str]) -> list[Numbers]:
    """Return for 0 to LONGEST_LATIN letters the code of the chunk that begins at each letter of each name."""
    width = max(map(len, names), default=0) + 1
    letters = np.zeros((len(names), width + LONGEST_LATIN), dtype=np.int64)
    for row, name in enumerate(names):
        letters[row, : len(name) + 1] = [_CODES[letter] for letter in name + END]
    codes = [np.zeros((len(names), width), dtype=np.int64)]
    for size in range(1, LONGEST_LATIN + 1):
        step = letters[:, size - 1 : size - 1 + width] * _LETTERS ** (size - 1)
        codes.append(codes[-1] + step)
    return codes


@lru_cache(maxsize=4)
def _tables(language: Language) -> Mapping[str, Scores]:
    """Return for each chunk of the language's letters the log score of every chunk of Latin letters, by its code."""
    tables: dict[str, Scores] = {}
    for (chunk, latin), score in language.transliteration.scores.items():
        table = tables.get(chunk)
        if table is None:
            table = tables[chunk] = np.full(_LETTERS**LONGEST_LATIN, _UNSEEN, dtype=np.float32)
        table[sum(_CODES[letter] * _LETTERS**place for place, letter in enumerate(latin))] = score
    return tables
