"""Stories: what reports are about one happening; and one story, with its copies folded and what is said in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from musnad.access import Service, service_of
from musnad.errors import QueryError
from musnad.export.chain_labels import CREDIBILITY_LABELS, chains_label
from musnad.search import PageSettings, Within, list_contradictions, list_propositions, list_stories
from musnad.store.finding.reports import Found
from musnad.store.finding.shared import ListedStory
from musnad.store.finding.story import ToldStory, read_story
from musnad.store.finding.texts import read_texts
from musnad.stories import written_terms
from musnad.web.downloads import MOST_ROWS, FileForm, rows_file
from musnad.web.listing import all_rows
from musnad.web.outlets import outlet_name, outlets_of
from musnad.web.queries import address, asked_by
from musnad.web.rendering import render
from musnad.web.words import FIELD_NAMES

router = APIRouter()

_PAGE = 30
_SAID = 15
_TEXTS = 40  # of a story, the first: enough to see how its words are written
_COLUMNS = ("id", "label", "earliest", "latest", "reports")
_REPORT_COLUMNS = ("id", "published", "outlet", "title", "url", "copy_of")
_Service = Annotated[Service, Depends(service_of)]


@dataclass(frozen=True, slots=True)
class Folded:
    """A report of a story, and those that carry its text too; `credit` is the outlet that they name as its maker."""

    report: Found
    copies: tuple[Found, ...] = ()
    credit: str | None = None
    reasons: tuple[str, ...] = ()


@router.get("/stories")
def stories_page(
    request: Request, service: _Service, after: Annotated[str | None, Query(max_length=500)] = None
) -> Response:
    """List the stories, the latest first."""
    asked, page = asked_by(request), None
    fault = asked.fault
    if fault is None:
        try:
            page = list_stories(service.store, asked.query, PageSettings(_PAGE, after))
        except QueryError as error:
            fault = str(error)
    return render(
        request,
        "stories.html.jinja",
        asked=asked,
        fault=fault,
        page=page,
        most=max((story.reports for story in page.rows), default=1) if page else 1,
        field_names=FIELD_NAMES,
        address=address,
    )


@router.get("/stories.{form}")
def stories_file(request: Request, service: _Service, form: FileForm) -> Response:
    """Give the stories as a file."""
    query = asked_by(request).written or "*"
    rows = all_rows(lambda page: list_stories(service.store, query, page), MOST_ROWS)
    return rows_file("stories", form, _COLUMNS, map(_row, rows))


@router.get("/stories/{name}")
def story_page(request: Request, service: _Service, name: str) -> Response:
    """Show one story."""
    told, within = _told(service, name), Within(story=name)
    texts = read_texts(service.store, (report.number for report in told.reports[:_TEXTS]))
    return render(
        request,
        "story.html.jinja",
        story=told.story,
        terms=written_terms(told.story.terms, (text.text for text in texts.values())),
        folded=fold_copies(told),
        changes=told.changes,
        reports=len(told.reports),
        outlets=(written := outlets_of(service.store, told.reports)),
        outlet_count=len({outlet_name(report, written) for report in told.reports}),
        propositions=list_propositions(service.store, within=within, page=PageSettings(_SAID)).rows,
        contradictions=list_contradictions(service.store, within=within, page=PageSettings(_SAID)).rows,
        chains_label=chains_label,
        grades=CREDIBILITY_LABELS,
        address=address,
    )


@router.get("/stories/{name}/reports.{form}")
def story_file(service: _Service, name: str, form: FileForm) -> Response:
    """Give the reports of a story as a file, with the report that each carries the text of."""
    told = _told(service, name)
    written = outlets_of(service.store, told.reports)
    rows = [
        {
            "id": report.id,
            "published": report.published,
            "outlet": outlet_name(report, written),
            "title": report.title,
            "url": report.address,
            "copy_of": each.report.id if report is not each.report else None,
        }
        for each in fold_copies(told)
        for report in (each.report, *each.copies)
    ]
    return rows_file("story", form, _REPORT_COLUMNS, rows)


def fold_copies(told: ToldStory) -> Sequence[Folded]:
    """Return the reports of a story in order of publication, those of one text under its first print or earliest."""
    by_id = {report.id: report for report in told.reports}
    heads: dict[str, Folded] = {}
    hidden: set[str] = set()
    for family in told.families:
        members = [report for report in told.reports if report.id in family.members]
        if len(members) < 2:
            continue
        head = by_id.get(family.origin or "") or members[0]
        copies = tuple(report for report in members if report.id != head.id)
        heads[head.id] = Folded(head, copies, family.credit, family.reasons)
        hidden |= {report.id for report in copies}
    return [heads.get(report.id, Folded(report)) for report in told.reports if report.id not in hidden]


def _told(service: Service, name: str) -> ToldStory:
    told = read_story(service.store, name)
    if told is None:
        raise HTTPException(404, "no story has this id; it may have been joined with another")
    return told


def _row(story: ListedStory) -> Mapping[str, object]:
    return {name: getattr(story, name) for name in _COLUMNS}
