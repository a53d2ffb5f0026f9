"""Finds what a person should decide next: names that may mean one thing, claims read with little confidence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, exists, func, select, tuple_

from musnad.model import Judgement, JudgementKind, Merge, Naming, QuotedPlace, Span, SubjectKind
from musnad.store.encoding import unpack_value
from musnad.store.finding.reports import Found, find_numbered
from musnad.store.finding.texts import read_texts
from musnad.store.store import Store
from musnad.store.tables import claim, judgement, naming, naming_merge, report

UNSURE = 0.7
"""Claims below it are asked about: on annotated texts three in ten of them are wrong, or more."""
_AT_ONCE = 60
_MOST_COUNTED = 1_000


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a report with the text around them, and the place by which a judgement finds them again."""

    report: Found
    document: str
    text: str
    spans: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """Return the stretch from the beginning of the words to their end."""
        return Span(self.spans[0].start, self.spans[-1].end)


@dataclass(frozen=True, slots=True)
class MergeQuestion:
    """Two namings of which it is not sure whether they mean one thing."""

    merge: Merge
    left: Naming
    right: Naming
    left_words: Words
    right_words: Words


@dataclass(frozen=True, slots=True)
class ClaimQuestion:
    """A claim that was read with little confidence; `id` is the claim's."""

    id: str
    confidence: float
    rule: str
    words: Words


def count_merge_questions(store: Store) -> int:
    """Return how many pairs of namings await a decision, of the likeliest thousand."""
    with store.reading() as connection:
        rows = connection.execute(_asked_pairs().limit(_MOST_COUNTED)).all()
        subjects = list(map(_subject_of, rows))
        return len(subjects) - len(_standing(connection, subjects))


def count_claim_questions(store: Store) -> int:
    """Return how many claims were read with little confidence and are not judged."""
    unsure = claim.c.confidence < UNSURE
    here = (judgement.c.document == report.c.document) & (judgement.c.start == claim.c.start)
    verdict = judgement.c.kind.in_([JudgementKind.RIGHT.value, JudgementKind.WRONG.value])
    judged = exists().where(here, judgement.c.end == claim.c.end, verdict, judgement.c.undone_by.is_(None))
    query = select(func.count()).select_from(claim).join(report, report.c.number == claim.c.report)
    with store.reading() as connection:
        return int(connection.execute(query.where(unsure, ~judged)).scalar_one())


def merge_questions(store: Store, *, most: int, skipped: Sequence[str] = ()) -> list[MergeQuestion]:
    """Return the pairs that nobody judged, the likeliest first; `skipped` are keys `left right` to leave out."""
    query = _asked_pairs()
    by = tuple_(naming_merge.c.score, naming_merge.c.left, naming_merge.c.right)
    found: list[MergeQuestion] = []
    for rows in _batches(store, query, by, lambda row: (row.score, row.left, row.right)):
        judged = _judged(store, list(map(_subject_of, rows)))
        left = [row for row in rows if f"{row.left} {row.right}" not in skipped and _subject_of(row) not in judged]
        # Texts are opened only for what will be shown.
        found += _merges(store, left[: most - len(found)])
        if len(found) >= most:
            break
    return found


def _asked_pairs() -> Select[Any]:
    left, right, one, other = naming.alias("l"), naming.alias("r"), report.alias("one"), report.alias("other")
    return (
        select(naming_merge.c.body, naming_merge.c.score, naming_merge.c.left, naming_merge.c.right)
        .add_columns(left.c.body.label("l_body"), left.c.report.label("l_report"), one.c.document.label("l_document"))
        .add_columns(right.c.body.label("r_body"), right.c.report.label("r_report"))
        .add_columns(other.c.document.label("r_document"))
        .join(left, left.c.id == naming_merge.c.left)
        .join(right, right.c.id == naming_merge.c.right)
        .join(one, one.c.number == left.c.report)
        .join(other, other.c.number == right.c.report)
        .where(naming_merge.c.verdict == "ask")
        .order_by(naming_merge.c.score.desc(), naming_merge.c.left.desc(), naming_merge.c.right.desc())
    )


