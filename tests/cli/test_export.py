"""`musnad export` writes stores and documents in the formats of other programs."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from musnad.cli import main
from musnad.export.formats import FORMATS
from store_reports import demo_folder

DOCS = Path(__file__).resolve().parents[2] / "docs" / "exports.md"


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["export", *arguments])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    place = str(tmp_path_factory.mktemp("store") / "reports.sqlite")
    assert CliRunner().invoke(main, ["add", str(demo_folder()), "--store", place]).exit_code == 0
    return place


def test_the_formats_are_named_and_explained() -> None:
    _, shown, _ = run("--list")
    page = DOCS.read_text(encoding="utf-8")
    assert [line.split()[0] for line in shown.splitlines()] == list(FORMATS)
    assert not [name for name in FORMATS if f"`{name}`" not in page]


def test_documents_are_exported_without_a_store() -> None:
    status, shown, _ = run(str(demo_folder()), "--as", "schema-org")
    assert status == 0
    assert json.loads(shown)["@graph"]


def test_a_query_says_which_reports(store: str) -> None:
    status, shown, _ = run("--store", store, "--as", "csv", "--query", "الصومعة")
    outlets = {row["outlet"] for row in csv.DictReader(io.StringIO(shown))}
    assert status == 0
    assert outlets
    assert "صدى المرسى" not in outlets


def test_a_store_gives_what_was_compared_in_it(store: str) -> None:
    _, shown, _ = run("--store", store, "--as", "csv", "--table", "propositions")
    rows = list(csv.DictReader(io.StringIO(shown)))
    assert any(row["contradicted"] == "True" for row in rows)
    assert any("circular" in row["flags"] for row in rows)


def test_no_more_reports_than_asked_for(store: str) -> None:
    _, shown, _ = run("--store", store, "--as", "jsonl", "--most", "3")
    assert len(shown.splitlines()) == 3


def test_a_file_is_written(store: str, tmp_path: Path) -> None:
    target = tmp_path / "claims.csv"
    assert run("--store", store, "--as", "csv", "--bom", "--output", str(target))[0] == 0
    assert target.read_bytes().startswith(b"\xef\xbb\xbfreport,")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--as", "word"], "no format word; choose one of json,"),
        (["--as", "csv", "--table", "people"], "no table people"),
        (["--as", "json", "--query", '"open'], "musnad: "),
        (["--as", "json", "--output", "/nowhere/at/all"], "cannot be written"),
    ],
)
def test_what_cannot_be_done_says_so(store: str, arguments: list[str], said: str) -> None:
    status, _, told = run("--store", store, *arguments)
    assert status == 2
    assert said in told
