"""Counts who is named as a source of claims, and which outlets print them, as reports come and go."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter, sub
from typing import Any

from sqlalchemy import ColumnElement, Connection, String, case, delete, func, literal_column, or_, select, update

from musnad.store import tables
from musnad.store.batches import parts
from musnad.store.children import COLUMNS, Values
from musnad.store.rows import Row

PAGE = "page"
"""The kind of an outlet as the printer of pages; as a holder inside a claim's chain it is an outlet."""
# Written out: PostgreSQL takes an expression in SELECT and in GROUP BY for two where each has its own parameter.
_NONE: ColumnElement[str] = literal_column("''", String())
_ANON: ColumnElement[str] = literal_column("'anon'", String())
_COUNTS = ("claims", "origins", "denials", "reports")
_NOTHING = (0,) * len(_COUNTS)
_COLUMNS = ("id", "kind", "key", "name", "first_day", "day", *_COUNTS)
_UPSERT = f"""
INSERT INTO source ({", ".join(_COLUMNS)}) VALUES ({{places}}) ON CONFLICT (id) DO UPDATE SET
{", ".join(f"{name} = source.{name} + excluded.{name}" for name in _COUNTS)},
name = coalesce(source.name, excluded.name),
first_day = CASE WHEN source.first_day IS NULL OR excluded.first_day < source.first_day
    THEN excluded.first_day ELSE source.first_day END,
day = CASE WHEN source.day IS NULL OR excluded.day > source.day THEN excluded.day ELSE source.day END
"""
_CLAIM = itemgetter(COLUMNS["link"].index("claim"))
_STANCE = itemgetter(COLUMNS["claim"].index("stance"))
_HOLDER = itemgetter(*map(COLUMNS["link"].index, ("kind", "entry", "folded", "anonymity", "name", "stance")))


def holder_key(links: Any) -> ColumnElement[str]:
    """Return the key of who holds a link: a lexicon entry, else the folded name; of unnamed ones their class."""
    named = func.coalesce(links.c.entry, links.c.folded, _NONE)
    return case((links.c.kind == _ANON, func.coalesce(links.c.anonymity, _NONE)), else_=named)


def page_key() -> ColumnElement[str]:
    """Return the key of the outlet that printed a report, None where it is not known."""
    return func.coalesce(tables.report.c.outlet_entry, func.nullif(tables.report.c.outlet, _NONE))


def source_id(kind: str, key: str) -> str:
    """Return the id of a source."""
    return f"{kind}:{key}"


@dataclass(slots=True)
class Counted:
    """What some reports have of one source; of its names one."""

    kind: str
    key: str
    name: str | None = None
    claims: int = 0
    origins: int = 0
    denials: int = 0
    reports: set[int] = field(default_factory=set)
    days: set[str] = field(default_factory=set)

    @property
    def counts(self) -> tuple[int, ...]:
        """Return the numbers of claims, origins, denials and reports."""
        return (self.claims, self.origins, self.denials, len(self.reports))


Share = tuple[str, str, str | None, int, int, int]
"""What one report has of a source: its kind, key and name; how many claims, origins of claims and denials."""


def shares_of(row: Row, children: Mapping[str, list[Values]]) -> tuple[Share, ...]:
    """Return what a report has of each source, counted from its rows as `count_sources` counts those of a store."""
    found: dict[str, Counted] = {}
    for _, links in groupby(children.get("link", ()), key=_CLAIM):
        _count_chain([_HOLDER(link) for link in links][::-1], found)
    page = row["outlet_entry"] or row["outlet"]
    if page:
        stances = [_STANCE(claim) for claim in children.get("claim", ())]
        counted = found.setdefault(source_id(PAGE, page), Counted(PAGE, page))
        counted.name, counted.claims, counted.denials = row["outlet"], len(stances), stances.count("denies")
    return tuple((each.kind, each.key, each.name, each.claims, each.origins, each.denials) for each in found.values())


def _count_chain(chain: Sequence[tuple[Any, ...]], found: dict[str, Counted]) -> None:
    """Count the holders of one claim, its origin leading."""
    seen: set[str] = set()
    for place, (kind, entry, folded, anonymity, name, stance) in enumerate(chain):
        key = (anonymity if kind == "anon" else folded if entry is None else entry) or ""
        if not key and kind != "anon":
            continue  # left out of the text
        source = source_id(kind, key)
        counted = found.setdefault(source, Counted(kind, key))
        counted.name = counted.name or name
        counted.origins += not place
        # A claim that one source has from itself is one claim of it.
        first = source not in seen
        counted.claims += first
        counted.denials += first and stance == "denies"
        seen.add(source)


def gather_shares(given: Iterable[tuple[int, str | None, Iterable[Share]]]) -> dict[str, Counted]:
    """Return what reports, each with its number, its day and its shares, have of each source, by id."""
    found: dict[str, Counted] = {}
    for number, day, shares in sorted(given):
        for kind, key, name, claims, origins, denials in shares:
            counted = _counted(found, kind, key, number, day)
            counted.name = counted.name or name
            counted.claims += claims
            counted.origins += origins
            counted.denials += denials
    return found


