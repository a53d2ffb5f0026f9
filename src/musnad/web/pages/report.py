"""A report: the article as read with its claims in place, and all that was read in it and beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query
from starlette.requests import Request
from starlette.responses import Response

from musnad.access import READINGS, Service, address_of, service_of, visitor_of
from musnad.export.chain_labels import chains_label
from musnad.export.contract import report_record
from musnad.export.happenings import event_rows, transfer_rows
from musnad.export.labels import MARKS, language_label
from musnad.export.named import kind_rows
from musnad.export.page import filter_counts, found_details, report_title, technical_details
from musnad.export.statements import imprint_of
from musnad.export.timeline import timeline_of
from musnad.export.view import ClaimCard, claim_cards, dropped_groups
from musnad.keeping.reviewing import verdicts_on
from musnad.model import Judgement, Report
from musnad.search import PageSettings, Within, list_claims, list_related, list_versions
from musnad.store import Store
from musnad.store.finding.outlets import written_outlets
from musnad.store.finding.told import ListedClaim
from musnad.web.downloads import FileForm, as_file, record_file, rows_file
from musnad.web.marking import claim_marks, lines_of
from musnad.web.pages.judging import CorrectableField, correctable_fields
from musnad.web.reading_path import reading_path
from musnad.web.rendering import render
from musnad.web.words import CORRECTABLE, CORRECTED_VALUES, EVENT_TYPES, FOUND_IN, STAGES, label_of

router = APIRouter()

_MOST_CLAIMS = 500
_MOST_RELATED = 12
_COLUMNS = (
    "id", "words", "chain", "kind", "anonymity", "stance", "mode", "hedge", "confidence", "rule", "propositions",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """A claim beside the text: its card, its row in the store, what people judged, the fields that can be corrected."""

    id: str
    card: ClaimCard
    row: ListedClaim | None
    verdicts: tuple[Judgement, ...]
    fields: tuple[CorrectableField, ...]


@router.get("/reports/{name}")
def report_page(
    request: Request,
    name: str,
    service: Annotated[Service, Depends(service_of)],
    form: Annotated[FileForm | None, Query(alias="format")] = None,
) -> Response:
    """Show one report, or give it as a file: all of it as JSON, its claims as CSV."""
    store = service.store
    report = found_report(store, name)
    if form is FileForm.JSON:
        return record_file(f"report-{name}", report_record(report))
    rows = list_claims(store, within=Within(report=name), page=PageSettings(limit=_MOST_CLAIMS)).rows
    if form is FileForm.CSV:
        return rows_file(f"report-{name}-claims", form, _COLUMNS, map(_row, rows))
    article = report.article
    lines = lines_of(article) if article else ()
    claims = _shown_claims(report, rows, verdicts_on(store, report))
    related = list_related(store, name, most=_MOST_RELATED)
    return render(
        request,
        "report.html.jinja",
        report=report,
        title=report_title(report),
        imprint=imprint_of(report),
        article=article,
        headline=lines[0] if article and article.has_headline and lines else None,
        lines=lines[1:] if article and article.has_headline else lines,
        first=1 if article and article.has_headline else 0,
        text_language=language_label(article.language) if article else None,
        claims=claims,
        marks=claim_marks(lines, report.claims),
        chips=filter_counts(tuple(each.card for each in claims)),
        badges=MARKS,
        chains_label=chains_label,
        events=event_rows(report),
        event_types=EVENT_TYPES,
        transfers=transfer_rows(report),
        stages=STAGES,
        found_in=FOUND_IN,
        label_of=label_of,
        times=timeline_of(report),
        named=kind_rows(report),
        dropped=dropped_groups(article.dropped) if article else (),
        details=found_details(report),
        technical=technical_details(report),
        related=related,
        outlets=written_outlets(store, (each.report.outlet for each in related)),
        versions=list_versions(store, name),
        notes=store.notes.approved(name),
        corrected_names=CORRECTABLE,
        corrected_values=CORRECTED_VALUES,
        sent=request.query_params.get("note"),
    )


@router.get("/reports/{name}/captured")
def captured(name: str, service: Annotated[Service, Depends(service_of)]) -> Response:
    """Give the bytes of the page as they were captured, as a file that no browser opens."""
    raw = found_report(service.store, name).raw
    return as_file(f"captured-{raw.sha256[:16]}.bin", raw.content, "application/octet-stream")


@router.get("/reports/{name}/claims/{claim}/path")
def claim_path(request: Request, name: str, claim: str, service: Annotated[Service, Depends(service_of)]) -> Response:
    """Show why a claim was read as it was; its document is read again for that."""
    report = found_report(service.store, name)
    read = next((each for each in report.claims if each.id == claim), None)
    if read is None:
        raise HTTPException(404, f"report {name} has no claim {claim}")
    if not service.rates.allow(f"read {visitor_of(request).name} {address_of(request)}", READINGS):
        raise HTTPException(429, "that is many readings in one minute; come back in a moment")
    return render(request, "path.html.jinja", report=report, claim=read, path_read=reading_path(report, read))


def found_report(store: Store, name: str) -> Report:
    """Return the report with this id; raise the answer 404 where there is none."""
    report = store.report(name)
    if report is None:
        raise HTTPException(404, f"no report {name} is kept")
    return report


def _shown_claims(
    report: Report, rows: Sequence[ListedClaim], judged: Mapping[str, tuple[Judgement, ...]]
) -> tuple[ShownClaim, ...]:
    if report.article is None:
        return ()
    held = {row.id: row for row in rows}
    cards = claim_cards(report.article, report.claims)
    return tuple(
        ShownClaim(claim.id, card, held.get(claim.id), judged.get(claim.id, ()), correctable_fields(report, claim))
        for claim, card in zip(report.claims, cards, strict=True)
    )


def _row(row: ListedClaim) -> dict[str, object]:
    origin = row.links[-1] if row.links else None
    return {
        "id": row.id,
        "words": row.words,
        "chain": [link.name or link.kind for link in row.links],
        "kind": origin.kind if origin else None,
        "anonymity": origin.anonymity if origin else None,
        "stance": row.stance,
        "mode": row.mode,
        "hedge": row.hedge,
        "confidence": row.confidence,
        "rule": row.rule,
        "propositions": [each.id for each in row.propositions],
    }
