"""Search: reports that a query finds, with the words that match, facets that narrow it, and help on how to ask."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated

from babel.dates import format_date
from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from musnad.access import Service, service_of
from musnad.errors import QueryError
from musnad.export import render_found, render_found_csv
from musnad.export.labels import ANONYMITIES, KINDS, STANCES, Label, language_label
from musnad.model import Span
from musnad.search import Hit, Order, Results, SearchSettings, search
from musnad.search.fields import FIELDS
from musnad.store.finding.reports import Facet
from musnad.web.downloads import FileForm, as_file
from musnad.web.marked import cut_marked
from musnad.web.place_names import place_label
from musnad.web.queries import Asked, address, asked_by, narrowed
from musnad.web.rendering import render
from musnad.web.words import EVENT_TYPES, FIELD_NAMES, label_of

router = APIRouter()

_PAGE = 20
_FILE = 500
_FACETS = ("outlet", "month", "place", "event", "language")
_FACET_FIELDS = {"month": "date"}
_MOST_CLAIMS = 4
_MEDIA_TYPES = {FileForm.CSV: "text/csv; charset=utf-8", FileForm.JSON: "application/json"}


@router.get("/search")
def search_page(
    request: Request,
    service: Annotated[Service, Depends(service_of)],
    order: Annotated[Order, Query()] = Order.RELEVANCE,
    after: Annotated[str | None, Query(max_length=500)] = None,
) -> Response:
    """Show what a query finds."""
    asked = asked_by(request)
    results, fault = None, asked.fault
    if fault is None:
        try:
            given = SearchSettings(order, _PAGE, after, with_facets=after is None)
            results = search(service.store, asked.query, given)
        except QueryError as error:
            fault = str(error)
    return render(
        request,
        "search.html.jinja",
        asked=asked,
        fault=fault,
        results=results,
        hits=[_shown(hit) for hit in results.hits] if results else [],
        facets=_facets(asked, results) if results else [],
        order=order.value,
        after=after,
        help=FIELDS,
        choices=_CHOICES,
        field_names=FIELD_NAMES,
        links={"q": asked.written, "order": order.value if order is not Order.RELEVANCE else None},
        address=address,
    )


@router.get("/search.{form}")
def search_file(
    request: Request,
    form: FileForm,
    service: Annotated[Service, Depends(service_of)],
    order: Annotated[Order, Query()] = Order.RELEVANCE,
) -> Response:
    """Give the first reports that a query finds as a file."""
    asked = asked_by(request)
    results = search(service.store, asked.written or "*", SearchSettings(order, _FILE, with_facets=True))
    if form is FileForm.JSON:
        return as_file("search.json", render_found(results), _MEDIA_TYPES[form])
    return as_file("search.csv", render_found_csv(results).encode("utf-8-sig"), _MEDIA_TYPES[form])


def _shown(hit: Hit) -> Mapping[str, object]:
    title = Span(0, hit.body) if hit.body else None
    return {
        "found": hit.found,
        "outlet": hit.outlet,
        "title": cut_marked(hit.text, title, hit.title_marks) if title else [(hit.found.title or "", False)],
        "passages": [_passage(hit, passage.span, passage.marks) for passage in hit.passages],
        "claims": [
            {
                "id": claim.id,
                "words": claim.span.of(hit.text),
                "stance": label_of(_STANCES, claim.stance),
                "key": claim.stance,
            }
            for claim in hit.claims[:_MOST_CLAIMS]
        ],
        "more_claims": max(0, len(hit.claims) - _MOST_CLAIMS),
    }


_STANCES: Mapping[str, Label] = {
    **{str(stance): name for stance, name in STANCES.items()},
    "asserts": Label("يقول", "says"),
}


_CHOICES: Mapping[str, Mapping[str, Label]] = {
    "kind": {str(kind): name for kind, name in KINDS.items()},
    "anonymous": {str(anonymity): name for anonymity, name in ANONYMITIES.items()},
    "stance": _STANCES,
    "event": EVENT_TYPES,
}
"""What the fields with a list of values take, by field."""


def _passage(hit: Hit, span: Span, marks: Sequence[Span]) -> Mapping[str, object]:
    return {
        "parts": cut_marked(hit.text, span, marks),
        "opens": span.start > hit.body,
        "closes": span.end < len(hit.text),
    }


def _facets(asked: Asked, results: Results) -> list[Mapping[str, object]]:
    """Return the facets with more than one thing to choose, each value with the query that it narrows to."""
    chosen = {(each.field, each.value) for each in asked.filters}
    grouped: dict[str, list[Facet]] = {name: [] for name in _FACETS}
    for facet in results.facets:
        grouped.setdefault(facet.facet, []).append(facet)
    shown: list[Mapping[str, object]] = []
    for name, values in grouped.items():
        field = _FACET_FIELDS.get(name, name)
        rows = [
            {
                "label": _facet_label(name, value),
                "reports": value.reports,
                "share": round(100 * value.reports / max(each.reports for each in values)),
                "href": address("/search", q=narrowed(asked.query, field, value.value)),
            }
            for value in _ordered(name, values)
            if (field, value.value) not in chosen
        ]
        if len(rows) > 1 or (rows and name in ("outlet", "place")):
            shown.append({"name": name, "title": FIELD_NAMES[field], "rows": rows})
    return shown


def _ordered(name: str, values: Sequence[Facet]) -> Sequence[Facet]:
    """Return months from the latest on, and all else as it came: the commonest first."""
    return sorted(values, key=lambda each: each.value, reverse=True) if name == "month" else values


def _facet_label(name: str, facet: Facet) -> Label:
    match name:
        case "event":
            return label_of(EVENT_TYPES, facet.value)
        case "language":
            return language_label(facet.value)
        case "place":
            return place_label(facet.value, facet.label)
        case "month":
            return month_label(facet.value)
        case _:
            return Label(facet.label, facet.label)


def month_label(month: str) -> Label:
    """Return the two names of a month that is written as 2026-03."""
    day = date.fromisoformat(f"{month}-01")
    return Label(format_date(day, "MMMM y", locale="ar"), format_date(day, "MMMM y", locale="en_GB"))
