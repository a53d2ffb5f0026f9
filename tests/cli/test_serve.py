"""`musnad serve`: it opens where it says, ends when told, and refuses what it should."""

import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from musnad.cli import main
from musnad.cli.serve import is_loopback, listening


def test_it_says_where_it_is_open_and_answers_there_until_it_is_told_to_end(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "musnad", "serve", "--port", "0", "--store", str(tmp_path / "s.sqlite")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            address = re.search(r"http://127\.0\.0\.1:\d+", process.stdout.readline())
            assert address is not None
            assert httpx.get(f"{address[0]}/api/v1/status", trust_env=False, timeout=30).json()["reports"] == 0
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=30)
        finally:
            process.kill()


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "::"])
def test_an_address_that_others_reach_is_refused_without_accounts(host: str, tmp_path: Path) -> None:
    told = CliRunner().invoke(main, ["serve", "--host", host, "--store", str(tmp_path / "s.sqlite")])
    assert told.exit_code == 2
    assert "musnad user add" in told.stderr


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with listening("127.0.0.1", 0) as taken:
        port = str(taken.getsockname()[1])
        told = CliRunner().invoke(main, ["serve", "--port", port, "--store", str(tmp_path / "s.sqlite")])
    assert told.exit_code == 2
    assert "choose another --port" in told.stderr


def test_the_demonstration_reads_nothing_for_a_port_that_is_taken() -> None:
    with listening("127.0.0.1", 0) as taken:
        told = CliRunner().invoke(main, ["demo", "--port", str(taken.getsockname()[1])])
    assert told.exit_code == 2
    assert "choose another --port" in told.stderr
    assert "Reading the demonstration" not in told.stdout


def test_only_addresses_of_this_machine_count_as_its_own() -> None:
    assert all(is_loopback(host) for host in ("127.0.0.1", "127.8.8.8", "::1", "localhost"))
    assert not any(is_loopback(host) for host in ("0.0.0.0", "10.0.0.1", "::", "localhost.example.org"))
