"""Gives names the vectors of their runs of letters: those of an Arabic name and its Latin form lie near each other."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from musnad.languages import Language
from musnad.languages.transliteration import DIMENSIONS, LONGEST_LATIN_RUN, LONGEST_RUN, letter_runs

Vectors = npt.NDArray[np.float32]


def vector_of(name: str, language: Language) -> Vectors:
    """Return the vector, of length one, of a folded name in the language's letters; noughts where no run is known."""
    return _unit(letter_runs(name, LONGEST_RUN), _loaded(language)[0])


def vectors_of_latin(names: Sequence[str], language: Language) -> Vectors:
    """Return the vectors, of length one, of folded names in Latin letters, a row each."""
    known = _loaded(language)[1]
    rows = np.zeros((len(names), DIMENSIONS), dtype=np.float32)
    for row, name in enumerate(names):
        rows[row] = _unit(letter_runs(name, LONGEST_LATIN_RUN), known)
    return rows


def _unit(runs: Iterable[str], known: tuple[Mapping[str, int], Vectors]) -> Vectors:
    numbers, vectors = known
    summed: Vectors = vectors[[numbers[run] for run in runs if run in numbers]].sum(axis=0)
    length = float(np.sqrt(summed @ summed))
    return summed / np.float32(length) if length else summed


@lru_cache(maxsize=4)
def _loaded(language: Language) -> tuple[tuple[Mapping[str, int], Vectors], tuple[Mapping[str, int], Vectors]]:
    vectors = language.transliteration.vectors
    return _matrix(vectors.runs), _matrix(vectors.latin_runs)


def _matrix(runs: Mapping[str, bytes]) -> tuple[Mapping[str, int], Vectors]:
    numbers = {run: row for row, run in enumerate(runs)}
    bytes_ = np.frombuffer(b"".join(runs.values()), dtype=np.int8)
    return numbers, bytes_.reshape(len(runs), DIMENSIONS).astype(np.float32)
