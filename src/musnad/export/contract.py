"""Writes reports as JSON by the contract that users, tests and benchmarks rely on."""

import re
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

import msgspec

from musnad.model import (
    Amount,
    Article,
    Circumstance,
    Claim,
    Credit,
    Event,
    Link,
    Mention,
    Problem,
    RawDocument,
    Report,
    Span,
    TimeExpression,
    Transfer,
)

_SURROGATES = re.compile("[\ud800-\udfff]")


def report_record(report: Report) -> dict[str, Any]:
    """Return the report as plain JSON values; spans are [start, end) code points of article.text."""
    return {
        "id": report.id,
        "raw": _raw_record(report.raw),
        "article": _article_record(report.article) if report.article is not None else None,
        "mentions": _mention_records(report),
        "times": _time_records(report),
        "claims": [_claim_record(claim) for claim in report.claims],
        "events": [_event_record(event) for event in report.events],
        "transfers": [_transfer_record(transfer) for transfer in report.transfers],
        "problems": [_problem_record(problem) for problem in report.problems],
    }


def render_jsonl(report: Report) -> str:
    """Return the report as one line of JSON, without the line's end."""
    return encode_record(report_record(report)).decode()


def render_json(reports: Iterable[Report]) -> str:
    """Return all reports as one indented JSON array."""
    records = encode_record([report_record(report) for report in reports])
    return msgspec.json.format(records, indent=2).decode() + "\n"


def encode_record(record: Any) -> bytes:
    """Return a record as JSON; each half of a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD."""
    try:
        return msgspec.json.encode(record)
    except UnicodeEncodeError:
        # In a path, a text or what a record states; one character takes the place of each, so that offsets stay true.
        return msgspec.json.encode(_without_surrogates(record))


