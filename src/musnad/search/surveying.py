"""Surveys what a query finds: claims over time, places on a map, and who has it from whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from musnad.errors import UsageError
from musnad.search.asking import compile_for, of_reports
from musnad.store import Store
from musnad.store.finding.series import (
    Area,
    CitationCount,
    DayCount,
    HolderKey,
    PlaceCount,
    count_citations,
    count_days,
    count_places,
)

_MOST_PLACES = 2_000
_MOST_CITATIONS = 500
_FINEST = 16
_WHOLE_TURN = 360.0


class Bucket(StrEnum):
    """The stretches in which a timeline counts; weeks begin on Monday."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class TimelineBucket:
    """The claims of the reports of one stretch of time, which begins on the day `start`."""

    start: date
    claims: int
    denials: int
    anonymous: int


@dataclass(frozen=True, slots=True)
class MapCluster:
    """Places that lie near each other at a zoom, the most named one first; `reports` adds theirs up.

    `latitude` and `longitude` are the middle of them, each weighed by its reports.
    """

    latitude: float
    longitude: float
    reports: int
    places: tuple[PlaceCount, ...]


@dataclass(frozen=True, slots=True)
class CitationGraph:
    """Who has claims from whom: the holders, and an edge for each pair, those with most claims first."""

    holders: tuple[HolderKey, ...]
    citations: tuple[CitationCount, ...]


def timeline(store: Store, query: str = "*", bucket: Bucket = Bucket.MONTH) -> tuple[TimelineBucket, ...]:
    """Return the claims over the days of publication, the earliest first; stretches without a claim are left out.

    Where the query asks something of claims, only those claims are counted.
    """
    compiled = compile_for(store, query)
    days = count_days(store, of_reports(compiled), compiled.claim_parts)
    found: dict[date, list[DayCount]] = {}
    for counted in days:
        found.setdefault(_start(date.fromisoformat(counted.day), bucket), []).append(counted)
    return tuple(
        TimelineBucket(
            start,
            sum(each.claims for each in counts),
            sum(each.denials for each in counts),
            sum(each.anonymous for each in counts),
        )
        for start, counts in sorted(found.items())
    )


def place_map(store: Store, query: str = "*", *, area: Area | None = None, zoom: int = 4) -> tuple[MapCluster, ...]:
    """Return the places that the reports name, near ones together, those in most reports first.

    `zoom` is that of web maps, 0 to 16: the whole world, then each step twice as near. A cluster is a square of the
    size of an eighth of a tile.
    """
    if not 0 <= zoom <= _FINEST:
        raise UsageError(f"there is no zoom {zoom}; choose one from 0, the whole world, to {_FINEST}")
    side = _WHOLE_TURN / 2**zoom / 8
    cells: dict[tuple[int, int], list[PlaceCount]] = {}
    for counted in count_places(store, compile_for(store, query).condition, area, most=_MOST_PLACES):
        cell = (int(counted.latitude // side), int(counted.longitude // side))
        cells.setdefault(cell, []).append(counted)
    clusters = [_cluster(places) for places in cells.values()]
    return tuple(sorted(clusters, key=lambda cluster: (-cluster.reports, cluster.latitude, cluster.longitude)))


def source_graph(store: Store, query: str = "*", *, most: int = 200) -> CitationGraph:
    """Return who has claims from whom in the reports that a query finds, the `most` commonest pairs.

    Where the query asks something of claims, only their chains are counted.
    """
    if not 1 <= most <= _MOST_CITATIONS:
        raise UsageError(f"{most} citations cannot be given; ask for 1 to {_MOST_CITATIONS}")
    compiled = compile_for(store, query)
    citations = tuple(count_citations(store, of_reports(compiled), compiled.claim_parts, most=most))
    holders = dict.fromkeys(end for each in citations for end in (each.holder, each.source))
    return CitationGraph(tuple(holders), citations)


def _start(day: date, bucket: Bucket) -> date:
    match bucket:
        case Bucket.DAY:
            return day
        case Bucket.WEEK:
            return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
        case Bucket.MONTH:
            return day.replace(day=1)
        case Bucket.YEAR:
            return day.replace(month=1, day=1)


def _cluster(places: Iterable[PlaceCount]) -> MapCluster:
    ordered = tuple(sorted(places, key=lambda each: (-each.reports, each.id)))
    reports = sum(each.reports for each in ordered)
    return MapCluster(
        sum(each.latitude * each.reports for each in ordered) / reports,
        sum(each.longitude * each.reports for each in ordered) / reports,
        reports,
        ordered,
    )
