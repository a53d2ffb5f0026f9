"""Tells a moment in the time of the outlet's country: 21:30 UTC is the next day in the Gulf."""

import tomllib
from collections.abc import Sequence
from datetime import timedelta
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from musnad.languages import LANGUAGES
from musnad.model import FoundDate

_NO_OFFSET = timedelta(0)


def outlet_zone(url: str | None) -> ZoneInfo | None:
    """Return the zone of the country of the outlet at this address: by the lexicon, else by the domain's ending."""
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return None
    name = _zones().get(_country(host)) if host else None
    try:
        return ZoneInfo(name) if name else None
    except ZoneInfoNotFoundError:  # a system without the data of time zones: the moment stays as it was written
        return None


def in_local_time(found: FoundDate, printed: Sequence[FoundDate], zone: ZoneInfo | None) -> FoundDate:
    """Return the date as the outlet's readers see it, if it is written in UTC and the outlet's zone is known.

    Some sites write their local time and call it UTC: where the page prints the same clock, only the zone is mended.
    """
    if zone is None or not found.has_time or found.value.utcoffset() != _NO_OFFSET:
        return found
    clocks = {(date.value.hour % 12, date.value.minute) for date in printed if date.has_time}
    if (found.value.hour % 12, found.value.minute) in clocks:
        return FoundDate(found.value.replace(tzinfo=zone), True, found.where)
    return FoundDate(found.value.astimezone(zone), True, found.where)


def _country(host: str) -> str:
    for language in LANGUAGES.values():
        entry = language.outlet_names.of_host(host)
        if entry:
            return language.outlet_names.entries[entry].country
    return host.rpartition(".")[2].upper().replace("UK", "GB")


@cache
def _zones() -> dict[str, str]:
    return dict(tomllib.loads(files("musnad.article").joinpath("zones.toml").read_text("utf-8")))
