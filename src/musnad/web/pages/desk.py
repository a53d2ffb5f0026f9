"""The desk: what is new since the last visit, and how taking in goes."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Annotated, Any, NamedTuple

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from musnad.access import Service, service_of
from musnad.export.chain_labels import CREDIBILITY_LABELS, chains_label
from musnad.search import (
    PageSettings,
    Within,
    list_contradictions,
    list_propositions,
    list_reports,
    list_stories,
)
from musnad.store.finding.arrivals import count_arrivals, find_changed
from musnad.store.finding.outlets import written_outlets
from musnad.store.finding.reports import Found
from musnad.store.finding.shared import ListedContradiction, ListedProposition, ListedStory
from musnad.store.jobs import JobStatus
from musnad.store.rows import moment
from musnad.web.downloads import FileForm, rows_file
from musnad.web.pages.contradictions import shown_contradictions
from musnad.web.rendering import render
from musnad.web.visits import last_visit, note_visit
from musnad.web.words import TRIGGERS

router = APIRouter()

_FEW = 6
_CONFIRMED = "independent:>=2"
_LOOKED_AT = 200
"""Propositions among which circles are sought: the latest ones."""


_COLUMNS = ("kind", "id", "label", "day", "independent_least", "independent_most")


class _Shown(NamedTuple):
    """What the desk shows, kind by kind."""

    reports: Sequence[Found]
    stories: Sequence[ListedStory]
    confirmed: Sequence[ListedProposition]
    circles: Sequence[ListedProposition]
    contradictions: Sequence[ListedContradiction]


@router.get("/")
def desk(
    request: Request,
    service: Annotated[Service, Depends(service_of)],
    all: bool = False,
    form: Annotated[FileForm | None, Query(alias="format")] = None,
) -> Response:
    """Show what is new since the last visit, or the latest of everything, or give it as a file."""
    store, now = service.store, datetime.now(UTC)
    before = None if all else last_visit(request)
    since = moment(before) if before else None
    within, few = Within(since=since), PageSettings(_FEW)
    opposed = list_contradictions(store, within=within, page=PageSettings(3))
    said = list_propositions(store, within=within, page=PageSettings(_LOOKED_AT)).rows
    stories, confirmed = list_stories(store, within=within, page=few), list_propositions(store, _CONFIRMED, within, few)
    reports = list_reports(store, within=within, page=PageSettings(8)).rows
    changed = find_changed(store, since, most=_FEW)
    if form is not None:
        shown = _Shown(reports, stories.rows, confirmed.rows, [each for each in said if each.circular], opposed.rows)
        return rows_file("desk", form, _COLUMNS, _rows(shown))
    answer = render(
        request,
        "desk.html.jinja",
        kept=store.count(),
        since=before,
        arrivals=count_arrivals(store, since),
        stories=stories,
        reports=reports,
        outlets=written_outlets(store, [*(each.outlet for each in reports), *(each.outlet for each in changed)]),
        confirmed=confirmed,
        contradictions=shown_contradictions(store, opposed.rows),
        more_contradictions=opposed.next is not None,
        circles=[each for each in said if each.circular][:_FEW],
        changed=changed,
        alerts=[each for each in store.alerts.all(most=_FEW) if since is None or each.at >= since],
        triggers=TRIGGERS,
        watches=store.queue.watches(),
        jobs={status.value: count for status, count in store.queue.counts().items()},
        dead=JobStatus.DEAD.value,
        notes=store.notes.waiting(),
        grades=CREDIBILITY_LABELS,
        chains_label=chains_label,
    )
    note_visit(request, answer, now)
    return answer


def _rows(shown: _Shown) -> Iterator[Mapping[str, Any]]:
    """Yield a row for each thing that the desk shows."""
    for report in shown.reports:
        yield {"kind": "report", "id": report.id, "label": report.title, "day": report.published}
    for story in shown.stories:
        yield {"kind": "story", "id": story.id, "label": story.label, "day": story.latest}
    for kind, listed in (("confirmed", shown.confirmed), ("circle", shown.circles)):
        for each in listed:
            least, most = each.affirmed
            row = {"kind": kind, "id": each.id, "label": each.label, "day": each.day}
            yield {**row, "independent_least": least, "independent_most": most}
    for opposed in shown.contradictions:
        label = f"{opposed.left.words} / {opposed.right.words}"
        yield {"kind": "contradiction", "id": opposed.left.proposition, "label": label, "day": opposed.day}
