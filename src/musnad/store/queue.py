"""The queue of jobs of a store, as workers and commands use it."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta

from sqlalchemy import Connection

from musnad.errors import MusnadError
from musnad.store import jobs, watches
from musnad.store.jobs import Job, JobStatus, NewJob
from musnad.store.opening import Database
from musnad.store.watches import Watch

_POLL_SECONDS = 1.0


class LostLeaseError(MusnadError):
    """The job was given to another worker meanwhile; nothing that was written for it is kept."""


class JobQueue:
    """Jobs and watches of one store; every method is a transaction of its own."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def enqueue(self, new: Sequence[NewJob]) -> int:
        """Add jobs and return how many were new; one of the same kind and subject that is not over stands for both."""
        with self._database.writing() as connection:
            return jobs.enqueue(connection, new, self._clock())

    def lease(self, worker: str, span: timedelta = jobs.LEASE) -> Job | None:
        """Return the job that is due longest, now this worker's until `span` has passed; None where none is due."""
        with self._database.writing() as connection:
            return jobs.lease(connection, worker, self._clock(), span)

    def heartbeat(self, job: Job, worker: str, span: timedelta = jobs.LEASE) -> bool:
        """Extend the lease and tell whether the worker still had it."""
        with self._database.writing() as connection:
            return jobs.heartbeat(connection, job, worker, self._clock(), span)

    @contextmanager
    def finishing(self, job: Job, worker: str) -> Iterator[Connection]:
        """Yield a connection; what is written there is kept together with the job's end, or not at all.

        Raises LostLeaseError where another worker has the job by then, or has done it: before anything is written.
        """
        lost = LostLeaseError(f"job {job.number} ({job.kind} {job.subject}) is another worker's now")
        with self._database.writing() as connection:
            if not jobs.heartbeat(connection, job, worker, self._clock()):
                raise lost
            yield connection
            if not jobs.finish(connection, job, worker, self._clock()):
                raise lost

    def fail(self, job: Job, worker: str, reason: str) -> JobStatus | None:
        """Note why a try failed and return whether the job waits for the next try or is dead; None if it was lost."""
        with self._database.writing() as connection:
            return jobs.fail(connection, job, worker, reason, self._clock())

    def revive(self, number: int | None = None) -> int:
        """Let dead jobs be tried again, one or all; return how many."""
        with self._database.writing() as connection:
            return jobs.revive(connection, self._clock(), number)

    def prune(self, age: timedelta) -> int:
        """Delete the jobs that were done longer ago than this."""
        with self._database.writing() as connection:
            return jobs.prune(connection, self._clock() - age)

    def jobs(self, status: JobStatus, most: int = 100) -> list[Job]:
        """Return the jobs of this status, the one that is due first leading."""
        with self._database.reading() as connection:
            return jobs.jobs(connection, status, most)

    def counts(self) -> dict[JobStatus, int]:
        """Return how many jobs there are of each status."""
        with self._database.reading() as connection:
            return jobs.job_counts(connection)

    def wait(self, seconds: float) -> None:
        """Wait until a job may be due, at most so long: PostgreSQL says when one came, SQLite is asked each second."""
        if self._database.is_sqlite:
            time.sleep(min(seconds, _POLL_SECONDS))
            return
        with self._database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql(f"LISTEN {jobs.CHANNEL}")
            driver = connection.connection.driver_connection
            assert driver is not None
            for _ in driver.notifies(timeout=seconds, stop_after=1):
                break
            connection.exec_driver_sql(f"UNLISTEN {jobs.CHANNEL}")

    # -- watches -------------------------------------------------------------------------------

    def watch(self, address: str, every: timedelta) -> bool:
        """Watch an address from now on, this often; tell whether it is a new one."""
        with self._database.writing() as connection:
            return watches.add_watch(connection, address, every, self._clock())

    def unwatch(self, address: str) -> bool:
        """Watch an address no more; tell whether it was watched."""
        with self._database.writing() as connection:
            return watches.remove_watch(connection, address)

    def watches(self) -> list[Watch]:
        """Return all watches by address."""
        with self._database.reading() as connection:
            return watches.watches(connection)

    def enqueue_due(self) -> int:
        """Make a job of each watch that is due; return how many were made."""
        with self._database.writing() as connection:
            return watches.enqueue_due(connection, self._clock())
