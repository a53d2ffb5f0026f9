"""`musnad collect` fills a folder that `musnad read` reads."""

import re
import signal
import subprocess
import sys
import time
from pathlib import Path

from typer.testing import CliRunner

from musnad.cli import main
from news_site import Answer, Site, page

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


def test_an_edit_is_listed_paragraph_by_paragraph_and_its_length_told(site: Site, tmp_path: Path) -> None:
    old, new = (
        " ".join(
            f"<p>{word} رقم {n} في محضر الجلسة الأخيرة للمجلس البلدي التي عقدت مساء الخميس في القاعة الكبرى.</p>"
            for n in range(30)
        )
        for word in ("بند", "فقرة")
    )
    site.answers["/a"] = [page("الجسر", old), page("الجسر", new)]
    asked = ["collect", site.url("/a"), "--into", str(tmp_path), "--delay", "0", "--allow-private", "--refresh"]
    RUNNER.invoke(main, asked)
    done = RUNNER.invoke(main, asked)
    assert done.stdout == f"{tmp_path}: 1 edited\n"
    told = re.sub("[\u2066-\u2069]", "", done.stderr)
    assert f"edited: {site.url('/a')}" in told
    assert "- بند رقم 0" in told
    assert re.search(r"and \d+ more paragraphs", told)


def test_an_edit_without_an_archive_says_that_it_cannot_be_listed(site: Site, tmp_path: Path) -> None:
    site.answers["/a"] = [page("الجسر"), page("الميناء")]
    asked = ["collect", site.url("/a"), "--into", str(tmp_path), "--delay", "0", "--allow-private", "--no-archive"]
    RUNNER.invoke(main, asked)
    assert "cannot be listed" in RUNNER.invoke(main, [*asked, "--refresh"]).stderr


def test_an_interrupted_run_sums_up_and_can_be_taken_up(site: Site, tmp_path: Path) -> None:
    pages = {f"/{number}": page(f"خبر {number}") for number in range(40)}
    items = "".join(f"<item><link>{site.url(path)}</link></item>" for path in pages)
    feed = Answer(f"<rss><channel>{items}</channel></rss>".encode(), headers={"Content-Type": "application/rss+xml"})
    site.answers |= {"/feed": feed, **pages}
    asked = ["collect", site.url("/feed"), "--into", str(tmp_path), "--allow-private"]
    running = subprocess.Popen(
        [sys.executable, "-m", "musnad", *asked, "--delay", "0.2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # A shell that runs the tests in the background has them ignore the signal, and what they start with them.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    while len(site.paths()) < 5 and running.poll() is None:
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    told, error = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "new" in told
    assert "run the same command to go on" in error
    assert "Traceback" not in error
    kept = len((tmp_path / "captures.index").read_text("utf-8").splitlines())
    assert 0 < kept < len(pages)
    done = RUNNER.invoke(main, [*asked, "--delay", "0"])
    assert done.stdout == f"{tmp_path}: {len(pages) - kept} new, {kept} skipped\n"


def test_a_file_is_no_address(tmp_path: Path) -> None:
    done = RUNNER.invoke(main, ["collect", "file:///etc/passwd", "--into", str(tmp_path)])
    assert done.exit_code == 2
    assert "http://" in done.stderr


def test_an_address_is_read_without_a_folder(site: Site) -> None:
    site.answers["/a"] = page("افتتاح الجسر")
    done = RUNNER.invoke(main, ["read", site.url("/a"), "--allow-private"])
    assert done.exit_code == 0
    assert "افتتاح الجسر" in done.stdout
