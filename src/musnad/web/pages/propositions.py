"""The list of propositions: what is said in common, on how many independent chains, and what is denied."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from musnad.access import Service, service_of
from musnad.errors import QueryError
from musnad.export.chain_labels import CREDIBILITY_LABELS, chains_label
from musnad.search import Page, PageSettings, Within, list_propositions
from musnad.store.finding.shared import ListedProposition
from musnad.web.downloads import MOST_ROWS, FileForm, rows_file
from musnad.web.listing import all_rows
from musnad.web.queries import address, asked_by
from musnad.web.rendering import render
from musnad.web.words import FIELD_NAMES

router = APIRouter()

_PAGE = 40
_COLUMNS = (
    "id", "label", "affirmed_least", "affirmed_most", "denied_least", "denied_most", "credibility", "circular",
    "contradicted", "assertions", "day",
)  # fmt: skip


def _(message: str) -> str:
    """Mark a message for the catalogue."""
    return message


VIEWS = (
    ("", _("All")),
    ("independent:>=2", _("Independently confirmed")),
    ("contradicted:yes", _("Contradicted")),
    ("independent:1", _("On one chain alone")),
)
"""The ways in which the list is looked at most, each with the query that asks for it."""


@router.get("/propositions")
def propositions(
    request: Request,
    service: Annotated[Service, Depends(service_of)],
    source: Annotated[str | None, Query(max_length=300)] = None,
    after: Annotated[str | None, Query(max_length=500)] = None,
    form: Annotated[FileForm | None, Query(alias="format")] = None,
) -> Response:
    """Show what is said in common, those said last leading, or give it as a file."""
    asked = asked_by(request)
    store, within = service.store, Within(source=source)
    if form:
        listed = all_rows(lambda page: list_propositions(store, asked.query, within, page), MOST_ROWS)
        return rows_file("propositions", form, _COLUMNS, map(_row, listed))
    fault = asked.fault
    page: Page[ListedProposition] = Page((), None)
    if fault is None:
        try:
            page = list_propositions(store, asked.query, within, PageSettings(_PAGE, after))
        except QueryError as error:
            fault = str(error)
    return render(
        request,
        "propositions.html.jinja",
        asked=asked,
        fault=fault,
        page=page,
        views=VIEWS,
        source=source,
        field_names=FIELD_NAMES,
        grades=CREDIBILITY_LABELS,
        chains_label=chains_label,
        address=address,
    )


def _row(each: ListedProposition) -> dict[str, object]:
    return {
        "id": each.id,
        "label": each.label,
        "affirmed_least": each.affirmed[0],
        "affirmed_most": each.affirmed[1],
        "denied_least": each.denied[0],
        "denied_most": each.denied[1],
        "credibility": each.credibility,
        "circular": each.circular,
        "contradicted": each.contradicted,
        "assertions": each.assertions,
        "day": each.day,
    }
