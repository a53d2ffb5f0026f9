"""Looks whether a store is sound: every hash right, every span in range, every row with its parents."""

import hashlib
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, ForeignKeyConstraint, Table, and_, exists, func, select
from sqlalchemy.exc import DatabaseError

from musnad.model import CopyPair, Judgement, Proposition, Report, Span
from musnad.store import tables
from musnad.store.encoding import digest_of, unpack_bytes, unpack_report, unpack_value
from musnad.store.judging import judgements_by_document
from musnad.store.opening import Database
from musnad.store.steering import steered

_AT_ONCE = 500
_DAMAGED = (zlib.error, msgspec.MsgspecError, ValueError)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a store: where, and what."""

    where: str
    what: str


def check(database: Database) -> Iterator[Fault]:
    """Yield every fault of the store; it reads all of it, report by report, and changes nothing."""
    yield from _check_file(database)
    with database.reading() as connection:
        yield from _check_parents(connection)
        yield from _check_documents(connection)
        lengths: dict[str, int] = {}
        yield from _check_reports(connection, lengths)
        yield from _check_in_common(connection, lengths)
        yield from _check_keys(connection)


def _check_file(database: Database) -> Iterator[Fault]:
    if not database.is_sqlite:
        return
    with database.reading() as connection:
        try:
            for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
                if line != "ok":
                    yield Fault("file", str(line))
        except DatabaseError as error:
            yield Fault("file", str(error.orig))


def _check_parents(connection: Connection) -> Iterator[Fault]:
    for table in tables.metadata.sorted_tables:
        for constraint in table.foreign_key_constraints:
            orphans = connection.execute(_orphans(table, constraint)).scalar_one()
            if orphans:
                parent = constraint.referred_table.name
                yield Fault(f"table {table.name}", f"{orphans:,} rows name a {parent} that is not there")


def _orphans(table: Table, constraint: ForeignKeyConstraint) -> Any:
    parent = constraint.referred_table.alias()
    named = [parent.c[element.column.name] == element.parent for element in constraint.elements]
    given = [element.parent.is_not(None) for element in constraint.elements]
    return select(func.count()).select_from(table).where(*given, ~exists(select(1).where(and_(*named))))


def _check_documents(connection: Connection) -> Iterator[Fault]:
    document, after = tables.document, ""
    query = select(document).order_by(document.c.sha256).limit(_AT_ONCE)
    while rows := connection.execute(query.where(document.c.sha256 > after)).all():
        for row in rows:
            where = f"document {row.sha256[:16]}"
            try:
                content = unpack_bytes(row.content)
            except _DAMAGED as error:
                yield Fault(where, f"its bytes are damaged ({error})")
                continue
            if hashlib.sha256(content).hexdigest() != row.sha256 or len(content) != row.size:
                yield Fault(where, "its bytes are not those that its hash names")
        after = rows[-1].sha256


def _check_reports(connection: Connection, lengths: dict[str, int]) -> Iterator[Fault]:
    report, claim, after = tables.report, tables.claim, 0
    claims = select(func.count()).where(claim.c.report == report.c.number).scalar_subquery()
    query = select(
        report.c.number, report.c.id, report.c.document, report.c.body, report.c.digest, claims.label("claims")
    )
    query = query.order_by(report.c.number).limit(_AT_ONCE)
    while rows := connection.execute(query.where(report.c.number > after)).all():
        judged = judgements_by_document(connection, [row.document for row in rows])
        for row in rows:
            where = f"report {row.id}"
            try:
                value = unpack_report(row.body, b"")
            except _DAMAGED as error:
                yield Fault(where, f"it cannot be unpacked ({error})")
                continue
            lengths[row.id] = len(value.article.text) if value.article else 0
            yield from (Fault(where, what) for what in _faults_of(value, row, judged.get(row.document, ())))
        after = rows[-1].number


def _faults_of(value: Report, row: Any, judged: Sequence[Judgement]) -> Iterator[str]:
    if value.id != row.id:
        yield f"what is packed in it is report {value.id}"
    if value.raw.sha256 != row.document:
        yield "it names another document than its row"
    if digest_of(row.body) != row.digest:
        yield "its digest is not that of what is packed in it"
    claims = len(steered(value, judged).claims)
    if claims != row.claims:
        yield f"{row.claims} rows stand for its {claims} claims"
    length = len(value.article.text) if value.article else 0
    beyond = [span for span in spans_in(value) if span.end > length]
    if beyond:
        yield f"{len(beyond)} spans end beyond its {length:,} characters, such as [{beyond[0].start}, {beyond[0].end})"


def spans_in(value: Any) -> Iterator[Span]:
    """Yield every span in a model value, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from spans_in(inner)
    elif is_dataclass(value):
        for each in fields(value):
            yield from spans_in(getattr(value, each.name))


def _check_in_common(connection: Connection, lengths: dict[str, int]) -> Iterator[Fault]:
    for row in connection.execution_options(yield_per=_AT_ONCE).execute(select(tables.proposition)):
        where = f"proposition {row.id}"
        try:
            proposition = unpack_value(row.body, Proposition)
        except _DAMAGED as error:
            yield Fault(where, f"it cannot be unpacked ({error})")
            continue
        for said in proposition.assertions:
            if any(span.end > lengths.get(said.report, 0) for span in said.content):
                yield Fault(where, f"an assertion lies beyond the text of report {said.report}")
    for row in connection.execution_options(yield_per=_AT_ONCE).execute(select(tables.copy_pair.c.body)):
        pair = unpack_value(row.body, CopyPair)
        for passage in pair.passages:
            if passage.left.end > lengths.get(pair.left, 0) or passage.right.end > lengths.get(pair.right, 0):
                yield Fault(f"copies {pair.left} {pair.right}", "a passage lies beyond a text")


def _check_keys(connection: Connection) -> Iterator[Fault]:
    if connection.dialect.name != "sqlite":
        return
    indexed = connection.exec_driver_sql("SELECT count(*) FROM search_index_docsize").scalar_one()
    kept = connection.execute(select(func.count()).select_from(tables.search_text)).scalar_one()
    if indexed != kept:
        yield Fault(
            "search index", f"it holds {indexed:,} reports, and {kept:,} have keys; run musnad search --rebuild"
        )
