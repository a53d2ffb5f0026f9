"""Compares the assertions of many reports pair by pair, as far as they may be about one happening."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import combinations

from musnad.agreement.assertions import find_assertions
from musnad.agreement.candidates import find_candidates
from musnad.agreement.comparison import compare_statements
from musnad.agreement.heeding import Judged, heed, judged_assertions
from musnad.agreement.markers import MarkerFound, find_markers
from musnad.agreement.sides import Evidence
from musnad.agreement.statements import Statement, state
from musnad.languages import LANGUAGES
from musnad.languages.agreement import AgreementLexicon
from musnad.model import Agreement, Comparison, CopyPair, CopyRelation, Report, Span, Story

# News of one happening is printed within this time; what is alike later is rather another happening.
_TELLING = 0.35
_ONE_HAPPENING = timedelta(days=8)


@dataclass(frozen=True, slots=True)
class Related:
    """The statements by the id of their assertion, the comparisons that matter, and the markers by pair.

    `judged` are the pairs on which people decided: True for one thing.
    """

    statements: Mapping[str, Statement]
    comparisons: tuple[Comparison, ...]
    markers: Mapping[tuple[str, str], Span]
    judged: Mapping[frozenset[str], bool] = field(default_factory=dict)


def relate_assertions(
    reports: Mapping[str, Report], pairs: Sequence[CopyPair], stories: Sequence[Story], judged: Judged | None = None
) -> Related:
    """Return how the assertions of the reports stand to each other, less those that are unrelated or compatible."""
    statements: list[Statement] = []
    markers: dict[str, tuple[MarkerFound, ...]] = {}
    lexicon: AgreementLexicon | None = None
    for report_id in sorted(reports):
        report = reports[report_id]
        language = LANGUAGES.get(report.article.language) if report.article else None
        if language is None:
            continue
        lexicon = language.agreement
        markers[report.id] = find_markers(report, lexicon)
        statements += [state(assertion, report, lexicon) for assertion in find_assertions(report)]
    if lexicon is None:
        return Related({}, (), {})
    gate = _Gate(pairs, stories, markers, lexicon.rarity)
    found, marked = [], {}
    for left_at, right_at in sorted({*find_candidates(statements), *gate.marked_pairs(statements)}):
        left, right = statements[left_at], statements[right_at]
        evidence = gate.evidence(left, right)
        if evidence is None:
            continue
        comparison = compare_statements(left, right, lexicon, evidence)
        if comparison.agreement in {Agreement.EQUAL, Agreement.REFINES, Agreement.CONFLICT}:
            found.append(comparison)
            marker = gate.marker(left, right)
            if marker is not None and comparison.agreement is Agreement.CONFLICT:
                marked[comparison.left, comparison.right] = marker.span
    by_id = {statement.assertion.id: statement for statement in statements}
    decided = judged_assertions(judged or {}, statements)
    return Related(by_id, tuple(heed(found, decided, by_id)), marked, decided)


class _Gate:
    """Decides which pairs may be about one happening, and what speaks for it."""

    def __init__(
        self,
        pairs: Iterable[CopyPair],
        stories: Iterable[Story],
        markers: Mapping[str, tuple[MarkerFound, ...]],
        rarity: Mapping[str, float],
    ) -> None:
        self._rarity = rarity
        self._story = {report: story.id for story in stories for report in story.reports}
        self._templates = {
            frozenset((pair.left, pair.right)) for pair in pairs if pair.relation is CopyRelation.TEMPLATE
        }
        self._markers = markers

    def marked_pairs(self, statements: Sequence[Statement]) -> Iterator[tuple[int, int]]:
        """Yield the places of statements that a writer sets against each other."""
        of_report: dict[str, list[int]] = {}
        for place, statement in enumerate(statements):
            of_report.setdefault(statement.assertion.report, []).append(place)
        for report in self._markers:
            if self._markers[report]:
                for left, right in combinations(of_report.get(report, ()), 2):
                    if self.marker(statements[left], statements[right]) is not None:
                        yield left, right

    def evidence(self, left: Statement, right: Statement) -> Evidence | None:
        """Return what is known of the two beside their words; None where they are not to be compared."""
        one, other = left.assertion, right.assertion
        shared = {word for word in left.holder & right.holder if self._rarity.get(word, 1.0) >= _TELLING}
        if (left.of_self or right.of_self) and not shared:
            return None
        if one.report == other.report:
            marked = self.marker(left, right) is not None
            if one.claim == other.claim or (shared and not marked):
                # Nobody is held to contradict himself within a page.
                return None
            return Evidence(one_story=True, marked=marked)
        if frozenset((one.report, other.report)) in self._templates:
            # One form filled twice tells of two happenings.
            return None
        stories = self._story.get(one.report), self._story.get(other.report)
        if None not in stories:
            return Evidence(one_story=True) if stories[0] == stories[1] else Evidence(one_story=False)
        return Evidence(one_story=None) if _near(left.published, right.published) else None

    def marker(self, left: Statement, right: Statement) -> MarkerFound | None:
        """Return the marker by which the writer sets the two against each other, in a report that has both."""
        if left.assertion.report != right.assertion.report:
            return None
        first, second = sorted((left, right), key=lambda side: side.span)
        for found in self._markers.get(left.assertion.report, ()):
            if found.before.overlaps(first.assertion.content[-1]) and found.after.overlaps(second.span):
                return found
        return None


def _near(one: datetime | None, other: datetime | None) -> bool:
    if one is None or other is None:
        return True
    return abs(one.replace(tzinfo=None) - other.replace(tzinfo=None)) <= _ONE_HAPPENING