def _without_surrogates(value: Any) -> Any:
    if isinstance(value, str):
        return _SURROGATES.sub("\ufffd", value)
    if isinstance(value, dict):
        return {key: _without_surrogates(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_without_surrogates(inner) for inner in value]
    return value


def _raw_record(raw: RawDocument) -> dict[str, Any]:
    return {
        "path": raw.path,
        "url": raw.url,
        "media_type": raw.media_type,
        "sha256": raw.sha256,
        "fetched_at": raw.fetched_at.isoformat() if raw.fetched_at else None,
    }


_FOUND = ("outlet", "title", "sub_headline", "byline", "published", "modified", "section")


def _article_record(article: Article) -> dict[str, Any]:
    found = {name: getattr(article, name) for name in _FOUND}
    places = {name: value.where for name, value in found.items() if value is not None}
    if article.tags:
        places["tags"] = article.tags[0].where
    return {
        "url": article.url,
        "canonical_url": article.canonical_url,
        "outlet": article.outlet.value if article.outlet else None,
        "title": article.title.value if article.title else None,
        "sub_headline": article.sub_headline.value if article.sub_headline else None,
        "byline": article.byline.value if article.byline else None,
        "published": article.published.iso if article.published else None,
        "modified": article.modified.iso if article.modified else None,
        "section": article.section.value if article.section else None,
        "tags": [tag.value for tag in article.tags],
        "language": article.language,
        "text": article.text,
        "has_headline": article.has_headline,
        "credits": [_credit_record(credit) for credit in article.credits],
        "dropped": [{"text": dropped.text, "reason": dropped.reason} for dropped in article.dropped],
        "found": places,
    }


def _credit_record(credit: Credit) -> dict[str, Any]:
    return {
        "text": credit.text,
        "outlet": credit.outlet,
        "place": credit.place,
        "span": _offsets(credit.span),
        "entry": credit.entry,
        "is_group": credit.is_group,
    }


def _mention_records(report: Report) -> list[dict[str, Any]]:
    text = report.article.text if report.article else ""
    return [_mention_record(mention, text) for mention in report.mentions]


def _mention_record(mention: Mention, text: str) -> dict[str, Any]:
    return {
        "kind": mention.kind,
        "span": _offsets(mention.span),
        "text": mention.span.of(text),
        "entry": mention.entry,
        "country": mention.country,
        "refers_to": _offsets(mention.refers_to),
        "amount": _amount_record(mention.amount),
        "candidates": [asdict(place) for place in mention.candidates],
        "rule": mention.rule,
        "confidence": mention.confidence,
    }


def _time_records(report: Report) -> list[dict[str, Any]]:
    text = report.article.text if report.article else ""
    return [_time_record(time, text) for time in report.times]


def _time_record(time: TimeExpression, text: str) -> dict[str, Any]:
    return {
        "span": _offsets(time.span),
        "text": time.span.of(text),
        "earliest": time.earliest.isoformat() if time.earliest else None,
        "latest": time.latest.isoformat() if time.latest else None,
        "grain": time.grain,
        "anchor": time.anchor,
        "anchor_span": _offsets(time.anchor_span),
        "relation": time.relation,
        "part": time.part,
        "duration": time.duration,
        "zone": time.zone,
        "rule": time.rule,
    }


def _claim_record(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "content": [_offsets(span) for span in claim.content],
        "mode": claim.mode,
        "verbatim": [_offsets(span) for span in claim.verbatim],
        "hedge": claim.hedge,
        "author_stance": claim.author_stance,
        "in_headline": claim.in_headline,
        "chain": [_link_record(link) for link in claim.chain],
        "resolved_chain": [_link_record(link) for link in claim.resolved_chain],
        "circumstances": [_circumstance_record(circumstance) for circumstance in claim.circumstances],
        "verification": _offsets(claim.verification),
        "repeats": claim.repeats,
        "rule": claim.rule,
        "confidence": claim.confidence,
    }


def _link_record(link: Link) -> dict[str, Any]:
    return {
        "source": _offsets(link.source),
        "resolved": _offsets(link.resolved),
        "kind": link.kind,
        "anonymity": link.anonymity,
        "cue": _offsets(link.cue),
        "cue_negated": link.cue_negated,
        "relation": link.relation,
        "stance": link.stance,
        "entry": link.entry,
        "anonymity_clause": _offsets(link.anonymity_clause),
        "basis": link.basis,
    }


def _circumstance_record(circumstance: Circumstance) -> dict[str, Any]:
    return {
        "kind": circumstance.kind,
        "span": _offsets(circumstance.span),
        "platform": circumstance.platform,
        "account": _offsets(circumstance.account),
    }


def _event_record(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "cameo": event.cameo,
        "trigger": _offsets(event.trigger),
        "also": [_offsets(span) for span in event.also],
        "agents": [_offsets(span) for span in event.agents],
        "targets": [_offsets(span) for span in event.targets],
        "place": _offsets(event.place),
        "earliest": event.earliest.isoformat() if event.earliest else None,
        "latest": event.latest.isoformat() if event.latest else None,
        "killed": _interval(event.killed),
        "wounded": _interval(event.wounded),
        "weapons": [_offsets(span) for span in event.weapons],
        "status": event.status,
        "background": event.background,
        "said_in": event.said_in,
        "rule": event.rule,
        "confidence": event.confidence,
    }


def _transfer_record(transfer: Transfer) -> dict[str, Any]:
    return {
        "id": transfer.id,
        "item": _offsets(transfer.item),
        "also": [_offsets(span) for span in transfer.also],
        "supplier": _offsets(transfer.supplier),
        "recipient": _offsets(transfer.recipient),
        "end_user": _offsets(transfer.end_user),
        "via": _offsets(transfer.via),
        "quantity": _amount_record(transfer.quantity),
        "value": _amount_record(transfer.value),
        "range_km": _interval(transfer.range_km),
        "earliest": transfer.earliest.isoformat() if transfer.earliest else None,
        "latest": transfer.latest.isoformat() if transfer.latest else None,
        "stage": transfer.stage,
        "covert": transfer.covert,
        "repeated": transfer.repeated,
        "said_in": transfer.said_in,
        "rule": transfer.rule,
        "confidence": transfer.confidence,
    }


def _amount_record(amount: Amount | None) -> dict[str, Any] | None:
    return asdict(amount) if amount else None


def _interval(amount: Amount | None) -> list[float | None] | None:
    return [amount.least, amount.most] if amount else None


def _problem_record(problem: Problem) -> dict[str, Any]:
    return {"code": problem.code, "message": problem.message, "span": _offsets(problem.span)}


def _offsets(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None
