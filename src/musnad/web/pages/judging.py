"""Judging where the reader is: a claim on its report's page, two accounts that are held to contradict each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, NamedTuple

from fastapi import APIRouter, Depends, Form
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from musnad.access import Role, Service, Visitor, require, service_of
from musnad.export.labels import Label
from musnad.keeping.reviewing import Reviewer, judged_claim, judged_opposed
from musnad.model import Claim, Correction, JudgementKind, Report, Span
from musnad.web.paths import inside
from musnad.web.words import CORRECTABLE, CORRECTED_VALUES

router = APIRouter()

_Service = Annotated[Service, Depends(service_of)]
_Analyst = Annotated[Visitor, Depends(require(Role.ANALYST))]
_Word = Annotated[str, Form(max_length=40)]
_Words = Annotated[str, Form(max_length=4_000)]
_Key = Annotated[str, Form(max_length=80)]
_Back = Annotated[str, Form(max_length=2_000)]
_VERDICTS = {"right": JudgementKind.RIGHT, "wrong": JudgementKind.WRONG, "correct": JudgementKind.WRONG}


class CorrectableField(NamedTuple):
    """A field of a claim as a form asks for it: its value as read; `choices` are none where it takes words."""

    name: str
    label: Label
    value: str
    choices: Sequence[tuple[str, Label]]


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a form gives of a claim that was read wrong: the fields, changed or not, and why."""

    content: _Words = ""
    source: _Words = ""
    stance: _Word = ""
    kind: _Word = ""
    anonymity: _Word = ""
    hedge: _Word = ""
    mode: _Word = ""
    why: Annotated[str, Form(max_length=1_000)] = ""


@router.post("/reports/{name}/judgements")
def judge_claim(
    name: str,
    service: _Service,
    visitor: _Analyst,
    claim: _Key,
    decision: Annotated[str, Form(max_length=10)],
    corrected: Annotated[Corrected, Depends()],
) -> Response:
    """Keep whether a claim of a report was read right, or what it should have been."""
    if decision not in _VERDICTS:
        raise HTTPException(400, f"{decision}: decide right, wrong or correct")
    report = service.store.report(name)
    judged = next((each for each in report.claims if each.id == claim), None) if report else None
    if report is None or judged is None:
        raise HTTPException(404, "this claim is not in the store any more")
    changed = _changed(report, judged, corrected) if decision == "correct" else ()
    if decision == "correct" and not changed:
        raise HTTPException(400, "nothing was corrected: change one of the fields, or decide right or wrong")
    reviewer = Reviewer(visitor.name, " ".join(corrected.why.split()) or None)
    service.store.reviews.add(judged_claim(report, judged, _VERDICTS[decision], reviewer, changed))
    return RedirectResponse(f"/reports/{report.id}#claim-{judged.id}", 303)


@router.post("/contradictions/judgements")
def judge_contradiction(
    service: _Service, visitor: _Analyst, left: _Key, right: _Key, decision: _Key, back: _Back = "/contradictions"
) -> Response:
    """Keep that two accounts do not contradict each other: they say the same, or speak of two things."""
    if decision not in (JudgementKind.SAME, JudgementKind.NOT_SAME):
        raise HTTPException(400, f"{decision}: decide same or not_same")
    reviewer = Reviewer(visitor.name)
    made = judged_opposed(service.store, (left, right), reviewer, same=decision == JudgementKind.SAME)
    service.store.reviews.add(made)
    return RedirectResponse(inside(back), 303)


@router.post("/judgements/undo")
def take_back(service: _Service, visitor: _Analyst, judgement: _Key, back: _Back = "/review") -> Response:
    """Take a judgement back; it stays in the history."""
    if not service.store.reviews.undo(judgement, visitor.name):
        raise HTTPException(404, "no standing judgement has this id")
    return RedirectResponse(inside(back), 303)


def correctable_fields(report: Report, claim: Claim) -> tuple[CorrectableField, ...]:
    """Return what a form asks of a claim that was read wrong, filled with what was read."""
    read = _as_read(report, claim)
    return tuple(
        CorrectableField(name, label, read[name], tuple(CORRECTED_VALUES.get(name, {}).items()))
        for name, label in CORRECTABLE.items()
    )


def _as_read(report: Report, claim: Claim) -> Mapping[str, str]:
    text, origin = report.article.text if report.article else "", claim.chain.origin
    return {
        "content": Span(claim.content[0].start, claim.content[-1].end).of(text),
        "source": origin.source.of(text) if origin.source else "",
        "stance": origin.stance.value,
        "kind": origin.kind.value,
        "anonymity": origin.anonymity.value if origin.anonymity else "",
        "hedge": claim.hedge.value,
        "mode": claim.mode.value,
    }


def _changed(report: Report, claim: Claim, corrected: Corrected) -> tuple[Correction, ...]:
    """Return the fields of which the form gives another value; browsers send line breaks as CR LF."""
    given = {name: getattr(corrected, name).replace("\r\n", "\n").strip() for name in CORRECTABLE}
    read = _as_read(report, claim)
    return tuple(Correction(name, value) for name, value in given.items() if value and value != read[name].strip())
