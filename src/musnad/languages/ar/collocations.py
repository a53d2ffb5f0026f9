"""Loads the words that say something else together (collocations.toml): أسقط تهمة, فارق الحياة."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from musnad.errors import LanguageDataError
from musnad.languages.agreement import Collocation
from musnad.languages.ar.lexicons import read_toml
from musnad.text import fold_word

_FILE = "collocations.toml"


def load_collocations(
    spell_verb: Callable[[str], Iterable[str]], spell_noun: Callable[[str], Iterable[str]]
) -> Mapping[str, tuple[Collocation, ...]]:
    """Return the collocations by every form of the word that opens them; raise LanguageDataError naming a broken one.

    `spell_verb` and `spell_noun` return the forms of an entry.
    """
    found: dict[str, list[Collocation]] = {}
    for number, entry in enumerate(read_toml(_FILE)["collocation"], start=1):
        try:
            collocation = _collocation(entry)
            forms = sorted({fold_word(form) for form in _forms(entry, spell_verb, spell_noun)})
        except (KeyError, ValueError, IndexError) as error:
            named = entry.get("name", "")
            raise LanguageDataError(f"languages/ar/{_FILE}, collocation {number} {named!r}: {error!r}") from error
        for form in forms:
            found.setdefault(form, []).append(collocation)
    return {form: tuple(held) for form, held in found.items()}


def _collocation(entry: Mapping[str, Any]) -> Collocation:
    one, other = entry["example"]
    same, again = entry["counterexample"]
    with_words = frozenset(map(fold_word, entry["with"]))
    is_verb = "verbs" in entry
    return Collocation(entry["name"], with_words, entry["sense"], is_verb, (one, other), (same, again))


def _forms(
    entry: Mapping[str, Any],
    spell_verb: Callable[[str], Iterable[str]],
    spell_noun: Callable[[str], Iterable[str]],
) -> Iterator[str]:
    for verb in entry.get("verbs", ()):
        yield from spell_verb(verb)
    for noun in entry.get("nouns", ()):
        yield from spell_noun(noun)
    yield from entry.get("words", ())
