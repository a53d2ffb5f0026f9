"""Opens a store: an SQLite file or a PostgreSQL database, brought to the newest schema."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, ProgrammingError

from musnad.store.errors import StoreError, teach
from musnad.store.migrations import HEAD

_WRITES = "musnad_writes"
_WAIT_SECONDS = 60
"""How long a writer waits for another one; a batch of 500 reports is written in less than 5 s on a slow disk."""
_SCHEMA_LOCK = 0x6D75736E  # "musn": one process at a time changes the schema
LEAST_POSTGRESQL = 15


@dataclass(frozen=True, slots=True)
class Database:
    """An open database; `place` names it in messages, without a password."""

    engine: Engine
    place: str

    @property
    def is_sqlite(self) -> bool:
        """Tell whether it is an SQLite file."""
        return self.engine.dialect.name == "sqlite"

    @property
    def file(self) -> Path | None:
        """Return the SQLite file, None for a server or for a store in memory."""
        name = self.engine.url.database
        return Path(name) if self.is_sqlite and name and name != ":memory:" else None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Yield a connection that sees one state of the store throughout; raise StoreError for a fault."""
        with self._connected(writes=False) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Yield a connection whose changes are kept all together at the end, or none; raise StoreError for a fault."""
        with self._connected(writes=True) as connection:
            yield connection

    @contextmanager
    def _connected(self, *, writes: bool) -> Iterator[Connection]:
        options: dict[str, Any] = {_WRITES: writes}
        if not writes and not self.is_sqlite:
            # Said with BEGIN: a statement of its own would cost each question one more way to the server and back.
            options |= {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        try:
            with self.engine.connect().execution_options(**options) as connection, connection.begin():
                yield connection
        except DBAPIError as error:
            raise teach(error, self.place) from error


def open_database(address: str, *, migrate: bool = True) -> Database:
    """Return the database at a file's path or an SQLAlchemy address, made or brought to the newest schema.

    Raises StoreError where it cannot be opened, or where a newer Musnad has changed it.
    """
    url = _url(address)
    place = url.database if url.get_backend_name() == "sqlite" and url.database else url.render_as_string()
    database = Database(_engine(url, place or address), place or address)
    if migrate:
        try:
            _bring_up_to_date(database)
        except BaseException:
            database.engine.dispose()
            raise
    return database


def _url(address: str) -> URL:
    if "://" not in address:
        return URL.create("sqlite+pysqlite", database=address)
    try:
        url = make_url(address)
    except ArgumentError:
        raise StoreError(
            "the store's address cannot be read; give a file's path or postgresql://user:password@host/database"
        ) from None
    backend = url.get_backend_name()
    if backend in {"postgresql", "postgres"}:
        return url.set(drivername="postgresql+psycopg")
    if backend == "sqlite":
        return url.set(drivername="sqlite+pysqlite")
    raise StoreError(f"{backend}: no store of this kind is known; give a file's path or a postgresql:// address")


def _engine(url: URL, place: str) -> Engine:
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, connect_args={"timeout": _WAIT_SECONDS})
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    try:
        return create_engine(url, pool_pre_ping=True)
    except (NoSuchModuleError, ModuleNotFoundError):
        raise StoreError(
            f"{place}: PostgreSQL needs its driver; in Musnad's folder install it with: pip install '.[postgresql]'"
        ) from (None)


def _prepare_sqlite(connection: sqlite3.Connection, _: Any) -> None:
    # The driver's own BEGIN would come too late: a reader that starts to write may then be refused at once.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if "readonly" not in str(error):  # What may only be read is read in the mode that it has.
            raise
    # FULL: what a command acknowledged outlasts a power cut too, not only a kill.
    connection.execute("PRAGMA synchronous = FULL")
    # After 16 MB, not 4: pages that each batch of reports writes again are copied into the file a quarter as often.
    connection.execute("PRAGMA wal_autocheckpoint = 4000")
    connection.execute("PRAGMA cache_size = -65536")
    connection.execute("PRAGMA temp_store = MEMORY")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


# -- schema ------------------------------------------------------------------------------------


def schema_of(database: Database) -> str | None:
    """Return the name of the revision that the schema is at, None where there is none."""
    try:
        with database.engine.connect() as connection:
            return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    except DBAPIError as error:
        missing = "no such table" in str(error.orig) or isinstance(error, ProgrammingError)
        if missing:
            return None
        raise teach(error, database.place) from error


def _bring_up_to_date(database: Database) -> None:
    schema = schema_of(database)
    if schema == HEAD:
        return
    _check_server(database)
    migrate_to(database, "head")


def migrate_to(database: Database, revision: str) -> None:
    """Bring the schema to a revision, up or down, in one transaction; `head` is the newest, `base` none."""
    # Imported here: a store that is up to date, as it mostly is, opens without alembic.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", "musnad.store:migrations")
    config.set_main_option("path_separator", "os")
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    with database.writing() as connection:
        if not database.is_sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _SCHEMA_LOCK})
        config.attributes["connection"] = connection
        held = schema_of_connection(connection)
        if held is not None and held not in known:
            raise StoreError(
                f"{database.place}: its schema {held} was made by a newer Musnad; use that one, or restore a backup"
            )
        order = ["base", *[script.revision for script in reversed(list(_walk(config)))]]
        target = order[-1] if revision == "head" else revision
        try:
            going_up = order.index(target) >= order.index(held or "base")
            (command.upgrade if going_up else command.downgrade)(config, target)
        except (CommandError, ValueError) as error:
            raise StoreError(f"{database.place}: the schema cannot go to {revision} ({error})") from None


def _walk(config: Any) -> Iterator[Any]:
    from alembic.script import ScriptDirectory

    yield from ScriptDirectory.from_config(config).walk_revisions()


def schema_of_connection(connection: Connection) -> str | None:
    """Return the revision that a connection's schema is at, None where it has none."""
    from alembic.migration import MigrationContext

    return MigrationContext.configure(connection).get_current_revision()


def _check_server(database: Database) -> None:
    if database.is_sqlite:
        return
    try:
        with database.engine.connect() as connection:
            version = connection.dialect.server_version_info
            encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
    except DBAPIError as error:
        raise teach(error, database.place) from error
    if version is not None and int(version[0]) < LEAST_POSTGRESQL:
        raise StoreError(
            f"{database.place}: PostgreSQL {version[0]} is too old; Musnad needs {LEAST_POSTGRESQL} or later"
        )
    if encoding != "UTF8":
        raise StoreError(f"{database.place}: its encoding is {encoding}; make the database with ENCODING 'UTF8'")
