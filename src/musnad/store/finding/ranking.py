"""Finds the reports that fit a query best: by points, and among the best of them by words that stand side by side."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import CTE, ColumnElement, Select, and_, func, literal, select, true, tuple_, union_all

from musnad.store.finding import conditions
from musnad.store.finding.conditions import All, Condition, Everything, HasWords, Not, is_text
from musnad.store.finding.reports import (
    Found,
    Position,
    fetch_newest_reports,
    find_newest,
    holds,
    listed,
    published_or_none,
)
from musnad.store.finding.words import numbers_with_words
from musnad.store.store import Store
from musnad.store.tables import report, search_text

_LOOKED_AT = 200
"""Reports that are looked at for words side by side: ten pages. GIN keeps no places of words, so PostgreSQL would have
to unpack every report that has both words: of frequent ones thousands."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sign of relevance, a condition of words alone: a report in which it holds gets so many points."""

    sign: Condition
    points: int


@dataclass(frozen=True, slots=True)
class Beside:
    """Words side by side: a report with one of these in its text gets so many points more."""

    words: tuple[HasWords, ...]
    points: int


@dataclass(frozen=True, slots=True)
class Signs:
    """What makes a report relevant; `beside` counts among the reports only that have most points without it."""

    weighed: tuple[Weighed, ...]
    beside: tuple[Beside, ...] = ()


def find_relevant(
    store: Store, condition: Condition, signs: Signs, *, limit: int, after: Position | None = None
) -> tuple[list[Found], tuple[int, str, int] | None]:
    """Return the reports of which the condition holds, those with most points first, then the newest; and the edge.

    The edge is the last report that was looked at for words side by side; the position of a later page has it, so
    that a report stays on its side of it when others arrive.
    """
    if not signs.weighed:
        return find_newest(store, condition, limit=limit, after=after), None
    ranked = _Ranked(store, condition, signs)
    edge = after.edge if after else None
    found: list[Found] = []
    if signs.beside and (after is None or _before_edge(after)):
        best, edge = ranked.looked_at(edge)
        found = [each for each in best if after is None or _key(each) < (after.score, after.published, after.number)]
        found = found[:limit]
        after = Position(*edge)
    if len(found) < limit and (after is None or after.score > 0):
        found += ranked.scored(limit - len(found), after)
        after = None
    if len(found) < limit:
        found += ranked.unscored(limit - len(found), after)
    return found, edge


def _key(found: Found) -> tuple[int, str, int]:
    return found.score, found.published, found.number


def _before_edge(after: Position) -> bool:
    return after.edge is not None and after.score > 0 and (after.score, after.published, after.number) > after.edge


class _Ranked:
    """The reports of which a condition holds, by their points."""

    def __init__(self, store: Store, condition: Condition, signs: Signs) -> None:
        self._store = store
        self._condition = condition
        self._signs = signs
        self._words, self._others = _parted(condition)
        self._scores = _score(store, self._words, signs.weighed)

    def scored(self, limit: int, after: Position | None) -> list[Found]:
        """Return reports with a sign, after a position."""
        query = self._query().where(self._among_best(limit, after))
        if after is not None:
            query = query.where(self._place() < tuple_(after.score, after.published, after.number))
        return self._fetch(query, limit)

    def _among_best(self, limit: int, after: Position | None = None) -> ColumnElement[bool]:
        """Return the clause that keeps the reports of so many points that they can be among the best `limit`.

        Few of thousands have, and only their moments need be looked up.
        """
        score = self._scores.c.score
        if not isinstance(self._others, Everything):
            return true()  # how many of the best the rest of the condition leaves is not known yet
        scores = select(score) if after is None else select(score).where(score < after.score)
        least = func.coalesce(scores.order_by(score.desc()).offset(limit - 1).limit(1).scalar_subquery(), 0)
        return score >= least if after is None else and_(score >= least, score <= after.score)

    def looked_at(self, edge: tuple[int, str, int] | None) -> tuple[list[Found], tuple[int, str, int]]:
        """Return the best reports, or those down to an edge, as words side by side order them, and their edge."""
        # What arrived since the first page comes on top of its reports.
        limit = _LOOKED_AT if edge is None else 2 * _LOOKED_AT
        query = self._query().where(self._among_best(limit))
        if edge is not None:
            query = query.where(self._place() >= tuple_(*edge))
        best = self._fetch(query, limit)
        if edge is None or len(best) == limit:
            edge = _key(best[-1]) if len(best) == limit else (0, "", 0)
        points = _points_beside(self._store, [each.number for each in best], self._signs.beside)
        best = [replace(each, score=each.score + points.get(each.number, 0)) for each in best]
        return sorted(best, key=_key, reverse=True), edge

    def unscored(self, limit: int, after: Position | None) -> list[Found]:
        """Return reports without a sign, the newest first, after a position."""
        scored = select(self._scores.c.number)
        if self._words:
            # Few as a rule, so that PostgreSQL is not to look for them among all reports.
            left = (
                numbers_with_words(All(self._words), sqlite=self._store.database.is_sqlite).except_(scored).subquery()
            )
            number = next(iter(left.c))
            query = listed(literal(0)).join(left, number == report.c.number).where(holds(self._store, self._others))
        else:
            query = listed(literal(0)).where(holds(self._store, self._condition), report.c.number.not_in(scored))
        ended = after if after is not None and after.score == 0 and after.number else None
        return fetch_newest_reports(self._store, query, limit, ended)

    def _query(self) -> Select[Any]:
        # What was scored has the words already: only the rest of the condition is left to ask.
        scores = self._scores
        query = listed(scores.c.score).join(scores, scores.c.number == report.c.number)
        return query.where(holds(self._store, self._others))

    def _place(self) -> Any:
        return tuple_(self._scores.c.score, published_or_none, report.c.number)

    def _fetch(self, query: Select[Any], limit: int) -> list[Found]:
        ordered = query.order_by(self._scores.c.score.desc(), published_or_none.desc(), report.c.number.desc())
        with self._store.reading() as connection:
            return [Found(*row) for row in connection.execute(ordered.limit(limit))]


