"""Scores how likely Latin names spell an Arabic one: the nearest by their vectors, aligned letter by letter."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from musnad.entities.letter_steps import letter_keys, weigh
from musnad.entities.name_vectors import vector_of, vectors_of_latin
from musnad.languages import Language
from musnad.text import fold_latin

Scores = npt.NDArray[np.float32]
NEAREST = 10
"""Latin names that are aligned for one query: those whose vectors are nearest."""
_LEAST_LIKENESS = 0.3
"""Cosine below which two names are not compared: of right pairs held out 1 to 2 % lie below, of random ones 96 %."""
_LIKENESS = 15.0
"""What a cosine counts beside an alignment's weight; from 10 to 30 the right forms that come first differ by .003."""
_LEAST_ALIGNED = -60.0
"""A worse alignment is of another name altogether, and how much worse says nothing."""
# A pair's score is the alignment's weight a letter and the cosine. Set on 1,000 pairs of wd_arabic_20: nine in ten
# right ones reach -1, with 4 % of the names that lie nearest them and none of 4,000 by chance; eight in ten reach -0.6.
_PAIR_LIKENESS = 4.0
_PAIR_MIDDLE = 4.75
_PAIR_SCALE = 0.6
_NO_SCORE = -14.0


class LatinNames:
    """Latin names, found by the vectors of their letters and then aligned letter by letter with an Arabic one."""

    def __init__(self, names: Sequence[str], language: Language) -> None:
        self.names = tuple(names)
        self._language = language
        folded = [fold_latin(name) for name in names]
        self._lengths = np.array(list(map(len, folded)), dtype=np.int64)
        self._keys = letter_keys(folded, latin=True)
        self._vectors = vectors_of_latin(folded, language)

    def ranked(self, name: str) -> list[tuple[float, str]]:
        """Return (score, Latin name) of the names that may be spellings of a folded Arabic one, best first."""
        likeness = self._vectors @ vector_of(name, self._language)
        rows = np.argpartition(-likeness, NEAREST)[:NEAREST] if len(likeness) > NEAREST else np.arange(len(likeness))
        rows = np.sort(rows[likeness[rows] >= _LEAST_LIKENESS])
        if not len(rows):
            return []
        lengths = self._lengths[rows]
        keys = self._keys[:, :, rows, : int(lengths.max()) + 1]
        aligned = np.maximum(weigh(name, keys, lengths, self._language), _LEAST_ALIGNED)
        scores: Scores = _LIKENESS * likeness[rows] + aligned
        order = np.lexsort((rows, -scores))
        return [(float(scores[place]), self.names[rows[place]]) for place in order.tolist()]


@lru_cache(maxsize=50_000)
def transliteration_score(name: str, latin: str, language: Language) -> float:
    """Return how well one folded Arabic name and one Latin name spell each other: at 0 surely, below -1.7 hardly."""
    spelt = fold_latin(latin)
    if not spelt or not name:
        return _NO_SCORE
    keys = letter_keys([spelt], latin=True)
    aligned = float(weigh(name, keys, np.array([len(spelt)]), language)[0])
    likeness = float(vectors_of_latin([spelt], language)[0] @ vector_of(name, language))
    letter = max(aligned, _LEAST_ALIGNED) / max(len(name), len(spelt))
    return _PAIR_SCALE * (letter + _PAIR_LIKENESS * likeness - _PAIR_MIDDLE)
