"""Makes a lexicon of outlets from a table, so that outlets that Musnad does not know are named as what they are."""

import csv
import io
import json

from musnad.errors import LanguageDataError, UsageError
from musnad.languages import read_outlets

COLUMNS = ("id", "name", "kind", "country", "domains", "gender", "ambiguous", "arabic")
_YES = frozenset({"1", "true", "yes", "نعم"})


def outlets_lexicon(content: bytes) -> tuple[str, int]:
    """Return the lexicon of the outlets in a CSV table, and how many it holds; raise UsageError for a broken row.

    The columns are those of an [[outlet]] entry; several domains or Arabic forms are parted by semicolons.
    """
    try:
        rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    except (UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"the table cannot be read ({error}); save it as CSV in UTF-8") from None
    missing = [column for column in COLUMNS if not rows or column not in rows[0]]
    if missing:
        raise UsageError(f"the table lacks {', '.join(missing)}; its columns are {', '.join(COLUMNS)}")
    written = "\n".join(map(_entry, rows))
    try:
        count = len(read_outlets(written, "the table"))
    except LanguageDataError as error:
        raise UsageError(str(error)) from None
    return written, count


def _entry(row: dict[str, str]) -> str:
    lines = ["[[outlet]]"]
    for column in COLUMNS:
        value = (row[column] or "").strip()
        if column in ("domains", "arabic"):
            told = ", ".join(_quoted(part.strip()) for part in value.split(";") if part.strip())
            lines.append(f"{column} = [{told}]")
        elif column == "ambiguous":
            lines.append(f"{column} = {str(value.lower() in _YES).lower()}")
        else:
            lines.append(f"{column} = {_quoted(value)}")
    return "\n".join(lines) + "\n"


def _quoted(value: str) -> str:
    """Return a basic string of TOML, whose escapes are those of JSON."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
