"""Reads lengths of time and words of time that name no interval."""

from musnad.languages.times.matching import TimeMatch
from musnad.model import Anchor, Grain
from musnad.times.counts import read_count, stands_alone
from musnad.times.meaning import Meaning, Scene, iso_duration, iso_of, unresolved

_NEGATION_REACH = 10  # units back in which a negation makes يوما "ever": لم يزرها يوما
_AGE_REACH = 6  # units back in which a word for age makes years an age: تتراوح أعمارهم بين 20 و30 عاما


def read_length(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return a length of time, such as three weeks; None where the words tell an age."""
    count = read_count(match.units)
    if count is None or not stands_alone(match) or (count.unit == "year" and _is_age(match)):
        return None
    return Meaning(Grain.DURATION, Anchor.CALENDAR, duration=iso_of(count))


def read_frequency(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return how often: the period after which it comes again, as in كل أسبوع."""
    named = match.find("frequency")
    if named is not None:
        return Meaning(Grain.FREQUENCY, Anchor.CALENDAR, duration=iso_duration(str(named.value), 1))
    if match.find("weekday"):
        return Meaning(Grain.FREQUENCY, Anchor.CALENDAR, duration=iso_duration("week", 1))
    count = read_count(match.units)
    return Meaning(Grain.FREQUENCY, Anchor.CALENDAR, duration=iso_of(count)) if count else None


def read_vague_season(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return a season of no year in particular."""
    return unresolved(Grain.SEASON, Anchor.CALENDAR)


def read_unplaced_day(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return a day that is told by its number in a row: no date is known of it."""
    return unresolved(Grain.DAY)


def read_some_day(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return "ever" and "another day"; None where يوما is a day that is spoken of."""
    near = match.row.units[max(0, match.first - _NEGATION_REACH) : match.first]
    negated = any(unit is not None and unit.kind == "negation" for unit in near)
    return unresolved(Grain.INTERVAL) if negated or match.find("extra", "last_word") else None


def read_vague(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return a time that is told without a date: recently, later, at that time."""
    return unresolved(Grain.INTERVAL)


def read_numbered_day(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return "the third day", of which no date is known; None before أيام, where the ordinal counts those."""
    after = match.after
    return None if after is not None and after.kind in {"feast_days", "many_day"} else unresolved(Grain.DAY)


def read_vague_length(match: TimeMatch, scene: Scene) -> Meaning | None:
    """Return a length that is not told in units: for a while; None for لفترة before what it is a term of."""
    if match.word_follows and " " not in match.row.words_of(match.first):
        return None
    return Meaning(Grain.DURATION, Anchor.CALENDAR)


def _is_age(match: TimeMatch) -> bool:
    """Tell an age from a length: between brackets or commas after a name, or after عمره, البالغ and the like."""
    before, after = match.before, match.after
    if before is not None and after is not None and (before.kind, after.kind) == ("open", "close"):
        return True
    if before is not None and before.kind == "comma" and not match.leads:
        return after is None or after.kind in {"comma", "close"}
    near = match.row.units[max(0, match.first - _AGE_REACH) : match.first]
    return any(unit is not None and unit.kind == "age" for unit in near)
