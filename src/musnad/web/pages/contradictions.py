"""The list of contradictions: two accounts side by side, and in what they differ."""

from collections.abc import Mapping
from typing import Annotated, NamedTuple

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from musnad.access import Service, service_of
from musnad.errors import QueryError
from musnad.export.statements import ContradictionView, contradiction_view
from musnad.keeping.reviewing import verdicts_on_opposed
from musnad.model import Assertion, Contradiction, Judgement, Polarity, Slot
from musnad.search import Page, PageSettings, list_contradictions
from musnad.store import Store
from musnad.store.finding.shared import ListedContradiction
from musnad.web.downloads import MOST_ROWS, FileForm, rows_file
from musnad.web.listing import all_rows
from musnad.web.outlets import outlet_name, outlets_of
from musnad.web.queries import address, asked_by
from musnad.web.rendering import render
from musnad.web.words import FIELD_NAMES

router = APIRouter()

_PAGE = 20
_COLUMNS = (
    "slot", "day", "left_outlet", "left_words", "left_report", "left_proposition",
    "right_outlet", "right_words", "right_report", "right_proposition", "reasons",
)  # fmt: skip


@router.get("/contradictions")
def contradictions(
    request: Request,
    service: Annotated[Service, Depends(service_of)],
    after: Annotated[str | None, Query(max_length=500)] = None,
    form: Annotated[FileForm | None, Query(alias="format")] = None,
) -> Response:
    """Show who says the opposite of whom, the latest leading, or give it as a file."""
    asked = asked_by(request)
    store = service.store
    if form:
        listed = list(all_rows(lambda page: list_contradictions(store, asked.query, page=page), MOST_ROWS))
        written = outlets_of(store, (side.report for each in listed for side in (each.left, each.right)))
        return rows_file("contradictions", form, _COLUMNS, (_row(each, written) for each in listed))
    fault = asked.fault
    page: Page[ListedContradiction] = Page((), None)
    if fault is None:
        try:
            page = list_contradictions(store, asked.query, page=PageSettings(_PAGE, after))
        except QueryError as error:
            fault = str(error)
    return render(
        request,
        "contradictions.html.jinja",
        asked=asked,
        fault=fault,
        shown=shown_contradictions(store, page.rows),
        further=page.next,
        field_names=FIELD_NAMES,
        address=address,
    )


class ShownContradiction(NamedTuple):
    """A contradiction as lists show it: its row, the words around both sides, what people judged of the two."""

    row: ListedContradiction
    view: ContradictionView
    judged: tuple[Judgement, ...]


def shown_contradictions(store: Store, listed: tuple[ListedContradiction, ...]) -> list[ShownContradiction]:
    """Return contradictions with the words around both sides, and what people judged of them."""
    names = {side.report.id for each in listed for side in (each.left, each.right)}
    reports = {report.id: report for report in store.reports(sorted(names))}
    views = ((each, contradiction_view(*_told(each), reports)) for each in listed)
    shown = [(each, view) for each, view in views if view is not None]
    judged = verdicts_on_opposed(store, (view.opposed for _, view in shown))
    return [ShownContradiction(each, view, judged.get(view.opposed, ())) for each, view in shown]


def _told(each: ListedContradiction) -> tuple[Contradiction, dict[str, Assertion]]:
    sides = {
        side.assertion: Assertion(
            side.assertion, side.report.id, (side.span,), side.claim, polarity=Polarity(side.polarity)
        )
        for side in (each.left, each.right)
    }
    left, right = each.left, each.right
    slot = Slot(each.slot)
    told = Contradiction(left.assertion, right.assertion, slot, each.reasons, left.span, right.span, each.marker)
    return told, sides


def _row(each: ListedContradiction, written: Mapping[str, str]) -> dict[str, object]:
    return {
        "slot": each.slot,
        "day": each.day,
        "left_outlet": outlet_name(each.left.report, written),
        "left_words": each.left.words,
        "left_report": each.left.report.id,
        "left_proposition": each.left.proposition,
        "right_outlet": outlet_name(each.right.report, written),
        "right_words": each.right.words,
        "right_report": each.right.report.id,
        "right_proposition": each.right.proposition,
        "reasons": each.reasons,
    }
