"""Reads W3C Web Annotations of any maker, and finds the words again that they are on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from musnad.errors import UsageError
from musnad.model import Span

_AROUND = 32  # characters of context on either side of a quotation, as most annotators keep


@dataclass(frozen=True, slots=True)
class Annotation:
    """A note of somebody's on words of a page: the page's address, the words, where they should be, and the note."""

    address: str
    quote: str
    span: Span | None
    prefix: str
    suffix: str
    note: str
    creator: str | None


def read_annotations(content: bytes) -> list[Annotation]:
    """Return the annotations of a page, a collection, a list or a single one; raise UsageError where there are none.

    An annotation without words of its own (a note on a whole page) has an empty quote.
    """
    try:
        record = msgspec.json.decode(content)
    except msgspec.DecodeError as error:
        raise UsageError(f"the annotations are not JSON ({error})") from None
    found = [each for item in _items(record) for each in _read(item)]
    if not found:
        raise UsageError("there are no annotations; give JSON-LD with items of the type Annotation")
    return found


def find_words(annotation: Annotation, text: str) -> Span | None:
    """Return where the annotated words are in a text: at their place, else where context and words fit best."""
    span, quote = annotation.span, annotation.quote
    if not quote:
        return None
    if span is not None and span.end <= len(text) and span.of(text) == quote:
        return span
    best: tuple[int, Span] | None = None
    place = text.find(quote)
    while place >= 0:
        end = place + len(quote)
        fits = _shared_end(text[:place], annotation.prefix) + _shared_end(text[end:][::-1], annotation.suffix[::-1])
        if best is None or fits > best[0]:
            best = (fits, Span(place, end))
        place = text.find(quote, place + 1)
    return best[1] if best else None


def _shared_end(left: str, right: str) -> int:
    """Return how many characters the ends of both have in common."""
    shared = 0
    for one, other in zip(reversed(left[-_AROUND:]), reversed(right), strict=False):
        if one != other:
            break
        shared += 1
    return shared


def _items(record: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(record, Mapping):
        kinds = _listed(record.get("type", record.get("@type")))
        if "Annotation" in kinds:
            yield record
        for name in ("items", "first", "rows"):
            yield from _items(record.get(name))
    elif isinstance(record, list):
        for each in record:
            yield from _items(each)


def _read(item: Mapping[str, Any]) -> Iterator[Annotation]:
    bodies = [_text_of(body) for body in (*_listed(item.get("body")), *_listed(item.get("bodyValue")))]
    creator = item.get("creator")
    by = creator.get("name") or creator.get("id") if isinstance(creator, Mapping) else creator
    for target in _listed(item.get("target")):
        if isinstance(target, str):
            yield Annotation(target, "", None, "", "", "; ".join(filter(None, bodies)), by)
            continue
        selectors = [each for each in _listed(target.get("selector")) if isinstance(each, Mapping)]
        quote = next((each for each in selectors if each.get("type") == "TextQuoteSelector"), {})
        place = next((each for each in selectors if each.get("type") == "TextPositionSelector"), {})
        yield Annotation(
            str(target.get("source", "")),
            str(quote.get("exact", "")),
            _span(place.get("start"), place.get("end")),
            str(quote.get("prefix", "")),
            str(quote.get("suffix", "")),
            "; ".join(filter(None, bodies)),
            by,
        )


def _span(start: object, end: object) -> Span | None:
    return Span(start, end) if isinstance(start, int) and isinstance(end, int) and 0 <= start < end else None


def _text_of(body: object) -> str:
    return str(body.get("value", "")) if isinstance(body, Mapping) else str(body)


def _listed(value: Any) -> Sequence[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
