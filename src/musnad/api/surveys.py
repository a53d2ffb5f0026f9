"""Search by relevance, and what a query finds over time, on a map, and as a graph of who has it from whom."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field, model_validator

from musnad.api.asking import Asked, Asking, Key, Reader, TheService
from musnad.api.offsets import Counter, OffsetUnit
from musnad.api.shapes import Offsets, ReportRow, Shape, made
from musnad.search import (
    Bucket,
    Order,
    SearchSettings,
    place_map,
    search,
    source_graph,
    timeline,
)
from musnad.store.finding.series import Area

router = APIRouter(tags=["surveys"])


class Passage(Shape):
    """Words of a text, and what in them was found."""

    span: Offsets
    words: str
    marks: list[Offsets]


class FoundClaim(Shape):
    """A claim that the query asked for."""

    id: str
    span: Offsets
    stance: str


class Hit(Shape):
    """A report that was found, with the passages that show why."""

    report: ReportRow
    score: int
    outlet: str | None
    passages: list[Passage]
    claims: list[FoundClaim]


class Facet(Shape):
    """How many reports that were found have a value."""

    facet: str
    value: str
    label: str
    reports: int


class Found(Shape):
    """What a query finds: `ignored` are words that asked for nothing, `suggestions` other spellings."""

    total: int
    rows: list[Hit]
    next: str | None
    facets: list[Facet]
    ignored: list[str]
    suggestions: list[str]


class TimelineRow(Shape):
    """The claims of one stretch of time, which begins on the day `start`."""

    start: date
    claims: int
    denials: int
    anonymous: int


class PlaceRow(Shape):
    """A place that reports name."""

    id: str
    name: str
    country: str | None
    latitude: float
    longitude: float
    radius_km: float
    reports: int


class ClusterRow(Shape):
    """Places that lie near each other at a zoom."""

    latitude: float
    longitude: float
    reports: int
    places: list[PlaceRow]


class HolderRow(Shape):
    """Who holds a claim."""

    kind: str
    name: str
    anonymity: str | None


class CitationRow(Shape):
    """`holder` has so many claims from `source`."""

    holder: HolderRow
    source: HolderRow
    claims: int
    reports: int


class Graph(Shape):
    """Who has claims from whom, the commonest pairs first."""

    holders: list[HolderRow]
    citations: list[CitationRow]


class SearchAsked(Asked):
    """A query, and how its results are given."""

    q: Asking = "*"
    order: Order = Order.RELEVANCE
    limit: int = Field(20, ge=1, le=500)
    after: Key | None = None
    facets: bool = False
    offsets: OffsetUnit = OffsetUnit.CODEPOINTS


class TimelineAsked(Asked):
    """A query, and the stretches in which its claims are counted."""

    q: Asking = "*"
    bucket: Bucket = Bucket.MONTH


class MapAsked(Asked):
    """A query, a zoom, and the corners of a part of the world; all four or none."""

    q: Asking = "*"
    zoom: int = Field(4, ge=0, le=16)
    south: float | None = Field(None, ge=-90, le=90)
    west: float | None = Field(None, ge=-180, le=180)
    north: float | None = Field(None, ge=-90, le=90)
    east: float | None = Field(None, ge=-180, le=180)

    @model_validator(mode="after")
    def _whole(self) -> "MapAsked":
        corners = (self.south, self.west, self.north, self.east)
        if any(corner is None for corner in corners) and any(corner is not None for corner in corners):
            raise ValueError("give south, west, north and east, or none of them")
        return self

    @property
    def area(self) -> Area | None:
        """Return the part of the world."""
        if self.south is None or self.west is None or self.north is None or self.east is None:
            return None
        return Area(self.south, self.west, self.north, self.east)


class GraphAsked(Asked):
    """A query, and how many pairs."""

    q: Asking = "*"
    most: int = Field(200, ge=1, le=500)


@router.get("/search")
def find(service: TheService, _: Reader, asked: Annotated[SearchAsked, Query()]) -> Found:
    """Return the reports that a query finds, what fits best first, with the passages that show it."""
    settings = SearchSettings(asked.order, asked.limit, asked.after, with_facets=asked.facets)
    found = search(service.store, asked.q, settings)
    rows = []
    for hit in found.hits:
        counter = Counter(hit.text, asked.offsets)
        passages = [
            Passage(
                span=counter.span(each.span),
                words=each.span.of(hit.text),
                marks=[counter.span(mark) for mark in each.marks],
            )
            for each in hit.passages
        ]
        claims = [made(FoundClaim, each, counter) for each in hit.claims]
        report = made(ReportRow, hit.found)
        rows.append(Hit(report=report, score=hit.found.score, outlet=hit.outlet, passages=passages, claims=claims))
    return Found(
        total=found.total,
        rows=rows,
        next=found.next,
        facets=[made(Facet, each) for each in found.facets],
        ignored=list(found.ignored),
        suggestions=list(found.suggestions),
    )


@router.get("/timeline")
def over_time(service: TheService, _: Reader, asked: Annotated[TimelineAsked, Query()]) -> list[TimelineRow]:
    """Return the claims that a query finds over the days of publication."""
    return [made(TimelineRow, each) for each in timeline(service.store, asked.q, asked.bucket)]


@router.get("/map")
def on_map(service: TheService, _: Reader, asked: Annotated[MapAsked, Query()]) -> list[ClusterRow]:
    """Return the places that the reports name that a query finds, near ones together."""
    return [made(ClusterRow, each) for each in place_map(service.store, asked.q, area=asked.area, zoom=asked.zoom)]


@router.get("/graph")
def as_graph(service: TheService, _: Reader, asked: Annotated[GraphAsked, Query()]) -> Graph:
    """Return who has claims from whom in the reports that a query finds."""
    return made(Graph, source_graph(service.store, asked.q, most=asked.most))
