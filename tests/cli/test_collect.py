"""`musnad collect` fills a folder that `musnad read` reads."""

from pathlib import Path

from typer.testing import CliRunner

from musnad.cli import main
from news_site import Site, page

RUNNER = CliRunner()


def test_what_is_collected_is_read(site: Site, tmp_path: Path) -> None:
    site.answers["/a"] = page("افتتاح الجسر")
    done = RUNNER.invoke(main, ["collect", site.url("/a"), "--into", str(tmp_path), "--delay", "0", "--allow-private"])
    assert (done.exit_code, done.stdout) == (0, f"{tmp_path}: 1 new\n")
    read = RUNNER.invoke(main, ["read", str(tmp_path)])
    assert read.exit_code == 0
    assert "رئيس البلدية" in read.stdout


def test_a_failure_is_named_and_counted(site: Site, tmp_path: Path) -> None:
    done = RUNNER.invoke(main, ["collect", site.url("/a"), "--into", str(tmp_path), "--delay", "0"])
    assert done.exit_code == 1
    assert "failed by private_address: 1" in done.stdout
    assert "not on the public internet" in done.stderr


def test_a_file_is_no_address(tmp_path: Path) -> None:
    done = RUNNER.invoke(main, ["collect", "file:///etc/passwd", "--into", str(tmp_path)])
    assert done.exit_code == 2
    assert "http://" in done.stderr


def test_an_address_is_read_without_a_folder(site: Site) -> None:
    site.answers["/a"] = page("افتتاح الجسر")
    done = RUNNER.invoke(main, ["read", site.url("/a"), "--allow-private"])
    assert done.exit_code == 0
    assert "افتتاح الجسر" in done.stdout
