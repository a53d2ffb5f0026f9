"""The worker: takes jobs that are due, one after the other, and gives signs of life while it works."""

import os
import secrets
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from musnad.store import Store, StoreError
from musnad.store.jobs import LEASE, Job, JobStatus
from musnad.store.queue import LostLeaseError

_LONGEST_WAIT = 5.0
_KEPT_DONE = timedelta(days=7)

Handler = Callable[[Store, Job], str]
"""Does a job and returns what came of it in a few words; it may be done again after a fault, so it must bear that."""


class JobError(Exception):
    """A job could not be done this time, and why; it is tried again later."""


@dataclass(frozen=True, slots=True)
class WorkSettings:
    """How a worker works: the lease of a job, and whether it ends when nothing is due (`once`)."""

    lease: timedelta = LEASE
    once: bool = False
    told: Callable[[Job, str], None] = lambda _, __: None


def worker_name() -> str:
    """Return a name that no other worker has: host, process, and a few random letters."""
    return f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(3)}"


def work(
    store: Store,
    handlers: Mapping[str, Handler],
    settings: WorkSettings | None = None,
    stop: threading.Event | None = None,
) -> int:
    """Do jobs until `stop` is set, or with `once` until none is due; return how many were done.

    A job that fails waits for its next try; one of an unknown kind fails too, for another version may know it.
    """
    asked, ended, name, done = settings or WorkSettings(), stop or threading.Event(), worker_name(), 0
    store.queue.prune(_KEPT_DONE)
    while not ended.is_set():
        store.queue.enqueue_due()
        job = store.queue.lease(name, asked.lease)
        if job is not None:
            done += _do(store, job, name, handlers, asked)
        elif asked.once:
            break
        else:
            store.queue.wait(_LONGEST_WAIT)
    return done


def _do(store: Store, job: Job, name: str, handlers: Mapping[str, Handler], asked: WorkSettings) -> bool:
    try:
        handler = handlers.get(job.kind)
        if handler is None:
            raise JobError(f"no job of kind {job.kind} is known to this version of Musnad")
        with _signs_of_life(store, job, name, asked.lease):
            outcome = handler(store, job)
        with store.queue.finishing(job, name):
            pass
    except LostLeaseError as error:
        asked.told(job, str(error))
        return False
    except StoreError:
        raise
    except Exception as error:
        # One job's fault must not stop the worker: it is noted, and the job is tried again or laid aside.
        reason = str(error) if isinstance(error, JobError) else f"{type(error).__name__}: {error}"
        status = store.queue.fail(job, name, reason)
        asked.told(job, f"failed ({'laid aside' if status is JobStatus.DEAD else 'tried again later'}): {reason}")
        return False
    asked.told(job, outcome)
    return True


@contextmanager
def _signs_of_life(store: Store, job: Job, name: str, lease: timedelta) -> Iterator[None]:
    """Extend the lease from another thread while the block runs."""
    over = threading.Event()

    def beat() -> None:
        while not over.wait(lease.total_seconds() / 3):
            try:
                if not store.queue.heartbeat(job, name, lease):
                    return
            except StoreError:
                continue  # The store may answer again before the lease ends; the end of the job will tell.

    thread = threading.Thread(target=beat, name=f"heartbeat of job {job.number}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
