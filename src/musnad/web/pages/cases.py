"""Cases: folders of what an investigation gathers, reports and words of reports; each can be taken out again."""

from collections.abc import Mapping
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Form, Query
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from musnad.access import Role, Service, Visitor, require, service_of
from musnad.keeping.reviewing import Reviewer, marked
from musnad.model import Judgement, JudgementKind, Span
from musnad.search import PageSettings, list_cases, list_judgements
from musnad.store import Store
from musnad.store.finding.kept import JudgementFilter, ListedCase
from musnad.web.downloads import MOST_ROWS, FileForm, rows_file
from musnad.web.listing import all_rows
from musnad.web.queries import address
from musnad.web.rendering import render

router = APIRouter()

_MOST_CASES = 500
_MOST_ENTRIES = 500
_COLUMNS = ("case", "report", "title", "outlet", "published", "url", "words", "why", "by", "at")
_CASE_COLUMNS = ("name", "purpose", "by", "at", "entries", "latest")
_Service = Annotated[Service, Depends(service_of)]
_Analyst = Annotated[Visitor, Depends(require(Role.ANALYST))]


@router.get("/cases")
def cases_page(request: Request, service: _Service) -> Response:
    """List the case folders."""
    return render(
        request,
        "cases.html.jinja",
        cases=_cases(service.store),
        case_path=case_path,
    )


@router.get("/cases.{form}")
def cases_file(service: _Service, form: FileForm) -> Response:
    """Give the case folders as a file."""
    rows = ({name: getattr(each, name) for name in _CASE_COLUMNS} for each in _cases(service.store))
    return rows_file("cases", form, _CASE_COLUMNS, rows)


@router.get("/cases/add")
def choose_case(
    request: Request,
    service: _Service,
    report: Annotated[str, Query(max_length=80)],
    start: Annotated[int | None, Query(ge=0)] = None,
    end: Annotated[int | None, Query(ge=1)] = None,
) -> Response:
    """Ask into which case a report, or words of it, go."""
    held = service.store.report(report)
    if held is None:
        raise HTTPException(404, f"{report}: no report has this id")
    text = held.article.text if held.article else ""
    words = text[start:end] if start is not None and end is not None else ""
    return render(
        request,
        "case_add.html.jinja",
        report=held.id,
        title=text.partition("\n")[0] if text else held.id,
        words=words,
        start=start,
        end=end,
        cases=_cases(service.store),
    )


def marked_words(
    start: Annotated[int | None, Form(ge=0)] = None, end: Annotated[int | None, Form(ge=1)] = None
) -> Span | None:
    """Return the words that a form marks, None for a report as a whole."""
    if (start is None) != (end is None) or (start is not None and end is not None and start >= end):
        raise HTTPException(400, "words need a beginning and an end behind it")
    return Span(start, end) if start is not None and end is not None else None


@router.post("/cases/add")
def add_to_case(
    service: _Service,
    visitor: _Analyst,
    report: Annotated[str, Form(max_length=80)],
    case: Annotated[str, Form(max_length=200)],
    span: Annotated[Span | None, Depends(marked_words)],
    why: Annotated[str, Form(max_length=2_000)] = "",
) -> Response:
    """Put a report, or words of it, into a case, which is opened where there is none of the name."""
    held, name = service.store.report(report), " ".join(case.split())
    if held is None:
        raise HTTPException(404, f"{report}: no report has this id")
    if not name:
        raise HTTPException(400, "the case needs a name")
    reviewer = Reviewer(visitor.name, " ".join(why.split()) or None)
    service.store.reviews.add(marked(held, span, JudgementKind.IN_CASE, name, reviewer))
    return RedirectResponse(case_path(name), 303)


@router.post("/cases/remove")
def take_out(
    service: _Service,
    visitor: _Analyst,
    judgement: Annotated[str, Form(max_length=40)],
    case: Annotated[str, Form(max_length=200)],
) -> Response:
    """Take an entry out of its case; that it was there stays in the history."""
    if not service.store.reviews.undo(judgement, visitor.name):
        raise HTTPException(404, "this entry is not in the case any more")
    return RedirectResponse(case_path(case), 303)


@router.get("/cases/{name:path}")
def case_page(
    request: Request,
    service: _Service,
    name: str,
    form: Annotated[FileForm | None, Query(alias="format")] = None,
) -> Response:
    """Show what stands in a case, or give it as a file."""
    found = next((each for each in _cases(service.store) if each.name == name), None)
    if found is None:
        raise HTTPException(404, f"{name}: there is no case of this name")
    entries = [_entry(service.store, each) for each in _judgements(service.store, name)]
    if form:
        return rows_file("case", form, _COLUMNS, ({"case": name, **entry} for entry in entries))
    return render(
        request,
        "case.html.jinja",
        case=found,
        entries=entries,
        here=case_path(name),
        address=address,
    )


def case_path(name: str) -> str:
    """Return the address of a case; its name may hold any sign."""
    return f"/cases/{quote(name, safe='')}"


def _cases(store: Store) -> list[ListedCase]:
    return list(all_rows(lambda page: list_cases(store, page), _MOST_CASES))


def _judgements(store: Store, case: str) -> list[Judgement]:
    asked = JudgementFilter(case=case)
    return [each.judgement for each in list_judgements(store, asked, PageSettings(min(_MOST_ENTRIES, MOST_ROWS))).rows]


def _entry(store: Store, judgement: Judgement) -> Mapping[str, object]:
    place = judgement.places[0]
    report = store.report(place.report)
    article = report.article if report else None
    return {
        "id": judgement.id,
        "report": place.report if report else None,
        "title": (article.text.partition("\n")[0] if article else None) or place.report,
        "outlet": article.outlet.value if article and article.outlet else None,
        "published": article.published.value.isoformat() if article and article.published else None,
        "url": report.raw.url if report else None,
        "words": place.quote or None,
        "span": place.span,
        "why": judgement.why,
        "by": judgement.by,
        "at": judgement.at,
    }
