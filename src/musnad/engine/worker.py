"""What a worker process does: reads the batches it is sent, and answers for each document by itself."""

import os
import queue
import signal
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from musnad.model import RawDocument

RETIRED = "retired"
"""What a worker says that ends because it holds too much memory."""

_Batch = list[tuple[int, RawDocument]]


def serve(pipe: Connection, read: Callable[[RawDocument], Any], memory_mb: int) -> None:
    """Read what comes through the pipe until it is closed; leave when more than `memory_mb` stays held."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle; it closes the pipe
    batches: queue.SimpleQueue[_Batch | None] = queue.SimpleQueue()
    # Always taking in, so that the parent never waits for a worker that itself waits for the parent.
    threading.Thread(target=_take_in, args=(pipe, batches), daemon=True).start()
    while (batch := batches.get()) is not None:
        for number, raw in batch:
            result = read(raw)
            try:
                pipe.send((number, result))
                if held_mb() > memory_mb:
                    pipe.send(RETIRED)
                    return
            except OSError:
                return  # nobody wants the rest


def _take_in(pipe: Connection, batches: "queue.SimpleQueue[_Batch | None]") -> None:
    try:
        while True:
            batches.put(pipe.recv())
    except (EOFError, OSError):
        batches.put(None)


def held_mb() -> float:
    """Return the memory that this process holds now, in MB; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as stream:
            pages = int(stream.read().split()[1])
    except (OSError, ValueError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
