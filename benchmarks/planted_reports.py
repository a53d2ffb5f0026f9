"""Builds reports whose chains, credits and copies are planted, as the readers would give them for such texts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from musnad.model import (
    Anonymity,
    Article,
    Assertion,
    Chain,
    Claim,
    CopyFamily,
    CopyPair,
    CopyPassage,
    CopyRelation,
    Credit,
    Found,
    FoundDate,
    Hedge,
    Link,
    LinkBasis,
    LinkKind,
    Mention,
    MentionKind,
    Mode,
    PassageLabel,
    RawDocument,
    Relation,
    Report,
    Span,
)

_MENTIONS = {
    LinkKind.PERSON: MentionKind.PERSON,
    LinkKind.ORG: MentionKind.GOVERNMENT_BODY,
    LinkKind.OUTLET: MentionKind.OUTLET,
}


@dataclass(frozen=True, slots=True)
class Holder:
    """A link to plant: what it is, the words that name it, what is told of it where it is unnamed."""

    kind: LinkKind
    words: str
    anonymity: Anonymity | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """One statement of a page: its chain, page first (empty: its own voice), its words, and how they are told."""

    chain: tuple[Holder, ...]
    words: str
    hedge: Hedge = Hedge.NONE
    is_quoted: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A planted report and its assertions."""

    report: Report
    assertions: tuple[Assertion, ...]


def plant_page(
    name: str,
    tellings: Iterable[Telling],
    *,
    outlet: str | None = None,
    published: str | None = None,
    credit: str | None = None,
    headline: str = "عنوان الخبر",
) -> Page:
    """Return a page whose text says what the tellings hold, with their claims and one assertion each."""
    text = f"{headline}\n"
    claims, assertions, mentions = [], [], []
    credits = (Credit(f"نقلا عن {credit}", credit),) if credit else ()
    if credits and credit:
        text += f"{credit}\n"
    for number, telling in enumerate(tellings):
        links = []
        for holder in telling.chain:
            span = Span(len(text), len(text) + len(holder.words))
            text += f"{holder.words} "
            links.append(Link(span, holder.kind, anonymity=holder.anonymity))
            if holder.kind in _MENTIONS:
                mentions.append(Mention(_MENTIONS[holder.kind], span, "planted", 1.0))
        content = Span(len(text), len(text) + len(telling.words))
        text += f"{telling.words}\n"
        claim = None
        if links:
            claim = Claim(
                f"{name}:{number}",
                (content,),
                Chain(tuple(links)),
                Mode.DIRECT if telling.is_quoted else Mode.INDIRECT,
                "planted",
                1.0,
                verbatim=(content,) if telling.is_quoted else (),
                hedge=telling.hedge,
                carriers=_carriers(text, credit),
            )
            claims.append(claim)
        assertions.append(Assertion(f"{name}/{number}", name, (content,), claim.id if claim else None))
    date = datetime.fromisoformat(published) if published else None
    article = Article(
        text,
        "ar",
        has_headline=True,
        outlet=Found(outlet, "planted") if outlet else None,
        published=FoundDate(date, "T" in (published or ""), "planted") if date else None,
        credits=credits,
    )
    raw = RawDocument(b"", "text/x-article", name, path=f"{name}.txt")
    return Page(Report(name, raw, article, tuple(claims), (), tuple(mentions)), tuple(assertions))


def _carriers(text: str, credit: str | None) -> tuple[Link, ...]:
    if credit is None:
        return ()
    start = text.index(credit)
    span = Span(start, start + len(credit))
    return (Link(span, LinkKind.OUTLET, relation=Relation.RELAYS, basis=LinkBasis.CREDITED),)


def plant_pair(
    left: Page,
    right: Page,
    *,
    relation: CopyRelation = CopyRelation.SAME_TEXT,
    label: PassageLabel = PassageLabel.VERBATIM,
    origin: str | None = None,
) -> CopyPair:
    """Return the pair of two pages that share the words of their first assertions, or all where they are one text."""
    spans = [
        page.assertions[0].content[0]
        if relation is not CopyRelation.SAME_TEXT
        else Span(page.report.article.text.index("\n") + 1 if page.report.article else 0, _length(page))
        for page in (left, right)
    ]
    passage = CopyPassage(spans[0], spans[1], 40, 0, label)
    one_origin = relation in {CopyRelation.SAME_TEXT, CopyRelation.PARTIAL}
    return CopyPair(left.report.id, right.report.id, relation, one_origin, 1.0, 1.0, (passage,), origin, ("planted",))


def _length(page: Page) -> int:
    return len(page.report.article.text) if page.report.article else 1


def plant_family(pages: Sequence[Page], *, origin: str | None = None, credit: str | None = None) -> CopyFamily:
    """Return the family of these pages."""
    members = tuple(page.report.id for page in pages)
    return CopyFamily(f"family of {members[0]}", members, origin, credit, ("planted",))
