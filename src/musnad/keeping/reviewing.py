"""Makes judgements on what a store holds, with the quoted words by which they are found again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from musnad.errors import UsageError
from musnad.keeping.alpha import krippendorff_alpha, nominal, ordinal
from musnad.model import Claim, Correction, Judgement, JudgementKind, QuotedPlace, Report, Span, SubjectKind
from musnad.search import PageSettings, list_sources
from musnad.search.compiling import fold_name
from musnad.store import Store
from musnad.store.finding.propositions import propositions_asserting
from musnad.store.finding.sources import SourceFilter
from musnad.store.judging import find_again, latest_of_each, pairs, verdicts
from musnad.store.steering import check_correction, claim_at


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who judges, and why."""

    name: str
    why: str | None = None


def judged_claim(
    report: Report, claim: Claim, kind: JudgementKind, reviewer: Reviewer, corrections: Sequence[Correction] = ()
) -> Judgement:
    """Return the judgement that a claim is right or wrong; raise UsageError for a correction that cannot be."""
    text = report.article.text if report.article else ""
    for correction in corrections:
        check_correction(correction, text)
    span = Span(claim.content[0].start, claim.content[-1].end)
    place = quoted(report, span)
    return Judgement(
        "", kind, SubjectKind.CLAIM, (place,), reviewer.name, "", corrections=tuple(corrections), why=reviewer.why
    )


def marked(report: Report, span: Span | None, kind: JudgementKind, value: str, reviewer: Reviewer) -> Judgement:
    """Return the judgement that puts a note, a tag or a case on words of a report, or on all of it."""
    about = SubjectKind.SPAN if span else SubjectKind.REPORT
    return Judgement("", kind, about, (quoted(report, span),), reviewer.name, "", value=value, why=reviewer.why)


def judged_pair(
    about: SubjectKind, left: QuotedPlace, right: QuotedPlace, reviewer: Reviewer, *, same: bool
) -> Judgement:
    """Return the judgement that two names mean one thing, or two claims say one thing, or do not."""
    kind = JudgementKind.SAME if same else JudgementKind.NOT_SAME
    return Judgement("", kind, about, (left, right), reviewer.name, "", why=reviewer.why)


def graded(source: str, grade: str, reviewer: Reviewer) -> Judgement:
    """Return the judgement that gives a source, by its folded name or its lexicon entry, a grade from A to F."""
    return Judgement(
        "", JudgementKind.GRADE, SubjectKind.SOURCE, (), reviewer.name, "", value=grade, source=source, why=reviewer.why
    )


def source_key(store: Store, name: str) -> str:
    """Return the key under which a source is graded, from its name, its lexicon entry or its id (kind:key).

    Raises UsageError where nobody of this name has a claim in the store.
    """
    given = SourceFilter(name=name.partition(":")[2] if ":" in name else name)
    found = list_sources(store, asked=given, page=PageSettings(500)).rows
    wanted = fold_name(given.name or "")
    exact = [each.key for each in found if given.name in {each.id, each.key} or wanted in {each.key, each.name}]
    if exact:
        return exact[0]
    near = ", ".join(dict.fromkeys(each.key for each in found[:5]))
    told = f"did you mean one of these: {near}?" if near else "`musnad search` and the lists show who speaks"
    raise UsageError(f"{name}: no source of this name has a claim in {store.place}; {told}")


def quoted(report: Report, span: Span | None) -> QuotedPlace:
    """Return the place of some words of a report, or of all of it, as judgements name it."""
    if span is None or report.article is None:
        return QuotedPlace(report.raw.sha256, report.id)
    if span.end > len(report.article.text):
        raise UsageError(
            f"[{span.start}, {span.end}) lies beyond the {len(report.article.text):,} characters of the text"
        )
    return QuotedPlace(report.raw.sha256, report.id, span, span.of(report.article.text))


@dataclass(frozen=True, slots=True)
class Found:
    """A judgement and where its first place is now: `report` and `span`, both None where its words are gone."""

    judgement: Judgement
    report: str | None
    span: Span | None
    claim: str | None


