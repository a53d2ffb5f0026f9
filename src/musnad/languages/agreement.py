"""What a language pack tells the agreement step: senses of words, what denies, what is but meant, markers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from musnad.languages.frames import NO_FRAMES, FrameLexicon
from musnad.languages.numerals import NumberWords


class Tense(StrEnum):
    """Whether a word is a verb, and of what it tells by its form."""

    NONE = "none"
    PERFECT = "perfect"
    IMPERFECT = "imperfect"
    FUTURE = "future"


class MarkerKind(StrEnum):
    """What clashes: what precedes with the words that follow it, or the sentence with the one before it."""

    AGAINST = "against"
    TURN = "turn"


@dataclass(frozen=True, slots=True)
class WordReading:
    """What a word says: its lemma, the senses that it shares with others, and those that it is opposed to.

    `key` is what is left of the lemma without weak letters: words of one root often share it. `is_act` tells a verb
    or its verbal noun, `is_deed` these and other nouns of what is done (صفقة); `is_masdar` tells
    that it may be a verbal noun (قتل the verb, قتل the noun); `count` is 2 for a dual; `may_be_past` tells an
    imperfect that is the perfect of another verb too (تسلم).
    """

    lemma: str
    key: str
    senses: frozenset[str] = frozenset()
    opposed: frozenset[str] = frozenset()
    tense: Tense = Tense.NONE
    is_deed: bool = False
    is_act: bool = False
    is_masdar: bool = False
    count: int | None = None
    may_be_past: bool = False


@dataclass(frozen=True, slots=True)
class Opposition:
    """A pair of opposed senses by name, with two sentences that conflict and two that do not."""

    name: str
    example: tuple[str, str]
    counterexample: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Collocation:
    """What a word says together with another that follows it soon: أسقط with تهمة acquits. `sense` as in a reading.

    `with_words` are folded and may bear clitics. The example conflicts, the counterexample does not.
    """

    name: str
    with_words: frozenset[str]
    sense: str
    is_verb: bool
    example: tuple[str, str]
    counterexample: tuple[str, str]


@dataclass(frozen=True, slots=True)
class DoerKind:
    """A kind of doers by the nouns that name it, folded; `meets` names kinds that may be one and the same doer.

    The example conflicts in who did it, the counterexample does not.
    """

    name: str
    nouns: frozenset[str] = field(repr=False)
    meets: frozenset[str]
    example: tuple[str, str]
    counterexample: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Marker:
    """Words by which a writer says that two accounts clash, as folded words, with an example and a counterexample."""

    kind: MarkerKind
    phrases: tuple[tuple[str, ...], ...]
    example: str
    counterexample: str


@dataclass(frozen=True, slots=True, eq=False)
class AgreementLexicon:
    """Everything the agreement step knows of one language. All words are folded.

    `words` are lists by name: negators, denials, failures, intents, ...; `changing` names the oppositions of which
    one side may follow the other. `rarity` tells of a lemma how rare it is in
    news, 0 to 1; one that is not listed is of rarity 1. `model` are the weights of the lexical model by feature;
    `collocations` are listed under every form of the word that they begin with; `doers` are kinds of doers.
    """

    read_word: Callable[[str], WordReading]
    words: Mapping[str, frozenset[str]] = field(repr=False)
    rarity: Mapping[str, float] = field(repr=False)
    oppositions: tuple[Opposition, ...] = ()
    markers: tuple[Marker, ...] = ()
    model: Mapping[str, Mapping[str, float]] = field(default_factory=dict, repr=False)
    numbers: Mapping[str, float] = field(default_factory=dict, repr=False)
    multipliers: Mapping[str, float] = field(default_factory=dict, repr=False)
    numerals: NumberWords = field(default=NumberWords({}, {}), repr=False)
    collocations: Mapping[str, tuple[Collocation, ...]] = field(default_factory=dict, repr=False)
    doers: tuple[DoerKind, ...] = field(default=(), repr=False)
    frames: FrameLexicon = field(default=NO_FRAMES, repr=False)
