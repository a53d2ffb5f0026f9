"""`musnad search` prints what a store holds of a query, as text, JSON and CSV, and says what is wrong with a query."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from musnad.cli import main

REPORTS = {
    "ships": "وصول سفن إلى الميناء\nرست السفن صباحا. وقال الربان عمر الفيصل إن السفينة الأولى سليمة.",
    "storm": "عاصفة تغلق الطريق\nأغلقت العاصفة طريق الجبل. ونفى المحافظ بكر الدالي وقوع إصابات.",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the place of a store with the reports."""
    folder = tmp_path_factory.mktemp("searched")
    for name, text in REPORTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    place = str(folder / "store.sqlite")
    sources = [str(folder / f"{name}.txt") for name in REPORTS]
    assert CliRunner().invoke(main, ["add", *sources, "--plain", "--store", place]).exit_code == 0
    return place


def run(store: str, *given: str) -> Result:
    return CliRunner(env={"COLUMNS": "100"}).invoke(main, ["search", *given, "--store", store])


def test_a_word_finds_its_forms_and_the_passage_is_shown(store: str) -> None:
    printed = run(store, "سفينة", "--facets").stdout
    assert "1 report" in printed
    assert "وصول سفن إلى الميناء" in printed
    assert "السفينة الأولى" in printed
    assert "languages" in printed


def test_what_was_found_is_in_colour_where_asked(store: str) -> None:
    printed = run(store, "سفينة", "--color", "always").stdout
    assert "\x1b[1;33mالسفن\x1b[0m" in printed


def test_every_isolate_is_closed_on_its_line(store: str) -> None:
    for line in run(store, "*").stdout.splitlines():
        assert line.count("\u2068") == line.count("\u2069")


def test_json_has_spans_of_the_text(store: str) -> None:
    record = json.loads(run(store, "stance:denies", "--format", "json").stdout)
    (hit,) = record["hits"]
    assert record["total"] == 1
    assert [claim["text"] for claim in hit["claims"]] == ["وقوع إصابات"]
    text = REPORTS["storm"]
    assert [text[start:end] for start, end in (claim["span"] for claim in hit["claims"])] == ["وقوع إصابات"]


def test_csv_has_a_line_a_report_and_no_formula(store: str, tmp_path: Path) -> None:
    lines = list(csv.DictReader(io.StringIO(run(store, "*", "--format", "csv", "--sort", "newest").stdout)))
    assert {line["title"] for line in lines} == {text.split("\n")[0] for text in REPORTS.values()}
    assert not any(cell.startswith(("=", "+", "-", "@")) for line in lines for cell in line.values())


def test_the_next_page_is_named(store: str) -> None:
    record = json.loads(run(store, "*", "--limit", "1", "--format", "json").stdout)
    second = json.loads(run(store, "*", "--limit", "1", "--after", record["next"], "--format", "json").stdout)
    assert record["hits"][0]["id"] != second["hits"][0]["id"]
    assert second["next"] is None
    assert f"--after {record['next']}" in run(store, "*", "--limit", "1").stdout


def test_a_query_that_cannot_be_read_is_wrong_usage(store: str) -> None:
    done = run(store, "(سفينة")
    assert done.exit_code == 2
    assert "bracket ( at character 1 is not closed" in done.stderr


def test_a_store_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    done = run(str(tmp_path / "none.sqlite"), "سفينة")
    assert done.exit_code == 2
    assert "there is no store" in done.stderr
