"""Draws results of a search on a terminal: each report with its headline and the passages that match, then facets."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from musnad.cli.isolation import FIRST_STRONG_ISOLATE, POP_ISOLATE, isolated, print_wrapped
from musnad.export.display import counted, display_text, readable_address
from musnad.model import Span
from musnad.search import Hit, Results

_MARKED = "bold yellow"
_INDENT = 4
_FACETS = {"outlet": "outlets", "language": "languages", "month": "months", "place": "places", "event": "events"}
_MOST_CLAIMS = 3


def print_results(console: Console, results: Results, *, first: int = 1) -> None:
    """Print a page of results; `first` is the number of the first one."""
    for number, hit in enumerate(results.hits, start=first):
        _print_hit(console, number, hit)
    if results.ignored:
        words = Text(" ").join(isolated(word) for word in results.ignored)
        console.print(Text.assemble("not looked for, for they stand in every text: ", words, style="dim"))
    for suggestion in results.suggestions:
        console.print(Text.assemble("did you mean  ", isolated(suggestion, "bold")))
    shown = f"{len(results.hits)} of " if results.total > len(results.hits) else ""
    console.print(Text(f"{shown}{counted(results.total, 'report')}", style="bold cyan"))
    if results.next:
        console.print(Text.assemble(("the next page: --after ", "dim"), results.next))
    _print_facets(console, results)


def _print_hit(console: Console, number: int, hit: Hit) -> None:
    found = hit.found
    title = (
        _marked(hit.text, Span(0, hit.body), hit.title_marks, "bold")
        if hit.body
        else isolated(found.title or found.address or found.path or found.id, "bold")
    )
    print_wrapped(console, Text.assemble((f"{number:>2}  ", "dim"), title), hanging=_INDENT)
    outlet = isolated(hit.outlet, "dim") if hit.outlet else Text()
    told = Text("  ").join(part for part in (outlet, Text(_moment(found.published), style="dim")) if part)
    if told:
        print_wrapped(console, told, indent=_INDENT)
    for passage in hit.passages:
        cut = Text("…", style="dim") if passage.span.start > hit.body else Text()
        print_wrapped(console, cut + _marked(hit.text, passage.span, passage.marks, ""), indent=_INDENT)
    for claim in hit.claims[:_MOST_CLAIMS]:
        words = isolated(claim.span.of(hit.text))
        print_wrapped(console, Text.assemble((f"{claim.stance}  ", "cyan"), words), indent=_INDENT, hanging=2)
    if len(hit.claims) > _MOST_CLAIMS:
        more = counted(len(hit.claims) - _MOST_CLAIMS, "more claim")
        print_wrapped(console, Text(more, style="dim"), indent=_INDENT)
    print_wrapped(console, isolated(readable_address(found.address or found.path or found.id), "dim"), indent=_INDENT)
    console.print()


def _marked(text: str, span: Span, marks: Sequence[Span], style: str) -> Text:
    """Return the words of a span in an isolate of their own, on one line, with its marks in colour."""
    shown = Text(FIRST_STRONG_ISOLATE)
    at = span.start
    for mark in marks:
        if span.contains(mark):
            shown.append(_line(text[at : mark.start]), style=style)
            shown.append(_line(mark.of(text)), style=f"{style} {_MARKED}".strip())
            at = mark.end
    shown.append(_line(text[at : span.end]).rstrip(), style=style)
    return shown.append(POP_ISOLATE)


def _line(words: str) -> str:
    return display_text(words).replace("\n", " ")


def _moment(published: str) -> str:
    return published.replace("T", " ")[:16]


def _print_facets(console: Console, results: Results) -> None:
    for name, title in _FACETS.items():
        facets = [facet for facet in results.facets if facet.facet == name]
        if facets:
            counts = [Text.assemble(isolated(facet.label), f" ×{facet.reports}") for facet in facets]
            print_wrapped(console, Text.assemble((f"{title:<10}", "dim"), Text("  ").join(counts)), hanging=10)