def _score(store: Store, words: tuple[Condition, ...], signs: Sequence[Weighed]) -> CTE:
    """Return number and points of the reports with a sign, of those only of which all `words` hold."""
    sqlite, parts = store.database.is_sqlite, []
    apart = tuple(map(_apart, words))
    for weighed in signs:
        asked: Condition = All((*apart, weighed.sign)) if apart else weighed.sign
        numbers = numbers_with_words(asked, sqlite=sqlite).subquery()
        parts.append(select(next(iter(numbers.c)).label("number"), literal(weighed.points).label("points")))
    every = union_all(*parts).subquery()
    scores = select(every.c.number, func.sum(every.c.points).label("score")).group_by(every.c.number)
    if apart != words:
        # Whether words stand in a row is looked at once, not for every sign: PostgreSQL has to unpack texts for it.
        scores = scores.where(every.c.number.in_(numbers_with_words(All(words), sqlite=sqlite)))
    return scores.cte("scores")


def _apart(condition: Condition) -> Condition:
    """Return a condition of words with those in a row anywhere in the text; it holds wherever the given one does."""
    match condition:
        case HasWords(firsts, rest) if rest:
            return All((HasWords(firsts), *(HasWords((word,)) for word in rest)))
        case All(parts):
            return All(tuple(map(_apart, parts)))
        case conditions.Any(parts):
            return conditions.Any(tuple(map(_apart, parts)))
        case _:
            return condition


def _points_beside(store: Store, numbers: Sequence[int], beside: Sequence[Beside]) -> dict[int, int]:
    """Return what the words side by side count in the reports with these numbers, by number."""
    if store.database.is_sqlite:
        # FTS5 keeps the places of words: it finds all reports with the words faster than 200 texts are fetched.
        points: Counter[int] = Counter()
        wanted = set(numbers)
        with store.reading() as connection:
            for each in beside:
                found = connection.execute(numbers_with_words(conditions.Any(each.words), sqlite=True)).scalars()
                points.update(dict.fromkeys(wanted.intersection(found), each.points))
        return points
    query = select(search_text.c.report, search_text.c.exact).where(search_text.c.report.in_(numbers))
    with store.reading() as connection:
        return {
            number: sum(each.points for each in beside if any(_stands(words, f" {exact} ") for words in each.words))
            for number, exact in connection.execute(query)
        }


def _stands(words: HasWords, padded: str) -> bool:
    """Tell whether the words stand in a row in the exact keys of a text, which begin and end with a blank."""
    # Looking for the last words first is several times faster than an expression with all the first ones.
    rest = f" {' '.join(words.rest)} "
    at = padded.find(rest)
    while at > 0:
        if padded[padded.rfind(" ", 0, at) + 1 : at] in words.firsts:
            return True
        at = padded.find(rest, at + 1)
    return False


def _parted(condition: Condition) -> tuple[tuple[Condition, ...], Condition]:
    """Return what a condition asks of words alone, and the rest of it."""
    if is_text(condition):
        return (condition,), Everything()
    if not isinstance(condition, All):
        return (), condition
    words = tuple(part for part in condition.parts if is_text(part))
    if not words:
        return (), condition
    words += tuple(part for part in condition.parts if isinstance(part, Not) and is_text(part.part))
    others = tuple(part for part in condition.parts if part not in words)
    return words, All(others) if others else Everything()
