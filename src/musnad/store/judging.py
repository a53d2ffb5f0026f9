"""Writes and reads judgements: nothing is ever rewritten, taking one back is a note beside it."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import msgspec
from sqlalchemy import Connection, insert, select, update

from musnad.model import Judgement, JudgementKind, QuotedPlace, Span, SubjectKind, Undoing
from musnad.store import tables
from musnad.store.errors import StoreError
from musnad.store.rows import keepable

_AT_ONCE = 500
_VERDICTS = frozenset({JudgementKind.RIGHT, JudgementKind.WRONG})
_PAIRS = frozenset({JudgementKind.SAME, JudgementKind.NOT_SAME})
GRADES = ("A", "B", "C", "D", "E", "F")
"""The reliability of a source on the Admiralty scale, from completely reliable to cannot be judged."""


def identified(judgement: Judgement) -> Judgement:
    """Return the judgement with the id that follows from what it says, who says it and when."""
    parts = [judgement.kind, judgement.subject, judgement.value, judgement.by, judgement.at, judgement.why]
    parts += [f"{each.field}={each.value}" for each in judgement.corrections]
    return replace(judgement, id=hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16])


def add_judgements(connection: Connection, judgements: Iterable[Judgement]) -> int:
    """Add the judgements that are not there and return how many; one taken back elsewhere is taken back here too."""
    table, given = tables.judgement, {each.id: _sound(each) for each in judgements}
    there: dict[str, str | None] = {}
    names = list(given)
    for start in range(0, len(names), _AT_ONCE):
        query = select(table.c.id, table.c.undone_by).where(table.c.id.in_(names[start : start + _AT_ONCE]))
        there |= {row.id: row.undone_by for row in connection.execute(query)}
    fresh = [each for name, each in given.items() if name not in there]
    for case in sorted({each.value or "" for each in fresh if each.kind is JudgementKind.IN_CASE}):
        first = next(each for each in fresh if each.value == case and each.kind is JudgementKind.IN_CASE)
        _open_case(connection, case, first)
    if fresh:
        connection.execute(insert(table), [_row(each) for each in fresh])
    for name, held in there.items():
        undone = given[name].undone
        if undone is not None and held is None:
            _undo(connection, name, undone)
    return len(fresh)


def undo_judgement(connection: Connection, name: str, undoing: Undoing) -> bool:
    """Take a judgement back and tell whether it stood; it stays in the history."""
    return _undo(connection, name, undoing)


def judgements(
    connection: Connection, *, documents: Sequence[str] | None = None, standing: bool = True
) -> list[Judgement]:
    """Return judgements in the order in which they were made: of these documents or of all, `standing` ones or all."""
    table = tables.judgement
    query = select(table).order_by(table.c.at, table.c.number)
    if standing:
        query = query.where(table.c.undone_by.is_(None))
    if documents is None:
        return [judgement_of(row) for row in connection.execute(query)]
    found: list[Judgement] = []
    for start in range(0, len(documents), _AT_ONCE):
        of_them = query.where(table.c.document.in_(documents[start : start + _AT_ONCE]))
        found += [judgement_of(row) for row in connection.execute(of_them)]
    return found


def judgements_by_document(connection: Connection, documents: Sequence[str]) -> dict[str, list[Judgement]]:
    """Return the standing judgements on what was read from these documents, by document."""
    found: dict[str, list[Judgement]] = {}
    for each in judgements(connection, documents=list(dict.fromkeys(documents))):
        found.setdefault(each.places[0].document, []).append(each)
    return found


def history(connection: Connection, subject: str) -> list[Judgement]:
    """Return everything that was ever judged of one subject, taken back or not, the oldest first."""
    table = tables.judgement
    query = select(table).where(table.c.subject == subject).order_by(table.c.at, table.c.number)
    return [judgement_of(row) for row in connection.execute(query)]


def latest_of_each(given: Iterable[Judgement], kinds: frozenset[JudgementKind]) -> list[Judgement]:
    """Return of each person's judgements of these kinds on one subject the latest; two people may disagree."""
    latest: dict[tuple[str, str], Judgement] = {}
    for each in sorted(given, key=lambda judgement: judgement.at):
        if each.kind in kinds and each.undone is None:
            latest[each.subject, each.by] = each
    return list(latest.values())


