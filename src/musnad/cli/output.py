"""Writes what a command prints: to a file or standard output, as UTF-8, quietly when the reader has gone."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import typer

from musnad.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

_WRONG_USAGE = 2
_PIPE_CLOSED = 141  # what a shell reports of a program that SIGPIPE ended
_WIDTH_LIMIT = 110  # columns: longer lines of Arabic are hard to follow


class Color(StrEnum):
    """When to print in colour; `auto` is where a terminal shows it."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


@contextmanager
def command_errors() -> Iterator[None]:
    """Turn the user's faults into a message and status 2, and a closed pipe into a silent end."""
    try:
        yield
        sys.stdout.flush()
    except UsageError as error:
        typer.echo(f"musnad: {error}", err=True)
        raise typer.Exit(_WRONG_USAGE) from None
    except BrokenPipeError:
        # Python flushes standard output once more at the end; what is left must go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(_PIPE_CLOSED) from None


@contextmanager
def open_output(path: str | None, option: str = "--output") -> Iterator[TextIO]:
    """Yield the stream to print to, in UTF-8 whatever the locale; UsageError where the option's file cannot be."""
    if path is None or path == "-":
        reconfigure = getattr(sys.stdout, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
        yield sys.stdout
        return
    try:
        stream = Path(path).open("w", encoding="utf-8", errors="replace", newline="\n")  # noqa: SIM115
    except OSError as error:
        message = f"{option} {path}: cannot be written ({error.strerror}); name another file."
        raise UsageError(message) from None
    with stream:
        yield stream


def refuse_to_overwrite(output: str | None, paths: list[str]) -> None:
    """Raise UsageError where the output is one of the documents to read."""
    if output is None or not Path(output).exists():
        return
    for path in paths:
        if path != "-" and Path(path).exists() and Path(path).samefile(output):
            raise UsageError(f"--output {output}: is one of the documents to read; name another file.")


def open_console(stream: TextIO, color: Color) -> "Console":
    """Return a console that prints on the stream, in colour as asked; NO_COLOR and COLUMNS are honoured."""
    # Imported here, as everything that only one format needs: `musnad --help` should not wait for it.
    from rich.console import Console

    console = Console(
        file=stream,
        force_terminal={Color.AUTO: None, Color.ALWAYS: True, Color.NEVER: False}[color],
        no_color=True if color is Color.NEVER else None,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )
    console.width = min(console.width, _WIDTH_LIMIT)
    return console
