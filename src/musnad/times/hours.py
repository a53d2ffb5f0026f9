"""Resolves times of day: an hour with its day, its zone and the part of the day it is told by."""

from dataclasses import replace
from datetime import timedelta

from musnad.languages.times.clock import Clock, offset_text, read_clock
from musnad.languages.times.date_parts import read_date_parts
from musnad.languages.times.matching import TimeMatch
from musnad.model import Grain, TimePart
from musnad.times.dates import resolve_date
from musnad.times.meaning import Meaning, Scene, unresolved
from musnad.times.narrative import read_hour_day
from musnad.times.near import read_near_day, read_weekday

_MONTHS = frozenset({"month_name", "weak_month", "hijri_month"})


def read_hour(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return the minute or the hour that is told; unresolved where nothing tells its day."""
    clock = read_clock(match.units)
    if clock is None:
        return None
    grain = Grain.MINUTE if clock.to_the_minute else Grain.HOUR
    meaning = _on_day(match, scene, clock, grain)
    return replace(
        meaning,
        zone=offset_text(clock.offset) if clock.offset is not None else None,
        part=TimePart(clock.part) if clock.part else None,
    )


def _on_day(match: TimeMatch, scene: Scene, clock: Clock, grain: Grain) -> Meaning:
    anchor_span = None
    month = next((n for n, unit in enumerate(match.units) if unit.kind in _MONTHS), None)
    if month is not None:
        # The day's number is the last one before the month; what stands before it tells the hour.
        number = max(n for n in range(month) if match.units[n].kind in {"number", "ordinal", "ordinal_ten"})
        parts = read_date_parts(match.units[number:])
        day = resolve_date(parts, scene) if parts else None
        if day is None or day.earliest is None:
            return unresolved(grain, needs_publication=True)
        start, anchor = day.earliest, day.anchor
    elif match.find("weekday", "near_day", "today", "tonight"):
        near = match.find("near_day", "today", "tonight")
        day = read_near_day(match, scene) if near else read_weekday(match, scene)
        if day is None or day.earliest is None:
            return unresolved(grain, needs_publication=True)
        start, anchor = day.earliest, day.anchor
    else:
        found, anchor, told = read_hour_day(match, scene)
        if found is None:
            return unresolved(grain, anchor)
        start, anchor_span = found, told.span if told else None
    start += timedelta(minutes=clock.minutes)
    length = timedelta(seconds=59) if grain is Grain.MINUTE else timedelta(minutes=59, seconds=59)
    return Meaning(grain, anchor, earliest=start, latest=start + length, anchor_span=anchor_span)
