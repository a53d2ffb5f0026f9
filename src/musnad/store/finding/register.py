"""The register of arms transfers: rows sorted and filtered by their parties, and how much went from whom to whom."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, and_, func, select

from musnad.model import Amount, LinkKind, Span, Transfer
from musnad.store.encoding import unpack_bytes
from musnad.store.finding.clauses import of_reports
from musnad.store.finding.conditions import Condition
from musnad.store.finding.reports import Found, find_numbered
from musnad.store.sources import holder_key, source_id
from musnad.store.store import Store
from musnad.store.tables import claim, link, report, transfer

NOBODY = "-"
"""The key of a party that no text names."""


class RegisterOrder(StrEnum):
    """By what the register is sorted; rows that lack it come last."""

    PUBLISHED = "published"
    WHEN = "when"
    ITEM = "item"
    SUPPLIER = "supplier"
    RECIPIENT = "recipient"
    STAGE = "stage"
    CONFIDENCE = "confidence"


@dataclass(frozen=True, slots=True)
class RegisterFilter:
    """Which transfers are listed: of this supplier, this recipient, by key, and of this stage, where given."""

    supplier: str | None = None
    recipient: str | None = None
    stage: str | None = None


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """The part of the register that is listed."""

    order: RegisterOrder = RegisterOrder.PUBLISHED
    descending: bool = True
    limit: int = 50
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Party:
    """A supplier or recipient: the lexicon's entry or else the folded name, and the words of one text for it."""

    key: str
    words: str | None


@dataclass(frozen=True, slots=True)
class Teller:
    """Who tells of a transfer, the origin of its claim, and how; `source` is its id, None where it is left out."""

    source: str | None
    kind: str
    name: str | None
    stance: str
    negated: bool
    hedge: str


@dataclass(frozen=True, slots=True)
class RegisteredTransfer:
    """A row of the register: what is said to have gone from whom to whom, in the words of its report.

    `outlet` is written as the page writes it. `teller` is None where the page tells it in its own voice.
    """

    id: str
    report: Found
    outlet: str | None
    item: str
    supplier: Party
    recipient: Party
    end_user: str | None
    via: str | None
    quantity: Amount | None
    value: Amount | None
    stage: str
    covert: bool
    repeated: bool | None
    earliest: str | None
    latest: str | None
    span: Span
    said_in: str | None
    confidence: float
    teller: Teller | None


@dataclass(frozen=True, slots=True)
class Flow:
    """How many transfers, of how many reports, are told from one party to another."""

    supplier: Party
    recipient: Party
    transfers: int
    reports: int


class _Outlet(msgspec.Struct):
    value: str


class _Article(msgspec.Struct):
    text: str
    outlet: _Outlet | None = None


class _Reading(msgspec.Struct):
    article: _Article | None = None
    transfers: tuple[Transfer, ...] = ()


_supplier = func.coalesce(transfer.c.supplier_entry, transfer.c.supplier, NOBODY)
_recipient = func.coalesce(transfer.c.recipient_entry, transfer.c.recipient, NOBODY)
_ORDERS: dict[RegisterOrder, ColumnElement[Any]] = {
    RegisterOrder.PUBLISHED: report.c.published,
    RegisterOrder.WHEN: transfer.c.earliest,
    RegisterOrder.ITEM: transfer.c.item,
    RegisterOrder.SUPPLIER: transfer.c.supplier,
    RegisterOrder.RECIPIENT: transfer.c.recipient,
    RegisterOrder.STAGE: transfer.c.stage,
    RegisterOrder.CONFIDENCE: transfer.c.confidence,
}


def list_register(
    store: Store, condition: Condition, asked: RegisterFilter, page: RegisterPage
) -> list[RegisteredTransfer]:
    """Return a part of the register of the reports of which the condition holds."""
    by = _ORDERS[page.order]
    query = _asked(store, select(transfer, _supplier.label("from_key"), _recipient.label("to_key")), condition, asked)
    query = query.join(report, report.c.number == transfer.c.report)
    query = query.order_by(by.is_(None), by.desc() if page.descending else by.asc())
    query = query.order_by(report.c.number.desc(), transfer.c.position).limit(page.limit).offset(page.offset)
    with store.reading() as connection:
        rows = connection.execute(query).all()
        tellers = _tellers(connection, {(row.report, row.said_in) for row in rows if row.said_in is not None})
    numbers = sorted({row.report for row in rows})
    reports, read = find_numbered(store, numbers), _read(store, numbers)
    return [
        _registered(row, reports[row.report], read[row.report], tellers.get((row.report, row.said_in))) for row in rows
    ]


