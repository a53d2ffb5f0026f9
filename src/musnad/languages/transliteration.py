"""What was learned of a language's names in Latin letters: vectors of runs of letters, and steps of an alignment."""

from collections.abc import Mapping
from dataclasses import dataclass, field

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
STEPS = ((0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (1, 3), (2, 0), (2, 1), (2, 2), (2, 3))
"""Steps of a weighed alignment: letters of the language, Latin letters; the first two put in what is not written."""
TABLE_BITS = 20
"""The weights of the steps lie in a table of two to this power."""


@dataclass(frozen=True, slots=True)
class NameVectors:
    """Vectors of runs of letters in both scripts: the sums over two names that spell each other point one way."""

    runs: Mapping[str, bytes] = field(repr=False)
    latin_runs: Mapping[str, bytes] = field(repr=False)


@dataclass(frozen=True, slots=True)
class LetterSteps:
    """Weights of the steps of an alignment, hashed into a table of signed bytes, each worth `unit`.

    `bases` are the weights that each of STEPS has whatever its letters.
    """

    unit: float
    bases: tuple[float, ...]
    weights: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Transliteration:
    """Which names lie near each other, and how well two of them align; docs/models.md says whence."""

    vectors: NameVectors = field(repr=False)
    steps: LetterSteps


def letter_runs(name: str, longest: int) -> list[str]:
    """Return the runs of one to `longest` letters of a name between START and END, in order, repeats kept."""
    closed = START + name + END
    sizes = range(1, longest + 1)
    runs = (closed[at : at + size] for size in sizes for at in range(len(closed) - size + 1))
    return [run for run in runs if run not in (START, END)]
