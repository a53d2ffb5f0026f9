"""Fixtures of the two databases that tests of the store run on: an SQLite file, a PostgreSQL server of their own."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pytest

from musnad.store import Store, open_store

_UNPRIVILEGED = 65534  # nobody: PostgreSQL refuses to run as root
_DEBIAN = Path("/usr/lib/postgresql")


@dataclass(frozen=True, slots=True)
class Server:
    """A PostgreSQL server that was started for the tests."""

    port: int
    template: str = "template0"

    def new_database(self, name: str = "") -> str:
        """Make a database that equals the template and return its address."""
        import psycopg

        name = name or f"musnad_{uuid4().hex[:12]}"
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE {self.template}".encode())
        return self.address(name)

    def address(self, name: str) -> str:
        """Return the address of the database of this name."""
        return f"postgresql://musnad@127.0.0.1:{self.port}/{name}"


def _binaries() -> Path | None:
    found = sorted(_DEBIAN.glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("postgres")
    return Path(on_path).resolve().parent if on_path and shutil.which("initdb") else None


@dataclass(frozen=True, slots=True)
class Cluster:
    """The files of a PostgreSQL server in a folder, and the unprivileged user that runs it."""

    folder: Path
    binaries: Path
    user: int | None

    def start(self) -> "tuple[subprocess.Popen[bytes], int]":
        """Start the server on a free port and return its process and the port."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port: int = probe.getsockname()[1]
        settings = ("fsync=off", "listen_addresses=127.0.0.1", f"unix_socket_directories={self.folder}")
        given = [word for setting in settings for word in ("-c", setting)]
        with (self.folder / "log").open("ab") as log:
            process = subprocess.Popen(
                [self.binaries / "postgres", "-D", self.folder / "data", "-p", str(port), *given],
                user=self.user,
                cwd=self.folder,
                stdout=log,
                stderr=log,
            )
        _wait(process, port, self.folder / "log")
        return process, port


def make_cluster(folder: Path, *options: str) -> Cluster:
    """Make the files of a server in a folder that is there; skip where no PostgreSQL is installed."""
    binaries = _binaries()
    if binaries is None:
        pytest.skip("no PostgreSQL is installed: the store was not tested on it (apt-get install postgresql)")
    pytest.importorskip("psycopg", reason="no psycopg: the store was not tested on PostgreSQL")
    user = _UNPRIVILEGED if os.geteuid() == 0 else None
    if user is not None:
        os.chown(folder, user, user)
    place = ("-D", str(folder / "data"), "-U", "musnad", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
    subprocess.run([binaries / "initdb", *place, *options], user=user, cwd=folder, check=True, capture_output=True)
    return Cluster(folder, binaries, user)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Yield a PostgreSQL server on a private port, run by an unprivileged user; skip where there is none."""
    folder = Path(tempfile.mkdtemp(prefix="musnad-postgresql-", dir="/tmp"))
    try:
        process, port = make_cluster(folder).start()
        try:
            # Databases are copied from one with the schema: migrating each would take most of the tests' time.
            open_store(Server(port).new_database("prepared")).close()
            yield Server(port, "prepared")
        finally:
            process.send_signal(signal.SIGQUIT)  # at once: what is in it is thrown away
            process.wait(timeout=60)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _wait(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    import time

    import psycopg

    for _ in range(200):
        try:
            psycopg.connect(f"postgresql://musnad@127.0.0.1:{port}/postgres", connect_timeout=5).close()
            return
        except psycopg.OperationalError:
            assert process.poll() is None, log.read_text(encoding="utf-8", errors="replace")
            time.sleep(0.1)
    pytest.fail(f"PostgreSQL did not start: {log.read_text(encoding='utf-8', errors='replace')[-2000:]}")


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of an empty store: once an SQLite file, once a PostgreSQL database."""
    if request.param == "sqlite":
        return str(tmp_path / "store.sqlite")
    started: Server = request.getfixturevalue("server")
    return started.new_database()


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """Yield an empty store of either kind."""
    with open_store(address) as opened:
        yield opened
