"""The learned alignment of a language's letters with Latin ones."""

from collections.abc import Mapping
from dataclasses import dataclass, field

LONGEST_CHUNK = 2
"""Letters of the language that one step of an alignment takes."""
LONGEST_LATIN = 3
"""Latin letters that one step takes."""
END = "$"
"""What closes a name in both scripts."""


@dataclass(frozen=True, slots=True)
class Transliteration:
    """Log probabilities of aligned chunks, by (letters of the language, Latin letters); docs/models.md says whence.

    A name is spelt as folded letters with END behind them; its score is the best sum over all ways to cut it.
    """

    scores: Mapping[tuple[str, str], float] = field(repr=False)
