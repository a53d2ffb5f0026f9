"""Resolves dates of the calendar: with a year as they stand, without one to the year that the report means."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from musnad.languages.times.calendars import Days, add_months, day_of, month_of
from musnad.languages.times.date_parts import DateParts, read_date_parts, read_figures
from musnad.languages.times.matching import TimeMatch
from musnad.model import Anchor, Grain, TimeExpression
from musnad.times.meaning import Meaning, Scene, published_hijri_year, unresolved, whole_days, with_part

STEP = {"past": -1, "this": 0, "next": 1, "before_past": -2, "after_next": 2}
# A date without a year is the nearest one; but where nothing speaks of the future a future one counts as twice as far
# (two of three dates of news_ar_2018 are past), and where something does a past one as six times as far.
_AGAINST_PAST = 2.0
_AGAINST_FUTURE = 6.0


def read_date(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return the meaning of a written date, or None where its parts make no date."""
    units = match.units
    split = next((n for n, unit in enumerate(units) if unit.kind == "corresponding"), None)
    if match.rule.name == "date-in-two-calendars":
        return _in_two_calendars(match, scene)
    if split is not None:
        units = (*units[:split], *units[split + 1 :])
    parts = read_date_parts(units)
    if parts is None or _is_score(match, parts):
        return None
    return resolve_date(parts, scene)


def _is_score(match: TimeMatch, parts: DateParts) -> bool:
    """Tell a result (1/صفر, where صفر is zero) from a date in the month of Safar."""
    return parts.hijri and parts.month == 2 and parts.year is None and match.find("of", "the_month", "month") is None


def resolve_date(parts: DateParts, scene: Scene) -> Meaning | None:
    """Return the meaning of the parts of a date, or None where they make none."""
    if parts.this_month:
        return _in_this_month(parts, scene)
    if parts.month is None:
        return None
    grain = Grain.DAY if parts.day else Grain.MONTH
    if parts.year is not None:
        days = _days(parts, parts.year)
        return with_part(whole_days(days, grain, Anchor.CALENDAR), parts.part) if days else None
    if not any(_days(parts, year) for year in _sample_years(parts)):
        return None
    if parts.year_which:
        return _in_told_year(parts, scene, grain)
    return with_part(_without_year(parts, scene, grain), parts.part)


def _in_this_month(parts: DateParts, scene: Scene) -> Meaning | None:
    """Resolve the 12th of this month, of last month, of the same month as told before."""
    which = parts.this_month or "this"
    told = None
    if which in STEP:
        base = scene.today
    else:
        told = scene.last(Grain.DAY, Grain.MONTH)
        base = told.latest.date() if told and told.latest else None
    anchor = Anchor.PUBLICATION if which in STEP else Anchor.TIME
    if base is None:
        return unresolved(Grain.DAY, anchor, needs_publication=which in STEP)
    month = add_months(base, {"following": 1, "previous": -1, **STEP}.get(which, 0))
    day = day_of(month.year, month.month, parts.day or 0) if month else None
    if day is None:
        return None
    return replace(with_part(_day(day, anchor), parts.part), anchor_span=told.span if told else None)


def _day(day: date, anchor: Anchor) -> Meaning:
    return whole_days(Days(day, day), Grain.DAY, anchor)


def _days(parts: DateParts, year: int) -> Days | None:
    if not parts.day:
        return month_of(year, parts.month or 0, hijri=parts.hijri)
    day = day_of(year, parts.month or 0, parts.day, hijri=parts.hijri)
    return Days(day, day) if day else None


def _sample_years(parts: DateParts) -> range:
    return range(1440, 1450) if parts.hijri else range(2020, 2025)


def _in_told_year(parts: DateParts, scene: Scene, grain: Grain) -> Meaning:
    """Resolve يناير من العام الماضي, ديسمبر من العام نفسه."""
    which = parts.year_which or ""
    base: int | None
    anchor, anchor_span = Anchor.PUBLICATION, None
    if which in STEP:
        base = published_hijri_year(scene) if parts.hijri else scene.today.year if scene.today else None
        year = base + STEP[which] if base else None
    else:
        told = scene.last(Grain.DAY, Grain.MONTH, Grain.YEAR)
        base = told.latest.year if told and told.latest else None
        year = base + {"following": 1, "previous": -1}.get(which, 0) if base else None
        anchor, anchor_span = Anchor.TIME, told.span if told else None
    days = _days(parts, year) if year else None
    if not days:
        return replace(unresolved(grain, anchor, needs_publication=which in STEP), anchor_span=anchor_span)
    return replace(with_part(whole_days(days, grain, anchor), parts.part), anchor_span=anchor_span)


