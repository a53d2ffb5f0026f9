"""What readers write below reports: kept until someone looks at it, shown once it is approved."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, func, insert, select, update

from musnad.store import tables
from musnad.store.errors import StoreError
from musnad.store.opening import Database
from musnad.store.rows import keepable, moment


class NoteState(StrEnum):
    """Whether a note may be shown."""

    WAITING = "waiting"
    APPROVED = "approved"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class NewNote:
    """What a reader sends: `email` is kept for those who run the service, and no query gives it out."""

    report: str
    name: str
    text: str
    email: str | None = None


@dataclass(frozen=True, slots=True)
class ReaderNote:
    """A note as it may be shown: without the writer's e-mail address, which has no place here."""

    number: int
    report: str
    name: str
    text: str
    state: NoteState
    at: str
    moderated_by: str | None = None
    moderated_at: str | None = None


class ReaderNotes:
    """Readers' notes; every method is a transaction of its own."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def submit(self, new: NewNote) -> ReaderNote:
        """Keep a note, which waits until someone approves it; raise StoreError where there is no such report."""
        report, table = tables.report, tables.reader_note
        with self._database.writing() as connection:
            number = connection.execute(select(report.c.number).where(report.c.id == new.report)).scalar()
            if number is None:
                raise StoreError(f"{new.report}: there is no report of this id")
            row = {
                "report": number,
                "name": keepable(new.name),
                "email": keepable(new.email) if new.email else None,
                "text": keepable(new.text),
                "state": NoteState.WAITING.value,
                "at": moment(self._clock()),
            }
            made = connection.execute(insert(table).returning(table.c.number), row).scalar_one()
            return _made(connection.execute(_notes().where(table.c.number == made)).one())

    def approved(self, report: str) -> list[ReaderNote]:
        """Return the notes below a report that may be shown, the oldest first."""
        query = _notes().where(tables.report.c.id == report, tables.reader_note.c.state == NoteState.APPROVED.value)
        with self._database.reading() as connection:
            return [_made(row) for row in connection.execute(query.order_by(tables.reader_note.c.number))]

    def all(self, state: NoteState, *, after: int = 0, most: int = 50) -> list[ReaderNote]:
        """Return the notes of a state with numbers above `after`, the oldest first."""
        table = tables.reader_note
        query = _notes().where(table.c.state == state.value, table.c.number > after).order_by(table.c.number)
        with self._database.reading() as connection:
            return [_made(row) for row in connection.execute(query.limit(most))]

    def waiting(self) -> int:
        """Return how many notes wait for someone to look at them."""
        table = tables.reader_note
        with self._database.reading() as connection:
            query = select(func.count()).where(table.c.state == NoteState.WAITING.value)
            return connection.execute(query).scalar_one()

    def moderate(self, number: int, state: NoteState, by: str) -> ReaderNote | None:
        """Approve or reject a note, and return it; None where there is none."""
        table = tables.reader_note
        values = {"state": state.value, "moderated_by": by, "moderated_at": moment(self._clock())}
        with self._database.writing() as connection:
            connection.execute(update(table).where(table.c.number == number).values(**values))
            row = connection.execute(_notes().where(table.c.number == number)).first()
        return _made(row) if row else None


def _notes() -> Select[Any]:
    table = tables.reader_note
    shown = (table.c.number, table.c.name, table.c.text, table.c.state, table.c.at)
    by_whom = (table.c.moderated_by, table.c.moderated_at)
    return select(*shown, *by_whom, tables.report.c.id).join(tables.report, tables.report.c.number == table.c.report)


def _made(row: Any) -> ReaderNote:
    state = NoteState(row.state)
    return ReaderNote(row.number, row.id, row.name, row.text, state, row.at, row.moderated_by, row.moderated_at)
