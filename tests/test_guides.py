"""The guides show what the program does: every command of the tutorial runs and prints the lines that are shown."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from musnad.cli import main
from store_reports import demo_folder

DOCS = Path(__file__).resolve().parent.parent / "docs"
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
ISOLATES = re.compile("[\u2066-\u2069]")
LINK = re.compile(r"\]\(([^)#:]+\.md)[^)]*\)")


def plain(text: str) -> str:
    """Return the words of a text, one blank between them, without isolates and breaks."""
    return " ".join(ISOLATES.sub("", text).split())


def test_every_command_of_the_tutorial_prints_what_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = (DOCS / "tutorial.md").read_text(encoding="utf-8")
    blocks = CONSOLE.findall(page)
    assert len(blocks) > 5
    printed: dict[str, str] = {}
    for block in blocks:
        for step in block.split("$ musnad ")[1:]:
            command, *shown = step.splitlines()
            asked = [word.replace("DEMO", str(demo_folder())) for word in _words(command)]
            # The same question is asked once; only what is added twice says something else the second time.
            if command not in printed or asked[0] == "add":
                result = CliRunner(env={"COLUMNS": "100"}).invoke(main, asked)
                assert result.exit_code == 0, f"{command}: {result.output}"
                printed[command] = plain(result.stdout + result.stderr)
            for line in shown:
                assert plain(line) in printed[command], f"{command} does not print: {line}"


def _words(command: str) -> list[str]:
    return [bare or quoted for quoted, bare in re.findall(r"'([^']*)'|(\S+)", command)]


def test_every_page_is_reached_from_the_first() -> None:
    seen, waiting = set(), [DOCS / "index.md"]
    while waiting:
        page = waiting.pop()
        if page in seen or not page.exists():
            continue
        seen.add(page)
        waiting += [(page.parent / target).resolve() for target in LINK.findall(page.read_text(encoding="utf-8"))]
    assert not {page.name for page in DOCS.glob("*.md")} - {page.name for page in seen}


def test_the_arabic_page_leads_to_the_english_one_and_back() -> None:
    arabic = (DOCS / "index.ar.md").read_text(encoding="utf-8")
    english = (DOCS / "index.md").read_text(encoding="utf-8")
    assert "(index.md)" in arabic
    assert "(index.ar.md)" in english
    assert arabic.count('<div dir="rtl" lang="ar">') == arabic.count("</div>")
