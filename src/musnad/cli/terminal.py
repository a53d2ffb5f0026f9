"""Draws reports on a terminal: the page, every claim with its chain, what was dropped, every problem."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from rich.console import Console
from rich.table import Table
from rich.text import Text

from musnad.cli.happenings import print_happenings
from musnad.cli.isolation import FIRST_STRONG_ISOLATE, POP_ISOLATE, isolated, print_wrapped
from musnad.cli.named import print_mentions
from musnad.export.asides import claim_asides, credited_name
from musnad.export.display import clip, counted, day_and_time, display_line, display_text, outlet_name, place_name
from musnad.export.labels import ANONYMITIES, BASES, KINDS, MARKS, RELATIONS, STANCES, language_label
from musnad.export.marks import Mark, claim_marks, report_figures
from musnad.export.timeline import Timeline, timeline_of
from musnad.model import (
    Article,
    Claim,
    Dropped,
    Found,
    FoundDate,
    Link,
    LinkBasis,
    LinkKind,
    Problem,
    Report,
    Span,
    Stance,
)

_MARGIN = 4
_TAGS_SHOWN = 8
_FIRST_WORDS = 46  # characters shown of a dropped piece
_MARK_STYLES: dict[Mark, str] = {
    Mark.DENIED: "bold red",
    Mark.NEGATED: "bold red",
    Mark.POSSIBLE: "yellow",
    Mark.PROBABLE: "yellow",
    Mark.DISTANCING: "yellow",
    Mark.ENDORSING: "cyan",
    Mark.VERBATIM: "green",
    Mark.PARTLY_VERBATIM: "green",
    Mark.IN_HEADLINE: "cyan",
    Mark.UNVERIFIED: "yellow",
}


def print_report(console: Console, report: Report, *, show_dropped: bool = False) -> None:
    """Print one report."""
    console.print(Text("─" * console.width, style="dim"), soft_wrap=True)
    article = report.article
    if article is None:
        print_wrapped(console, isolated(place_name(report), "bold"))
    else:
        _print_head(console, report, article)
        page = outlet_name(report)
        numbers = {claim.id: number for number, claim in enumerate(report.claims, start=1)}
        for claim in report.claims:
            _print_claim(console, article, claim, numbers, page)
        print_mentions(console, report)
        _print_times(console, timeline_of(report))
        print_happenings(console, report)
        _print_dropped(console, article.dropped, show_dropped)
    for problem in report.problems:
        _print_problem(console, problem)
    console.print()


def print_overview(console: Console, reports: Sequence[Report]) -> None:
    """Print one row a report: outlet, headline, how many claims and problems."""
    headline_width = max(16, console.width - 46)
    table = Table(box=None, padding=(0, 1), header_style="dim")
    table.add_column("#", justify="right")
    table.add_column("outlet", no_wrap=True)
    table.add_column("headline", no_wrap=True)
    table.add_column("claims", justify="right")
    table.add_column("problems", justify="right")
    for number, report in enumerate(reports, start=1):
        table.add_row(
            str(number),
            isolated(clip(outlet_name(report) or place_name(report).rsplit("/", 1)[-1], length=18)),
            isolated(clip(_title(report), length=headline_width), "bold"),
            str(len(report.claims)),
            Text(str(len(report.problems)), style="yellow" if report.problems else "dim"),
        )
    console.print(table)
    console.print()


def _title(report: Report) -> str:
    article = report.article
    if article is None:
        return "(not read)"
    if article.title is not None:
        return article.title.value
    return clip(article.text, length=90)


def _print_head(console: Console, report: Report, article: Article) -> None:
    print_wrapped(console, isolated(_title(report), "bold"))
    told = (
        ("subhead", article.sub_headline),
        ("outlet", article.outlet),
        ("by-line", article.byline),
        ("section", article.section),
    )
    for label, found in told:
        if found is not None:
            _print_fact(console, label, found.value, found.where)
    dates: tuple[tuple[str, FoundDate | None], ...] = (
        ("published", article.published),
        ("modified", article.modified),
    )
    for label, date in dates:
        if date is not None:
            _print_fact(console, label, day_and_time(date.value, has_time=date.has_time), date.where)
    if article.tags:
        _print_tags(console, article.tags)
    name = language_label(article.language).en
    _print_fact(console, "language", f"{article.language} {name}".rstrip())
    for label, place in (("url", article.url), ("file", report.raw.path)):
        if place:
            _print_fact(console, label, place)
    for credit in article.credits:
        _print_fact(console, "credit", credit.text)
    figures = report_figures(report)
    console.print(
        Text(
            f"\n{counted(figures.claims, 'claim')} · {counted(figures.origins, 'source')} · "
            f"{figures.anonymous} anonymous · "
            f"longest chain {figures.longest_chain}",
            style="bold cyan",
        )
    )


def _print_fact(console: Console, label: str, value: str, where: str = "") -> None:
    text = Text.assemble((f"{label:<11}", "dim"), isolated(value))
    if where:
        text.append(f"  ({display_line(where)})", style="dim")
    print_wrapped(console, text, hanging=11)


def _print_tags(console: Console, tags: Sequence[Found]) -> None:
    """Print the first tags, each in an isolate of its own: a page mixes Arabic and Latin ones."""
    text = Text.assemble((f"{'tags':<11}", "dim"), Text(" · ").join(isolated(tag.value) for tag in tags[:_TAGS_SHOWN]))
    more = f"  and {len(tags) - _TAGS_SHOWN} more" if len(tags) > _TAGS_SHOWN else ""
    text.append(f"{more}  ({display_line(tags[0].where)})", style="dim")
    print_wrapped(console, text, hanging=11)


def _print_claim(console: Console, article: Article, claim: Claim, numbers: Mapping[str, int], page: str) -> None:
    words = article.text
    head = Text(f"\n{numbers[claim.id]:>2}  ", style="bold")
    shown = [mark for mark in claim_marks(claim) if mark in _MARK_STYLES]
    head.append_text(Text("  ").join(Text(f"[{MARKS[mark].en.upper()}]", style=_MARK_STYLES[mark]) for mark in shown))
    head.rstrip()
    console.print(head, soft_wrap=True)
    print_wrapped(console, _content(words, claim), indent=_MARGIN)
    _print_chain(console, article, claim, page)
    for aside in claim_asides(words, claim, numbers):
        told = Text.assemble((f"{aside.label.en} ", "dim"), isolated(aside.words))
        print_wrapped(console, told, indent=_MARGIN, hanging=3)
    print_wrapped(console, Text(f"rule {claim.rule}, {claim.confidence:.0%}", style="dim"), indent=_MARGIN)


def _content(words: str, claim: Claim) -> Text:
    """Return the claim's words in one isolate, the verbatim parts in their own style."""
    text = Text(FIRST_STRONG_ISOLATE)
    for number, span in enumerate(claim.content):
        if number:
            text.append(" … ", style="dim")
        for part, verbatim in _verbatim_parts(span, claim.verbatim):
            shown = re.sub(r"\s+", " ", display_text(part.of(words)))
            text.append(shown, style="green" if verbatim else "")
    text.append(POP_ISOLATE)
    return text


