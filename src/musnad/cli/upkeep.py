"""`musnad check`, `backup`, `restore` and `forget`: what a store needs to stay sound and small."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from musnad.cli.opened import StoreOption, open_given
from musnad.cli.output import command_errors
from musnad.errors import UsageError
from musnad.export.display import counted

_FAULTS_FOUND = 1
_SOME_UNKNOWN = 1


def check(store: StoreOption = None) -> None:
    """Look whether the store is sound: every hash right, every span in range, every row with its parents.

    Exit status: 0 sound, 1 faults were found, 2 wrong usage.
    """
    with command_errors():
        found = 0
        with open_given(store, must_exist=True) as opened:
            for fault in opened.check():
                found += 1
                typer.echo(f"{fault.where}: {fault.what}", err=True)
            count = opened.count()
            outcome = counted(found, "fault") if found else "sound"
            typer.echo(f"{opened.place}: {counted(count, 'report')}, {outcome}")
    if found:
        raise typer.Exit(_FAULTS_FOUND)


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to make.", show_default=False)],
    store: StoreOption = None,
) -> None:
    """Copy the store to a file, consistent also while others write; the copy of a server is an SQLite file too."""
    with command_errors(), open_given(store, must_exist=True) as opened:
        opened.back_up(file)
        typer.echo(f"{file}: {file.stat().st_size:,} bytes")


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup.", show_default=False)],
    store: StoreOption = None,
) -> None:
    """Fill a new store, of either kind, from a backup."""
    with command_errors(), open_given(store) as opened:
        opened.restore(file)
        typer.echo(f"{opened.place}: {counted(opened.count(), 'report')}")


def forget(
    reports: Annotated[
        list[str] | None, typer.Argument(metavar="REPORT...", help="Ids of reports.", show_default=False)
    ] = None,
    before: Annotated[
        str | None, typer.Option(metavar="DATE", help="All reports published before this day, such as 2020-01-01.")
    ] = None,
    store: StoreOption = None,
) -> None:
    """Delete reports with their documents and all that derives from them."""
    with command_errors():
        if bool(reports) == bool(before):
            raise UsageError("name the ids of the reports to delete, or a day with --before, and not both")
        if before is not None and not _is_day(before):
            raise UsageError(f"--before {before}: cannot be read as a day; write it as 2020-01-01")
        with open_given(store, must_exist=True) as opened:
            unknown = [name for name in dict.fromkeys(reports or ()) if opened.report(name) is None]
            gone = opened.delete_older_than(before) if before else opened.delete(reports or ())
            typer.echo(f"{opened.place}: {gone:,} deleted, {counted(opened.count(), 'report')} left")
    for name in unknown:
        typer.echo(f"musnad: {name}: no report in the store has this id; `musnad search` shows them", err=True)
    if unknown:
        raise typer.Exit(_SOME_UNKNOWN)


def _is_day(written: str) -> bool:
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False
