"""Transfers: the register of arms that are said to change hands, as a table, a matrix and a picture of flows."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Annotated

from babel import Locale
from babel.numbers import format_compact_decimal, format_decimal, get_currency_name
from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from musnad.access import Service, service_of
from musnad.errors import QueryError
from musnad.export.labels import MARKS, Label
from musnad.export.marks import Mark
from musnad.model import Amount, Hedge
from musnad.search import Register, transfer_flows, transfer_register
from musnad.store.finding.register import (
    NOBODY,
    Flow,
    Party,
    RegisteredTransfer,
    RegisterFilter,
    RegisterOrder,
    RegisterPage,
    Teller,
)
from musnad.web.downloads import MOST_ROWS, FileForm, as_file, rows_file
from musnad.web.flow_picture import draw_flows
from musnad.web.languages import tongue_of
from musnad.web.pages.sources import KIND_NAMES, counterpart_label
from musnad.web.place_names import place_label
from musnad.web.queries import address, asked_by
from musnad.web.rendering import environment, locale_of, render
from musnad.web.words import FIELD_NAMES, STAGES, STANCE_NAMES, label_of

router = APIRouter()

_PAGE = 50
_DRAWN = 40
_CROSSED = 400
_MATRIX_SIDE = 14
_SHADES = (2, 3, 5, 10)  # of how many transfers on a cell of the matrix is darker
_COLUMNS = (
    "published", "outlet", "source", "stance", "item", "supplier", "recipient", "end_user", "via", "quantity", "value",
    "stage", "earliest", "latest", "covert", "report", "transfer", "claim", "confidence", "url",
)  # fmt: skip
_LOCALES = {"ar": Locale("ar"), "en": Locale("en")}


class View(StrEnum):
    """The ways in which the register is shown."""

    TABLE = "table"
    MATRIX = "matrix"
    FLOW = "flow"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the address asks of the register beside the query."""

    supplier: Annotated[str | None, Query(max_length=300)] = None
    recipient: Annotated[str | None, Query(max_length=300)] = None
    stage: Annotated[str | None, Query(max_length=40)] = None
    sort: RegisterOrder = RegisterOrder.PUBLISHED
    down: bool = True
    view: View = View.TABLE
    page: Annotated[int, Query(ge=1, le=100_000)] = 1

    @property
    def filter(self) -> RegisterFilter:
        """Return which transfers are listed."""
        return RegisterFilter(self.supplier or None, self.recipient or None, self.stage or None)

    @property
    def parameters(self) -> Mapping[str, object]:
        """Return what an address carries on of this, save the page."""
        return {
            "supplier": self.supplier,
            "recipient": self.recipient,
            "stage": self.stage,
            "sort": self.sort.value if self.sort is not RegisterOrder.PUBLISHED or not self.down else None,
            "down": None if self.down else "false",
            "view": self.view.value if self.view is not View.TABLE else None,
        }


