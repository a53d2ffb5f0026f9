"""`musnad add` and `musnad reread`: documents in, a store of compared reports out."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from musnad.cli.opened import StoreOption, open_given, renew_search_keys
from musnad.cli.output import command_errors
from musnad.cli.reports import AllowPrivateOption, MaxBytesOption, WorkersOption
from musnad.export.display import counted

if TYPE_CHECKING:
    from musnad.keeping import AddSummary

_SOME_FAILED = 1
_INTERRUPTED = 130


def add(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...",
            help="Files, folders, web archives, addresses of pages, feeds or sitemaps, or - for standard input.",
            show_default=False,
        ),
    ],
    store: StoreOption = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="The files are clean article text: headline line, then paragraphs.")
    ] = False,
    max_bytes: MaxBytesOption = 20_000_000,
    allow_private: AllowPrivateOption = False,
    workers: WorkersOption = 1,
) -> None:
    """Read documents into a store and compare them with what is there; adding the same again changes nothing.

    Exit status: 0 all read, 1 some documents could not be read, 2 wrong usage, 130 interrupted.
    """
    with command_errors():
        # Imported here: the readers load lexicons, which `musnad --help` has no use for.
        if workers > 1:
            from musnad.engine.pool import KEEPING, start_early

            start_early(KEEPING)
        from musnad.cli.reports import name_failure
        from musnad.engine.adding import ready_documents
        from musnad.engine.comparing import open_comparer
        from musnad.intake import load_documents
        from musnad.keeping import Watcher, add_documents

        with open_given(store) as opened, open_comparer(opened, workers=workers) as comparer:
            renew_search_keys(opened)
            documents = load_documents(sources, plain=plain, max_bytes=max_bytes, allow_private=allow_private)
            try:
                watcher = Watcher(failed=name_failure)
                read_all = partial(ready_documents, workers=workers, keys=opened.search_keys)
                summary = add_documents(opened, documents, watcher=watcher, read=read_all, comparer=comparer)
            except KeyboardInterrupt:
                typer.echo("\nInterrupted. What was kept is whole; run the same command to go on.", err=True)
                raise typer.Exit(_INTERRUPTED) from None
            typer.echo(f"{opened.place}: {summary_line(summary)}; {counted(opened.count(), 'report')} in all")
    if summary.failed:
        raise typer.Exit(_SOME_FAILED)


def reread(store: StoreOption = None) -> None:
    """Read again what another version of Musnad read; only what is read otherwise now is rewritten.

    Exit status: 0 done, 2 wrong usage, 130 interrupted.
    """
    with command_errors():
        from musnad.keeping import reread as read_again

        with open_given(store, must_exist=True) as opened:
            renew_search_keys(opened)
            try:
                summary = read_again(opened)
            except KeyboardInterrupt:
                typer.echo("\nInterrupted. What was rewritten is whole; run the same command to go on.", err=True)
                raise typer.Exit(_INTERRUPTED) from None
            typer.echo(f"{opened.place}: {summary_line(summary)}")


def summary_line(summary: "AddSummary") -> str:
    """Return what became of the reports in one line."""
    counted = [f"{count:,} {outcome}" for outcome, count in sorted(summary.outcomes.items())]
    counted += [f"{summary.failed:,} could not be read"] if summary.failed else []
    return ", ".join(counted) or "nothing to do"
