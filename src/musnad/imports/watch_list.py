"""Reads lists of feeds: OPML from a reader of feeds, a table, or an address a line."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import timedelta

from lxml import etree

from musnad.errors import UsageError
from musnad.intake.web import fault_of_address, normal_address

_EVERY = re.compile(r"(\d{1,4})([mhd])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}
_MOST = 10_000


def read_watch_list(content: bytes, every: timedelta) -> list[tuple[str, timedelta]]:
    """Return the addresses of a list, each once, and how often each is to be fetched; `every` where it is not told.

    Raises UsageError where there are none, or too many, or where one is no address on the web.
    """
    found: dict[str, timedelta] = {}
    for address, told in _rows(content):
        fault = fault_of_address(address)
        if fault:
            raise UsageError(f"{address}: {fault}; addresses begin with http:// or https://")
        found[normal_address(address)] = _span(told, every)
    if not found:
        raise UsageError("the list holds no address; give OPML, a table with the column address, or an address a line")
    if len(found) > _MOST:
        raise UsageError(f"the list holds {len(found):,} addresses; {_MOST:,} are the most")
    return list(found.items())


def _rows(content: bytes) -> Iterator[tuple[str, str]]:
    head = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    if head.startswith(b"<"):
        yield from ((address, "") for address in _opml(content))
        return
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"the list cannot be read ({error}); save it in UTF-8") from None
    first = text.partition("\n")[0].strip().lower()
    if "address" in first.split(","):
        rows = csv.DictReader(io.StringIO(text.lower().partition("\n")[0] + "\n" + text.partition("\n")[2], newline=""))
        yield from ((row["address"].strip(), (row.get("every") or "").strip()) for row in rows if row.get("address"))
        return
    yield from ((line.strip(), "") for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#"))


def _opml(content: bytes) -> Iterator[str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise UsageError(f"the list is no OPML ({error})") from None
    for outline in root.iter("outline"):
        address = outline.get("xmlUrl")
        if address:
            yield address.strip()


def _span(told: str, every: timedelta) -> timedelta:
    if not told:
        return every
    found = _EVERY.fullmatch(told)
    if found is None or not int(found[1]):
        raise UsageError(f"{told}: cannot be read as a stretch of time; write 15m, 2h or 1d")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})