def _without_year(parts: DateParts, scene: Scene, grain: Grain) -> Meaning:
    told = None if parts.hijri or parts.which else _dated_in_sentence(scene)
    if told is not None and told.latest is not None:
        # في يونيو 2017 أنها بدأت في مايو: the nearest to the date that the same sentence tells in full.
        day = told.latest.date()
        near = [days for year in range(day.year - 1, day.year + 2) if (days := _days(parts, year))]
        days = min(near, key=lambda days: abs((days.first - day).days), default=None)
        return replace(whole_days(days, grain, Anchor.TIME), anchor_span=told.span) if days else unresolved(grain)
    today = scene.today
    base = published_hijri_year(scene) if parts.hijri else today.year if today else None
    if today is None or base is None:
        return unresolved(grain, needs_publication=True)
    # Wide enough for the 29th of February.
    years = (base,) if parts.which == "this" else range(base - 4, base + 5)
    candidates = [days for year in years if (days := _days(parts, year))]
    if parts.weekday is not None:
        # The weekday beside a date tells its year; a slip of the writer leaves none, and then all of them.
        near = [days for days in candidates if abs(days.first.year - today.year) <= 1]
        candidates = [days for days in near if days.first.weekday() == parts.weekday] or candidates
    best = nearest_days(candidates, scene, which=parts.which)
    return whole_days(best, grain, Anchor.PUBLICATION) if best else unresolved(grain)


def _dated_in_sentence(scene: Scene) -> TimeExpression | None:
    """Return the last time of the sentence that is told with a year other than the publication's, by day or month."""
    for told in reversed(scene.adverbial):
        if told.anchor is Anchor.CALENDAR and told.grain in {Grain.DAY, Grain.MONTH} and told.latest:
            other = scene.today is None or told.latest.year != scene.today.year
            return told if other else None
    return None


def nearest_days(candidates: Sequence[Days], scene: Scene, *, which: str | None) -> Days | None:
    """Return the candidate nearest to publication, past or next where `which` says so; None where there is none."""
    today = scene.today
    if today is None:
        return candidates[0] if candidates else None
    if which in {"past", "before_past"}:
        candidates = [days for days in candidates if days.last < today]
    elif which in {"next", "after_next"}:
        candidates = [days for days in candidates if days.first > today]
    return min(candidates, key=lambda days: _distance(days, today, scene), default=None)


def _distance(days: Days, today: date, scene: Scene) -> float:
    """Return how far the days are from publication; the side that the clause does not speak of counts as further."""
    if days.last < today:
        return (today - days.last).days * (_AGAINST_FUTURE if scene.future else 1.0)
    if days.first > today:
        return (days.first - today).days * (1.0 if scene.announces else _AGAINST_PAST)
    return 0.0


def _in_two_calendars(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Read a date told in both calendars by the Gregorian one: Hijri days differ from place to place."""
    months = [n for n, unit in enumerate(match.units) if unit.kind in {"month_name", "weak_month", "hijri_month"}]
    if len(months) != 2 or (match.units[months[0]].kind == "hijri_month") == (
        match.units[months[1]].kind == "hijri_month"
    ):
        return None
    # The second date begins with the last number before its month.
    cut = max(n for n in range(months[1]) if match.units[n].kind in {"number", "ordinal", "ordinal_ten"})
    halves = match.units[:cut], match.units[cut:]
    gregorian = halves[0] if match.units[months[1]].kind == "hijri_month" else halves[1]
    parts = read_date_parts([unit for unit in gregorian if unit.kind != "hijri_mark"])
    other = read_date_parts(halves[1] if gregorian is halves[0] else halves[0])
    if not parts or not other or not parts.day or not other.day:
        return None
    return resolve_date(parts, scene)


def read_date_in_figures(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return the meaning of a date in figures, day or year first; of one in both calendars by the Gregorian one."""
    if match.rule.name == "figures-in-two-calendars":
        numbers = [n for n, unit in enumerate(match.units) if unit.kind in {"number", "year_number"}]
        halves = match.units[: numbers[3]], match.units[numbers[3] :]
        told = [parts for half in halves if (parts := read_figures(half)) and not parts.hijri]
        return resolve_date(told[0], scene) if len(told) == 1 else None
    parts = read_figures(match.units)
    return resolve_date(parts, scene) if parts and parts.day else None


def read_day_of_a_list(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return the meaning of a bare day number after a date in the same sentence: في 15 يونيو ... وفي 19."""
    number = match.units[0].value
    told = next((time for time in reversed(scene.in_sentence) if time.grain is Grain.DAY and time.latest), None)
    told_in_digits = len(str(number)) == match.units[0].end - match.units[0].start
    if match.word_follows or not told_in_digits:
        return None
    if told is None or told.latest is None or not isinstance(number, int) or number <= told.latest.day:
        return None
    day = day_of(told.latest.year, told.latest.month, number)
    return replace(_day(day, Anchor.TIME), anchor_span=told.span) if day else None
