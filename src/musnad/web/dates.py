"""Writes the dates in words as the language of the page does."""

import re
from datetime import date

from babel.dates import format_date

# 2026-03, 2026-03-10, 2026-03-10 07:30, each also with UTC+03:00 or +03:00 behind.
_WRITTEN = re.compile(r"(?<!\d)(\d{4})-(\d\d)(?:-(\d\d)(?: (\d\d:\d\d))?)?(?!\d)(?: (?:UTC)?([+-])(\d\d):?(\d\d)\b)?")
_ZONES = {"ar": "غرينتش", "en": "GMT"}
_COMMAS = {"ar": "،", "en": ","}


def dated(words: str, code: str, locale: str) -> str:
    """Return words with the dates that stand in them in ISO 8601 written out: 10 مارس 2026، 07:30 غرينتش+3."""
    return _WRITTEN.sub(lambda found: _written(found, code, locale), words)


def _written(found: re.Match[str], code: str, locale: str) -> str:
    year, month, day, time, sign, hours, minutes = found.groups()
    try:
        at = date(int(year), int(month), int(day or 1))
    except ValueError:
        return found[0]
    told = format_date(at, "d MMMM y" if day else "MMMM y", locale=locale)
    if time:
        told += f"{_COMMAS[code]} {time}"
    if sign:
        told += f" {_ZONES[code]}{sign}{int(hours)}{'' if minutes == '00' else ':' + minutes}"
    return told
