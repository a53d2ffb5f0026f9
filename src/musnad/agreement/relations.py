"""Compares the assertions of many reports pair by pair, as far as they may be about one happening."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import chain, combinations

from musnad.agreement.assertions import find_assertions
from musnad.agreement.candidates import Entry, Place, entry_of, find_candidates, parts_of, place_of
from musnad.agreement.charges.anchors import Filed, file_charges
from musnad.agreement.charges.opposing import oppose
from musnad.agreement.charges.opposition import oppose_charges, state_charges, told_by_charges
from musnad.agreement.charges.reading import Answer, is_of_charge, read_charges
from musnad.agreement.comparison import compare_statements
from musnad.agreement.found_pairs import FoundPairs, Outcome
from musnad.agreement.heeding import Judged, heed, judged_assertions
from musnad.agreement.markers import MarkerFound, find_markers
from musnad.agreement.sides import Evidence
from musnad.agreement.statements import Statement, state
from musnad.languages import LANGUAGES
from musnad.languages.agreement import AgreementLexicon
from musnad.model import Agreement, Comparison, CopyPair, CopyRelation, Report, Span, Story
from musnad.spreading import IN_TURN, Parcel, Spread, cut

# News of one happening is printed within this time; what is alike later is rather another happening.
_TELLING = 0.35
_ONE_HAPPENING = timedelta(days=8)


@dataclass(frozen=True, slots=True)
class StatedReport:
    """A report's statements, packed, with what is looked up of them while they are; `marked` are pairs to compare.

    Places are those in the report itself: of which number it is among others, is told later.
    """

    language: str
    assertions: tuple[str, ...]
    statements: Parcel[tuple[Statement, ...]]
    entries: tuple[Entry, ...]
    markers: tuple[MarkerFound, ...]
    marked: tuple[tuple[Place, Place], ...]
    charges: tuple[Filed, ...] = ()
    answers: tuple[tuple[Filed, Answer], ...] = ()


@dataclass(frozen=True, slots=True)
class Related:
    """The statements by the id of their assertion, the comparisons that matter, and the markers by pair.

    `judged` are the pairs on which people decided: True for one thing.
    """

    statements: Mapping[str, Statement]
    comparisons: tuple[Comparison, ...]
    markers: Mapping[tuple[str, str], Span]
    judged: Mapping[frozenset[str], bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Relations:
    """What `Related` tells, with the statements still packed, by report; `home` is an assertion's report."""

    stated: Mapping[str, Parcel[tuple[Statement, ...]]]
    home: Mapping[str, str]
    comparisons: tuple[Comparison, ...]
    markers: Mapping[tuple[str, str], Span]
    judged: Mapping[frozenset[str], bool]


def relate_assertions(
    stated_reports: Mapping[str, StatedReport],
    pairs: Sequence[CopyPair],
    stories: Sequence[Story],
    judged: Judged | None = None,
    spread: Spread = IN_TURN,
    found: FoundPairs | None = None,
) -> Relations:
    """Return how the assertions of the reports stand to each other, less those that are unrelated or compatible.

    What was `found` of pairs before is taken over, and what is found now is kept there; not where work is spread.
    """
    told = list(enumerate(sorted(stated_reports)))
    stated = {number: stated_reports[name] for number, name in told}
    home = {assertion: name for number, name in told for assertion in stated[number].assertions}
    entries = [
        replace(entry, place=place_of(number, entry.place)) for number, _ in told for entry in stated[number].entries
    ]
    marked_pairs = [
        (place_of(number, left), place_of(number, right)) for number, _ in told for left, right in stated[number].marked
    ]
    candidates = sorted({*find_candidates(entries, spread), *marked_pairs})
    templates = frozenset(
        frozenset((pair.left, pair.right)) for pair in pairs if pair.relation is CopyRelation.TEMPLATE
    )
    copied = frozenset(frozenset((pair.left, pair.right)) for pair in pairs if pair.one_origin)
    story_of = {report: story.id for story in stories for report in story.reports}
    known = _Known(templates, copied, story_of, found if spread.shards == 1 and not stories else None)
    lots = [_lot(lot, stated, dict(told), known) for lot in cut(candidates, 4 * spread.shards)]
    compared = spread.each(_compare_lot, lots)
    comparisons = [each for some, _ in compared for each in some]
    marked = {pair: span for _, some in compared for pair, span in some.items()}
    clashes = oppose_charges(
        oppose(charge for number, _ in told for charge in stated[number].charges),
        # What stands before a denial may be an assertion that is not stated.
        [answer for number, _ in told for answer in stated[number].answers if answer[1].assertion in home],
    )
    again = told_by_charges(comparisons, clashes, home)
    comparisons = [each for number, each in enumerate(comparisons) if number not in again] + clashes
    by_report = {name: stated[number].statements for number, name in told}
    decided, comparisons = _heeded(judged or {}, comparisons, by_report)
    return Relations(by_report, home, tuple(comparisons), marked, decided)


