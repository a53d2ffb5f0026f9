"""The commands: formats, files, exit status, and what they say when something is wrong."""

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from musnad import __version__
from musnad.cli import main

TEXT = "افتتاح جسر الوادي\nقال المهندس نادر الصافي إن الجسر الجديد سيفتح أمام السيارات مطلع الشهر المقبل.\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def _run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin)


def test_help_lists_the_commands() -> None:
    result = _run("--help")
    assert result.exit_code == 0
    assert all(name in result.stdout for name in ("read", "evaluate", "demo"))


def test_version_is_printed() -> None:
    assert _run("--version").stdout == f"musnad {__version__}\n"


def test_help_imports_nothing_that_is_slow() -> None:
    heavy = "{'rich', 'jinja2', 'selectolax', 'musnad.languages', 'musnad.reading'}"
    code = f"import sys, musnad.cli; print({heavy} & set(sys.modules))"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed == "set()\n"


def test_plain_text_is_read_unchanged_and_stated_facts_reach_the_report(page: Path) -> None:
    stated = ("--published", "2024-03-01", "--url", "https://example.org/a", "--outlet", "الفنار")
    result = _run("read", str(page), "--plain", "--format", "jsonl", *stated)
    assert result.exit_code == 0
    article = json.loads(result.stdout)["article"]
    assert article["text"] == TEXT
    assert (article["published"], article["url"], article["outlet"]) == (
        "2024-03-01",
        "https://example.org/a",
        "الفنار",
    )


def test_standard_input_is_read_at_a_dash() -> None:
    result = _run("read", "-", "--plain", "--format", "json", stdin=TEXT.encode())
    assert json.loads(result.stdout)[0]["article"]["text"] == TEXT


def test_text_is_the_format_where_none_is_named(page: Path) -> None:
    assert "افتتاح جسر الوادي" in _run("read", str(page)).stdout


def test_a_document_that_cannot_be_read_is_named_and_the_others_are_printed(page: Path, tmp_path: Path) -> None:
    missing = tmp_path / "missing.html"
    result = _run("read", str(missing), str(page), "--format", "jsonl")
    assert result.exit_code == 1
    assert result.stderr.count(str(missing)) == 1
    assert "check the spelling" in result.stderr
    assert [bool(json.loads(line)["article"]) for line in result.stdout.splitlines()] == [False, True]


@pytest.mark.parametrize(
    "arguments",
    [(), ("--format", "xml"), ("--published", "someday"), ("--max-bytes", "0"), ("--output", ".")],
)
def test_wrong_usage_ends_with_status_two(page: Path, arguments: tuple[str, ...]) -> None:
    paths = (str(page),) if arguments else ()
    result = _run("read", *paths, *arguments)
    assert result.exit_code == 2
    assert result.stderr


def test_output_is_never_written_over_a_document(page: Path) -> None:
    result = _run("read", str(page), "--output", str(page))
    assert result.exit_code == 2
    assert page.read_text(encoding="utf-8") == TEXT


def test_the_page_is_written_to_the_output_file(page: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.html"
    assert _run("read", str(page), "--format", "html", "--output", str(output)).exit_code == 0
    assert output.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_the_demo_shows_an_overview_and_then_every_report(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("musnad.demo.demo_paths", lambda: [page, page], raising=False)
    result = _run("demo", "--format", "text")
    assert result.exit_code == 0
    assert "headline" in result.stdout.splitlines()[0]
    assert result.stdout.count("افتتاح جسر الوادي") == 4


def test_evaluation_prints_figures_and_shows_errors_apart(tmp_path: Path) -> None:
    said = {"source": [8, 11], "resolved": None, "kind": "org", "cue": None}
    chain = [{**said, "negated": False, "stance": "asserts", "relation": "says"}]
    missed = {"content": [[0, 7]], "mode": "indirect", "hedge": "none", "author": "neutral", "chain": chain}
    gold = {"id": "G1", "outlet": None, "published": None, "text": TEXT, "attributions": [missed]}
    (tmp_path / "g1.json").write_text(json.dumps(gold), encoding="utf-8")
    result = _run("evaluate", str(tmp_path), "--format", "json", "--errors", "9")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["gold"] == 1
    assert "missed G1: org[" in result.stderr
    assert _run("evaluate", str(tmp_path / "nowhere")).exit_code == 2


def test_evaluation_of_pairs_prints_lines_by_half_and_shows_wrong_pairs_of_the_read_half(tmp_path: Path) -> None:
    rows = [
        ("p01", "base", "-", "قتل سبعة صيادين في غرق الزورق الأزرق"),
        ("p01", "conflict", "number", "قتل أربعة صيادين في غرق الزورق الأزرق"),
        ("p01", "conflict", "place", "افتتحت البلدية مكتبة"),
        ("p02", "base", "-", "وافق المجلس على الخطة"),
        ("p02", "conflict", "polarity", "رفض المجلس الخطة"),
        ("p02", "equal", "-", "غرقت سفينة"),
    ]
    (tmp_path / "pairs_1.tsv").write_text("\n".join(map("\t".join, rows)), encoding="utf-8")
    result = _run("evaluate", str(tmp_path), "--errors", "9")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["read", "unread", "all"]
    assert "precision 1.0   recall 0.5" in lines[0]
    assert "p01: conflict place; found unrelated -" in result.stderr
    assert "p02" not in result.stderr


def test_figures_by_name_are_printed_as_lines_not_as_dictionaries(tmp_path: Path) -> None:
    gold: dict[str, object] = {"id": "G1", "outlet": None, "published": None, "text": TEXT, "attributions": []}
    (tmp_path / "g1.json").write_text(json.dumps(gold), encoding="utf-8")
    printed = _run("evaluate", str(tmp_path)).stdout
    assert "{" not in printed
    assert re.search(r"^match +p ", printed, re.MULTILINE)


def test_jsonl_prints_each_report_as_soon_as_it_is_read(page: Path) -> None:
    command = [sys.executable, "-m", "musnad", "read", str(page), "-", "--format", "jsonl"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as reading:
        assert reading.stdin is not None
        assert reading.stdout is not None
        # Standard input is still open, so the second report cannot have been read yet.
        assert json.loads(reading.stdout.readline())["raw"]["path"] == str(page)
        reading.stdin.write(TEXT.encode())
        reading.stdin.close()
        assert json.loads(reading.stdout.readline())["raw"]["path"] == "-"
    assert reading.returncode == 0


def test_a_closed_pipe_ends_in_silence(page: Path) -> None:
    command = [sys.executable, "-m", "musnad", "read", *[str(page)] * 50, "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as reading:
        assert reading.stdout is not None
        assert reading.stderr is not None
        reading.stdout.readline()
        reading.stdout.close()
        assert reading.stderr.read() == b""


def test_arabic_is_printed_whatever_the_locale(page: Path) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "musnad", "read", str(page)]
    printed = subprocess.run(command, capture_output=True, check=True, env=environment).stdout
    assert "جسر الوادي" in printed.decode()


def test_help_answers_quickly() -> None:
    started = time.process_time(), os.times().children_user
    subprocess.run([sys.executable, "-m", "musnad", "--help"], capture_output=True, check=True)
    assert os.times().children_user - started[1] < 1.0  # seconds of CPU; 0.1 measured, room for a slow machine
