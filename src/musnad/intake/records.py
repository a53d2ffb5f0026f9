"""Reads JSON lines: one record a line, each a document with what its record states of it."""

import codecs
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from musnad.intake.documents import check_document, failed_document, too_large
from musnad.intake.settings import IntakeSettings
from musnad.model import Problem, ProblemCode, RawDocument, Stated

_STATED_FIELDS = ("url", "title", "published", "outlet")
# Corpora call it either; an author that is not a plain string (a list, an object) is nothing that a page printed.
_BYLINE_FIELDS = ("byline", "author")
_SKIPPED_AT_ONCE = 1 << 20
# A record has a dozen values, and texts have commas; values without end take some 70 bytes each.
_MOST_VALUES = 2_000_000


class _BrokenRecordError(ValueError):
    """A line that is no record; the message says why."""


def load_records(stream: BinaryIO, path: str, settings: IntakeSettings, *, first: bytes = b"") -> Iterator[RawDocument]:
    """Return the document of each line, blank lines left out; `first` is a line that was read already."""
    number, records = 0, 0
    for line in _lines(stream, first, settings.max_bytes):
        number += 1
        place = f"{path}:{number}"
        if line is None:
            message = too_large(place, f"a line of more than {settings.max_bytes:,} bytes", settings)
            yield failed_document(place, ProblemCode.TOO_LARGE, message)
        elif line.strip():
            yield _load_record(line.removeprefix(codecs.BOM_UTF8), place, settings)
        else:
            continue
        records += 1
    if not records:
        message = f"{path}: holds no record; each line is one JSON record with a text or an html field."
        yield failed_document(path, ProblemCode.EMPTY_DOCUMENT, message)


def is_record(line: bytes) -> bool:
    """Tell whether a line is a JSON record that holds a document."""
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(fields, dict) and ("text" in fields or "html" in fields)


def _lines(stream: BinaryIO, first: bytes, max_bytes: int) -> Iterator[bytes | None]:
    """Return each line, or None for one beyond the limit, of which no more than the limit is ever held."""
    line = first or stream.readline(max_bytes + 1)
    while line:
        if len(line) <= max_bytes or line.endswith(b"\n"):
            yield line
        else:
            rest = line
            while rest and not rest.endswith(b"\n"):
                rest = stream.readline(_SKIPPED_AT_ONCE)
            yield None
        line = stream.readline(max_bytes + 1)


def _load_record(line: bytes, place: str, settings: IntakeSettings) -> RawDocument:
    try:
        fields = _read_fields(line)
        field_name = "html" if fields.get("html") is not None else "text"
        stated = _stated(fields, settings.stated)
        text = _string(fields, field_name)
    except _BrokenRecordError as error:
        message = f"{place}: {error}; the line is left out, the others are read."
        return failed_document(place, ProblemCode.BROKEN_RECORD, message, line)
    if text is None:
        message = f"{place}: the record has neither a text nor an html field; the line is left out."
        return failed_document(place, ProblemCode.BROKEN_RECORD, message, line)
    suffix = ".html" if field_name == "html" else ".txt"
    problems: tuple[Problem, ...] = ()
    try:
        content = text.encode()
    except UnicodeEncodeError:
        content = text.encode("utf-8", "replace")
        message = f"{place}: the record holds halves of letters (lone surrogates); each stands as a question mark."
        problems = (Problem(ProblemCode.UNDECODABLE_BYTES, message),)
    document = check_document(content, place, replace(settings, stated=stated), suffix=suffix)
    return replace(document, problems=(*document.problems, *problems))


def _read_fields(line: bytes) -> dict[str, Any]:
    if len(line) > _MOST_VALUES and sum(map(line.count, (b"{", b"[", b","))) > _MOST_VALUES:
        raise _BrokenRecordError(f"more than {_MOST_VALUES:,} values are no record")
    try:
        fields = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise _BrokenRecordError(f"byte {error.start} is not UTF-8, which JSON lines must be") from None
    except RecursionError:
        raise _BrokenRecordError("the JSON is nested too deep to be a record") from None
    except json.JSONDecodeError as error:
        raise _BrokenRecordError(f"not JSON ({error.msg} at column {error.colno})") from None
    except ValueError as error:
        raise _BrokenRecordError(f"not JSON ({error})") from None
    if not isinstance(fields, dict):
        raise _BrokenRecordError(f"a JSON {type(fields).__name__} where a record in braces is needed")
    return fields


def _stated(fields: dict[str, Any], caller: Stated) -> Stated:
    values = {name: _string(fields, name) or getattr(caller, name) for name in _STATED_FIELDS}
    byline = next((fields[name] for name in _BYLINE_FIELDS if isinstance(fields.get(name), str)), caller.byline)
    return Stated(**values, byline=byline)


def _string(fields: dict[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if value is None or isinstance(value, str):
        return value
    raise _BrokenRecordError(f"the field {name!r} is a {type(value).__name__} and must be a string")
