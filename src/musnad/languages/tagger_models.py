"""What the trained taggers of a language pack are made of: weights, and counts over large texts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from musnad.languages.crf_file import CrfWeights


@dataclass(frozen=True, slots=True)
class WordTables:
    """What was counted over large texts: a word's clusters at several sizes, and in how many names it stands."""

    clusters: Mapping[str, Sequence[str]] = field(repr=False)
    name_words: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class TaggerModels:
    """The weights of the clitic segmenter, as CRFsuite writes them, those of the name tagger, and the word tables."""

    clitics: bytes = field(repr=False)
    names: CrfWeights = field(repr=False)
    tables: WordTables
