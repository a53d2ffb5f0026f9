"""Lets judgements steer the comparing: claims as people see them, and pairs that people joined or parted."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from musnad.agreement import Judged
from musnad.agreement.heeding import Told
from musnad.entities import resolve_entities
from musnad.model import Dossier, Judgement, JudgementKind, Naming, QuotedPlace, Report, Span, SubjectKind
from musnad.store.judging import find_again, pairs
from musnad.store.steering import steered


def as_judged(reports: Sequence[Report], judged: Sequence[Judgement]) -> list[Report]:
    """Return the reports with the claims that people hold wrong corrected or left out."""
    by_document: dict[str, list[Judgement]] = {}
    for each in judged:
        if each.about is SubjectKind.CLAIM:
            by_document.setdefault(each.places[0].document, []).append(each)
    return [steered(report, by_document.get(report.raw.sha256, ())) for report in reports]


def judged_pairs(dossier: Dossier, judged: Sequence[Judgement]) -> dict[tuple[str, str], bool]:
    """Return what was judged of pairs of namings of the dossier, by id: True for one thing, False for two.

    Each side is found by the quoted words; where people disagree the larger number counts, and on a tie none does.
    """
    texts = {report.id: report.article.text for report in dossier.reports if report.article}
    by_document: dict[str, list[str]] = {}
    for report in dossier.reports:
        by_document.setdefault(report.raw.sha256, []).append(report.id)
    namings: dict[str, list[Naming]] = {}
    for naming in dossier.namings:
        namings.setdefault(naming.report, []).append(naming)
    votes: Counter[tuple[str, str]] = Counter()
    for each in pairs(judged):
        if each.about is SubjectKind.ENTITY:
            sides = [_naming_at(place, by_document, texts, namings) for place in each.places]
            if sides[0] is not None and sides[1] is not None and sides[0] != sides[1]:
                left, right = sorted((sides[0], sides[1]))
                votes[left, right] += 1 if each.kind is JudgementKind.SAME else -1
    return {pair: vote > 0 for pair, vote in votes.items() if vote}


def judged_texts(reports: Sequence[Report], judged: Sequence[Judgement]) -> Judged:
    """Return what was judged of pairs of claims, as pieces of text: True where both say one thing, False where not.

    Each side is found by the quoted words; where people disagree the larger number counts, and on a tie none does.
    """
    texts: dict[str, list[Report]] = {}
    for report in reports:
        texts.setdefault(report.raw.sha256, []).append(report)
    votes: Counter[tuple[Told, Told]] = Counter()
    for each in pairs(judged):
        if each.about is SubjectKind.PROPOSITION:
            sides = [_words_at(place, texts.get(place.document, ())) for place in each.places]
            if sides[0] is not None and sides[1] is not None and sides[0] != sides[1]:
                left, right = sorted((sides[0], sides[1]), key=lambda told: (told[0], told[1].start))
                votes[left, right] += 1 if each.kind is JudgementKind.SAME else -1
    return {pair: vote > 0 for pair, vote in votes.items() if vote}


def _words_at(place: QuotedPlace, reports: Sequence[Report]) -> Told | None:
    for report in reports:
        span = find_again(place, report.article.text) if report.article else None
        if span is not None:
            return report.id, span
    return None


def judged_elsewhere(reports: Sequence[Report], judged: Sequence[Judgement]) -> list[str]:
    """Return the documents on which these judgements of pairs have their other side."""
    here = {report.raw.sha256 for report in reports}
    return sorted({place.document for each in pairs(judged) for place in each.places} - here)


def with_judged_pairs(dossier: Dossier, judged: Sequence[Judgement]) -> Dossier:
    """Return the dossier with the entities that follow once people's judgements of pairs are heeded."""
    decided = judged_pairs(dossier, judged)
    if not decided:
        return dossier
    namings, merges, entities = resolve_entities(dossier.namings, dossier.merges, decided)
    return replace(dossier, namings=namings, merges=merges, entities=entities)


def _naming_at(
    place: QuotedPlace,
    by_document: Mapping[str, Sequence[str]],
    texts: Mapping[str, str],
    namings: Mapping[str, Sequence[Naming]],
) -> str | None:
    for report in by_document.get(place.document, ()):
        span = find_again(place, texts.get(report, ""))
        if span is not None:
            overlapping = list(_overlapping(span, namings.get(report, ())))
            if overlapping:
                return max(overlapping)[1]
    return None


def _overlapping(span: Span, namings: Sequence[Naming]) -> Iterator[tuple[int, str]]:
    for naming in namings:
        shared = max((min(span.end, each.end) - max(span.start, each.start) for each in naming.spans), default=0)
        if shared > 0:
            yield shared, naming.id
