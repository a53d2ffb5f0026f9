"""Prints reports in the format asked for, and names on standard error those that could not be read."""

import gc
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from musnad.cli.output import Color, open_console
from musnad.errors import UsageError
from musnad.export.display import display_line
from musnad.model import Quality, RawDocument, Report

if TYPE_CHECKING:
    from musnad.engine import Rendered

MaxBytesOption = Annotated[
    int, typer.Option("--max-bytes", metavar="N", min=1, help="Leave documents with more bytes unread.")
]
AllowPrivateOption = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from private networks too, such as an intranet of your own.")
]
QualityOption = Annotated[
    Quality, typer.Option(help="How to choose the text of a page; best asks other extractors too (musnad[best]).")
]
WorkersOption = Annotated[
    int, typer.Option("--workers", metavar="N", min=1, help="Read in N processes; the output is the same.")
]


class ReportFormat(StrEnum):
    """The formats in which reports are printed."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    HTML = "html"


def print_reports(
    reports: Iterable[Report], form: ReportFormat, stream: TextIO, *, color: Color, show_dropped: bool
) -> None:
    """Print the reports; as text and jsonl each is printed as soon as it is read."""
    from musnad.export import render_json, render_jsonl, render_page

    match form:
        case ReportFormat.JSONL:
            for report in reports:
                stream.write(render_jsonl(report) + "\n")
                stream.flush()
        case ReportFormat.JSON:
            stream.write(render_json(reports))
        case ReportFormat.HTML:
            stream.write(render_page(reports))
        case ReportFormat.TEXT:
            from musnad.cli.terminal import print_report

            console = open_console(stream, color)
            for report in reports:
                print_report(console, report, show_dropped=show_dropped)
                stream.flush()


def print_lines(lines: Iterable[str], stream: TextIO) -> None:
    """Print the lines, each as soon as it is there."""
    for line in lines:
        stream.write(line + "\n")
        stream.flush()


def collect_garbage_later(documents: Iterable[RawDocument]) -> Iterator[RawDocument]:
    """Yield the documents; the collector rests until the first is read, and then passes over what stays.

    The lexicons are most of what is made for the first, and none of it is garbage.
    """
    gc.disable()
    try:
        for number, document in enumerate(documents):
            if number == 1:
                gc.freeze()
                gc.enable()
            yield document
    finally:
        gc.freeze()
        gc.enable()


class FailureCount:
    """Counts the reports that pass and fail, and names each failed one on standard error."""

    def __init__(self) -> None:
        self.failed = 0

    def watch(self, reports: Iterable[Report]) -> Iterator[Report]:
        """Yield the reports unchanged."""
        for report in reports:
            if report.failed:
                self.failed += 1
                name_failure(report)
            yield report

    def watch_read(self, found: Iterable[tuple[RawDocument, tuple[Report, ...]]]) -> Iterator[Report]:
        """Yield the reports of the documents."""
        return self.watch(report for _, reports in found for report in reports)

    def watch_rendered(self, found: Iterable["Rendered"]) -> Iterator[str]:
        """Yield the lines of what was rendered."""
        for rendered in found:
            for report in rendered.failed:
                self.failed += 1
                name_failure(report)
            yield from rendered.lines


def name_failure(report: Report) -> None:
    """Name a report that could not be read on standard error, and why."""
    name = display_line(report.raw.path or report.raw.url or report.id)
    for problem in report.problems:
        if problem.fatal:
            message = display_line(problem.message)
            place = "" if message.startswith(name) else f"{name}: "
            typer.echo(f"musnad: {place}{message}", err=True)


def checked_date(written: str | None) -> str | None:
    """Return what --published was given; raise UsageError where it cannot be read as a date."""
    if written is None:
        return None
    from musnad.article.dates import READ_FORMS, read_date

    if read_date(written) is None:
        raise UsageError(f"--published {written}: cannot be read as a date; forms that can: {READ_FORMS}.")
    return written
