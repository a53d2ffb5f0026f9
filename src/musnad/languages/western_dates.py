"""Finds the date that a line in Latin letters prints: November 19, 2019, 9:02 AM; 25. September 2018; 19 NOV 2019."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from functools import cache
from importlib.resources import files

from musnad.errors import LanguageDataError

_YEARS = range(1990, 2101)  # a page on the web was not published before
_NEAR = 24  # characters between a date and its clock
_CLOCK = (
    r"(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?\s*(?P<half>[ap]\.?m\b\.?)?"
    r"(?:\s*\(?(?P<zone>[A-Z]{3,4}(?![a-z])))?(?:\s*(?P<sign>[+-])(?P<hours>\d{2}):?(?P<minutes>\d{2}))?"
)
_FIGURES = re.compile(
    r"(?<!\d)(?:(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})|"
    r"(?P<first>\d{1,2})(?P<mark>[-/.])(?P<second>\d{1,2})(?P=mark)(?P<last>\d{4}))(?!\d)"
)


@dataclass(frozen=True, slots=True)
class WesternDates:
    """The months by their names, the words of updates, the zones in hours, and the patterns made of them."""

    months: Mapping[str, int] = field(repr=False)
    zones: Mapping[str, float] = field(repr=False)
    named: re.Pattern[str] = field(repr=False)
    clock: re.Pattern[str] = field(repr=False)
    updated: re.Pattern[str] = field(repr=False)

    def find(self, line: str) -> tuple[datetime, bool] | None:
        """Return the first date in a line and whether it has a time of day, or None where there is none."""
        match = self.named.search(line)
        day = self._named_day(match) if match else None
        if day is None:
            match = _FIGURES.search(line)
            day = _day_of_figures(match) if match else None
        if match is None or day is None:
            return None
        return self._with_clock(day, line, match)

    def is_update(self, line: str) -> bool:
        """Tell whether the line begins with the words of an update, so that its date is a later one."""
        return self.updated.match(line) is not None

    def _named_day(self, match: re.Match[str]) -> datetime | None:
        name = (match["month"] or match["name"]).lower()
        return _day(
            int(match["year"] or match["year_last"]), self.months[name], int(match["day"] or match["day_first"])
        )

    def _with_clock(self, day: datetime, line: str, date: re.Match[str]) -> tuple[datetime, bool]:
        after = self.clock.search(line, date.end(), min(len(line), date.end() + _NEAR))
        before = self.clock.search(line, max(0, date.start() - _NEAR), date.start())
        clock = after or before
        if clock is None or int(clock["hour"]) > 23 or int(clock["minute"]) > 59:
            return day, False
        hour = int(clock["hour"])
        half = (clock["half"] or "").lower()
        if half.startswith("p") and hour < 12:
            hour += 12
        elif half.startswith("a") and hour == 12:
            hour = 0
        second = min(59, int(clock["second"] or 0))
        return day.replace(hour=hour, minute=int(clock["minute"]), second=second, tzinfo=self._zone(clock)), True

    def _zone(self, clock: re.Match[str]) -> timezone | None:
        """Return the zone beside a clock: a written offset before an abbreviation, which may only name it again."""
        if clock["sign"]:
            offset = timedelta(hours=int(clock["hours"]), minutes=int(clock["minutes"]))
            if offset < timedelta(hours=24):
                return timezone(-offset if clock["sign"] == "-" else offset)
        hours = self.zones.get((clock["zone"] or "").upper())
        return timezone(timedelta(hours=hours)) if hours is not None else None


@cache
def load_western_dates() -> WesternDates:
    """Return the dates of months.toml; raise LanguageDataError where it is broken."""
    table = tomllib.loads(files("musnad.languages").joinpath("months.toml").read_text("utf-8"))
    if len(table.get("months", [])) != 12 or not table.get("updated") or not table.get("zones"):
        raise LanguageDataError("months.toml: months must be twelve lines, and updated and zones must stand there")
    months = {name: number for number, names in enumerate(table["months"], start=1) for name in names.split()}
    name = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    named = (
        rf"\b(?P<month>{name})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b|"
        rf"(?<!\d)(?P<day_first>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?[\s-]+(?:de\s+|of\s+)?(?P<name>{name})\.?,?[\s-]+(?:de\s+)?"
        r"(?P<year_last>\d{4})\b"
    )
    updated = "|".join(map(re.escape, table["updated"]))
    return WesternDates(
        months,
        table["zones"],
        re.compile(named, re.IGNORECASE),
        re.compile(_CLOCK, re.IGNORECASE),
        re.compile(rf"\W*(?:last\s+)?(?:{updated})\b", re.IGNORECASE),
    )


def _day_of_figures(match: re.Match[str]) -> datetime | None:
    """Return the day that figures tell; None where day and month could be either."""
    if match["year"]:
        return _day(int(match["year"]), int(match["month"]), int(match["day"]))
    first, second, year = int(match["first"]), int(match["second"]), int(match["last"])
    if match["mark"] == "." or first > 12 or first == second:  # full stops stand in dates that begin with the day
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 else None


def _day(year: int, month: int, day: int) -> datetime | None:
    try:
        return datetime(year, month, day) if year in _YEARS else None
    except ValueError:
        return None
