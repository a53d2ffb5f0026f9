"""Lists sources, and tells of one how it came by what it says, who has it from there, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, String, Subquery, and_, case, cast, func, literal, or_, select

from musnad.model import Reliability
from musnad.store.finding.clauses import is_holder, of_reports, printed_by
from musnad.store.finding.conditions import Condition, Everything
from musnad.store.finding.newest import NewestFirst, Place, fetch_newest
from musnad.store.sources import PAGE, holder_key, page_key, source_id
from musnad.store.store import Store
from musnad.store.tables import assertion, claim, link, proposition, report, source

_JUDGED_CLAIMS = 20_000
"""Of one source, the newest: an agency with a hundred thousand claims is told by these within a second."""


@dataclass(frozen=True, slots=True)
class ListedSource:
    """A source as lists show it: how many claims name it, of how many it is the origin, and how many it denies.

    `key` is a lexicon entry, a folded name, or the class of unnamed ones. A source of kind `page` prints the claims.
    `reliability` is F, cannot be judged, until people grade the source.
    """

    id: str
    kind: str
    key: str
    name: str | None
    claims: int
    origins: int
    denials: int
    reports: int
    first_day: str | None
    day: str | None
    reliability: Reliability = Reliability.F


class SourceOrder(StrEnum):
    """Which sources come first: those that spoke latest, or those with most claims."""

    NEWEST = "newest"
    MOST_CLAIMS = "most_claims"


@dataclass(frozen=True, slots=True)
class SourceFilter:
    """Which sources are listed: of these kinds (all if none), with this folded name in theirs or this key."""

    kinds: tuple[str, ...] = ()
    name: str | None = None
    order: SourceOrder = SourceOrder.NEWEST


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A source at the other end of so many claims."""

    id: str
    name: str | None
    claims: int


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What came of the propositions that a source's claims assert, as far as they were compared.

    `confirmed`: on two independent chains or more. `alone`: on one chain at most. `first`: confirmed, and no report
    said so on an earlier day. `of_claims`: so many claims were looked at, the newest.
    """

    propositions: int
    confirmed: int
    contradicted: int
    alone: int
    first: int
    of_claims: int


_columns = (
    source.c.id, source.c.kind, source.c.key, source.c.name, source.c.claims, source.c.origins, source.c.denials,
    source.c.reports, source.c.first_day, source.c.day,
)  # fmt: skip


def list_sources(
    store: Store, condition: Condition, asked: SourceFilter, *, limit: int, after: Place | None = None
) -> list[ListedSource]:
    """Return the sources of claims in reports of which the condition holds; counts are those of the whole store."""
    query: Select[Any] = select(*_columns)
    if asked.kinds:
        query = query.where(source.c.kind.in_(asked.kinds))
    if asked.name:
        query = query.where(or_(source.c.key == asked.name, source.c.name.contains(asked.name, autoescape=True),
                                source.c.key.contains(asked.name, autoescape=True)))  # fmt: skip
    if not isinstance(condition, Everything):
        query = query.where(source.c.id.in_(_named_in(store, condition)))
    first: ColumnElement[Any] = source.c.claims if asked.order is SourceOrder.MOST_CLAIMS else source.c.day
    order = NewestFirst(first, (source.c.id,))
    with store.reading() as connection:
        return [ListedSource(*row) for row in fetch_newest(connection, query, order, limit=limit, after=after)]


def _named_in(store: Store, condition: Condition) -> Any:
    holders = select(link.c.kind + ":" + holder_key(link)).where(of_reports(store, condition, link.c.report))
    printers = select(literal(f"{PAGE}:") + page_key()).where(of_reports(store, condition, report.c.number))
    return holders.union(printers.where(page_key().is_not(None)))


def find_source(store: Store, name: str) -> ListedSource | None:
    """Return the source of this id, None where there is none."""
    with store.reading() as connection:
        row = connection.execute(select(*_columns).where(source.c.id == name)).mappings().first()
        return ListedSource(**row) if row is not None else None


def count_held_from(store: Store, kind: str, key: str, *, most: int) -> list[Counterpart]:
    """Return on whose word a source has its claims, the commonest first: the next links; of pages the first links."""
    further = link.alias("further")
    if kind == PAGE:
        query = select(further.c.kind, holder_key(further), func.max(further.c.name), func.count()).where(
            further.c.position == 0, further.c.kind != "author", further.c.report.in_(_printed(kind, key))
        )
    else:
        following = and_(
            further.c.report == link.c.report,
            further.c.claim == link.c.claim,
            further.c.position == link.c.position + 1,
        )
        query = select(further.c.kind, holder_key(further), func.max(further.c.name), func.count())
        query = query.select_from(link).join(further, following).where(is_holder(kind, key))
    return _counterparts(store, query, further, most)


def count_relayed_by(store: Store, kind: str, key: str, *, most: int) -> list[Counterpart]:
    """Return who has claims from a source, the commonest first: the links before it, and the outlets that print it."""
    if kind == PAGE:
        return []
    nearer = link.alias("nearer")
    before = and_(
        nearer.c.report == link.c.report, nearer.c.claim == link.c.claim, nearer.c.position == link.c.position - 1
    )
    query = select(nearer.c.kind, holder_key(nearer), func.max(nearer.c.name), func.count())
    query = query.select_from(link).join(nearer, before).where(is_holder(kind, key))
    printers = (
        select(cast(literal(PAGE), String), page_key(), func.max(report.c.outlet), func.count())
        .select_from(link)
        .join(report, report.c.number == link.c.report)
        .where(is_holder(kind, key), link.c.position == 0, page_key().is_not(None))
        .group_by(page_key())
        .order_by(func.count().desc(), page_key())
        .limit(most)
    )
    with store.reading() as connection:
        printed = [Counterpart(source_id(*row[:2]), *row[2:]) for row in connection.execute(printers)]
    found = [*_counterparts(store, query, nearer, most), *printed]
    return sorted(found, key=lambda each: (-each.claims, each.id))[:most]


def _printed(kind: str, key: str) -> Select[tuple[int]]:
    return select(report.c.number).where(printed_by(key))


def _counterparts(store: Store, query: Select[Any], links: Any, most: int) -> list[Counterpart]:
    key = holder_key(links)
    query = query.where(or_(key != "", links.c.kind == "anon")).group_by(links.c.kind, key)
    query = query.order_by(func.count().desc(), links.c.kind, key).limit(most)
    with store.reading() as connection:
        return [Counterpart(source_id(*row[:2]), *row[2:]) for row in connection.execute(query)]


def count_reports_naming(store: Store, kind: str, keys: Sequence[str]) -> int:
    """Return how many reports have one of these sources of a kind in a chain."""
    query = select(func.count(link.c.report.distinct())).where(or_(*(is_holder(kind, key) for key in keys)))
    with store.reading() as connection:
        return int(connection.execute(query).scalar_one())


def count_outcomes(store: Store, kind: str, key: str) -> Outcomes:
    """Return what came of what a source says, of its newest claims."""
    claims = _claims_of(kind, key)
    said = (
        select(assertion.c.proposition.label("id"), func.min(claims.c.day).label("day"))
        .select_from(claims)
        .join(assertion, and_(assertion.c.report == claims.c.report, assertion.c.claim == claims.c.id))
        .group_by(assertion.c.proposition)
        .subquery()
    )
    confirmed = proposition.c.affirmed_least >= 2
    query = select(
        func.count(),
        _how_many(confirmed),
        _how_many(proposition.c.contradicted.is_(True)),
        _how_many(proposition.c.affirmed_most <= 1),
        _how_many(and_(confirmed, said.c.day == proposition.c.day)),
    ).select_from(said.join(proposition, proposition.c.id == said.c.id))
    with store.reading() as connection:
        counted = connection.execute(query).one()
        looked_at = connection.execute(select(func.count()).select_from(claims)).scalar_one()
    return Outcomes(*counted, looked_at)


def _how_many(asked: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((asked, 1), else_=0)), 0)


def _claims_of(kind: str, key: str) -> Subquery:
    query = select(claim.c.report, claim.c.id, claim.c.day)
    if kind == PAGE:
        query = query.where(claim.c.report.in_(_printed(kind, key)))
    else:
        of_claim = (link.c.report == claim.c.report, link.c.claim == claim.c.position)
        query = query.join(link, and_(*of_claim)).where(is_holder(kind, key)).distinct()
    return query.order_by(claim.c.day.desc().nulls_last(), claim.c.report.desc()).limit(_JUDGED_CLAIMS).subquery()
