"""Documents read in several processes: in order, each once, whatever becomes of the processes."""

import hashlib
import importlib.util
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from musnad.engine.pool import KEEPING, READING, PoolSettings, PoolWork, WorkerPool
from musnad.model import RawDocument

Found = tuple[str, str]


def documents(count: int, **marked: str) -> list[RawDocument]:
    """Return documents numbered from 0; `n7="kill"` marks the seventh."""
    contents = [f"{number} {marked.get(f'n{number}', '')}".strip().encode() for number in range(count)]
    return [RawDocument(content, "text/plain", hashlib.sha256(content).hexdigest()) for content in contents]


def echo(raw: RawDocument) -> Found:
    return "read", raw.content.decode()


def slowly(raw: RawDocument) -> Found:
    time.sleep(0.02)
    return echo(raw)


def die_if_marked(raw: RawDocument, once: Path | None = None) -> Found:
    if b"kill" in raw.content and not (once and once.exists()):
        if once:
            once.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return echo(raw)


def who_reads(raw: RawDocument) -> Found:
    return str(os.getpid()), raw.content.decode()


def priority(raw: RawDocument) -> Found:
    return str(os.getpriority(os.PRIO_PROCESS, 0)), raw.content.decode()


def give_up(raw: RawDocument, how: str) -> Found:
    return how, raw.content.decode()


def run(read: object, given: list[RawDocument], **settings: int) -> list[Found]:
    pool = WorkerPool(PoolWork(read, give_up), PoolSettings(**{"workers": 2, "batch": 3, **settings}))  # type: ignore[arg-type] # the tests' own readers
    return [found for _, found in pool.run(given)]


def test_results_come_in_the_order_of_the_documents() -> None:
    given = documents(40)
    assert run(echo, given) == [echo(raw) for raw in given]


def test_each_result_comes_with_its_document() -> None:
    given = documents(10)
    pool = WorkerPool(PoolWork(echo, give_up), PoolSettings(workers=2, batch=3))
    assert [raw for raw, _ in pool.run(given)] == given


def test_no_document_gives_no_result() -> None:
    assert run(echo, []) == []


def test_a_document_that_kills_every_worker_is_set_aside_and_the_others_are_read() -> None:
    given = documents(20, n7="kill")
    found = run(die_if_marked, given)
    assert found[7] == ("signal 9", "7 kill")
    assert found[:7] + found[8:] == [echo(raw) for raw in given[:7] + given[8:]]


def test_a_document_whose_worker_died_once_is_read_by_the_next(tmp_path: Path) -> None:
    given = documents(20, n7="kill")
    assert run(partial(die_if_marked, once=tmp_path / "died"), given) == [echo(raw) for raw in given]


def test_workers_that_are_killed_from_outside_lose_nothing() -> None:
    given = documents(60)
    found: list[Found] = []
    pool = WorkerPool(PoolWork(slowly, give_up), PoolSettings(workers=2, batch=3))
    for number, (_, result) in enumerate(pool.run(given)):
        found.append(result)
        if number in {5, 25, 45}:
            running = [child for child in multiprocessing.active_children() if child.name == "musnad-worker"]
            os.kill(running[0].pid or 0, signal.SIGKILL)
    assert found == [echo(raw) for raw in given]


def test_workers_give_way_to_others_where_they_are_asked_to() -> None:
    own = os.getpriority(os.PRIO_PROCESS, 0)
    assert run(priority, documents(1), workers=1, niceness=2) == [(str(min(own + 2, 19)), "0")]


def test_a_worker_that_holds_too_much_memory_is_replaced() -> None:
    given = documents(8)
    found = run(who_reads, given, workers=1, memory_mb=1)
    assert [content for _, content in found] == [raw.content.decode() for raw in given]
    assert len({reader for reader, _ in found}) == len(given)


def devour_if_marked(raw: RawDocument) -> Found:
    """Hold far more than a worker may, where the document is marked, in a way that is told or not."""
    if b"devour" in raw.content:
        try:
            bytearray(1_000_000_000)
        except MemoryError:
            if b"raised" in raw.content:
                raise
            return "short", raw.content.decode()
    return echo(raw)