def part_of(relations: Relations, comparisons: Iterable[Comparison]) -> Relations:
    """Return what stands in the relations of these comparisons."""
    kept = tuple(comparisons)
    home = {name: relations.home[name] for each in kept for name in (each.left, each.right)}
    sides = {(each.left, each.right) for each in kept}
    return Relations(
        {report: relations.stated[report] for report in sorted(set(home.values()))},
        home,
        kept,
        {pair: relations.markers[pair] for pair in sorted(sides & relations.markers.keys())},
        {pair: decided for pair, decided in relations.judged.items() if pair <= home.keys()},
    )


def open_relations(relations: Relations) -> Related:
    """Return the relations with the statements that the comparisons are of, opened."""
    statements = {
        statement.assertion.id: statement
        for stated in relations.stated.values()
        for statement in stated.open()
        if statement.assertion.id in relations.home
    }
    return Related(statements, relations.comparisons, relations.markers, relations.judged)


def _heeded(
    judged: Judged, comparisons: list[Comparison], stated: Mapping[str, Parcel[tuple[Statement, ...]]]
) -> tuple[dict[frozenset[str], bool], list[Comparison]]:
    """Return what people decided of assertions, and the comparisons with that put in the place of what was computed."""
    of = {report for pair in judged for report, _ in pair}
    statements = [each for report in sorted(of & stated.keys()) for each in stated[report].open()]
    decided = judged_assertions(judged, statements)
    return decided, heed(comparisons, decided, {each.assertion.id: each for each in statements})


# -- reports -------------------------------------------------------------------------------------


def state_reports(reports: Iterable[Report], spread: Spread = IN_TURN) -> dict[str, StatedReport]:
    """Return the statements of each report that is in a language that is read, by its id."""
    found = spread.each(_state_reports, cut(list(reports), 4 * spread.shards))
    return dict(chain.from_iterable(found))


def _state_reports(reports: Iterable[Report]) -> list[tuple[str, StatedReport]]:
    return [(report.id, made) for report in reports if (made := state_claims(report)) is not None]


def state_claims(report: Report) -> StatedReport | None:
    """Return the statements of a report, None where its language is not read."""
    if report.article is None or report.article.language not in LANGUAGES:
        return None
    language = report.article.language
    lexicon = LANGUAGES[language].agreement
    markers = find_markers(report, lexicon)
    grammar = LANGUAGES[language].charges
    assertions = find_assertions(report)
    charges, answers = read_charges(report, assertions, grammar, lexicon)
    filed = file_charges(report, charges, grammar, lexicon)
    of_charge = dict(zip(charges, filed, strict=True))
    statements = tuple(
        state(assertion, report, lexicon) for assertion in assertions if not is_of_charge(assertion, charges)
    )
    of_charges = state_charges(filed, report)
    return StatedReport(
        language,
        tuple(statement.assertion.id for statement in (*statements, *of_charges)),
        Parcel((*statements, *of_charges)),
        tuple(entry_of(place, statement) for place, statement in enumerate(statements)),
        markers,
        tuple(_marked(statements, markers)),
        tuple(filed),
        tuple((of_charge[answer.denial], answer) for answer in answers),
    )


def _marked(statements: Sequence[Statement], markers: Sequence[MarkerFound]) -> Iterator[tuple[Place, Place]]:
    """Yield the pairs of statements that the writer sets against each other, by their numbers."""
    # Most statements stand at no marker: only those that do are paired.
    beside = [
        at
        for at, each in enumerate(statements)
        if any(
            found.before.overlaps(each.assertion.content[-1]) or found.after.overlaps(each.span) for found in markers
        )
    ]
    for left, right in combinations(beside, 2):
        if find_marker(statements[left], statements[right], markers) is not None:
            yield left, right


def find_marker(left: Statement, right: Statement, markers: Iterable[MarkerFound]) -> MarkerFound | None:
    """Return the marker by which the writer of a report sets two of its statements against each other."""
    first, second = sorted((left, right), key=lambda side: side.span)
    for found in markers:
        if found.before.overlaps(first.assertion.content[-1]) and found.after.overlaps(second.span):
            return found
    return None


# -- pairs ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of the reports beside their words: which pairs fill one form, which are copies, their stories."""

    templates: frozenset[frozenset[str]]
    copied: frozenset[frozenset[str]]
    story_of: Mapping[str, str]
    found: FoundPairs | None

    def key(self, left: tuple[str, str], right: tuple[str, str]) -> str | None:
        """Return under what the outcome of two assertions is remembered, each told with its report; None if it is not.

        It names all that the outcome depends on.
        """
        if self.found is None or not {left[0], right[0]} <= self.found.settled:
            return None
        pair = frozenset((left[0], right[0]))
        return f"{left[1]}{right[1]}{'t' if pair in self.templates else ''}{'c' if pair in self.copied else ''}"


@dataclass(frozen=True, slots=True)
class _Lot:
    """Pairs to compare, and of the reports that they are of all that this needs, by the reports' numbers."""

    pairs: Sequence[tuple[Place, Place]]
    ids: Mapping[int, str]
    stated: Mapping[int, tuple[Parcel[tuple[Statement, ...]], tuple[str, ...]]]
    markers: Mapping[str, tuple[MarkerFound, ...]]
    language: str
    known: _Known

    def statement(self, place: Place) -> Statement:
        """Return the statement at a place."""
        number, own = parts_of(place)
        return self.stated[number][0].open()[own]

    def told(self, place: Place) -> tuple[str, str]:
        """Return the report and the assertion at a place, whose statement stays packed."""
        number, own = parts_of(place)
        return self.ids[number], self.stated[number][1][own]


