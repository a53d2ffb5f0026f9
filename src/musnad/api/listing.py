"""Lists: reports, claims, events, transfers, propositions, contradictions, stories, page by page, the newest first."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query

from musnad.api.asking import QueryAsked, Reader, SpansAsked, TheService
from musnad.api.offsets import Counter, OffsetUnit
from musnad.api.shapes import (
    ClaimRow,
    ContradictionRow,
    EventRow,
    PropositionRow,
    ReportRow,
    Rows,
    SideRow,
    StoryRow,
    TransferRow,
    made,
    paged,
)
from musnad.search import (
    Page,
    list_claims,
    list_contradictions,
    list_events,
    list_propositions,
    list_reports,
    list_stories,
    list_transfers,
)
from musnad.store import Store
from musnad.store.finding.reports import Found
from musnad.store.finding.shared import Side
from musnad.store.finding.texts import read_texts

router = APIRouter(tags=["lists"])

_Spans = Annotated[SpansAsked, Query()]


@router.get("/reports")
def reports(service: TheService, _: Reader, asked: _Spans) -> Rows[ReportRow]:
    """Return the reports that a query finds."""
    return paged(ReportRow, list_reports(service.store, asked.q, asked.within, asked.page))


@router.get("/claims")
def claims(service: TheService, _: Reader, asked: _Spans) -> Rows[ClaimRow]:
    """Return the claims of the reports that a query finds; source:, stance: and the like are asked of each claim."""
    page = list_claims(service.store, asked.q, asked.within, asked.page)
    return paged(ClaimRow, page, _counters(service.store, page, asked.offsets))


@router.get("/events")
def events(service: TheService, _: Reader, asked: _Spans) -> Rows[EventRow]:
    """Return the events of the reports that a query finds; event: and actor: are asked of each event."""
    page = list_events(service.store, asked.q, asked.within, asked.page)
    return paged(EventRow, page, _counters(service.store, page, asked.offsets))


@router.get("/transfers")
def transfers(service: TheService, _: Reader, asked: _Spans) -> Rows[TransferRow]:
    """Return the arms transfers of the reports that a query finds."""
    page = list_transfers(service.store, asked.q, asked.within, asked.page)
    return paged(TransferRow, page, _counters(service.store, page, asked.offsets))


@router.get("/propositions")
def propositions(service: TheService, _: Reader, asked: _Spans) -> Rows[PropositionRow]:
    """Return what the reports that a query finds assert; independent: and contradicted: are asked of each."""
    return paged(PropositionRow, list_propositions(service.store, asked.q, asked.within, asked.page))


@router.get("/contradictions")
def contradictions(service: TheService, _: Reader, asked: _Spans) -> Rows[ContradictionRow]:
    """Return what cannot both be so, with a side in the reports that a query finds."""
    page = list_contradictions(service.store, asked.q, asked.within, asked.page)
    sides = [end.report for row in page.rows for end in (row.left, row.right)]
    counters = counters_of(service.store, sides, asked.offsets)

    def side(row: Side) -> SideRow:
        return made(SideRow, row, counters.get(row.report.number))

    rows = [
        ContradictionRow(
            left=side(row.left),
            right=side(row.right),
            slot=row.slot,
            reasons=list(row.reasons),
            marker=_marker(row.marker, counters.get(row.left.report.number)),
            day=row.day,
        )
        for row in page.rows
    ]
    return Rows[ContradictionRow](rows=rows, next=page.next)


@router.get("/stories")
def stories(service: TheService, _: Reader, asked: Annotated[QueryAsked, Query()]) -> Rows[StoryRow]:
    """Return the stories that the reports are about that a query finds."""
    return paged(StoryRow, list_stories(service.store, asked.q, asked.page))


def counters_of(store: Store, reports: Sequence[Found], unit: OffsetUnit) -> dict[int, Counter]:
    """Return what counts the offsets of each report's text, by its number; nothing where code points are wanted."""
    if unit is OffsetUnit.CODEPOINTS:
        return {}
    texts = read_texts(store, {report.number for report in reports})
    return {number: Counter(read.text, unit) for number, read in texts.items()}


def _counters(store: Store, page: Page[Any], unit: OffsetUnit) -> Iterator[Counter | None]:
    counters = counters_of(store, [row.report for row in page.rows], unit)
    return (counters.get(row.report.number) for row in page.rows)


def _marker(span: Any, counter: Counter | None) -> tuple[int, int] | None:
    if span is None:
        return None
    return counter.span(span) if counter else (span.start, span.end)
