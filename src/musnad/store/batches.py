"""Statements over many rows, a few hundred at a time, so that neither database refuses their length."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select
from sqlalchemy.exc import DBAPIError

from musnad.store.encoding import unpack_value
from musnad.store.rows import Row

AT_ONCE = 500


def parts(values: Sequence[Any]) -> Iterable[Sequence[Any]]:
    """Return the values in parts of at most AT_ONCE."""
    return (values[start : start + AT_ONCE] for start in range(0, len(values), AT_ONCE))


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert the rows, if there are any."""
    if rows:
        connection.execute(insert(table), list(rows))


def write_values(connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows whose values stand in the order of the columns, straight by the driver: many rows cost little so."""
    if not rows:
        return
    quote = connection.dialect.identifier_preparer.quote
    into = f"{quote(table.name)} ({', '.join(map(quote, columns))})"
    if connection.dialect.name == "sqlite":
        places = ", ".join("?" * len(columns))
        connection.exec_driver_sql(f"INSERT INTO {into} VALUES ({places})", list(rows))
        return
    statement = f"COPY {into} FROM STDIN"
    try:
        with connection.connection.cursor().copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
    except connection.dialect.loaded_dbapi.Error as error:
        raise DBAPIError(statement, None, error) from error


def remove_ids(connection: Connection, table: Table, ids: Sequence[str]) -> None:
    """Delete the rows with these ids."""
    for some in parts(ids):
        connection.execute(delete(table).where(table.c.id.in_(some)))


def values_of(connection: Connection, table: Table, ids: Sequence[str], kind: type[Any]) -> dict[str, Any]:
    """Return the packed values of the rows with these ids, by id."""
    found: dict[str, Any] = {}
    for some in parts(ids):
        rows = connection.execute(select(table.c.id, table.c.body).where(table.c.id.in_(some)))
        found |= {row.id: unpack_value(row.body, kind) for row in rows}
    return found
