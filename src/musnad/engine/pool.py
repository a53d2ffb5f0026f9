"""A pool of processes over documents: results in order, no more in hand than asked, and dead workers replaced."""

import multiprocessing
import queue
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from musnad.engine.worker import RETIRED, SHORT, serve
from musnad.model import RawDocument

Result = TypeVar("Result")

_Context = multiprocessing.context.ForkServerContext | multiprocessing.context.SpawnContext

READING, KEEPING = "musnad.engine.warm", "musnad.engine.warm_keeping"
"""What loads what workers share that read, and what workers share that read for a store, or compare."""
OVER = "it would hold more than"
"""How the end of a process is told that needed more memory than it may take."""
_TRIES = 2
_BYTES = 4  # batches of as many bytes as one may have that are under way a worker, whatever their number
_CLOSING_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class PoolSettings:
    """How many processes, how many documents and bytes a batch at most, and the memory past which one is replaced.

    A worker has `ahead` batches in hand: while it reads one, the next is there already. `window` batches a worker may
    be read or wait for their turn, so that one long document stops none. Workers give way to others by `niceness`.
    """

    workers: int
    batch: int = 8
    batch_bytes: int = 2_000_000
    memory_mb: int = 400
    ahead: int = 2
    window: int = 4
    niceness: int = 0


@dataclass(slots=True)
class _Worker:
    """A process, this side of its pipe, what listens there, and what it has in hand, in the order it reads them."""

    process: BaseProcess
    pipe: Connection
    listener: threading.Thread
    in_hand: deque[int] = field(default_factory=deque)


def never(_: object) -> bool:
    """Tell of no result that memory was short."""
    return False


@dataclass(frozen=True, slots=True)
class PoolWork(Generic[Result]):
    """What a worker does with a document, and what stands in its place where two workers died of it.

    `read` and `is_short`, which tells of a result whether memory was short, are sent to the workers, so they can be
    pickled; they must not raise.
    """

    read: Callable[[RawDocument], Result]
    give_up: Callable[[RawDocument, str], Result]
    is_short: Callable[[Result], bool] = never


