"""The store: what was read, kept in a database and found again."""

import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, func, null, select

from musnad.model import CopyFamily, CopyPair, Dossier, RawDocument, Report
from musnad.store import in_common, tables
from musnad.store.accounts import Accounts
from musnad.store.adding import Added, AddSettings, add_prepared, add_reports, write_keys
from musnad.store.alert_book import Alerts
from musnad.store.alerts import ask_for_alerts
from musnad.store.backup import back_up, restore
from musnad.store.checking import Fault, check
from musnad.store.encoding import unpack_bytes, unpack_report
from musnad.store.facts import fact, note
from musnad.store.gathering import gather
from musnad.store.opening import Database, open_database
from musnad.store.pages import ids_at, times_read
from musnad.store.preparing import KeyMaker, PreparedReport
from musnad.store.queue import JobQueue
from musnad.store.reader_notes import ReaderNotes
from musnad.store.removing import delete_reports, reports_older_than
from musnad.store.reviews import Reviews
from musnad.store.rows import address_key
from musnad.store.watches import note_run

_REPORTS_AT_ONCE = 200
_DOCUMENTS_AT_ONCE = 50


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
    def search_keys(self) -> KeyMaker | None:
        """Return what makes the search keys of a report, None where none does."""
        return self._search_keys

    @property
    def place(self) -> str:
        """Return what the store is called in messages, without a password."""
        return self.database.place

    @property
    def address(self) -> str | None:
        """Return where another process opens the store, its password included; None where none can."""
        if self.file is not None:
            return str(self.file.absolute())
        return None if self.database.is_sqlite else self.database.engine.url.render_as_string(hide_password=False)

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

    @property
    def reviews(self) -> Reviews:
        """Return what people judged."""
        return Reviews(self.database, self.clock)

    @property
    def alerts(self) -> Alerts:
        """Return the saved searches and what they raised."""
        return Alerts(self.database, self.clock)

    @property
    def accounts(self) -> Accounts:
        """Return who may log in to the service, and what was done through it."""
        return Accounts(self.database, self.clock)

    @property
    def notes(self) -> ReaderNotes:
        """Return what readers wrote below reports."""
        return ReaderNotes(self.database, self.clock)

    @property
    def queue(self) -> JobQueue:
        """Return the jobs and watches."""
        return JobQueue(self.database, self.clock)

    def note_run(self, address: str, outcome: str) -> None:
        """Note what came of fetching a watched address."""
        with self.writing() as connection:
            note_run(connection, address, outcome, self.clock())

    # -- reports -------------------------------------------------------------------------------

    def add_reports(self, reports: Iterable[Report], *, reader: str) -> list[Added]:
        """Keep the reports, all or none, and return what became of each; `reader` names the version that read them.

        A report that is there already is left alone, or rewritten where something else was read from its document.
        """
        settings = AddSettings(reader, self.clock(), self._search_keys)
        with self.writing() as connection:
            return add_reports(connection, reports, settings)

    def add_prepared(self, prepared: Iterable[PreparedReport], *, reader: str) -> list[Added]:
        """Keep reports as `add_reports` does that `prepare_report` has prepared, perhaps in another process."""
        settings = AddSettings(reader, self.clock(), self._search_keys)
        with self.writing() as connection:
            return add_prepared(connection, prepared, settings)

    def report(self, name: str) -> Report | None:
        """Return the report with this id, equal to the one that was added; None where there is none."""
        return next(iter(self.reports([name])), None)

    def reports(self, names: Iterable[str], *, bare: bool = False) -> Iterator[Report]:
        """Yield the reports with these ids, in their order; those that are not there are left out.

        Where they are to be `bare` they come without the bytes of their documents, in two thirds of the time.
        """
        wanted = list(dict.fromkeys(names))
        report, document = tables.report, tables.document
        content = null().label("content") if bare else document.c.content
        query = select(report.c.id, report.c.body, content)
        query = query.select_from(report) if bare else query.join(document)
        for start in range(0, len(wanted), _REPORTS_AT_ONCE):
            part = wanted[start : start + _REPORTS_AT_ONCE]
            with self.reading() as connection:
                rows = connection.execute(query.where(report.c.id.in_(part)))
                found = {name: (body, content) for name, body, content in rows}
            for name in part:
                if name in found:
                    body, content = found[name]
                    yield unpack_report(body, unpack_bytes(content) if content is not None else b"")

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

    # -- the whole ----------------------------------------------------------------------------

    def check(self) -> Iterator[Fault]:
        """Yield every fault of the store, having read all of it."""
        return check(self.database)

    def back_up(self, target: Path) -> None:
        """Write a consistent copy to a new SQLite file, while others may write."""
        back_up(self.database, target)

    def restore(self, source: Path) -> None:
        """Fill the empty store from a backup."""
        restore(source, self.database)

    def has_address(self, url: str) -> bool:
        """Tell whether a report from this address is kept, or from the one to which it leads."""
        report = tables.report
        with self.reading() as connection:
            url = fact(connection, f"leads {address_key(url)}") or url
            query = select(report.c.number).where(report.c.address == address_key(url)).limit(1)
            return connection.execute(query).first() is not None

    def note_redirect(self, address: str, target: str) -> None:
        """Note to which address another one leads, so that a page is known under both."""
        with self.writing() as connection:
            note(connection, f"leads {address_key(address)}", target)

    def versions(self, url: str) -> list[Report]:
        """Return the reports from this address, the one that was fetched first leading."""
        with self.reading() as connection:
            names = ids_at(connection, address_key(url))
        return list(self.reports(names)) if names else []

    # -- documents -----------------------------------------------------------------------------

    def read_before(self, sha256: str, url: str | None, reader: str) -> int:
        """Return how many reports this reader made of a document from this address, 0 where it has not read it."""
        with self.reading() as connection:
            return times_read(connection, sha256, None if url is None else address_key(url), reader)

    def reports_of_document(self, sha256: str) -> list[Report]:
        """Return the reports that were read from one document: several for a live blog, or for several addresses."""
        report = tables.report
        query = select(report.c.id).where(report.c.document == sha256).order_by(report.c.number)
        with self.reading() as connection:
            names = list(connection.execute(query).scalars())
        return list(self.reports(names))

    def documents_not_read_by(self, reader: str) -> Iterator[list[RawDocument]]:
        """Yield, some at a time, the documents with a report that this reader did not make."""
        report, document, after = tables.report, tables.document, 0
        query = select(report.c.number, report.c.body, document.c.content).join(document)
        query = query.where(report.c.reader != reader).order_by(report.c.number).limit(_DOCUMENTS_AT_ONCE)
        while True:
            with self.reading() as connection:
                rows = connection.execute(query.where(report.c.number > after)).all()
            if not rows:
                return
            after = rows[-1].number
            raws = [unpack_report(row.body, unpack_bytes(row.content)).raw for row in rows]
            yield list({(raw.sha256, raw.url or raw.stated.url): raw for raw in raws}.values())

    def drop_stale(self, documents: Iterable[RawDocument], reader: str) -> int:
        """Delete the reports that an older reader made of these documents and this one does not make any more."""
        report = tables.report
        with self.writing() as connection:
            query = select(report.c.id).where(report.c.reader != reader)
            digests = [raw.sha256 for raw in documents]
            stale = connection.execute(query.where(report.c.document.in_(digests))).scalars()
            return delete_reports(connection, list(stale))

    def delete(self, names: Iterable[str]) -> int:
        """Delete the reports with these ids and all that derives from them; return how many there were."""
        with self.writing() as connection:
            return delete_reports(connection, list(names))

    def delete_older_than(self, day: str) -> int:
        """Delete the reports published before a day (YYYY-MM-DD), undated ones by when they were stored."""
        with self.writing() as connection:
            return delete_reports(connection, reports_older_than(connection, day))

    # -- what reports have in common -----------------------------------------------------------

    def fact(self, name: str) -> str | None:
        """Return a fact about the store itself."""
        with self.reading() as connection:
            return fact(connection, name)

    def identity(self) -> str:
        """Return a name of this store that no other store has, made when it is first asked for."""
        with self.writing() as connection:
            held = fact(connection, "identity")
            if held is None:
                held = secrets.token_hex(16)
                note(connection, "identity", held)
            return held

    def to_compare(self, most: int, *, after: int = 0) -> list[tuple[int, str, str | None]]:
        """Return number, id and day of reports that were not compared yet, by number, at most so many."""
        with self.reading() as connection:
            return in_common.reports_to_compare(connection, most, after=after)

    def compared_reports(self, known: in_common.Counted = (0, 0)) -> tuple[list[str], in_common.Counted]:
        """Return the ids of the compared reports with an article, in the order in which they came, and their count.

        With the count of an earlier call only those that came since, if those before are as many as then.
        """
        with self.reading() as connection:
            return in_common.compared_reports(connection, known)

    def reports_around(
        self, days: tuple[str, str], margins: tuple[str, str], most: int, *, upto: int = in_common.ANY_NUMBER
    ) -> list[str]:
        """Return the ids of reports of these days, then of the nearest days within the margins, at most so many."""
        with self.reading() as connection:
            return in_common.reports_around(connection, days, margins, most, upto)

    def companions(self, names: Sequence[str], most: int) -> list[str]:
        """Return the ids of other reports that share a story, a proposition or a text with one of these."""
        with self.reading() as connection:
            return in_common.companions(connection, names, most)

    def dossier(self, names: Iterable[str]) -> Dossier:
        """Return the reports with these ids and what they have in common, as it was compared last."""
        reports = list(self.reports(names))
        with self.reading() as connection:
            return gather(connection, reports)

    def keep_copies(self, pairs: Sequence[CopyPair], families: Sequence[CopyFamily], *, anew: bool = False) -> None:
        """Keep pairs and families of copies in the place of what was known of them, or of all families `anew`."""
        with self.writing() as connection:
            in_common.write_pairs(connection, pairs)
            in_common.write_families(connection, families, anew=anew)

    def keep_dossier(self, dossier: Dossier, *, compared: Sequence[int]) -> None:
        """Keep what these reports have in common, copies aside, and note that those with these numbers are compared."""
        with self.writing() as connection:
            in_common.write_dossier(connection, dossier)
            in_common.mark_compared(connection, compared)
            ask_for_alerts(connection, in_common.ids_of(connection, compared), self.clock())

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
