"""Reads how many of which unit a match tells: three days, a year and a half, decades."""

from collections.abc import Sequence
from dataclasses import dataclass

from musnad.languages.times.matching import TimeMatch
from musnad.languages.times.units import Unit

_UNITS = ("minute", "hour", "day", "week", "month", "year", "decade", "century")
_SINGLE = {name: unit for unit in _UNITS for name in (unit, f"the_{unit}")} | {
    "today": "day",
    "some_day": "day",
    "at_hour": "hour",
}
_TWO = {name: unit for unit in _UNITS for name in (f"two_{unit}", f"the_two_{unit}")}
_MANY = {name: unit for unit in _UNITS for name in (f"many_{unit}", f"the_many_{unit}")}
_FOLLOWERS = frozenset({"of", "on", "in", "comma", "and", "open", "close", "dash", "at_hour", "approx", "day_part"})
_NUMBERS = frozenset({"number", "the_number", "year_number", "ordinal_ten"})
_FRACTIONS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}


@dataclass(frozen=True, slots=True)
class Count:
    """So many of a unit; `number` is None where it is not told (أيام). `approx` is about, more or less."""

    unit: str
    number: float | None
    approx: str | None = None


def unit_of(unit: Unit) -> str | None:
    """Return the unit of time that a word names, in any number, or None."""
    return _SINGLE.get(unit.kind) or _TWO.get(unit.kind) or _MANY.get(unit.kind)


def read_count(units: Sequence[Unit]) -> Count | None:
    """Return how many of which unit the words tell, or None where they name no unit."""
    named = next((n for n, unit in enumerate(units) if unit_of(unit)), None)
    if named is None:
        return None
    name = unit_of(units[named]) or ""
    approx = next((str(unit.value) for unit in units if unit.kind == "approx"), None)
    joined = next((n for n, unit in enumerate(units) if unit.kind == "and" and n > named), len(units))
    number = _number(units[:joined], units[named])
    if number is not None and joined < len(units):
        number += _rest(units[joined + 1 :], name)
    return Count(name, number, approx)


def stands_alone(match: TimeMatch) -> bool:
    """Tell whether a bare unit counts as one of it (قبل شهر): not before a year, nor before a noun it governs."""
    after = match.after
    named = match.units[-1].kind in {"year", "month"}
    if named and after is not None and after.kind in {"year_number", "month_name", "weak_month", "hijri_month"}:
        return False
    if match.find("number", "the_number", "year_number", "few", "only", "half", "quarter", "and", "approx"):
        return True
    single = match.find(*_SINGLE)
    if single is None:
        return True
    if after is not None:
        return after.kind in _FOLLOWERS
    # يوم and عقد are mostly "the day of" and "the holding of" before a noun; قبل أسبوع وقع is a week ago.
    return single.kind in {"week", "month", "year"} or not match.word_follows


def _number(units: Sequence[Unit], named: Unit) -> float | None:
    told = next(
        (
            unit
            for unit in units
            if unit.kind in {"number", "the_number", "year_number", "ordinal_ten"} and unit is not named
        ),
        None,
    )
    fraction = next((unit for unit in units if unit.kind in _FRACTIONS), None)
    if told is not None and named.kind not in _TWO:
        return float(told.value)
    if fraction is not None:
        return _FRACTIONS[fraction.kind]
    if named.kind in _TWO:
        return 2
    if named.kind in _MANY or any(unit.kind == "few" for unit in units):
        return None
    return 1


def _rest(units: Sequence[Unit], name: str) -> float:
    """Return what is added after و: half of the unit, or so many of a smaller one."""
    fraction = next((unit for unit in units if unit.kind in _FRACTIONS), None)
    if fraction is not None:
        return _FRACTIONS[fraction.kind]
    count = read_count(units)
    if count is None or count.number is None:
        return 0
    share = {
        ("year", "month"): 1 / 12,
        ("month", "week"): 0.25,
        ("month", "day"): 1 / 30,
        ("week", "day"): 1 / 7,
        ("day", "hour"): 1 / 24,
        ("hour", "minute"): 1 / 60,
        ("decade", "year"): 0.1,
        ("century", "decade"): 0.1,
        ("century", "year"): 0.01,
    }
    return count.number * share.get((name, count.unit), 0)
