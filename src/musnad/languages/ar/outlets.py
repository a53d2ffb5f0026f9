"""Loads the lexicon of news outlets, and the nouns that stand before an outlet's name, from outlets.toml."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, TypeVar

from musnad.errors import LanguageDataError
from musnad.languages.ar.own import own_lexicons

_FILE = "languages/ar/outlets.toml"
KINDS = frozenset({"agency", "newspaper", "tv", "radio", "site", "magazine"})
GENDERS = frozenset("mf")
NUMBERS = frozenset("sdp")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COUNTRY = re.compile(r"[A-Z]{2}")
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")

_Entry = TypeVar("_Entry")


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news outlet or agency: what it is, where it is based, and every way an Arabic text writes its name.

    The bare name of an `ambiguous` outlet is also something else (الحياة is life, الرياض a city), so it
    counts only after an outlet noun or between quotation marks.
    """

    id: str
    name: str
    kind: str
    country: str
    domains: tuple[str, ...]
    gender: str
    ambiguous: bool
    arabic: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutletHead:
    """A noun that announces an outlet (صحيفة) or, where `group` is true, outlets in general (وسائل إعلام)."""

    forms: tuple[str, ...]
    gender: str
    number: str
    group: bool
    kinds: tuple[str, ...] = ()


@cache
def load_outlets() -> tuple[Outlet, ...]:
    """Return the outlets in file order, then the user's own; raise LanguageDataError naming the entry that is broken.

    An outlet of the user's takes the place of the pack's with the same id.
    """
    own = [outlet for place, written in own_lexicons("outlets") for outlet in read_outlets(written, place)]
    taken = {outlet.id for outlet in own}
    return (*(outlet for outlet in _read_entries("outlet", _read_outlet) if outlet.id not in taken), *own)


def read_outlets(written: str, place: str) -> tuple[Outlet, ...]:
    """Return the outlets of a lexicon's text; raise LanguageDataError naming `place` and the entry that is broken."""
    return _parse("outlet", _read_outlet, written, place)


@cache
def load_outlet_heads() -> tuple[OutletHead, ...]:
    """Return the outlet nouns in file order; raise LanguageDataError naming the entry that is broken."""
    return _read_entries("head", _read_head)


def _read_entries(section: str, read: Callable[[dict[str, Any]], _Entry]) -> tuple[_Entry, ...]:
    try:
        written = files(__package__).joinpath("outlets.toml").read_text(encoding="utf-8")
    except OSError as error:
        raise LanguageDataError(f"{_FILE} cannot be read: {error}") from error
    return _parse(section, read, written, _FILE)


# One file holds the outlets and the nouns: parsing it is most of what each costs.
@lru_cache(maxsize=1)
def _table(written: str, place: str) -> dict[str, Any]:
    try:
        return tomllib.loads(written)
    except tomllib.TOMLDecodeError as error:
        raise LanguageDataError(f"{place} cannot be read: {error}") from error


def _parse(section: str, read: Callable[[dict[str, Any]], _Entry], written: str, place: str) -> tuple[_Entry, ...]:
    table = _table(written, place)
    if not table.get(section):
        raise LanguageDataError(f"{place} has no [[{section}]] entry")
    found = []
    for number, entry in enumerate(table[section], start=1):
        try:
            found.append(read(entry))
        except ValueError as error:
            label = entry.get("id") or (entry.get("forms") or ["?"])[0]
            raise LanguageDataError(f"{place}, {section} {number} ({label}): {error}") from error
    return tuple(found)


def _read_outlet(entry: dict[str, Any]) -> Outlet:
    _check_keys(entry, Outlet)
    return Outlet(
        id=_matching(entry, "id", _ID),
        name=_text(entry, "name"),
        kind=_one_of(entry, "kind", KINDS),
        country=_matching(entry, "country", _COUNTRY),
        domains=_domains(entry),
        gender=_one_of(entry, "gender", GENDERS),
        ambiguous=_flag(entry, "ambiguous"),
        arabic=_texts(entry, "arabic"),
    )


def _read_head(entry: dict[str, Any]) -> OutletHead:
    _check_keys(entry, OutletHead)
    return OutletHead(
        forms=_texts(entry, "forms"),
        gender=_one_of(entry, "gender", GENDERS),
        number=_one_of(entry, "number", NUMBERS),
        group=_flag(entry, "group"),
        kinds=_kinds(entry),
    )


def _kinds(entry: dict[str, Any]) -> tuple[str, ...]:
    kinds = _texts(entry, "kinds") if "kinds" in entry else ()
    if not KINDS.issuperset(kinds):
        raise ValueError(f"kinds {kinds!r} must be among {', '.join(sorted(KINDS))}")
    return kinds


def _check_keys(entry: dict[str, Any], record: type[Outlet] | type[OutletHead]) -> None:
    # A misspelt key would otherwise be passed over in silence.
    known = [field.name for field in fields(record)]
    unknown = entry.keys() - set(known)
    if unknown:
        keys = ", ".join(known)
        raise ValueError(f"unknown key {', '.join(sorted(unknown))}; the keys are {keys}")


def _text(entry: dict[str, Any], key: str) -> str:
    written = entry.get(key)
    if not isinstance(written, str) or not written.strip():
        raise ValueError(f"{key} must be a string that is not empty, not {written!r}")
    return written


def _matching(entry: dict[str, Any], key: str, pattern: re.Pattern[str]) -> str:
    written = _text(entry, key)
    if not pattern.fullmatch(written):
        raise ValueError(f"{key} {written!r} must have the shape {pattern.pattern}")
    return written


def _one_of(entry: dict[str, Any], key: str, allowed: frozenset[str]) -> str:
    written = _text(entry, key)
    if written not in allowed:
        raise ValueError(f"{key} {written!r} must be one of {', '.join(sorted(allowed))}")
    return written


def _flag(entry: dict[str, Any], key: str) -> bool:
    written = entry.get(key)
    if not isinstance(written, bool):
        raise ValueError(f"{key} must be true or false, not {written!r}")
    return written


def _texts(entry: dict[str, Any], key: str, *, least: int = 1) -> tuple[str, ...]:
    written = entry.get(key)
    if not isinstance(written, list) or len(written) < least:
        raise ValueError(f"{key} must be a list of at least {least} strings, not {written!r}")
    if not all(isinstance(text, str) and text.strip() for text in written):
        raise ValueError(f"{key} holds something that is not a string or is empty: {written!r}")
    return tuple(written)


def _domains(entry: dict[str, Any]) -> tuple[str, ...]:
    written = _texts(entry, "domains", least=0)
    for domain in written:
        if not _DOMAIN.fullmatch(domain):
            raise ValueError(f"domains holds {domain!r}; write it bare and in small letters, as reuters.com")
    return written
