"""`musnad demo`: reads the bundled demonstration reports, with an overview before them."""

from typing import Annotated

import typer

from musnad.cli.output import Color, command_errors, open_console, open_output
from musnad.cli.reports import FailureCount, ReportFormat, print_reports

_SOME_FAILED = 1


def demo(
    form: Annotated[ReportFormat, typer.Option("--format", help="How to print the reports.")] = ReportFormat.TEXT,
    output: Annotated[
        str | None, typer.Option(metavar="FILE", help="Write here rather than to standard output.")
    ] = None,
    color: Annotated[Color, typer.Option(help="Print text in colour.")] = Color.AUTO,
) -> None:
    """Read the bundled reports on two invented happenings and print what they say."""
    with command_errors():
        from musnad.demo import demo_paths
        from musnad.intake import load_documents
        from musnad.reading import read_document

        failures = FailureCount()
        documents = load_documents([str(path) for path in demo_paths()])
        reports = list(failures.watch(read_document(document) for document in documents))
        with open_output(output) as stream:
            if form is ReportFormat.TEXT:
                from musnad.cli.terminal import print_overview

                print_overview(open_console(stream, color), reports)
            print_reports(reports, form, stream, color=color, show_dropped=False)
    if failures.failed:
        raise typer.Exit(_SOME_FAILED)
