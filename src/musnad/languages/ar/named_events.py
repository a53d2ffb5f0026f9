"""Loads the lexicon of wars, agreements, conferences and resolutions that have names from named_events.toml."""

from collections.abc import Mapping
from functools import cache

from musnad.languages.ar.tables import (
    NONE,
    Group,
    Written,
    forms_of,
    read_entries,
    read_groups,
    read_lexicon,
    read_names,
    slug,
)
from musnad.languages.lexicon import NamedEvent, NamedEventForm, Words

_FILE = "named_events.toml"


@cache
def load_named_events() -> Mapping[Words, NamedEventForm]:
    """Return every form of every named event; raise LanguageDataError naming the entry that is broken."""
    return parse_named_events(read_lexicon(_FILE))


def parse_named_events(written: str) -> Mapping[Words, NamedEventForm]:
    """Return the forms of the lexicon that `written` holds; no two events may share one."""
    entries = read_entries(_FILE, read_groups(_FILE, written, frozenset({"sort"}), 3), _read_event)
    return forms_of(_FILE, entries, NamedEventForm)


def _read_event(group: Group, entry: tuple[str, ...]) -> tuple[NamedEvent, tuple[Written, ...]]:
    english, year, field = entry
    if year != NONE and not (year.isdigit() and len(year) == 4):
        raise ValueError(f"the year must be four digits or {NONE}, not {year!r}")
    if not group.text("sort"):
        raise ValueError("its group needs a sort")
    first, *others = (name.strip() for name in english.split(";"))
    event = NamedEvent(slug(first), first, group.text("sort"), None if year == NONE else int(year))
    return event, read_names(";".join([field, first, *others]))
