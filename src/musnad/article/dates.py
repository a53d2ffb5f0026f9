"""Reads the written forms of a publication date, keeping the zone that is written."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from musnad.languages import LANGUAGES
from musnad.languages.western_dates import load_western_dates

READ_FORMS = (
    "2018-06-02, 2018-06-02 15:43:21, 2018-06-02T15:43:21+04:00, Sat, 02 Jun 2018 15:43:21 +0400, June 2, 2018, "
    "02/06/2018 (the day first), or as Arabic pages print it: السبت 2 يونيو 2018 15:43"
)

_ISO = re.compile(
    r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})"
    r"(?:(?:\s*T\s*|\s+)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?",
    re.IGNORECASE | re.ASCII,
)
_COMPACT = re.compile(
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"
    r"(?:T?(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?(?P<zone>Z)?)?",
    re.ASCII,
)
_EPOCH_DIGITS = (10, 13)  # seconds, milliseconds
_MAIL = re.compile(r"(?:[A-Za-z]{3,9},?\s+)?\d{1,2}\s+[A-Za-z]{3,9}\.?,?\s+\d{4}(?P<time>\s+\d{1,2}:\d{2})?", re.ASCII)
_IN_URL = re.compile(
    r"(?<!\d)((?:19|20)\d{2})[-/_](\d{1,2})[-/_](\d{1,2})(?!\d)|"
    r"/((?:19|20)\d{2})/[a-z_-]+/(\d{1,2})/(\d{1,2})/|/(20\d{2})(\d{2})(\d{2})(?=\d{0,12}[-/_.]|$)"
)
# A line of a page with one of these may be its date line.
_CENTURY = "(?:19|20|١٩|٢٠|۱۹|۲۰)"
DATE_LIKE = re.compile(rf"\d{{1,2}}\s*[-/:]\s*\d{{1,2}}|\d{{1,2}}\s+\w+\s+{_CENTURY}\d{{2}}|{_CENTURY}\d{{2}}")
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)
_NULL = datetime(1970, 1, 1, tzinfo=UTC)
_LONGEST = 200  # characters; a longer text is no date line
_YEARS = range(1900, 2101)  # outside it a number was misread, not a report published


def read_date(written: str) -> tuple[datetime, bool] | None:
    """Return the moment and whether it has a time of day, or None for a form not in `READ_FORMS`.

    What machines write is read here; what pages print for people is read by the grammar of each language.
    The first moment of 1970 is what a system of pages writes where it knows none.
    """
    read = _read(written.strip())
    return None if read is not None and read[0] == _NULL else read


def _read(written: str) -> tuple[datetime, bool] | None:
    try:
        match = _ISO.fullmatch(written)
        if match:
            return _from_iso(match)
    except (ValueError, OverflowError):
        return None
    if written.isdecimal() or _COMPACT.fullmatch(written):
        return _from_digits(written)
    match = _MAIL.match(written)
    if match and len(written) < 100 and (read := _from_mail(written, has_time=match["time"] is not None)):
        return read
    if len(written) > _LONGEST:
        return None
    if _LATIN.search(written) and (found := load_western_dates().find(written)):
        return found
    return next((read for language in LANGUAGES.values() if (read := language.read_date(written))), None)


def date_in_url(url: str) -> datetime | None:
    """Return the day that a URL's path spells out, as in /2018/06/02/ or /20180602-, or None."""
    for match in _IN_URL.finditer(url):
        year, month, day = (int(part) for part in match.groups() if part is not None)
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        return datetime(found.year, found.month, found.day)
    return None


def _from_iso(match: re.Match[str]) -> tuple[datetime, bool] | None:
    year, month, day = (int(match[part]) for part in ("year", "month", "day"))
    if year not in _YEARS:
        return None
    if match["hour"] is None:
        return datetime(year, month, day), False
    clock = (int(match["hour"]), int(match["minute"]), int(match["second"] or 0))
    zone = _zone(match["zone"])
    return datetime(year, month, day, *clock, tzinfo=zone), True


def _from_digits(written: str) -> tuple[datetime, bool] | None:
    """Read 20180602, 20180602T154321Z, and seconds or milliseconds since 1970."""
    match = _COMPACT.fullmatch(written)
    try:
        if match:
            day = date(int(match["year"]), int(match["month"]), int(match["day"]))
            if day.year not in _YEARS:
                return None
            clock = (int(match["hour"] or 0), int(match["minute"] or 0), int(match["second"] or 0))
            zone = UTC if match["zone"] else None
            return datetime(day.year, day.month, day.day, *clock, tzinfo=zone), match["hour"] is not None
        if len(written) in _EPOCH_DIGITS:
            return datetime.fromtimestamp(int(written[:10]), UTC), True
    except ValueError:
        pass
    return None


def _zone(written: str | None) -> timezone | None:
    if not written:
        return None
    if written.isalpha():
        return UTC
    digits = written[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if written[0] == "-" else offset)


def _from_mail(written: str, *, has_time: bool) -> tuple[datetime, bool] | None:
    try:
        moment = parsedate_to_datetime(written)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    if moment.year not in _YEARS:
        return None
    return (moment if has_time else moment.replace(tzinfo=None)), has_time
