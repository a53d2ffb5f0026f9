"""Reads articles whose events and arms transfers people annotated (the format is in docs/evaluation.md)."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from musnad.errors import GoldError
from musnad.evaluation.gold import gold_paths
from musnad.evaluation.reader import read_text
from musnad.model import Amount, Event, Span, Transfer

Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class EventArticle:
    """An article with its annotated events and transfers, as the JSON values of its file."""

    id: str
    text: str
    outlet: str | None
    published: str | None
    events: tuple[Entry, ...]
    transfers: tuple[Entry, ...]


def has_events(folder: Path) -> bool:
    """Tell whether the gold files of a folder annotate events: whether the first of them has the key `events`."""
    paths = sorted(folder.glob("*.json")) if folder.is_dir() else []
    if not paths:
        return False
    try:
        return "events" in json.loads(paths[0].read_text(encoding="utf-8"))
    except (OSError, ValueError, TypeError):
        return False


def load_event_gold(folder: Path) -> list[EventArticle]:
    """Return the annotated articles of a folder of JSON files, by name; raise GoldError where one is broken."""
    return [_read(path) for path in gold_paths(folder)]


def _read(path: Path) -> EventArticle:
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        article = EventArticle(
            id=record.get("id", path.stem),
            text=record["text"],
            outlet=record.get("outlet"),
            published=record.get("published"),
            events=tuple(record["events"]),
            transfers=tuple(record.get("transfers", ())),
        )
        for event in article.events:
            _check(event, ("type", "trigger", "agents", "targets", "status"))
        for transfer in article.transfers:
            _check(transfer, ("item", "stage"))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise GoldError(f"{path} is not a gold article with events: {error!r}") from error
    return article


def _check(entry: Entry, keys: tuple[str, ...]) -> None:
    missing = [key for key in keys if key not in entry]
    if missing:
        raise KeyError(f"an annotation lacks {', '.join(missing)}")


def read_event_gold(article: EventArticle) -> tuple[list[Entry], list[Entry]]:
    """Return the events and transfers that `musnad read --plain` finds in the article's text, as JSON values."""
    report = read_text(article.text, article.id, article.outlet, article.published)
    return [_event(event) for event in report.events], [_transfer(transfer) for transfer in report.transfers]


def _event(event: Event) -> Entry:
    """Return the event in the terms of the gold files."""
    return {
        "type": str(event.type),
        "trigger": _offsets(event.trigger),
        "also": [_offsets(span) for span in event.also],
        "agents": [_offsets(span) for span in event.agents],
        "targets": [_offsets(span) for span in event.targets],
        "earliest": event.earliest.isoformat() if event.earliest else None,
        "latest": event.latest.isoformat() if event.latest else None,
        "killed": _interval(event.killed),
        "wounded": _interval(event.wounded),
        "status": str(event.status),
        "background": event.background,
    }


def _transfer(transfer: Transfer) -> Entry:
    """Return the transfer in the terms of the gold files."""
    return {
        "item": _offsets(transfer.item),
        "also": [_offsets(span) for span in transfer.also],
        "supplier": _offsets(transfer.supplier) if transfer.supplier else None,
        "recipient": _offsets(transfer.recipient) if transfer.recipient else None,
        "stage": str(transfer.stage),
    }


def _interval(amount: Amount | None) -> list[float | None] | None:
    return [amount.least, amount.most] if amount else None


def _offsets(span: Span) -> list[int]:
    return [span.start, span.end]
