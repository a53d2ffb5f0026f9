"""Draws a dossier on a terminal: copies, stories, what is said in common, contradictions, who is named."""

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.text import Text

from musnad.cli.entities import print_entities
from musnad.cli.isolation import isolated, print_wrapped
from musnad.cli.propositions import print_contradictions, print_propositions
from musnad.export.display import clip, counted, day_and_time, outlet_name, place_name
from musnad.model import CopyFamily, CopyPair, CopyRelation, Dossier, Report, Story
from musnad.stories import written_terms

_RELATIONS = {
    CopyRelation.SAME_TEXT: "the same text",
    CopyRelation.PARTIAL: "part of one text",
    CopyRelation.SHARED_PASSAGE: "a shared passage",
    CopyRelation.TEMPLATE: "one form, filled twice",
    CopyRelation.UNRELATED: "nothing to speak of",
}
_FEWEST_WORDS = 12  # A shared passage of fewer words is listed in the JSON alone.


def print_dossier(console: Console, dossier: Dossier) -> None:
    """Print what the reports have in common."""
    reports = {report.id: report for report in dossier.reports}
    families = [set(family.members) for family in dossier.copy_families]
    copies = counted(len(dossier.copy_families), "family", "families")
    origins = counted(dossier.origins, "text", "texts")
    stories = counted(len(dossier.stories), "story", "stories")
    console.print(
        Text(
            f"{counted(len(reports), 'report')} · {origins} of their own · {copies} of copies · {stories}",
            style="bold cyan",
        )
    )
    for number, family in enumerate(dossier.copy_families, start=1):
        _print_family(console, family, number, reports)
    apart = [pair for pair in dossier.copy_pairs if not any({pair.left, pair.right} <= each for each in families)]
    long = [pair for pair in apart if _longest(pair) >= _FEWEST_WORDS]
    of_one = [pair for pair in long if pair.one_origin]
    _print_pairs(console, "passages of one origin, in reports of no common family", of_one, reports)
    _print_pairs(console, "shared words that make no copy", [pair for pair in long if not pair.one_origin], reports)
    # What is nothing but one family of copies was listed as such.
    several = (story for story in dossier.stories if not any(set(story.reports) <= each for each in families))
    for number, story in enumerate(several, start=1):
        _print_story(console, story, number, families, reports)
    print_propositions(console, dossier)
    print_contradictions(console, dossier)
    print_entities(console, dossier)


def _print_family(console: Console, family: CopyFamily, number: int, reports: Mapping[str, Report]) -> None:
    console.print(Text(f"\nfamily {number}: {len(family.members)} reports, one text", style="bold"))
    for member in family.members:
        mark = "first" if member == family.origin else ""
        print_wrapped(console, Text.assemble((f"{mark:<6}", "green"), _named(reports[member])), indent=2, hanging=6)
    for reason in family.reasons:
        print_wrapped(console, Text.assemble(("because ", "dim"), isolated(reason, "dim")), indent=2, hanging=6)


def _print_pairs(console: Console, title: str, pairs: Sequence[CopyPair], reports: Mapping[str, Report]) -> None:
    if pairs:
        console.print(Text(f"\n{title}", style="bold"))
    for pair in pairs:
        _print_pair(console, pair, reports)


def _print_pair(console: Console, pair: CopyPair, reports: Mapping[str, Report]) -> None:
    print_wrapped(console, Text.assemble(_RELATIONS[pair.relation], f", {_longest(pair)} words: "), indent=2)
    for member in (pair.left, pair.right):
        print_wrapped(console, _named(reports[member]), indent=4, hanging=4)


def _print_story(
    console: Console, story: Story, number: int, families: Sequence[set[str]], reports: Mapping[str, Report]
) -> None:
    heading = Text.assemble(f"\nstory {number}: ", isolated(clip(story.label, length=80)))
    heading.stylize("bold")
    print_wrapped(console, heading)
    told: set[str] = set()
    for member in story.reports:
        if member in told:
            continue
        # Of a family that is told of in two stories each lists its own.
        copies = next((family for family in families if member in family), {member}).intersection(story.reports)
        told |= copies
        print_wrapped(console, Text.assemble(_named(reports[member]), _more(len(copies) - 1)), indent=2, hanging=4)
    articles = [reports[member].article for member in story.reports]
    terms = written_terms(story.terms, (article.text for article in articles if article is not None))
    print_wrapped(console, Text.assemble(("terms ", "dim"), isolated(" ".join(terms), "dim")), indent=2)
    for reason in story.reasons:
        print_wrapped(console, Text.assemble(("because ", "dim"), isolated(reason, "dim")), indent=2, hanging=6)


def _more(copies: int) -> tuple[str, str]:
    return (f"  and {counted(copies, 'copy', 'copies')}" if copies else "", "dim")


def _longest(pair: CopyPair) -> int:
    return max((passage.words for passage in pair.passages), default=0)


def _named(report: Report) -> Text:
    article = report.article
    title = article.title.value if article and article.title else place_name(report)
    published = article.published if article else None
    when = f"  {day_and_time(published.value, has_time=published.has_time)}" if published else ""
    outlet = isolated(outlet_name(report) or place_name(report).rsplit("/", 1)[-1], "dim")
    return Text.assemble(isolated(clip(title, length=80)), "  ", outlet, (when, "dim"))
