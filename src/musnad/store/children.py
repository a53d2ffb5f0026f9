"""Turns what was read from a report into the rows by which it is looked up: claims, names, places, times, events."""

from collections.abc import Mapping, Sequence
from typing import Any

from musnad.model import Claim, Event, Link, LinkKind, Mention, Report, Span, TimeExpression, Transfer
from musnad.store.rows import folded_key, keepable, to_seconds

Values = tuple[Any, ...]
"""The values of a row in the order of its columns; truth is 0 or 1, which both databases take."""

_PLACES_A_MENTION = 3
_PARTS = ("item", "supplier", "recipient")

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "claim": (
        *("position", "id", "start", "end", "mode", "hedge", "author_stance", "stance", "negated", "in_headline"),
        *("anonymous", "repeats", "rule", "confidence", "day"),
    ),
    "link": (
        *("claim", "position", "name", "folded", "kind", "anonymity", "entry", "stance", "relation", "basis"),
        *("negated", "day"),
    ),
    "mention": ("position", "kind", "start", "end", "folded", "entry", "country"),
    "place": (
        *("mention", "rank", "id", "name", "kind", "country", "latitude", "longitude", "radius_km", "score"),
        "day",
    ),
    "time": ("position", "start", "end", "earliest", "latest", "grain"),
    "event": (
        *("position", "id", "type", "mode", "status", "start", "end", "earliest", "latest", "killed_least"),
        *("killed_most", "said_in", "background", "confidence"),
    ),
    "event_role": ("event", "role", "position", "start", "end", "name", "folded", "entry"),
    "transfer": (
        *("position", "id", "stage", "start", "end", "earliest", "latest", "said_in", "confidence"),
        *(column for part in _PARTS for column in (part, f"{part}_entry")),
    ),
}
"""The columns of each table whose rows belong to a report, the report's number aside; parents first."""


def child_rows(report: Report) -> dict[str, list[Values]]:
    """Return the rows of each table that belong to a report, without its number, parents first; empty tables left out.

    The values stand in the order of COLUMNS.
    """
    article = report.article
    if article is None:
        return {}
    day = article.published.value.date().isoformat() if article.published else None
    text, claims, mentions = article.text, report.claims, report.mentions
    named = {mention.span: mention for mention in mentions}
    found: dict[str, list[Values]] = {
        "claim": [_claim(claim, place, day) for place, claim in enumerate(claims)],
        "link": [
            _link(link, text, (place, position), day)
            for place, claim in enumerate(claims)
            for position, link in enumerate(claim.resolved_chain)
        ],
        "mention": [_mention(mention, text, place) for place, mention in enumerate(mentions)],
        "place": [row for place, mention in enumerate(mentions) for row in _places(mention, place, day)],
        "time": [_time(time, place) for place, time in enumerate(report.times)],
        "event": [_event(event, place) for place, event in enumerate(report.events)],
        "event_role": [row for place, event in enumerate(report.events) for row in _roles(event, place, text, named)],
        "transfer": [_transfer(one, place, text, named) for place, one in enumerate(report.transfers)],
    }
    return {table: rows for table, rows in found.items() if rows}


def _claim(claim: Claim, place: int, day: str | None) -> Values:
    origin = claim.chain.origin
    return (
        place,
        claim.id,
        claim.content[0].start,
        claim.content[-1].end,
        claim.mode.value,
        claim.hedge.value,
        claim.author_stance.value,
        origin.stance.value,
        int(any(link.cue_negated for link in claim.chain)),
        int(claim.in_headline),
        int(origin.kind is LinkKind.ANON),
        claim.repeats,
        claim.rule,
        claim.confidence,
        day,
    )


def _link(link: Link, text: str, place: tuple[int, int], day: str | None) -> Values:
    holder = link.resolved or link.source
    name = holder.of(text) if holder else None
    return (
        *place,
        keepable(name) if name else None,
        folded_key(name) if name else None,
        link.kind.value,
        link.anonymity.value if link.anonymity else None,
        link.entry,
        link.stance.value,
        link.relation.value,
        link.basis.value,
        int(link.cue_negated),
        day,
    )


def _mention(mention: Mention, text: str, place: int) -> Values:
    span = mention.span
    folded = folded_key((mention.refers_to or span).of(text))
    return (place, mention.kind.value, span.start, span.end, folded, mention.entry, mention.country)


def _places(mention: Mention, place: int, day: str | None) -> list[Values]:
    return [
        (
            place,
            rank,
            candidate.id,
            candidate.name,
            candidate.kind.value,
            candidate.country,
            candidate.latitude,
            candidate.longitude,
            candidate.radius_km,
            candidate.score,
            day,
        )
        for rank, candidate in enumerate(mention.candidates[:_PLACES_A_MENTION])
    ]


def _time(time: TimeExpression, place: int) -> Values:
    earliest = to_seconds(time.earliest) if time.earliest else None
    latest = to_seconds(time.latest) if time.latest else None
    return (place, time.span.start, time.span.end, earliest, latest, time.grain.value)


def _event(event: Event, place: int) -> Values:
    return (
        place,
        event.id,
        event.type.value,
        event.mode,
        event.status.value,
        event.trigger.start,
        event.trigger.end,
        event.earliest.isoformat() if event.earliest else None,
        event.latest.isoformat() if event.latest else None,
        event.killed.least if event.killed else None,
        event.killed.most if event.killed else None,
        event.said_in,
        int(event.background),
        event.confidence,
    )


def _roles(event: Event, place: int, text: str, named: Mapping[Span, Mention]) -> list[Values]:
    parts: tuple[tuple[str, Sequence[Span]], ...] = (
        ("agent", event.agents),
        ("target", event.targets),
        ("weapon", event.weapons),
        ("place", (event.place,) if event.place else ()),
    )
    rows: list[Values] = []
    for role, spans in parts:
        for position, span in enumerate(spans):
            words = span.of(text)
            mention = named.get(span)
            folded = folded_key(mention.refers_to.of(text) if mention and mention.refers_to else words)
            entry = mention.entry if mention else None
            rows.append((place, role, position, span.start, span.end, keepable(words), folded, entry))
    return rows


def _transfer(transfer: Transfer, place: int, text: str, named: Mapping[Span, Mention]) -> Values:
    parts: list[str | None] = []
    for span in (transfer.item, transfer.supplier, transfer.recipient):  # in the order of _PARTS
        mention = named.get(span) if span else None
        parts += [folded_key(span.of(text)) if span else None, mention.entry if mention else None]
    return (
        place,
        transfer.id,
        transfer.stage.value,
        transfer.item.start,
        transfer.item.end,
        transfer.earliest.isoformat() if transfer.earliest else None,
        transfer.latest.isoformat() if transfer.latest else None,
        transfer.said_in,
        transfer.confidence,
        *parts,
    )
