"""The command line: collect, read, explain, compare, a store of reports, its desk and upkeep, evaluate, the demo."""

import gc
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.util import find_spec
from typing import Annotated

import typer

from musnad import __version__
from musnad.cli.alert import alert
from musnad.cli.collect import collect
from musnad.cli.compare import compare
from musnad.cli.convert import convert, load
from musnad.cli.demo import demo
from musnad.cli.evaluate import evaluate
from musnad.cli.explain import explain
from musnad.cli.export import export
from musnad.cli.import_ import import_
from musnad.cli.judge import judge, judgements
from musnad.cli.keep import add, reread
from musnad.cli.mcp import mcp
from musnad.cli.read import read
from musnad.cli.search import search
from musnad.cli.serve import serve
from musnad.cli.upkeep import backup, check, forget, restore
from musnad.cli.user import user
from musnad.cli.work import jobs, run, watch

_OBJECTS_BETWEEN_COLLECTIONS = 100_000

# Without rich's own help pages `musnad --help` answers twice as fast.
main = typer.Typer(
    name="musnad",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
main.command()(read)
main.command()(explain)
main.command()(collect)
main.command()(compare)
main.command()(evaluate)
main.command()(add)
main.command()(reread)
main.command()(convert)
main.command()(load)
main.command()(watch)
main.command()(run)
main.command()(jobs)
main.command()(alert)
main.command()(search)
main.command()(export)
main.command("import")(import_)
main.command()(serve)
main.command()(user)
main.command()(judge)
main.command()(judgements)
main.command()(mcp)
main.command()(check)
main.command()(backup)
main.command()(restore)
main.command()(forget)
main.command()(demo)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"musnad {__version__}{' (compiled)' if _is_compiled() else ''}")
        raise typer.Exit


def _is_compiled() -> bool:
    """Return whether the modules named in pyproject.toml were compiled for this installation; one tells for all."""
    found = find_spec("musnad.text.tokens")
    return found is not None and (found.origin or "").endswith(tuple(EXTENSION_SUFFIXES))


@main.callback()
def musnad(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop."),
    ] = False,
) -> None:
    """Reads Arabic news reports and says, for every claim, who says so and through whom."""
    # The lexicons are a million small objects that last: by its default the collector walks through them again and
    # again while they load, a fifth of the first reading.
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, 20, 20)


__all__ = ["main"]
