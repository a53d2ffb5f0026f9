"""The store: what was read, kept in a database and found again."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, func, select

from musnad.model import Report
from musnad.store import tables
from musnad.store.adding import Added, AddSettings, KeyMaker, add_reports, write_keys
from musnad.store.encoding import unpack_bytes, unpack_report
from musnad.store.opening import Database, open_database

_REPORTS_AT_ONCE = 200


def now_utc() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


class Store:
    """Reports and what they have in common, in one database; made by `open_store`.

    `search_keys` makes what a report is found by; without it reports are kept, and found once keys are made.
    """

    def __init__(
        self, database: Database, *, search_keys: KeyMaker | None = None, clock: Callable[[], datetime] = now_utc
    ) -> None:
        self.database = database
        self.clock = clock
        self._search_keys = search_keys

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.database.engine.dispose()

    @property
    def place(self) -> str:
        """Return what the store is called in messages, without a password."""
        return self.database.place

    @property
    def file(self) -> Path | None:
        """Return the SQLite file, None for a server."""
        return self.database.file

    def reading(self) -> AbstractContextManager[Connection]:
        """Yield a connection that sees one state of the store throughout."""
        return self.database.reading()

    def writing(self) -> AbstractContextManager[Connection]:
        """Yield a connection whose changes are kept all together at the end of the block, or none."""
        return self.database.writing()

    # -- reports -------------------------------------------------------------------------------

    def add_reports(self, reports: Iterable[Report], *, reader: str) -> list[Added]:
        """Keep the reports, all or none, and return what became of each; `reader` names the version that read them.

        A report that is there already is left alone, or rewritten where something else was read from its document.
        """
        settings = AddSettings(reader, self.clock(), self._search_keys)
        with self.writing() as connection:
            return add_reports(connection, reports, settings)

    def report(self, name: str) -> Report | None:
        """Return the report with this id, equal to the one that was added; None where there is none."""
        return next(iter(self.reports([name])), None)

    def reports(self, names: Iterable[str]) -> Iterator[Report]:
        """Yield the reports with these ids, in their order; those that are not there are left out."""
        wanted = list(dict.fromkeys(names))
        report, document = tables.report, tables.document
        query = select(report.c.id, report.c.body, document.c.content).join(document)
        for start in range(0, len(wanted), _REPORTS_AT_ONCE):
            part = wanted[start : start + _REPORTS_AT_ONCE]
            with self.reading() as connection:
                rows = connection.execute(query.where(report.c.id.in_(part)))
                found = {name: (body, content) for name, body, content in rows}
            for name in part:
                if name in found:
                    body, content = found[name]
                    yield unpack_report(body, unpack_bytes(content))

    def numbers(self, *, after: int = 0) -> Iterator[tuple[int, str]]:
        """Yield number and id of all reports with numbers above `after`, in the order in which they came."""
        report = tables.report
        query = select(report.c.number, report.c.id).order_by(report.c.number).limit(_REPORTS_AT_ONCE * 10)
        while True:
            with self.reading() as connection:
                rows = connection.execute(query.where(report.c.number > after)).all()
            if not rows:
                return
            yield from ((row.number, row.id) for row in rows)
            after = rows[-1].number

    def count(self) -> int:
        """Return how many reports are kept."""
        with self.reading() as connection:
            return connection.execute(select(func.count()).select_from(tables.report)).scalar_one()

    # -- search keys ---------------------------------------------------------------------------

    def make_search_keys(self, *, anew: bool = False) -> int:
        """Make the search keys that are missing, or all of them `anew`, and return for how many reports."""
        if self._search_keys is None:
            raise ValueError("the store was opened without a maker of search keys")
        made, after = 0, 0
        report, keys = tables.report, tables.search_text
        while True:
            query = select(report.c.number, report.c.id).where(report.c.number > after, report.c.language.is_not(None))
            if not anew:
                query = query.where(~select(keys.c.report).where(keys.c.report == report.c.number).exists())
            with self.reading() as connection:
                rows = connection.execute(query.order_by(report.c.number).limit(_REPORTS_AT_ONCE)).all()
            if not rows:
                return made
            numbers = {name: number for number, name in rows}
            found = [(numbers[each.id], each) for each in self.reports(numbers)]
            with self.writing() as connection:
                write_keys(connection, found, self._search_keys)
            made, after = made + len(found), rows[-1].number


def open_store(
    address: str, *, search_keys: KeyMaker | None = None, clock: Callable[[], datetime] = now_utc, migrate: bool = True
) -> Store:
    """Return the store at a file's path or a postgresql:// address, made or brought to the newest schema.

    Raises StoreError where it cannot be opened.
    """
    return Store(open_database(address, migrate=migrate), search_keys=search_keys, clock=clock)
