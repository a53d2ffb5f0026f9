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

SHORT = 77
"""The exit status of a worker that would have needed more memory than it may take."""
_LEAST_FREE_MB = 64  # for a document, whatever a process holds from the start

_Batch = list[tuple[int, RawDocument]]


def serve(
    pipe: Connection,
    read: Callable[[RawDocument], Any],
    is_short: Callable[[Any], bool],
    memory_mb: int,
    niceness: int = 0,
) -> None:
    """Read what comes through the pipe until None comes or it is closed; leave when more than `memory_mb` stays held.

    What would need more in the midst of a document ends the process with SHORT, as does a result of which `is_short`
    tells that memory was short: the next process, with all of its memory free, tries the document again. `niceness`
    lets others come before it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle; it closes the pipe
    _cap_memory(memory_mb)
    if hasattr(os, "nice"):
        os.nice(niceness)
    batches: queue.SimpleQueue[_Batch | None] = queue.SimpleQueue()
    # Always taking in, so that the parent never waits for a worker that itself waits for the parent.
    threading.Thread(target=_take_in, args=(pipe, batches), daemon=True).start()
    while (batch := batches.get()) is not None:
        for number, raw in batch:
            try:
                result = read(raw)
                if is_short(result):
                    os._exit(SHORT)
                pipe.send((number, result))
                if held_mb() > memory_mb:
                    pipe.send(RETIRED)
                    return
            except MemoryError:
                os._exit(SHORT)
            except OSError:
                return  # nobody wants the rest


def _cap_memory(memory_mb: int) -> None:
    """Let the process hold so much and no more, by what it holds now; nothing where the system cannot."""
    try:
        import resource

        with open("/proc/self/status", encoding="ascii", errors="replace") as stream:
            data = next(int(line.split()[1]) for line in stream if line.startswith("VmData:")) * 1024
        free = int(max(memory_mb - held_mb(), _LEAST_FREE_MB) * 1e6)
        resource.setrlimit(resource.RLIMIT_DATA, (data + free, resource.getrlimit(resource.RLIMIT_DATA)[1]))
    except (ImportError, OSError, StopIteration, ValueError):
        return


def _take_in(pipe: Connection, batches: "queue.SimpleQueue[_Batch | None]") -> None:
    try:
        while (batch := pipe.recv()) is not None:
            batches.put(batch)
        batches.put(None)
    except (EOFError, OSError):
        batches.put(None)
    except MemoryError:
        os._exit(SHORT)


def held_mb() -> float:
    """Return the memory that this process holds now, in MB; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as stream:
            pages = int(stream.read().split()[1])
    except (OSError, ValueError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
