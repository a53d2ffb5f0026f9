"""Finds what goes with one report: its versions with what was changed in them, and reports that share something."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from musnad.model import Report
from musnad.store import Store
from musnad.store.finding.related import Relation, find_related
from musnad.store.finding.reports import Found, find_numbered

__all__ = ["Change", "RelatedReport", "Relation", "Version", "list_related", "list_versions"]


@dataclass(frozen=True, slots=True)
class RelatedReport:
    """Another report and what it has in common with the one that was asked for; copies and contradictions lead."""

    report: Found
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Paragraphs that one version has in the place of those of the version before; either may be empty."""

    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a page: when it was seen, and what is other than in the version before; the first has no changes.

    `claims_gone` and `claims_new` are the words of claims that the version before had, or that this one adds.
    """

    report: str
    seen: str | None
    changes: tuple[Change, ...]
    claims_gone: tuple[str, ...]
    claims_new: tuple[str, ...]


def list_versions(store: Store, name: str) -> tuple[Version, ...]:
    """Return the versions of the page that the report with this id is one of, the one that was seen first leading."""
    report = store.report(name)
    if report is None:
        return ()
    url = report.raw.url or report.raw.stated.url
    versions = store.versions(url) if url else [report]
    before: Report | None = None
    found = []
    for version in versions:
        found.append(_version(version, before))
        before = version
    return tuple(found)


def _version(report: Report, before: Report | None) -> Version:
    seen = report.raw.fetched_at.isoformat() if report.raw.fetched_at else None
    if before is None:
        return Version(report.id, seen, (), (), ())
    changes = _changes(_lines(before), _lines(report))
    held, holds = _claims(before), _claims(report)
    gone = tuple(words for words in held if words not in holds)
    return Version(report.id, seen, changes, gone, tuple(words for words in holds if words not in held))


def _changes(before: Sequence[str], after: Sequence[str]) -> tuple[Change, ...]:
    matched = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return tuple(
        Change(tuple(before[first:last]), tuple(after[start:end]))
        for kind, first, last, start, end in matched
        if kind != "equal"
    )


def _lines(report: Report) -> list[str]:
    return report.article.text.splitlines() if report.article else []


def _claims(report: Report) -> list[str]:
    text = report.article.text if report.article else ""
    return [" ".join(span.of(text) for span in claim.content) for claim in report.claims]


def list_related(store: Store, name: str, *, most: int = 50) -> tuple[RelatedReport, ...]:
    """Return other reports that share a text, a story, propositions or contradictions with the report of this id."""
    related = find_related(store, name, most=most)
    reports = find_numbered(store, [number for number, _ in related])
    return tuple(RelatedReport(reports[number], relations) for number, relations in related)
