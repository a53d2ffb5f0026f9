"""Writes reports: each once, all its rows or none, and again only where what was read from it has changed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import partial
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from musnad.model import Report
from musnad.store import tables
from musnad.store.batches import write_values
from musnad.store.children import COLUMNS, Values, child_rows
from musnad.store.encoding import pack_report, unpack_report
from musnad.store.facts import new_epoch
from musnad.store.judging import judgements_by_document
from musnad.store.preparing import KeyMaker, PreparedReport, key_values, prepare_packed
from musnad.store.rows import Row, moment
from musnad.store.sources import change_sources, count_sources, gather_shares, shares_of
from musnad.store.steering import steered

_IDS_AT_ONCE = 500
_KEYS_AT_ONCE = 100
_KEYS = ("report", "title_keys", "text_keys", "exact")


class Outcome(StrEnum):
    """What became of a report that was added."""

    ADDED = "added"
    REWRITTEN = "rewritten"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Added:
    """A report that was added: its id, its number in this store, and what became of it."""

    id: str
    number: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class AddSettings:
    """What stands beside each report: the reader that read it, the moment, and what makes its search keys."""

    reader: str
    now: datetime
    keys: KeyMaker | None = None


@dataclass(frozen=True, slots=True)
class _Offered:
    """A report that may have to be written: only then is it prepared."""

    id: str
    digest: str
    prepare: Callable[[], PreparedReport]


def add_reports(connection: Connection, reports: Iterable[Report], settings: AddSettings) -> list[Added]:
    """Write the reports and return what became of each, in their order; of two with one id the first counts."""
    offered = []
    for report in _first_of_each(reports):
        packed = pack_report(report)
        offered.append(_Offered(report.id, packed[1], partial(prepare_packed, report, packed, settings.keys)))
    return _add(connection, offered, settings)


def add_prepared(connection: Connection, prepared: Iterable[PreparedReport], settings: AddSettings) -> list[Added]:
    """Write prepared reports as `add_reports` does; search keys that they lack are made."""
    offered = [
        _Offered(each.id, each.digest, partial(_with_keys, each, settings.keys)) for each in _first_of_each(prepared)
    ]
    return _add(connection, offered, settings)


def _first_of_each(given: Iterable[Any]) -> list[Any]:
    found: dict[str, Any] = {}
    for each in given:
        found.setdefault(each.id, each)
    return list(found.values())


def _with_keys(prepared: PreparedReport, keys: KeyMaker | None) -> PreparedReport:
    if prepared.keys is not None or keys is None:
        return prepared
    return replace(prepared, keys=key_values(prepared.unpack(), keys))


def _add(connection: Connection, offered: Sequence[_Offered], settings: AddSettings) -> list[Added]:
    known = _known(connection, [each.id for each in offered])
    fresh = [each.prepare() for each in offered if each.id not in known]
    numbers = _insert(connection, fresh, settings)
    changed = {
        known[each.id][0]: each.prepare() for each in offered if each.id in known and known[each.id][1] != each.digest
    }
    gone = count_sources(connection, changed)
    _rewrite(connection, changed, settings)
    _confirm(connection, [known[each.id] for each in offered if each.id in known], settings.reader)
    written = {numbers[each.id]: each for each in fresh if each.id in numbers} | changed
    judged = _as_judged(connection, written)
    _insert_children(connection, {number: each.children for number, each in judged.items()})
    came = gather_shares((number, each.row["day"], each.shares) for number, each in judged.items())
    change_sources(connection, came, gone)
    _insert_keys(connection, {number: each.keys for number, each in written.items() if each.keys}, replaced=changed)
    # What another writer added between the two looks is there, and as good as ours.
    late = _known(connection, [each.id for each in fresh if each.id not in numbers])
    return [_added(each, numbers, known | late, changed) for each in offered]


def _added(
    each: _Offered,
    numbers: Mapping[str, int],
    known: Mapping[str, tuple[int, str, str]],
    changed: Mapping[int, PreparedReport],
) -> Added:
    name = each.id
    if name in numbers:
        return Added(name, numbers[name], Outcome.ADDED)
    number = known[name][0]
    return Added(name, number, Outcome.REWRITTEN if number in changed else Outcome.UNCHANGED)


def _known(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[int, str, str]]:
    """Return number, digest and reader of the reports that are there, by id."""
    report = tables.report
    found: dict[str, tuple[int, str, str]] = {}
    for start in range(0, len(ids), _IDS_AT_ONCE):
        query = select(report.c.id, report.c.number, report.c.digest, report.c.reader)
        rows = connection.execute(query.where(report.c.id.in_(ids[start : start + _IDS_AT_ONCE])))
        found |= {name: (number, digest, reader) for name, number, digest, reader in rows}
    return found


def _insert(connection: Connection, fresh: Sequence[PreparedReport], settings: AddSettings) -> dict[str, int]:
    if not fresh:
        return {}
    contents = {each.document: each for each in fresh}
    # In one order for all writers: two that wait for each other's rows would be a deadlock.
    documents = [
        {"sha256": digest, "size": each.size, "content": each.content} for digest, each in sorted(contents.items())
    ]
    connection.execute(insert_or_leave(connection, tables.document), documents)
    rows = [_row(each, settings) for each in sorted(fresh, key=lambda each: each.id)]
    statement = insert_or_leave(connection, tables.report).returning(tables.report.c.id, tables.report.c.number)
    found: dict[str, int] = {}
    for start in range(0, len(rows), _IDS_AT_ONCE):
        added = connection.execute(statement, rows[start : start + _IDS_AT_ONCE])
        found |= {row.id: row.number for row in added}
    return found


def _row(each: PreparedReport, settings: AddSettings) -> Row:
    now = moment(settings.now)
    packed = {"reader": settings.reader, "body": each.body, "digest": each.digest}
    return each.row | packed | {"seen": each.row["seen"] or now, "stored": now}


def insert_or_leave(connection: Connection, table: Table) -> Any:
    """Return an INSERT that leaves a row alone whose key is there."""
    make = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    return make(table).on_conflict_do_nothing()


def _rewrite(connection: Connection, changed: Mapping[int, PreparedReport], settings: AddSettings) -> None:
    """Put new readings in the place of old ones; when they were stored first stays."""
    if not changed:
        return
    kept = {"id", "document", "seen", "stored", "address", "path"}
    rows = [
        {f"new_{name}": value for name, value in _row(each, settings).items() if name not in kept} | {"n": number}
        for number, each in changed.items()
    ]
    new_epoch(connection)
    report = tables.report
    values: dict[str, Any] = {name.removeprefix("new_"): bindparam(name) for name in rows[0] if name != "n"}
    connection.execute(update(report).where(report.c.number == bindparam("n")).values(values), rows)
    _delete_children(connection, list(changed))


def _delete_children(connection: Connection, numbers: Sequence[int]) -> None:
    for table in (tables.transfer, tables.event, tables.time, tables.mention, tables.claim):
        connection.execute(delete(table).where(table.c.report == bindparam("n")), [{"n": number} for number in numbers])


def derive_again(connection: Connection, documents: Sequence[str]) -> None:
    """Make the rows of these documents' reports anew, as judgements now have them; they are to be compared again."""
    report = tables.report
    for start in range(0, len(documents), _IDS_AT_ONCE):
        of_them = report.c.document.in_(documents[start : start + _IDS_AT_ONCE])
        rows = connection.execute(select(report.c.number, report.c.document, report.c.body).where(of_them)).all()
        if rows:
            numbers = [row.number for row in rows]
            judged = judgements_by_document(connection, [row.document for row in rows])
            gone = count_sources(connection, numbers)
            _delete_children(connection, numbers)
            found = {row.number: steered(unpack_report(row.body, b""), judged.get(row.document, ())) for row in rows}
            _insert_children(connection, {number: child_rows(each) for number, each in found.items()})
            change_sources(connection, count_sources(connection, numbers), gone)
            connection.execute(update(report).where(of_them).values(compared=False))


