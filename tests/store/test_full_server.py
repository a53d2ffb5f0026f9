"""A PostgreSQL server whose disk is full: the error says so, and nothing that was acknowledged is lost.

The disk is a small one in memory, which only root may mount; elsewhere these tests skip and say so.
"""

import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

from databases import Cluster, Server, make_cluster
from musnad.store import StoreError, open_store
from store_reports import made_report

_MEGABYTE = 1 << 20
_AT_ONCE = 20


@contextmanager
def small_disk(place: Path, megabytes: int) -> Iterator[Path]:
    """Yield a folder that holds so many megabytes."""
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(place)]
    if shutil.which("mount") is None or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("no disk can be mounted here: a full disk under PostgreSQL was not tried")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def leave_free(disk: Path, megabytes: int) -> Path:
    """Fill the disk but for so many megabytes and return the file that fills it."""
    ballast = disk / "ballast"
    free = shutil.disk_usage(disk).free - megabytes * _MEGABYTE
    ballast.write_bytes(bytes(max(0, free)))
    return ballast


def write_until_refused(address: str) -> tuple[list[int], str]:
    """Add reports until the store refuses, and return the numbers that it acknowledged and what it said."""
    acknowledged: list[int] = []
    with open_store(address) as store:
        for first in count(1, _AT_ONCE):
            numbers = range(first, first + _AT_ONCE)
            try:
                store.add_reports(map(made_report, numbers), reader="1")
            except StoreError as error:
                return acknowledged, str(error)
            acknowledged += numbers
    raise AssertionError("the disk was never full")


def test_a_full_disk_under_the_tables_is_told_and_writing_goes_on_once_there_is_room(
    server: Server, tmp_path: Path
) -> None:
    import psycopg

    with small_disk(Path(f"/tmp/musnad-full-{server.port}"), 64) as disk:
        shutil.chown(disk, 65534)
        with psycopg.connect(server.address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE TABLESPACE small LOCATION '{disk}'".encode())
            connection.execute(f"CREATE DATABASE full_disk TEMPLATE {server.template} TABLESPACE small".encode())
            try:
                ballast = leave_free(disk, 4)
                address = server.address("full_disk")
                acknowledged, told = write_until_refused(address)
                assert "the disk is full" in told
                assert acknowledged
                ballast.unlink()
                with open_store(address) as store:
                    kept = [made_report(number) for number in acknowledged]
                    assert list(store.reports(each.id for each in kept)) == kept
                    assert store.count() == len(kept)
                    assert not list(store.check())
                    more = [made_report(number) for number in range(9_000, 9_000 + _AT_ONCE)]
                    store.add_reports(more, reader="1")
                    assert store.count() == len(kept) + len(more)
            finally:
                connection.execute(b"DROP DATABASE full_disk")
                connection.execute(b"DROP TABLESPACE small")


def test_a_server_that_stops_on_its_full_disk_has_all_that_was_acknowledged_when_it_starts_again(
    server: Server,
) -> None:
    with small_disk(Path(f"/tmp/musnad-stopped-{server.port}"), 160) as disk:
        cluster = make_cluster(disk, "--wal-segsize=1")
        process, port = cluster.start()
        try:
            address = Server(port).new_database("full_disk")
            open_store(address).close()
            ballast = leave_free(disk, 6)
            acknowledged, told = write_until_refused(address)
            assert "full" in told
            assert acknowledged
        finally:
            process.send_signal(signal.SIGQUIT)
            process.wait(timeout=60)
        ballast.unlink()
        _holds_all(cluster, acknowledged)


def _holds_all(cluster: Cluster, acknowledged: list[int]) -> None:
    process, port = cluster.start()
    try:
        with open_store(Server(port).address("full_disk")) as store:
            kept = [made_report(number) for number in acknowledged]
            assert list(store.reports(each.id for each in kept)) == kept
            assert store.count() == len(kept)
            assert not list(store.check())
    finally:
        process.send_signal(signal.SIGQUIT)
        process.wait(timeout=60)
