"""What the trained taggers of a language pack are made of: weights, and counts over large texts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class WordTables:
    """What was counted over large texts: a word's clusters at several sizes, and in how many names it stands."""

    clusters: Mapping[str, Sequence[str]] = field(repr=False)
    name_words: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class TaggerModels:
    """The weights of the clitic segmenter and of the name tagger, as CRFsuite writes them, and the word tables.

    `weighted` are the features of which the name tagger's weights know.
    """

    clitics: bytes = field(repr=False)
    names: bytes = field(repr=False)
    weighted: frozenset[str] = field(repr=False)
    tables: WordTables
