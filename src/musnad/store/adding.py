"""Writes reports: each once, all its rows or none, and again only where what was read from it has changed."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from musnad.model import Report
from musnad.store import tables
from musnad.store.encoding import pack_bytes, pack_report, unpack_report
from musnad.store.facts import new_epoch
from musnad.store.judging import judgements_by_document
from musnad.store.rows import Row, child_rows, keepable, report_row
from musnad.store.sources import change_sources, count_sources
from musnad.store.steering import steered

_IDS_AT_ONCE = 500
LONGEST_KEYS = 250_000
"""Characters of one kind of search keys: PostgreSQL refuses a tsvector of more than a megabyte."""


class Outcome(StrEnum):
    """What became of a report that was added."""

    ADDED = "added"
    REWRITTEN = "rewritten"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class SearchKeys:
    """What a report is found by, each parted by blanks: keys of its title, keys of its text, its exact forms.

    A key is letters and digits alone, so that both databases part them alike.
    """

    title_keys: str
    text_keys: str
    exact: str


KeyMaker = Callable[[Report], SearchKeys]


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
class _Packed:
    report: Report
    body: bytes
    digest: str


def add_reports(connection: Connection, reports: Iterable[Report], settings: AddSettings) -> list[Added]:
    """Write the reports and return what became of each, in their order; of two with one id the first counts."""
    packed = [
        _Packed(report, *pack_report(report)) for report in {each.id: each for each in _reversed(reports)}.values()
    ]
    packed.reverse()
    known = _known(connection, [each.report.id for each in packed])
    fresh = [each for each in packed if each.report.id not in known]
    numbers = _insert(connection, fresh, settings)
    changed = {
        known[each.report.id][0]: each
        for each in packed
        if each.report.id in known and known[each.report.id][1] != each.digest
    }
    gone = count_sources(connection, changed)
    _rewrite(connection, changed, settings)
    _confirm(connection, [known[each.report.id] for each in packed if each.report.id in known], settings.reader)
    written = [(numbers[each.report.id], each.report) for each in fresh if each.report.id in numbers]
    written += [(number, each.report) for number, each in changed.items()]
    _insert_children(connection, written)
    change_sources(connection, count_sources(connection, [number for number, _ in written]), gone)
    if settings.keys is not None:
        write_keys(connection, written, settings.keys)
    # What another writer added between the two looks is there, and as good as ours.
    late = _known(connection, [each.report.id for each in fresh if each.report.id not in numbers])
    return [_added(each, numbers, known | late, changed) for each in packed]


def _reversed(reports: Iterable[Report]) -> list[Report]:
    return list(reports)[::-1]


def _added(
    each: _Packed, numbers: Mapping[str, int], known: Mapping[str, tuple[int, str, str]], changed: Mapping[int, _Packed]
) -> Added:
    name = each.report.id
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


def _insert(connection: Connection, fresh: Sequence[_Packed], settings: AddSettings) -> dict[str, int]:
    if not fresh:
        return {}
    contents = {each.report.raw.sha256: each.report.raw.content for each in fresh}
    # In one order for all writers: two that wait for each other's rows would be a deadlock.
    documents = [
        {"sha256": digest, "size": len(content), "content": pack_bytes(content)}
        for digest, content in sorted(contents.items())
    ]
    connection.execute(insert_or_leave(connection, tables.document), documents)
    rows = [_row(each, settings) for each in sorted(fresh, key=lambda each: each.report.id)]
    statement = insert_or_leave(connection, tables.report).returning(tables.report.c.id, tables.report.c.number)
    found: dict[str, int] = {}
    for start in range(0, len(rows), _IDS_AT_ONCE):
        added = connection.execute(statement, rows[start : start + _IDS_AT_ONCE])
        found |= {row.id: row.number for row in added}
    return found


def _row(each: _Packed, settings: AddSettings) -> Row:
    packed = {"reader": settings.reader, "body": each.body, "digest": each.digest}
    return report_row(each.report, now=settings.now) | packed


def insert_or_leave(connection: Connection, table: Table) -> Any:
    """Return an INSERT that leaves a row alone whose key is there."""
    make = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    return make(table).on_conflict_do_nothing()


def _rewrite(connection: Connection, changed: Mapping[int, _Packed], settings: AddSettings) -> None:
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
        rows = connection.execute(select(report.c.number, report.c.body).where(of_them)).all()
        if rows:
            numbers = [row.number for row in rows]
            gone = count_sources(connection, numbers)
            _delete_children(connection, numbers)
            _insert_children(connection, [(row.number, unpack_report(row.body, b"")) for row in rows])
            change_sources(connection, count_sources(connection, numbers), gone)
            connection.execute(update(report).where(of_them).values(compared=False))


def _confirm(connection: Connection, known: Sequence[tuple[int, str, str]], reader: str) -> None:
    """Note that this reader reads the same as the one before."""
    stale = [{"n": number} for number, _, held in known if held != reader]
    if stale:
        report = tables.report
        connection.execute(update(report).where(report.c.number == bindparam("n")).values(reader=reader), stale)


def _insert_children(connection: Connection, written: Sequence[tuple[int, Report]]) -> None:
    rows: dict[str, list[Row]] = defaultdict(list)
    order: dict[str, Table] = {}
    judged = judgements_by_document(connection, [report.raw.sha256 for _, report in written])
    for number, report in written:
        for table, found in child_rows(steered(report, judged.get(report.raw.sha256, ())), number):
            order.setdefault(table.name, table)
            rows[table.name] += found
    for name, table in order.items():
        if rows[name]:
            connection.execute(table.insert(), rows[name])


def write_keys(connection: Connection, written: Iterable[tuple[int, Report]], maker: KeyMaker) -> None:
    """Put the search keys of the reports with these numbers in the place of what there was."""
    rows = []
    for number, report in written:
        if report.article is not None:
            keys = maker(report)
            each = {"title_keys": keys.title_keys, "text_keys": keys.text_keys, "exact": keys.exact}
            rows.append({"report": number} | {name: keepable(words)[:LONGEST_KEYS] for name, words in each.items()})
    if rows:
        table = tables.search_text
        connection.execute(
            delete(table).where(table.c.report == bindparam("n")), [{"n": row["report"]} for row in rows]
        )
        connection.execute(table.insert(), rows)
