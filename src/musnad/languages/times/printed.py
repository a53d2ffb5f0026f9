"""Reads the publication date that a page prints, by a language's grammar of time."""

from datetime import datetime, timedelta, timezone

from musnad.languages.times.calendars import day_of
from musnad.languages.times.clock import read_clock
from musnad.languages.times.date_parts import DateParts, read_date_parts, read_figures
from musnad.languages.times.grammar import TimeGrammar
from musnad.languages.times.matching import TimeMatch, match_rules
from musnad.languages.times.units import Unit, Units, read_units
from musnad.text import tokenize

_LONGEST = 200  # characters; a longer text is no date line
_YEARS = range(1900, 2101)  # outside it a number was misread, not a report published
_NOON = 12 * 60
_WITH_CLOCK = frozenset(
    {"clock", "zone", "zone_place", "local", "day_part", "before_noon", "after_noon", "miladi_mark"}
)
_BETWEEN = 4  # units that may stand between a clock and its zone


def read_printed_date(written: str, grammar: TimeGrammar) -> tuple[datetime, bool] | None:
    """Return the moment that a line tells and whether it has a time of day, or None where it tells no whole date.

    The Gregorian date counts where both calendars stand. The time keeps the zone that is told with it.
    """
    if len(written) > _LONGEST:
        return None
    row = read_units(written, tokenize(written, 0, len(written)), grammar)
    dates = list(match_rules(row, grammar, _whole_date))
    days = [day for parts in dates if not parts.hijri and (day := _day(parts))]
    days = days or [day for parts in dates if parts.hijri and (day := _day(parts))]
    if not days or days[0].year not in _YEARS:
        return None
    return _with_time(days[0], row)


def count_timeless_words(written: str, grammar: TimeGrammar) -> int:
    """Return how many words of a line tell nothing of time: few on a date line, many in a sentence with a date."""
    row = read_units(written, tokenize(written, 0, len(written)), grammar)
    return sum(unit is None and row.is_word(position) for position, unit in enumerate(row.units))


def _whole_date(match: TimeMatch) -> DateParts | None:
    """Return the parts of a date with day, month and year; None lets a shorter match be tried."""
    if match.rule.means == "figures":
        parts = read_figures(match.units)
    elif match.rule.means == "date" and match.rule.name != "date-in-two-calendars":
        parts = read_date_parts(match.units)
    else:
        return None
    return parts if parts and parts.day and parts.month and parts.year else None


def _day(parts: DateParts) -> datetime | None:
    day = day_of(parts.year or 0, parts.month or 0, parts.day or 0, hijri=parts.hijri)
    return datetime(day.year, day.month, day.day) if day else None


def _with_time(day: datetime, row: Units) -> tuple[datetime, bool]:
    units = [unit for unit in row.units if unit is not None]
    for position, unit in enumerate(units):
        if unit.kind != "clock":
            continue
        told = [unit, *_around(units, position)]
        clock = read_clock(told)
        if clock is None:
            continue
        zone = timezone(timedelta(minutes=clock.offset)) if clock.offset is not None else None
        return (day + timedelta(minutes=_by_half(clock.minutes, told))).replace(tzinfo=zone), True
    return day, False


def _around(units: list[Unit], position: int) -> list[Unit]:
    """Return the units that tell the zone and the half of the day of the clock at `position`."""
    after: list[Unit] = []
    for unit in units[position + 1 : position + 1 + _BETWEEN]:
        if unit.kind == "clock" and (not after or after[-1].kind != "open"):
            break
        after.append(unit)
    told = [unit for unit in after if unit.kind in _WITH_CLOCK]
    before = units[position - 1] if position else None
    if before is not None and before.kind in {"zone", "zone_place"}:
        # KSA 01:16 - GMT 22:16: the zone stands before its clock.
        return [before, *(unit for unit in told if unit.kind not in {"zone", "zone_place", "local"})]
    return told


def _by_half(minutes: int, told: list[Unit]) -> int:
    """Turn a twelve-hour time into minutes of the day; م beside a clock is مساء."""
    kinds = {unit.kind for unit in told}
    if kinds & {"after_noon", "miladi_mark"} and minutes < _NOON:
        return minutes + _NOON
    if "before_noon" in kinds and minutes >= _NOON:
        return minutes - _NOON
    return minutes
