"""Lists what reports have in common, the newest first: propositions, contradictions, entities, stories."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, or_, select

from musnad.model import Contradiction, Span
from musnad.store.encoding import unpack_value
from musnad.store.finding.clauses import Clause, claim_clause, holds_words, of_reports
from musnad.store.finding.conditions import ChainsWithin, ClaimPart, Condition, ContradictedIs, Everything
from musnad.store.finding.newest import NewestFirst, Place, fetch_newest
from musnad.store.finding.reports import Found, find_numbered
from musnad.store.finding.texts import read_texts
from musnad.store.store import Store
from musnad.store.tables import (
    assertion,
    claim,
    contradiction,
    entity,
    entity_name,
    entity_naming,
    naming,
    proposition,
    story,
    story_report,
)


@dataclass(frozen=True, slots=True)
class ListedProposition:
    """A proposition as lists show it; `affirmed` and `denied` are least and most independent chains, `day` the first.

    `polarity` is how the claim that it is listed for stands to it, None in a list of propositions.
    """

    id: str
    label: str
    affirmed: tuple[int, int]
    denied: tuple[int, int]
    credibility: int
    circular: bool
    contradicted: bool
    assertions: int
    day: str | None
    polarity: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contradiction: its report, claim (None in the page's own voice), words and proposition."""

    assertion: str
    report: Found
    claim: str | None
    span: Span
    words: str
    proposition: str
    label: str
    polarity: str


@dataclass(frozen=True, slots=True)
class ListedContradiction:
    """Two assertions that cannot both be so: in what, why, and the day of the later one."""

    left: Side
    right: Side
    slot: str
    reasons: tuple[str, ...]
    marker: Span | None
    day: str | None


@dataclass(frozen=True, slots=True)
class ListedEntity:
    """An entity as lists show it: in how many reports it is named, and the latest day."""

    id: str
    kind: str
    label: str
    country: str | None
    reports: int
    day: str | None


@dataclass(frozen=True, slots=True)
class ListedStory:
    """A story as lists show it; moments in ISO 8601."""

    id: str
    label: str
    earliest: str | None
    latest: str | None
    reports: int


class EntityOrder(StrEnum):
    """Which entities come first: those named latest, or in most reports."""

    NEWEST = "newest"
    MOST_NAMED = "most_named"


_said = (
    proposition.c.id,
    proposition.c.label,
    proposition.c.affirmed_least,
    proposition.c.affirmed_most,
    proposition.c.denied_least,
    proposition.c.denied_most,
    proposition.c.credibility,
    proposition.c.circular,
    proposition.c.contradicted,
    proposition.c.assertions,
    proposition.c.day,
)
_of_entity = (entity.c.id, entity.c.kind, entity.c.label, entity.c.country, entity.c.reports, entity.c.day)
_of_story = (story.c.id, story.c.label, story.c.earliest, story.c.latest, story.c.reports)


def list_propositions(
    store: Store, condition: Condition, parts: Sequence[ClaimPart] = (), *, limit: int, after: Place | None = None
) -> list[ListedProposition]:
    """Return propositions that reports of which the condition holds assert, by the day on which each was said first.

    `parts` are asked of the claims that assert them; chains and contradictions of the propositions themselves.
    """
    query = select(*_said)
    of_claims: list[Clause] = []
    for part in parts:
        if isinstance(part, ChainsWithin | ContradictedIs):
            query = query.where(*_of_proposition(part))
        else:
            of_claims.append(claim_clause(part, by_index=False))
    if of_claims or not isinstance(condition, Everything):
        asserted = select(assertion.c.proposition).where(of_reports(store, condition, assertion.c.report))
        if of_claims:
            same = and_(claim.c.report == assertion.c.report, claim.c.id == assertion.c.claim)
            asserted = asserted.join(claim, same).where(*of_claims)
        query = query.where(proposition.c.id.in_(asserted))
    order = NewestFirst(proposition.c.day, (proposition.c.id,))
    with store.reading() as connection:
        return [_proposition(row) for row in fetch_newest(connection, query, order, limit=limit, after=after)]


def _of_proposition(part: ChainsWithin | ContradictedIs) -> list[Clause]:
    if isinstance(part, ContradictedIs):
        return [proposition.c.contradicted.is_(part.contradicted)]
    bounds = [proposition.c.affirmed_least >= part.least] if part.least is not None else []
    return bounds + ([proposition.c.affirmed_least <= part.most] if part.most is not None else [])


def _proposition(row: Any, polarity: str | None = None) -> ListedProposition:
    return ListedProposition(
        row.id, row.label, (row.affirmed_least, row.affirmed_most), (row.denied_least, row.denied_most),
        row.credibility, row.circular, row.contradicted, row.assertions, row.day, polarity,
    )  # fmt: skip


