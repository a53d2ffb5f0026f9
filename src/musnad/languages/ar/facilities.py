"""Loads the lexicon of well-known bases, nuclear sites, ports, airports and crossings from facilities.toml."""

from collections.abc import Mapping
from functools import cache

from musnad.errors import LanguageDataError
from musnad.languages.ar.tables import (
    Group,
    Written,
    country_code,
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
    forms: dict[Words, FacilityForm] = {}
    for facility, names in read_entries(_FILE, read_groups(_FILE, written, frozenset({"sort"}), 3), _read_facility):
        for name in names:
            taken = forms.setdefault(name.words, FacilityForm(facility, name.is_ambiguous))
            if taken.facility is not facility:
                told = f"its form {' '.join(name.words)!r} is taken by {taken.facility.id}"
                raise LanguageDataError(f"languages/ar/{_FILE}, entry {facility.english!r}: {told}")
    return forms


def _read_facility(group: Group, entry: tuple[str, ...]) -> tuple[Facility, tuple[Written, ...]]:
    english, country, field = entry
    code, sort = country_code(country), group.text("sort")
    if code is None or not sort:
        raise ValueError("a facility needs a country, and its group a sort")
    return Facility(slug(english), english, sort, code), read_names(field)
