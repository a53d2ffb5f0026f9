"""`musnad explain`: why a claim was read as it was."""

from typing import TYPE_CHECKING, Annotated

import typer

from musnad.cli.output import Color, command_errors, open_console, open_output
from musnad.cli.reports import AllowPrivateOption, FailureCount, MaxBytesOption, QualityOption, checked_date
from musnad.errors import UsageError
from musnad.export.display import counted
from musnad.model import Quality

if TYPE_CHECKING:
    from collections.abc import Iterable

    from musnad.model import RawDocument

_SOME_FAILED = 1


def explain(
    path: Annotated[str, typer.Argument(metavar="REPORT", help="A file, or - for standard input.")],
    claim: Annotated[int, typer.Option(metavar="N", min=1, help="The claim's number as `musnad read` prints it.")],
    record: Annotated[
        int, typer.Option(metavar="N", min=1, help="Which report, where the file or folder holds several.")
    ] = 1,
    plain: Annotated[
        bool, typer.Option("--plain", help="The file is clean article text: headline line, then paragraphs.")
    ] = False,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="The publication date, such as 2024-03-01.")
    ] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="The address of the page.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="The outlet that published it.")] = None,
    max_bytes: MaxBytesOption = 20_000_000,
    allow_private: AllowPrivateOption = False,
    quality: QualityOption = Quality.DEFAULT,
    color: Annotated[Color, typer.Option(help="Print text in colour.")] = Color.AUTO,
) -> None:
    """Print the path of a claim's reading: sentence, rule, cue, where its words end and why, who speaks and why.

    Give the options that `musnad read` was given: they can change what is read.
    """
    with command_errors():
        # Imported here: the readers load lexicons, which `musnad --help` has no use for.
        from musnad.claims import Reasons
        from musnad.cli.path import print_path
        from musnad.intake import load_documents
        from musnad.languages import LANGUAGES
        from musnad.model import Stated
        from musnad.reading import read_reports

        stated = Stated(url=url, published=checked_date(published), outlet=outlet)
        loaded = load_documents([path], plain=plain, stated=stated, max_bytes=max_bytes, allow_private=allow_private)
        document, entry = _document(loaded, record, path)
        reasons = Reasons()
        failures = FailureCount()
        (report,) = failures.watch([read_reports(document, quality=quality, reasons=reasons)[entry]])
        if report.article is not None and not report.failed:
            if claim > len(report.claims):
                raise UsageError(
                    f"--claim {claim}: the report has {counted(len(report.claims), 'claim')}; `musnad read` lists them"
                )
            read = report.claims[claim - 1]
            rule = LANGUAGES[report.article.language].grammar.rules[read.rule]
            with open_output(None) as stream:
                print_path(open_console(stream, color), report, read, reasons.claims[read.id], rule)
    if failures.failed:
        raise typer.Exit(_SOME_FAILED)


def _document(loaded: "Iterable[RawDocument]", record: int, path: str) -> "tuple[RawDocument, int]":
    """Return the document with the report of this number, and the report's place among the document's own.

    Each entry of a live blog counts, as in `musnad read`. Raises UsageError where there are fewer reports.
    """
    from musnad.reading import count_reports

    before = 0
    for document in loaded:
        held = count_reports(document)
        if record <= before + held:
            return document, record - before - 1
        before += held
    raise UsageError(f"--record {record}: {path} holds fewer reports; give a smaller number")
