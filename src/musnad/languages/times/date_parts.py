"""Takes the parts of a written date from a match: day, month, year, calendar, and what ties it to another date."""

from collections.abc import Sequence
from dataclasses import dataclass

from musnad.languages.times.units import Unit

_MONTHS = frozenset({"month_name", "weak_month", "hijri_month"})
_DAYS = frozenset({"number", "ordinal", "ordinal_ten"})
_WHICH = frozenset({"past", "next", "this", "before_past", "after_next", "same", "following", "previous"})
_YEARS = frozenset({"year_number"})
# A year without its calendar's name is Hijri if it lies here; from 1450 on it may be Gregorian (1453, 1492).
_BARE_HIJRI = range(1343, 1450)


@dataclass(slots=True)
class DateParts:
    """The parts of a written date; what is not written is None.

    `which` is past, next, this, ... of the month, `year_which` that of the year. `hijri` is the month's calendar,
    or the year's where there is no month.
    """

    day: int | None = None
    month: int | None = None
    year: int | None = None
    hijri: bool = False
    weekday: int | None = None
    which: str | None = None
    year_which: str | None = None
    this_month: str | None = None
    part: str | None = None


def read_date_parts(units: Sequence[Unit]) -> DateParts | None:
    """Return the parts of the date that the units tell, or None where they contradict each other."""
    parts = DateParts()
    year_word = False
    for unit in units:
        if unit.kind in _DAYS and parts.month is None and parts.day is None and isinstance(unit.value, int):
            parts.day = unit.value
        elif unit.kind in _MONTHS and parts.month is None and isinstance(unit.value, int):
            parts.month = unit.value
            parts.hijri = unit.kind == "hijri_month"
        elif unit.kind in _YEARS and parts.year is None and isinstance(unit.value, int):
            parts.year = unit.value
        elif unit.kind == "the_year":
            year_word = True
        elif unit.kind == "the_month" and parts.month is None and parts.day is not None:
            parts.this_month = parts.this_month or "this"
        elif unit.kind == "weekday" and isinstance(unit.value, int):
            parts.weekday = unit.value
        elif unit.kind in {"near_this", "far_this"} | _WHICH:
            _tie(parts, {"near_this": "this", "far_this": "same"}.get(unit.kind, unit.kind), year_word=year_word)
        elif unit.kind in {"day_part", "the_day_part", "eve", "part", "early_hours"}:
            parts.part = str(unit.value)
    return parts if _calendars_agree(parts, units) else None


def _tie(parts: DateParts, which: str, *, year_word: bool) -> None:
    if parts.this_month or (parts.month is None and parts.day is not None and not year_word):
        parts.this_month = which
    elif year_word or (which == "same" and parts.month is not None):
        parts.year_which = which
    elif parts.month is not None:
        parts.which = which


def _calendars_agree(parts: DateParts, units: Sequence[Unit]) -> bool:
    marked_hijri = any(unit.kind == "hijri_mark" for unit in units)
    marked_miladi = any(unit.kind == "miladi_mark" for unit in units)
    if parts.month is None:
        parts.hijri = marked_hijri or (parts.year in _BARE_HIJRI and not marked_miladi)
    elif parts.hijri:
        return not marked_miladi and (parts.year is None or parts.year < 1600)
    elif parts.year is not None:
        return not marked_hijri
    return parts.day is None or 1 <= parts.day <= 31


def read_figures(units: Sequence[Unit]) -> DateParts | None:
    """Return the parts of a date in figures: the year first, or the day first as Arabic pages write it."""
    whole = next((unit for unit in units if unit.kind == "whole_date"), None)
    numbers = (
        [int(part) for part in str(whole.value).split("-")]
        if whole
        else [int(unit.value) for unit in units if unit.kind in {"number", "year_number"}]
    )
    if len(numbers) == 2:
        return DateParts(day=numbers[0], month=numbers[1])
    if len(numbers) != 3:
        return None
    year_first = numbers[0] > 31
    year, month, day = numbers if year_first else reversed(numbers)
    if year < 100:
        # Two figures: 18 for 2018; one figure is no year.
        if year < 10:
            return None
        year += 2000
    hijri = any(unit.kind == "hijri_mark" for unit in units) or year in range(1343, 1501)
    if month > 12 and day <= 12 and not year_first:
        # Month first, as English pages write it: no other reading is a date.
        month, day = day, month
    return DateParts(day=day, month=month, year=year, hijri=hijri) if 1 <= day <= 31 else None
