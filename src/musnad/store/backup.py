"""Copies a store while it is in use: a backup is an SQLite file with the same tables, whatever the store is."""

import os
import sqlite3
from pathlib import Path

from sqlalchemy import Connection, func, insert, inspect, select, text
from sqlalchemy.exc import DBAPIError

from musnad.store import tables
from musnad.store.errors import StoreError, teach
from musnad.store.opening import Database, migrate_to, open_database, schema_of

_ROWS_AT_ONCE = 1_000
_SQLITE = b"SQLite format 3\0"


def back_up(database: Database, target: Path) -> None:
    """Write a consistent copy of the store to a new SQLite file; others may write to the store meanwhile.

    The file has its name only once it is whole. Raises StoreError where it exists or cannot be written.
    """
    if target.exists():
        raise StoreError(f"{target}: is there already; name a new file, or move that one away")
    unfinished = target.with_name(target.name + ".unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        if database.file is not None:
            _copy_file(database.file, unfinished)
        else:
            _copy_tables_to(database, unfinished)
        with unfinished.open("rb+") as written:
            os.fsync(written.fileno())
        os.replace(unfinished, target)
    except (OSError, sqlite3.Error) as error:
        unfinished.unlink(missing_ok=True)
        raise StoreError(f"{target}: the backup could not be written ({error}); nothing is left of it") from None


def restore(source: Path, database: Database) -> None:
    """Fill an empty store from a backup; the store may be of the other kind. All comes, or nothing.

    Raises StoreError where the file is no backup or the store holds reports.
    """
    if not source.is_file():
        raise StoreError(f"{source}: there is no such file")
    with source.open("rb") as opened:
        if opened.read(len(_SQLITE)) != _SQLITE:
            raise StoreError(f"{source}: is no backup of a store; `musnad backup` makes one")
    held = open_database(str(source), migrate=False)
    try:
        if schema_of(held) is None:
            raise StoreError(f"{source}: is no backup of a store; `musnad backup` makes one")
        with database.reading() as connection:
            if connection.execute(select(func.count()).select_from(tables.document)).scalar_one():
                raise StoreError(f"{database.place}: holds reports; restore into a new store")
        schema = schema_of(database)
        if schema != schema_of(held):
            # An older backup: the empty store takes its schema, and both come up to date afterwards.
            migrate_to(database, schema_of(held) or "base")
        with held.reading() as reading, database.writing() as writing:
            _copy_rows(reading, writing)
        migrate_to(database, "head")
        if not database.is_sqlite:
            # PostgreSQL would plan as for empty tables until it happens to look at them by itself.
            with database.writing() as writing:
                writing.execute(text("ANALYZE"))
    finally:
        held.engine.dispose()


def _copy_file(source: Path, target: Path) -> None:
    with sqlite3.connect(source) as reading, sqlite3.connect(target) as writing:
        reading.backup(writing, pages=2_000, sleep=0.01)
    reading.close()
    writing.close()


def _copy_tables_to(database: Database, target: Path) -> None:
    copy = open_database(str(target))
    try:
        with database.reading() as reading, copy.writing() as writing:
            _copy_rows(reading, writing)
        with copy.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    except DBAPIError as error:
        raise teach(error, str(target)) from error
    finally:
        copy.engine.dispose()


def _copy_rows(reading: Connection, writing: Connection) -> None:
    """Copy every row of every table, parents before children; later numbers go on from the copied ones."""
    inspector = inspect(reading)
    there = set(inspector.get_table_names())
    for table in tables.metadata.sorted_tables:
        if table.name not in there:
            continue
        # A backup of an older schema lacks columns that came later; the migration fills them.
        held = {column["name"] for column in inspector.get_columns(table.name)}
        columns = [column for column in table.c if column.name in held]
        rows = reading.execution_options(yield_per=_ROWS_AT_ONCE).execute(select(*columns)).mappings()
        for part in rows.partitions(_ROWS_AT_ONCE):
            writing.execute(insert(table), [dict(row) for row in part])
    if writing.dialect.name == "postgresql":
        for table in tables.metadata.sorted_tables:
            if table.name in there and "number" in table.c and table.c.number.primary_key:
                writing.execute(
                    text(
                        f"SELECT setval(pg_get_serial_sequence('{table.name}', 'number'), "
                        f"(SELECT coalesce(max(number), 0) + 1 FROM {table.name}), false)"
                    )
                )
