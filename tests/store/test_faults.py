"""Killed writers and workers, full disks, files that may only be read: nothing acknowledged is lost, nothing is half.

The counts are small here; MUSNAD_FAULTS=25 makes them 25 times as many: 50 kills, 1,000 jobs (docs/store.md).
"""

import os
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import select

from musnad.store import Store, StoreError, open_store, tables
from musnad.store.jobs import JobStatus, NewJob
from store_reports import made_report

TIMES = int(os.environ.get("MUSNAD_FAULTS", "1"))
KILLS = 2 * TIMES
JOBS = 40 * TIMES
WORKER_KILLS = TIMES
READ_SECONDS = TIMES
_SCRIPT = Path(__file__).with_name("process.py")


def start(*arguments: object, **settings: object) -> "subprocess.Popen[str]":
    tests = str(_SCRIPT.parent.parent)
    command = [sys.executable, str(_SCRIPT), *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((tests, *sys.path))}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True, **settings)  # type: ignore[call-overload, no-any-return]  # the settings are Popen's own


@contextmanager
def killed_in_the_end(process: "subprocess.Popen[str]") -> Iterator["subprocess.Popen[str]"]:
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def killed_while_writing(address: str, first: int, seconds: float) -> list[int]:
    """Start a writer, kill it some time after its first batch, and return the numbers that it acknowledged."""
    with killed_in_the_end(start("write", address, first)) as process:
        assert process.stdout is not None
        acknowledged = process.stdout.readline()
        time.sleep(seconds)
        process.kill()
        acknowledged += process.stdout.read()
    return [int(number) for line in acknowledged.splitlines() for number in line.split()]


def test_a_killed_writer_loses_nothing_acknowledged_and_leaves_nothing_half(address: str) -> None:
    chance = random.Random(20260301)
    acknowledged: list[int] = []
    for _ in range(KILLS):
        # A torn last line names part of a batch: what it names was acknowledged all the same.
        acknowledged += killed_while_writing(address, (max(acknowledged, default=-1) + 1), chance.uniform(0, 0.4))
        with open_store(address) as store:
            assert not list(store.check())
            reports = [made_report(number) for number in acknowledged]
            assert list(store.reports(report.id for report in reports)) == reports
            assert store.count() % 5 == 0
    assert len(acknowledged) >= 5 * KILLS


def test_no_job_is_done_twice_though_workers_are_killed(address: str) -> None:
    chance = random.Random(20260302)
    with open_store(address) as store:
        store.queue.enqueue([NewJob("count", str(number), most_tries=1_000) for number in range(JOBS)])
        workers = [start("work", address, number) for number in range(2)]
        for kill in range(WORKER_KILLS):
            time.sleep(chance.uniform(0.1, 0.6))
            workers[kill % 2].kill()
            workers[kill % 2].communicate()
            workers[kill % 2] = start("work", address, 2 + kill)
        for worker in workers:
            worker.communicate(timeout=300)
        assert store.queue.counts() == {JobStatus.DONE: JOBS}
        with store.reading() as connection:
            names = connection.execute(select(tables.state.c.name).where(tables.state.c.name.like("done %"))).scalars()
            assert Counter(names) == {f"done {number}": 1 for number in range(JOBS)}


def test_four_read_while_one_writes_and_none_is_refused(address: str) -> None:
    open_store(address).close()
    with killed_in_the_end(start("write", address, 0)) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        drain = threading.Thread(target=writer.stdout.read)
        drain.start()
        # Four threads each; a process of its own for each reader where time is no matter.
        readers = [start("read", address, READ_SECONDS) for _ in range(1 if TIMES == 1 else 4)]
        counts = [int(reader.communicate(timeout=READ_SECONDS + 120)[0]) for reader in readers]
        assert writer.poll() is None, "the writer was refused"
        writer.kill()
        drain.join()
    assert [reader.returncode for reader in readers] == [0] * len(readers)
    assert min(counts) > 0


def test_a_full_disk_is_told_and_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    process = start("fill", tmp_path / "store.sqlite", 1_500_000)
    kept, told, left = process.communicate(timeout=120)[0].splitlines()
    assert process.returncode == 0
    assert int(kept) > 0
    assert "the disk is full" in told
    assert left == f"{kept} 0"
    with open_store(str(tmp_path / "store.sqlite")) as store:
        store.add_reports([made_report(1_000_000)], reader="1")
        assert not list(store.check())


def test_a_file_that_may_only_be_read_is_read_and_the_error_says_so(tmp_path: Path) -> None:
    place = tmp_path / "store.sqlite"
    with open_store(str(place)) as store:
        store.add_reports([made_report(1)], reader="1")
    with open_store(f"sqlite:///file:{place}?mode=ro&uri=true") as store:
        assert store.report(made_report(1).id) == made_report(1)
        with pytest.raises(StoreError, match="may be read but not written"):
            store.add_reports([made_report(2)], reader="1")
        assert store.count() == 1


def test_a_server_that_may_only_be_read_says_so(store: Store) -> None:
    if store.database.is_sqlite:
        pytest.skip("a file: see the test above")
    store.add_reports([made_report(1)], reader="1")
    with store.database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        name = store.database.engine.url.database
        connection.exec_driver_sql(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    store.database.engine.dispose()
    with pytest.raises(StoreError, match="may be read but not written"):
        store.add_reports([made_report(2)], reader="1")
    assert store.count() == 1


def test_a_folder_that_is_not_there_and_a_server_that_does_not_answer_are_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="check that its folder exists"):
        open_store(str(tmp_path / "no" / "store.sqlite"))
    pytest.importorskip("psycopg")
    with pytest.raises(StoreError, match="no server answers there") as told:
        open_store("postgresql://someone:very-secret@127.0.0.1:1/nothing")
    assert "very-secret" not in str(told.value)