def _lot(
    pairs: Sequence[tuple[Place, Place]], stated: Mapping[int, StatedReport], ids: Mapping[int, str], known: _Known
) -> _Lot:
    numbers = sorted({number for pair in pairs for number, _ in map(parts_of, pair)})
    here = {ids[number] for number in numbers}
    return _Lot(
        pairs,
        {number: ids[number] for number in numbers},
        {number: (stated[number].statements, stated[number].assertions) for number in numbers},
        {ids[number]: stated[number].markers for number in numbers},
        stated[max(stated)].language,
        _Known(
            frozenset(pair for pair in known.templates if pair <= here),
            frozenset(pair for pair in known.copied if pair <= here),
            {report: known.story_of[report] for report in sorted(here & known.story_of.keys())},
            known.found,
        ),
    )


def _compare_lot(lot: _Lot) -> tuple[list[Comparison], dict[tuple[str, str], Span]]:
    """Return the comparisons of the pairs that matter, and the markers of those that clash by their writer's word."""
    gate = _Gate(lot.known, lot.markers, LANGUAGES[lot.language].agreement)
    found, marked = [], {}
    for pair in lot.pairs:
        outcome = _remembered(lot, pair, gate)
        if outcome is not None:
            comparison, marker = outcome
            found.append(comparison)
            if marker is not None:
                marked[comparison.left, comparison.right] = marker
    return found, marked


def _remembered(lot: _Lot, pair: tuple[Place, Place], gate: "_Gate") -> Outcome:
    """Return what comes of the pair: as it is remembered, else found now and kept."""
    found = lot.known.found
    key = lot.known.key(lot.told(pair[0]), lot.told(pair[1])) if found is not None else None
    if key is None or found is None:
        return gate.outcome(lot.statement(pair[0]), lot.statement(pair[1]))
    memory = found.memory
    before = memory.look_up(key)
    if before is not None:
        return before[0]
    outcome = gate.outcome(lot.statement(pair[0]), lot.statement(pair[1]))
    memory.keep(key, outcome)
    return outcome


class _Gate:
    """Decides which pairs may be about one happening, and what speaks for it; compares these."""

    def __init__(
        self, known: _Known, markers: Mapping[str, tuple[MarkerFound, ...]], lexicon: AgreementLexicon
    ) -> None:
        self._lexicon = lexicon
        self._rarity = lexicon.rarity
        self._story = known.story_of
        self._templates = known.templates
        self._copied = known.copied
        self._markers = markers

    def outcome(self, left: Statement, right: Statement) -> Outcome:
        """Return the comparison of the two where it matters, with the marker of a clash by their writer's word."""
        evidence = self.evidence(left, right)
        if evidence is None:
            return None
        comparison = compare_statements(left, right, self._lexicon, evidence)
        if comparison.agreement not in {Agreement.EQUAL, Agreement.REFINES, Agreement.CONFLICT}:
            return None
        marker = self.marker(left, right) if comparison.agreement is Agreement.CONFLICT else None
        return comparison, marker.span if marker is not None else None

    def evidence(self, left: Statement, right: Statement) -> Evidence | None:
        """Return what is known of the two beside their words; None where they are not to be compared."""
        one, other = left.assertion, right.assertion
        if (left.of_self or right.of_self) and not self._one_holder(left, right):
            return None
        if one.report == other.report:
            shared = self._one_holder(left, right)
            marked = self.marker(left, right) is not None
            if one.claim == other.claim or (shared and not marked):
                # Nobody is held to contradict himself within a page.
                return None
            return Evidence(one_story=True, marked=marked)
        stories = self._story.get(one.report), self._story.get(other.report)
        if None in stories and not _near(left.published, right.published):
            return None
        pair = frozenset((one.report, other.report))
        if pair in self._templates:
            # One form filled twice tells of two happenings.
            return None
        copied = pair in self._copied
        if None in stories:
            return Evidence(one_story=None, copied=copied)
        return Evidence(one_story=stories[0] == stories[1], copied=copied)

    def _one_holder(self, left: Statement, right: Statement) -> bool:
        """Tell whether a telling word names who speaks on both sides."""
        return any(self._rarity.get(word, 1.0) >= _TELLING for word in left.holder & right.holder)

    def marker(self, left: Statement, right: Statement) -> MarkerFound | None:
        """Return the marker by which the writer sets the two against each other, in a report that has both."""
        if left.assertion.report != right.assertion.report:
            return None
        return find_marker(left, right, self._markers.get(left.assertion.report, ()))


def _near(one: datetime | None, other: datetime | None) -> bool:
    if one is None or other is None or one is other:
        return True
    return abs(one.replace(tzinfo=None) - other.replace(tzinfo=None)) <= _ONE_HAPPENING
