"""Counts claims by day, places by reports, and who has it from whom, among the reports of which a condition holds."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Integer, and_, case, cast, func, select

from musnad.store.finding.clauses import claim_clause, of_newest_reports, of_reports
from musnad.store.finding.conditions import ClaimPart, Condition
from musnad.store.store import Store
from musnad.store.tables import claim, link, place, report

MAPPED_REPORTS = 50_000
GRAPHED_REPORTS = 5_000
"""A claim has two or three links, and each is joined with the next: five thousand reports are some 200 ms."""


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many claims reports of one day hold, and how many of them deny or have an unnamed origin."""

    day: str
    claims: int
    denials: int
    anonymous: int


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """In how many reports a place is named: its id, names and circle in degrees and kilometres."""

    id: str
    name: str
    country: str | None
    latitude: float
    longitude: float
    radius_km: float
    reports: int


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the map in degrees; one whose west is greater than its east reaches over the date line."""

    south: float
    west: float
    north: float
    east: float


@dataclass(frozen=True, slots=True)
class HolderKey:
    """Who holds: the kind of holder, its lexicon id or else its folded name, and its class where it is unnamed.

    `kind` is page for the outlet that prints the report.
    """

    kind: str
    name: str
    anonymity: str | None = None


@dataclass(frozen=True, slots=True)
class CitationCount:
    """How many claims, of how many reports, `holder` has from `source`."""

    holder: HolderKey
    source: HolderKey
    claims: int
    reports: int


def count_days(store: Store, condition: Condition, parts: Sequence[ClaimPart] = ()) -> list[DayCount]:
    """Return the claims of each day of publication, the earliest first; `parts` are asked of the claims themselves."""
    denied = func.sum(case((claim.c.stance == "denies", 1), else_=0))
    unnamed = func.sum(cast(claim.c.anonymous, Integer))
    query = select(claim.c.day, func.count(), denied, unnamed).where(claim.c.day.is_not(None))
    query = query.where(of_reports(store, condition, claim.c.report), *map(claim_clause, parts))
    with store.reading() as connection:
        return [DayCount(*row) for row in connection.execute(query.group_by(claim.c.day).order_by(claim.c.day))]


def count_places(store: Store, condition: Condition, area: Area | None, *, most: int) -> list[PlaceCount]:
    """Return the places that most reports name, as their likeliest meaning, within the area if one is given.

    Of the reports of which the condition holds the MAPPED_REPORTS count that came last.
    """
    found = of_newest_reports(store, condition, place.c.report, most=MAPPED_REPORTS)
    inside = [place.c.rank == 0, *_within(area), found]
    number = func.count(place.c.report.distinct())
    counted = (
        select(place.c.id, number.label("reports"), func.max(place.c.name).label("name"), func.max(place.c.country))
        .add_columns(func.max(place.c.latitude), func.max(place.c.longitude), func.max(place.c.radius_km))
        .where(*inside)
        .group_by(place.c.id)
        .order_by(number.desc(), place.c.id)
        .limit(most)
    )
    with store.reading() as connection:
        return [
            PlaceCount(id, name, country, latitude, longitude, radius, reports)
            for id, reports, name, country, latitude, longitude, radius in connection.execute(counted)
        ]


def count_citations(
    store: Store, condition: Condition, parts: Sequence[ClaimPart] = (), *, most: int
) -> list[CitationCount]:
    """Return who has how many claims from whom, the commonest first: pages from their first links, links from the next.

    Holders who are left out, and the page's own author, are nobody's source. Of the reports of which the condition
    holds the GRAPHED_REPORTS count that came last.
    """
    nearer, further = link.alias("nearer"), link.alias("further")
    asked = [of_newest_reports(store, condition, further.c.report, most=GRAPHED_REPORTS)]
    if parts:
        of_claim = (claim.c.report == further.c.report, claim.c.position == further.c.claim)
        asked.append(select(1).where(*of_claim, *map(claim_clause, parts)).exists())
    holder = (nearer.c.kind, _name(nearer), nearer.c.anonymity)
    source = (further.c.kind, _name(further), further.c.anonymity)
    counts = (func.count(), func.count(further.c.report.distinct()))
    chained = (
        select(*holder, *source, *counts)
        .join(further, and_(further.c.report == nearer.c.report, further.c.claim == nearer.c.claim))
        .where(further.c.position == nearer.c.position + 1, *asked)
        .group_by(*holder, *source)
    )
    outlet = func.coalesce(report.c.outlet_entry, report.c.outlet)
    printed = (
        select(outlet, *source, *counts)
        .join(report, report.c.number == further.c.report)
        .where(further.c.position == 0, further.c.kind != "author", outlet.is_not(None), *asked)
        .group_by(outlet, *source)
    )
    order = (func.count().desc(), *source)
    found = []
    with store.reading() as connection:
        rows = connection.execute(printed.order_by(*order, outlet).limit(most))
        found += [CitationCount(HolderKey("page", row[0]), HolderKey(*row[1:4]), *row[4:]) for row in rows]
        rows = connection.execute(chained.order_by(*order, *holder).limit(most))
        found += [CitationCount(HolderKey(*row[:3]), HolderKey(*row[3:6]), *row[6:]) for row in rows]
    named = (each for each in found if each.source.name or each.source.anonymity)
    return sorted(named, key=lambda each: -each.claims)[:most]


def _name(links: "object") -> ColumnElement[str]:
    columns = getattr(links, "c")  # noqa: B009 (a table and its alias share no type that has columns)
    # Unnamed sources are one node a class: no two pages describe one in the same words.
    named = func.coalesce(columns.entry, columns.folded, "")
    return case((columns.kind == "anon", ""), else_=named)


def _within(area: Area | None) -> list[ColumnElement[bool]]:
    if area is None:
        return []
    latitudes = place.c.latitude.between(area.south, area.north)
    if area.west <= area.east:
        return [latitudes, place.c.longitude.between(area.west, area.east)]
    return [latitudes, (place.c.longitude >= area.west) | (place.c.longitude <= area.east)]