def _subject_of(row: Any) -> str:
    """Return what a judgement of the pair would be about: the first words of each naming."""
    sides = ((row.l_document, row.l_body), (row.r_document, row.r_body))
    places = tuple(QuotedPlace(document, "", unpack_value(body, Naming).spans[0]) for document, body in sides)
    return Judgement("", JudgementKind.SAME, SubjectKind.ENTITY, places, "", "").subject


def claim_questions(store: Store, *, most: int, skipped: Sequence[str] = ()) -> list[ClaimQuestion]:
    """Return the claims that nobody judged, those read with least confidence first; `skipped` are ids to leave out."""
    query = (
        select(claim.c.id, claim.c.confidence, claim.c.rule, claim.c.report, claim.c.position)
        .add_columns(claim.c.start, claim.c.end)
        .where(claim.c.confidence < UNSURE)
        .order_by(claim.c.confidence.asc(), claim.c.report.asc(), claim.c.position.asc())
    )
    by = tuple_(claim.c.confidence, claim.c.report, claim.c.position)
    found: list[ClaimQuestion] = []
    values = lambda row: (row.confidence, row.report, row.position)  # noqa: E731 (a key, as for sorted)
    for rows in _batches(store, query, by, values, upwards=True):
        places = _words(store, {row.report for row in rows})
        questions = [
            ClaimQuestion(row.id, row.confidence, row.rule, _at(places[row.report], (Span(row.start, row.end),)))
            for row in rows
        ]
        judged = _judged(store, [_claim_subject(each) for each in questions])
        found += [each for each in questions if each.id not in skipped and _claim_subject(each) not in judged]
        if len(found) >= most:
            break
    return found[:most]


def _batches(store: Store, query: Select[Any], by: Any, values: Any, *, upwards: bool = False) -> Iterator[list[Any]]:
    """Yield the rows of a query in its order, some at a time."""
    after: tuple[Any, ...] | None = None
    while True:
        asked = query
        if after is not None:
            asked = query.where(by > after) if upwards else query.where(by < after)
        with store.reading() as connection:
            rows = list(connection.execute(asked.limit(_AT_ONCE)))
        if rows:
            yield rows
        if len(rows) < _AT_ONCE:
            return
        after = values(rows[-1])


def _merges(store: Store, rows: Sequence[Any]) -> Iterator[MergeQuestion]:
    places = _words(store, {number for row in rows for number in (row.l_report, row.r_report)})
    for row in rows:
        left, right = unpack_value(row.l_body, Naming), unpack_value(row.r_body, Naming)
        yield MergeQuestion(
            unpack_value(row.body, Merge),
            left,
            right,
            _at(places[row.l_report], left.spans[:1]),
            _at(places[row.r_report], right.spans[:1]),
        )


def _at(words: Words, spans: tuple[Span, ...]) -> Words:
    return Words(words.report, words.document, words.text, spans)


def _words(store: Store, numbers: set[int]) -> dict[int, Words]:
    wanted = sorted(numbers)
    texts, found = read_texts(store, wanted), find_numbered(store, wanted)
    query = select(report.c.number, report.c.document).where(report.c.number.in_(wanted))
    with store.reading() as connection:
        documents = {row.number: row.document for row in connection.execute(query)}
    return {each: Words(found[each], documents[each], texts[each].text, ()) for each in wanted if each in texts}


def place_of(words: Words) -> QuotedPlace:
    """Return the place of the words as judgements name it."""
    return QuotedPlace(words.document, words.report.id, words.span, words.span.of(words.text))


def _claim_subject(each: ClaimQuestion) -> str:
    return Judgement("", JudgementKind.RIGHT, SubjectKind.CLAIM, (place_of(each.words),), "", "").subject


def _judged(store: Store, subjects: Sequence[str]) -> set[str]:
    with store.reading() as connection:
        return _standing(connection, subjects)


def _standing(connection: Connection, subjects: Sequence[str]) -> set[str]:
    query = select(judgement.c.subject).where(judgement.c.subject.in_(subjects), judgement.c.undone_by.is_(None))
    return set(connection.execute(query).scalars())
