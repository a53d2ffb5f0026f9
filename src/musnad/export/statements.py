"""Turns propositions and contradictions into what pages show: who says so, in which words, on how many chains."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from musnad.export.chain_labels import (
    CREDIBILITY_LABELS,
    DENIAL_GISTS,
    ODDITY_LABELS,
    SLOT_GISTS,
    SLOT_LABELS,
    chains_label,
)
from musnad.export.display import clip, day_and_time, display_line, outlet_name, place_name
from musnad.export.independence import Branch, source_branches
from musnad.export.labels import Label
from musnad.export.retelling import retell_words
from musnad.model import Assertion, Contradiction, Independence, Polarity, Proposition, Report, Slot, Span

_LONGEST_TITLE = 110
_LONGEST_VALUE = 60
_ARABIC = re.compile(r"([\u0600-\u06ff]+(?: [\u0600-\u06ff]+)*)")
_AROUND = 90
"""Characters shown on each side of the words that contradict."""


Told = tuple[tuple[str, bool], ...]
"""A reason in English, in pieces: words of the reports, which the page sets apart, are marked."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """Where words stand: the outlet or file, the headline, the date, the report's id."""

    outlet: str
    title: str
    date: str
    report: str


@dataclass(frozen=True, slots=True)
class Tree:
    """A source, what is said of it, and those who have it from there."""

    name: str
    about: str
    holders: tuple["Tree", ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """The words of one report that assert or deny a proposition; `claim` is their claim's id, if any."""

    imprint: Imprint
    words: str
    claim: str | None


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
class Quoted:
    """Words of a report with the part that matters: what stands before and after it; whether they deny."""

    imprint: Imprint
    before: str
    words: str
    after: str
    claim: str | None
    denies: bool


@dataclass(frozen=True, slots=True)
class ContradictionView:
    """Two accounts side by side: in what they differ, and why that is a contradiction.

    `gist` says it in plain words, and `values` are what cannot both be, where words tell more than the two accounts.
    `key` tells it from others, `opposed` are the two assertions, by id.
    """

    key: str
    opposed: tuple[str, str]
    slot: Label
    gist: Label
    values: tuple[str, ...]
    reasons: tuple[Told, ...]
    sides: tuple[Quoted, ...]
    marker: str


def sides_of(proposition: Proposition, reports: Mapping[str, Report]) -> tuple[Side, ...]:
    """Return those who affirm and those who deny, without a side on which nobody is."""
    sides = []
    for polarity, counted in ((Polarity.AFFIRMS, proposition.affirmed), (Polarity.DENIES, proposition.denied)):
        members = [each for each in proposition.assertions if each.polarity is polarity]
        if members:
            sides.append(_side(counted, members, reports, denies=polarity is Polarity.DENIES))
    return tuple(sides)


def spread_of(proposition: Proposition) -> int:
    """Return in how many reports the proposition is asserted or denied."""
    return len({each.report for each in proposition.assertions})


def told(reasons: Iterable[str]) -> tuple[Told, ...]:
    """Return reasons in pieces."""
    return tuple(map(cut_reason, reasons))


def retold(reason: Told, code: str) -> Told:
    """Return a reason, in pieces, in another language; one that has no translation stays English."""
    return cut_reason(retell_words(code, "".join(words for words, _ in reason)))


def cut_reason(reason: str) -> Told:
    """Return the reason cut at the words in Arabic letters, so that none of them moves the English around it."""
    return tuple((piece, bool(_ARABIC.fullmatch(piece))) for piece in _ARABIC.split(display_line(reason)) if piece)


def imprint_of(report: Report) -> Imprint:
    """Return where the words of a report stand."""
    article = report.article
    published = article.published if article else None
    return Imprint(
        outlet_name(report) or place_name(report).rsplit("/", 1)[-1],
        clip(article.title.value, length=_LONGEST_TITLE) if article and article.title else place_name(report),
        day_and_time(published.value, has_time=published.has_time) if published else "",
        report.id,
    )


def contradiction_view(
    contradiction: Contradiction, assertions: Mapping[str, Assertion], reports: Mapping[str, Report]
) -> ContradictionView | None:
    """Return the two accounts, None where one of them is not known."""
    left, right = assertions.get(contradiction.left), assertions.get(contradiction.right)
    if left is None or right is None or left.report not in reports or right.report not in reports:
        return None
    marker = contradiction.marker
    sides = (
        _quoted(left, reports[left.report], contradiction.left_span),
        _quoted(right, reports[right.report], contradiction.right_span),
    )
    denying = [number for number, side in enumerate(sides) if side.denies]
    values = [clip(side.words, length=_LONGEST_VALUE) for side in sides]
    is_denied = contradiction.slot is Slot.POLARITY and len(denying) == 1
    return ContradictionView(
        f"{left.id}-{right.id}-{contradiction.slot}",
        (left.id, right.id),
        SLOT_LABELS[contradiction.slot],
        DENIAL_GISTS[denying[0]] if is_denied else SLOT_GISTS[contradiction.slot],
        () if is_denied else tuple(values),
        told(contradiction.reasons),
        sides,
        display_line(marker.of(_text(reports[left.report]))) if marker else "",
    )


def _side(counted: Independence, members: Sequence[Assertion], reports: Mapping[str, Report], *, denies: bool) -> Side:
    return Side(
        denies,
        chains_label(counted.least, counted.most),
        counted.credibility,
        CREDIBILITY_LABELS[counted.credibility],
        told(counted.credibility_reasons),
        told(counted.reasons),
        tuple((ODDITY_LABELS[flag.oddity], cut_reason(flag.reason)) for flag in counted.flags),
        tuple(_trees(source_branches(counted))),
        tuple(_statement(each, reports[each.report]) for each in members if each.report in reports),
    )


def _statement(assertion: Assertion, report: Report) -> Statement:
    words = " … ".join(display_line(span.of(_text(report))) for span in assertion.content)
    return Statement(imprint_of(report), words, assertion.claim)


def _trees(branches: Sequence[Branch]) -> Iterator[Tree]:
    """Yield the trees that a list of branches, each with its depth, stands for."""
    starts = [place for place, (depth, _, _) in enumerate(branches) if depth == branches[0][0]]
    for start, end in zip(starts, [*starts[1:], len(branches)], strict=True):
        _, name, about = branches[start]
        below = branches[start + 1 : end]
        yield Tree(name, about, tuple(_trees(below)) if below else ())


def _quoted(assertion: Assertion, report: Report, span: Span) -> Quoted:
    text = _text(report)
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    end = len(text) if end < 0 else end
    before, after = text[start : span.start], text[span.end : end]
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + "…"
    words = display_line(span.of(text))
    denies = assertion.polarity is Polarity.DENIES
    return Quoted(imprint_of(report), _spaced(before), words, _spaced(after), assertion.claim, denies)


def _spaced(words: str) -> str:
    """Return the words on one line, with a blank at either end where they have one."""
    return f"{' ' if words[:1].isspace() else ''}{display_line(words)}{' ' if words[-1:].isspace() else ''}"


def _text(report: Report) -> str:
    return report.article.text if report.article else ""
