"""`musnad compare`: many documents in, what they have in common out."""

import itertools
from enum import StrEnum
from typing import Annotated

import typer

from musnad.cli.output import Color, command_errors, open_console, open_output, refuse_to_overwrite
from musnad.cli.reports import MaxBytesOption

_SOME_FAILED = 1


class DossierFormat(StrEnum):
    """The formats in which a dossier is printed."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


def compare(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="Files, folders, - for standard input, places that `musnad convert` wrote to.",
            show_default=False,
        ),
    ],
    form: Annotated[DossierFormat, typer.Option("--format", help="How to print the dossier.")] = DossierFormat.TEXT,
    output: Annotated[
        str | None, typer.Option(metavar="FILE", help="Write here rather than to standard output.")
    ] = None,
    max_bytes: MaxBytesOption = 20_000_000,
    workers: Annotated[
        int,
        typer.Option("--workers", metavar="N", min=1, help="Read and compare in N processes; the output is the same."),
    ] = 1,
    ray: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Compare by N tasks of a Ray cluster; local starts one here."),
    ] = None,
    color: Annotated[Color, typer.Option(help="Print text in colour.")] = Color.AUTO,
) -> None:
    """Compare reports: which carry one text, name one thing, tell one happening, say or deny one thing.

    Exit status: 0 all read, 1 some documents could not be read, 2 wrong usage.
    """
    with command_errors():
        # Imported here: the readers load lexicons, which `musnad --help` has no use for.
        from musnad.cli.reports import FailureCount
        from musnad.comparing import compare_reports
        from musnad.engine import open_spread, read_documents
        from musnad.engine.archives import converted_reports, is_converted
        from musnad.intake import load_documents

        refuse_to_overwrite(output, paths)
        failures = FailureCount()
        converted = [path for path in paths if is_converted(path)]
        documents = load_documents([path for path in paths if path not in converted], max_bytes=max_bytes)
        kept = (report for path in converted for report in converted_reports(path))
        read = failures.watch_read(read_documents(documents, workers=workers))
        with open_spread(workers, ray=ray) as spread:
            dossier = compare_reports(itertools.chain(failures.watch(kept), read), spread=spread)
        with open_output(output) as stream:
            if form is DossierFormat.JSON:
                from musnad.export import render_dossier

                stream.write(render_dossier(dossier))
            elif form is DossierFormat.HTML:
                from musnad.export import render_dossier_page

                stream.write(render_dossier_page(dossier))
            else:
                from musnad.cli.dossier import print_dossier

                print_dossier(open_console(stream, color), dossier)
    if failures.failed:
        raise typer.Exit(_SOME_FAILED)
