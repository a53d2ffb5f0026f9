"""Prints a dossier's propositions on a terminal, who asserts and who denies each, and contradictions side by side."""

from collections.abc import Mapping

from rich.console import Console
from rich.text import Text

from musnad.cli.isolation import isolated, print_wrapped
from musnad.export.display import clip, counted, outlet_name, place_name
from musnad.export.independence import count_words, independence_lines
from musnad.export.propositions import assertion_words, assertions_by_id
from musnad.export.titles import shown_title
from musnad.model import Assertion, Contradiction, Dossier, Polarity, Proposition, Report, Span

_SHOWN = 20  # propositions, and contradictions: the JSON has all
_SAYERS = 6
_LONGEST = 160


def print_propositions(console: Console, dossier: Dossier) -> None:
    """Print what several reports say: first what is denied, then what most reports say."""
    several = [each for each in dossier.propositions if _reports(each) > 1]
    if not several:
        return
    reports = {report.id: report for report in dossier.reports}
    console.print(Text(f"\nsaid by several: {counted(len(several), 'proposition')}", style="bold"))
    for proposition in sorted(several, key=lambda each: (not each.denied.most, -_reports(each), each.id))[:_SHOWN]:
        _print_proposition(console, proposition, reports)
    _print_rest(console, len(several), "proposition")


def _reports(proposition: Proposition) -> int:
    return len({assertion.report for assertion in proposition.assertions})


def _print_proposition(console: Console, proposition: Proposition, reports: Mapping[str, Report]) -> None:
    console.print()
    print_wrapped(console, isolated(clip(shown_title(proposition.label), length=_LONGEST)), indent=2, hanging=2)
    sides = ((Polarity.AFFIRMS, "asserted", proposition.affirmed), (Polarity.DENIES, "denied", proposition.denied))
    for polarity, told, independence in sides:
        sayers = [each for each in proposition.assertions if each.polarity is polarity]
        if not sayers:
            continue
        pages = counted(len({each.report for each in sayers}), "page")
        line = Text.assemble((f"{told}: ", "green" if polarity is Polarity.AFFIRMS else "red"))
        line.append(f"{count_words(independence)} on {pages}: ").append_text(_sayers(sayers, reports))
        print_wrapped(console, line, indent=4, hanging=4)
        for reason in independence_lines(independence)[1:]:
            print_wrapped(console, Text.assemble(("because ", "dim"), isolated(reason, "dim")), indent=6, hanging=4)


def _sayers(sayers: list[Assertion], reports: Mapping[str, Report]) -> Text:
    names = list(dict.fromkeys(_outlet(reports[each.report]) for each in sayers))
    line = Text()
    for number, name in enumerate(names[:_SAYERS]):
        line.append(", " if number else "").append_text(isolated(name))
    if len(names) > _SAYERS:
        line.append(f" and {len(names) - _SAYERS} more", style="dim")
    return line


def _outlet(report: Report) -> str:
    return outlet_name(report) or place_name(report).rsplit("/", 1)[-1]


def print_contradictions(console: Console, dossier: Dossier) -> None:
    """Print the contradictions, both sides one above the other, with the words that clash and the reasons."""
    if not dossier.contradictions:
        return
    reports = {report.id: report for report in dossier.reports}
    assertions = assertions_by_id(dossier)
    console.print(Text(f"\n{counted(len(dossier.contradictions), 'contradiction')}", style="bold"))
    for contradiction in dossier.contradictions[:_SHOWN]:
        _print_contradiction(console, contradiction, assertions, reports)
    _print_rest(console, len(dossier.contradictions), "contradiction")


def _print_contradiction(
    console: Console,
    contradiction: Contradiction,
    assertions: Mapping[str, Assertion],
    reports: Mapping[str, Report],
) -> None:
    console.print(Text(f"\n  in {contradiction.slot}", style="yellow"))
    sides = ((contradiction.left, contradiction.left_span), (contradiction.right, contradiction.right_span))
    for name, clash in sides:
        print_wrapped(console, _side(assertions[name], clash, reports), indent=4, hanging=4)
    for reason in contradiction.reasons:
        print_wrapped(console, Text.assemble(("because ", "dim"), isolated(reason, "dim")), indent=6, hanging=4)
    if contradiction.marker is not None:
        article = reports[assertions[contradiction.left].report].article
        words = contradiction.marker.of(article.text) if article else ""
        print_wrapped(console, Text.assemble("the writer's own word for it: ", isolated(words)), indent=6, hanging=4)


def _side(assertion: Assertion, clash: Span, reports: Mapping[str, Report]) -> Text:
    report = reports[assertion.report]
    words = clip(assertion_words(assertion, report), length=_LONGEST)
    denies = Text("denies ", style="red") if assertion.polarity is Polarity.DENIES else Text()
    at = report.article.text[clash.start : clash.end] if report.article else ""
    published = report.article.published if report.article else None
    day = Text(f" {published.value.date()}" if published else "", style="dim")
    line = Text.assemble(isolated(_outlet(report), "dim"), day, ": ", denies, isolated(words))
    if at.strip() == words.strip():
        return line
    return line.append("  at ", style="dim").append_text(isolated(clip(at, length=40), "dim"))


def _print_rest(console: Console, count: int, noun: str) -> None:
    if count > _SHOWN:
        console.print(Text(f"  and {counted(count - _SHOWN, noun)} more, in the JSON", style="dim"))
