"""A mention: words of an article that name, describe or count something, and what they resolve to."""

from dataclasses import dataclass
from enum import StrEnum

from musnad.model.place import PlaceCandidate
from musnad.model.span import Span


class MentionKind(StrEnum):
    """What sort of thing a mention points at."""

    PERSON = "person"
    ORGANISATION = "organisation"
    ARMED_GROUP = "armed_group"
    GOVERNMENT_BODY = "government_body"
    COUNTRY = "country"
    PLACE = "place"
    FACILITY = "facility"
    OUTLET = "outlet"
    WEAPON = "weapon"
    CRAFT = "craft"
    NATIONALITY = "nationality"
    TITLE = "title"
    MONEY = "money"
    QUANTITY = "quantity"
    EVENT_NAME = "event_name"


@dataclass(frozen=True, slots=True)
class Amount:
    """How much or how many: an interval [least, most], open above where `most` is None, in `unit`.

    `unit` is an SI symbol, an ISO 4217 code for money, or the folded noun that is counted.
    """

    least: float
    most: float | None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a thing.

    `entry` is the id of the lexicon entry it matched, `country` an ISO 3166 alpha-2 code. `refers_to` is a fuller
    mention of the same thing in the article, earlier save for headlines. `candidates` are a place's possible
    meanings, best first; never a silent guess.
    """

    kind: MentionKind
    span: Span
    rule: str
    confidence: float
    entry: str | None = None
    country: str | None = None
    refers_to: Span | None = None
    amount: Amount | None = None
    candidates: tuple[PlaceCandidate, ...] = ()
