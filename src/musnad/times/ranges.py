"""Resolves ranges: from day to day, two weekdays, two months, from year to year."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from musnad.languages.times.calendars import Days, month_of, year_of
from musnad.languages.times.date_parts import DateParts, read_date_parts
from musnad.languages.times.matching import TimeMatch
from musnad.languages.times.units import Unit
from musnad.model import Anchor, Grain
from musnad.times.dates import nearest_days, resolve_date
from musnad.times.meaning import Meaning, Scene, unresolved, whole_days
from musnad.times.near import nearest_weekday, read_weekday
from musnad.times.years import year_meant

HIJRI_SCHOOL_YEARS = range(1343, 1450)
_LONGEST_SPAN = 100  # years: two numbers further apart are no span
_CONNECTORS = frozenset({"to", "until", "and", "dash", "or"})


def read_range(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return the interval from the first to the second end, the first borrowing what only the second tells."""
    if match.rule.name == "from-weekday-to-weekday":
        return _weekdays(match, scene)
    years = match.all("year_number")
    if match.rule.name == "span-of-years" and years:
        told = [int(year.value) for year in years]
        return _years(told[0], told[-1]) if told[-1] - told[0] <= _LONGEST_SPAN else None
    if match.find("year_span"):
        return _years(*(int(year) for year in str(match.units[0].value).split("-")))
    if not match.find("month_name", "weak_month", "hijri_month", "the_month"):
        return _years(int(years[0].value), int(years[-1].value)) if len(years) == 2 else None
    cut = _cut(match)
    if cut is None:
        return None
    first, last = read_date_parts(_dated(match.units[:cut])), read_date_parts(_dated(match.units[cut + 1 :]))
    if (
        first is not None
        and last is not None
        and len(match.all("number", "ordinal")) > 2
        and match.rule.name == "days-of-one-month"
    ):
        # A list of days: the first number opens it, the last one closes it.
        numbers = [int(unit.value) for unit in match.all("number", "ordinal")]
        first.day, last.day = numbers[0], numbers[-1]
    return _dates(first, last, scene) if first and last else None


