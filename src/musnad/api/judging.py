"""What people decide: judgements of claims, pairs, sources and words, and the cases that they gather."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Query
from pydantic import BaseModel, ConfigDict, Field

from musnad.api.asking import Analyst, Key, PageAsked, Reader, TheService, Words
from musnad.api.shapes import Offsets, Rows, Shape, made, paged
from musnad.keeping.reviewing import Reviewer, graded, judged_claim, judged_pair, marked, quoted
from musnad.model import Correction, Judgement, JudgementKind, QuotedPlace, Report, Span, SubjectKind
from musnad.search import list_cases, list_judgements
from musnad.store import Store
from musnad.store.finding.kept import JudgementFilter
from musnad.store.judging import GRADES

router = APIRouter(tags=["judgements"])

_MARKS = (JudgementKind.NOTE, JudgementKind.TAG, JudgementKind.IN_CASE)
_VERDICTS = (JudgementKind.RIGHT, JudgementKind.WRONG)
_PAIRS = (SubjectKind.ENTITY, SubjectKind.PROPOSITION)


class PlaceRequest(BaseModel):
    """Words of a report, or all of it; spans count code points."""

    model_config = ConfigDict(extra="forbid")

    report: Key
    span: tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]] | None = None


class JudgementRequest(BaseModel):
    """A judgement to make.

    right, wrong: `claim` of `report`, with `corrections` of a wrong one. note, tag, in_case: `value` on `span` of
    `report`, or on all of it. same, not_same: two `places` of an entity or a proposition (`about`). grade: `value` A to
    F of `source`.
    """

    model_config = ConfigDict(extra="forbid")

    kind: JudgementKind
    report: Key | None = None
    claim: Key | None = None
    span: tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]] | None = None
    value: Words | None = None
    source: Key | None = None
    about: SubjectKind | None = None
    places: list[PlaceRequest] = Field(default_factory=list, max_length=2)
    corrections: dict[Key, Words] = Field(default_factory=dict)
    why: Words | None = None


class UndoRequest(BaseModel):
    """Why a judgement is taken back."""

    model_config = ConfigDict(extra="forbid")

    why: Words | None = None


class PlaceShape(Shape):
    """The words that a judgement is about, as they stood when it was made."""

    document: str
    report: str
    span: Offsets | None
    quote: str


class UndoingShape(Shape):
    """Who took a judgement back, and when."""

    by: str
    at: str
    why: str | None


class CorrectionShape(Shape):
    """What a claim should have been."""

    field: str
    value: str


class JudgementShape(Shape):
    """A judgement; one that was taken back says so."""

    id: str
    kind: JudgementKind
    about: SubjectKind
    places: list[PlaceShape]
    by: str
    at: str
    value: str | None
    source: str | None
    corrections: list[CorrectionShape]
    why: str | None
    undone: UndoingShape | None


class CaseShape(Shape):
    """A case: what it is for, who opened it, and how much stands in it."""

    name: str
    purpose: str | None
    by: str
    at: str
    entries: int
    latest: str


class JudgementsAsked(PageAsked):
    """Which judgements are listed."""

    kind: JudgementKind | None = None
    by: Key | None = None
    subject: Key | None = None
    document: Key | None = None
    case: Key | None = None
    undone: bool = Field(False, description="Those that were taken back too.")


@router.get("/judgements")
def judgements(service: TheService, _: Reader, asked: Annotated[JudgementsAsked, Query()]) -> Rows[JudgementShape]:
    """Return what people judged, the latest leading."""
    given = JudgementFilter(asked.kind, asked.by, asked.subject, asked.document, asked.case, asked.undone)
    page = list_judgements(service.store, given, asked.page)
    return Rows[JudgementShape](rows=[_shown(row.judgement) for row in page.rows], next=page.next)


@router.post("/judgements", status_code=201)
def judge(service: TheService, visitor: Analyst, asked: JudgementRequest) -> JudgementShape:
    """Judge a claim, a pair or a source, or put a note, a tag or a case on words."""
    return _shown(service.store.reviews.add(_judgement(service.store, asked, Reviewer(visitor.name, asked.why))))


@router.post("/judgements/{name}/undo", status_code=204)
def undo(service: TheService, visitor: Analyst, name: Annotated[Key, Path()], asked: UndoRequest) -> None:
    """Take a judgement back; it stays in the history, with who took it back."""
    if not service.store.reviews.undo(name, visitor.name, asked.why):
        raise HTTPException(404, "no standing judgement has this id")


@router.get("/cases")
def cases(service: TheService, _: Reader, asked: Annotated[PageAsked, Query()]) -> Rows[CaseShape]:
    """Return the cases; what stands in one is /judgements?case=NAME."""
    return paged(CaseShape, list_cases(service.store, asked.page))


def _judgement(store: Store, asked: JudgementRequest, reviewer: Reviewer) -> Judgement:
    if asked.kind in _VERDICTS:
        report = _report(store, asked.report)
        claim = next((each for each in report.claims if each.id == asked.claim), None)
        if claim is None:
            raise HTTPException(404, "the report has no claim of this id")
        corrections = [Correction(*pair) for pair in asked.corrections.items()]
        return judged_claim(report, claim, asked.kind, reviewer, corrections)
    if asked.kind in _MARKS:
        if not (asked.value or "").strip():
            raise HTTPException(422, f"{asked.kind} needs a value")
        span = _span(asked.span)
        return marked(_report(store, asked.report), span, asked.kind, asked.value or "", reviewer)
    if asked.kind is JudgementKind.GRADE:
        if not asked.source or asked.value not in GRADES:
            raise HTTPException(422, f"grade needs a source, and one of {', '.join(GRADES)}")
        return graded(asked.source, asked.value, reviewer)
    if asked.about not in _PAIRS or len(asked.places) != 2:
        raise HTTPException(422, f"{asked.kind} needs two places, about {' or '.join(_PAIRS)}")
    left, right = (_place(store, place) for place in asked.places)
    return judged_pair(asked.about, left, right, reviewer, same=asked.kind is JudgementKind.SAME)


def _place(store: Store, asked: PlaceRequest) -> QuotedPlace:
    return quoted(_report(store, asked.report), _span(asked.span))


def _span(ends: tuple[int, int] | None) -> Span | None:
    if ends is None:
        return None
    if ends[0] >= ends[1]:
        raise HTTPException(422, "a span ends after it begins")
    return Span(*ends)


def _report(store: Store, name: str | None) -> Report:
    found = store.report(name) if name else None
    if found is None:
        raise HTTPException(404, "there is no report of this id")
    return found


def _shown(judgement: Judgement) -> JudgementShape:
    return made(JudgementShape, judgement)
