"""Watched addresses: feeds, sitemaps and pages that are fetched again and again."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from musnad.store import tables
from musnad.store.jobs import NewJob, enqueue
from musnad.store.rows import keepable, moment

FETCH = "fetch"
"""The kind of job that fetches a watched address and adds what it lists."""


@dataclass(frozen=True, slots=True)
class Watch:
    """An address, how often it is fetched, when it is due, and what came of the last time."""

    address: str
    every: timedelta
    due: str
    last_run: str | None = None
    last_outcome: str | None = None


def add_watch(connection: Connection, address: str, every: timedelta, now: datetime) -> bool:
    """Watch an address from now on, or as often as this from now on; tell whether it is a new one."""
    table = tables.watch
    seconds = int(every.total_seconds())
    changed = connection.execute(
        update(table).where(table.c.address == address).values(every_seconds=seconds, due=moment(now))
    )
    if changed.rowcount:
        return False
    row = {"address": address, "every_seconds": seconds, "due": moment(now), "added": moment(now)}
    connection.execute(insert(table), row)
    return True


def remove_watch(connection: Connection, address: str) -> bool:
    """Watch an address no more; tell whether it was watched. What came of it stays."""
    return connection.execute(delete(tables.watch).where(tables.watch.c.address == address)).rowcount == 1


def watches(connection: Connection) -> list[Watch]:
    """Return all watches by address."""
    table = tables.watch
    return [
        Watch(row.address, timedelta(seconds=row.every_seconds), row.due, row.last_run, row.last_outcome)
        for row in connection.execute(select(table).order_by(table.c.address))
    ]


def enqueue_due(connection: Connection, now: datetime) -> int:
    """Make a job of each watch that is due, and set when it is due again; return how many were made.

    Missed times are not made up for: after a night's sleep each address is fetched once.
    """
    table, made = tables.watch, 0
    query = select(table).where(table.c.due <= moment(now)).order_by(table.c.address)
    if connection.dialect.name == "postgresql":
        query = query.with_for_update(skip_locked=True)
    for row in connection.execute(query).all():
        made += enqueue(connection, [NewJob(FETCH, row.address)], now)
        later = moment(now + timedelta(seconds=row.every_seconds))
        connection.execute(update(table).where(table.c.address == row.address).values(due=later))
    return made


def note_run(connection: Connection, address: str, outcome: str, now: datetime) -> None:
    """Note what came of fetching a watched address."""
    table = tables.watch
    values = {"last_run": moment(now), "last_outcome": keepable(outcome)[:500]}
    connection.execute(update(table).where(table.c.address == address).values(values))