def count_sources(connection: Connection, numbers: Iterable[int]) -> dict[str, Counted]:
    """Return what the reports with these numbers have of each source, by id."""
    found: dict[str, Counted] = {}
    for some in parts(sorted(numbers)):
        _count_holders(connection, some, found)
        _count_pages(connection, some, found)
    return found


def _count_holders(connection: Connection, numbers: Sequence[int], found: dict[str, Counted]) -> None:
    link = tables.link
    columns = (link.c.report, link.c.claim, link.c.kind, holder_key(link), link.c.name, link.c.stance, link.c.day)
    query = select(*columns).where(link.c.report.in_(numbers))
    query = query.order_by(link.c.report, link.c.claim, link.c.position.desc())
    seen: set[str] = set()
    before = None
    for report, claim, kind, key, name, stance, day in connection.execute(query):
        is_origin = (report, claim) != before
        if is_origin:
            before, seen = (report, claim), set()
        if not key and kind != "anon":
            continue  # left out of the text
        counted = _counted(found, kind, key, report, day)
        counted.name = counted.name or name
        counted.origins += is_origin
        # A claim that one source has from itself is one claim of it.
        first = source_id(kind, key) not in seen
        counted.claims += first
        counted.denials += first and stance == "denies"
        seen.add(source_id(kind, key))


def _count_pages(connection: Connection, numbers: Sequence[int], found: dict[str, Counted]) -> None:
    report, claim = tables.report, tables.claim
    denied = func.coalesce(func.sum(case((claim.c.stance == "denies", 1), else_=0)), 0)
    query = (
        select(report.c.number, page_key(), report.c.outlet, report.c.day, func.count(claim.c.report), denied)
        .outerjoin(claim, claim.c.report == report.c.number)
        .where(report.c.number.in_(numbers), page_key().is_not(None))
        .group_by(report.c.number)
    )
    for number, key, name, day, claims, denials in connection.execute(query):
        counted = _counted(found, PAGE, key, number, day)
        counted.name = counted.name or name
        counted.claims += claims
        counted.denials += denials


def _counted(found: dict[str, Counted], kind: str, key: str, report: int, day: str | None) -> Counted:
    counted = found.setdefault(source_id(kind, key), Counted(kind, key))
    counted.reports.add(report)
    if day is not None:
        counted.days.add(day)
    return counted


def change_sources(connection: Connection, came: Mapping[str, Counted], gone: Mapping[str, Counted]) -> None:
    """Enter what came and what is gone; drop the sources of which nothing is left.

    All in one order of ids, so that two writers wait for each other and never in a circle.
    """
    names = sorted({*came, *gone})
    if not names:
        return
    place = "?" if connection.dialect.name == "sqlite" else "%s"
    statement = _UPSERT.format(places=", ".join([place] * len(_COLUMNS)))
    connection.exec_driver_sql(statement, [_row(name, came.get(name), gone.get(name)) for name in names])
    if gone:
        _settle(connection, gone)


def _row(name: str, came: Counted | None, gone: Counted | None) -> Values:
    one = came or gone
    assert one is not None  # a name is of one of the two
    days = came.days if came else set()
    counts = list(map(sub, came.counts if came else _NOTHING, gone.counts if gone else _NOTHING))
    return (name, one.kind, one.key, one.name, min(days, default=None), max(days, default=None), *counts)


def _settle(connection: Connection, gone: Mapping[str, Counted]) -> None:
    """Drop sources of which nothing is left, and look up the days of the others: the outermost may be gone."""
    table = tables.source
    for some in parts(sorted(gone)):
        connection.execute(delete(table).where(table.c.id.in_(some), table.c.reports <= 0))
    for name, counted in sorted(gone.items()):
        first, last = _days(connection, counted)
        connection.execute(update(table).where(table.c.id == name).values(first_day=first, day=last))


def _days(connection: Connection, counted: Counted) -> tuple[str | None, str | None]:
    link, report = tables.link, tables.report
    if counted.kind == PAGE:
        day, asked = report.c.day, [page_key() == counted.key]
        asked.append(or_(report.c.outlet_entry == counted.key, report.c.outlet == counted.key))
    elif counted.kind == "anon":
        day = link.c.day
        same = link.c.anonymity == counted.key if counted.key else link.c.anonymity.is_(None)
        asked = [link.c.kind == _ANON, same]
    else:
        day = link.c.day
        unlisted = link.c.entry.is_(None) & (link.c.folded == counted.key)
        asked = [link.c.kind == counted.kind, or_(link.c.entry == counted.key, unlisted)]
    first, last = connection.execute(select(func.min(day), func.max(day)).where(*asked)).one()
    return first, last