def judgements_now(store: Store, *, standing: bool = True) -> Iterator[Found]:
    """Yield every judgement with the place of its words in the reports as they are read now."""
    for judgement in store.reviews.all(standing=standing):
        if not judgement.places:
            yield Found(judgement, None, None, None)
            continue
        place = judgement.places[0]
        yield next(_found(judgement, place, store), Found(judgement, None, None, None))


def _found(judgement: Judgement, place: QuotedPlace, store: Store) -> Iterator[Found]:
    for report in store.reports_of_document(place.document):
        if place.span is None:
            yield Found(judgement, report.id, None, None)
        elif report.article is not None and (span := find_again(place, report.article.text)) is not None:
            claim = claim_at(place, report) if judgement.about is SubjectKind.CLAIM else None
            yield Found(judgement, report.id, span, claim.id if claim else None)


def verdicts_on(store: Store, report: Report) -> Mapping[str, tuple[Judgement, ...]]:
    """Return what people now hold of the claims of a report, right or wrong, the latest of each person, by claim."""
    found: dict[str, tuple[Judgement, ...]] = {}
    for each in verdicts(store.reviews.all(documents=[report.raw.sha256])):
        claim = claim_at(each.places[0], report)
        if claim is not None:
            found[claim.id] = (*found.get(claim.id, ()), each)
    return found


Opposed = tuple[str, str]
"""Two assertions, by id, that were found to contradict each other."""


def judged_opposed(store: Store, opposed: Opposed, reviewer: Reviewer, *, same: bool) -> Judgement:
    """Return the judgement that two assertions do not contradict each other: they say the same, or speak of two things.

    Raises UsageError where one of them is not in the store: comparing anew gives assertions other ids.
    """
    said = _said(store, [opposed])
    if not all(name in said for name in opposed):
        raise UsageError(f"{' and '.join(opposed)}: these words were compared anew meanwhile; load the page again")
    return judged_pair(SubjectKind.PROPOSITION, said[opposed[0]], said[opposed[1]], reviewer, same=same)


def verdicts_on_opposed(store: Store, opposed: Iterable[Opposed]) -> Mapping[Opposed, tuple[Judgement, ...]]:
    """Return what people now hold of pairs of assertions, the latest of each person; pairs that none judged lack."""
    asked = list(dict.fromkeys(opposed))
    said = _said(store, asked)
    documents = sorted({place.document for place in said.values()})
    standing: dict[str, tuple[Judgement, ...]] = {}
    for each in pairs(store.reviews.all(documents=documents)) if documents else ():
        standing[each.subject] = (*standing.get(each.subject, ()), each)
    nobody = Reviewer("")
    found = {}
    for pair in asked:
        if pair[0] in said and pair[1] in said:
            subject = judged_pair(SubjectKind.PROPOSITION, said[pair[0]], said[pair[1]], nobody, same=False).subject
            if subject in standing:
                found[pair] = standing[subject]
    return found


def _said(store: Store, opposed: Sequence[Opposed]) -> dict[str, QuotedPlace]:
    """Return the words of assertions, by id; those that the store does not have are left out."""
    wanted = {name for pair in opposed for name in pair}
    held = [
        each
        for proposition in propositions_asserting(store, sorted(wanted))
        for each in proposition.assertions
        if each.id in wanted
    ]
    reports = {report.id: report for report in store.reports((each.report for each in held), bare=True)}
    return {
        each.id: quoted(reports[each.report], Span(each.content[0].start, each.content[-1].end))
        for each in held
        if each.report in reports
    }


def agreements(store: Store) -> list[tuple[str, float | None, int]]:
    """Return Krippendorff's alpha of claims, pairs and grades, each with how many subjects two or more judged."""
    standing = store.reviews.all()
    measured = []
    for name, kinds, difference in (
        ("claims right or wrong", frozenset({JudgementKind.RIGHT, JudgementKind.WRONG}), nominal),
        ("pairs same or not", frozenset({JudgementKind.SAME, JudgementKind.NOT_SAME}), nominal),
        ("grades of sources", frozenset({JudgementKind.GRADE}), ordinal),
    ):
        units: dict[str, list[str]] = {}
        for each in latest_of_each(standing, kinds):
            units.setdefault(each.subject, []).append(each.value or each.kind.value)
        several = sum(len(values) > 1 for values in units.values())
        measured.append((name, krippendorff_alpha(units.values(), difference), several))
    return measured
