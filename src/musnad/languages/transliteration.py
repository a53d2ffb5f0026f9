"""What was learned of a language's names in Latin letters: the alignment of letters, and vectors of runs of letters."""

from collections.abc import Mapping
from dataclasses import dataclass, field

LONGEST_CHUNK = 2
"""Letters of the language that one step of an alignment takes."""
LONGEST_LATIN = 3
"""Latin letters that one step takes."""
END = "$"
"""What closes a name in both scripts."""
START = "^"
"""What opens a name where its runs of letters are taken."""
LONGEST_RUN = 2
"""Letters of the language in the longest run that has a vector; START and END count."""
LONGEST_LATIN_RUN = 3
"""Latin letters in the longest run."""
DIMENSIONS = 64
"""Numbers of a vector, each of one signed byte."""


@dataclass(frozen=True, slots=True)
class NameVectors:
    """Vectors of runs of letters in both scripts: the sums over two names that spell each other point one way."""

    runs: Mapping[str, bytes] = field(repr=False)
    latin_runs: Mapping[str, bytes] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Transliteration:
    """Log probabilities of aligned chunks, by (letters of the language, Latin letters); docs/models.md says whence.

    A name is spelt as folded letters with END behind them; its score is the best sum over all ways to cut it.
    """

    scores: Mapping[tuple[str, str], float] = field(repr=False)
    vectors: NameVectors = field(repr=False)


def letter_runs(name: str, longest: int) -> list[str]:
    """Return the runs of one to `longest` letters of a name between START and END, in order, repeats kept."""
    closed = START + name + END
    sizes = range(1, longest + 1)
    runs = (closed[at : at + size] for size in sizes for at in range(len(closed) - size + 1))
    return [run for run in runs if run not in (START, END)]
