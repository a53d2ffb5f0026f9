"""Gathers, for every format, what each claim says and who holds it, its words checked against the text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from musnad.errors import ExportError
from musnad.export.asides import credited_name
from musnad.export.whole_names import holder_name
from musnad.model import Anonymity, Claim, Dossier, Link, LinkKind, Proposition, Relation, Report, Span, Stance

PAUSE = " … "
"""What stands between the stretches of an interrupted claim."""


@dataclass(frozen=True, slots=True)
class Holder:
    """One link of a claim's chain by its name: empty where the text names nobody."""

    name: str
    kind: LinkKind
    relation: Relation
    stance: Stance
    anonymity: Anonymity | None
    negated: bool
    entry: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """A claim with its words, a string a span, and its holders from the page outwards.

    `proposition` is the one that it belongs to, None where it was compared with nothing.
    """

    report: Report
    claim: Claim
    stretches: tuple[str, ...]
    holders: tuple[Holder, ...]
    proposition: Proposition | None

    @property
    def id(self) -> str:
        """Return a name that no other claim has: a copy of a page says the same by the same id."""
        return f"{self.report.id}.{self.claim.id}"

    @property
    def words(self) -> str:
        """Return the words in one string, a pause where they are interrupted."""
        return PAUSE.join(self.stretches)

    @property
    def origin(self) -> Holder:
        """Return the holder furthest from the page."""
        return self.holders[-1]


def said_in(dossier: Dossier) -> Iterator[Said]:
    """Yield every claim of the dossier, report by report; raise ExportError where a span lies outside its text."""
    standing = propositions_of(dossier)
    for report in dossier.reports:
        for claim in report.claims:
            yield _said(report, claim, standing.get((report.id, claim.id)))


def propositions_of(dossier: Dossier) -> Mapping[tuple[str, str], Proposition]:
    """Return the proposition of each claim, by the ids of its report and its own."""
    return {
        (assertion.report, assertion.claim): proposition
        for proposition in dossier.propositions
        for assertion in proposition.assertions
        if assertion.claim is not None
    }


def check_words(name: str, text: str, spans: Sequence[Span], words: Iterable[str]) -> None:
    """Raise ExportError, naming the claim, unless the text has exactly these words at these spans."""
    for span, written in zip(spans, words, strict=True):
        if span.end > len(text) or span.of(text) != written:
            raise ExportError(
                f"claim {name}: its words at [{span.start}, {span.end}) are not those that would be exported; "
                "run `musnad check` on the store, then `musnad reread`"
            )


def address_of(report: Report) -> str:
    """Return the report's address on the web, or a URN by its id."""
    article = report.article
    address = (article.canonical_url or article.url if article else None) or report.raw.url
    return address or f"urn:musnad:report:{report.id}"


def headline_of(report: Report) -> str:
    """Return the report's headline, else its title; empty where it has neither."""
    article = report.article
    if article is None:
        return ""
    if article.has_headline:
        return article.text.partition("\n")[0]
    return article.title.value if article.title else ""


def published_of(report: Report) -> str:
    """Return the day or moment of publication in ISO 8601; empty where it is not known."""
    article = report.article
    return article.published.iso if article and article.published else ""


def _said(report: Report, claim: Claim, proposition: Proposition | None) -> Said:
    assert report.article is not None  # only an article has claims
    text = report.article.text
    stretches = tuple(span.of(text) for span in claim.content)
    check_words(claim.id, text, claim.content, stretches)
    holders = tuple(_holder(report, link) for link in claim.resolved_chain)
    return Said(report, claim, stretches, holders, proposition)


def _holder(report: Report, link: Link) -> Holder:
    assert report.article is not None
    name = credited_name(report.article, link) or holder_name(report.article.text, link)
    return Holder(name, link.kind, link.relation, link.stance, link.anonymity, link.cue_negated, link.entry)
