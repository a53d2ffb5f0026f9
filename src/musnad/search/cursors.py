"""Writes where a page of a list ends as letters that an address on the web may hold, and reads them again."""

import base64
import binascii
import json
import zlib
from collections.abc import Sequence

from musnad.errors import QueryError
from musnad.store.rows import keepable

_BEYOND = 2**31  # no report's number, count or position is greater; the databases refuse what is


def write_cursor(asked: Sequence[object], values: Sequence[str | int]) -> str:
    """Return the cursor after a row with these values, in a list of what was `asked`."""
    written = json.dumps([_sign(asked), *values], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(written.encode()).decode().rstrip("=")


def read_cursor(cursor: str, asked: Sequence[object], kinds: Sequence[type]) -> list[str | int]:
    """Return the values of a cursor, each of its kind; raise QueryError where it is none, or of another list."""
    try:
        written = base64.urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4))
        sign, *values = json.loads(written)
        if len(values) != len(kinds) or any(type(value) is not kind for value, kind in zip(values, kinds, strict=True)):
            raise ValueError
        if not all(map(_is_keepable, values)):
            raise ValueError
    except (ValueError, TypeError, binascii.Error, RecursionError):
        raise QueryError("the place to go on from cannot be read; start again at the first page") from None
    if sign != _sign(asked):
        raise QueryError("the place to go on from belongs to another query or order; start again at the first page")
    return list(values)


def _is_keepable(value: str | int) -> bool:
    if isinstance(value, int):
        return 0 <= value < _BEYOND
    return keepable(value) == value


def _sign(asked: Sequence[object]) -> str:
    return f"{zlib.crc32('|'.join(map(str, asked)).encode(errors='replace')):08x}"
