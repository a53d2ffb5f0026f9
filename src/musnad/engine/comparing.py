"""Compares the reports of a store in a process of its own, while this one reads and stores more of them."""

import gc
import signal
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from musnad.engine.pool import start_context
from musnad.keeping import CompareInTurn, Comparer, CompareSettings, HeldReports, compare_new
from musnad.store import ANY_NUMBER, Store, open_store

_CLOSING_SECONDS = 5.0
_FEW = 100
"""Reports for which no process is started: its start takes as long as comparing them."""
_SLICES_BEHIND = 1
"""So far behind, a process is told of slices alone, so that what it was not yet told of never fills its pipe."""


_SLICES_BETWEEN_COLLECTIONS = 10
"""What comparing makes holds hardly a cycle (9 objects a report): looking for them took a fifteenth of its time."""


@contextmanager
def open_comparer(store: Store, *, workers: int, settings: CompareSettings | None = None) -> Iterator[Comparer]:
    """Yield what compares the reports of the store, beside this process where there is more than one worker.

    Its process is there from the first slice on, and gone when the block ends, however it ends.
    """
    if workers <= 1 or store.address is None:
        yield CompareInTurn(store, settings)
        return
    comparer = ComparingProcess(store, store.address, settings)
    try:
        yield comparer
    finally:
        comparer.close()


class ComparingProcess:
    """A process that compares slices of a store, one after the other; what it leaves undone, this process does."""

    def __init__(self, store: Store, address: str, settings: CompareSettings | None = None) -> None:
        self._in_turn = CompareInTurn(store, settings)
        self._address = address
        self._settings = settings
        self._asked: deque[int] = deque()
        self._came = 0
        self._compared = 0
        self._is_over = False
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    @property
    def pid(self) -> int | None:
        """Return the number of the process, None before it is started."""
        return self._process.pid if self._process is not None else None

    def came(self, names: list[str]) -> None:
        """Have what is made of each report by itself made while the process has no slice to compare."""
        self._came += len(names)
        if self._process is None and self._came >= _FEW:
            self._start()
        if self._pipe is not None and names and len(self._asked) <= _SLICES_BEHIND:
            with suppress(OSError):
                self._pipe.send(names)
        self._listen()

    def compare(self, upto: int) -> None:
        """Have what is new up to this number compared; where the process has died, it is done at once."""
        if self._process is None:
            self._start()
        self._asked.append(upto)
        if self._pipe is not None:
            with suppress(OSError):  # of one that died what it says tells
                self._pipe.send(upto)
        self._listen()
        if self._pipe is None:
            self._do_the_rest()

    def finish(self) -> int:
        """Wait until all is compared and return how many reports were; few are compared in this process."""
        if self._process is None:
            return self._in_turn.finish()
        self.compare(ANY_NUMBER)
        while self._asked and self._pipe is not None:
            self._hear()
        self._do_the_rest()
        self._is_over = True
        return self._compared + self._in_turn.finish()

    def close(self) -> None:
        """End the process; what it was at is left as if it had not begun."""
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None
        if self._process is not None:
            if not self._is_over:
                self._process.terminate()
            self._process.join(_CLOSING_SECONDS)
            if self._process.is_alive():
                self._process.kill()
                self._process.join()

    def _start(self) -> None:
        context = start_context()
        here, there = context.Pipe()
        given = (there, self._address, self._settings)
        self._process = context.Process(target=compare_as_told, args=given, daemon=True, name="musnad-comparer")
        self._process.start()
        there.close()
        self._pipe = here

    def _listen(self) -> None:
        while self._pipe is not None and self._pipe.poll():
            self._hear()

    def _hear(self) -> None:
        """Wait for what the process says, and take it in."""
        assert self._pipe is not None
        try:
            self._compared += self._pipe.recv()
            self._asked.popleft()
        except (EOFError, OSError):
            self._pipe.close()
            self._pipe = None

    def _do_the_rest(self) -> None:
        while self._asked:
            self._in_turn.compare(self._asked[0])
            self._asked.popleft()


def compare_as_told(pipe: Connection, address: str, settings: CompareSettings | None) -> None:
    """Compare up to each number that comes through the pipe, and say how many reports that were, until it is closed.

    Ids that come are those of reports that the next number will be about.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle; it ends this process
    gc.disable()
    # What goes wrong ends the process, the pipe tells: the parent then does the same, and says itself what was wrong.
    with suppress(Exception), open_store(address, migrate=False) as store:
        held, slices = HeldReports(store), 0
        while True:
            told: int | list[str] = pipe.recv()
            if isinstance(told, int):
                pipe.send(compare_new(store, settings, upto=told, held=held))
                slices += 1
                if slices % _SLICES_BETWEEN_COLLECTIONS == 0:
                    gc.collect()
            else:
                held.tell(told)
