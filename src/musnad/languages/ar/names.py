"""Loads the parts of personal names from names.toml, and adds the given names that the grammar of reporting knows."""

from collections.abc import Mapping
from functools import cache

from musnad.errors import LanguageDataError
from musnad.languages.ar.lexicons import read_toml
from musnad.languages.ar.tables import Group, read_entries, read_groups, read_lexicon
from musnad.languages.lexicon import NamePart, NameSort
from musnad.text import fold_word

_FILE = "names.toml"
_GENDERS = frozenset({"m", "f", ""})
_SECTIONS = (("male", "m"), ("female", "f"), ("either", ""))


@cache
def load_name_parts() -> Mapping[str, NamePart]:
    """Return the parts of names by folded word; raise LanguageDataError naming the entry that is broken."""
    parts = dict(parse_names(read_lexicon(_FILE)))
    listed = read_toml("given_names.toml")
    for section, gender in _SECTIONS:
        for name in listed[section]["names"]:
            parts.setdefault(fold_word(name), NamePart(NameSort.GIVEN, gender, is_foreign=False, is_ambiguous=False))
    return parts


def parse_names(written: str) -> Mapping[str, NamePart]:
    """Return the parts of names that `written` holds; raise LanguageDataError where one stands twice."""
    keys = frozenset({"sort", "gender", "foreign"})
    parts: dict[str, NamePart] = {}
    for word, part in read_entries(_FILE, read_groups(_FILE, written, keys, 1), _read_name):
        if word in parts:
            raise LanguageDataError(f"languages/ar/{_FILE}, entry {word!r}: it stands twice")
        parts[word] = part
    return parts


def _read_name(group: Group, entry: tuple[str, ...]) -> tuple[str, NamePart]:
    (name,) = entry
    gender = group.text("gender")
    if gender not in _GENDERS:
        raise ValueError(f"gender must be m, f or empty, not {gender!r}")
    if " " in name:
        raise ValueError("a part of a name is one word")
    part = NamePart(NameSort(group.text("sort")), gender, group.flag("foreign"), name.startswith("?"))
    return fold_word(name.removeprefix("?")), part
