"""Review queue: one question at a time, decided with one key: may two names mean one thing, was a claim read right."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from musnad.access import Role, Service, Visitor, require, service_of
from musnad.entities import find_namings, reasons_as_written
from musnad.export.display import tidy_name
from musnad.export.whole_names import whole_name
from musnad.keeping.reviewing import Reviewer, agreements, judged_claim, judged_pair
from musnad.model import Claim, JudgementKind, Report, Span, SubjectKind
from musnad.search import PageSettings, list_judgements
from musnad.store import Store
from musnad.store.finding.kept import JudgementFilter, ListedJudgement
from musnad.store.finding.questions import (
    ClaimQuestion,
    MergeQuestion,
    Words,
    claim_questions,
    count_claim_questions,
    count_merge_questions,
    merge_questions,
    place_of,
)
from musnad.store.finding.reports import Found
from musnad.web.downloads import MOST_ROWS, FileForm, rows_file
from musnad.web.marked import cut_marked
from musnad.web.outlets import outlets_of
from musnad.web.queries import address
from musnad.web.rendering import render
from musnad.web.words import JUDGEMENTS, MENTION_KINDS, STANCE_NAMES, label_of

router = APIRouter()

_AROUND = 170  # characters of context on each side of the words that are asked about
_MOST_SKIPPED = 40
_LATEST = 12
_COLUMNS = ("id", "kind", "about", "words", "report", "by", "at", "value", "why", "undone_by", "undone_at")
_Service = Annotated[Service, Depends(service_of)]
_Analyst = Annotated[Visitor, Depends(require(Role.ANALYST))]


class Sort(StrEnum):
    """What is asked about."""

    NAMES = "names"
    CLAIMS = "claims"


@router.get("/review")
def review_page(
    request: Request,
    service: _Service,
    about: Annotated[Sort, Query()] = Sort.NAMES,
    later: Annotated[str, Query(max_length=4_000)] = "",
    done: Annotated[str | None, Query(max_length=40)] = None,
) -> Response:
    """Show the next question."""
    store, skipped = service.store, [each for each in later.split(",") if each]
    names = merge_questions(store, most=1, skipped=skipped) if about is Sort.NAMES else []
    claims = claim_questions(store, most=1, skipped=skipped) if about is Sort.CLAIMS else []
    latest = list_judgements(store, JudgementFilter(), PageSettings(limit=_LATEST)).rows
    return render(
        request,
        "review.html.jinja",
        about=about.value,
        pair=_pair(store, names[0]) if names else None,
        claim=_claim(store, claims[0]) if claims else None,
        outlets=outlets_of(store, _asked_about(names, claims)),
        counts={"names": count_merge_questions(store), "claims": count_claim_questions(store)},
        later=",".join(skipped),
        skipped=skipped,
        done=next((each.judgement for each in latest if each.judgement.id == done), None),
        latest=[each.judgement for each in latest],
        judgements=JUDGEMENTS,
        label_of=label_of,
        agreements=[(name, alpha, number) for name, alpha, number in agreements(store) if number],
        address=address,
    )


@router.post("/review/names")
def decide_names(
    service: _Service,
    visitor: _Analyst,
    left: Annotated[str, Form(max_length=80)],
    right: Annotated[str, Form(max_length=80)],
    decision: Annotated[str, Form(max_length=10)],
    later: Annotated[str, Form(max_length=4_000)] = "",
) -> Response:
    """Keep whether two names mean one thing."""
    key = f"{left} {right}"
    if decision == "later":
        return _next(Sort.NAMES, later, key)
    if decision not in ("same", "not_same"):
        raise HTTPException(400, f"{decision}: decide same, not_same or later")
    skipped = [each for each in later.split(",") if each]
    found = merge_questions(service.store, most=len(skipped) + MOST_ROWS)
    asked = next((each for each in found if (each.merge.left, each.merge.right) == (left, right)), None)
    if asked is None:
        raise HTTPException(404, "this question was answered meanwhile, or its names were compared anew")
    left_place, right_place = place_of(asked.left_words), place_of(asked.right_words)
    made = judged_pair(SubjectKind.ENTITY, left_place, right_place, Reviewer(visitor.name), same=decision == "same")
    return _next(Sort.NAMES, later, done=service.store.reviews.add(made).id)


@router.post("/review/claims")
def decide_claim(
    service: _Service,
    visitor: _Analyst,
    report: Annotated[str, Form(max_length=80)],
    claim: Annotated[str, Form(max_length=80)],
    decision: Annotated[str, Form(max_length=10)],
    later: Annotated[str, Form(max_length=4_000)] = "",
) -> Response:
    """Keep whether a claim was read right."""
    if decision == "later":
        return _next(Sort.CLAIMS, later, claim)
    if decision not in ("right", "wrong"):
        raise HTTPException(400, f"{decision}: decide right, wrong or later")
    held = service.store.report(report)
    judged = next((each for each in held.claims if each.id == claim), None) if held else None
    if held is None or judged is None:
        raise HTTPException(404, "this claim is not in the store any more")
    kind = JudgementKind.RIGHT if decision == "right" else JudgementKind.WRONG
    made = service.store.reviews.add(judged_claim(held, judged, kind, Reviewer(visitor.name)))
    return _next(Sort.CLAIMS, later, done=made.id)


@router.post("/review/undo")
def undo(
    service: _Service,
    visitor: _Analyst,
    judgement: Annotated[str, Form(max_length=40)],
    about: Annotated[Sort, Form()] = Sort.NAMES,
    later: Annotated[str, Form(max_length=4_000)] = "",
) -> Response:
    """Take a judgement back; it stays in the history."""
    if not service.store.reviews.undo(judgement, visitor.name):
        raise HTTPException(404, "no standing judgement has this id")
    return _next(about, later)


@router.get("/review.{form}")
def review_file(service: _Service, form: FileForm) -> Response:
    """Give all judgements, taken back or not, as a file."""
    return rows_file("judgements", form, _COLUMNS, map(_row, _all(service.store)))


def _all(store: Store) -> Sequence[ListedJudgement]:
    rows: list[ListedJudgement] = []
    page = PageSettings(limit=500)
    while len(rows) < MOST_ROWS:
        found = list_judgements(store, JudgementFilter(with_undone=True), page)
        rows += found.rows
        if found.next is None:
            break
        page = PageSettings(500, found.next)
    return rows


def _row(listed: ListedJudgement) -> Mapping[str, object]:
    made = listed.judgement
    return {
        "id": made.id,
        "kind": made.kind.value,
        "about": made.about.value,
        "words": [place.quote for place in made.places],
        "report": [place.report for place in made.places],
        "by": made.by,
        "at": made.at,
        "value": made.value,
        "why": made.why,
        "undone_by": made.undone.by if made.undone else None,
        "undone_at": made.undone.at if made.undone else None,
    }


def _next(about: Sort, later: str, skipped: str | None = None, done: str | None = None) -> Response:
    kept = [each for each in later.split(",") if each]
    kept += [skipped] if skipped else []
    wanted = address("/review", about=about.value, later=",".join(kept[-_MOST_SKIPPED:]), done=done)
    return RedirectResponse(wanted, 303)


def _pair(store: Store, question: MergeQuestion) -> Mapping[str, object]:
    report, reasons = store.report(question.left_words.report.id), question.merge.reasons
    return {
        "left_id": question.merge.left,
        "right_id": question.merge.right,
        "score": round(100 * question.merge.score),
        "reasons": reasons_as_written(reasons, report, find_namings(report)) if report else reasons,
        "sides": [
            {
                "name": naming.name,
                "kind": label_of(MENTION_KINDS, naming.kind.value),
                "forms": [form for form in naming.forms if form != naming.name][:4],
                **_context(words),
            }
            for naming, words in (
                (question.left, question.left_words),
                (question.right, question.right_words),
            )
        ],
    }


def _claim(store: Store, question: ClaimQuestion) -> Mapping[str, object] | None:
    report = store.report(question.words.report.id)
    claim = next((each for each in report.claims if each.id == question.id), None) if report else None
    if report is None or claim is None:
        return None
    return {
        "id": claim.id,
        "confidence": round(100 * question.confidence),
        "rule": question.rule,
        "chain": _chain(report, claim),
        "stance": label_of(STANCE_NAMES, claim.chain.origin.stance.value),
        "key": claim.chain.origin.stance.value,
        **_context(question.words),
    }


def _chain(report: Report, claim: Claim) -> Sequence[str | None]:
    text = report.article.text if report.article else ""
    named = ((link.resolved or link.source) for link in claim.resolved_chain)
    return [tidy_name(whole_name(text, span)) if span is not None else None for span in named]


def _asked_about(names: Sequence[MergeQuestion], claims: Sequence[ClaimQuestion]) -> list[Found]:
    """Return the reports that hold the words of questions."""
    words = [side for each in names for side in (each.left_words, each.right_words)]
    return [each.report for each in (*words, *(claim.words for claim in claims))]


def _context(words: Words) -> Mapping[str, object]:
    whole = words.span
    start, end = max(0, whole.start - _AROUND), min(len(words.text), whole.end + _AROUND)
    # From word to word: a cut word reads like another.
    start = words.text.find(" ", start, whole.start) + 1 if start else 0
    end = words.text.rfind(" ", whole.end, end) if end < len(words.text) else end
    shown = Span(min(start, whole.start), max(end, whole.end))
    return {
        "report": words.report,
        "parts": cut_marked(words.text, shown, words.spans),
        "opens": shown.start > 0,
        "closes": shown.end < len(words.text),
    }
