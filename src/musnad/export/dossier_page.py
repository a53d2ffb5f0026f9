"""Renders a dossier as one self-contained page: what is said, through whom, how many chains, what contradicts what."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from musnad import __version__
from musnad.export.chain_labels import CREDIBILITY_LABELS, ODDITY_LABELS, SLOT_LABELS, chains_label
from musnad.export.display import clip, day_and_time, display_line, outlet_name, place_name
from musnad.export.independence import Branch, source_branches
from musnad.export.labels import Label
from musnad.export.templating import content_hash, load_template, read_packaged
from musnad.model import (
    Assertion,
    Contradiction,
    CopyFamily,
    Dossier,
    Independence,
    Polarity,
    Proposition,
    Report,
    Span,
    Story,
)

_LONGEST_TITLE = 110
_ARABIC = re.compile(r"([\u0600-\u06ff]+(?: [\u0600-\u06ff]+)*)")
_AROUND = 90
"""Characters shown on each side of the words that contradict."""


Told = tuple[tuple[str, bool], ...]
"""A reason in English, in pieces: words of the reports, which the page sets apart, are marked."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """Where words stand: the outlet or file, the headline, the date."""

    outlet: str
    title: str
    date: str


@dataclass(frozen=True, slots=True)
class Tree:
    """A source, what is said of it, and those who have it from there."""

    name: str
    about: str
    holders: tuple["Tree", ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """The words of one report that assert or deny a proposition."""

    imprint: Imprint
    words: str


@dataclass(frozen=True, slots=True)
class Side:
    """Those who affirm or deny: how many chains, of what credibility and why, the trees of sources, the words."""

    denies: bool
    chains: Label
    grade: int
    grade_label: Label
    grade_reasons: tuple[Told, ...]
    reasons: tuple[Told, ...]
    flags: tuple[tuple[Label, Told], ...]
    trees: tuple[Tree, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class PropositionView:
    """One proposition as the page shows it."""

    anchor: str
    label: str
    reports: int
    sides: tuple[Side, ...]
    reasons: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a report with the part that matters: what stands before it, the part, what stands after it."""

    imprint: Imprint
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class ContradictionView:
    """Two accounts side by side: in what they differ, and why that is a contradiction."""

    slot: Label
    reasons: tuple[Told, ...]
    sides: tuple[Quoted, ...]
    marker: str


@dataclass(frozen=True, slots=True)
class FamilyView:
    """A family of copies: its members, each with whether it printed the text first."""

    members: tuple[tuple[Imprint, bool], ...]
    reasons: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """The reports about one happening, and the words that hold them together."""

    label: str
    members: tuple[Imprint, ...]
    terms: tuple[str, ...]


def render_dossier_page(dossier: Dossier) -> str:
    """Return one HTML page in Arabic and English that loads nothing from outside and runs no script."""
    reports = {report.id: report for report in dossier.reports}
    assertions = {each.id: each for proposition in dossier.propositions for each in proposition.assertions}
    ranked = sorted(dossier.propositions, key=lambda each: (-each.denied.most, -each.affirmed.most, -_spread(each)))
    style = read_packaged("page.css") + read_packaged("dossier.css")
    return load_template("dossier.html.jinja").render(
        reports=len(reports),
        origins=dossier.origins,
        propositions=[_proposition_view(each, number, reports) for number, each in enumerate(ranked, start=1)],
        contradictions=[
            view for each in dossier.contradictions if (view := _contradiction_view(each, assertions, reports))
        ],
        stories=[_story_view(story, reports) for story in dossier.stories if len(story.reports) > 1],
        families=[_family_view(family, reports) for family in dossier.copy_families],
        style=style,
        style_hash=content_hash(style),
        version=__version__,
    )


# -- propositions --------------------------------------------------------------------------------


def _proposition_view(proposition: Proposition, number: int, reports: Mapping[str, Report]) -> PropositionView:
    sides = []
    for polarity, counted in ((Polarity.AFFIRMS, proposition.affirmed), (Polarity.DENIES, proposition.denied)):
        members = [each for each in proposition.assertions if each.polarity is polarity]
        if members:
            sides.append(_side(counted, members, reports, denies=polarity is Polarity.DENIES))
    return PropositionView(
        f"p{number}",
        display_line(proposition.label),
        _spread(proposition),
        tuple(sides),
        _told(proposition.reasons),
    )


