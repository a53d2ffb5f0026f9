"""Resolves times that are told from another time of the text: the next day, that year, three months later."""

from dataclasses import replace
from datetime import datetime, time

from musnad.languages.times.calendars import day_of, month_of
from musnad.languages.times.matching import TimeMatch
from musnad.model import Anchor, Grain, TimeExpression
from musnad.times.counts import Count, read_count, stands_alone, unit_of
from musnad.times.meaning import (
    GRAIN_OF_UNIT,
    Meaning,
    Scene,
    iso_of,
    one_day,
    shifted,
    unit_around,
    unresolved,
    whole_days,
    with_part,
)
from musnad.times.near import nearest_weekday

# The grains of an earlier time that a unit can be told from: "the next day" needs a day, "that year" a year or less.
_FINE_ENOUGH = {
    "day": (Grain.DAY,),
    "week": (Grain.DAY, Grain.WEEK),
    "month": (Grain.DAY, Grain.MONTH),
    "year": (Grain.DAY, Grain.MONTH, Grain.YEAR, Grain.SEASON),
    "decade": (Grain.DAY, Grain.MONTH, Grain.YEAR, Grain.DECADE),
    "century": (Grain.DAY, Grain.MONTH, Grain.YEAR, Grain.DECADE, Grain.CENTURY),
}


def read_narrative_unit(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return the same, next or previous day, week, month or year as seen from an earlier time of the text."""
    unit = next((named for one in match.units if (named := unit_of(one))), None)
    if unit not in _FINE_ENOUGH:
        return None
    grain = GRAIN_OF_UNIT[unit]
    told = scene.last(*_FINE_ENOUGH[unit])
    if told is None or told.latest is None:
        return _from_publication(match, scene, unit)
    if match.find("the_many_year", "the_many_month", "the_many_day"):
        return _until_now(told, scene)
    step = 1 if match.find("following") else -1 if match.find("previous") else 0
    moment = shifted(told.latest, unit, step)
    days = unit_around(moment, unit) if moment else None
    if days is None:
        return unresolved(grain, Anchor.TIME)
    weekday = match.find("weekday")
    meaning = whole_days(days, grain, Anchor.TIME)
    if weekday is not None and step > 0 and days.first.weekday() != int(weekday.value):
        meaning = one_day(nearest_weekday(int(weekday.value), days.first, future=True), Anchor.TIME)
    part = match.find("part")
    return replace(with_part(meaning, str(part.value) if part else None), anchor_span=told.span)


def _from_publication(match: TimeMatch, scene: Scene, unit: str) -> Meaning:
    """Read "the previous month" with no earlier time in the text as the one before publication."""
    grain = GRAIN_OF_UNIT[unit]
    if match.find("previous") is None or unit == "day":
        return unresolved(grain, Anchor.TIME)
    if scene.published is None:
        return unresolved(grain, needs_publication=True)
    moment = shifted(scene.published, unit, -1)
    days = unit_around(moment, unit) if moment else None
    return whole_days(days, grain, Anchor.PUBLICATION) if days else unresolved(grain)


def _until_now(told: TimeExpression, scene: Scene) -> Meaning:
    """Return the years from an earlier time to the publication: تلك السنوات."""
    if told.earliest is None or scene.today is None or told.earliest.date() > scene.today:
        return unresolved(Grain.INTERVAL, Anchor.TIME)
    if told.grain is not Grain.YEAR:
        return unresolved(Grain.INTERVAL, Anchor.TIME)
    last = datetime.combine(scene.today.replace(month=12, day=31), time(23, 59, 59))
    return Meaning(Grain.INTERVAL, Anchor.TIME, earliest=told.earliest, latest=last, anchor_span=told.span)


def read_same_day_of_year(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return the same day or month in another year: نفس اليوم من عام 1980."""
    if match.find("the_month"):
        return _same_month_of_year(match, scene)
    year = match.find("year_number")
    told = scene.last(Grain.DAY)
    if year is None or told is None or told.latest is None:
        return unresolved(Grain.DAY, Anchor.TIME)
    day = day_of(int(year.value), told.latest.month, told.latest.day)
    if day is None:
        return unresolved(Grain.DAY, Anchor.TIME)
    return replace(one_day(day, Anchor.TIME), anchor_span=told.span)


def _same_month_of_year(match: TimeMatch, scene: Scene) -> Meaning | None:
    year = match.find("year_number")
    told = scene.last(Grain.DAY, Grain.MONTH)
    days = month_of(int(year.value), told.latest.month) if year and told and told.latest else None
    if told is None or days is None:
        return unresolved(Grain.MONTH, Anchor.TIME)
    return replace(whole_days(days, Grain.MONTH, Anchor.TIME), anchor_span=told.span)


def read_later(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return the time so many units later, if an earlier time or the publication tells than what; else a length."""
    count = read_count([unit for unit in match.units if unit.kind not in {"vague", "sometime"}])
    if count is None or not stands_alone(match):
        return None
    length = Meaning(Grain.DURATION, Anchor.TIME, duration=iso_of(count))
    after = match.after
    if count.number is None or count.approx in {"more", "less"}:
        return length
    if after is not None and after.kind in {"of", "in"} and match.find("vague", "sometime") is None:
        return length
    if (scene.future or match.find("now")) and scene.published is not None:
        return _later_than(scene.published, count, Anchor.PUBLICATION, None) or length
    if not scene.opens_sentence and match.find("vague", "sometime") is None:
        return length
    told = scene.last(*_FINE_ENOUGH.get(count.unit, (Grain.DAY,)))
    if told is None or told.latest is None:
        return length
    return _later_than(told.latest, count, Anchor.TIME, told) or length


def _later_than(moment: datetime, count: Count, anchor: Anchor, told: TimeExpression | None) -> Meaning | None:
    unit, number = count.unit, count.total
    if unit in {"hour", "minute"}:
        return None
    if unit == "year" and number != int(number):
        unit, number = "month", number * 12
    then = shifted(moment, unit, number)
    days = unit_around(then, unit) if then else None
    if days is None:
        return None
    return replace(whole_days(days, GRAIN_OF_UNIT[unit], anchor), anchor_span=told.span if told else None)


def read_hour_day(match: TimeMatch, scene: Scene) -> tuple[datetime | None, Anchor, TimeExpression | None]:
    """Return the day that an hour without one belongs to: that of another time in its sentence."""
    told = next((one for one in reversed(scene.in_sentence) if one.grain is Grain.DAY and one.latest), None)
    if told is not None and told.latest is not None:
        return told.latest.replace(hour=0, minute=0, second=0), Anchor.TIME, told
    if match.find("zone", "zone_place", "local") is not None and scene.published is not None:
        return scene.published.replace(hour=0, minute=0, second=0, microsecond=0), Anchor.PUBLICATION, None
    return None, Anchor.PUBLICATION, None
