"""Loads from naming.toml how Arabic names are put together, and the letters' alignment with Latin ones."""

import base64
import gzip
from functools import cache
from importlib.resources import files
from typing import Any

from musnad.errors import LanguageDataError
from musnad.languages.ar.lexicons import read_toml
from musnad.languages.naming_grammar import NamingGrammar
from musnad.languages.transliteration import NameVectors, Transliteration
from musnad.text import fold_word, tokenize

_FILE = "naming.toml"
_MODEL = "transliteration.tsv.gz"
_VECTORS = "name_vectors.tsv.gz"


@cache
def load_naming_grammar() -> NamingGrammar:
    """Return how names are put together; raise LanguageDataError naming the entry that is missing or broken."""
    table = read_toml(_FILE)
    try:
        return NamingGrammar(
            article=fold_word(table["article"]),
            kunya=fold_word(table["kunya"]),
            filiation=fold_word(table["filiation"]),
            clan=_words(table, "clan"),
            servant=_words(table, "servant"),
            second=_words(table, "second"),
            latin_article=_words(table, "latin_article"),
            latin_kunya=_words(table, "latin_kunya"),
            latin_filiation=_words(table, "latin_filiation"),
            latin_servant=_words(table, "latin_servant"),
            aliases=frozenset(_split(phrase) for phrase in table["aliases"]),
            dropped_heads=_words(table, "dropped_heads"),
            ties=_words(table, "ties"),
            stops=_words(table, "stops"),
            classes={letter: tuple(classes) for letter, classes in table["classes"].items()},
            latin_classes={letters: tuple(classes) for letters, classes in table["latin_classes"].items()},
            confusable=_confusable(table["confusable"]),
            vowels=frozenset(table["vowels"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise LanguageDataError(f"languages/ar/{_FILE}: {error!r} is missing or of another shape") from error


@cache
def load_transliteration() -> Transliteration:
    """Return what was learned of names in Latin letters; raise LanguageDataError where a file is missing or broken."""
    try:
        scores = {(arabic, latin): float(score) for arabic, latin, score in _rows(_MODEL)}
    except (OSError, EOFError, ValueError) as error:
        raise LanguageDataError(f"languages/ar/models/{_MODEL} cannot be read: {error}; see docs/models.md") from error
    try:
        runs: dict[str, dict[str, bytes]] = {"ar": {}, "la": {}}
        for script, run, vector in _rows(_VECTORS):
            runs[script][run] = base64.b64decode(vector, validate=True)
    except (OSError, EOFError, ValueError, KeyError) as error:
        told = f"languages/ar/models/{_VECTORS} cannot be read: {error!r}; see docs/models.md"
        raise LanguageDataError(told) from error
    return Transliteration(scores, NameVectors(runs["ar"], runs["la"]))


def _rows(name: str) -> list[list[str]]:
    packed = files(__package__).joinpath("models", name).read_bytes()
    return [line.split("\t") for line in gzip.decompress(packed).decode("utf-8").splitlines()]


def _words(table: dict[str, Any], name: str) -> frozenset[str]:
    return frozenset(map(fold_word, table[name]))


def _split(phrase: str) -> tuple[str, ...]:
    return tuple(token.folded for token in tokenize(phrase, 0, len(phrase)))


def _confusable(groups: list[str]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for group in groups:
        for letter in group:
            found[letter] = found.get(letter, frozenset()) | frozenset(group) - {letter}
    return found
