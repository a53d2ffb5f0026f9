"""Sources: who is named as saying something, and of each what it said, on whose word, and what came of it."""

from collections.abc import Mapping, Sequence
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Form, HTTPException, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from musnad.access import Role, Service, Visitor, require, service_of, visitor_of
from musnad.errors import QueryError
from musnad.export.chain_labels import chains_label
from musnad.export.display import tidy_name
from musnad.export.labels import ANONYMITIES, KINDS, MARKS, STANCES, Label
from musnad.export.marks import Mark
from musnad.keeping.reviewing import Reviewer, graded
from musnad.model import Anonymity, LinkKind, Reliability
from musnad.search import Page, PageSettings, Within, list_claims, list_sources, profile_source
from musnad.search.one_source import gather_sources, other_names
from musnad.search.profiling import SourceProfile, as_written
from musnad.store import Store
from musnad.store.finding.outlets import written_outlets
from musnad.store.finding.sources import ListedSource, SourceFilter, SourceOrder
from musnad.store.finding.told import ListedClaim
from musnad.store.sources import PAGE
from musnad.web.downloads import MOST_ROWS, FileForm, rows_file
from musnad.web.listing import all_rows
from musnad.web.outlets import outlet_name, outlets_of
from musnad.web.queries import address
from musnad.web.rendering import render
from musnad.web.words import label_of

router = APIRouter()

_PAGE, _CLAIMS = 60, 25
_COLUMNS = ("id", "kind", "name", "claims", "origins", "denials", "reports", "first_day", "day")
_CLAIM_COLUMNS = ("report", "outlet", "published", "claim", "words", "stance", "negated", "chain", "propositions")
_PRINTED = Label("ناشر", "publisher")
KIND_NAMES = {"page": _PRINTED, **{kind.value: label for kind, label in KINDS.items()}}
VIEWS = ("page", "outlet", "person", "org", "group", "anon", "document")
GRADES = {
    Reliability.A: Label("موثوق تمامًا", "completely reliable"),
    Reliability.B: Label("موثوق في الغالب", "usually reliable"),
    Reliability.C: Label("موثوق إلى حدّ ما", "fairly reliable"),
    Reliability.D: Label("غير موثوق في الغالب", "not usually reliable"),
    Reliability.E: Label("غير موثوق", "unreliable"),
    Reliability.F: Label("لا يمكن تقديره", "cannot be judged"),
}


def asked_for(
    kind: Annotated[str | None, Query(max_length=20)] = None,
    name: Annotated[str, Query(max_length=200)] = "",
    order: SourceOrder = SourceOrder.MOST_CLAIMS,
) -> SourceFilter:
    """Return which sources a request asks for."""
    return SourceFilter((kind,) if kind else (), name.strip() or None, order)


@router.get("/sources")
def sources(
    request: Request,
    service: Annotated[Service, Depends(service_of)],
    asked: Annotated[SourceFilter, Depends(asked_for)],
    after: Annotated[str | None, Query(max_length=500)] = None,
    form: Annotated[FileForm | None, Query(alias="format")] = None,
) -> Response:
    """Show who is named as saying something, those with most claims leading, or give the list as a file."""
    store = service.store
    if form:
        listed = all_rows(lambda page: list_sources(store, asked=asked, page=page), MOST_ROWS)
        return rows_file("sources", form, _COLUMNS, map(_row, listed))
    fault = None
    page: Page[ListedSource] = Page((), None)
    try:
        page = list_sources(store, asked=asked, page=PageSettings(_PAGE, after))
    except QueryError as error:
        fault = str(error)
    return render(
        request,
        "sources.html.jinja",
        page=page,
        rows=_gathered(store, page.rows, asked.order),
        fault=fault,
        kind=next(iter(asked.kinds), None),
        name=asked.name or "",
        order=asked.order.value,
        views=[(each, KIND_NAMES[each]) for each in VIEWS],
        kind_names=KIND_NAMES,
        address=address,
    )


