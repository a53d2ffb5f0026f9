"""Resolves holidays to their days, by the Hijri calendar where they follow it."""

from collections.abc import Mapping
from datetime import date, timedelta

from musnad.languages.times.calendars import Days, day_of, hijri_year
from musnad.languages.times.grammar import Holiday
from musnad.languages.times.matching import TimeMatch
from musnad.model import Anchor, Grain
from musnad.times.dates import nearest_days
from musnad.times.meaning import Meaning, Scene, unresolved, whole_days


def read_holiday(match: TimeMatch, scene: Scene, holidays: Mapping[str, tuple[Holiday, ...]]) -> Meaning | None:
    """Return the days of a holiday, or the one of them that is told, of the year that is told or else the nearest."""
    word = match.find("holiday")
    if word is None:
        return None
    year = match.find("year_number")
    ordinal = match.find("ordinal")
    meant = holidays[str(word.value)]
    if year is None and scene.today is None:
        return unresolved(Grain.INTERVAL, needs_publication=True)
    if year is not None:
        candidates = [days for holiday in meant for days in _in_year(holiday, int(year.value))]
        anchor = Anchor.CALENDAR
    else:
        around = scene.today.year if scene.today else 0
        candidates = [days for holiday in meant for n in range(-2, 3) for days in _in_year(holiday, around + n)]
        anchor = Anchor.PUBLICATION
    which = match.find("past", "next", "this")
    days = nearest_days(candidates, scene, which=which.kind if which else None)
    if days is None:
        return unresolved(Grain.INTERVAL)
    if ordinal is not None:
        day = days.first + timedelta(days=int(ordinal.value) - 1)
        return whole_days(Days(day, day), Grain.DAY, anchor) if day <= days.last else None
    grain = Grain.DAY if days.first == days.last else Grain.INTERVAL
    return whole_days(days, grain, anchor)


def _in_year(holiday: Holiday, year: int) -> list[Days]:
    """Return the holiday's days that begin in a Gregorian year, or in the Hijri year of that number."""
    if not holiday.hijri:
        first = day_of(year, holiday.month, holiday.day)
        return [Days(first, first + timedelta(days=holiday.days - 1))] if first else []
    if year < 1600:
        years = [year]
    else:
        begins = hijri_year(date(year, 1, 1))
        years = [begins, begins + 1] if begins else []
    found = []
    for hijri in years:
        first = day_of(hijri, holiday.month, holiday.day, hijri=True)
        if first and (year < 1600 or first.year == year):
            found.append(Days(first, first + timedelta(days=holiday.days - 1)))
    return found
