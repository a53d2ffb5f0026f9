"""What a language pack tells the claims step about reporting: cues, holders, particles, rules. All words are folded."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from musnad.languages.outlet_names import OutletNames
from musnad.model import Anonymity, AuthorStance, LinkKind, Stance

NAME_IN = "ئن"
"""How a sentence view spells إن and أن that are part of a name (سي إن إن، مون جيه إن) and open no clause."""


NAME_IMAM = "ئمام"
"""How a sentence view spells إمام, which folds as أمام, the preposition, does."""


def with_name_in(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the folded words of a name with its إن spelt as that of a name."""
    return tuple(NAME_IN if word == "ان" else word for word in words)


class Form(StrEnum):
    """The grammatical form in which a cue word stands."""

    PERFECT = "perfect"
    IMPERFECT = "imperfect"
    JUSSIVE = "jussive"
    PARTICIPLE = "participle"
    MASDAR = "masdar"


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a reporting verb. `takes` are the complements that make it a report (see verbs.toml).

    `gender` is m or f, `number` s, d or p: those of the subject it agrees with. `object_suffix` is true where a
    pronoun hangs on the verb (وصفها) and stands for part of the content.
    """

    lemma: str
    form: Form
    stance: Stance
    author_stance: AuthorStance
    takes: frozenset[str]
    prepositions: frozenset[str]
    gender: str
    number: str
    object_suffix: bool = False


@dataclass(frozen=True, slots=True)
class SpeechNoun:
    """One form of a noun for what somebody has said. `cue` is its verb's, with the prepositions that lead to the words.

    `plural` is the noun's own number. Where a pronoun hangs on it, `cue` agrees with whom it means. `of_other`: the
    pronoun or genitive names whom one speaks of. `rumour`: it goes round though nobody is named.
    """

    cue: Cue
    plural: bool
    of_other: bool
    rumour: bool


@dataclass(frozen=True, slots=True)
class Holder:
    """The head noun of a source phrase: the kind of holder it names, its gender and number.

    `is_title` marks a noun that also stands before a proper name (الخبير ...), which then makes a person.
    """

    kind: LinkKind
    gender: str
    number: str
    anonymity: Anonymity | None = None
    is_title: bool = False


class Frame(StrEnum):
    """The constructions in which a report can stand: where its cue, its speaker and its words are."""

    VERB_FIRST = "verb-first"
    SUBJECT_FIRST = "subject-first"
    ELIDED = "elided"
    PARTICIPLE = "participle"
    PREPOSED = "preposed"
    POSTPOSED = "postposed"
    RELAY = "relay"
    TOLD_TO = "told-to"
    NESTED = "nested"
    NOMINAL = "nominal"
    PASSIVE = "passive"
    HEADLINE = "headline"


@dataclass(frozen=True, slots=True)
class Rule:
    """One named rule of the grammar with an example it must read and a counterexample it must leave alone.

    `finds` holds the example's words by role: source, cue, content. `reach` is how many tokens may stand between
    cue and content. `confidence` is the share of its claims that were right on annotated articles.
    """

    name: str
    frame: Frame
    example: str
    finds: Mapping[str, str]
    counterexample: str
    confidence: float
    reach: int = 30


# There is one value a language: compared and hashed by identity, it is a cheap key of caches.
@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """Everything the claims step knows of one language."""

    cues: Mapping[str, tuple[Cue, ...]]
    speech_nouns: Mapping[str, SpeechNoun]
    holders: Mapping[str, Holder]
    proper_holders: Mapping[tuple[str, ...], Holder]
    outlets: Mapping[tuple[str, ...], str]
    outlet_ids: Mapping[str, str]
    outlet_heads: Mapping[str, Holder]
    outlet_names: OutletNames
    given_names: Mapping[str, str]
    rules: Mapping[str, Rule]
    words: Mapping[str, frozenset[str]] = field(repr=False)
    phrases: Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]] = field(repr=False)
    """Lists of phrases by name; in each, the phrases by their first word, so that most words cost one look-up."""
    platforms: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    name_lengths: Mapping[str, int] = field(repr=False)
    """For each word that begins a name of several words: the length of the longest such name."""