def read_part_of_month(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return the days of the nth week, half or third of a month, or its first or last so many days."""
    cut = next(n for n, unit in enumerate(match.units) if unit.kind == "of")
    parts = read_date_parts(match.units[cut + 1 :])
    if parts is None:
        return None
    if parts.month is None:
        parts.day, parts.this_month = 1, parts.this_month or "this"
        which = match.find("past", "next", "this")
        parts.this_month = which.kind if which else "this"
    month = resolve_date(parts, scene)
    if month is None or month.earliest is None or month.latest is None:
        return month
    first, last = month.earliest.date(), month.latest.date()
    if parts.this_month:
        days = month_of(first.year, first.month)
        last = days.last if days else last
    length, number = _share(match.units[:cut], (last - first).days + 1)
    if not 1 <= number <= 5:
        return None
    start = first + timedelta(days=length * (number - 1))
    end = min(start + timedelta(days=length - 1), last)
    if (match.find("half") and number == 2) or (match.find("third") and number == 3):
        end = last
    return whole_days(Days(start, end), Grain.INTERVAL, month.anchor) if start <= end else None


def _share(units: Sequence[Unit], month_days: int) -> tuple[int, int]:
    """Return how many days the share of a month has, and which of the shares is meant."""
    ordinal = next((int(unit.value) for unit in units if unit.kind == "ordinal"), 1)
    for unit in units:
        if unit.kind == "the_week":
            return 7, ordinal
        if unit.kind in {"half", "third"}:
            return (15 if unit.kind == "half" else 10), ordinal
        if unit.kind in {"number", "the_number"}:
            return min(int(unit.value), month_days), 1 if ordinal == 1 else 0
    return month_days, 0


def read_first_months(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return the first so many months of a year."""
    year, anchor, anchor_span = year_meant(match, scene)
    count = match.find("number", "the_number")
    ordinal = match.find("ordinal")
    if count is None or ordinal is None or int(ordinal.value) != 1 or not 1 <= int(count.value) <= 12:
        return None
    if year is None:
        return unresolved(Grain.INTERVAL, anchor, needs_publication=anchor is Anchor.PUBLICATION)
    first, last = month_of(year, 1), month_of(year, int(count.value))
    if first is None or last is None:
        return None
    return replace(whole_days(Days(first.first, last.last), Grain.INTERVAL, anchor), anchor_span=anchor_span)


def _dated(units: Sequence[Unit]) -> list[Unit]:
    return [unit for unit in units if unit.kind not in {"of", "between"}]


def _cut(match: TimeMatch) -> int | None:
    """Return the position of the word that joins the two ends."""
    for index, unit in enumerate(match.units):
        if index and unit.kind in _CONNECTORS | {"comma"} and index + 1 < len(match.units):
            # وإلى, وحتى: the conjunction goes with the preposition.
            return index + 1 if match.units[index + 1].kind in {"to", "until"} else index
    return None


def _dates(first: DateParts, last: DateParts, scene: Scene) -> Meaning | None:
    if first.month is None and not first.this_month:
        first.month, first.hijri, first.which = last.month, last.hijri, last.which
        first.this_month = last.this_month
    if first.which is None:
        first.which = last.which
    if first.year is None:
        first.year, first.year_which = last.year, last.year_which
    if _without_year(first) and _without_year(last) and scene.today is not None and not first.hijri:
        return _nearest(first, last, scene)
    start, end = resolve_date(first, scene), resolve_date(last, scene)
    if start is None or end is None:
        return None
    if start.earliest is None or end.latest is None:
        return unresolved(Grain.INTERVAL, needs_publication=start.needs_publication or end.needs_publication)
    if start.earliest > end.latest:
        # From December to March: the first lies in the year before.
        days = resolve_date(replace(first, year=end.latest.year - 1), scene)
        if first.hijri or days is None or days.earliest is None or days.earliest > end.latest:
            return None
        start = days
    return Meaning(Grain.INTERVAL, end.anchor, earliest=start.earliest, latest=end.latest)


def _without_year(parts: DateParts) -> bool:
    return parts.month is not None and (parts.year, parts.year_which, parts.which, parts.this_month) == (None,) * 4


def _nearest(first: DateParts, last: DateParts, scene: Scene) -> Meaning | None:
    """Return the range of months or days without a year that lies nearest to publication."""
    year = scene.today.year if scene.today else 0
    candidates = []
    for start_year in range(year - 2, year + 3):
        start = resolve_date(replace(first, year=start_year), scene)
        ends = [resolve_date(replace(last, year=n), scene) for n in (start_year, start_year + 1)]
        if start is None or start.earliest is None:
            continue
        after = [end.latest for end in ends if end is not None and end.latest and end.latest > start.earliest]
        if after:
            candidates.append(Days(start.earliest.date(), after[0].date()))
    days = nearest_days(candidates, scene, which=None)
    return whole_days(days, Grain.INTERVAL, Anchor.PUBLICATION) if days else None


def _years(first: int, last: int) -> Meaning | None:
    hijri = first in HIJRI_SCHOOL_YEARS and last in HIJRI_SCHOOL_YEARS
    start, end = year_of(first, hijri=hijri), year_of(last, hijri=hijri)
    if start is None or end is None or first >= last:
        return None
    if hijri:
        # As of school years: the Gregorian years in which they end.
        start, end = year_of(start.last.year), year_of(end.last.year)
        if start is None or end is None:
            return None
    return whole_days(Days(start.first, end.last), Grain.INTERVAL, Anchor.CALENDAR)


def _weekdays(match: TimeMatch, scene: Scene) -> Meaning | None:
    last = read_weekday(match, scene)
    if last is None or last.latest is None:
        return last
    named = match.all("weekday")
    end = last.latest.date()
    start = nearest_weekday(int(named[0].value), end - timedelta(days=1), future=False)
    if scene.today and scene.announces and start < scene.today and match.find("past") is None:
        start = nearest_weekday(int(named[0].value), scene.today, future=True)
        end = nearest_weekday(int(named[-1].value), start, future=True)
    return whole_days(Days(start, end), Grain.INTERVAL, Anchor.PUBLICATION)
