"""Loads from naming.toml how Arabic names are put together, and what was learned of their Latin forms."""

import base64
import gzip
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from musnad.errors import LanguageDataError
from musnad.languages.ar.lexicons import read_toml
from musnad.languages.naming_grammar import NamingGrammar
from musnad.languages.transliteration import STEPS, TABLE_BITS, LetterSteps, NameVectors, Transliteration
from musnad.text import fold_word, tokenize

_FILE = "naming.toml"
_VECTORS = "name_vectors.tsv.gz"
_STEPS = "letter_steps.bin.gz"
Part = TypeVar("Part")


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
            offices=_offices(table["offices"], fold_word(table["article"])),
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
    return Transliteration(_read(_VECTORS, _vectors), _read(_STEPS, _steps))


def _read(name: str, parse: Callable[[bytes], Part]) -> Part:
    try:
        return parse(gzip.decompress(files(__package__).joinpath("models", name).read_bytes()))
    except (OSError, EOFError, ValueError, KeyError) as error:
        told = f"languages/ar/models/{name} cannot be read: {error!r}; see docs/models.md"
        raise LanguageDataError(told) from error


def _vectors(unpacked: bytes) -> NameVectors:
    runs: dict[str, dict[str, bytes]] = {"ar": {}, "la": {}}
    for line in unpacked.decode("utf-8").splitlines():
        script, run, vector = line.split("\t")
        runs[script][run] = base64.b64decode(vector, validate=True)
    return NameVectors(runs["ar"], runs["la"])


def _steps(unpacked: bytes) -> LetterSteps:
    head, weights = unpacked.split(b"\n", 1)
    unit, *bases = map(float, head.decode("ascii").split("\t"))
    if len(bases) != len(STEPS) or len(weights) != 1 << TABLE_BITS:
        raise ValueError(f"{len(bases)} bases and {len(weights)} weights")
    return LetterSteps(unit, tuple(bases), weights)


def _words(table: dict[str, Any], name: str) -> frozenset[str]:
    return frozenset(map(fold_word, table[name]))


def _offices(groups: list[list[str]], article: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    titles = [[tuple(word.removeprefix(article) for word in _split(title)) for title in group] for group in groups]
    return {other: first for first, *others in titles for other in others}


def _split(phrase: str) -> tuple[str, ...]:
    return tuple(token.folded for token in tokenize(phrase, 0, len(phrase)))


def _confusable(groups: list[str]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for group in groups:
        for letter in group:
            found[letter] = found.get(letter, frozenset()) | frozenset(group) - {letter}
    return found