def is_short(found: Found) -> bool:
    return found[0] == "short"


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is not capped on this system")
@pytest.mark.parametrize("told", ["raised", "told"])
def test_a_document_that_alone_passes_the_memory_of_a_worker_is_set_aside(told: str) -> None:
    given = documents(12, n7=f"devour {told}")
    pool = WorkerPool(PoolWork(devour_if_marked, give_up, is_short), PoolSettings(workers=2, batch=3))
    found = [result for _, result in pool.run(given)]
    assert found[7] == ("it would hold more than 400 MB", f"7 devour {told}")
    assert found[:7] + found[8:] == [echo(raw) for raw in given[:7] + given[8:]]


def test_no_more_documents_are_drawn_than_can_soon_be_read() -> None:
    drawn = 0

    def counted() -> Iterator[RawDocument]:
        nonlocal drawn
        for raw in documents(500):
            drawn += 1
            yield raw

    found = WorkerPool(PoolWork(echo, give_up), PoolSettings(workers=2, batch=3)).run(counted())
    next(found)
    assert drawn <= 2 * 3 * 4
    found.close()  # type: ignore[attr-defined] # a generator


def test_large_documents_are_drawn_by_their_bytes() -> None:
    drawn = 0

    def large() -> Iterator[RawDocument]:
        nonlocal drawn
        for _ in range(100):
            drawn += 1
            yield RawDocument(b"x" * 10_000, "text/plain", "")

    settings = PoolSettings(workers=1, batch=8, batch_bytes=10_000)
    found = WorkerPool(PoolWork(echo, give_up), settings).run(large())
    next(found)
    assert drawn <= 5
    found.close()  # type: ignore[attr-defined] # a generator


def test_a_stream_that_is_left_early_leaves_no_process() -> None:
    found = WorkerPool(PoolWork(slowly, give_up), PoolSettings(workers=2, batch=3)).run(documents(100))
    next(found)
    found.close()  # type: ignore[attr-defined] # a generator
    assert not [child for child in multiprocessing.active_children() if child.name == "musnad-worker"]


def test_a_fault_in_the_source_of_documents_is_not_hidden() -> None:
    def broken() -> Iterator[RawDocument]:
        yield from documents(4)
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        list(WorkerPool(PoolWork(echo, give_up), PoolSettings(workers=2, batch=3)).run(broken()))


def test_workers_read_on_while_who_asked_does_something_else(tmp_path: Path) -> None:
    settings = PoolSettings(workers=2, batch=3, ahead=4, window=8)
    work = PoolWork(partial(note_and_say_much, folder=tmp_path), give_up)
    found = WorkerPool(work, settings).run(documents(100))
    next(found)
    deadline = time.monotonic() + 30
    while len(list(tmp_path.iterdir())) < 2 * 3 * 3 and time.monotonic() < deadline:
        time.sleep(0.01)
    # More than a pipe holds: each waited for the one before to be taken.
    assert len(list(tmp_path.iterdir())) >= 2 * 3 * 3
    found.close()  # type: ignore[attr-defined] # a generator


def note_and_say_much(raw: RawDocument, folder: Path) -> Found:
    (folder / raw.sha256).touch()
    return "x" * 300_000, raw.content.decode()


@pytest.mark.parametrize("loads", [READING, KEEPING])
def test_what_workers_are_forked_from_loads_a_module_that_is_there(loads: str) -> None:
    # The process that forks passes over a module that it cannot import, without a word.
    assert importlib.util.find_spec(loads) is not None


def test_what_workers_are_forked_from_is_started_before_they_are() -> None:
    script = (
        "import multiprocessing.forkserver as server\n"
        "from musnad.engine.pool import KEEPING, start_context, start_early\n"
        "start_early(KEEPING)\n"
        "process = server._forkserver._forkserver_pid\n"
        "import os; os.kill(process, 0)\n"
        "assert server._forkserver._preload_modules == [KEEPING] == ['musnad.engine.warm_keeping']\n"
        "start_context()\n"  # as a pool does: the process that runs stays, and what it has loaded
        "server.ensure_running()\n"
        "assert server._forkserver._forkserver_pid == process\n"
    )
    assert subprocess.run([sys.executable, "-c", script], timeout=120, check=False).returncode == 0
