"""Reading in several processes gives what one process gives, byte for byte."""

import os
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path
from signal import SIGKILL

import pytest
from typer.testing import CliRunner

from musnad.cli import main
from musnad.engine import read_documents, render_documents
from musnad.errors import UsageError
from musnad.export import render_jsonl
from musnad.intake import load_documents
from musnad.model import ProblemCode, RawDocument
from musnad.reading import read_reports

REPORTS = str(Path(__file__).resolve().parents[2] / "src" / "musnad" / "demo" / "reports")


def demo(times: int = 1) -> list[RawDocument]:
    return list(load_documents([REPORTS])) * times


def lines_of(documents: list[RawDocument]) -> list[str]:
    return [render_jsonl(report) for raw in documents for report in read_reports(raw)]


def test_reports_are_those_of_one_process_with_their_bytes() -> None:
    documents = demo()
    assert list(read_documents(documents, workers=2)) == [(raw, read_reports(raw)) for raw in documents]


def test_a_worker_killed_in_the_midst_leaves_no_trace_in_the_output() -> None:
    documents = demo(4)
    found: list[str] = []
    for number, rendered in enumerate(render_documents(documents, render_jsonl, workers=2)):
        found += rendered.lines
        # What the first had in hand is long done at the second: no document is met by both.
        if number in {3, 45}:
            os.kill(next(child.pid or 0 for child in active_children() if child.name == "musnad-worker"), SIGKILL)
    assert found == lines_of(documents)


def test_one_worker_reads_in_this_process() -> None:
    next(iter(read_documents(demo(), workers=1)))
    assert not [child for child in active_children() if child.name == "musnad-worker"]


def test_a_document_given_up_is_a_report_that_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    from musnad.engine import reading

    raw = demo()[0]
    (report,) = reading.give_up(raw, "signal 9")
    assert report.failed
    assert report.problems[-1].code is ProblemCode.WORKER_DIED
    assert "signal 9" in report.problems[-1].message


def test_a_document_that_needs_too_much_memory_is_a_report_that_says_so() -> None:
    from musnad.engine import reading

    (report,) = reading.give_up(demo()[0], "it would hold more than 400 MB")
    assert report.failed
    assert report.problems[-1].code is ProblemCode.OUT_OF_MEMORY
    assert reading.is_short([report])


def test_memory_that_runs_out_in_this_process_is_a_problem_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def devour(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("musnad.reading.extract_articles", devour)
    (report,) = read_reports(demo()[0])
    assert [problem.code for problem in report.problems] == [ProblemCode.OUT_OF_MEMORY]


def test_less_than_one_worker_is_wrong_usage() -> None:
    def none() -> Iterator[RawDocument]:
        yield from ()

    with pytest.raises(UsageError, match="--workers 0"):
        read_documents(none(), workers=0)


@pytest.mark.parametrize("form", ["jsonl", "json", "text"])
def test_the_command_prints_the_same_with_two_workers(form: str, tmp_path: Path) -> None:
    broken = tmp_path / "broken.html"
    broken.write_bytes(b"\x00\x01\x02")
    run = CliRunner().invoke
    alone = run(main, ["read", REPORTS, str(broken), "--format", form])
    together = run(main, ["read", REPORTS, str(broken), "--format", form, "--workers", "2"])
    assert alone.exit_code == together.exit_code == 1
    assert alone.output == together.output


def test_comparing_with_two_workers_prints_the_same() -> None:
    run = CliRunner().invoke
    alone = run(main, ["compare", REPORTS, "--format", "json"])
    together = run(main, ["compare", REPORTS, "--format", "json", "--workers", "2"])
    assert alone.exit_code == together.exit_code == 0
    assert alone.output == together.output


def test_adding_with_two_workers_keeps_the_same_reports(tmp_path: Path) -> None:
    from musnad.store import open_store

    names = [report.id for raw in demo() for report in read_reports(raw)]
    kept = []
    for workers in ("1", "2"):
        place = str(tmp_path / f"{workers}.sqlite")
        done = CliRunner().invoke(main, ["add", REPORTS, "--store", place, "--workers", workers])
        assert done.exit_code == 0, done.output
        with open_store(place) as store:
            kept.append([render_jsonl(report) for report in store.reports(names)])
    assert kept[0] == kept[1]
    assert len(kept[0]) == len(names)
