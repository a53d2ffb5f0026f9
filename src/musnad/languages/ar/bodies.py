"""Loads the lexicon of armed groups, government bodies and other organisations from bodies.toml."""

from collections.abc import Mapping
from functools import cache, partial

from musnad.errors import LanguageDataError
from musnad.languages.ar.own import own_lexicons
from musnad.languages.ar.tables import (
    NONE,
    Group,
    Written,
    country_code,
    place_of,
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
    """Return every form of every body's name; raise LanguageDataError naming the entry that is broken.

    A form that the user's own lists have too is theirs; these may name persons.
    """
    forms = dict(parse_bodies(read_lexicon(_FILE)))
    for place, written in own_lexicons("names"):
        forms |= parse_bodies(written, place, kinds=_KINDS | {MentionKind.PERSON})
    return forms


def parse_bodies(
    written: str, name: str = _FILE, *, kinds: frozenset[MentionKind] = _KINDS
) -> Mapping[Words, BodyForm]:
    """Return the forms of the lexicon that `written` holds, English names included; no two bodies may share one."""
    groups = tuple(read_groups(name, written, frozenset({"kind"}), 4))
    ids = frozenset(slug(entry[0].split(";")[0]) for group in groups for entry in group.entries)
    forms: dict[Words, BodyForm] = {}
    for body, spelt in read_entries(name, groups, partial(_read_body, ids, kinds)):
        for form in spelt:
            taken = forms.setdefault(form.words, BodyForm(body, form.is_ambiguous))
            if taken.body is not body:
                told = f"its form {' '.join(form.words)!r} is taken by {taken.body.id}"
                raise LanguageDataError(f"{place_of(name)}, entry {body.names[0]!r}: {told}")
    return forms


def _read_body(
    ids: frozenset[str], kinds: frozenset[MentionKind], group: Group, entry: tuple[str, ...]
) -> tuple[Body, tuple[Written, ...]]:
    english, country, parent, field = entry
    kind = MentionKind(group.text("kind"))
    if kind not in kinds:
        raise ValueError(f"kind must be one of {', '.join(sorted(kinds))}, not {kind}")
    if parent != NONE and slug(parent) not in ids:
        raise ValueError(f"its parent {parent!r} is no entry")
    names = tuple(name.strip().removeprefix("?") for name in english.split(";"))
    body = Body(slug(names[0]), names, kind, country_code(country), None if parent == NONE else slug(parent))
    return body, read_names(f"{field};{english}")
