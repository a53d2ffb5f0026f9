"""Loads the Arabic words of accusations and denials, and their constructions, from charges.toml."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from musnad.errors import LanguageDataError
from musnad.languages.ar.all_lexicons import LEXICONS
from musnad.languages.ar.events import finite_forms
from musnad.languages.ar.lexicons import read_toml
from musnad.languages.ar.mentions import load_mention_grammar
from musnad.languages.charges import ChargeGrammar, ChargeRule
from musnad.text import fold_word

_FILE = "charges.toml"
# The lists of which every charge has a word: sentences without one are not read.
_OPENING = (
    "denying",
    "refusing",
    "denials",
    "deniers",
    "accusing",
    "blaming",
    "charges",
    "parts",
    "blame",
    "involved",
    "stands",
    "doing",
    "fingers",
    "is_not",
    "was_not",
)
_PRONOUNS = ("ه", "ها", "هم", "هما", "نا", "ي")
_PREFIXES = ("", "ال", "ب", "بال", "ل", "لل")


@cache
def load_charges() -> ChargeGrammar:
    """Return the Arabic words of charges; raise LanguageDataError naming the entry that is broken."""
    table = read_toml(_FILE)
    words: dict[str, frozenset[str]] = {}
    for name, entries in table["verbs"].items():
        words[name] = _attempt(name, entries, finite_forms)
    for name, entries in table["nouns"].items():
        words[name] = _attempt(name, entries, _of_noun)
        words[f"own_{name}"] = _attempt(name, entries, _with_pronoun)
    for name, entries in table["words"].items():
        words[name] = _attempt(name, entries, lambda word: [fold_word(word)])
    opening = frozenset[str]().union(*(words[name] for name in _OPENING))
    words["opening"] = opening | {f"{led}{word}" for word in opening for led in ("و", "ف")}
    same = {spelling: name for name, entries in table["same"].items() for spelling in _attempt(name, entries, _of_noun)}
    return ChargeGrammar(
        words,
        same,
        {**_capitals(), **load_mention_grammar().capitals},
        tuple(_rule(number, entry) for number, entry in enumerate(table["charge"], start=1)),
    )


def _capitals() -> dict[tuple[str, ...], str]:
    """Return the names of capitals that are nothing else, with the codes of their countries."""
    forms = LEXICONS.countries.items()
    return {
        words: form.country
        for words, form in forms
        if form.role == "capital" and form.country is not None and not form.is_ambiguous
    }


def _attempt(name: str, entries: Iterable[str], spell: Any) -> frozenset[str]:
    found: set[str] = set()
    for entry in entries:
        try:
            found.update(spell(entry))
        except (ValueError, IndexError, AttributeError) as error:
            raise LanguageDataError(f"languages/ar/{_FILE}, {name} {entry!r}: {error!r}") from error
    return frozenset(found)


def _of_noun(entry: str) -> Iterator[str]:
    bare = fold_word(entry)
    for prefix in _PREFIXES:
        yield prefix + bare
        if prefix in ("", "ب", "ل"):
            yield from (prefix + own for own in _with_pronoun(entry))


def _with_pronoun(entry: str) -> Iterator[str]:
    stem = fold_word(entry)
    stem = f"{stem[:-1]}ت" if entry.endswith("ة") else stem
    yield from (stem + pronoun for pronoun in _PRONOUNS)


def _rule(number: int, entry: dict[str, Any]) -> ChargeRule:
    try:
        return ChargeRule(
            entry["name"],
            entry["denies"],
            entry["example"],
            entry["accused"],
            entry["deed"],
            entry["counterexample"],
        )
    except KeyError as error:
        named = entry.get("name", "")
        raise LanguageDataError(f"languages/ar/{_FILE}, charge {number} {named!r} lacks {error}") from error