def _confirm(connection: Connection, known: Sequence[tuple[int, str, str]], reader: str) -> None:
    """Note that this reader reads the same as the one before."""
    stale = [{"n": number} for number, _, held in known if held != reader]
    if stale:
        report = tables.report
        connection.execute(update(report).where(report.c.number == bindparam("n")).values(reader=reader), stale)


def _as_judged(connection: Connection, written: Mapping[int, PreparedReport]) -> dict[int, PreparedReport]:
    """Return the reports as people judged what was read from their documents; most as they are."""
    judged = judgements_by_document(connection, [each.document for each in written.values()])
    found = dict(written)
    for number, each in written.items():
        if each.document in judged:
            children = child_rows(steered(unpack_report(each.body, b""), judged[each.document]))
            found[number] = replace(each, children=children, shares=shares_of(each.row, children))
    return found


def _insert_children(connection: Connection, written: Mapping[int, Mapping[str, Sequence[Values]]]) -> None:
    for name, columns in COLUMNS.items():
        rows = [(number, *values) for number, children in written.items() for values in children.get(name, ())]
        write_values(connection, tables.metadata.tables[name], ("report", *columns), rows)


def write_keys(connection: Connection, written: Iterable[tuple[int, Report]], maker: KeyMaker) -> None:
    """Put the search keys of the reports with these numbers in the place of what there was."""
    made = {number: key_values(report, maker) for number, report in written}
    found = {number: keys for number, keys in made.items() if keys is not None}
    _insert_keys(connection, found, replaced=found)


def _insert_keys(connection: Connection, keys: Mapping[int, Values], *, replaced: Iterable[int]) -> None:
    table = tables.search_text
    gone = [{"n": number} for number in replaced if number in keys]
    if gone:
        connection.execute(delete(table).where(table.c.report == bindparam("n")), gone)
    rows = [(number, *values) for number, values in keys.items()]
    if connection.dialect.name != "sqlite":
        write_values(connection, table, _KEYS, rows)
        return
    # Many rows a statement: SQLite writes its full-text index out at the end of each statement that fires a trigger.
    for start in range(0, len(rows), _KEYS_AT_ONCE):
        some = rows[start : start + _KEYS_AT_ONCE]
        places = ", ".join(["(?, ?, ?, ?)"] * len(some))
        into = f"INSERT INTO search_text ({', '.join(_KEYS)}) VALUES {places}"
        connection.exec_driver_sql(into, tuple(chain.from_iterable(some)))
