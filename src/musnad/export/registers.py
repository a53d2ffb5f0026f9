"""Writes events as the tables of conflict-data coders (PLOVER, CAMEO), and transfers as SIPRI's register has them."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from musnad.export.display import outlet_name
from musnad.export.said import address_of, headline_of, published_of
from musnad.export.spreadsheet import safe_cell
from musnad.model import Amount, Dossier, Event, Mention, Report, Span, Transfer, TransferStage

PLOVER_COLUMNS = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Quad Code", "Status"),
    *("Actor Name", "Actor Country", "Recipient Name", "Recipient Country"),
    *("Placename", "Country", "Latitude", "Longitude", "Killed", "Wounded"),
    *("Headline", "Publication Date", "Publisher", "URL", "Story ID", "Attributed To"),
)
CAMEO_COLUMNS = (
    "Event ID",
    "Event Date",
    "Source Name",
    "Event Root Code",
    "Target Name",
    "Country",
    "Publisher",
    "URL",
)
SIPRI_COLUMNS = (
    *("Supplier", "Recipient", "Number ordered", "Weapon designation", "Year of order", "Number delivered"),
    *("Year(s) of delivery", "Status", "Comments", "Stage", "Via", "End user", "Source", "URL", "Attributed To"),
)
# PLOVER's four quadrants: verbal and material, cooperation and conflict.
_QUADRANTS: Mapping[str, int] = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
_DELIVERED = frozenset({TransferStage.DELIVERED, TransferStage.SEEN})


def render_plover(dossier: Dossier) -> str:
    """Return the events as tab-separated values with the columns of PLOVER's datasets (POLECAT)."""
    stories = {name: story.id for story in dossier.stories for name in story.reports}
    return _tsv(PLOVER_COLUMNS, (_plover(report, event, stories) for report, event in _events(dossier)))


def render_cameo(dossier: Dossier) -> str:
    """Return the events that have a CAMEO root code as tab-separated values."""
    coded = ((report, event) for report, event in _events(dossier) if event.cameo)
    return _tsv(CAMEO_COLUMNS, (_cameo(report, event) for report, event in coded))


def render_arms_register(dossier: Dossier) -> str:
    """Return the arms transfers as CSV, with the columns of SIPRI's trade registers and where each is told.

    Nothing is added up: what three pages tell of one delivery are three lines.
    """
    rows = (_transfer(report, transfer) for report in dossier.reports for transfer in report.transfers)
    return _written(SIPRI_COLUMNS, rows, ",")


def _events(dossier: Dossier) -> Iterator[tuple[Report, Event]]:
    return ((report, event) for report in dossier.reports for event in report.events)


def _plover(report: Report, event: Event, stories: Mapping[str, str]) -> Sequence[object]:
    text = _text(report)
    place = _mention_at(report, event.place)
    candidate = place.candidates[0] if place and place.candidates else None
    return (
        event.id,
        event.earliest.isoformat() if event.earliest else "",
        event.type.value,
        event.mode or "",
        _QUADRANTS.get(event.type.value, ""),
        event.status.value,
        _names(text, event.agents),
        _countries(report, event.agents),
        _names(text, event.targets),
        _countries(report, event.targets),
        event.place.of(text) if event.place else "",
        (candidate.country if candidate else place.country if place else None) or "",
        candidate.latitude if candidate else "",
        candidate.longitude if candidate else "",
        _number(event.killed),
        _number(event.wounded),
        headline_of(report),
        published_of(report)[:10],
        outlet_name(report),
        address_of(report),
        stories.get(report.id, ""),
        _attributed(report, event.said_in),
    )


def _cameo(report: Report, event: Event) -> Sequence[object]:
    text = _text(report)
    return (
        event.id,
        event.earliest.isoformat() if event.earliest else "",
        _names(text, event.agents),
        event.cameo,
        _names(text, event.targets),
        _countries(report, (event.place,) if event.place else ()),
        outlet_name(report),
        address_of(report),
    )


def _transfer(report: Report, transfer: Transfer) -> Sequence[object]:
    text = _text(report)
    year = transfer.earliest.year if transfer.earliest else ""
    delivered = transfer.stage in _DELIVERED
    number = _number(transfer.quantity)
    return (
        transfer.supplier.of(text) if transfer.supplier else "Unknown",
        transfer.recipient.of(text) if transfer.recipient else "Unknown",
        "" if delivered else number,
        transfer.item.of(text),
        "" if delivered else year,
        number if delivered else "",
        year if delivered else "",
        "",  # new, second hand: reports do not say it in a way that can be relied on
        "covert" if transfer.covert else "",
        transfer.stage.value,
        transfer.via.of(text) if transfer.via else "",
        transfer.end_user.of(text) if transfer.end_user else "",
        outlet_name(report),
        address_of(report),
        _attributed(report, transfer.said_in),
    )


def _attributed(report: Report, said_in: str | None) -> str:
    """Return who is said to say so: the origin of the claim; empty for the page's own voice."""
    claim = next((each for each in report.claims if each.id == said_in), None)
    origin = claim.chain.origin if claim else None
    span = (origin.resolved or origin.source) if origin else None
    return span.of(_text(report)) if span else ""


def _text(report: Report) -> str:
    return report.article.text if report.article else ""


def _names(text: str, spans: Iterable[Span]) -> str:
    return "; ".join(span.of(text) for span in spans)


def _mention_at(report: Report, span: Span | None) -> Mention | None:
    if span is None:
        return None
    inside = (each for each in report.mentions if span.start <= each.span.start and each.span.end <= span.end)
    return next((each for each in inside if each.candidates or each.country), None)


def _countries(report: Report, spans: Iterable[Span]) -> str:
    found = (_mention_at(report, span) for span in spans)
    return "; ".join(dict.fromkeys(each.country for each in found if each and each.country))


def _number(amount: Amount | None) -> str:
    if amount is None:
        return ""
    least = f"{amount.least:g}"
    if amount.most is None:
        return f"{least}+"
    return least if amount.most == amount.least else f"{least}-{amount.most:g}"


def _tsv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    return _written(columns, rows, "\t")


def _written(columns: Sequence[str], rows: Iterable[Sequence[object]], delimiter: str) -> str:
    written = io.StringIO()
    writer = csv.writer(written, delimiter=delimiter, lineterminator="\r\n" if delimiter == "," else "\n")
    writer.writerow(columns)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return written.getvalue()
