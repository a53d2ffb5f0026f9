"""Reads documents, in several processes, up to what a store writes of them; apart, for it loads what databases need."""

from collections.abc import Iterable, Iterator
from functools import partial

from musnad.engine.pool import PoolSettings, PoolWork, WorkerPool
from musnad.engine.reading import check, give_up, is_short
from musnad.keeping import Readied, read_ready, readied
from musnad.model import RawDocument
from musnad.store import KeyMaker

_AHEAD, _WINDOW = 6, 12
"""Batches in hand and under way a worker: enough to read for two seconds while this process waits for the store."""
_NICENESS = 3  # of three processes on two cores the one that compares gets a whole one: what it leaves, it does alone


def ready_documents(
    documents: Iterable[RawDocument], *, workers: int, keys: KeyMaker | None
) -> Iterator[tuple[RawDocument, Readied]]:
    """Yield each document with what was read of it, in order, read by so many processes; one is this process itself.

    `keys` makes search keys and can be pickled: words that a process met in reading cost it less there. Raises
    UsageError for less than one worker.
    """
    check(workers)
    reading = partial(read_ready, keys=keys)
    if workers == 1:
        return ((raw, reading(raw)) for raw in documents)
    work = PoolWork(reading, partial(_given_up, keys=keys), _is_short)
    return WorkerPool(work, PoolSettings(workers, ahead=_AHEAD, window=_WINDOW, niceness=_NICENESS)).run(documents)


def _given_up(raw: RawDocument, how: str, *, keys: KeyMaker | None) -> Readied:
    return readied(raw, give_up(raw, how), keys=keys)


def _is_short(found: Readied) -> bool:
    return is_short(found.failed)
