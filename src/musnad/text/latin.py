"""Folds names in Latin script to the letters a to z, so that Šiška and Siska are one."""

import unicodedata
from functools import lru_cache

_LETTERS = {
    "ß": "ss",
    "ø": "o",
    "ł": "l",
    "æ": "ae",
    "œ": "oe",
    "ı": "i",
    "đ": "d",
    "þ": "th",
    "ð": "d",
    "ə": "a",
    "ŋ": "ng",
}


@lru_cache(maxsize=50_000)
def fold_latin(word: str) -> str:
    """Return the word's letters a to z in lower case; accents, marks and letters of other scripts are dropped."""
    plain = unicodedata.normalize("NFKD", word.lower())
    return "".join(
        letter for character in plain for letter in _LETTERS.get(character, character) if "a" <= letter <= "z"
    )
