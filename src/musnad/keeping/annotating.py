"""Keeps annotations of others as notes: each on the words of the report from the page that it names."""

from collections.abc import Iterable

from musnad.imports import Annotation, find_words
from musnad.keeping.reviewing import Reviewer, marked
from musnad.model import Judgement, JudgementKind, Report
from musnad.store import Store

_NOBODY = "imported"
_URN = "urn:musnad:report:"


def keep_annotations(store: Store, annotations: Iterable[Annotation], by: str | None) -> tuple[int, list[Annotation]]:
    """Keep each annotation as a note on its words, and return how many were kept, and those that found no place.

    A note is its maker's, else `by`'s; one that is there already is not kept again. Of several versions of a page the
    newest that has the words gets it.
    """
    kept, lost = 0, []
    for annotation in annotations:
        note = _note(store, annotation, annotation.creator or by or _NOBODY)
        if note is None:
            lost.append(annotation)
        elif not _is_kept(store, note):
            store.reviews.add(note)
            kept += 1
    return kept, lost


def _note(store: Store, annotation: Annotation, by: str) -> Judgement | None:
    for report in reversed(_reports(store, annotation.address)):
        span = find_words(annotation, report.article.text) if report.article else None
        if span is not None or not annotation.quote:
            return marked(report, span, JudgementKind.NOTE, annotation.note or "(marked)", Reviewer(by))
    return None


def _is_kept(store: Store, note: Judgement) -> bool:
    """Tell whether the same was noted of the same words by the same person: a list may be taken in again."""
    told = (note.subject, note.by, note.value)
    held = store.reviews.all(documents=[place.document for place in note.places])
    return any((each.subject, each.by, each.value) == told for each in held)


def _reports(store: Store, address: str) -> list[Report]:
    if address.startswith(_URN):
        found = store.report(address.removeprefix(_URN))
        return [found] if found else []
    return store.versions(address)
