"""A proposition: through whom it came, on how many chains, who denies it, and how it spread."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from babel.dates import format_timedelta
from fastapi import APIRouter, Depends, HTTPException, Query
from starlette.requests import Request
from starlette.responses import Response

from musnad.access import Service, service_of
from musnad.export.chain_layout import Drawing, lay_out
from musnad.export.chain_picture import KIND_LABELS, draw_chains, graph_elements
from musnad.export.propositions import proposition_record
from musnad.export.retelling import retell_nodes
from musnad.export.statements import (
    ContradictionView,
    Side,
    Statement,
    contradiction_view,
    imprint_of,
    sides_of,
    spread_of,
    told,
)
from musnad.export.titles import shown_title
from musnad.keeping.reviewing import verdicts_on_opposed
from musnad.model import Polarity, Proposition, Report
from musnad.store import Store
from musnad.store.finding.propositions import contradictions_of, find_proposition, propositions_asserting
from musnad.web.downloads import FileForm, as_file, record_file, rows_file
from musnad.web.languages import Tongue, tongue_of
from musnad.web.rendering import render

router = APIRouter()

_COLUMNS = ("polarity", "outlet", "published", "title", "words", "report", "claim")


@dataclass(frozen=True, slots=True)
class Print:
    """One report that says it: when, how long after the first, and whether it is a copy of an earlier one's text."""

    report: str
    claim: str | None
    outlet: str
    title: str
    date: str
    after: str
    denies: bool
    is_copy: bool


@router.get("/propositions/{name}")
def proposition(
    request: Request,
    name: str,
    service: Annotated[Service, Depends(service_of)],
    form: Annotated[FileForm | None, Query(alias="format")] = None,
) -> Response:
    """Show one proposition, or give it as a file."""
    found = _found(service.store, name)
    reports = _reports_of(service.store, found)
    if form is FileForm.JSON:
        return record_file(f"proposition-{name}", proposition_record(found, reports))
    sides = sides_of(found, reports)
    if form is FileForm.CSV:
        return rows_file(
            f"proposition-{name}", form, _COLUMNS, (_row(each, said) for each in sides for said in each.statements)
        )
    speech = tongue_of(request)
    drawing = _drawing(found, speech)
    kinds = dict.fromkeys(spot.node.kind for spot in drawing.spots)
    return render(
        request,
        "proposition.html.jinja",
        id=found.id,
        name=f"proposition-{found.id}",
        label=shown_title(found.label),
        sides=sides,
        spread=spread_of(found),
        contradictions=(opposed := _contradictions(service.store, found, reports)),
        judged=verdicts_on_opposed(service.store, (each.opposed for each in opposed)),
        elements=json.dumps(graph_elements(drawing), ensure_ascii=False),
        kinds=[(kind.value, label) for kind, label in KIND_LABELS.items() if kind in kinds],
        has_copies=any(spot.copies for spot in drawing.spots),
        has_common=any(spot.is_common for spot in drawing.spots),
        has_circle=any(spot.is_circular for spot in drawing.spots),
        spread_over=_prints(found, reports, speech.code),
        why=told(found.reasons),
    )


@router.get("/propositions/{name}/chains.svg")
def chains(request: Request, name: str, service: Annotated[Service, Depends(service_of)]) -> Response:
    """Return the picture of the chains as an SVG file."""
    found = _found(service.store, name)
    speech = tongue_of(request)
    drawing = _drawing(found, speech)
    picture = draw_chains(drawing, title=shown_title(found.label), direction=speech.direction)
    return as_file(f"proposition-{name}.svg", picture, "image/svg+xml")


def _drawing(found: Proposition, speech: Tongue) -> Drawing:
    affirmed, denied = (retell_nodes(speech.code, counted) for counted in (found.affirmed, found.denied))
    return lay_out(affirmed, denied, mirrored=speech.direction == "rtl")


def _row(side: Side, said: Statement) -> dict[str, object]:
    return {
        "polarity": "denies" if side.denies else "affirms",
        "outlet": said.imprint.outlet,
        "published": said.imprint.date,
        "title": said.imprint.title,
        "words": said.words,
        "report": said.imprint.report,
        "claim": said.claim,
    }


def _found(store: Store, name: str) -> Proposition:
    found = find_proposition(store, name)
    if found is None:
        raise HTTPException(404, f"no proposition {name} is kept; it may have been compared anew under another id")
    return found


def _reports_of(store: Store, found: Proposition) -> dict[str, Report]:
    return {report.id: report for report in store.reports(each.report for each in found.assertions)}


def _contradictions(store: Store, found: Proposition, reports: Mapping[str, Report]) -> list[ContradictionView]:
    opposed = contradictions_of(store, found)
    known = {each.id: each for each in found.assertions}
    others = [name for each in opposed for name in (each.left, each.right) if name not in known]
    for proposition in propositions_asserting(store, others):
        known |= {each.id: each for each in proposition.assertions}
    missing = {known[name].report for name in others if name in known} - reports.keys()
    held = {**reports, **{report.id: report for report in store.reports(sorted(missing))}}
    return [view for each in opposed if (view := contradiction_view(each, known, held))]


def _prints(found: Proposition, reports: Mapping[str, Report], language: str) -> Sequence[Print]:
    """Return the reports in order of publication; undated ones come last."""
    folded = _copies_of(found, reports)
    first = min((moment for report in reports.values() if (moment := _moment(report))), default=None)
    prints = []
    for said in {each.report: each for each in reversed(found.assertions)}.values():
        report = reports.get(said.report)
        if report is None:
            continue
        imprint, moment = imprint_of(report), _moment(report)
        gap = format_timedelta(moment - first, locale=language) if moment and first and moment > first else ""
        prints.append(
            Print(
                report.id, said.claim, imprint.outlet, imprint.title, imprint.date, gap,
                said.polarity is Polarity.DENIES, report.id in folded,
            )
        )  # fmt: skip
    return sorted(prints, key=lambda each: (_moment(reports[each.report]) or datetime.max, each.report))


def _copies_of(found: Proposition, reports: Mapping[str, Report]) -> set[str]:
    """Return the reports that are folded into an earlier one's page."""
    folded: set[str] = set()
    for side in (found.affirmed, found.denied):
        for node in side.graph.nodes:
            members = [each for each in node.members if each in reports]
            members.sort(key=lambda each: (_moment(reports[each]) or datetime.max, each))
            folded.update(members[1:])
    return folded


def _moment(report: Report) -> datetime | None:
    published = report.article.published if report.article else None
    return published.value.replace(tzinfo=None) if published else None
