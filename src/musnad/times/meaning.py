"""What a match means in its report, and the scene in which it is read: publication, tense, earlier times."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from musnad.languages.times.calendars import Days, add_months, hijri_year, month_of, week_of, year_of
from musnad.model import Anchor, Grain, Span, TimeExpression, TimePart
from musnad.times.counts import Count


@dataclass(frozen=True, slots=True)
class Meaning:
    """The interval, grain and anchor of an expression; no interval where it cannot be known."""

    grain: Grain
    anchor: Anchor = Anchor.CALENDAR
    earliest: datetime | None = None
    latest: datetime | None = None
    anchor_span: Span | None = None
    part: TimePart | None = None
    duration: str | None = None
    zone: str | None = None
    needs_publication: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """Where an expression is read: the local time of publication, the times before it in the text and its sentence.

    `future` says that its clause has a mark of the future, `announces` that it has one or opens as an announcement.
    `opens_sentence` says that nothing stands before the expression. `adverbial` are the times of its sentence that
    say when something was done (في يونيو 2017), not which thing is meant (هجمات 13 نوفمبر 2015).
    """

    published: datetime | None
    future: bool
    announces: bool
    opens_sentence: bool
    earlier: Sequence[TimeExpression]
    in_sentence: Sequence[TimeExpression]
    adverbial: Sequence[TimeExpression]

    @property
    def today(self) -> date | None:
        """Return the day of publication, in the publication's own time zone."""
        return self.published.date() if self.published else None

    def last(self, *grains: Grain) -> TimeExpression | None:
        """Return the nearest earlier time of one of the grains that is resolved to both ends."""
        for time_expression in reversed(self.earlier):
            if time_expression.grain in grains and time_expression.earliest and time_expression.latest:
                return time_expression
        return None


def whole_days(days: Days, grain: Grain, anchor: Anchor) -> Meaning:
    """Return the meaning of whole days, from the first second of the first to the last of the last."""
    return Meaning(
        grain,
        anchor,
        earliest=datetime.combine(days.first, time.min),
        latest=datetime.combine(days.last, time(23, 59, 59)),
    )


def one_day(day: date, anchor: Anchor) -> Meaning:
    """Return the meaning of one whole day."""
    return whole_days(Days(day, day), Grain.DAY, anchor)


def unresolved(grain: Grain, anchor: Anchor = Anchor.PUBLICATION, *, needs_publication: bool = False) -> Meaning:
    """Return the meaning of an expression whose interval is not known."""
    return Meaning(grain, anchor, needs_publication=needs_publication)


def with_part(meaning: Meaning, part: str | None) -> Meaning:
    """Return the meaning with the part of the day, month or year that is told."""
    return replace(meaning, part=TimePart(part)) if part else meaning


GRAIN_OF_UNIT = {
    "minute": Grain.MINUTE,
    "hour": Grain.HOUR,
    "day": Grain.DAY,
    "week": Grain.WEEK,
    "month": Grain.MONTH,
    "year": Grain.YEAR,
    "decade": Grain.DECADE,
    "century": Grain.CENTURY,
}
_YEARS_OF = {"year": 1, "decade": 10, "century": 100}
_SECONDS_OF = {"minute": 60, "hour": 3600}
_LETTERS_OF = {
    "minute": ("m", 1),
    "hour": ("H", 1),
    "day": ("D", 1),
    "week": ("D", 7),
    "month": ("M", 1),
    "year": ("Y", 1),
    "decade": ("Y", 10),
    "century": ("Y", 100),
}
_ISO_OF = {"minute": ("PT", "M"), "hour": ("PT", "H"), "day": ("P", "D"), "week": ("P", "W"), "month": ("P", "M")}


def unit_around(moment: datetime, unit: str) -> Days | None:
    """Return the whole day, week, month, year, decade or century that a moment lies in."""
    day = moment.date()
    if unit in {"minute", "hour", "day"}:
        return Days(day, day)
    if unit == "week":
        return week_of(day)
    if unit == "month":
        return month_of(day.year, day.month)
    if unit == "year":
        return year_of(day.year)
    # A decade begins with its round year, a century with the year after: القرن الحادي والعشرون is 2001 to 2100.
    first = day.year // 10 * 10 if unit == "decade" else (day.year - 1) // 100 * 100 + 1
    start, end = year_of(first), year_of(first + _YEARS_OF[unit] - 1)
    return Days(start.first, end.last) if start and end else None


def shifted(moment: datetime, unit: str, count: float) -> datetime | None:
    """Return the moment so many units later; a month or year lands on the first day of its month."""
    try:
        if unit in _SECONDS_OF:
            return moment + timedelta(seconds=_SECONDS_OF[unit] * count)
        if unit in {"day", "week"}:
            return moment + timedelta(days=count * (7 if unit == "week" else 1))
        months = round(count * (1 if unit == "month" else 12 * _YEARS_OF[unit]))
        first = add_months(moment.date(), months)
        return datetime.combine(first, moment.time()) if first else None
    except OverflowError:
        return None


def iso_duration(unit: str, count: float | None) -> str:
    """Return the length as ISO 8601, with X for a number that is not told."""
    start, letter = _ISO_OF.get(unit, ("P", "Y"))
    if count is None:
        return f"{start}X{letter}"
    count *= _YEARS_OF.get(unit, 1)
    if letter == "Y" and count != int(count):
        return f"P{round(count * 12)}M"
    return f"{start}{count:g}{letter}"


def iso_of(count: Count) -> str:
    """Return the length of a count as ISO 8601: P63Y7M3D, P1Y6M, PXD."""
    if not count.rest or any(number != int(number) for _, number in ((count.unit, count.number or 0), *count.rest)):
        return iso_duration(count.unit, count.number if count.number is None else round(count.total, 2))
    sums = dict.fromkeys("YMDHm", 0)
    for unit, number in ((count.unit, count.number or 0), *count.rest):
        letter, times = _LETTERS_OF[unit]
        sums[letter] += int(number) * times
    date_part = "".join(f"{sums[letter]}{letter}" for letter in "YMD" if sums[letter])
    time_part = "".join(f"{sums[letter]}{letter.upper()}" for letter in "Hm" if sums[letter])
    return f"P{date_part}" + (f"T{time_part}" if time_part else "")


def published_hijri_year(scene: Scene) -> int | None:
    """Return the Hijri year of publication, or None."""
    return hijri_year(scene.today) if scene.today else None
