"""Lists what a store holds, page by page, the newest first: what a query asks of reports, claims and events filters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from musnad.errors import UsageError
from musnad.search.asking import compile_for, of_events, of_reports
from musnad.search.compiling import fold_name
from musnad.search.cursors import read_cursor, write_cursor
from musnad.search.profiling import as_written, with_grades
from musnad.store import Store
from musnad.store.alerts import Alert
from musnad.store.finding import conditions, kept, shared, sources, told
from musnad.store.finding.conditions import ClaimPart, Condition
from musnad.store.finding.kept import AlertFilter, JudgementFilter, ListedCase, ListedJudgement
from musnad.store.finding.newest import Place
from musnad.store.finding.reports import Found, Position, find_newest
from musnad.store.finding.shared import (
    EntityFilter,
    EntityOrder,
    ListedContradiction,
    ListedEntity,
    ListedProposition,
    ListedStory,
)
from musnad.store.finding.sources import ListedSource, SourceFilter, SourceOrder
from musnad.store.finding.told import ListedClaim, ListedEvent, ListedTransfer, Spot

MOST_ROWS = 500
"""Of one page; there may be any number of pages."""
Listed = TypeVar("Listed")


@dataclass(frozen=True, slots=True)
class PageSettings:
    """How long a page is, and what it follows: the `next` of the page before."""

    limit: int = 50
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Within:
    """What rows must belong to beside what the query asks: a report, story, entity, proposition or source, by id.

    `since` keeps to what came into the store from that moment on (ISO 8601, UTC).
    """

    report: str | None = None
    story: str | None = None
    entity: str | None = None
    proposition: str | None = None
    source: str | None = None
    since: str | None = None


@dataclass(frozen=True, slots=True)
class Page(Generic[Listed]):
    """Rows of a list, and where the next page begins; None at the end."""

    rows: tuple[Listed, ...]
    next: str | None


def list_reports(
    store: Store, query: str = "*", within: Within | None = None, page: PageSettings | None = None
) -> Page[Found]:
    """Return the reports that a query asks for, by the moment of publication; those without a date come last."""
    condition = _all(compile_for(store, query).condition, within)
    asked = ("reports", query, within)

    def fetch(limit: int, after: Sequence[str | int] | None) -> list[Found]:
        at = Position(0, str(after[0]), int(after[1])) if after else None
        return find_newest(store, condition, limit=limit, after=at)

    return _page(page, asked, (str, int), fetch, lambda row: (row.published, row.number))


def list_claims(
    store: Store, query: str = "*", within: Within | None = None, page: PageSettings | None = None
) -> Page[ListedClaim]:
    """Return the claims of the reports that a query asks for, in the order of the text, the newest report leading.

    What the query asks of claims by the whole (source:, stance: ...) is asked of each.
    """
    compiled = compile_for(store, query)
    condition, parts = _all(of_reports(compiled), within), (*compiled.claim_parts, *_claim_parts(within))

    def fetch(limit: int, after: Sequence[str | int] | None) -> list[ListedClaim]:
        return told.list_claims(store, condition, parts, limit=limit, after=_spot(after))

    return _page(page, ("claims", query, within), (str, int, int), fetch, _spot_of)


def list_events(
    store: Store, query: str = "*", within: Within | None = None, page: PageSettings | None = None
) -> Page[ListedEvent]:
    """Return the events of the reports that a query asks for; event: and actor: are asked of each."""
    reports, parts = of_events(compile_for(store, query))
    condition = _all(reports, within)

    def fetch(limit: int, after: Sequence[str | int] | None) -> list[ListedEvent]:
        return told.list_events(store, condition, parts, limit=limit, after=_spot(after))

    return _page(page, ("events", query, within), (str, int, int), fetch, _spot_of)


def list_transfers(
    store: Store, query: str = "*", within: Within | None = None, page: PageSettings | None = None
) -> Page[ListedTransfer]:
    """Return the arms transfers of the reports that a query asks for."""
    condition = _all(compile_for(store, query).condition, within)

    def fetch(limit: int, after: Sequence[str | int] | None) -> list[ListedTransfer]:
        return told.list_transfers(store, condition, limit=limit, after=_spot(after))

    return _page(page, ("transfers", query, within), (str, int, int), fetch, _spot_of)


def list_propositions(
    store: Store, query: str = "*", within: Within | None = None, page: PageSettings | None = None
) -> Page[ListedProposition]:
    """Return the propositions that the reports assert, by the day on which each was said first.

    independent: and contradicted: are asked of the proposition, source: and stance: of a claim that asserts it.
    """
    compiled = compile_for(store, query)
    condition, parts = _all(of_reports(compiled), within), (*compiled.claim_parts, *_claim_parts(within))

    def fetch(limit: int, after: Sequence[str | int] | None) -> list[ListedProposition]:
        return shared.list_propositions(store, condition, parts, limit=limit, after=_place(after))

    return _page(page, ("propositions", query, within), (str, str), fetch, lambda row: (row.day or "", row.id))


def list_contradictions(
    store: Store, query: str = "*", within: Within | None = None, page: PageSettings | None = None
) -> Page[ListedContradiction]:
    """Return the contradictions with a side in the reports that a query asks for, by the day of the later side."""
    condition = _all(compile_for(store, query).condition, within)

    def fetch(limit: int, after: Sequence[str | int] | None) -> list[ListedContradiction]:
        return shared.list_contradictions(store, condition, limit=limit, after=_place(after))

    def values(row: ListedContradiction) -> tuple[str | int, ...]:
        return (row.day or "", row.left.assertion, row.right.assertion, row.slot)

    return _page(page, ("contradictions", query, within), (str, str, str, str), fetch, values)


def list_entities(
    store: Store, query: str = "*", asked: EntityFilter | None = None, page: PageSettings | None = None
) -> Page[ListedEntity]:
    """Return the entities that the reports name, those named latest leading, or those named in most reports."""
    given = asked or EntityFilter()
    given = replace(given, name=fold_name(given.name) if given.name else None)
    condition = compile_for(store, query).condition
    by_number = given.order is EntityOrder.MOST_NAMED

    def fetch(limit: int, after: Sequence[str | int] | None) -> list[ListedEntity]:
        return shared.list_entities(store, condition, given, limit=limit, after=_place(after))

    def values(row: ListedEntity) -> tuple[str | int, ...]:
        return (row.reports if by_number else row.day or "", row.id)

    return _page(page, ("entities", query, given), (int if by_number else str, str), fetch, values)


def list_sources(
    store: Store, query: str = "*", asked: SourceFilter | None = None, page: PageSettings | None = None
) -> Page[ListedSource]:
    """Return who has claims in the reports, or prints them, those that spoke latest leading, or those with most claims.

    The counts beside each are those of the whole store.
    """
    given = asked or SourceFilter()
    given = replace(given, name=fold_name(given.name) if given.name else None)
    condition = compile_for(store, query).condition
    by_number = given.order is SourceOrder.MOST_CLAIMS

    def fetch(limit: int, after: Sequence[str | int] | None) -> list[ListedSource]:
        found = sources.list_sources(store, condition, given, limit=limit, after=_place(after))
        return [as_written(each) for each in with_grades(store, found)]

    def values(row: ListedSource) -> tuple[str | int, ...]:
        return (row.claims if by_number else row.day or "", row.id)

    return _page(page, ("sources", query, given), (int if by_number else str, str), fetch, values)


def list_stories(
    store: Store, query: str = "*", page: PageSettings | None = None, *, within: Within | None = None
) -> Page[ListedStory]:
    """Return the stories that the reports are about, by the moment of their latest report."""
    condition = _all(compile_for(store, query).condition, within)

    def fetch(limit: int, after: Sequence[str | int] | None) -> list[ListedStory]:
        return shared.list_stories(store, condition, limit=limit, after=_place(after))

    return _page(page, ("stories", query, within), (str, str), fetch, lambda row: (row.latest or "", row.id))


def list_alerts(store: Store, asked: AlertFilter | None = None, page: PageSettings | None = None) -> Page[Alert]:
    """Return what saved searches raised, the latest leading."""
    given = asked or AlertFilter()

    def fetch(limit: int, after: Sequence[str | int] | None) -> list[Alert]:
        return kept.list_alerts(store, given, limit=limit, after=_place(after))

    return _page(page, ("alerts", given), (int,), fetch, lambda row: (row.number,))


def list_judgements(
    store: Store, asked: JudgementFilter | None = None, page: PageSettings | None = None
) -> Page[ListedJudgement]:
    """Return what people judged, in the order in which it came into the store, the latest leading."""
    given = asked or JudgementFilter()

    def fetch(limit: int, after: Sequence[str | int] | None) -> list[ListedJudgement]:
        return kept.list_judgements(store, given, limit=limit, after=_place(after))

    return _page(page, ("judgements", given), (int,), fetch, lambda row: (row.number,))


def list_cases(store: Store, page: PageSettings | None = None) -> Page[ListedCase]:
    """Return the case folders, those opened last leading; what stands in one are the judgements with its name."""

    def fetch(limit: int, after: Sequence[str | int] | None) -> list[ListedCase]:
        return kept.list_cases(store, limit=limit, after=_place(after))

    return _page(page, ("cases",), (str, str), fetch, lambda row: (row.at, row.name))


# -- pages ---------------------------------------------------------------------------------------


def _page(
    page: PageSettings | None,
    asked: Sequence[object],
    kinds: Sequence[type],
    fetch: Callable[[int, Sequence[str | int] | None], list[Listed]],
    values: Callable[[Listed], Sequence[str | int]],
) -> Page[Listed]:
    """Return a page of what `fetch` gives; `values` of its last row, of these kinds, say where the next one begins."""
    given = page or PageSettings()
    if not 1 <= given.limit <= MOST_ROWS:
        raise UsageError(f"{given.limit} rows a page cannot be given; ask for 1 to {MOST_ROWS}")
    rows = fetch(given.limit + 1, read_cursor(given.after, asked, kinds) if given.after else None)
    shown = tuple(rows[: given.limit])
    return Page(shown, write_cursor(asked, values(shown[-1])) if len(rows) > given.limit else None)


def _spot(after: Sequence[str | int] | None) -> Spot | None:
    return Spot(str(after[0]), int(after[1]), int(after[2])) if after else None


def _spot_of(row: ListedClaim | ListedEvent | ListedTransfer) -> tuple[str, int, int]:
    return row.report.published, row.report.number, row.position


def _place(after: Sequence[str | int] | None) -> Place | None:
    if not after:
        return None
    return Place(after[0], tuple(after[1:]))


def _all(condition: Condition, within: Within | None) -> Condition:
    given = within or Within()
    asked: list[Condition] = [] if isinstance(condition, conditions.Everything) else [condition]
    asked += [conditions.IsReport(given.report)] if given.report else []
    asked += [conditions.StoredSince(given.since)] if given.since else []
    asked += [conditions.InStory(given.story)] if given.story else []
    asked += [conditions.NamesEntity(given.entity)] if given.entity else []
    asked += [conditions.SaysProposition(given.proposition)] if given.proposition else []
    asked += [conditions.HasSource(*_parted(given.source))] if given.source else []
    return conditions.All(tuple(asked)) if asked else conditions.Everything()


def _claim_parts(within: Within | None) -> tuple[ClaimPart, ...]:
    given = within or Within()
    parts: list[ClaimPart] = [conditions.Asserts(given.proposition)] if given.proposition else []
    if given.source and not given.source.startswith("page:"):
        parts.append(conditions.HeldBySource(*_parted(given.source)))
    return tuple(parts)


def _parted(source: str) -> tuple[str, str]:
    kind, found, key = source.partition(":")
    if not found:
        raise UsageError(f"{source}: is no id of a source; write kind:key, as list_sources gives it")
    return kind, key
