"""The fields of the query language: what each is called, what it takes, and how its value is read."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from musnad.errors import QueryError
from musnad.model import Anonymity, EventType, LinkKind, Stance
from musnad.search.query import (
    Actor,
    Anonymous,
    Contradicted,
    Days,
    EventIs,
    IndependentChains,
    Language,
    Outlet,
    Place,
    Query,
    Source,
    SourceKindIs,
    StanceIs,
    Title,
    Weapon,
)
from musnad.text import fold_word

_Member = TypeVar("_Member", bound=StrEnum)
_YES = {"yes": True, "true": True, "no": False, "false": False, "نعم": True, "لا": False}
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_COMPARED = re.compile(r"(>=|<=|>|<|=)?([0-9]{1,6})")


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its name, its Arabic name, what it takes (shown in errors), and the reader of its value."""

    name: str
    arabic: str
    takes: str
    read: Callable[[str], Query]


def read_field(name: str, value: str, at: int) -> Query:
    """Return what a field asks; raise QueryError naming the fields that there are, or what the field takes."""
    field = _BY_NAME.get(fold_word(name))
    if field is None:
        known = ", ".join(f"{known.name}:" for known in FIELDS)
        raise QueryError(
            f"there is no field {name}: (character {at + 1}); the fields are {known}. "
            f'To look for the words themselves, put them between quotation marks: "{name}: {value}"'
        )
    clean = value.strip()
    if not clean:
        raise QueryError(f"{field.name}: at character {at + 1} lacks its value; it takes {field.takes}")
    try:
        return field.read(clean)
    except ValueError as error:
        told = f"; {error}" if str(error) else ""
        raise QueryError(
            f"{field.name}:{value} at character {at + 1} cannot be read{told}; {field.name}: takes {field.takes}"
        ) from None


def _yes_or_no(value: str) -> bool:
    found = _YES.get(value.lower())
    if found is None:
        raise ValueError
    return found


def _anonymous(value: str) -> Anonymous:
    if value.lower() in _YES:
        return Anonymous(_yes_or_no(value))
    return Anonymous(True, _member(Anonymity)(value))


def _member(kinds: type[_Member]) -> Callable[[str], _Member]:
    def read(value: str) -> _Member:
        found = {str(kind).lower(): kind for kind in kinds}.get(value.lower())
        if found is None:
            raise ValueError
        return found

    return read


def read_days(value: str) -> Days:
    """Return the days that a value means: 2025, 2025-04, 2025-04-03, two with .. between, or one after >=, <=, > or <.

    Raise ValueError where it means none.
    """
    written = fold_word(value).replace("/", "-")
    for sign in (">=", "<=", ">", "<", "="):
        if written.startswith(sign):
            return _compared_days(sign, *_one_day(written[len(sign) :]))
    first, dots, last = written.partition("..")
    if not dots:
        return Days(*_one_day(first))
    if not first and not last:
        raise ValueError("it has no day on either side of ..")
    earliest = _one_day(first)[0] if first else None
    latest = _one_day(last)[1] if last else None
    if earliest and latest and earliest > latest:
        raise ValueError("it ends before it begins")
    return Days(earliest, latest)


def _compared_days(sign: str, first: date, last: date) -> Days:
    if sign == "=":
        return Days(first, last)
    if sign == ">=":
        return Days(first, None)
    if sign == "<=":
        return Days(None, last)
    if sign == ">":
        return Days(date.fromordinal(min(last.toordinal() + 1, date.max.toordinal())), None)
    return Days(None, date.fromordinal(max(first.toordinal() - 1, 1)))


def _one_day(written: str) -> tuple[date, date]:
    found = _DAY.fullmatch(written)
    if not found:
        raise ValueError
    year, month, day = int(found[1]), found[2], found[3]
    if day:
        only = date(year, int(month), int(day))
        return only, only
    if month:
        return date(year, int(month), 1), date(year, int(month), monthrange(year, int(month))[1])
    return date(year, 1, 1), date(year, 12, 31)


def _independent(value: str) -> IndependentChains:
    written = fold_word(value)
    first, dots, last = written.partition("..")
    if dots:
        if not (first or last) or not (first or "0").isdecimal() or not (last or "0").isdecimal():
            raise ValueError
        return IndependentChains(int(first[:6]) if first else None, int(last[:6]) if last else None)
    found = _COMPARED.fullmatch(written)
    if not found:
        raise ValueError
    number = int(found[2])
    ranges = {">=": (number, None), "<=": (None, number), ">": (number + 1, None), "<": (None, number - 1)}
    return IndependentChains(*ranges.get(found[1] or "=", (number, number)))


def _language(value: str) -> Language:
    if not value.isascii() or not value.isalpha() or len(value) > 3:
        raise ValueError
    return Language(value.lower())


def _one_of(kinds: type[StrEnum]) -> str:
    return "one of " + ", ".join(str(kind) for kind in kinds)


FIELDS: tuple[Field, ...] = (
    Field("title", "عنوان", "a word of the headline", Title),
    Field("outlet", "صحيفة", "an outlet's name or its id", Outlet),
    Field("language", "لغة", "a code such as ar", _language),
    Field("date", "تاريخ", "2025, 2025-04, 2025-04-03, 2025-04..2025-05 or >=2025-04", read_days),
    Field("source", "مصدر", "a name of who says it", Source),
    Field("kind", "نوع", _one_of(LinkKind), lambda value: SourceKindIs(_member(LinkKind)(value))),
    Field("anonymous", "مجهول", "yes, no or " + _one_of(Anonymity), _anonymous),
    Field("stance", "موقف", _one_of(Stance), lambda value: StanceIs(_member(Stance)(value))),
    Field("independent", "مستقل", "a number, >=2, <2 or 2..3", _independent),
    Field("contradicted", "متناقض", "yes or no", lambda value: Contradicted(_yes_or_no(value))),
    Field("place", "مكان", "a place's name, or a country's code such as SY", Place),
    Field("weapon", "سلاح", "a weapon's name, in Arabic or English", Weapon),
    Field("actor", "جهة", "a name of who acts or is acted on", Actor),
    Field("event", "حدث", _one_of(EventType), lambda value: EventIs(_member(EventType)(value))),
)
_BY_NAME = {fold_word(name): field for field in FIELDS for name in (field.name, field.arabic)}
