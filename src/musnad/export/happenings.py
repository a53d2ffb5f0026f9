"""Turns events and arms transfers into the rows that the page and the terminal show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from musnad.export.display import clip
from musnad.export.whole_names import shown_name
from musnad.model import Amount, Event, Report, Span, Transfer

_WORDS_SHOWN = 48  # characters of one cell


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event: words as the text has them, empty where it tells nothing; `claim` is the number of its claim."""

    type: str
    mode: str
    trigger: str
    agents: str
    targets: str
    when: str
    toll: str
    status: str
    background: bool
    claim: int


@dataclass(frozen=True, slots=True)
class TransferRow:
    """One arms transfer; `claim` is the number of the claim that reports it, 0 for the page's own voice."""

    item: str
    supplier: str
    recipient: str
    end_user: str
    via: str
    stage: str
    covert: bool
    repeated: bool | None
    claim: int


def event_rows(report: Report) -> tuple[EventRow, ...]:
    """Return one row an event, in the order of the text."""
    numbers = _numbers(report)
    text = report.article.text if report.article else ""
    return tuple(_event_row(event, text, numbers) for event in report.events)


def transfer_rows(report: Report) -> tuple[TransferRow, ...]:
    """Return one row an arms transfer, in the order of the text."""
    numbers = _numbers(report)
    text = report.article.text if report.article else ""
    return tuple(_transfer_row(transfer, text, numbers) for transfer in report.transfers)


def _numbers(report: Report) -> dict[str, int]:
    return {claim.id: number for number, claim in enumerate(report.claims, start=1)}


def _event_row(event: Event, text: str, numbers: Mapping[str, int]) -> EventRow:
    return EventRow(
        type=str(event.type),
        mode=event.mode or "",
        trigger=_words(text, (event.trigger,)),
        agents=_words(text, event.agents),
        targets=_words(text, event.targets),
        when=_when(event),
        toll=", ".join(
            f"{_count(amount)} {name}"
            for name, amount in (("killed", event.killed), ("wounded", event.wounded))
            if amount
        ),
        status=str(event.status),
        background=event.background,
        claim=numbers.get(event.said_in or "", 0),
    )


def _transfer_row(transfer: Transfer, text: str, numbers: Mapping[str, int]) -> TransferRow:
    def party(span: Span | None) -> str:
        return _words(text, (span,)) if span is not None else ""

    return TransferRow(
        item=party(transfer.item),
        supplier=party(transfer.supplier),
        recipient=party(transfer.recipient),
        end_user=party(transfer.end_user),
        via=party(transfer.via),
        stage=str(transfer.stage),
        covert=transfer.covert,
        repeated=transfer.repeated,
        claim=numbers.get(transfer.said_in or "", 0),
    )


def _words(text: str, spans: Sequence[Span]) -> str:
    return clip("، ".join(shown_name(text, span) for span in spans), length=_WORDS_SHOWN)


def _when(event: Event) -> str:
    days = [day.isoformat() if day else "…" for day in (event.earliest, event.latest)]
    if days == ["…", "…"]:
        return ""
    return days[0] if days[0] == days[1] else f"{days[0]} – {days[1]}"


def _count(amount: Amount) -> str:
    least = f"{amount.least:g}"
    if amount.most is None:
        return f"≥ {least}"
    return least if amount.most == amount.least else f"{least}–{amount.most:g}"