class WorkerPool(Generic[Result]):
    """Processes that read documents; to be run once, over one stream of them."""

    def __init__(self, work: PoolWork[Result], settings: PoolSettings) -> None:
        self._work = work
        self._settings = settings
        self._context = start_context()
        self._workers: list[_Worker] = []
        self._held: dict[int, RawDocument] = {}
        self._died_of: dict[int, int] = {}
        self._done: dict[int, Result] = {}
        self._said: queue.SimpleQueue[tuple[Connection, Any]] = queue.SimpleQueue()

    def run(self, documents: Iterable[RawDocument]) -> Iterator[tuple[RawDocument, Result]]:
        """Yield each document with its result, in order; no more documents are drawn than the workers can soon read."""
        waiting = enumerate(documents)
        drawn, turn, more = 0, 0, True
        try:
            while True:
                while turn in self._done:
                    yield self._held.pop(turn), self._done.pop(turn)
                    turn += 1
                while more and self._has_room(turn, drawn):
                    batch = list(self._draw(waiting))
                    more, drawn = bool(batch), drawn + len(batch)
                    if batch:
                        self._hand_out(batch)
                if not more and turn == drawn:
                    return
                if turn not in self._done:
                    self._collect()
        finally:
            self._close()

    def _has_room(self, turn: int, drawn: int) -> bool:
        settings = self._settings
        if drawn - turn >= settings.workers * settings.batch * settings.window:
            return False
        if sum(len(raw.content) for raw in self._held.values()) >= settings.workers * settings.batch_bytes * _BYTES:
            return False
        return len(self._workers) < settings.workers or any(
            len(worker.in_hand) <= settings.batch * (settings.ahead - 1) for worker in self._workers
        )

    def _draw(self, waiting: Iterator[tuple[int, RawDocument]]) -> Iterator[int]:
        held = 0
        for number, raw in islice(waiting, self._settings.batch):
            self._held[number] = raw
            yield number
            held += len(raw.content)
            if held >= self._settings.batch_bytes:
                return

    # -- workers -------------------------------------------------------------------------------

    def _hand_out(self, batch: list[int]) -> None:
        """Give the batch to the worker with the least in hand; processes are started as there is work for them."""
        if len(self._workers) < self._settings.workers:
            self._workers.append(self._start())
        worker = min(self._workers, key=lambda each: len(each.in_hand))
        worker.in_hand.extend(batch)
        self._send(worker, batch)

    def _send(self, worker: _Worker, numbers: list[int]) -> None:
        # One that died says so when results are collected; what it had in hand then goes to its successor.
        with suppress(OSError):
            worker.pipe.send([(number, self._held[number]) for number in numbers])

    def _start(self) -> _Worker:
        here, there = self._context.Pipe()
        arguments = (there, self._work.read, self._work.is_short, self._settings.memory_mb, self._settings.niceness)
        process = self._context.Process(target=serve, args=arguments, daemon=True, name="musnad-worker")
        process.start()
        there.close()
        # Always taking in, so that no worker waits with its result while who asked for results does something else.
        listener = threading.Thread(target=_listen, args=(here, self._said), daemon=True)
        listener.start()
        return _Worker(process, here, listener)

    def _collect(self) -> None:
        """Wait until a worker says something, and take what it says."""
        pipe, message = self._said.get()
        worker = next((each for each in self._workers if each.pipe is pipe), None)
        if worker is None:
            return  # the end of one that was replaced
        if message == RETIRED or message is None:
            self._replace(worker, blamed=message is None)
            return
        number, result = message
        worker.in_hand.remove(number)
        self._done[number] = result

    def _replace(self, worker: _Worker, *, blamed: bool) -> None:
        """Start another process for what the worker left; what it died of is tried once more, then set aside."""
        worker.process.join(_CLOSING_SECONDS)
        worker.listener.join(_CLOSING_SECONDS)
        worker.pipe.close()
        left = list(worker.in_hand)
        if blamed and left:
            first = left[0]
            self._died_of[first] = self._died_of.get(first, 0) + 1
            if self._died_of[first] >= _TRIES:
                self._done[first] = self._work.give_up(
                    self._held[first], _how_it_ended(worker.process, self._settings.memory_mb)
                )
                left.remove(first)
        self._workers.remove(worker)
        if left:
            successor = self._start()
            self._workers.append(successor)
            successor.in_hand.extend(left)
            self._send(successor, left)

    def _close(self) -> None:
        for worker in self._workers:
            with suppress(OSError):
                worker.pipe.send(None)  # the end of its work
        for worker in self._workers:
            # A stream that was left half read should not wait for documents nobody wants.
            if worker.in_hand:
                worker.process.terminate()
            worker.process.join(_CLOSING_SECONDS)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
            worker.listener.join(_CLOSING_SECONDS)
            worker.pipe.close()
        self._workers.clear()


def _listen(pipe: Connection, said: "queue.SimpleQueue[tuple[Connection, Any]]") -> None:
    """Pass on what a worker says, and None when it ends."""
    try:
        while True:
            said.put((pipe, pipe.recv()))
    except (EOFError, OSError):
        said.put((pipe, None))


def start_context(loads: str = READING) -> _Context:
    """Return how processes are started: forked from one that has the lexicons loaded, where the system can.

    `loads` names the module that loads them; where that process runs already, what it has loaded stays.
    """
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    # Loaded once for all workers and all their successors, in a process without threads: forking this one, whose
    # threads may be fetching pages, could stop for ever at a lock that nobody opens.
    context.set_forkserver_preload([loads])
    return context


def start_early(loads: str = READING) -> None:
    """Have what workers are forked from loaded meanwhile, by who will soon want them and first does something else."""
    if sys.platform != "win32":
        start_context(loads)
        forkserver.ensure_running()


def _how_it_ended(process: BaseProcess, memory_mb: int) -> str:
    code = process.exitcode
    if code == SHORT:
        return f"{OVER} {memory_mb} MB"
    if code is not None and code < 0:
        return f"signal {-code}"
    return f"exit status {code}"
