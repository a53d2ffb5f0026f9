"""Lists what reports tell, the newest report first: claims with their chains, events, arms transfers."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, select

from musnad.model import Span
from musnad.store.finding.clauses import Clause, claim_clause, event_clause
from musnad.store.finding.conditions import All, ClaimPart, Condition, EventPart, HasClaim, HasEvent, HasTransfer
from musnad.store.finding.reports import Found, Position, find_newest
from musnad.store.finding.shared import ListedProposition, propositions_of_claims
from musnad.store.finding.texts import read_texts
from musnad.store.sources import source_id
from musnad.store.store import Store
from musnad.store.tables import claim, event, event_role, link, transfer

_FEW = 12
"""Reports that are opened at first for a page: most tell several things."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a page ended: its last row's report and place in it. `position` is below 0 before all rows of a report."""

    published: str
    number: int
    position: int


@dataclass(frozen=True, slots=True)
class ListedLink:
    """A link of a claim's resolved chain; `source` is the holder's id among the sources, None where it is left out."""

    source: str | None
    name: str | None
    kind: str
    anonymity: str | None
    entry: str | None
    stance: str
    relation: str
    basis: str
    negated: bool


@dataclass(frozen=True, slots=True)
class ListedClaim:
    """A claim as lists show it: its words, its chain (page first), and the propositions that it asserts."""

    id: str
    report: Found
    position: int
    span: Span
    words: str
    mode: str
    hedge: str
    author_stance: str
    stance: str
    negated: bool
    in_headline: bool
    anonymous: bool
    repeats: str | None
    rule: str
    confidence: float
    links: tuple[ListedLink, ...]
    propositions: tuple[ListedProposition, ...]


@dataclass(frozen=True, slots=True)
class ListedRole:
    """Who or what takes part in an event: agent, target, place or weapon."""

    role: str
    name: str | None
    span: Span
    entry: str | None


@dataclass(frozen=True, slots=True)
class ListedEvent:
    """An event as lists show it; `span` is its trigger, `said_in` the id of the claim that reports it."""

    id: str
    report: Found
    position: int
    type: str
    mode: str | None
    status: str
    span: Span
    words: str
    earliest: str | None
    latest: str | None
    killed: tuple[float | None, float | None] | None
    said_in: str | None
    background: bool
    confidence: float
    roles: tuple[ListedRole, ...]


@dataclass(frozen=True, slots=True)
class ListedTransfer:
    """An arms transfer as lists show it; `span` is its item, parties are folded names."""

    id: str
    report: Found
    position: int
    stage: str
    span: Span
    words: str
    supplier: str | None
    recipient: str | None
    earliest: str | None
    latest: str | None
    said_in: str | None
    confidence: float


def list_claims(
    store: Store, condition: Condition, parts: Sequence[ClaimPart] = (), *, limit: int, after: Spot | None = None
) -> list[ListedClaim]:
    """Return claims of the reports of which the condition holds; `parts` are asked of the claims themselves."""
    asked = All((condition, HasClaim(tuple(parts))))
    clauses = [claim_clause(part, by_index=False) for part in parts]
    reports, rows = _newest(store, asked, claim, clauses, limit, after)
    numbers = list(reports)
    texts = read_texts(store, numbers)
    links = _links(store, numbers)
    said = propositions_of_claims(store, numbers)
    return [
        ListedClaim(
            row.id, reports[row.report], row.position, *_words(row, texts[row.report].text), row.mode, row.hedge,
            row.author_stance, row.stance, row.negated, row.in_headline, row.anonymous, row.repeats, row.rule,
            row.confidence, tuple(links.get((row.report, row.position), ())),
            tuple(said.get((row.report, row.id), ())),
        )
        for row in rows
    ]  # fmt: skip


