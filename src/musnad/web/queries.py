"""Takes a query from an address, shows it as filters that can be taken off, and writes addresses that carry it on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request

from musnad.errors import QueryError
from musnad.search import parse_query
from musnad.search.fields import FIELDS
from musnad.search.lexing import Sort, cut_query
from musnad.text import fold_word

EVERYTHING = "*"
_NAMES = {fold_word(name): field.name for field in FIELDS for name in (field.name, field.arabic)}


@dataclass(frozen=True, slots=True)
class Filter:
    """A field of the query that narrows all of it: its English name, its value, and the query without it."""

    field: str
    value: str
    negated: bool
    without: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as it was typed, as it is asked, and what keeps it from being read; `filters` may be taken off."""

    written: str
    query: str
    fault: str | None = None
    filters: tuple[Filter, ...] = ()


def asked_by(request: Request) -> Asked:
    """Return the query `q` of the address; nothing asks for everything, and so does what cannot be read."""
    written = request.query_params.get("q", "").strip()
    return asked_in(written)


def asked_in(written: str) -> Asked:
    """Return what a query asks, with the reason where it cannot be read."""
    if not written:
        return Asked("", EVERYTHING)
    try:
        parse_query(written)
    except QueryError as error:
        return Asked(written, EVERYTHING, str(error))
    return Asked(written, written, None, tuple(_filters(written)))


def narrowed(query: str, field: str, value: str) -> str:
    """Return the query that also asks for this value of a field."""
    quoted = f'{field}:"{value}"' if any(character in value for character in ' ()"«»') or ":" in value else None
    asked = quoted or f"{field}:{value}"
    if query in ("", EVERYTHING):
        return asked
    return f"({query}) {asked}" if _has_choice(query) else f"{query} {asked}"


def address(path: str, given: Mapping[str, object] | None = None, **changed: object) -> str:
    """Return an address with these parameters; those that are None, empty or False are left out."""
    wanted = {**(given or {}), **changed}
    kept = {name: "1" if value is True else str(value) for name, value in wanted.items() if value not in (None, "", 0)}
    return f"{path}?{urlencode(kept)}" if kept else path


def _has_choice(query: str) -> bool:
    depth = 0
    for piece in cut_query(query):
        depth += (piece.sort is Sort.OPEN) - (piece.sort is Sort.CLOSE)
        if depth == 0 and piece.sort is Sort.OPERATOR and piece.words == "OR":
            return True
    return False


def _filters(query: str) -> Iterator[Filter]:
    """Yield the fields outside brackets: all of the query stands under each, unless an OR parts it."""
    if _has_choice(query):
        return
    pieces = list(cut_query(query))
    depth = 0
    for place, piece in enumerate(pieces):
        depth += (piece.sort is Sort.OPEN) - (piece.sort is Sort.CLOSE)
        if depth or piece.sort is not Sort.FIELD:
            continue
        before = pieces[place - 1] if place else None
        negated = before is not None and before.sort is Sort.OPERATOR and before.words == "NOT"
        start = before.at if negated and before is not None else piece.at
        end = pieces[place + 1].at if place + 1 < len(pieces) else len(query)
        name = _NAMES.get(fold_word(piece.field), piece.field)
        yield Filter(name, piece.words, negated, " ".join(f"{query[:start]} {query[end:]}".split()))
