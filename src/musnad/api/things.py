"""One proposition, entity, source or story, whole; and the lists of entities and sources."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Query
from pydantic import Field

from musnad.api.asking import Key, QueryAsked, Reader, TheService
from musnad.api.shapes import EntityRow, Offsets, Rows, Shape, SourceRow, made, paged
from musnad.model import MentionKind
from musnad.search import list_entities, list_sources, profile_source
from musnad.store.finding.propositions import find_proposition
from musnad.store.finding.shared import EntityFilter, EntityOrder
from musnad.store.finding.sources import SourceFilter, SourceOrder
from musnad.store.finding.things import find_entity, find_story

router = APIRouter(tags=["things"])

Name = Annotated[Key, Path()]


class AssertionShape(Shape):
    """The words of one report that say one thing; `claim` is None in the page's own voice."""

    id: str
    report: str
    content: list[Offsets]
    claim: str | None
    happening: str | None
    polarity: str


class NodeShape(Shape):
    """A page, an outlet or a source; `members` are the reports that are copies of one text."""

    id: str
    kind: str
    label: str
    anonymity: str | None
    members: list[str]


class EdgeShape(Shape):
    """`holder` has the word from `source`."""

    holder: str
    source: str
    assertions: list[str]


class GraphShape(Shape):
    """Who has it from whom."""

    nodes: list[NodeShape]
    edges: list[EdgeShape]
    roots: list[str]
    circles: list[list[str]]


class FlagShape(Shape):
    """Something odd about how words travelled."""

    oddity: str
    assertions: list[str]
    reason: str


class IndependenceShape(Shape):
    """How many independent chains there are, with the reasons and the graph that they were counted in."""

    least: int
    most: int
    reasons: list[str]
    common_link: str | None
    flags: list[FlagShape]
    credibility: int
    credibility_reasons: list[str]
    graph: GraphShape


class PropositionShape(Shape):
    """What several claims say in common; spans count code points of each report's text."""

    id: str
    label: str
    assertions: list[AssertionShape]
    affirmed: IndependenceShape
    denied: IndependenceShape
    reasons: list[str]


class EntityShape(Shape):
    """One thing across reports; `external` are ids elsewhere."""

    id: str
    kind: str
    label: str
    names: list[str]
    country: str | None
    external: list[tuple[str, str]]


class StoryShape(Shape):
    """Reports about one happening, by id."""

    id: str
    label: str
    reports: list[str]
    terms: list[str]
    reasons: list[str]


class CounterpartShape(Shape):
    """A source at the other end of so many claims."""

    id: str
    name: str | None
    claims: int


class OutcomesShape(Shape):
    """What came of what a source says, of its newest claims."""

    propositions: int
    confirmed: int
    contradicted: int
    alone: int
    first: int
    of_claims: int


class SourceShape(Shape):
    """A source: on whose word it has claims, who has claims from it, and what came of them."""

    source: SourceRow
    held_from: list[CounterpartShape]
    relayed_by: list[CounterpartShape]
    outcomes: OutcomesShape


class EntitiesAsked(QueryAsked):
    """Which entities, and which come first."""

    kind: list[MentionKind] = Field(default_factory=list)
    name: Key | None = None
    order: EntityOrder = EntityOrder.NEWEST


class SourcesAsked(QueryAsked):
    """Which sources, and which come first."""

    kind: list[Key] = Field(default_factory=list)
    name: Key | None = None
    order: SourceOrder = SourceOrder.NEWEST


@router.get("/propositions/{name}")
def proposition(service: TheService, _: Reader, name: Name) -> PropositionShape:
    """Return a proposition with its assertions, and the independent chains that affirm and deny it."""
    found = find_proposition(service.store, name)
    if found is None:
        raise HTTPException(404, "there is no proposition of this id")
    return made(PropositionShape, found)


@router.get("/entities")
def entities(service: TheService, _: Reader, asked: Annotated[EntitiesAsked, Query()]) -> Rows[EntityRow]:
    """Return the persons, bodies, places and arms that the reports name that a query finds."""
    given = EntityFilter(tuple(asked.kind), asked.name, asked.order)
    return paged(EntityRow, list_entities(service.store, asked.q, given, asked.page))


@router.get("/entities/{name}")
def entity(service: TheService, _: Reader, name: Name) -> EntityShape:
    """Return an entity with all its names."""
    found = find_entity(service.store, name)
    if found is None:
        raise HTTPException(404, "there is no entity of this id")
    return made(EntityShape, found)


@router.get("/sources")
def sources(service: TheService, _: Reader, asked: Annotated[SourcesAsked, Query()]) -> Rows[SourceRow]:
    """Return who has claims in the reports that a query finds, or prints them."""
    given = SourceFilter(tuple(asked.kind), asked.name, asked.order)
    return paged(SourceRow, list_sources(service.store, asked.q, given, asked.page))


@router.get("/sources/{name:path}")
def source(service: TheService, _: Reader, name: Name) -> SourceShape:
    """Return a source, on whose word it speaks, who has it from there, and what came of what it said."""
    found = profile_source(service.store, name)
    if found is None:
        raise HTTPException(404, "there is no source of this id; write kind:key, as /sources gives it")
    return made(SourceShape, found)


@router.get("/stories/{name}")
def story(service: TheService, _: Reader, name: Name) -> StoryShape:
    """Return a story with its reports, in order of publication."""
    found = find_story(service.store, name)
    if found is None:
        raise HTTPException(404, "there is no story of this id")
    return made(StoryShape, found)
