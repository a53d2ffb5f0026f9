"""Jobs: leased to one worker at a time, tried again with growing pauses, laid aside with the reason when all fails."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, delete, func, insert, or_, select, text, update

from musnad.store import tables
from musnad.store.rows import keepable, moment

CHANNEL = "musnad_jobs"
"""The PostgreSQL channel on which a new job is announced."""
LEASE = timedelta(seconds=60)
"""How long a worker has a job without a sign of life; workers give one every third of it."""
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=1)
MOST_TRIES = 5
_LONGEST_REASON = 1_000


class JobStatus(StrEnum):
    """Where a job stands."""

    WAITING = "waiting"
    LEASED = "leased"
    DONE = "done"
    DEAD = "dead"


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of work: `kind` and `subject` say what, `payload` the rest; `tries` counts the present one."""

    number: int
    kind: str
    subject: str
    payload: Mapping[str, Any]
    status: JobStatus
    due: str
    tries: int
    most_tries: int
    reason: str | None = None
    leased_by: str | None = None


@dataclass(frozen=True, slots=True)
class NewJob:
    """A job to enqueue; it waits until `due`, or not at all."""

    kind: str
    subject: str
    payload: Mapping[str, Any] | None = None
    due: datetime | None = None
    most_tries: int = MOST_TRIES


def enqueue(connection: Connection, jobs: Sequence[NewJob], now: datetime) -> int:
    """Add the jobs and return how many were new: one of the same kind and subject that is not over stands for both."""
    table, added = tables.job, 0
    for job in jobs:
        open_ones = table.c.status.in_([JobStatus.WAITING.value, JobStatus.LEASED.value])
        same = select(table.c.number).where(table.c.kind == job.kind, table.c.subject == job.subject, open_ones)
        if connection.execute(same.limit(1)).first() is not None:
            continue
        row = {
            "kind": job.kind,
            "subject": job.subject,
            "payload": json.dumps(dict(job.payload or {})),
            "status": JobStatus.WAITING.value,
            "due": moment(job.due or now),
            "tries": 0,
            "most_tries": job.most_tries,
            "created": moment(now),
        }
        connection.execute(insert(table), row)
        added += 1
    if added and connection.dialect.name == "postgresql":
        connection.execute(text(f"NOTIFY {CHANNEL}"))
    return added


def lease(connection: Connection, worker: str, now: datetime, span: timedelta = LEASE) -> Job | None:
    """Give the worker the job that is due longest, None where none is; a job whose worker fell silent is due again.

    On PostgreSQL others are not waited for; on SQLite the transaction that this stands in is the only one that writes.
    """
    table, at = tables.job, moment(now)
    _bury_silent(connection, at)
    waiting = (table.c.status == JobStatus.WAITING.value) & (table.c.due <= at)
    silent = (table.c.status == JobStatus.LEASED.value) & (table.c.leased_until <= at)
    query = select(table.c.number).where(or_(waiting, silent)).order_by(table.c.due, table.c.number).limit(1)
    if connection.dialect.name == "postgresql":
        query = query.with_for_update(skip_locked=True)
    number = connection.execute(query).scalar()
    if number is None:
        return None
    taken = update(table).where(table.c.number == number).returning(table)
    values = {
        "status": JobStatus.LEASED.value,
        "leased_by": worker,
        "leased_until": moment(now + span),
        "tries": table.c.tries + 1,
    }
    return _job(connection.execute(taken.values(values)).one())


def _bury_silent(connection: Connection, at: str) -> None:
    """Lay aside the jobs whose workers fell silent on every try: what ends its worker must not end all others."""
    table = tables.job
    silent = (table.c.status == JobStatus.LEASED.value) & (table.c.leased_until <= at)
    reason = "its worker fell silent at the last try, and at those before or failed"
    connection.execute(
        update(table)
        .where(silent, table.c.tries >= table.c.most_tries)
        .values(status=JobStatus.DEAD.value, ended=at, reason=reason, leased_by=None, leased_until=None)
    )


def heartbeat(connection: Connection, job: Job, worker: str, now: datetime, span: timedelta = LEASE) -> bool:
    """Extend the lease and tell whether the worker still had it."""
    changed = connection.execute(_held(job, worker).values(leased_until=moment(now + span)))
    return changed.rowcount == 1


def finish(connection: Connection, job: Job, worker: str, now: datetime) -> bool:
    """Note that the job is done and tell whether the worker still had it; in the transaction of what the job wrote.

    Where it returns False another worker has the job: what this one wrote must be taken back with the transaction.
    """
    values = {"status": JobStatus.DONE.value, "ended": moment(now), "leased_by": None, "leased_until": None}
    return connection.execute(_held(job, worker).values(values)).rowcount == 1


def fail(connection: Connection, job: Job, worker: str, reason: str, now: datetime) -> JobStatus | None:
    """Note why a try failed; the job waits for the next or is dead. Return which, None if the worker lost it."""
    dead = job.tries >= job.most_tries
    pause = min(FIRST_PAUSE * 2 ** (job.tries - 1), LONGEST_PAUSE)
    status = JobStatus.DEAD if dead else JobStatus.WAITING
    values = {
        "status": status.value,
        "reason": keepable(reason)[:_LONGEST_REASON],
        "due": moment(now if dead else now + pause),
        "ended": moment(now) if dead else None,
        "leased_by": None,
        "leased_until": None,
    }
    changed = connection.execute(_held(job, worker).values(values))
    return status if changed.rowcount == 1 else None


def _held(job: Job, worker: str) -> Any:
    table = tables.job
    leased = table.c.status == JobStatus.LEASED.value
    # The try too: a worker that slept through its lease may have got the same job once more.
    return update(table).where(
        table.c.number == job.number, table.c.leased_by == worker, leased, table.c.tries == job.tries
    )


def revive(connection: Connection, now: datetime, number: int | None = None) -> int:
    """Let dead jobs be tried again, one or all; return how many."""
    table = tables.job
    dead = update(table).where(table.c.status == JobStatus.DEAD.value)
    if number is not None:
        dead = dead.where(table.c.number == number)
    values = {"status": JobStatus.WAITING.value, "due": moment(now), "tries": 0, "ended": None}
    return connection.execute(dead.values(values)).rowcount


def prune(connection: Connection, before: datetime) -> int:
    """Delete the jobs that were done before a moment; dead ones stay until someone looks at them."""
    table = tables.job
    old = delete(table).where(table.c.status == JobStatus.DONE.value, table.c.ended < moment(before))
    return connection.execute(old).rowcount


def jobs(connection: Connection, status: JobStatus, most: int = 100) -> list[Job]:
    """Return the jobs of this status, the one that is due first leading."""
    table = tables.job
    query = select(table).where(table.c.status == status.value).order_by(table.c.due, table.c.number)
    return [_job(row) for row in connection.execute(query.limit(most))]


def job_counts(connection: Connection) -> dict[JobStatus, int]:
    """Return how many jobs there are of each status."""
    table = tables.job
    rows = connection.execute(select(table.c.status, func.count()).group_by(table.c.status))
    return {JobStatus(status): count for status, count in rows}


def _job(row: Any) -> Job:
    return Job(
        row.number,
        row.kind,
        row.subject,
        json.loads(row.payload),
        JobStatus(row.status),
        row.due,
        row.tries,
        row.most_tries,
        row.reason,
        row.leased_by,
    )
