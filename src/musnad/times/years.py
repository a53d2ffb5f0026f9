"""Resolves years and what is told by years: decades, centuries, seasons, quarters, school years."""

from dataclasses import replace

from musnad.languages.times.calendars import Days, month_of, year_of
from musnad.languages.times.date_parts import read_date_parts
from musnad.languages.times.matching import TimeMatch
from musnad.model import Anchor, Grain, Span
from musnad.times.dates import STEP, resolve_date
from musnad.times.meaning import Meaning, Scene, unresolved, whole_days, with_part


def read_year(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return the meaning of a year, or of a school year that two numbers name."""
    if match.find("open") and match.word_follows:
        # A number of things that are counted: (1982) حبة.
        return None
    if match.find("bc"):
        return unresolved(Grain.YEAR, Anchor.CALENDAR)
    numbers = [unit.value for unit in match.all("year_number", "number") if isinstance(unit.value, int)]
    part = match.find("part")
    parts = read_date_parts([unit for unit in match.units if unit.kind != "number"])
    if not parts or not numbers or not 1000 <= numbers[0] < 2200:
        return None
    hijri = parts.hijri or (parts.year is None and match.find("hijri_mark") is not None)
    first, last = numbers[0], numbers[-1]
    if last < 100:
        last += first // 100 * 100
    if first == last:
        days = year_of(first, hijri=hijri)
        return (
            with_part(whole_days(days, Grain.YEAR, Anchor.CALENDAR), str(part.value) if part else None)
            if days
            else None
        )
    if last != first + 1:
        return None
    start, end = year_of(first, hijri=hijri), year_of(last, hijri=hijri)
    if not start or not end:
        return None
    # A school year by the Hijri count lies in the Gregorian years in which its two years end.
    start, end = year_of(start.last.year), year_of(end.last.year)
    return whole_days(Days(start.first, end.last), Grain.INTERVAL, Anchor.CALENDAR) if start and end else None


def read_year_of_a_list(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return the meaning of a year that و joins to another: في 2011 و2014."""
    told = scene.in_sentence[-1] if scene.in_sentence else None
    joined = match.before
    if told is None or joined is None or told.grain is not Grain.YEAR or not 0 <= joined.start - told.span.end <= 1:
        return None
    return read_year(match, scene)


def read_decade(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return the meaning of a decade by its name, or by its number in a century."""
    after = match.row.units[match.last : match.last + 2]
    if len(after) == 2 and after[1] is not None and after[1].kind == "age":
        return None  # في الأربعينيات من عمره
    century = _century_of(match, scene)
    part = match.find("part")
    name = match.find("decade_name")
    if name is not None:
        first = int(name.value) if century is None else century + int(name.value) % 100
    else:
        ordinal = match.find("ordinal")
        if ordinal is None or century is None or not 1 <= int(ordinal.value) <= 10:
            return None
        first = century + 10 * (int(ordinal.value) - 1)
    start, end = year_of(first), year_of(first + 9)
    if not start or not end:
        return None
    meaning = whole_days(Days(start.first, end.last), Grain.DECADE, Anchor.CALENDAR)
    return with_part(meaning, str(part.value) if part else None)


def read_two_decades(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return the years from the first to the second of two decades."""
    century = _century_of(match, scene)
    first, last = (
        int(unit.value) if century is None else century + int(unit.value) % 100 for unit in match.all("decade_name")
    )
    start, end = year_of(first), year_of(last + 9)
    if start is None or end is None or first >= last:
        return None
    return whole_days(Days(start.first, end.last), Grain.INTERVAL, Anchor.CALENDAR)


def _century_of(match: TimeMatch, scene: Scene) -> int | None:
    """Return the round year that the century begins with: 1900 for القرن العشرين."""
    at = next((n for n, unit in enumerate(match.units) if unit.kind == "the_century"), None)
    if at is None or at + 1 >= len(match.units):
        return None
    told = match.units[at + 1]
    if told.kind in {"ordinal", "ordinal_ten", "number", "the_number"}:
        return (int(told.value) - 1) * 100
    this = (scene.today.year if scene.today else 2000) // 100 * 100
    return this - 100 if told.kind in {"past", "previous"} else this


def read_century(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return the meaning of a century, or of its half or quarter."""
    if match.find("bc"):
        return unresolved(Grain.CENTURY, Anchor.CALENDAR)
    base = _century_of(match, scene)
    if base is None or not 0 <= base < 2200:
        return None
    first, last = base + 1, base + 100
    share = match.find("half", "quarter")
    ordinal = match.find("ordinal")
    if share and ordinal:
        length = 50 if share.kind == "half" else 25
        first += length * (int(ordinal.value) - 1)
        last = first + length - 1
    start, end = year_of(first), year_of(last)
    part = match.find("part")
    if not start or not end:
        return None
    grain = Grain.INTERVAL if share else Grain.CENTURY
    return with_part(whole_days(Days(start.first, end.last), grain, Anchor.CALENDAR), str(part.value) if part else None)


def year_meant(match: TimeMatch, scene: Scene) -> tuple[int | None, Anchor, Span | None]:
    """Return the year that a match tells outright or by الماضي, نفسه and the like, and what it is reckoned from."""
    number = match.find("year_number")
    if number is not None:
        return int(number.value), Anchor.CALENDAR, None
    which = match.find(*STEP, "same", "following", "previous", "near_this", "far_this")
    if which is None or which.kind in STEP or which.kind == "near_this":
        step = STEP.get(which.kind, 0) if which else 0
        return (scene.today.year + step if scene.today else None), Anchor.PUBLICATION, None
    told = scene.last(Grain.DAY, Grain.MONTH, Grain.YEAR)
    step = {"following": 1, "previous": -1}.get(which.kind, 0)
    return (told.latest.year + step if told and told.latest else None), Anchor.TIME, told.span if told else None


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def read_season(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return the three months of a season, by the calendar of the weather services."""
    season = match.find("season")
    year, anchor, anchor_span = year_meant(match, scene)
    if season is None:
        return None
    if year is None:
        return unresolved(Grain.SEASON, anchor, needs_publication=anchor is Anchor.PUBLICATION)
    month = _SEASONS[str(season.value)]
    which = match.find("past", "next")
    if which and match.find("the_year") is None and scene.today:
        year = scene.today.year
        days = _season(year, month)
        if which.kind == "past" and days.last >= scene.today:
            year -= 1
        elif which.kind == "next" and days.first <= scene.today:
            year += 1
        elif which.kind == "past" and month == 12 and _season(year - 1, month).last < scene.today:
            year -= 1
    meaning = whole_days(_season(year, month), Grain.SEASON, anchor)
    part = match.find("part")
    return replace(with_part(meaning, str(part.value) if part else None), anchor_span=anchor_span)


def _season(year: int, month: int) -> Days:
    first, last = month_of(year, month), month_of(year + month // 12, (month + 1) % 12 + 1)
    if first is None or last is None:
        raise ValueError(f"no season begins in month {month} of {year}")
    return Days(first.first, last.last)


def read_sporting_season(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return the two years over which a season of sport or theatre runs, from July to June."""
    if scene.today is None:
        return unresolved(Grain.INTERVAL, needs_publication=True)
    first = scene.today.year if scene.today.month >= 7 else scene.today.year - 1
    which = match.find("past", "next")
    # In summer the season that has just ended is the past one, the one about to begin the next.
    if which and which.kind == "past":
        first -= 0 if scene.today.month in {5, 6} else 1
    elif which:
        first += 0 if scene.today.month in {7, 8} else 1
    start, end = year_of(first), year_of(first + 1)
    return whole_days(Days(start.first, end.last), Grain.INTERVAL, Anchor.PUBLICATION) if start and end else None


def read_part_of_year(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return the months of a quarter or a half of a year."""
    year, anchor, anchor_span = year_meant(match, scene)
    if year is None:
        return unresolved(Grain.INTERVAL, anchor, needs_publication=anchor is Anchor.PUBLICATION)
    ordinal = match.find("ordinal", "past")
    length = 3 if match.find("quarter") else 6
    number = 12 // length if ordinal is None or ordinal.kind == "past" else int(ordinal.value)
    if not 1 <= number <= 12 // length:
        return None
    first, last = month_of(year, length * (number - 1) + 1), month_of(year, length * number)
    if not first or not last:
        return None
    meaning = whole_days(Days(first.first, last.last), Grain.INTERVAL, anchor)
    return replace(meaning, anchor_span=anchor_span)


def read_year_ending(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return the twelve months that end with a month: العام المنتهي في سبتمبر 2017."""
    parts = read_date_parts([unit for unit in match.units if unit.kind != "the_year"])
    end = resolve_date(parts, scene) if parts else None
    if end is None or end.latest is None:
        return end
    last = end.latest.date()
    first = month_of(last.year - (last.month < 12), last.month % 12 + 1)
    return whole_days(Days(first.first, last), Grain.INTERVAL, end.anchor) if first else None
