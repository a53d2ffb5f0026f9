"""Scores how likely a Latin name is an Arabic one's spelling, by a learned alignment of letters, many at a time."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from musnad.entities.skeletons import skeletons, without_one
from musnad.languages import Language
from musnad.languages.transliteration import END, LONGEST_CHUNK, LONGEST_LATIN
from musnad.text import fold_latin

Scores = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]
WIDEST_BLOCK = 160
"""Latin names that are scored for one query; those whose skeleton is nearest come first."""
_UNSEEN = -14.0
"""Log probability of an alignment that training never saw: half of what the rarest seen ones have."""
_WITHOUT_ARTICLE = -1.0
_LETTERS = 28  # a to z, END, and nothing
_NO_SCORE = np.float32(-1e9)
_CODES = {letter: number for number, letter in enumerate("abcdefghijklmnopqrstuvwxyz" + END, start=1)}


class LatinNames:
    """Latin names, found by consonant skeleton and then scored letter by letter against an Arabic one."""

    def __init__(self, names: Sequence[str], language: Language) -> None:
        self.names = tuple(names)
        self._language = language
        folded = [fold_latin(name) for name in names]
        self._lengths = np.array([len(name) + 1 for name in folded])
        self._chunks = _chunk_codes(folded)
        self._exact = _by_key(folded, language, near=False)
        self._near = _by_key(folded, language, near=True)

    def ranked(self, name: str) -> list[tuple[float, str]]:
        """Return (log score, Latin name) of the names that may be spellings of a folded Arabic one, best first."""
        rows = self._block(name)
        if not len(rows):
            return []
        scores = self._scores(name, rows)
        article = self._language.naming_grammar.article
        if name.startswith(article) and len(name) > len(article) + 2:
            bare = self._scores(name[len(article) :], rows) + _WITHOUT_ARTICLE
            scores = np.maximum(scores, bare)
        order = np.lexsort((rows, -scores))
        return [(float(scores[place]), self.names[rows[place]]) for place in order.tolist()]

    def _block(self, name: str) -> Numbers:
        keys = skeletons(name, self._language)
        exact = [self._exact[key] for key in keys if key in self._exact]
        near = [self._near[part] for key in keys for part in without_one(key) if part in self._near]
        if not exact and not near:
            return np.empty(0, dtype=np.int64)
        found = np.concatenate([*exact, *near])
        _, first = np.unique(found, return_index=True)
        return found[np.sort(first)][:WIDEST_BLOCK]

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
    """Return the log score of one folded Arabic name against one Latin name, per letter of the longer one."""
    spelt = fold_latin(latin)
    if not spelt or not name:
        return _UNSEEN
    names = LatinNames((spelt,), language)
    rows = np.zeros(1, dtype=np.int64)
    score = float(names._scores(name, rows)[0])
    article = language.naming_grammar.article
    if name.startswith(article) and len(name) > len(article) + 2:
        score = max(score, float(names._scores(name[len(article) :], rows)[0]) + _WITHOUT_ARTICLE)
    return score / max(len(name), len(spelt))


def _by_key(names: Sequence[str], language: Language, *, near: bool) -> Mapping[str, Numbers]:
    found: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        keys = skeletons(name, language)
        parts = dict.fromkeys(part for key in keys for part in (without_one(key) if near else (key,)))
        for part in parts:
            found.setdefault(part, []).append(place)
    return {key: np.array(places, dtype=np.int64) for key, places in found.items()}


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