@router.get("/sources/{name:path}")
def source(
    request: Request,
    name: str,
    service: Annotated[Service, Depends(service_of)],
    after: Annotated[str | None, Query(max_length=500)] = None,
    form: Annotated[FileForm | None, Query(alias="format")] = None,
) -> Response:
    """Show what one source said, on whose word, and what came of it, or give its claims as a file."""
    store = service.store
    profile = profile_source(store, name)
    if profile is None:
        raise HTTPException(404, f"nobody is named {name} in the reports that are kept")
    within = Within(source=name)
    if form:
        listed = list(all_rows(lambda page: list_claims(store, within=within, page=page), MOST_ROWS))
        written = outlets_of(store, (each.report for each in listed))
        return rows_file("source-claims", form, _CLAIM_COLUMNS, (_claim_row(each, written) for each in listed))
    claims = list_claims(store, within=within, page=PageSettings(_CLAIMS, after))
    return render(
        request,
        "source.html.jinja",
        profile=profile,
        source=profile.source,
        label=_named(store, (profile.source,))[0][1],
        claims=claims,
        outlets=written_outlets(store, (each.report.outlet for each in claims.rows)),
        grades=store.reviews.history(f"source|{profile.source.key}"),
        grade_names={grade.value: label for grade, label in GRADES.items()},
        may_grade=visitor_of(request).may(Role.ANALYST),
        kind_names=KIND_NAMES,
        stances={stance.value: label for stance, label in STANCES.items()},
        negated=MARKS[Mark.NEGATED],
        chains_label=chains_label,
        counterparts=_counterparts(store, profile),
        others=_named(store, other_names(store, profile.source)),
        address=address,
    )


@router.post("/grades")
def grade(
    service: Annotated[Service, Depends(service_of)],
    visitor: Annotated[Visitor, Depends(require(Role.ANALYST))],
    source: Annotated[str, Form(max_length=300)],
    value: Annotated[Reliability, Form()],
    why: Annotated[str, Form(max_length=1_000)] = "",
) -> Response:
    """Give a source a grade, which stands in its history with who gave it and why."""
    profile = profile_source(service.store, source)
    if profile is None:
        raise HTTPException(404, f"nobody is named {source} in the reports that are kept")
    reviewer = Reviewer(visitor.name, why.strip() or None)
    service.store.reviews.add(graded(profile.source.key, value.value, reviewer))
    return RedirectResponse(address_of_source(source) + "#grades", 303)


def address_of_source(name: str) -> str:
    """Return the address of the page of a source."""
    return f"/sources/{quote(name)}"


def _counterparts(store: Store, profile: SourceProfile) -> dict[str, Label]:
    """Return what those at the other end of a source's claims are called, by id."""
    others = (*profile.held_from, *profile.relayed_by)
    printers = {each.id: each.id.partition(":")[2] for each in others if each.id.startswith(f"{PAGE}:")}
    written = written_outlets(store, printers.values())
    return {each.id: counterpart_label(each.id, written.get(printers.get(each.id, "")) or each.name) for each in others}


def _named(store: Store, sources: Sequence[ListedSource]) -> list[tuple[ListedSource, Label]]:
    """Return sources with what each is called; those that print pages as the pages write them."""
    written = written_outlets(store, (each.key for each in sources if each.kind == PAGE))
    shown = ((each, as_written(each)) for each in sources)
    return [(known, counterpart_label(each.id, written.get(each.key) or known.name)) for each, known in shown]


def _gathered(
    store: Store, sources: Sequence[ListedSource], order: SourceOrder
) -> list[tuple[ListedSource, Label, list[tuple[ListedSource, Label]]]]:
    """Return the sources that are one person together, with what each is called, and the other names of him."""
    gathered = gather_sources(store, sources)
    if order is SourceOrder.MOST_CLAIMS:
        gathered.sort(key=lambda each: -each.source.claims)
    labels = dict(zip((each.id for each in sources), (label for _, label in _named(store, sources)), strict=True))
    return [
        (each.source, labels[each.source.id], [(other, labels[other.id]) for other in each.others]) for each in gathered
    ]


def counterpart_label(name: str, written: str | None) -> Label:
    """Return what a source of this id is called."""
    kind, _, key = name.partition(":")
    if kind == LinkKind.ANON:
        known = {each.value: label for each, label in ANONYMITIES.items()}
        return label_of(known, key or Anonymity.OTHER.value)
    name = tidy_name(written or key)
    return Label(name, name)


def _row(each: ListedSource) -> dict[str, object]:
    return {column: getattr(each, column) for column in _COLUMNS}


def _claim_row(each: ListedClaim, written: Mapping[str, str]) -> dict[str, object]:
    return {
        "report": each.report.id,
        "outlet": outlet_name(each.report, written),
        "published": each.report.published,
        "claim": each.id,
        "words": each.words,
        "stance": each.stance,
        "negated": each.negated,
        "chain": [link.name or link.kind for link in each.links],
        "propositions": [said.id for said in each.propositions],
    }
