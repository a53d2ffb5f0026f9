"""Resolves times that are told from the day of publication: yesterday, last week, three days ago."""

from datetime import date, datetime, timedelta

from musnad.languages.times.calendars import Days
from musnad.languages.times.matching import TimeMatch
from musnad.model import Anchor, Grain
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

_STEPS = {"past": -1, "this": 0, "near_this": 0, "next": 1, "before_past": -2, "after_next": 2}
_PARTS = ("day_part", "the_day_part", "eve", "part", "early_hours")
_WEEK = 7  # days: a weekday other than the told day is the one before it, or that of the next day
_SUNDAY = 6
_ONGOING = frozenset({"this", "near_this"})


def read_near_day(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return the day that today, yesterday, tomorrow and their like mean; a weekday beside them decides."""
    if scene.today is None:
        return unresolved(Grain.DAY, needs_publication=True)
    word = match.find("near_day", "today", "tonight")
    offset = int(word.value) if word is not None else 0
    day = scene.today + timedelta(days=offset)
    weekday = match.find("weekday")
    if weekday is not None and day.weekday() != int(weekday.value):
        # Pages often appear after midnight, or a day late: then the weekday is right and "today" is not.
        past = nearest_weekday(int(weekday.value), day, future=False)
        day = past if (day - past).days < _WEEK - 1 else past + timedelta(days=_WEEK)
    return with_part(one_day(day, Anchor.PUBLICATION), _day_part(match))


def nearest_weekday(weekday: int, day: date, *, future: bool) -> date:
    """Return the nearest such weekday up to and including `day`, or from it on where `future`."""
    if future:
        return day + timedelta(days=(weekday - day.weekday()) % 7)
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def read_weekday(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return the day that a weekday means: the nearest past one, in a clause on the future the next one."""
    today = scene.today
    if today is None:
        return unresolved(Grain.DAY, needs_publication=True)
    named = match.all("weekday")
    weekday = int(named[-1].value)
    which = match.find(*_STEPS)
    step = _STEPS[which.kind] if which else 0
    if which is None or which.kind in {"this", "near_this"}:
        day = nearest_weekday(weekday, today, future=scene.announces)
    elif step < 0:
        day = nearest_weekday(weekday, today - timedelta(days=1), future=False) + timedelta(days=7 * (step + 1))
    else:
        day = nearest_weekday(weekday, today + timedelta(days=1), future=True) + timedelta(days=7 * (step - 1))
    part = _day_part(match)
    if len(named) == 1:
        return with_part(one_day(day, Anchor.PUBLICATION), part)
    first = nearest_weekday(int(named[0].value), day, future=False)
    if part == "midnight" or (day - first).days != 1:
        return with_part(one_day(day, Anchor.PUBLICATION), part)
    return with_part(whole_days(Days(first, day), Grain.INTERVAL, Anchor.PUBLICATION), part)


def read_weekday_of_week(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return the weekday of the week that is told, last, this or next: from Sunday, as Arab weeks are counted."""
    which, weekday = match.find(*_STEPS), match.find("weekday")
    if which is None or weekday is None:
        return None
    if scene.today is None:
        return unresolved(Grain.DAY, needs_publication=True)
    sunday = nearest_weekday(_SUNDAY, scene.today, future=False) + timedelta(weeks=_STEPS[which.kind])
    return with_part(
        one_day(nearest_weekday(int(weekday.value), sunday, future=True), Anchor.PUBLICATION), _day_part(match)
    )


def _day_part(match: TimeMatch) -> str | None:
    part = match.find(*_PARTS)
    if part is None:
        return None
    return "noon" if (part.kind, part.value) == ("part", "middle") else str(part.value)


def read_overnight(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return the night before publication, or the part of its day."""
    if scene.today is None:
        return unresolved(Grain.INTERVAL, needs_publication=True)
    part = str(match.units[-1].value)
    first = scene.today - timedelta(days=part == "night")
    return with_part(whole_days(Days(first, scene.today), Grain.INTERVAL, Anchor.PUBLICATION), part)


def read_weekend(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return Saturday and Sunday of the weekend that is meant."""
    today = scene.today
    if today is None:
        return unresolved(Grain.INTERVAL, needs_publication=True)
    which = match.find(*_STEPS)
    saturday = nearest_weekday(5, today, future=scene.announces)
    if which is not None and which.kind == "past" and (today - saturday).days < 2:
        saturday -= timedelta(days=7)
    elif which is not None and which.kind == "next":
        saturday = nearest_weekday(5, today + timedelta(days=1), future=True)
    return whole_days(Days(saturday, saturday + timedelta(days=1)), Grain.INTERVAL, Anchor.PUBLICATION)


def read_unit(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return the whole day, week, month, year, decade or century that is last, this or next."""
    which = match.find(*_STEPS)
    step = _STEPS[which.kind] if which else 0
    part = match.find("part")
    unit = next((named for unit in match.units if (named := unit_of(unit))), None)
    if unit is None or (unit == "day" and part is not None and which is None):
        return None
    grain = GRAIN_OF_UNIT[unit]
    if scene.published is None:
        return unresolved(grain, needs_publication=True)
    if unit in {"decade", "hour", "minute"} and which is not None and which.kind in {"past", "next"}:
        return _span(Count(unit, 1), which.kind, scene.published)
    moment = shifted(scene.published, unit, step)
    days = unit_around(moment, unit) if moment else None
    if days is None:
        return unresolved(grain)
    begun = which is None or which.kind in _ONGOING
    if begun and part is not None and part.value == "early" and match.has("since"):
        return whole_days(Days(days.first, scene.published.date()), Grain.INTERVAL, Anchor.PUBLICATION)
    return with_part(whole_days(days, grain, Anchor.PUBLICATION), str(part.value) if part else None)


def read_units(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return the last or next so many units, up to or from the publication; their number may be untold."""
    count = read_count(match.units)
    which = match.find("past", "next", "last_word", "following", "previous")
    if count is None or which is None:
        return None
    if which.kind in {"following", "previous"}:
        return unresolved(Grain.INTERVAL, Anchor.TIME)
    direction = "next" if which.kind == "next" else "past"
    if scene.published is None:
        return unresolved(Grain.INTERVAL, needs_publication=True)
    if count.number is None or count.approx in {"more", "less"} or match.find("or"):
        return unresolved(Grain.INTERVAL)
    if count.unit == "minute":
        # The last minutes are those of a match, not of the day.
        return Meaning(Grain.DURATION, Anchor.CALENDAR, duration=iso_of(count))
    return _span(count, direction, scene.published)


def _span(count: Count, direction: str, published: datetime) -> Meaning:
    number = count.total
    other = shifted(published, count.unit, number if direction == "next" else -number)
    if other is None:
        return unresolved(Grain.INTERVAL)
    first, last = sorted((published, other))
    if count.unit in {"hour", "minute"}:
        return Meaning(GRAIN_OF_UNIT[count.unit], Anchor.PUBLICATION, earliest=first, latest=last)
    if count.unit == "day" and direction == "past":
        last -= timedelta(days=1)
    small = "year" if count.unit in {"decade", "century"} else count.unit
    if count.unit == "week":
        small = "day"
    start, end = unit_around(first, small), unit_around(last, small)
    if start is None or end is None:
        return unresolved(Grain.INTERVAL)
    return whole_days(Days(start.first, end.last), Grain.INTERVAL, Anchor.PUBLICATION)


def read_ago(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return the unit that lies so many units back; all the time since then where the words say that it goes on."""
    count = read_count(match.units)
    if count is None or not stands_alone(match):
        return None
    duration = iso_of(count)
    grain = GRAIN_OF_UNIT[count.unit]
    after = match.after
    of_event = after is not None and after.kind == "of" and match.find("before") and not match.find("now")
    if count.number is None or count.approx in {"more", "less"} or of_event:
        return Meaning(grain if of_event else Grain.INTERVAL, Anchor.PUBLICATION, duration=duration)
    if scene.published is None:
        return Meaning(grain, Anchor.PUBLICATION, duration=duration, needs_publication=True)
    return back_from(scene.published, count, since=match.before is not None and match.before.kind == "ongoing")


def back_from(moment: datetime, count: Count, *, since: bool) -> Meaning:
    """Return the unit so many units before a moment, or all from there to the moment's own where `since`."""
    unit, number = count.unit, count.total
    if unit == "year" and number != int(number):
        unit, number = "month", number * 12
    if unit in {"decade", "century"}:
        unit, number = "year", number * (10 if unit == "decade" else 100)
    if unit == "month" and number != int(number):
        unit, number = "day", float(round(number * 30))
    then = shifted(moment, unit, -number)
    days = unit_around(then, unit) if then else None
    if then is None or days is None:
        return unresolved(GRAIN_OF_UNIT[unit])
    if unit in {"hour", "minute"}:
        then = then.replace(second=0, microsecond=0)
        return Meaning(GRAIN_OF_UNIT[unit], Anchor.PUBLICATION, earliest=then, latest=then + timedelta(seconds=59))
    if since:
        around = unit_around(moment, "day" if unit == "week" else unit)
        start = Days(then.date(), then.date()) if unit == "week" else days
        return whole_days(Days(start.first, (around or days).last), Grain.INTERVAL, Anchor.PUBLICATION)
    return whole_days(days, GRAIN_OF_UNIT[unit], Anchor.PUBLICATION)


def read_now(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return the day of publication for "until now"; "now" alone names no date that could be told apart."""
    if match.find("until") is None:
        return unresolved(Grain.DAY)
    if scene.today is None:
        return unresolved(Grain.DAY, needs_publication=True)
    return one_day(scene.today, Anchor.PUBLICATION)
