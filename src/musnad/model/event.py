"""Events and arms transfers: what happened or was said to happen, and which claim says so."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from musnad.model.mention import Amount
from musnad.model.span import Span


class EventType(StrEnum):
    """The event types of PLOVER."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    COOPERATE = "COOPERATE"
    AID = "AID"
    CONCEDE = "CONCEDE"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class EventStatus(StrEnum):
    """What the text says of an event's reality."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    THREATENED = "threatened"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


class TransferStage(StrEnum):
    """How far an arms transfer has come, by the text."""

    OFFERED = "offered"
    ORDERED = "ordered"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    SEEN = "seen"
    INTERCEPTED = "intercepted"
    DENIED = "denied"
    PLANNED = "planned"
    THREATENED = "threatened"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Event:
    """One happening: `trigger` is its fullest mention, `also` the others.

    `earliest` and `latest` are days, both included. `said_in` is the id of the claim that reports it, None for the
    page's own voice. `background` marks what is told as context from another time. `mode` refines the type; `cameo`
    is the root code (01 to 20) of the older ontology.
    """

    id: str
    type: EventType
    trigger: Span
    status: EventStatus
    rule: str
    confidence: float
    also: tuple[Span, ...] = ()
    mode: str | None = None
    cameo: str | None = None
    agents: tuple[Span, ...] = ()
    targets: tuple[Span, ...] = ()
    place: Span | None = None
    earliest: date | None = None
    latest: date | None = None
    killed: Amount | None = None
    wounded: Amount | None = None
    weapons: tuple[Span, ...] = ()
    background: bool = False
    said_in: str | None = None


@dataclass(frozen=True, slots=True)
class Transfer:
    """One deal or shipment of arms, shaped like an entry of SIPRI's register; `said_in` as for an Event.

    `end_user` is who gets the arms from the recipient. `repeated` is False where the text calls the transfer the first,
    True where it tells of one more, None where it does not say.
    """

    id: str
    item: Span
    stage: TransferStage
    rule: str
    confidence: float
    also: tuple[Span, ...] = ()
    supplier: Span | None = None
    recipient: Span | None = None
    end_user: Span | None = None
    via: Span | None = None
    quantity: Amount | None = None
    value: Amount | None = None
    range_km: Amount | None = None
    earliest: date | None = None
    latest: date | None = None
    covert: bool = False
    repeated: bool | None = None
    said_in: str | None = None
