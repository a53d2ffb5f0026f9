"""What can be asked of the reports of a store: conditions as frozen values, which clauses.py turns into SQL."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Everything:
    """All reports that were read."""


@dataclass(frozen=True, slots=True)
class HasKey:
    """The report's text has this search key; `in_title` where it must be in the headline."""

    key: str
    in_title: bool = False


@dataclass(frozen=True, slots=True)
class HasWords:
    """The report's text has these exact words in a row: one of `firsts`, then `rest`."""

    firsts: tuple[str, ...]
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutletIs:
    """The report's outlet has this folded name in its own, or one of these ids."""

    name: str
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LanguageIs:
    """The report is in the language of this code."""

    code: str


@dataclass(frozen=True, slots=True)
class PublishedWithin:
    """The report was published from `earliest` to `latest`, both included."""

    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class Names:
    """The report names something: a mention of these kinds (any if none) with one of these names or entries."""

    kinds: tuple[str, ...]
    names: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NamesPlace:
    """The report names a place that is likeliest one with these ids, or lies in this country."""

    ids: tuple[str, ...] = ()
    country: str | None = None


@dataclass(frozen=True, slots=True)
class HasHolder:
    """Some claim of the report comes through a holder with one of these ids."""

    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeldBy:
    """Of a claim: a link of its chain is a holder with one of these folded names in its own, or one of these ids."""

    names: tuple[str, ...]
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OriginIs:
    """Of a claim: its origin is of this kind, and in this class of anonymity, where given."""

    kind: str | None = None
    anonymity: str | None = None


@dataclass(frozen=True, slots=True)
class AnonymousIs:
    """Of a claim: whether its origin is unnamed."""

    anonymous: bool


@dataclass(frozen=True, slots=True)
class StanceIs:
    """Of a claim: its origin's stance."""

    stance: str


@dataclass(frozen=True, slots=True)
class ChainsWithin:
    """Of a claim: the least number of independent chains that affirm its proposition, both ends included."""

    least: int | None
    most: int | None


@dataclass(frozen=True, slots=True)
class ContradictedIs:
    """Of a claim: whether its proposition is contradicted."""

    contradicted: bool


@dataclass(frozen=True, slots=True)
class HeldBySource:
    """Of a claim: a link of its chain is held by the source of this kind and key."""

    kind: str
    key: str


@dataclass(frozen=True, slots=True)
class Asserts:
    """Of a claim: it asserts the proposition of this id."""

    proposition: str


@dataclass(frozen=True, slots=True)
class TypeIs:
    """Of an event: its type."""

    type: str


@dataclass(frozen=True, slots=True)
class TakesPart:
    """Of an event: an agent or target with one of these folded names in its own, or one of these entries."""

    names: tuple[str, ...]
    entries: tuple[str, ...] = ()


ClaimPart: TypeAlias = (
    HeldBy | OriginIs | AnonymousIs | StanceIs | ChainsWithin | ContradictedIs | HeldBySource | Asserts
)
EventPart: TypeAlias = TypeIs | TakesPart


@dataclass(frozen=True, slots=True)
class HasClaim:
    """The report has one claim of which all these hold."""

    parts: tuple[ClaimPart, ...]


@dataclass(frozen=True, slots=True)
class HasEvent:
    """The report has one event of which all these hold."""

    parts: tuple[EventPart, ...]


@dataclass(frozen=True, slots=True)
class InStory:
    """The report belongs to the story of this id."""

    id: str


@dataclass(frozen=True, slots=True)
class NamesEntity:
    """The report names the entity of this id."""

    id: str


@dataclass(frozen=True, slots=True)
class SaysProposition:
    """The report asserts the proposition of this id."""

    id: str


@dataclass(frozen=True, slots=True)
class IsReport:
    """The report of this id."""

    id: str


@dataclass(frozen=True, slots=True)
class StoredSince:
    """The report came into the store at this moment (ISO 8601, UTC) or later."""

    moment: str


@dataclass(frozen=True, slots=True)
class HasSource:
    """The report has a claim through the source of this kind and key, or, of kind `page`, was printed by it."""

    kind: str
    key: str


@dataclass(frozen=True, slots=True)
class HasTransfer:
    """The report tells of an arms transfer."""


@dataclass(frozen=True, slots=True)
class All:
    """All of `parts`."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one of `parts`."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Not `part`."""

    part: "Condition"


Condition: TypeAlias = (
    Everything
    | HasKey
    | HasWords
    | OutletIs
    | LanguageIs
    | PublishedWithin
    | Names
    | NamesPlace
    | HasHolder
    | HasClaim
    | HasEvent
    | HasTransfer
    | InStory
    | NamesEntity
    | SaysProposition
    | IsReport
    | StoredSince
    | HasSource
    | All
    | Any
    | Not
)


def is_text(condition: Condition) -> bool:
    """Tell whether the full-text index alone can answer the condition: words under AND, OR and AND NOT."""
    match condition:
        case HasKey() | HasWords():
            return True
        case Any(parts):
            return all(is_text(part) for part in parts)
        case All(parts):
            positive = [part for part in parts if not isinstance(part, Not)]
            negative = [part.part for part in parts if isinstance(part, Not)]
            return bool(positive) and all(map(is_text, positive)) and all(map(is_text, negative))
        case _:
            return False