def _tellers(connection: Connection, said: Set[tuple[int, str]]) -> dict[tuple[int, str], Teller]:
    """Return the origins of claims, by report and claim."""
    of_claim = and_(link.c.report == claim.c.report, link.c.claim == claim.c.position)
    query = select(claim.c.report, claim.c.id, claim.c.negated, claim.c.hedge, claim.c.stance, link.c.kind)
    query = query.add_columns(holder_key(link).label("key"), link.c.name).join(link, of_claim)
    query = query.where(claim.c.report.in_({number for number, _ in said}), claim.c.id.in_({name for _, name in said}))
    found: dict[tuple[int, str], Teller] = {}
    # The origin is the last link of a chain, and is left standing.
    for row in connection.execute(query.order_by(claim.c.report, claim.c.position, link.c.position)):
        source = source_id(row.kind, row.key) if row.key or row.kind == LinkKind.ANON else None
        found[row.report, row.id] = Teller(source, row.kind, row.name, row.stance, row.negated, row.hedge)
    return found


def count_register(store: Store, condition: Condition, asked: RegisterFilter) -> int:
    """Return how many transfers the register has of the reports of which the condition holds."""
    query = _asked(store, select(func.count()).select_from(transfer), condition, asked)
    with store.reading() as connection:
        return int(connection.execute(query).scalar_one())


def count_stages(store: Store, condition: Condition, asked: RegisterFilter) -> list[tuple[str, int]]:
    """Return how many transfers stand at each stage, the commonest first."""
    counted = func.count().label("counted")
    query = _asked(store, select(transfer.c.stage, counted), condition, asked)
    with store.reading() as connection:
        rows = connection.execute(query.group_by(transfer.c.stage).order_by(counted.desc(), transfer.c.stage))
        return [(row.stage, row.counted) for row in rows]


def count_flows(store: Store, condition: Condition, asked: RegisterFilter, *, most: int) -> list[Flow]:
    """Return who is told to supply whom, the commonest pairs first; both parties must be named."""
    counted = func.count().label("counted")
    columns = (_supplier.label("from_key"), _recipient.label("to_key"), counted)
    told = select(*columns, func.count(transfer.c.report.distinct()).label("reports"))
    query = _asked(store, told.add_columns(func.max(transfer.c.report).label("sample")), condition, asked)
    query = query.where(transfer.c.supplier.is_not(None), transfer.c.recipient.is_not(None))
    query = query.group_by(_supplier, _recipient).order_by(counted.desc(), _supplier, _recipient).limit(most)
    with store.reading() as connection:
        rows = connection.execute(query).all()
    names = _names(store, sorted({row.sample for row in rows}))
    return [
        Flow(
            Party(row.from_key, names.get(row.from_key)),
            Party(row.to_key, names.get(row.to_key)),
            row.counted,
            row.reports,
        )
        for row in rows
    ]


def _asked(store: Store, query: Select[Any], condition: Condition, asked: RegisterFilter) -> Select[Any]:
    query = query.where(of_reports(store, condition, transfer.c.report))
    if asked.supplier is not None:
        query = query.where(_supplier == asked.supplier)
    if asked.recipient is not None:
        query = query.where(_recipient == asked.recipient)
    if asked.stage is not None:
        query = query.where(transfer.c.stage == asked.stage)
    return query


def _names(store: Store, numbers: Sequence[int]) -> dict[str, str]:
    """Return the words with which these reports name the parties of their transfers, by the party's key."""
    query = select(transfer.c.report, transfer.c.id, _supplier.label("from_key"), _recipient.label("to_key"))
    with store.reading() as connection:
        rows = connection.execute(query.where(transfer.c.report.in_(numbers))).all()
    read, names = _read(store, numbers), dict[str, str]()
    for row in rows:
        told = read[row.report]
        moved = told.transfers[row.id]
        for key, span in ((row.from_key, moved.supplier), (row.to_key, moved.recipient)):
            if span is not None:
                names.setdefault(key, span.of(told.text))
    return names


@dataclass(frozen=True, slots=True)
class _Told:
    text: str
    outlet: str | None
    transfers: dict[str, Transfer]


def _read(store: Store, numbers: Iterable[int]) -> dict[int, _Told]:
    """Return the texts of the reports with these numbers, and their transfers by id."""
    query = select(report.c.number, report.c.body).where(report.c.number.in_(list(numbers)))
    found = {}
    with store.reading() as connection:
        packed = connection.execute(query).all()
    for number, body in packed:
        _, _, written = unpack_bytes(body).partition(b"\n")
        reading = msgspec.json.decode(written, type=_Reading)
        article = reading.article
        outlet = article.outlet.value if article and article.outlet else None
        transfers = {each.id: each for each in reading.transfers}
        found[number] = _Told(article.text if article else "", outlet, transfers)
    return found


def _registered(row: Any, found: Found, read: _Told, teller: Teller | None) -> RegisteredTransfer:
    told = read.transfers[row.id]

    def words(span: Span | None) -> str | None:
        return span.of(read.text) if span is not None else None

    return RegisteredTransfer(
        row.id, found, read.outlet, told.item.of(read.text), Party(row.from_key, words(told.supplier)),
        Party(row.to_key, words(told.recipient)), words(told.end_user), words(told.via), told.quantity, told.value,
        row.stage, told.covert, told.repeated, row.earliest, row.latest, told.item, row.said_in, row.confidence,
        teller,
    )  # fmt: skip
