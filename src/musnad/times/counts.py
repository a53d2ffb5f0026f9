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
_LIKE_YEARS = range(1900, 2100)  # 2016 سنة is "2016, the year of", not so many years
# What makes the unit before it the head of a name: يوم 3, شهر رمضان, يوم الاثنين, العام الماضي.
_GOVERNED = frozenset(
    {
        *("number", "the_number", "year_number", "ordinal", "ordinal_ten", "month_name", "weak_month", "hijri_month"),
        *("weekday", "holiday", "feast_days", "past", "next", "this", "following", "previous", "season", "day_part"),
    }
)
_DAYS = {
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1,
    "week": 7,
    "month": 365 / 12,
    "year": 365,
    "decade": 3650,
    "century": 36500,
}
_FRACTIONS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}


@dataclass(frozen=True, slots=True)
class Count:
    """So many of a unit; `number` is None where it is not told (أيام). `approx` is about, more or less.

    `rest` is what is added to it: (unit, number) for each of سنة و7 أشهر و3 أيام but the first.
    """

    unit: str
    number: float | None
    approx: str | None = None
    rest: tuple[tuple[str, float], ...] = ()

    @property
    def total(self) -> float:
        """Return the number with the rest added to it, in the count's own unit; 0 where it is not told."""
        days = _DAYS[self.unit]
        return (self.number or 0.0) + sum(number * _DAYS[unit] / days for unit, number in self.rest)


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
    first, *others = _split(units, named)
    number = _number(first, units[named])
    rest = tuple(part for other in others if (part := _part(other, name)))
    return Count(name, number, approx, rest if number is not None else ())


def _split(units: Sequence[Unit], named: int) -> list[Sequence[Unit]]:
    """Return what stands before, between and after each و behind the named unit."""
    joints = [n for n, unit in enumerate(units) if unit.kind == "and" and n > named]
    starts = [0, *(n + 1 for n in joints)]
    return [units[start:end] for start, end in zip(starts, [*joints, len(units)], strict=True)]


def stands_alone(match: TimeMatch) -> bool:
    """Tell whether a bare unit counts as one of it (قبل شهر): not before a year, nor before a noun it governs."""
    after = match.after
    if after is not None and after.kind == "light":
        return False
    number = match.find("year_number")
    if number is not None and int(number.value) in _LIKE_YEARS and match.find("year", "many_year"):
        return False
    named = match.units[-1].kind in {"year", "month"}
    if named and after is not None and after.kind in {"year_number", "month_name", "weak_month", "hijri_month"}:
        return False
    if match.find("number", "the_number", "year_number", "few", "only", "half", "quarter", "and", "approx"):
        return True
    single = match.find(*_SINGLE)
    if single is None:
        return True
    if after is not None:
        return after.kind not in _GOVERNED
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


def _part(units: Sequence[Unit], name: str) -> tuple[str, float] | None:
    """Return what is added after و: half of the unit, or so many of a smaller one."""
    fraction = next((unit for unit in units if unit.kind in _FRACTIONS), None)
    if fraction is not None:
        return name, _FRACTIONS[fraction.kind]
    count = read_count(units)
    return (count.unit, count.number) if count is not None and count.number is not None else None
