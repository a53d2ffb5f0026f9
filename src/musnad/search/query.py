"""A query as a tree of frozen values: words, phrases and fields under AND, OR and NOT."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from musnad.model import Anonymity, EventType, LinkKind, Stance


@dataclass(frozen=True, slots=True)
class Everything:
    """All reports: the query `*`."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it was typed; every form of it is meant. `at` is its place in the query."""

    written: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words between quotation marks: these forms, in this order; the first may have و، ف، ب، ل or ك before it."""

    written: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class Title:
    """A word that must stand in the headline, in any form."""

    written: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class Outlet:
    """The outlet that published the report, by part of its name or by its id in the lexicon."""

    name: str


@dataclass(frozen=True, slots=True)
class Language:
    """The language of the report, an ISO 639-1 code."""

    code: str


@dataclass(frozen=True, slots=True)
class Days:
    """Days of publication from `earliest` to `latest`, both included; None where open."""

    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class Source:
    """A holder in the claim's chain, by part of its name."""

    name: str


@dataclass(frozen=True, slots=True)
class SourceKindIs:
    """The kind of the claim's origin."""

    kind: LinkKind


@dataclass(frozen=True, slots=True)
class Anonymous:
    """Whether the claim's origin is unnamed; or in what class it is."""

    unnamed: bool
    anonymity: Anonymity | None = None


@dataclass(frozen=True, slots=True)
class StanceIs:
    """What the claim's origin does with its content."""

    stance: Stance


@dataclass(frozen=True, slots=True)
class IndependentChains:
    """How many independent chains the claim's proposition surely has: `least` to `most`, None where open."""

    least: int | None
    most: int | None


@dataclass(frozen=True, slots=True)
class Contradicted:
    """Whether some claim contradicts what this one says."""

    contradicted: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A place that the report names, by its name, its id in the gazetteer or its country's code."""

    name: str


@dataclass(frozen=True, slots=True)
class Weapon:
    """A weapon or craft that the report names, by its name in any script or its id in the lexicon."""

    name: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does or suffers what happens: an agent or a target of an event of the report."""

    name: str


@dataclass(frozen=True, slots=True)
class EventIs:
    """The type of an event that the report tells."""

    type: EventType


@dataclass(frozen=True, slots=True)
class And:
    """All of `parts`."""

    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of `parts`."""

    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Not `part`."""

    part: "Query"


ClaimFilter: TypeAlias = Source | SourceKindIs | Anonymous | StanceIs | IndependentChains | Contradicted
"""What is asked of a claim. Those that stand side by side under one AND are asked of one and the same claim."""
EventFilter: TypeAlias = Actor | EventIs
"""What is asked of an event, likewise."""
ReportFilter: TypeAlias = Outlet | Language | Days | Place | Weapon
Text: TypeAlias = Word | Phrase | Title
Query: TypeAlias = Everything | Text | ReportFilter | ClaimFilter | EventFilter | And | Or | Not

CLAIM_FILTERS = (Source, SourceKindIs, Anonymous, StanceIs, IndependentChains, Contradicted)
EVENT_FILTERS = (Actor, EventIs)
