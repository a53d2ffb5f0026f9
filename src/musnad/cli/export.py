"""`musnad export`: what a store holds, or what documents say, in a format of other programs."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from musnad.cli.opened import StoreOption, open_given
from musnad.cli.output import command_errors, refuse_to_overwrite
from musnad.errors import UsageError

if TYPE_CHECKING:
    from musnad.model import Dossier


def export(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH...]", help="Documents to read and compare, rather than a store."),
    ] = None,
    form: Annotated[str, typer.Option("--as", metavar="FORMAT", help="The format; --list names all.")] = "json",
    store: StoreOption = None,
    query: Annotated[
        str, typer.Option(metavar="QUERY", help="Which reports of the store, in the language of `musnad search`.")
    ] = "*",
    most: Annotated[int, typer.Option(metavar="N", min=1, help="At most so many reports, the newest first.")] = 10_000,
    table: Annotated[
        str,
        typer.Option(metavar="TABLE", help="Which table: claims, reports, events, transfers, ... (csv, tsv, parquet)."),
    ] = "claims",
    with_mark: Annotated[
        bool, typer.Option("--bom", help="Begin CSV with the mark by which Excel knows UTF-8.")
    ] = False,
    names: Annotated[bool, typer.Option("--list", help="Name the formats and stop.")] = False,
    output: Annotated[
        str | None, typer.Option(metavar="FILE", help="Write here rather than to standard output.")
    ] = None,
) -> None:
    """Write reports and what they have in common in a format of other programs.

    Every claim is checked on the way out: its words are those at its offsets. Exit status: 0 done, 2 wrong usage, a
    claim that fails the check, or a format whose library is not installed.
    """
    with command_errors():
        # Imported here: the formats load what `musnad --help` has no use for.
        from musnad.export.formats import FORMATS, ExportSettings, format_named
        from musnad.export.formats import export as write

        if names:
            for name, each in FORMATS.items():
                typer.echo(f"{name:<16}{each.suffix:<12}{each.about}")
            return
        format_named(form)
        refuse_to_overwrite(output, paths or [])
        dossier = _of_documents(paths) if paths else _of_store(store, query, most)
        content = write(dossier, form, ExportSettings(table, with_mark))
        _put(content, output)


def _of_documents(paths: list[str]) -> "Dossier":
    from musnad.cli.reports import FailureCount
    from musnad.comparing import compare_reports
    from musnad.intake import load_documents
    from musnad.reading import read_reports

    reports = (report for document in load_documents(paths) for report in read_reports(document))
    return compare_reports(FailureCount().watch(reports))


def _of_store(place: str | None, query: str, most: int) -> "Dossier":
    from musnad.search import gather_dossier

    with open_given(place, must_exist=True) as opened:
        return gather_dossier(opened, query, most=most)


def _put(content: bytes, output: str | None) -> None:
    if output is None or output == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        Path(output).write_bytes(content)
    except OSError as error:
        raise UsageError(f"--output {output}: cannot be written ({error.strerror}); name another file.") from None
