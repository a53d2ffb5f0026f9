"""Write docs/reference.md from the code: commands and options, routes, problem codes, exports, settings."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import typer

from musnad.access import Service
from musnad.api import create_api
from musnad.cli import main
from musnad.export.formats import FORMATS
from musnad.export.tables import TABLES
from musnad.model import ProblemCode
from musnad.store import open_store

TARGET = Path(__file__).resolve().parent.parent / "docs" / "reference.md"
SOURCE = TARGET.parent.parent / "src" / "musnad"


def reference() -> str:
    """Return the page."""
    return "\n".join(
        (
            "# Reference",
            "",
            "Written from the code by `python tools/write_reference.py`; a test fails where it is out of date.",
            "",
            *_commands(),
            *_routes(),
            *_exports(),
            *_problems(),
            *_settings(),
        )
    )


def _commands() -> Iterator[str]:
    yield from ("## Commands", "")
    program = typer.main.get_command(main)
    commands = getattr(program, "commands")  # noqa: B009 (typer types it as a Command)
    for name, command in sorted(commands.items()):
        told = (command.help or "").split("\n\n")[0].replace("\n", " ").strip()
        yield from (f"### musnad {name}", "", told, "")
        options = [parameter for parameter in command.params if parameter.name != "help"]
        if options:
            yield from ("| option or argument | |", "|---|---|")
            for parameter in options:
                spelling = (
                    ", ".join(parameter.opts)
                    if parameter.param_type_name == "option"
                    else (parameter.metavar or parameter.name)
                )
                yield f"| `{_cell(spelling)}` | {_cell(getattr(parameter, 'help', '') or '')} |"
            yield ""


def _routes() -> Iterator[str]:
    yield from (
        "## Routes of the API",
        "",
        "Under `/api/v1`; the description in OpenAPI is at `/api/v1/openapi.json`.",
        "",
    )
    yield from ("| method and path | |", "|---|---|")
    with open_store(":memory:") as store:
        described = create_api(Service(store)).openapi()
    for path, methods in sorted(described["paths"].items()):
        for method, told in sorted(methods.items()):
            summary = (told.get("description") or told.get("summary") or "").split("\n\n")[0].replace("\n", " ")
            yield f"| `{method.upper()} {path}` | {_cell(summary)} |"
    yield ""


def _exports() -> Iterator[str]:
    yield from ("## Exports", "", "| format | file | media type | |", "|---|---|---|---|")
    for name, form in FORMATS.items():
        yield f"| `{name}` | `{form.suffix}` | `{form.media_type}` | {_cell(form.about)} |"
    yield from ("", "### Tables", "", "| table | columns |", "|---|---|")
    for name, table in TABLES.items():
        yield f"| `{name}` | {', '.join(f'`{column}`' for column in table.columns)} |"
    yield ""


def _problems() -> Iterator[str]:
    yield from ("## Problem codes", "")
    yield from (f"- [`{code}`](problems.md#{code})" for code in sorted(ProblemCode))
    yield ""


def _settings() -> Iterator[str]:
    yield from ("## Settings from the environment", "")
    yield from ("Each may stand in a file instead, which the name with `_FILE` names.", "")
    names = set()
    for path in SOURCE.rglob("*.py"):
        names |= set(re.findall(r'"(MUSNAD_[A-Z_]+)"', path.read_text(encoding="utf-8")))
    yield from (f"- `{name}`" for name in sorted(names))
    yield ""


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("\n", " ")


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(TARGET.read_text(encoding="utf-8") != reference())
    TARGET.write_text(reference(), encoding="utf-8")
