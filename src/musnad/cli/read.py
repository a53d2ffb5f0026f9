"""`musnad read`: documents in, reports out."""

from typing import Annotated

import typer

from musnad.cli.output import Color, command_errors, open_output, refuse_to_overwrite
from musnad.cli.reports import (
    AllowPrivateOption,
    FailureCount,
    MaxBytesOption,
    QualityOption,
    ReportFormat,
    WorkersOption,
    checked_date,
    collect_garbage_later,
    print_lines,
    print_reports,
)
from musnad.model import Quality

_SOME_FAILED = 1


def read(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="Files, folders, web archives, addresses on the web, or - for standard input.",
            show_default=False,
        ),
    ],
    form: Annotated[ReportFormat, typer.Option("--format", help="How to print the reports.")] = ReportFormat.TEXT,
    output: Annotated[
        str | None, typer.Option(metavar="FILE", help="Write here rather than to standard output.")
    ] = None,
    plain: Annotated[
        bool,
        typer.Option("--plain", help="The files are clean article text: headline line, then paragraphs."),
    ] = False,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="The publication date, such as 2024-03-01.")
    ] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="The address of the page.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="The outlet that published it.")] = None,
    max_bytes: MaxBytesOption = 20_000_000,
    allow_private: AllowPrivateOption = False,
    quality: QualityOption = Quality.DEFAULT,
    workers: WorkersOption = 1,
    color: Annotated[Color, typer.Option(help="Print text in colour.")] = Color.AUTO,
    show_dropped: Annotated[
        bool, typer.Option("--show-dropped", help="Print the dropped boilerplate in full.")
    ] = False,
) -> None:
    """Print the claims of each report and the chains of sources they rest on.

    Exit status: 0 all read, 1 some documents could not be read, 2 wrong usage.
    """
    with command_errors():
        # Imported here: the readers load lexicons, which `musnad --help` has no use for.
        from musnad import export
        from musnad.engine import read_documents, render_documents
        from musnad.intake import load_documents
        from musnad.model import Stated

        refuse_to_overwrite(output, paths)
        stated = Stated(url=url, published=checked_date(published), outlet=outlet)
        loaded = load_documents(paths, plain=plain, stated=stated, max_bytes=max_bytes, allow_private=allow_private)
        documents = loaded if workers > 1 else collect_garbage_later(loaded)
        failures = FailureCount()
        with open_output(output) as stream:
            if form is ReportFormat.JSONL:
                lines = render_documents(documents, export.render_jsonl, workers=workers, quality=quality)
                print_lines(failures.watch_rendered(lines), stream)
            else:
                reports = failures.watch_read(read_documents(documents, workers=workers, quality=quality))
                print_reports(reports, form, stream, color=color, show_dropped=show_dropped)
    if failures.failed:
        raise typer.Exit(_SOME_FAILED)
