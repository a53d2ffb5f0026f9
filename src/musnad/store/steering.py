"""Lets judgements steer what is found: claims judged wrong are corrected or left out, whoever read them and when."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from musnad.errors import UsageError
from musnad.model import (
    Anonymity,
    Chain,
    Claim,
    Correction,
    Hedge,
    Judgement,
    JudgementKind,
    LinkKind,
    Mode,
    QuotedPlace,
    Report,
    Span,
    Stance,
)
from musnad.store.judging import find_again, verdicts

_OF_CLAIM = {"hedge": Hedge, "mode": Mode}
_OF_ORIGIN = {"stance": Stance, "kind": LinkKind, "anonymity": Anonymity}
CORRECTABLE = (*_OF_CLAIM, *_OF_ORIGIN, "content", "source")
"""Fields of a claim that may be corrected; stance, kind, anonymity and source are those of the chain's origin."""


def claim_at(place: QuotedPlace, report: Report) -> Claim | None:
    """Return the claim of a report that a judgement is about: the one whose content covers most of the quoted words."""
    if report.article is None:
        return None
    span = find_again(place, report.article.text)
    if span is None:
        return None
    best = max(report.claims, key=lambda claim: (_shared(claim, span), -len(claim.content)), default=None)
    # A claim that has less than half of the words is another one, which only touches them.
    return best if best is not None and 2 * _shared(best, span) >= len(span) else None


def _shared(claim: Claim, span: Span) -> int:
    return sum(max(0, min(part.end, span.end) - max(part.start, span.start)) for part in claim.content)


def steered(report: Report, judgements: Sequence[Judgement]) -> Report:
    """Return the report as people see it: without the claims that more people hold wrong than right, or corrected.

    Where as many hold it right as wrong, what was read stays; of several corrections the latest counts.
    """
    about: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in verdicts(judgements):
        claim = claim_at(judgement.places[0], report)
        if claim is not None:
            about[claim.id].append(judgement)
    if not about:
        return report
    kept = (_as_judged(claim, about.get(claim.id, ()), report) for claim in report.claims)
    return replace(report, claims=tuple(claim for claim in kept if claim is not None))


def _as_judged(claim: Claim, given: Sequence[Judgement], report: Report) -> Claim | None:
    wrong = [each for each in given if each.kind is JudgementKind.WRONG]
    if 2 * len(wrong) <= len(given):
        return claim
    corrected = [each for each in wrong if each.corrections]
    if not corrected:
        return None
    for correction in max(corrected, key=lambda each: each.at).corrections:
        claim = _corrected(claim, correction, report.article.text if report.article else "")
    return claim


def _corrected(claim: Claim, correction: Correction, text: str) -> Claim:
    field, value = correction.field, correction.value
    if field in _OF_CLAIM:
        changes: Mapping[str, object] = {field: _OF_CLAIM[field](value)}
        return replace(claim, **changes)  # type: ignore[arg-type]  # the field's own kind, by the table above
    if field == "content":
        found = find_again(QuotedPlace("", "", claim.content[0], value), text)
        return replace(claim, content=(found,), verbatim=()) if found else claim
    origin = claim.chain.origin
    if field == "source":
        found = find_again(QuotedPlace("", "", origin.source or claim.content[0], value), text)
        origin = replace(origin, source=found, resolved=None, entry=None) if found else origin
    else:
        changes = {field: _OF_ORIGIN[field](value) if value else None}
        origin = replace(origin, **changes)  # type: ignore[arg-type]  # as above
    return replace(claim, chain=Chain((*claim.chain.links[:-1], origin)))


def check_correction(correction: Correction, text: str) -> None:
    """Raise UsageError where a correction names no field of a claim, or a value that the field cannot have."""
    field, value = correction.field, correction.value
    kinds = {**_OF_CLAIM, **_OF_ORIGIN}
    if field not in CORRECTABLE:
        raise UsageError(f"{field}: cannot be corrected; these can: {', '.join(CORRECTABLE)}")
    if field in kinds and value not in {each.value for each in kinds[field]}:
        raise UsageError(f"{field}={value}: is none; choose from {', '.join(each.value for each in kinds[field])}")
    if field in {"content", "source"} and value not in text:
        raise UsageError(f"{field}: the words {value!r} do not stand in the report; quote them as they stand there")
