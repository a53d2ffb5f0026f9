"""`musnad demo`: opens the desk on the bundled demonstration reports, or prints them."""

import tempfile
from pathlib import Path
from typing import Annotated

import typer

from musnad.cli.output import Color, command_errors, open_console, open_output
from musnad.cli.reports import FailureCount, ReportFormat, print_reports
from musnad.cli.serve import HostOption, PortOption, listening_for, serve_on

_SOME_FAILED = 1


def demo(
    form: Annotated[
        ReportFormat | None, typer.Option("--format", help="Print the reports so, rather than open the desk.")
    ] = None,
    output: Annotated[
        str | None, typer.Option(metavar="FILE", help="Write the reports here, as text if no format is named.")
    ] = None,
    color: Annotated[Color, typer.Option(help="Print text in colour.")] = Color.AUTO,
    host: HostOption = "127.0.0.1",
    port: PortOption = 8000,
) -> None:
    """Open the desk on the bundled reports on two invented happenings; with --format or --output, print them."""
    with command_errors():
        if form is None and output is None:
            _open(host, port)
            return
        failed = _print(form or ReportFormat.TEXT, output, color)
    if failed:
        raise typer.Exit(_SOME_FAILED)


def _open(host: str, port: int) -> None:
    from musnad.access import ServeSettings
    from musnad.demo import fill_demo
    from musnad.search import make_keys
    from musnad.store import open_store

    settings = ServeSettings(host=host, port=port)
    with (
        listening_for(settings) as listener,  # first: reading for a desk that cannot open would be for nothing
        tempfile.TemporaryDirectory(prefix="musnad-demo-") as folder,
        open_store(str(Path(folder) / "demo.sqlite"), search_keys=make_keys) as store,
    ):
        typer.echo("Reading the demonstration reports and comparing them ...")
        fill_demo(store)
        serve_on(listener, store, settings)


def _print(form: ReportFormat, output: str | None, color: Color) -> int:
    """Print the reports and return how many could not be read."""
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
    return failures.failed
