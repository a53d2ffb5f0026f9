"""Cuts a text into words and marks, each with its source offsets and folded spelling."""

import re
from dataclasses import dataclass
from functools import lru_cache

from musnad.text.normalise import INVISIBLE, fold_word

OPENERS = "«“„‟‹〝❝"
CLOSERS = "»”›〞❞"
_EITHER = '"″＂'
QUOTES = frozenset(OPENERS + CLOSERS + _EITHER)
_LETTER = rf"[\w{INVISIBLE}]"
# What is longer than any word is cut into tokens of this length: they are kept in memory for the next text.
_WORD = rf"{_LETTER}{{1,100}}"
_DIGITS = r"\d{1,100}"

# A number keeps its separators, a word its hashtag and inner hyphen (أرض-أرض, S-300), an ellipsis its dots.
_TOKEN = re.compile(
    rf"{_DIGITS}(?:[.,:٫٬]{_DIGITS}){{1,20}}|[#@]?{_WORD}(?:[-‐'’]{_WORD}){{0,20}}|\.{{2,100}}|[^\s]",
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark: source offsets [start, end) and the folded spelling."""

    start: int
    end: int
    folded: str
    is_word: bool
    is_quote: bool = False


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of text[start:end] in order; offsets count from the beginning of `text`."""
    tokens = []
    for found in _TOKEN.finditer(text, start, end):
        raw = found.group()
        if raw in QUOTES:
            tokens.append(Token(found.start(), found.end(), '"', is_word=False, is_quote=True))
            continue
        word, is_word = _read_token(raw)
        if word:
            tokens.append(Token(found.start(), found.end(), word, is_word))
    return tokens


@lru_cache(maxsize=100_000)
def _read_token(raw: str) -> tuple[str, bool]:
    """Return the folded spelling of a token, empty where it is nothing but marks, and whether it is a word."""
    folded = fold_word(raw)
    # A hashtag is its words: #كوريا_الشمالية reads as the country's name.
    word = folded.replace("_", " ").strip("#@ ") or folded
    return word, word[:1].isalnum()