@router.get("/transfers")
def transfers_page(
    request: Request, service: Annotated[Service, Depends(service_of)], wanted: Annotated[Wanted, Depends()]
) -> Response:
    """Show the register."""
    asked, register = asked_by(request), None
    flows: tuple[Flow, ...] = ()
    parties: tuple[Flow, ...] = ()
    fault = asked.fault
    if fault is None:
        try:
            part = RegisterPage(wanted.sort, wanted.down, _PAGE, (wanted.page - 1) * _PAGE)
            register = transfer_register(service.store, asked.query, wanted.filter, part)
            flows = transfer_flows(service.store, asked.query, wanted.filter, most=_CROSSED)
            parties = transfer_flows(service.store, asked.query, most=_CROSSED)
        except QueryError as error:
            fault = str(error)
    mirrored = tongue_of(request).direction == "rtl"
    return render(
        request,
        "transfers.html.jinja",
        asked=asked,
        fault=fault,
        register=register,
        wanted=wanted,
        given={"q": asked.written, **wanted.parameters},
        pages=-(-register.total // _PAGE) if register else 0,
        picture=draw_flows(flows[:_DRAWN], mirrored=mirrored) if wanted.view is View.FLOW else None,
        flows=flows,
        matrix=_cross(flows) if wanted.view is View.MATRIX else None,
        suppliers=_choices([flow.supplier for flow in parties]),
        recipients=_choices([flow.recipient for flow in parties]),
        party=party_label,
        teller=teller_label,
        stances=STANCE_NAMES,
        negated=MARKS[Mark.NEGATED],
        hedges={Hedge.POSSIBLE.value: MARKS[Mark.POSSIBLE], Hedge.PROBABLE.value: MARKS[Mark.PROBABLE]},
        amount=partial(amount_words, locale=locale_of(tongue_of(request))),
        stages=STAGES,
        label_of=label_of,
        field_names=FIELD_NAMES,
        nobody=NOBODY,
        address=address,
    )


@router.get("/transfers.svg")
def transfers_picture(
    request: Request, service: Annotated[Service, Depends(service_of)], wanted: Annotated[Wanted, Depends()]
) -> Response:
    """Give the picture of who supplies whom as a file that stands alone."""
    flows = transfer_flows(service.store, asked_by(request).written or "*", wanted.filter, most=_DRAWN)
    speech = tongue_of(request)
    svg = (
        environment(speech.code)
        .get_template("flows.svg.jinja")
        .render(
            picture=draw_flows(flows, mirrored=speech.direction == "rtl"),
            alone=True,
            direction=speech.direction,
            party=party_label,
            links=None,
        )
    )
    return as_file("transfers.svg", svg, "image/svg+xml")


@router.get("/transfers.{form}")
def transfers_file(
    request: Request,
    form: FileForm,
    service: Annotated[Service, Depends(service_of)],
    wanted: Annotated[Wanted, Depends()],
) -> Response:
    """Give the register as a file."""
    part = RegisterPage(wanted.sort, wanted.down, MOST_ROWS)
    register: Register = transfer_register(service.store, asked_by(request).written or "*", wanted.filter, part)
    return rows_file("transfers", form, _COLUMNS, map(_row, register.rows))


def party_label(party: Party) -> Label:
    """Return the two names of a party: countries and places by their entries, others as the text writes them."""
    if len(party.key) == 2 and party.key.isascii() and party.key.isupper():
        names = [_LOCALES[code].territories.get(party.key) for code in ("ar", "en")]
        if all(names):
            return Label(str(names[0]), str(names[1]))
    written = party.words or party.key
    return place_label(party.key, written) if party.key.startswith("gn:") else Label(written, written)


def teller_label(teller: Teller) -> Label:
    """Return what those are called who tell of a transfer; whom no words name by their kind."""
    name = counterpart_label(teller.source, teller.name) if teller.source is not None else None
    return name or label_of(KIND_NAMES, teller.kind)


def amount_words(amount: Amount | None, locale: str = "en") -> str:
    """Return an amount as lists write it: the number or the two ends, and the unit; large sums of money in short."""
    if amount is None:
        return ""
    unit = amount.unit or ""
    if len(unit) == 3 and unit.isascii() and unit.isupper():

        def written(number: float) -> str:
            return format_compact_decimal(number, format_type="long", locale=locale, fraction_digits=1)

        unit = get_currency_name(unit, count=amount.least, locale=locale)
    else:

        def written(number: float) -> str:
            return format_decimal(number, locale=locale)

    if amount.most is None:
        number = f"≥ {written(amount.least)}"
    elif amount.most == amount.least:
        number = written(amount.least)
    else:
        number = f"{written(amount.least)} – {written(amount.most)}"
    return f"{number} {unit}".strip()


def _choices(parties: Sequence[Party]) -> Sequence[Party]:
    return sorted({party.key: party for party in parties}.values(), key=lambda party: party_label(party).ar)


def _cross(flows: Sequence[Flow]) -> Mapping[str, object]:
    """Return the matrix of the commonest suppliers and recipients; `shade` goes from 1 to 5 with the number."""
    rows = _commonest([(flow.supplier, flow.transfers) for flow in flows])
    kept = {party.key for party in rows}
    columns = _commonest([(flow.recipient, flow.transfers) for flow in flows if flow.supplier.key in kept])
    kept = {party.key for party in columns}
    counts = {(flow.supplier.key, flow.recipient.key): flow.transfers for flow in flows if flow.recipient.key in kept}
    rows = [party for party in rows if any(party.key == key for key, _ in counts)]
    shades = {pair: 1 + bisect_right(_SHADES, number) for pair, number in counts.items()}
    return {"rows": rows, "columns": columns, "counts": counts, "shades": shades}


def _commonest(told: Sequence[tuple[Party, int]]) -> list[Party]:
    totals: Counter[str] = Counter()
    for party, transfers in told:
        totals[party.key] += transfers
    parties = {party.key: party for party, _ in told}
    return [parties[key] for key, _ in totals.most_common(_MATRIX_SIDE)]


def _row(told: RegisteredTransfer) -> Mapping[str, object]:
    return {
        "published": told.report.published,
        "outlet": told.outlet,
        "source": teller_label(told.teller).en if told.teller else None,
        "stance": told.teller.stance if told.teller else None,
        "item": told.item,
        "supplier": told.supplier.words,
        "recipient": told.recipient.words,
        "end_user": told.end_user,
        "via": told.via,
        "quantity": amount_words(told.quantity),
        "value": amount_words(told.value),
        "stage": told.stage,
        "earliest": told.earliest,
        "latest": told.latest,
        "covert": told.covert,
        "report": told.report.id,
        "transfer": told.id,
        "claim": told.said_in,
        "confidence": told.confidence,
        "url": told.report.address,
    }
