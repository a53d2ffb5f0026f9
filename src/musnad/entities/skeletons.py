"""Reduces names to consonant skeletons, the keys under which spellings of one name meet, in Arabic or Latin script."""

from collections.abc import Mapping
from functools import lru_cache

from musnad.languages import Language
from musnad.text import fold_latin

MOST_KEYS = 6
"""Keys of one word: letters that may be read two ways (ج, c) make several."""
_LONGEST = 8


def skeletons(word: str, language: Language) -> tuple[str, ...]:
    """Return the keys of a folded word: its consonants by class, doubled ones once; the likeliest reading first."""
    return _skeletons(word, language)


@lru_cache(maxsize=200_000)
def _skeletons(word: str, language: Language) -> tuple[str, ...]:
    grammar = language.naming_grammar
    latin = fold_latin(word)
    if latin:
        return _keys(latin, grammar.latin_classes)
    return _keys(word.removeprefix(grammar.article) or word, grammar.classes)


def without_one(key: str) -> tuple[str, ...]:
    """Return the key and what is left of it when one consonant is dropped: silent or foreign letters come and go."""
    if len(key) < 2:
        return (key,)
    return (key, *dict.fromkeys(key[:at] + key[at + 1 :] for at in range(len(key))))


def _keys(word: str, classes: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    keys = [""]
    at = 0
    before = ""
    while at < len(word):
        length = next((size for size in (3, 2) if word[at : at + size] in classes and at + size <= len(word)), 1)
        letters = word[at : at + length]
        at += length
        if letters == before:
            continue  # a doubled consonant is one
        before = letters
        read = classes.get(letters)
        if read is not None:
            keys = list(dict.fromkeys(key + reading for reading in read for key in keys))[:MOST_KEYS]
    return tuple(dict.fromkeys(key[:_LONGEST] for key in keys))
