"""Finds reports: newest first or by relevance, page by page; counts them, and counts them by facet."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    Subquery,
    and_,
    cast,
    desc,
    func,
    literal,
    select,
    tuple_,
    union_all,
)

from musnad.store.finding.clauses import report_clause
from musnad.store.finding.conditions import All, Condition, Everything, Not, is_text
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
class Weighed:
    """A sign of relevance, a condition of words alone: a report in which it holds gets so many points."""

    sign: Condition
    points: int


@dataclass(frozen=True, slots=True)
class Position:
    """Where a page of results ended: what follows has a lower score, or an earlier moment, or a lower number."""

    score: int
    published: str
    number: int


@dataclass(frozen=True, slots=True)
class Facet:
    """How many reports that were found have a value: an outlet, a language, a month, a place, a type of event."""

    facet: str
    value: str
    label: str
    reports: int


_IDS_AT_ONCE = 500

_published = func.coalesce(report.c.published, "")
_newest = (_published.desc(), report.c.number.desc())
_by_moment = NewestFirst(report.c.published, (report.c.number,))


def find_newest(store: Store, condition: Condition, *, limit: int, after: Position | None = None) -> list[Found]:
    """Return the reports of which the condition holds, the newest first, from the position `after` on."""
    return _fetch_newest(store, _list(literal(0)).where(_clause(store, condition)), limit, after)


def find_numbered(store: Store, numbers: Sequence[int]) -> dict[int, Found]:
    """Return what lists show of the reports with these numbers, by number."""
    found: dict[int, Found] = {}
    with store.reading() as connection:
        for start in range(0, len(numbers), _IDS_AT_ONCE):
            some = report.c.number.in_(numbers[start : start + _IDS_AT_ONCE])
            found |= {row[0]: Found(*row) for row in connection.execute(_list(literal(0)).where(some))}
    return found


def find_relevant(
    store: Store, condition: Condition, signs: Sequence[Weighed], *, limit: int, after: Position | None = None
) -> list[Found]:
    """Return the reports of which the condition holds, those with most points first, then the newest."""
    if not signs:
        return find_newest(store, condition, limit=limit, after=after)
    words, others = _parted(condition)
    scored = _score(store, words, signs)
    clause = _clause(store, condition)
    found: list[Found] = []
    if after is None or after.score > 0:
        # What was scored has the words already: only the rest of the condition is left to ask.
        query = _list(scored.c.score).join(scored, scored.c.number == report.c.number).where(_clause(store, others))
        if after is not None:
            place_in_order = tuple_(scored.c.score, _published, report.c.number)
            query = query.where(place_in_order < tuple_(after.score, after.published, after.number))
        found = _fetch(store, query.order_by(scored.c.score.desc(), *_newest), limit)
    if len(found) == limit:
        return found
    rest = _list(literal(0)).where(clause, report.c.number.not_in(select(scored.c.number)))
    return found + _fetch_newest(store, rest, limit - len(found), after if after and after.score == 0 else None)


def find_among(store: Store, condition: Condition, ids: Sequence[str]) -> set[str]:
    """Return the ids of those of the reports of which the condition holds."""
    query = select(report.c.id).where(_clause(store, condition))
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
        query = select(func.count()).select_from(report).where(_clause(store, condition))
        return connection.execute(query).scalar_one()


def count_facets(store: Store, condition: Condition, *, most: int = 10) -> list[Facet]:
    """Return the commonest values of each facet among the reports of which the condition holds, most reports first."""
    found = (
        select(report.c.number, report.c.outlet, report.c.outlet_entry, report.c.language, report.c.day)
        .where(_clause(store, condition))
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


def _list(score: ColumnElement[int]) -> Select[Any]:
    shown = report.c
    return select(
        shown.number,
        shown.id,
        shown.title,
        shown.outlet,
        shown.outlet_entry,
        shown.address,
        shown.path,
        _published,
        score,
    ).select_from(report)


def _fetch(store: Store, query: Select[Any], limit: int) -> list[Found]:
    with store.reading() as connection:
        return [Found(*row) for row in connection.execute(query.limit(limit))]


def _fetch_newest(store: Store, query: Select[Any], limit: int, after: Position | None) -> list[Found]:
    ended = Place(after.published, (after.number,)) if after else None
    with store.reading() as connection:
        return [Found(*row) for row in fetch_newest(connection, query, _by_moment, limit=limit, after=ended)]


def _clause(store: Store, condition: Condition) -> ColumnElement[bool]:
    return and_(report_clause(condition, sqlite=store.database.is_sqlite), report.c.language.is_not(None))


def _score(store: Store, words: tuple[Condition, ...], signs: Sequence[Weighed]) -> Subquery:
    """Return number and points of the reports with a sign, of those only of which all `words` hold."""
    parts = []
    for weighed in signs:
        asked: Condition = All((*words, weighed.sign)) if words else weighed.sign
        numbers = numbers_with_words(asked, sqlite=store.database.is_sqlite).subquery()
        parts.append(select(next(iter(numbers.c)).label("number"), literal(weighed.points).label("points")))
    every = union_all(*parts).subquery()
    return select(every.c.number, func.sum(every.c.points).label("score")).group_by(every.c.number).subquery()


def _parted(condition: Condition) -> tuple[tuple[Condition, ...], Condition]:
    """Return what a condition asks of words alone, and the rest of it."""
    if is_text(condition):
        return (condition,), Everything()
    if not isinstance(condition, All):
        return (), condition
    words = tuple(part for part in condition.parts if is_text(part))
    if not words:
        return (), condition
    words += tuple(part for part in condition.parts if isinstance(part, Not) and is_text(part.part))
    others = tuple(part for part in condition.parts if part not in words)
    return words, All(others) if others else Everything()