def propositions_of_claims(
    store: Store, numbers: Sequence[int]
) -> Mapping[tuple[int, str | None], list[ListedProposition]]:
    """Return the propositions that the reports with these numbers assert, by report and claim (None: own voice)."""
    query = select(*_said, assertion.c.report, assertion.c.claim, assertion.c.polarity)
    query = query.join(proposition, proposition.c.id == assertion.c.proposition)
    query = query.where(assertion.c.report.in_(numbers)).order_by(assertion.c.id)
    found: dict[tuple[int, str | None], list[ListedProposition]] = {}
    with store.reading() as connection:
        for row in connection.execute(query):
            found.setdefault((row.report, row.claim), []).append(_proposition(row, row.polarity))
    return found


def list_contradictions(
    store: Store, condition: Condition, *, slot: str | None = None, limit: int, after: Place | None = None
) -> list[ListedContradiction]:
    """Return contradictions with a side in the reports of which the condition holds, by the day of the later side."""
    query = select(contradiction)
    if slot is not None:
        query = query.where(contradiction.c.slot == slot)
    if not isinstance(condition, Everything):
        ours = select(assertion.c.id).where(of_reports(store, condition, assertion.c.report))
        query = query.where(or_(contradiction.c.left.in_(ours), contradiction.c.right.in_(ours)))
    order = NewestFirst(contradiction.c.day, (contradiction.c.left, contradiction.c.right, contradiction.c.slot))
    # Both in one look: a comparing that ends in between puts other assertions in the place of these.
    with store.reading() as connection:
        rows = fetch_newest(connection, query, order, limit=limit, after=after)
        opposed = [(unpack_value(row.body, Contradiction), row.day) for row in rows]
        asserted = _asserted(connection, [each for each, _ in opposed])
    sides = _sides(store, [each for each, _ in opposed], asserted)
    return [
        ListedContradiction(
            sides[each.left, each.left_span], sides[each.right, each.right_span], each.slot.value, each.reasons,
            each.marker, day,
        )
        for each, day in opposed
        if (each.left, each.left_span) in sides and (each.right, each.right_span) in sides
    ]  # fmt: skip


def _asserted(connection: Connection, opposed: Sequence[Contradiction]) -> dict[str, Any]:
    query = select(assertion, proposition.c.label).join(proposition, proposition.c.id == assertion.c.proposition)
    query = query.where(assertion.c.id.in_(sorted({name for each in opposed for name, _ in _ends(each)})))
    return {row.id: row for row in connection.execute(query)}


def _sides(store: Store, opposed: Sequence[Contradiction], asserted: Mapping[str, Any]) -> dict[tuple[str, Span], Side]:
    """Return the sides, but those in reports that have been removed since."""
    numbers = sorted({row.report for row in asserted.values()})
    reports, texts = find_numbered(store, numbers), read_texts(store, numbers)
    found = {}
    for name, span in {end for each in opposed for end in _ends(each)}:
        row = asserted[name]
        if row.report not in reports:
            continue
        words = span.of(texts[row.report].text) if row.report in texts else ""
        found[name, span] = Side(
            name, reports[row.report], row.claim, span, words, row.proposition, row.label, row.polarity
        )
    return found


def _ends(each: Contradiction) -> tuple[tuple[str, Span], tuple[str, Span]]:
    return (each.left, each.left_span), (each.right, each.right_span)


@dataclass(frozen=True, slots=True)
class EntityFilter:
    """Which entities are listed: of these kinds (all if none), with this folded name among theirs."""

    kinds: tuple[str, ...] = ()
    name: str | None = None
    order: EntityOrder = EntityOrder.NEWEST


def list_entities(
    store: Store, condition: Condition, asked: EntityFilter, *, limit: int, after: Place | None = None
) -> list[ListedEntity]:
    """Return entities that reports of which the condition holds name."""
    query: Select[Any] = select(*_of_entity)
    if asked.kinds:
        query = query.where(entity.c.kind.in_(asked.kinds))
    if asked.name:
        query = query.where(entity.c.id.in_(select(entity_name.c.entity).where(_is_named(asked.name))))
    if not isinstance(condition, Everything):
        named = select(entity_naming.c.entity).join(naming, naming.c.id == entity_naming.c.naming)
        query = query.where(entity.c.id.in_(named.where(of_reports(store, condition, naming.c.report))))
    first: ColumnElement[Any] = entity.c.reports if asked.order is EntityOrder.MOST_NAMED else entity.c.day
    order = NewestFirst(first, (entity.c.id,))
    with store.reading() as connection:
        return [ListedEntity(*row) for row in fetch_newest(connection, query, order, limit=limit, after=after)]


def _is_named(name: str) -> Clause:
    return or_(entity_name.c.folded == name, holds_words(entity_name.c.folded, [name]))


def list_stories(store: Store, condition: Condition, *, limit: int, after: Place | None = None) -> list[ListedStory]:
    """Return stories with reports of which the condition holds, by the moment of their latest report."""
    query: Select[Any] = select(*_of_story)
    if not isinstance(condition, Everything):
        told = exists().where(story_report.c.story == story.c.id, of_reports(store, condition, story_report.c.report))
        query = query.where(told)
    order = NewestFirst(story.c.latest, (story.c.id,))
    with store.reading() as connection:
        return [ListedStory(*row) for row in fetch_newest(connection, query, order, limit=limit, after=after)]
