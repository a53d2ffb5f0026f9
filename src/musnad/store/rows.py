"""Turns a report into the rows by which it is found: what is shown in lists, and what filters ask for."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Table

from musnad.languages import LANGUAGES
from musnad.model import Article, Claim, Event, Link, LinkKind, Mention, Report, Span, Transfer
from musnad.store import tables
from musnad.text import fold_words

Row = dict[str, Any]

LONGEST_KEY = 300
"""Characters of a folded name that are kept: an entry of a PostgreSQL index holds 2,704 bytes."""
_LONGEST_ADDRESS = 2_000
_PLACES_A_MENTION = 3
_AROUND_NAMES = "،؛,;:.!؟?()[]{}'"
_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")  # PostgreSQL's text holds neither; the packed report has them


def keepable(words: str) -> str:
    """Return the words as both databases can hold them, character by character."""
    return _UNKEEPABLE.sub("\ufffd", words)


@lru_cache(maxsize=200_000)
def folded_key(words: str) -> str:
    """Return the form under which a name is looked up: folded, without quotation marks, at most LONGEST_KEY characters.

    Newspapers put names of outlets and bodies between marks or not, and a phrase may end in a comma.
    """
    parts = (part.strip(_AROUND_NAMES) for part in fold_words(words).replace('"', " ").split())
    return keepable(" ".join(filter(None, parts)))[:LONGEST_KEY]


def moment(when: datetime) -> str:
    """Return a moment in UTC to the millisecond, in ISO 8601 of fixed width, so that it sorts as text."""
    return when.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds")


def report_row(report: Report, *, now: datetime) -> Row:
    """Return the row of table `report`, save what the packing adds."""
    article, raw = report.article, report.raw
    published = article.published if article else None
    return {
        "id": report.id,
        "document": raw.sha256,
        "address": _address(report),
        "path": keepable(raw.path) if raw.path else None,
        "outlet": folded_key(article.outlet.value) if article and article.outlet else None,
        "outlet_entry": _outlet_entry(article) if article else None,
        "title": keepable(article.title.value) if article and article.title else None,
        "byline": keepable(article.byline.value) if article and article.byline else None,
        "language": article.language if article else None,
        "published": _published(published.value, has_time=published.has_time) if published else None,
        "day": published.value.date().isoformat() if published else None,
        "seen": moment(raw.fetched_at or now),
        "stored": moment(now),
        "failed": report.failed,
        "compared": False,
    }


def child_rows(report: Report, number: int) -> Iterator[tuple[Table, list[Row]]]:
    """Yield the rows of each table that belongs to the report with this number, parents first."""
    article = report.article
    if article is None:
        return
    day = article.published.value.date().isoformat() if article.published else None
    text = article.text
    named = {mention.span: mention for mention in report.mentions}
    fixed = {"report": number, "day": day}
    yield tables.claim, [_claim(claim, place) | fixed for place, claim in enumerate(report.claims)]
    yield (
        tables.link,
        [
            _link(link, text, place, position) | fixed
            for place, claim in enumerate(report.claims)
            for position, link in enumerate(claim.resolved_chain)
        ],
    )
    yield (
        tables.mention,
        [_mention(mention, text, place) | {"report": number} for place, mention in enumerate(report.mentions)],
    )
    yield (
        tables.place,
        [row | fixed for place, mention in enumerate(report.mentions) for row in _places(mention, place)],
    )
    yield tables.time, list(_times(report, number))
    yield tables.event, [_event(event, place) | {"report": number} for place, event in enumerate(report.events)]
    yield (
        tables.event_role,
        [
            row | {"report": number}
            for place, event in enumerate(report.events)
            for row in _roles(event, place, text, named)
        ],
    )
    yield (
        tables.transfer,
        [_transfer(one, place, text, named) | {"report": number} for place, one in enumerate(report.transfers)],
    )


def _address(report: Report) -> str | None:
    url = report.raw.url or report.raw.stated.url or (report.article.url if report.article else None)
    return address_key(url) if url else None


def address_key(url: str) -> str:
    """Return the address under which versions of a page are found: no fragment, no tracking parameters."""
    # Imported here: it brings the libraries for fetching along, which who only reads a store has no use for.
    from musnad.intake.web import normal_address

    try:
        return normal_address(url)[:_LONGEST_ADDRESS]
    except (ValueError, UnicodeError):
        return keepable(url)[:_LONGEST_ADDRESS]


def _outlet_entry(article: Article) -> str | None:
    language = LANGUAGES.get(article.language)
    written = article.outlet.value if article.outlet else None
    return language.outlet_names.of_page(written, article.url) if language else None


def _published(value: datetime, *, has_time: bool) -> str:
    """Return a moment in UTC where the zone is known, the local one elsewhere; a day where no time is told."""
    if not has_time:
        return value.date().isoformat()
    try:
        return _seconds(value.astimezone(UTC) if value.tzinfo else value)
    except OverflowError:  # the first or the last hours of the calendar
        return _seconds(value)


def _seconds(value: datetime) -> str:
    return value.replace(tzinfo=None).isoformat(timespec="seconds")


def _claim(claim: Claim, place: int) -> Row:
    origin = claim.chain.origin
    return {
        "position": place,
        "id": claim.id,
        "start": claim.content[0].start,
        "end": claim.content[-1].end,
        "mode": claim.mode.value,
        "hedge": claim.hedge.value,
        "author_stance": claim.author_stance.value,
        "stance": origin.stance.value,
        "negated": any(link.cue_negated for link in claim.chain),
        "in_headline": claim.in_headline,
        "anonymous": origin.kind is LinkKind.ANON,
        "repeats": claim.repeats,
        "rule": claim.rule,
        "confidence": claim.confidence,
    }


def _link(link: Link, text: str, claim: int, position: int) -> Row:
    holder = link.resolved or link.source
    name = holder.of(text) if holder else None
    return {
        "claim": claim,
        "position": position,
        "name": keepable(name) if name else None,
        "folded": folded_key(name) if name else None,
        "kind": link.kind.value,
        "anonymity": link.anonymity.value if link.anonymity else None,
        "entry": link.entry,
        "stance": link.stance.value,
        "relation": link.relation.value,
        "basis": link.basis.value,
        "negated": link.cue_negated,
    }


def _mention(mention: Mention, text: str, place: int) -> Row:
    return {
        "position": place,
        "kind": mention.kind.value,
        "start": mention.span.start,
        "end": mention.span.end,
        "folded": folded_key((mention.refers_to or mention.span).of(text)),
        "entry": mention.entry,
        "country": mention.country,
    }


def _places(mention: Mention, place: int) -> Iterator[Row]:
    for rank, candidate in enumerate(mention.candidates[:_PLACES_A_MENTION]):
        yield {
            "mention": place,
            "rank": rank,
            "id": candidate.id,
            "name": candidate.name,
            "kind": candidate.kind.value,
            "country": candidate.country,
            "latitude": candidate.latitude,
            "longitude": candidate.longitude,
            "radius_km": candidate.radius_km,
            "score": candidate.score,
        }


def _times(report: Report, number: int) -> Iterator[Row]:
    for place, time in enumerate(report.times):
        yield {
            "report": number,
            "position": place,
            "start": time.span.start,
            "end": time.span.end,
            "earliest": _seconds(time.earliest) if time.earliest else None,
            "latest": _seconds(time.latest) if time.latest else None,
            "grain": time.grain.value,
        }


def _event(event: Event, place: int) -> Row:
    return {
        "position": place,
        "id": event.id,
        "type": event.type.value,
        "mode": event.mode,
        "status": event.status.value,
        "start": event.trigger.start,
        "end": event.trigger.end,
        "earliest": event.earliest.isoformat() if event.earliest else None,
        "latest": event.latest.isoformat() if event.latest else None,
        "killed_least": event.killed.least if event.killed else None,
        "killed_most": event.killed.most if event.killed else None,
        "said_in": event.said_in,
        "background": event.background,
        "confidence": event.confidence,
    }


def _roles(event: Event, place: int, text: str, named: dict[Span, Mention]) -> Iterator[Row]:
    parts = (
        ("agent", event.agents),
        ("target", event.targets),
        ("weapon", event.weapons),
        ("place", (event.place,) if event.place else ()),
    )
    for role, spans in parts:
        for position, span in enumerate(spans):
            mention = named.get(span)
            yield {
                "event": place,
                "role": role,
                "position": position,
                "start": span.start,
                "end": span.end,
                "name": keepable(span.of(text)),
                "folded": folded_key((mention.refers_to or span).of(text) if mention else span.of(text)),
                "entry": mention.entry if mention else None,
            }


def _transfer(transfer: Transfer, place: int, text: str, named: dict[Span, Mention]) -> Row:
    row: Row = {
        "position": place,
        "id": transfer.id,
        "stage": transfer.stage.value,
        "start": transfer.item.start,
        "end": transfer.item.end,
        "earliest": transfer.earliest.isoformat() if transfer.earliest else None,
        "latest": transfer.latest.isoformat() if transfer.latest else None,
        "said_in": transfer.said_in,
        "confidence": transfer.confidence,
    }
    for part, span in (("item", transfer.item), ("supplier", transfer.supplier), ("recipient", transfer.recipient)):
        mention = named.get(span) if span else None
        row[part] = folded_key(span.of(text)) if span else None
        row[f"{part}_entry"] = mention.entry if mention else None
    return row
