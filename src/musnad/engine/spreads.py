"""Spreads pure work over processes of this machine, or over a Ray cluster: what comes of it is the same."""

import logging
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, TypeVar

from musnad.engine.pool import start_context
from musnad.errors import UsageError
from musnad.spreading import IN_TURN, Spread

Part = TypeVar("Part")
Piece = TypeVar("Piece")
Made = TypeVar("Made")

LOCAL = "local"
"""The address that means: start Ray on this machine."""
_TRIES = 2


@contextmanager
def open_spread(workers: int, *, ray: str | None = None) -> Iterator[Spread]:
    """Yield what runs work by so many processes, here or on the Ray cluster at an address; one is this process itself.

    Raises UsageError for less than one worker, and where Ray is not installed or not reached.
    """
    if workers < 1:
        raise UsageError(f"--workers {workers}: give a number of processes greater than 0")
    if ray is not None:
        reach_cluster(ray, workers)
        yield RaySpread(workers)
    elif workers == 1:
        yield IN_TURN
    else:
        spread = ProcessSpread(workers)
        try:
            yield spread
        finally:
            spread.close()


class ProcessSpread:
    """Runs work in processes of this machine; parts whose process died are given to another, once."""

    def __init__(self, workers: int) -> None:
        self.shards = workers
        self._executor: ProcessPoolExecutor | None = None

    def each(self, work: Callable[[Part], Made], parts: Sequence[Part]) -> list[Made]:
        """Return what the function makes of each part, in order."""
        made: dict[int, Made] = {}
        for tried in range(1, _TRIES + 1):
            executor = self._running()
            left = {place: executor.submit(work, part) for place, part in enumerate(parts) if place not in made}
            try:
                for place, future in left.items():
                    made[place] = future.result()
            except BrokenProcessPool:
                self.close()
                if tried == _TRIES:
                    raise UsageError(
                        f"comparing ended: processes died {_TRIES} times, often for want of memory; "
                        "compare fewer reports at once, or give fewer --workers"
                    ) from None
                continue
            break
        return [made[place] for place in range(len(parts))]

    def shuffle(
        self,
        split: Callable[[Part], Sequence[Piece]],
        gather: Callable[[Sequence[Piece]], Made],
        parts: Sequence[Part],
    ) -> list[Made]:
        """Split each part into a piece a shard, and return what is made of each shard's pieces, in order."""
        pieces = self.each(split, parts)
        return self.each(gather, [[each[shard] for each in pieces] for shard in range(self.shards)])

    def close(self) -> None:
        """End the processes."""
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)
            self._executor = None

    def _running(self) -> ProcessPoolExecutor:
        if self._executor is None:
            self._executor = ProcessPoolExecutor(self.shards, mp_context=start_context())
        return self._executor


class RaySpread:
    """Runs work as tasks of a Ray cluster that is reached already; pieces go from task to task, not by way of here."""

    def __init__(self, shards: int) -> None:
        self.shards = shards

    def each(self, work: Callable[[Part], Made], parts: Sequence[Part]) -> list[Made]:
        """Return what the function makes of each part, in order."""
        import ray

        task: Any = ray.remote(num_cpus=1, max_retries=_TRIES)(work_on)
        found: list[Made] = ray.get([task.remote(work, part) for part in parts])
        return found

    def shuffle(
        self,
        split: Callable[[Part], Sequence[Piece]],
        gather: Callable[[Sequence[Piece]], Made],
        parts: Sequence[Part],
    ) -> list[Made]:
        """Split each part into a piece a shard, and return what is made of each shard's pieces, in order."""
        import ray

        # Of one return value Ray makes no list.
        one = self.shards == 1
        whole: Any = split_one if one else work_on
        splitting: Any = ray.remote(num_cpus=1, max_retries=_TRIES, num_returns=self.shards)(whole)
        gathering: Any = ray.remote(num_cpus=1, max_retries=_TRIES)(gather_all)
        pieces: list[Any] = [splitting.remote(split, part) for part in parts]
        if one:
            pieces = [[piece] for piece in pieces]
        done = [gathering.remote(gather, *(each[shard] for each in pieces)) for shard in range(self.shards)]
        found: list[Made] = ray.get(done)
        return found


def work_on(work: Callable[[Part], Made], part: Part) -> Made:
    """Return what the function makes of the part."""
    return work(part)


def split_one(split: Callable[[Part], Sequence[Piece]], part: Part) -> Piece:
    """Return the one piece of the part."""
    return split(part)[0]


def gather_all(gather: Callable[[Sequence[Piece]], Made], *pieces: Piece) -> Made:
    """Return what is made of the pieces."""
    return gather(pieces)


def reach_cluster(address: str, workers: int) -> None:
    """Connect to the Ray cluster at the address, or start one here of so many processors.

    Raises UsageError where Ray is not installed or not reached.
    """
    try:
        import ray
    except ImportError as error:
        raise UsageError(f"--ray {address}: install musnad[ray] ({error}).") from None
    try:
        if not ray.is_initialized():
            named: dict[str, Any] = {"num_cpus": workers} if address == LOCAL else {"address": address}
            ray.init(include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR, **named)
    except (ConnectionError, ValueError) as error:
        raise UsageError(f"--ray {address}: cannot be reached ({error}); local starts one here.") from None
