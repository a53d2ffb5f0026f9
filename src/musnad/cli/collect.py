"""`musnad collect`: pages, feeds and sitemaps in, a folder of captures out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from musnad.cli.output import command_errors
from musnad.cli.reports import AllowPrivateOption
from musnad.errors import UsageError

if TYPE_CHECKING:
    from musnad.collecting import Collected, CollectSummary

_SOME_FAILED = 1
_INTERRUPTED = 130
_SHOWN_EDITS = 20  # paragraphs


def collect(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE...", help="Addresses of pages, feeds or news sitemaps.", show_default=False),
    ],
    into: Annotated[str, typer.Option(metavar="FOLDER", help="Where the captures are kept.", show_default=False)],
    most: Annotated[int, typer.Option(metavar="N", min=1, help="Fetch at most N pages.")] = 10_000,
    refresh: Annotated[
        bool, typer.Option("--refresh", help="Fetch again what the folder has, to find silent edits.")
    ] = False,
    archive: Annotated[bool, typer.Option("--archive/--no-archive", help="Keep every response as WARC.")] = True,
    delay: Annotated[
        float, typer.Option(metavar="SECONDS", min=0.0, help="Least time between two requests to a host.")
    ] = 1.0,
    max_bytes: Annotated[int, typer.Option(metavar="N", min=1, help="Leave larger documents unread.")] = 20_000_000,
    allow_private: AllowPrivateOption = False,
) -> None:
    """Fetch pages into a folder of web archives; a later run takes up what an earlier one left.

    Exit status: 0 all fetched, 1 some pages failed, 2 wrong usage, 130 interrupted.
    """
    with command_errors():
        # Imported here: `musnad --help` has no use for what fetching needs.
        from musnad.collecting import CollectSettings, collect_pages
        from musnad.intake.web import FetchSettings

        if not all(source.lower().startswith(("http://", "https://")) for source in sources):
            raise UsageError("musnad collect fetches from the web: give addresses that begin with http:// or https://")
        fetch = FetchSettings(delay=delay, max_bytes=max_bytes, allow_private=allow_private)
        settings = CollectSettings(fetch, most_pages=most, archive=archive, refresh=refresh)
        with _Progress() as progress:
            try:
                summary = collect_pages(tuple(sources), Path(into), settings, progress.show)
            except KeyboardInterrupt:
                _print_summary(progress.summary, into)
                typer.echo("Interrupted. What was fetched is kept; run the same command to go on.", err=True)
                raise typer.Exit(_INTERRUPTED) from None
        _print_summary(summary, into)
    if summary.causes:
        raise typer.Exit(_SOME_FAILED)


class _Progress:
    """A line on the terminal that counts pages; failures and edits are named above it. `summary` counts so far."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        from musnad.collecting import CollectSummary

        self.summary = CollectSummary()
        self._console = Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)
        columns = (SpinnerColumn(), TextColumn("{task.completed} pages"), TimeElapsedColumn())
        self._progress = Progress(
            *columns, console=self._console, transient=True, disable=not self._console.is_terminal
        )
        self._task = self._progress.add_task("pages", total=None)

    def __enter__(self) -> "_Progress":
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def show(self, collected: "Collected") -> None:
        """Count one page and name what is worth naming."""
        from musnad.cli.isolation import isolated, print_wrapped
        from musnad.collecting import Outcome

        self.summary.count(collected)
        self._progress.advance(self._task)
        if collected.problem is not None:
            self._console.print(isolated(f"failed: {collected.problem.message}", "yellow"))
        if collected.outcome is not Outcome.EDITED:
            return
        self._console.print(isolated(f"edited: {collected.url}", "bold"))
        marked = [*(("-", words) for words in collected.removed), *(("+", words) for words in collected.added)]
        shown = marked if len(marked) <= _SHOWN_EDITS else marked[: _SHOWN_EDITS - 1]
        lines = [f"{mark} {words}" for mark, words in shown]
        if not marked:
            lines = ["what was edited cannot be listed: one version was not archived, or holds no article"]
        elif len(shown) < len(marked):
            lines.append(f"and {len(marked) - len(shown)} more paragraphs; both versions are kept")
        for line in lines:
            print_wrapped(self._console, isolated(line), indent=2, hanging=2)


def _print_summary(summary: "CollectSummary", folder: str) -> None:
    from musnad.collecting import Outcome

    counted = [f"{summary.outcomes[outcome]:,} {outcome}" for outcome in Outcome if summary.outcomes[outcome]]
    typer.echo(f"{folder}: {', '.join(counted) or 'no page'}")
    for cause, count in sorted(summary.causes.items()):
        typer.echo(f"  failed by {cause}: {count:,}")
    if summary.beyond:
        typer.echo(f"  listed beyond the limit and left for another run: {summary.beyond:,} (see --most)")