def verdicts(given: Iterable[Judgement]) -> list[Judgement]:
    """Return the latest right or wrong of each person on each claim."""
    return latest_of_each(given, _VERDICTS)


def pairs(given: Iterable[Judgement]) -> list[Judgement]:
    """Return the latest same or not same of each person on each pair."""
    return latest_of_each(given, _PAIRS)


def _sound(judgement: Judgement) -> Judgement:
    """Return the judgement if it can be one; raise StoreError saying what it lacks."""
    fault = _fault(judgement)
    if fault:
        raise StoreError(f"judgement {judgement.id or judgement.kind}: {fault}")
    return judgement


def _fault(judgement: Judgement) -> str | None:
    kind, about, places = judgement.kind, judgement.about, judgement.places
    if not judgement.by.strip():
        return "nobody is named as its maker; say who judges"
    wanted = {SubjectKind.SOURCE: 0, SubjectKind.ENTITY: 2, SubjectKind.PROPOSITION: 2}.get(about, 1)
    if len(places) != wanted:
        return f"one on a {about} needs {wanted} quoted places, not {len(places)}"
    if (kind in _PAIRS) != (wanted == 2):
        return f"{kind} cannot be said of a {about}"
    if kind in _VERDICTS and about is not SubjectKind.CLAIM:
        return f"{kind} is said of claims, not of a {about}"
    if (kind is JudgementKind.GRADE) != (about is SubjectKind.SOURCE):
        return "grades are given to sources, and sources are given grades"
    if kind is JudgementKind.GRADE and (judgement.value not in GRADES or not judgement.source):
        return f"a grade is one of {', '.join(GRADES)}, for a source that is named"
    if kind in {JudgementKind.NOTE, JudgementKind.TAG, JudgementKind.IN_CASE} and not (judgement.value or "").strip():
        return f"a {kind} needs its words"
    if judgement.corrections and kind is not JudgementKind.WRONG:
        return "corrections belong to what is wrong"
    return None


def _open_case(connection: Connection, name: str, judgement: Judgement) -> None:
    table = tables.case
    if connection.execute(select(table.c.name).where(table.c.name == name)).first() is None:
        connection.execute(insert(table), {"name": name, "by": judgement.by, "at": judgement.at, "purpose": None})


def _undo(connection: Connection, name: str, undoing: Undoing) -> bool:
    table = tables.judgement
    standing = update(table).where(table.c.id == name, table.c.undone_by.is_(None))
    values = {"undone_by": undoing.by, "undone_at": undoing.at, "undone_why": undoing.why}
    return connection.execute(standing.values(values)).rowcount == 1


def _row(judgement: Judgement) -> dict[str, Any]:
    place = judgement.places[0] if judgement.places else None
    span = place.span if place else None
    undone = judgement.undone
    # What stands in columns is taken out of the row again when it is read; value holds the rest.
    kept = msgspec.to_builtins(replace(judgement, undone=None))
    return {
        "id": judgement.id,
        "kind": judgement.kind.value,
        "subject": judgement.subject,
        "document": place.document if place else None,
        "address": None,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "quote": keepable(place.quote) if place else None,
        "value": json.dumps(kept),
        "by": judgement.by,
        "at": judgement.at,
        "why": judgement.why,
        "undone_by": undone.by if undone else None,
        "undone_at": undone.at if undone else None,
        "undone_why": undone.why if undone else None,
        "case": judgement.value if judgement.kind is JudgementKind.IN_CASE else None,
    }


def judgement_of(row: Any) -> Judgement:
    """Return the judgement of a row."""
    made = msgspec.convert(json.loads(row.value), Judgement)
    undone = Undoing(row.undone_by, row.undone_at, row.undone_why) if row.undone_by is not None else None
    return replace(made, undone=undone)


# -- finding the words again -------------------------------------------------------------------


def find_again(place: QuotedPlace, text: str) -> Span | None:
    """Return where the quoted words stand in a text, at or nearest to their old place; None where they are gone."""
    if place.span is None or not place.quote:
        return None
    if place.span.of(text) == place.quote:
        return place.span
    starts: list[int] = []
    at = text.find(place.quote)
    while at >= 0:
        starts.append(at)
        at = text.find(place.quote, at + 1)
    if not starts:
        return None
    nearest = min(starts, key=lambda start: (abs(start - place.span.start) if place.span else 0, start))
    return Span(nearest, nearest + len(place.quote))
