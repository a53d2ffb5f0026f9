"""An entity: one person, body, place or weapon behind the names that several texts give it."""

from dataclasses import dataclass
from enum import StrEnum

from musnad.model.mention import MentionKind
from musnad.model.span import Span


class MergeVerdict(StrEnum):
    """What is held of two namings: one entity, a question for a person, or two entities."""

    MERGED = "merged"
    ASK = "ask"
    SEPARATE = "separate"


@dataclass(frozen=True, slots=True)
class Naming:
    """All mentions of one thing in one report: `name` is its fullest form there, `forms` every distinct form."""

    id: str
    report: str
    kind: MentionKind
    name: str
    forms: tuple[str, ...]
    spans: tuple[Span, ...]
    entry: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Merge:
    """What was decided of two namings, by id, with the score from 0 to 1 and the reasons; it can be undone."""

    left: str
    right: str
    verdict: MergeVerdict
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing across reports: `label` is its commonest full name, `names` all forms, `namings` ids of its namings.

    `external` are ids elsewhere: ("wikidata", "Q42"), ("iso3166", "LB"), ("lexicon", an entry of Musnad's own).
    """

    id: str
    kind: MentionKind
    label: str
    names: tuple[str, ...]
    namings: tuple[str, ...]
    country: str | None = None
    external: tuple[tuple[str, str], ...] = ()