def _verbatim_parts(span: Span, verbatim: Sequence[Span]) -> Iterator[tuple[Span, bool]]:
    inside = [quoted for quoted in verbatim if quoted.overlaps(span)]
    edges = {span.start, span.end}
    edges |= {edge for quoted in inside for edge in (quoted.start, quoted.end) if span.start < edge < span.end}
    places = sorted(edges)
    for start, end in pairwise(places):
        part = Span(start, end)
        yield part, any(quoted.overlaps(part) for quoted in inside)


def _print_chain(console: Console, article: Article, claim: Claim, page: str) -> None:
    """Print page -> outlet -> origin: on one line where it fits, else one link a line."""
    links = [Text.assemble(("page ", "dim"), isolated(page))] if page else [Text("page", style="dim")]
    links += [_link(article, link) for link in claim.resolved_chain]
    whole = Text(" -> ").join(links)
    if whole.cell_len <= console.width - _MARGIN:
        print_wrapped(console, whole, indent=_MARGIN)
        return
    print_wrapped(console, links[0], indent=_MARGIN, hanging=3)
    for link in links[1:]:
        print_wrapped(console, Text("-> ") + link, indent=_MARGIN, hanging=3)


def _link(article: Article, link: Link) -> Text:
    words = article.text
    unnamed = link.kind is LinkKind.ANON
    label = ANONYMITIES[link.anonymity] if link.anonymity else KINDS[link.kind]
    text = Text(label.en if unnamed else label.en + " ", style="magenta" if unnamed else "dim")
    if unnamed:
        text = Text.assemble(("(", "magenta"), text, (") ", "magenta"))
    if link.basis is not LinkBasis.STATED:
        text.append(f"({BASES[link.basis].en})", style="yellow")
        name = credited_name(article, link)
        text.append_text(Text(" ") + isolated(name) if name else Text())
    elif link.source is not None:
        text.append_text(isolated(link.source.of(words), "bold magenta" if unnamed else "bold"))
    elif link.kind is not LinkKind.UNKNOWN:
        text.append("(elided)", style="dim")
    text.rstrip()  # where nobody is named, the label alone
    if link.resolved is not None:
        text.append(" => ", style="dim").append_text(isolated(link.resolved.of(words), "bold"))
    known = (RELATIONS.get(link.relation), STANCES.get(link.stance))
    for act in dict.fromkeys(name.en for name in known if name):
        text.append(f" {act}", style="bold red" if act == STANCES[Stance.DENIES].en else "cyan")
    if link.cue is not None:
        text.append(" by ", style="dim").append_text(isolated(link.cue.of(words), "cyan"))
    if link.cue_negated:
        text.append(" (negated)", style="bold red")
    return text


