"""Finds reports: newest first or by relevance, page by page; counts them, and counts them by facet."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    and_,
    cast,
    desc,
    func,
    literal,
    select,
    union_all,
)

from musnad.store.finding.clauses import report_clause
from musnad.store.finding.conditions import Condition, is_text
from musnad.store.finding.newest import NewestFirst, Place, fetch_newest
from musnad.store.finding.words import numbers_with_words
from musnad.store.store import Store
from musnad.store.tables import event, place, report


@dataclass(frozen=True, slots=True)
class Found:
    """A report that was found: its number and id, what lists show of it, its score (0 where the newest come first)."""

    number: int
    id: str
    title: str | None
    outlet: str | None
    outlet_entry: str | None
    address: str | None
    path: str | None
    published: str
    score: int = 0


@dataclass(frozen=True, slots=True)
class Position:
    """Where a page of results ended: what follows has a lower score, or an earlier moment, or a lower number.

    `edge` is the last report (score, moment, number) of those that were looked at for words side by side.
    """

    score: int
    published: str
    number: int
    edge: tuple[int, str, int] | None = None


FACETED_REPORTS = 10_000
"""Enough to say what is common, and counted in some 100 ms however many more there are."""


@dataclass(frozen=True, slots=True)
class Facet:
    """How many reports that were found have a value: an outlet, a language, a month, a place, a type of event."""

    facet: str
    value: str
    label: str
    reports: int


_IDS_AT_ONCE = 500

published_or_none = func.coalesce(report.c.published, "")
_by_moment = NewestFirst(report.c.published, (report.c.number,))


def find_newest(store: Store, condition: Condition, *, limit: int, after: Position | None = None) -> list[Found]:
    """Return the reports of which the condition holds, the newest first, from the position `after` on."""
    return fetch_newest_reports(store, listed(literal(0)).where(holds(store, condition)), limit, after)


def find_numbered(store: Store, numbers: Sequence[int]) -> dict[int, Found]:
    """Return what lists show of the reports with these numbers, by number."""
    found: dict[int, Found] = {}
    with store.reading() as connection:
        for start in range(0, len(numbers), _IDS_AT_ONCE):
            some = report.c.number.in_(numbers[start : start + _IDS_AT_ONCE])
            found |= {row[0]: Found(*row) for row in connection.execute(listed(literal(0)).where(some))}
    return found


def find_among(store: Store, condition: Condition, ids: Sequence[str]) -> set[str]:
    """Return the ids of those of the reports of which the condition holds."""
    query = select(report.c.id).where(holds(store, condition))
    found: set[str] = set()
    with store.reading() as connection:
        for start in range(0, len(ids), _IDS_AT_ONCE):
            some = report.c.id.in_(ids[start : start + _IDS_AT_ONCE])
            found |= set(connection.execute(query.where(some)).scalars())
    return found


def count_found(store: Store, condition: Condition) -> int:
    """Return of how many reports the condition holds."""
    with store.reading() as connection:
        if is_text(condition):
            numbers = numbers_with_words(condition, sqlite=store.database.is_sqlite).subquery()
            return connection.execute(select(func.count()).select_from(numbers)).scalar_one()
        query = select(func.count()).select_from(report).where(holds(store, condition))
        return connection.execute(query).scalar_one()


def count_facets(store: Store, condition: Condition, *, most: int = 10) -> list[Facet]:
    """Return the commonest values of each facet, most reports first.

    Of the reports of which the condition holds the FACETED_REPORTS count that came last.
    """
    found = (
        select(report.c.number, report.c.outlet, report.c.outlet_entry, report.c.language, report.c.day)
        .where(holds(store, condition))
        .order_by(report.c.number.desc())
        .limit(FACETED_REPORTS)
        .cte("found")
    )
    month = func.substr(found.c.day, 1, 7)
    placed = select(place.c.id, place.c.name, place.c.report).where(place.c.rank == 0).distinct().subquery()
    happened = select(event.c.type, event.c.report).distinct().subquery()
    outlet = func.coalesce(found.c.outlet_entry, found.c.outlet)
    counted = [
        _count("outlet", outlet, func.max(found.c.outlet), most).where(outlet.is_not(None)),
        _count("language", found.c.language, func.max(found.c.language), most).where(found.c.language.is_not(None)),
        _count("month", month, func.max(month), most).where(month.is_not(None)),
        _count("place", placed.c.id, func.max(placed.c.name), most).select_from(
            found.join(placed, placed.c.report == found.c.number)
        ),
        _count("event", happened.c.type, func.max(happened.c.type), most).select_from(
            found.join(happened, happened.c.report == found.c.number)
        ),
    ]
    with store.reading() as connection:
        query = union_all(*(select(part.subquery()) for part in counted))
        return [Facet(*row) for row in connection.execute(query)]


def _count(facet: str, value: ColumnElement[Any], label: ColumnElement[Any], most: int) -> Select[Any]:
    counted = func.count().label("reports")
    columns = (cast(literal(facet), String).label("facet"), value.label("value"), label.label("label"), counted)
    return select(*columns).group_by(value).order_by(desc("reports"), value).limit(most)


def listed(score: ColumnElement[int]) -> Select[Any]:
    """Return the query for what lists show of reports, with a column of scores."""
    shown = report.c
    return select(
        shown.number,
        shown.id,
        shown.title,
        shown.outlet,
        shown.outlet_entry,
        shown.address,
        shown.path,
        published_or_none,
        score,
    ).select_from(report)


def fetch_newest_reports(store: Store, query: Select[Any], limit: int, after: Position | None) -> list[Found]:
    """Return at most `limit` of the listed reports, the newest first, after a position."""
    ended = Place(after.published, (after.number,)) if after else None
    with store.reading() as connection:
        return [Found(*row) for row in fetch_newest(connection, query, _by_moment, limit=limit, after=ended)]


def holds(store: Store, condition: Condition) -> ColumnElement[bool]:
    """Return the clause that holds of the rows of `report` that were read and of which the condition holds."""
    return and_(report_clause(condition, sqlite=store.database.is_sqlite), report.c.language.is_not(None))