def _spread(proposition: Proposition) -> int:
    return len({each.report for each in proposition.assertions})


def _side(counted: Independence, members: Sequence[Assertion], reports: Mapping[str, Report], *, denies: bool) -> Side:
    return Side(
        denies,
        chains_label(counted.least, counted.most),
        counted.credibility,
        CREDIBILITY_LABELS[counted.credibility],
        _told(counted.credibility_reasons),
        _told(counted.reasons),
        tuple((ODDITY_LABELS[flag.oddity], _pieces(flag.reason)) for flag in counted.flags),
        tuple(_trees(source_branches(counted))),
        tuple(Statement(_imprint(reports[each.report]), _words(each, reports[each.report])) for each in members),
    )


def _trees(branches: Sequence[Branch]) -> Iterator[Tree]:
    """Yield the trees that a list of branches, each with its depth, stands for."""
    starts = [place for place, (depth, _, _) in enumerate(branches) if depth == branches[0][0]]
    for start, end in zip(starts, [*starts[1:], len(branches)], strict=True):
        _, name, about = branches[start]
        below = branches[start + 1 : end]
        yield Tree(name, about, tuple(_trees(below)) if below else ())


def _told(reasons: Iterable[str]) -> tuple[Told, ...]:
    return tuple(map(_pieces, reasons))


def _pieces(reason: str) -> Told:
    """Return the reason cut at the words in Arabic letters, so that none of them moves the English around it."""
    return tuple((piece, bool(_ARABIC.fullmatch(piece))) for piece in _ARABIC.split(display_line(reason)) if piece)


def _words(assertion: Assertion, report: Report) -> str:
    text = report.article.text if report.article else ""
    return " … ".join(display_line(span.of(text)) for span in assertion.content)


def _imprint(report: Report) -> Imprint:
    article = report.article
    published = article.published if article else None
    return Imprint(
        outlet_name(report) or place_name(report).rsplit("/", 1)[-1],
        clip(article.title.value, length=_LONGEST_TITLE) if article and article.title else place_name(report),
        day_and_time(published.value, has_time=published.has_time) if published else "",
    )


# -- contradictions and copies -------------------------------------------------------------------


def _contradiction_view(
    contradiction: Contradiction, assertions: Mapping[str, Assertion], reports: Mapping[str, Report]
) -> ContradictionView | None:
    left, right = assertions.get(contradiction.left), assertions.get(contradiction.right)
    if left is None or right is None:
        return None
    marker = contradiction.marker
    return ContradictionView(
        SLOT_LABELS[contradiction.slot],
        _told(contradiction.reasons),
        (
            _quoted(reports[left.report], contradiction.left_span),
            _quoted(reports[right.report], contradiction.right_span),
        ),
        display_line(marker.of(_text(reports[left.report]))) if marker else "",
    )


def _quoted(report: Report, span: Span) -> Quoted:
    text = _text(report)
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    end = len(text) if end < 0 else end
    before, after = text[start : span.start], text[span.end : end]
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + "…"
    return Quoted(_imprint(report), _spaced(before), display_line(span.of(text)), _spaced(after))


def _spaced(words: str) -> str:
    """Return the words on one line, with a blank at either end where they have one."""
    return f"{' ' if words[:1].isspace() else ''}{display_line(words)}{' ' if words[-1:].isspace() else ''}"


def _text(report: Report) -> str:
    return report.article.text if report.article else ""


def _story_view(story: Story, reports: Mapping[str, Report]) -> StoryView:
    members = tuple(_imprint(reports[member]) for member in story.reports if member in reports)
    return StoryView(display_line(story.label), members, tuple(map(display_line, story.terms)))


def _family_view(family: CopyFamily, reports: Mapping[str, Report]) -> FamilyView:
    members = tuple((_imprint(reports[member]), member == family.origin) for member in family.members)
    return FamilyView(members, _told(family.reasons))
