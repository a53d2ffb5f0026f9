"""Loads from mentions.toml what builds Arabic mentions: nouns that open names, numbers, units, currencies."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from musnad.errors import LanguageDataError
from musnad.languages.ar.lexicons import read_toml
from musnad.languages.mention_grammar import Complement, Currency, MentionGrammar, NameHead
from musnad.languages.numerals import NumberWords
from musnad.model import MentionKind
from musnad.text import fold_word, tokenize

_FILE = "mentions.toml"
_Value = TypeVar("_Value")


@cache
def load_mention_grammar() -> MentionGrammar:
    """Return the Arabic grammar of mentions; raise LanguageDataError naming the entry that is broken."""
    table = read_toml(_FILE)
    numbers = _single(_by_form(table, "number", lambda entry: float(entry["value"])))
    multipliers = _single(_by_form(table, "multiplier", lambda entry: float(entry["value"])))
    units = _by_form(table, "unit", lambda entry: str(entry["symbol"]))
    currencies = _by_form(table, "currency", _currency)
    measured = (*table["unit"], *table["currency"])
    return MentionGrammar(
        heads=_heads(table),
        countries=_countries("names"),
        capitals=_countries("capitals"),
        words={name: frozenset(map(fold_word, listed)) for name, listed in table["words"].items()},
        phrases={name: frozenset(map(_split, listed)) for name, listed in table["phrases"].items()},
        numbers=numbers,
        multipliers=multipliers,
        numerals=NumberWords(numbers, multipliers),
        units=units,
        duals={dual: _split(entry["forms"][0]) for entry in measured for dual in map(_split, entry.get("duals", ()))},
        currencies=currencies,
    )


def _split(phrase: str) -> tuple[str, ...]:
    return tuple(token.folded for token in tokenize(phrase, 0, len(phrase)))


def _countries(key: str) -> dict[tuple[str, ...], str]:
    table = read_toml("countries.toml")["country"]
    return {_split(name): str(country["iso"]) for country in table for name in country.get(key, []) if "iso" in country}


def _heads(table: dict[str, Any]) -> dict[str, tuple[NameHead, ...]]:
    heads: dict[str, list[NameHead]] = {}
    for number, entry in enumerate(table["head"], start=1):
        try:
            head = NameHead(
                MentionKind(entry["kind"]), frozenset(map(Complement, entry["takes"])), bool(entry.get("alone", False))
            )
            for form in entry["forms"]:
                heads.setdefault(fold_word(form), []).append(head)
        except (KeyError, ValueError) as error:
            raise LanguageDataError(f"languages/ar/{_FILE}, head {number} ({entry}): {error!r}") from error
    return {form: tuple(listed) for form, listed in heads.items()}


def _currency(entry: dict[str, Any]) -> Currency:
    return Currency(entry["code"] or None, dict(entry["by_country"]))


def _by_form(
    table: dict[str, Any], section: str, read: Callable[[dict[str, Any]], _Value]
) -> dict[tuple[str, ...], _Value]:
    found: dict[tuple[str, ...], _Value] = {}
    for number, entry in enumerate(table[section], start=1):
        try:
            found.update(dict.fromkeys(map(_split, entry["forms"]), read(entry)))
        except (KeyError, ValueError) as error:
            raise LanguageDataError(f"languages/ar/{_FILE}, {section} {number} ({entry}): {error!r}") from error
    return found


def _single(by_form: dict[tuple[str, ...], _Value]) -> dict[str, _Value]:
    return {words[0]: value for words, value in by_form.items() if len(words) == 1}
