"""Loads the kinds of doers (doers.toml): which nouns name who does a thing, and which may be one."""

from collections.abc import Callable, Iterable
from typing import Any

from musnad.errors import LanguageDataError
from musnad.languages.agreement import DoerKind
from musnad.languages.ar.lexicons import read_toml
from musnad.text import fold_word

_FILE = "doers.toml"


def load_doers(
    spell_noun: Callable[[str], Iterable[str]],
) -> tuple[tuple[DoerKind, ...], frozenset[str], frozenset[str]]:
    """Return the kinds, the senses of deeds that many may do, and nouns for some of a kind.

    Raise LanguageDataError naming a broken kind. `spell_noun` returns the forms of an entry.
    """
    table = read_toml(_FILE)
    kinds = []
    for number, entry in enumerate(table["doer"], start=1):
        try:
            kinds.append(_kind(entry, spell_noun))
        except (KeyError, ValueError, IndexError) as error:
            named = entry.get("name", "")
            raise LanguageDataError(f"languages/ar/{_FILE}, doer {number} {named!r}: {error!r}") from error
    some_of = frozenset(map(fold_word, table["some_of"]["nouns"]))
    return tuple(kinds), frozenset(table["by_many"]["senses"]), some_of


def _kind(entry: dict[str, Any], spell_noun: Callable[[str], Iterable[str]]) -> DoerKind:
    one, other = entry["example"]
    same, again = entry["counterexample"]
    forms = frozenset(fold_word(form) for noun in entry["nouns"] for form in spell_noun(noun))
    return DoerKind(entry["name"], forms, frozenset(entry["with"]), (one, other), (same, again))
