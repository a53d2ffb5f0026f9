"""`musnad convert` and `musnad load`: archives to Parquet files, and these into a store."""

from typing import Annotated

import typer

from musnad.cli.keep import summary_line
from musnad.cli.opened import StoreOption, open_given, renew_search_keys
from musnad.cli.output import command_errors
from musnad.cli.reports import MaxBytesOption, WorkersOption
from musnad.export.display import counted

_SOME_FAILED = 1


def convert(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE...", help="Web archives, files, folders, s3://bucket/file.", show_default=False),
    ],
    into: Annotated[str, typer.Option(metavar="PLACE", help="The folder to write to, or s3://bucket/folder.")],
    part_bytes: Annotated[
        int, typer.Option(metavar="N", min=1, help="Cut WARC files of more bytes into parts of so many.")
    ] = 1_000_000_000,
    max_bytes: MaxBytesOption = 20_000_000,
    workers: WorkersOption = 1,
    ray: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Read by N workers of a Ray cluster; local starts one here."),
    ] = None,
) -> None:
    """Read documents into Parquet files of reports and claims; what is converted already is skipped.

    Exit status: 0 all read, 1 some documents could not be read, 2 wrong usage.
    """
    with command_errors():
        from musnad.engine.archives import convert_on_ray, convert_parts, plan_parts

        parts = plan_parts(sources, part_bytes=part_bytes)
        failures = 0
        if ray is None:
            found = convert_parts(parts, into, workers=workers, max_bytes=max_bytes)
        else:
            found = convert_on_ray(parts, into, address=ray, workers=workers, max_bytes=max_bytes)
        for done in found:
            for message in done.failed:
                typer.echo(f"musnad: {message}", err=True)
            failures += len(done.failed)
            became = (
                "was there" if done.skipped else f"{counted(done.count, 'report')}, {counted(done.claims, 'claim')}"
            )
            typer.echo(f"{done.part.name}: {became}; {done.reports}")
    if failures:
        raise typer.Exit(_SOME_FAILED)


def load(
    place: Annotated[
        str, typer.Argument(metavar="PLACE", help="The folder that `musnad convert` wrote to.", show_default=False)
    ],
    store: StoreOption = None,
    compare: Annotated[bool, typer.Option(help="Compare the reports with what is there.")] = True,
) -> None:
    """Take converted reports into a store; loading the same again changes nothing.

    Exit status: 0 done, 2 wrong usage.
    """
    with command_errors():
        from musnad.engine.archives import load_reports

        with open_given(store) as opened:
            renew_search_keys(opened)
            summary = load_reports(opened, place, compare=compare)
            typer.echo(f"{opened.place}: {summary_line(summary)}; {counted(opened.count(), 'report')} in all")
