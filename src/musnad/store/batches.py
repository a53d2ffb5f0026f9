"""Statements over many rows, a few hundred at a time, so that neither database refuses their length."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Select, Table, bindparam
from sqlalchemy.exc import DBAPIError

from musnad.store.rows import Row

AT_ONCE = 500


def parts(values: Sequence[Any], size: int = AT_ONCE) -> Iterable[Sequence[Any]]:
    """Return the values in parts of at most so many."""
    return (values[start : start + size] for start in range(0, len(values), size))


def first_columns(connection: Connection, query: Select[Any], bound: Iterable[Row]) -> Iterator[list[Any]]:
    """Yield the values in the first column that the query finds with each set of bound values, as the driver has them.

    The query is put together once: thousands of short ones cost SQLAlchemy four times what they cost SQLite.
    """
    compiled = query.compile(dialect=connection.dialect)
    statement, fixed, order = str(compiled), compiled.params, compiled.positiontup
    cursor = connection.connection.cursor()
    try:
        for each in bound:
            given = fixed | each
            cursor.execute(statement, given if order is None else tuple(given[name] for name in order))
            yield [row[0] for row in cursor.fetchall()]
    except connection.dialect.loaded_dbapi.Error as error:
        raise DBAPIError(statement, None, error) from error
    finally:
        cursor.close()


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert the rows, if there are any; all have the columns of the first, in its order."""
    if rows:
        write_values(connection, table, tuple(rows[0]), [tuple(row.values()) for row in rows])


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


def rows_with(connection: Connection, query: Select[Any], column: Any, values: Sequence[Any]) -> Iterator[Any]:
    """Yield the rows of the query whose column has one of the values.

    The values are bound as one list: put into the statement one by one they cost what the database takes to find them.
    """
    statement = query.where(column.in_(bindparam("some", expanding=True)))
    for some in parts(values):
        yield from connection.execute(statement, {"some": some}).all()


def remove_rows(connection: Connection, columns: Sequence[Column[Any]], keys: Sequence[tuple[Any, ...]]) -> None:
    """Delete the rows that have one of the keys in these columns of their table, straight by the driver."""
    if not keys:
        return
    quote = connection.dialect.identifier_preparer.quote
    place = "?" if connection.dialect.name == "sqlite" else "%s"
    sought = " AND ".join(f"{quote(column.name)} = {place}" for column in columns)
    connection.exec_driver_sql(f"DELETE FROM {quote(columns[0].table.name)} WHERE {sought}", list(keys))


def remove_ids(connection: Connection, table: Table, ids: Sequence[str]) -> None:
    """Delete the rows with these ids."""
    remove_rows(connection, (table.c.id,), [(name,) for name in ids])
