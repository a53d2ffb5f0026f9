"""Searches a store: parses and compiles a query, finds reports, and shows in each what was found."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from musnad.errors import UsageError
from musnad.languages import LANGUAGES
from musnad.model import Span
from musnad.search.compiling import CompiledQuery, compile_query
from musnad.search.cursors import read_cursor, write_cursor
from musnad.search.highlighting import Highlighter, Passage, cut_passages
from musnad.search.naming import NameFinder
from musnad.search.parsing import parse_query
from musnad.search.suggesting import suggest
from musnad.search.transliterating import StoreNames
from musnad.store import Store
from musnad.store.finding.ranking import find_relevant
from musnad.store.finding.reports import (
    FACETED_REPORTS,
    Facet,
    Found,
    Position,
    count_facets,
    count_found,
    find_among,
    find_newest,
)
from musnad.store.finding.texts import FoundClaim, ReportText, claims_found, read_texts, spans_named

MOST_RESULTS = 500
"""Of one page; there may be any number of pages."""


class Order(StrEnum):
    """What comes first: what fits the query best, or what is newest."""

    RELEVANCE = "relevance"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """How results are returned; `after` is the `next` of the page before."""

    order: Order = Order.RELEVANCE
    limit: int = 20
    after: str | None = None
    with_facets: bool = False
    with_passages: bool = True


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that was found, with passages of its text. Spans are those of `text`, which is Article.text.

    `title_marks` are highlights in the headline, which ends at `body`; `claims` are those that the query asked for.
    """

    found: Found
    text: str = ""
    body: int = 0
    outlet: str | None = None
    title_marks: tuple[Span, ...] = ()
    passages: tuple[Passage, ...] = ()
    claims: tuple[FoundClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """A page of results: hits, how many there are in all, where the next page begins, facets.

    `ignored` are words that asked for nothing; `suggestions` queries to try where nothing was found. The facets count
    the `faceted` hits that came into the store last.
    """

    query: str
    total: int
    hits: tuple[Hit, ...]
    next: str | None
    facets: tuple[Facet, ...]
    ignored: tuple[str, ...]
    suggestions: tuple[str, ...]
    faceted: int = 0


def search(store: Store, query: str, settings: SearchSettings | None = None) -> Results:
    """Return the reports of the store that a query asks for; raise QueryError where it cannot be read."""
    given = settings or SearchSettings()
    if not 1 <= given.limit <= MOST_RESULTS:
        raise UsageError(f"{given.limit} results a page cannot be given; ask for 1 to {MOST_RESULTS}")
    compiled = compile_query(parse_query(query), NameFinder(StoreNames(store)))
    after = _read_cursor(given.after, query, given.order) if given.after else None
    edge: tuple[int, str, int] | None = None
    if given.order is Order.NEWEST:
        found = find_newest(store, compiled.condition, limit=given.limit + 1, after=after)
    else:
        found, edge = find_relevant(store, compiled.condition, compiled.signs, limit=given.limit + 1, after=after)
    shown = found[: given.limit]
    total = count_found(store, compiled.condition) if len(found) > given.limit or after else len(found)
    hits = _show(store, compiled, shown, with_passages=given.with_passages)
    return Results(
        query,
        total,
        hits,
        _cursor(shown[-1], edge, query, given.order) if len(found) > given.limit else None,
        _facets(store, compiled, hits) if given.with_facets else (),
        compiled.ignored,
        suggest(store, query) if not found and after is None else (),
        min(total, FACETED_REPORTS) if given.with_facets else 0,
    )


def matching(store: Store, query: str, reports: Sequence[str]) -> set[str]:
    """Return the ids of those of the reports that a query asks for; raise QueryError where it cannot be read."""
    return find_among(store, compile_query(parse_query(query), NameFinder(StoreNames(store))).condition, reports)


def _show(store: Store, compiled: CompiledQuery, found: list[Found], *, with_passages: bool) -> tuple[Hit, ...]:
    if not with_passages:
        return tuple(map(Hit, found))
    numbers = [each.number for each in found]
    texts = read_texts(store, numbers)
    named = spans_named(store, numbers, compiled.entries)
    claims = claims_found(store, numbers, compiled.claim_parts) if compiled.claim_parts else {}
    highlighter = Highlighter(compiled)
    hits = []
    for each in found:
        read = texts.get(each.number) or ReportText("", False, None)
        text = read.text
        body = (text.find("\n") + 1 or len(text)) if read.has_headline else 0
        marks = highlighter.find_marks(text, named.get(each.number, ()))
        asked = tuple(claims.get(each.number, ()))
        passages = cut_passages(text, marks, after=body)
        if asked and not any(passage.marks for passage in passages):
            passages = ()  # the claims themselves show best why the report was found
        title = tuple(span for span, _ in marks if span.end <= body)
        hits.append(Hit(each, text, body, read.outlet, title, passages, asked))
    return tuple(hits)


def _facets(store: Store, compiled: CompiledQuery, hits: tuple[Hit, ...]) -> tuple[Facet, ...]:
    """Return the facets, with outlets as the lexicon or a page writes them: the store knows their folded names."""
    names = LANGUAGES["ar"].outlet_names.entries
    written = {hit.found.outlet: hit.outlet for hit in hits if hit.outlet}
    found = []
    for facet in count_facets(store, compiled.condition):
        if facet.facet == "outlet":
            name = names[facet.value].name if facet.value in names else written.get(facet.label) or facet.label
            facet = replace(facet, label=name)
        found.append(facet)
    return tuple(found)


# -- cursors -------------------------------------------------------------------------------------


def _cursor(last: Found, edge: tuple[int, str, int] | None, query: str, order: Order) -> str:
    values = (last.score, last.published, last.number, edge is not None, *(edge or (0, "", 0)))
    return write_cursor(("search", order, query), (*values[:3], int(values[3]), *values[4:]))


def _read_cursor(cursor: str, query: str, order: Order) -> Position:
    kinds = (int, str, int, int, int, str, int)
    score, published, number, has_edge, *edge = read_cursor(cursor, ("search", order, query), kinds)
    edge_at = (int(edge[0]), str(edge[1]), int(edge[2])) if has_edge else None
    return Position(int(score), str(published), int(number), edge_at)
