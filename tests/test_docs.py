"""The documents tell of everything a user meets, and name nothing that is not there."""

import importlib.util
import re
from dataclasses import fields
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from musnad.access import Service
from musnad.api import create_api
from musnad.cli import main
from musnad.languages.grammar import Frame
from musnad.model import Claim, Link, ProblemCode

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted(path for folder in (ROOT, ROOT / "docs", ROOT / "benchmarks") for path in folder.glob("*.md"))
LINK = re.compile(r"\[[^\]]*\]\((?!https?://|#)([^)#]+)[^)]*\)")
SHELL_LINE = re.compile(r"^musnad .*$", re.MULTILINE)
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")


def options_by_command() -> dict[str, set[str]]:
    """Return the long options of each command, and of the program itself under its own name."""
    program = typer.main.get_command(main)
    commands = {"musnad": program, **getattr(program, "commands")}  # noqa: B009 (typer types it as a Command)
    return {
        name: {spelling for parameter in command.params for spelling in parameter.opts if spelling.startswith("--")}
        for name, command in commands.items()
    }


OPTIONS = options_by_command()


def make_targets() -> set[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z][a-z-]*):(?!=)", makefile, re.MULTILINE))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_block_of_code_is_closed_before_the_next_heading(page: Path) -> None:
    outside = page.read_text(encoding="utf-8").split("\n```")[1::2]
    swallowed = [line for block in outside for line in block.splitlines() if re.match(r"#{2,} ", line)]
    assert not swallowed


def test_the_run_in_the_readme_is_what_the_program_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = re.search(r"cite each other:\n\n```\n(.*?)\n```", README, re.DOTALL)
    assert shown
    monkeypatch.chdir(ROOT)
    report = "src/musnad/demo/reports/08-idhaat-alwaha.html"
    printed = CliRunner(env={"COLUMNS": "90"}).invoke(main, ["read", report]).stdout
    printed = re.sub("[\u2068\u2069]", "", printed)
    # The shares of right claims move with every rule that is measured anew.
    assert [re.sub(r", \d+%", "", line.rstrip()) for line in printed.strip().splitlines()] == [
        re.sub(r", \d+%", "", line.rstrip()) for line in shown[1].splitlines()
    ]


@pytest.mark.parametrize("command", sorted(set(OPTIONS) - {"musnad"}))
def test_every_command_has_a_heading_in_the_readme(command: str) -> None:
    assert re.search(rf"^#+ `musnad {command}\b", README, re.MULTILINE)


@pytest.mark.parametrize(
    ("command", "option"), [(command, option) for command in sorted(OPTIONS) for option in sorted(OPTIONS[command])]
)
def test_every_option_stands_under_its_command(command: str, option: str) -> None:
    text = README
    if command != "musnad":
        text = re.split(rf"^#+ `musnad {command}\b", README, flags=re.MULTILINE)[1]
        text = re.split(r"^##+ ", text, flags=re.MULTILINE)[0]
    assert re.search(rf"`{option}[ `]", text), f"README.md says nothing of {option} of `musnad {command}`"


def test_the_readme_shows_no_option_that_is_not_there() -> None:
    for line in SHELL_LINE.findall(README):
        command = line.split()[1]
        known = OPTIONS[command] if command in OPTIONS else OPTIONS["musnad"]
        assert set(OPTION.findall(line)) <= known, line


def test_every_route_of_the_api_is_told_and_no_other() -> None:
    page = (ROOT / "docs" / "serving.md").read_text(encoding="utf-8")
    described = create_api(Service(None)).openapi()["paths"]  # type: ignore[arg-type]  # only its description is read
    routes = {f"{method.upper()} {path}" for path, methods in described.items() for method in methods}
    assert set(re.findall(r"`((?:GET|POST|PUT|DELETE) /[^`]*)`", page)) == routes


@pytest.mark.parametrize("code", list(ProblemCode))
def test_every_problem_is_explained(code: ProblemCode) -> None:
    page = (ROOT / "docs" / "problems.md").read_text(encoding="utf-8")
    assert f"### `{code}`" in page


def test_no_problem_is_explained_that_cannot_be_met() -> None:
    page = (ROOT / "docs" / "problems.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^### `(\w+)`", page, re.MULTILINE)) == {str(code) for code in ProblemCode}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_make_targets_and_links_in_pages_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = set(re.findall(r"`make ([a-z-]+)`|^make ([a-z-]+)", text, re.MULTILINE))
    assert {first or second for first, second in named} <= make_targets()
    broken = [target for target in LINK.findall(text) if not (page.parent / target).exists()]
    assert not broken


def test_the_reference_is_what_the_code_says() -> None:
    spec = importlib.util.spec_from_file_location("write_reference", ROOT / "tools" / "write_reference.py")
    assert spec is not None
    assert spec.loader is not None
    written = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(written)
    page = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    assert page == written.reference(), "docs/reference.md is out of date: run python tools/write_reference.py"


def test_the_architecture_fits_its_limit_and_names_every_folder() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 150
    folders = {path.parent.name for path in (ROOT / "src" / "musnad").glob("*/__init__.py")}
    assert not {name for name in folders if f"{name}/" not in text}


@pytest.mark.parametrize("frame", list(Frame))
def test_every_frame_has_an_example_and_its_figures(frame: Frame) -> None:
    page = (ROOT / "docs" / "claims.md").read_text(encoding="utf-8")
    assert len(re.findall(rf"^\| `{frame}` \|", page, re.MULTILINE)) == 2


def test_every_field_of_a_claim_and_a_link_is_explained() -> None:
    page = (ROOT / "docs" / "claims.md").read_text(encoding="utf-8")
    for value in (Claim, Link):
        left_out = {"carriers"}  # in JSON: the first links of resolved_chain
        missing = [
            field.name for field in fields(value) if field.name not in left_out and f'"{field.name}"' not in page
        ]
        assert not missing
