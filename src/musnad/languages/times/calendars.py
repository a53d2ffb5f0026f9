"""Turns days, months and years of the Gregorian and the Hijri calendar into intervals of Gregorian days."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

# The years of the Umm al-Qura tables of hijridate.
HIJRI_YEARS = range(1343, 1501)


@dataclass(frozen=True, slots=True)
class Days:
    """Whole days from `first` to `last`, both included."""

    first: date
    last: date


def day_of(year: int, month: int, day: int, *, hijri: bool = False) -> date | None:
    """Return the Gregorian day, or None where the calendar has no such day."""
    try:
        if not hijri:
            return date(year, month, day)
        if year not in HIJRI_YEARS:
            return None
        return Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None


def month_of(year: int, month: int, *, hijri: bool = False) -> Days | None:
    """Return the days of a month, or None where the calendar has no such month."""
    if not 1 <= month <= 12:
        return None
    if not hijri:
        if not 1 <= year <= 9998:
            return None
        return Days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
    first = day_of(year, month, 1, hijri=True)
    following = day_of(year + month // 12, month % 12 + 1, 1, hijri=True)
    return Days(first, following - timedelta(days=1)) if first and following else None


def year_of(year: int, *, hijri: bool = False) -> Days | None:
    """Return the days of a year, or None where the calendar has no such year."""
    first, last = month_of(year, 1, hijri=hijri), month_of(year, 12, hijri=hijri)
    return Days(first.first, last.last) if first and last else None


def week_of(day: date) -> Days:
    """Return the week of a day, Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Days(monday, monday + timedelta(days=6))


def hijri_year(day: date) -> int | None:
    """Return the Hijri year that a day lies in, or None outside the tables."""
    try:
        return int(Gregorian.fromdate(day).to_hijri().year)
    except (ValueError, OverflowError):
        return None


def add_months(day: date, months: int) -> date | None:
    """Return the first day of the month that is so many months from that of `day`."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1) if 12 <= count < 9999 * 12 else None