def list_events(
    store: Store, condition: Condition, parts: Sequence[EventPart] = (), *, limit: int, after: Spot | None = None
) -> list[ListedEvent]:
    """Return events of the reports of which the condition holds; `parts` are asked of the events themselves."""
    asked = All((condition, HasEvent(tuple(parts))))
    reports, rows = _newest(store, asked, event, [event_clause(part) for part in parts], limit, after)
    texts = read_texts(store, list(reports))
    roles = _roles(store, list(reports))
    return [
        ListedEvent(
            row.id, reports[row.report], row.position, row.type, row.mode, row.status,
            *_words(row, texts[row.report].text), row.earliest, row.latest,
            None if row.killed_least is None and row.killed_most is None else (row.killed_least, row.killed_most),
            row.said_in, row.background, row.confidence, tuple(roles.get((row.report, row.position), ())),
        )
        for row in rows
    ]  # fmt: skip


def list_transfers(
    store: Store, condition: Condition, *, limit: int, after: Spot | None = None
) -> list[ListedTransfer]:
    """Return arms transfers of the reports of which the condition holds."""
    reports, rows = _newest(store, All((condition, HasTransfer())), transfer, [], limit, after)
    texts = read_texts(store, list(reports))
    return [
        ListedTransfer(
            row.id, reports[row.report], row.position, row.stage, *_words(row, texts[row.report].text),
            row.supplier, row.recipient, row.earliest, row.latest, row.said_in, row.confidence,
        )
        for row in rows
    ]  # fmt: skip


def _newest(
    store: Store, condition: Condition, table: Table, clauses: Sequence[Clause], limit: int, after: Spot | None
) -> tuple[dict[int, Found], list[Any]]:
    """Return the rows of a page in order, with their reports: every report has a row, so `limit` reports suffice."""
    rows: list[Any] = []
    reports: dict[int, Found] = {}
    # From just before the report that the last page ended in, which may have rows left.
    at = Position(0, after.published, after.number + 1) if after else None
    while len(rows) < limit:
        wanted = min(limit + 1, _FEW if not reports else limit - len(rows) + 1)
        found = find_newest(store, condition, limit=wanted, after=at)
        if not found:
            break
        reports |= {each.number: each for each in found}
        order = {each.number: place for place, each in enumerate(found)}
        query = select(table).where(table.c.report.in_(list(order)), *clauses)
        with store.reading() as connection:
            of_them = connection.execute(query).all()
        rows += sorted(
            (row for row in of_them if _is_left(row, after)), key=lambda row: (order[row.report], row.position)
        )
        if len(found) < wanted:
            break
        at = Position(0, found[-1].published, found[-1].number)
    shown = rows[:limit]
    held = {row.report for row in shown}
    return {number: report for number, report in reports.items() if number in held}, shown


def _is_left(row: Any, after: Spot | None) -> bool:
    return after is None or row.report != after.number or row.position > after.position


def _words(row: Any, text: str) -> tuple[Span, str]:
    span = Span(row.start, row.end)
    return span, span.of(text)


def _links(store: Store, numbers: Sequence[int]) -> dict[tuple[int, int], list[ListedLink]]:
    def made(row: Any) -> ListedLink:
        key = row.anonymity or "" if row.kind == "anon" else row.entry or row.folded
        source = None if key is None else source_id(row.kind, key)
        return ListedLink(
            source, row.name, row.kind, row.anonymity, row.entry, row.stance, row.relation, row.basis, row.negated
        )

    return _grouped(store, select(link).where(link.c.report.in_(numbers)).order_by(*link.primary_key), "claim", made)


def _roles(store: Store, numbers: Sequence[int]) -> dict[tuple[int, int], list[ListedRole]]:
    def made(row: Any) -> ListedRole:
        return ListedRole(row.role, row.name, Span(row.start, row.end), row.entry)

    query = select(event_role).where(event_role.c.report.in_(numbers)).order_by(*event_role.primary_key)
    return _grouped(store, query, "event", made)


def _grouped(store: Store, query: Any, part: str, made: Callable[[Any], Any]) -> dict[tuple[int, int], list[Any]]:
    found: dict[tuple[int, int], list[Any]] = {}
    with store.reading() as connection:
        rows: Iterable[Any] = connection.execute(query)
        for row in rows:
            found.setdefault((row.report, getattr(row, part)), []).append(made(row))
    return found
