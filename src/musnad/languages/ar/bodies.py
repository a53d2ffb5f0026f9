"""Loads the lexicon of armed groups, government bodies and other organisations from bodies.toml."""

from collections.abc import Mapping
from functools import cache, partial

from musnad.errors import LanguageDataError
from musnad.languages.ar.tables import (
    NONE,
    Group,
    Written,
    country_code,
    read_entries,
    read_groups,
    read_lexicon,
    read_names,
    slug,
)
from musnad.languages.lexicon import Body, BodyForm, Words
from musnad.model import MentionKind

_FILE = "bodies.toml"
_KINDS = frozenset({MentionKind.ARMED_GROUP, MentionKind.GOVERNMENT_BODY, MentionKind.ORGANISATION})


@cache
def load_bodies() -> Mapping[Words, BodyForm]:
    """Return every form of every body's name; raise LanguageDataError naming the entry that is broken."""
    return parse_bodies(read_lexicon(_FILE))


def parse_bodies(written: str) -> Mapping[Words, BodyForm]:
    """Return the forms of the lexicon that `written` holds, English names included; no two bodies may share one."""
    groups = tuple(read_groups(_FILE, written, frozenset({"kind"}), 4))
    ids = frozenset(slug(entry[0].split(";")[0]) for group in groups for entry in group.entries)
    forms: dict[Words, BodyForm] = {}
    for body, names in read_entries(_FILE, groups, partial(_read_body, ids)):
        for name in names:
            taken = forms.setdefault(name.words, BodyForm(body, name.is_ambiguous))
            if taken.body is not body:
                told = f"its form {' '.join(name.words)!r} is taken by {taken.body.id}"
                raise LanguageDataError(f"languages/ar/{_FILE}, entry {body.names[0]!r}: {told}")
    return forms


def _read_body(ids: frozenset[str], group: Group, entry: tuple[str, ...]) -> tuple[Body, tuple[Written, ...]]:
    english, country, parent, field = entry
    kind = MentionKind(group.text("kind"))
    if kind not in _KINDS:
        raise ValueError(f"kind must be one of {', '.join(sorted(_KINDS))}, not {kind}")
    if parent != NONE and slug(parent) not in ids:
        raise ValueError(f"its parent {parent!r} is no entry")
    names = tuple(name.strip().removeprefix("?") for name in english.split(";"))
    body = Body(slug(names[0]), names, kind, country_code(country), None if parent == NONE else slug(parent))
    return body, read_names(f"{field};{english}")
