"""`musnad search`: a query in, the reports of a store that it asks for out."""

from enum import StrEnum
from typing import Annotated

import typer

from musnad.cli.opened import StoreOption, open_given
from musnad.cli.output import Color, command_errors, open_console, open_output


class FoundFormat(StrEnum):
    """The formats in which results are printed."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


class Sort(StrEnum):
    """What comes first."""

    RELEVANCE = "relevance"
    NEWEST = "newest"


def search(
    query: Annotated[
        str,
        typer.Argument(metavar="QUERY", help='Words, a "phrase", AND OR NOT, field:value.', show_default=False),
    ],
    store: StoreOption = None,
    sort: Annotated[Sort, typer.Option(help="What comes first.")] = Sort.RELEVANCE,
    limit: Annotated[int, typer.Option(metavar="N", min=1, max=500, help="Results a page.")] = 10,
    after: Annotated[
        str | None, typer.Option(metavar="CURSOR", help="The page that follows the one that named this.")
    ] = None,
    facets: Annotated[
        bool, typer.Option("--facets", help="Count the results by outlet, language, month, place and event.")
    ] = False,
    form: Annotated[FoundFormat, typer.Option("--format", help="How to print the results.")] = FoundFormat.TEXT,
    output: Annotated[
        str | None, typer.Option(metavar="FILE", help="Write here rather than to standard output.")
    ] = None,
    color: Annotated[Color, typer.Option(help="Print text in colour.")] = Color.AUTO,
) -> None:
    """Search the reports of a store; Arabic words are found in all their forms.

    Exit status: 0 done, also where nothing was found; 2 wrong usage, such as a query that cannot be read.
    """
    with command_errors():
        # Imported here: the analyser loads lexicons, which `musnad --help` has no use for.
        from musnad.search import Order, SearchSettings, keys_are_current
        from musnad.search import search as find

        with open_given(store, must_exist=True) as opened:
            if not keys_are_current(opened):
                typer.echo("the search keys are missing or of another version; `musnad reread` renews them", err=True)
            settings = SearchSettings(Order(sort.value), limit, after, with_facets=facets)
            results = find(opened, query, settings)
        with open_output(output) as stream:
            if form is FoundFormat.TEXT:
                from musnad.cli.found import print_results

                print_results(open_console(stream, color), results)
            elif form is FoundFormat.JSON:
                from musnad.export import render_found

                stream.write(render_found(results))
            else:
                from musnad.export import render_found_csv

                stream.write(render_found_csv(results))
