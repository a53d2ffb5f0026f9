"""What a language pack tells the events step: triggers with their frames, other verbs, word lists. All words folded."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from musnad.languages.tolls import TollGrammar
from musnad.model import EventType


class Role(StrEnum):
    """What a phrase beside a trigger is to the deed."""

    AGENT = "agent"
    TARGET = "target"
    BOTH = "both"
    EITHER = "either"
    SELF = "self"
    DESCRIBED = "described"
    NONE = "none"


class Shape(StrEnum):
    """The form in which a trigger word stands."""

    PERFECT = "perfect"
    IMPERFECT = "imperfect"
    JUSSIVE = "jussive"
    PASSIVE = "passive"
    PARTICIPLE = "participle"
    MASDAR = "masdar"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Frame:
    """Who does what to whom beside a trigger of one group of events.toml; `target` holds "object" or prepositions.

    `companions` are stems of which one must be the complement; `unless` names contexts that cancel the reading;
    `weak` triggers count only beside political or armed actors; `arms` ones only beside a weapon.
    """

    type: EventType
    mode: str | None
    cameo: str
    target: frozenset[str]
    subject: Role
    noun: Role
    companions: frozenset[str]
    unless: frozenset[str]
    weak: bool = False
    political: bool = False
    arms: bool = False
    victims: str | None = None


@dataclass(frozen=True, slots=True)
class Trigger:
    """One reading of a word, or of `length` words, as a trigger; `lemma` is its dictionary form, folded.

    `gender` and `number` are those of the subject a verb agrees with; `suffixed` tells that a pronoun hangs on it,
    `person` whether it speaks of 1 (we) or 3 (they).
    """

    lemma: str
    frame: Frame
    shape: Shape
    gender: str = ""
    number: str = ""
    suffixed: bool = False
    person: int = 3
    future: bool = False
    may_be_passive: bool = False


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb's form apart from any event: enough to tell that a word is a verb, and who its subject may be."""

    lemma: str
    gender: str
    number: str
    imperfect: bool


@dataclass(frozen=True, slots=True)
class Dealing:
    """How a word of arms transfers reads: which party its subject is, how it marks the other, and the stage it tells.

    `subject` and `noun` are supplier, recipient, via or none: what the subject of the verb is, and what follows the
    noun in the genitive. `marks` maps prepositions, and "object" for a first object, to a role.
    """

    lemma: str
    subject: str
    noun: str
    marks: Mapping[str, str]
    stage: str
    covert: bool = False


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """Everything the events step knows of one language."""

    triggers: Mapping[str, tuple[Trigger, ...]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Trigger], ...]]
    """For each word that begins a trigger of several words: the further words, longest first, and the reading."""
    verbs: Mapping[str, Verb]
    dealings: Mapping[str, Dealing]
    words: Mapping[str, frozenset[str]] = field(repr=False)
    tolls: TollGrammar = field(repr=False)
    load_stems: Callable[[], Mapping[str, int]] = field(repr=False)
    """Return how common the words of news are, clitics cut, in powers of two: what tells a letter from a clitic."""
    nationalities: frozenset[str] = field(repr=False)
    demonyms: Mapping[str, str] = field(repr=False)
    """For the adjectives of states, masculine singular: the state's ISO 3166 code."""
    lemmas: int = 0
