"""Reads a time of day and its zone from the units of a match."""

from collections.abc import Sequence
from dataclasses import dataclass

from musnad.languages.times.units import Unit

_NOON = 12 * 60
_FRACTIONS = {"half": 30, "quarter": 15, "third": 20}
_PARTS = ("day_part", "the_day_part", "eve")
_EXACT = frozenset({"clock", "decimal", "year_number"})
_DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Clock:
    """Minutes after midnight, whether the minutes are told, the offset of its zone in minutes, the part of the day."""

    minutes: int
    to_the_minute: bool
    offset: int | None
    part: str | None


def read_clock(units: Sequence[Unit]) -> Clock | None:
    """Return the time of day that the units tell, or None where they tell none."""
    told = next((unit for unit in units if unit.kind in {*_EXACT, "number", "ordinal"}), None)
    if told is None or not isinstance(told.value, int):
        return None
    exact = told.kind in _EXACT
    minutes = _minutes(told) if exact else told.value * 60
    part = next((str(unit.value) for unit in units if unit.kind in _PARTS), None)
    if not exact:
        minutes += _fraction(units[units.index(told) + 1 :])
    if not 0 <= minutes <= _DAY_MINUTES:
        return None
    minutes = _on_the_day(minutes, part) % _DAY_MINUTES
    return Clock(minutes, exact or minutes % 60 > 0, _offset(units, told, minutes), part)


def offset_text(offset: int) -> str:
    """Return an offset in minutes as +03:00."""
    sign = "-" if offset < 0 else "+"
    return f"{sign}{abs(offset) // 60:02}:{abs(offset) % 60:02}"


def _fraction(units: Sequence[Unit]) -> int:
    for index, unit in enumerate(units[:-1]):
        following = units[index + 1]
        if unit.kind == "and" and following.kind in _FRACTIONS:
            return _FRACTIONS[following.kind]
        if unit.kind == "and" and following.kind == "number" and isinstance(following.value, int):
            return following.value if following.value < 60 else 0
    return 0


def _on_the_day(minutes: int, part: str | None) -> int:
    """Turn a twelve-hour time into minutes of the day by the part of the day."""
    hour = minutes // 60
    if part in {"afternoon", "evening"} and hour < 12:
        return minutes + _NOON
    if part == "noon" and hour < 5:
        return minutes + _NOON
    if part == "night" and 6 <= hour < 12:
        return minutes + _NOON
    if part in {"night", "midnight", "morning", "dawn"} and hour == 12:
        return minutes - _NOON
    return minutes


def _offset(units: Sequence[Unit], told: Unit, minutes: int) -> int | None:
    zone = next((unit for unit in units if unit.kind in {"zone", "zone_place"} and str(unit.value)[0] in "+-"), None)
    if zone is None:
        return None
    hours, _, rest = str(zone.value)[1:].partition(":")
    offset = (int(hours) * 60 + int(rest)) * (-1 if str(zone.value)[0] == "-" else 1)
    others = [unit for unit in units if unit.kind in _EXACT and unit is not told and unit.end <= zone.start]
    if others:
        # Told twice, 18:00 (15:00 GMT): the difference is the zone of the first.
        offset += (minutes - _minutes(others[-1]) + _NOON) % _DAY_MINUTES - _NOON
    return offset


def _minutes(unit: Unit) -> int:
    """Return the minutes of a clock's reading; 1200 is written for 12:00."""
    value = int(unit.value)
    return value // 100 * 60 + value % 100 if unit.kind == "year_number" else value
