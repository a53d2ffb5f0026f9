"""Turns what `musnad judge` is given into judgements, or says what is missing where one cannot be made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from musnad.errors import UsageError
from musnad.export.display import counted
from musnad.keeping.reviewing import Reviewer, graded, judged_claim, judged_pair, marked, quoted, source_key
from musnad.model import Claim, Correction, Judgement, JudgementKind, QuotedPlace, Report, Span, SubjectKind
from musnad.store import Store


@dataclass(frozen=True, slots=True)
class Asked:
    """What is judged: a report by its id, and in it a claim by its number, or words, quoted or by START:END."""

    report: str | None
    claim: int | None
    quote: str | None
    at: str | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is said of it; `marks` are the words of notes, tags and cases by their kind."""

    right: bool
    wrong: bool
    marks: Mapping[str, str | None]
    same: str | None
    not_same: str | None
    source: str | None
    grade: str | None


def check_reports(store: Store, places: tuple[Asked, Asked]) -> None:
    """Raise UsageError where a report that is named is not in the store: nothing else need be asked then."""
    for place in places:
        if place.report is not None:
            _report(store, place.report)


def judgements_of(
    store: Store, wanted: Wanted, places: tuple[Asked, Asked], reviewer: Reviewer, corrections: Sequence[str]
) -> list[Judgement]:
    """Return the judgements that were asked for; raise UsageError where it is not one of the kinds, or lacks a part."""
    marks = {JudgementKind(kind): value for kind, value in wanted.marks.items() if value}
    verdicts = [wanted.right, wanted.wrong, wanted.same is not None, wanted.not_same is not None]
    kinds = [*verdicts, wanted.grade is not None, bool(marks)]
    if sum(kinds) != 1:
        raise UsageError(
            "give one of --right, --wrong, --same REPORT, --not-same REPORT, --grade, or marks: --note, --tag, --case"
        )
    place, other = places
    if corrections and not wanted.wrong:
        raise UsageError("--correct goes with --wrong: it says what a wrong claim should have been")
    if wanted.grade is not None:
        return [_grade(store, wanted, place, reviewer)]
    report = _report(store, place.report)
    if wanted.right or wanted.wrong:
        if place.claim is None:
            raise UsageError("--claim N goes with --right or --wrong")
        kind = JudgementKind.RIGHT if wanted.right else JudgementKind.WRONG
        return [judged_claim(report, _claim(report, place.claim), kind, reviewer, _corrections(corrections))]
    if marks:
        if place.claim is not None:
            raise UsageError("a mark stands on words: --quote WORDS or --at START:END, not --claim")
        span = _span(report, place)
        return [marked(report, span, kind, value, reviewer) for kind, value in marks.items()]
    about, left = _side(report, place, "")
    of_other, right = _side(_report(store, other.report), other, "other-")
    if about is not of_other:
        raise UsageError("give a claim on both sides (--claim, --other-claim), or a name (--quote, --other-quote)")
    return [judged_pair(about, left, right, reviewer, same=wanted.same is not None)]


def _grade(store: Store, wanted: Wanted, place: Asked, reviewer: Reviewer) -> Judgement:
    if wanted.source is None or place.report is not None:
        raise UsageError("a grade is given to a source: musnad judge --source NAME --grade A")
    return graded(source_key(store, wanted.source), (wanted.grade or "").upper(), reviewer)


def _side(report: Report, place: Asked, option: str) -> tuple[SubjectKind, QuotedPlace]:
    if place.claim is not None:
        content = _claim(report, place.claim).content
        return SubjectKind.PROPOSITION, quoted(report, Span(content[0].start, content[-1].end))
    span = _span(report, place)
    if span is None:
        raise UsageError(f"say what is the same: --{option}claim N for a claim, --{option}quote WORDS for a name")
    return SubjectKind.ENTITY, quoted(report, span)


def _report(store: Store, name: str | None) -> Report:
    if name is None:
        raise UsageError("give the report's id; `musnad search` shows ids")
    found = store.report(name)
    if found is None:
        raise UsageError(f"{name}: no report of this id is in {store.place}; `musnad search` shows ids")
    return found


def _claim(report: Report, number: int) -> Claim:
    if number > len(report.claims):
        raise UsageError(f"--claim {number}: the report has {counted(len(report.claims), 'claim')}")
    return report.claims[number - 1]


def _span(report: Report, place: Asked) -> Span | None:
    text = report.article.text if report.article else ""
    if place.quote is not None and place.at is not None:
        raise UsageError("give --quote or --at, not both")
    if place.at is not None:
        start, _, end = place.at.partition(":")
        if not (start.isdecimal() and end.isdecimal() and int(start) < int(end) <= len(text)):
            raise UsageError(f"--at {place.at}: write START:END within the {len(text):,} characters of the text")
        return Span(int(start), int(end))
    if place.quote is None:
        return None
    start_at = text.find(place.quote)
    if start_at < 0 or not place.quote:
        raise UsageError(
            f"--quote: the words {place.quote!r} do not stand in the report; quote them as they stand there"
        )
    return Span(start_at, start_at + len(place.quote))


def _corrections(written: Sequence[str]) -> list[Correction]:
    for each in written:
        if "=" not in each:
            raise UsageError(f"--correct {each}: write it as FIELD=VALUE, such as stance=denies")
    return [Correction(*each.split("=", 1)) for each in written]