def _print_times(console: Console, timeline: Timeline) -> None:
    """Print the times of the report in their order, each value with the words that tell it."""
    if not timeline.rows:
        return
    console.print(Text("\ntimes", style="bold"))
    for row in timeline.rows:
        words = Text("  ").join(isolated(told) for told in row.words)
        print_wrapped(console, Text.assemble((f"{row.value}  ", "cyan"), words), indent=_MARGIN, hanging=2)
    others = (("lengths of time", timeline.lengths), ("not resolved", timeline.unresolved))
    counts = " · ".join(f"{name}: {count}" for name, count in others if count)
    if counts:
        print_wrapped(console, Text(counts, style="dim"), indent=_MARGIN)


def _print_dropped(console: Console, dropped: Sequence[Dropped], show_all: bool) -> None:
    if not dropped:
        return
    by_reason: dict[str, list[str]] = {}
    for piece in dropped:
        by_reason.setdefault(piece.reason, []).append(piece.text)
    console.print(Text("\ndropped from the page", style="bold"))
    for reason, texts in by_reason.items():
        label = Text.assemble((f"{display_line(reason)} ×{len(texts)}  ", "yellow"))
        if not show_all:
            label.append_text(isolated(clip(texts[0], length=_FIRST_WORDS), "dim"))
        print_wrapped(console, label, indent=_MARGIN, hanging=2)
        for line in (line for text in texts if show_all for line in display_text(text).splitlines()):
            print_wrapped(console, isolated(line, "dim"), indent=_MARGIN + 2)


def _print_problem(console: Console, problem: Problem) -> None:
    style = "bold red" if problem.fatal else "yellow"
    text = Text.assemble((f"problem {problem.code}: ", style), isolated(problem.message))
    print_wrapped(console, text, hanging=2)
