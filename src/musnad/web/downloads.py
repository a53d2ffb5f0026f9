"""Gives what a page shows as a file: rows as CSV or JSON, a picture as SVG."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

import msgspec
from starlette.responses import Response

from musnad.export.contract import encode_record
from musnad.export.spreadsheet import safe_cell

# Whatever a browser makes of a file that is kept, nothing in it runs or reaches out.
_SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'"
MOST_ROWS = 10_000
"""Of one file: the API gives the rest, page by page."""


class FileForm(StrEnum):
    """The forms in which a page gives what it shows."""

    CSV = "csv"
    JSON = "json"


def rows_file(name: str, form: FileForm, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> Response:
    """Return rows as a file to keep; a CSV begins with a mark by which spreadsheets know that it is UTF-8."""
    if form is FileForm.JSON:
        listed = [{column: row.get(column) for column in columns} for row in rows]
        return as_file(f"{name}.json", msgspec.json.format(msgspec.json.encode(listed), indent=2), "application/json")
    written = io.StringIO()
    lines = csv.writer(written, lineterminator="\r\n")
    lines.writerow(columns)
    lines.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return as_file(f"{name}.csv", written.getvalue().encode("utf-8-sig"), "text/csv; charset=utf-8")


def record_file(name: str, record: dict[str, Any]) -> Response:
    """Return one record of the JSON contract as a file to keep."""
    return as_file(f"{name}.json", msgspec.json.format(encode_record(record), indent=2), "application/json")


def as_file(name: str, content: bytes | str, media_type: str) -> Response:
    """Return content that a browser keeps under this name and never shows as a page of ours."""
    headers = {
        "content-disposition": f'attachment; filename="musnad-{name}"',
        "content-security-policy": _SANDBOX,
        "cache-control": "private, no-cache",
    }
    return Response(content, media_type=media_type, headers=headers)


def _cell(value: object) -> object:
    if value is None or isinstance(value, bool | int | float):
        return "" if value is None else value
    line = " … ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    return safe_cell(" ".join(line.split()))
