"""Loads the lexicon of well-known bases, nuclear sites, ports, airports and crossings from facilities.toml."""

from collections.abc import Mapping
from functools import cache

from musnad.languages.ar.tables import (
    Group,
    Written,
    country_code,
    forms_of,
    read_entries,
    read_groups,
    read_lexicon,
    read_names,
    slug,
)
from musnad.languages.lexicon import Facility, FacilityForm, Words

_FILE = "facilities.toml"


@cache
def load_facilities() -> Mapping[Words, FacilityForm]:
    """Return every form of every facility's name; raise LanguageDataError naming the entry that is broken."""
    return parse_facilities(read_lexicon(_FILE))


def parse_facilities(written: str) -> Mapping[Words, FacilityForm]:
    """Return the forms of the lexicon that `written` holds; no two facilities may share one."""
    entries = read_entries(_FILE, read_groups(_FILE, written, frozenset({"sort"}), 3), _read_facility)
    return forms_of(_FILE, entries, FacilityForm)


def _read_facility(group: Group, entry: tuple[str, ...]) -> tuple[Facility, tuple[Written, ...]]:
    english, country, field = entry
    code, sort = country_code(country), group.text("sort")
    if code is None or not sort:
        raise ValueError("a facility needs a country, and its group a sort")
    return Facility(slug(english), english, sort, code), read_names(field)
