"""Lays out the path of a claim's reading for a page: sentence, rule, cue, ends, speakers."""

from collections.abc import Mapping
from dataclasses import dataclass

from musnad.claims import Boundary, Candidate, ClaimReasons, LinkReasons, Reasons
from musnad.export.asides import credited_name
from musnad.export.display import clip, display_line, display_text
from musnad.export.labels import BASES, KINDS, Label
from musnad.languages import LANGUAGES
from musnad.languages.grammar import Rule
from musnad.model import Article, Claim, Link, LinkBasis, Report, Span
from musnad.reading import read_reports

_SENTENCE_SHOWN, _NAME_SHOWN = 600, 60  # characters
_AROUND = 24  # characters shown on each side of a boundary


@dataclass(frozen=True, slots=True)
class End:
    """A place where the words of a claim could have ended; `reason` is why they do, empty where they go on."""

    before: str
    mark: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """An earlier speaker that was weighed for one who is left out; `excluded` is empty for the one taken."""

    name: str
    distance: int
    excluded: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """A link of the chain: whom the words or an earlier mention name, and how he was found (in English)."""

    kind: Label
    name: str
    how: str
    basis: Label | None
    weighed: tuple[Weighed, ...]


@dataclass(frozen=True, slots=True)
class ReadingPath:
    """Why a claim was read as it was; `finds` are what the rule finds in its example: source, cue and content."""

    sentence: str
    number: int
    line: int
    rule: Rule
    finds: Mapping[str, str]
    cue: str
    lemma: str
    words: str
    ends: tuple[End, ...]
    speakers: tuple[Speaker, ...]
    notes: tuple[str, ...]


def reading_path(report: Report, claim: Claim) -> ReadingPath | None:
    """Return the path of a claim's reading: its document is read again. None where that gives the claim no more."""
    reasons = Reasons()
    read_reports(report.raw, reasons=reasons)
    noted = reasons.claims.get(claim.id)
    if noted is None or report.article is None:
        return None
    article, text = report.article, report.article.text
    rule = LANGUAGES[article.language].grammar.rules[claim.rule]
    cue = claim.chain.origin.cue
    return ReadingPath(
        clip(noted.span.of(text), length=_SENTENCE_SHOWN),
        noted.sentence,
        noted.paragraph,
        rule,
        rule.finds,
        display_line(cue.of(text)) if cue else "",
        noted.cue.lemma if noted.cue else "",
        " … ".join(display_line(span.of(text)) for span in claim.content),
        tuple(_end(text, boundary) for boundary in noted.boundaries),
        tuple(_speakers(article, claim, noted)),
        noted.notes,
    )


def _end(text: str, boundary: Boundary) -> End:
    span = boundary.span
    before, after = text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND]
    before, mark, after = (display_text(words).replace("\n", " ") for words in (before, span.of(text), after))
    return End(before, mark, after, boundary.reason)


def _speakers(article: Article, claim: Claim, noted: ClaimReasons) -> list[Speaker]:
    chain = list(claim.resolved_chain)
    # The links that the sentence's rule read are the last ones: carriers and outer reports come before them.
    own = len(chain) - len(noted.links)
    return [
        _speaker(article, link, noted.links[place - own] if place >= own else None) for place, link in enumerate(chain)
    ]


def _speaker(article: Article, link: Link, why: LinkReasons | None) -> Speaker:
    span = link.resolved or link.source
    name = credited_name(article, link) or (_name(article.text, span) if span else "")
    basis = BASES.get(link.basis) if link.basis is not LinkBasis.STATED else None
    how = why.how if why else "from the report around it or the claim before"
    weighed = tuple(_weighed(article.text, each) for each in why.candidates) if why else ()
    return Speaker(KINDS[link.kind], name, how, basis, weighed)


def _weighed(text: str, candidate: Candidate) -> Weighed:
    return Weighed(_name(text, candidate.span), candidate.distance, candidate.excluded)


def _name(text: str, span: Span) -> str:
    return clip(span.of(text), length=_NAME_SHOWN)
