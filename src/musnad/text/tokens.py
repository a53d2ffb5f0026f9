"""Cuts a text into words and marks, each with its source offsets and folded spelling."""

import re
from functools import lru_cache
from typing import NamedTuple

from musnad.text.normalise import CACHED_WORDS, INVISIBLE, fold_word

OPENERS = "«“„‟‹〝❝"
CLOSERS = "»”›〞❞"
_EITHER = '"″＂'
QUOTES = frozenset(OPENERS + CLOSERS + _EITHER)
_LETTER = rf"[\w{INVISIBLE}]"
# What is longer than any word is cut into tokens of this length: they are kept in memory for the next text.
_WORD = rf"{_LETTER}{{1,100}}"
_SHORTEST_KEPT = 200  # characters: the shortest reports
_DIGITS = r"\d{1,100}"

# A number keeps its separators, behind a glued letter too (و2.5), a word its hashtag and inner hyphen (أرض-أرض, S-300),
# an ellipsis its dots.
_SEPARATED = rf"[.,:٫٬]{_DIGITS}"
_TOKEN = re.compile(
    rf"{_DIGITS}(?:{_SEPARATED}){{1,20}}|[#@]?{_WORD}(?:[-‐'’]{_WORD}){{0,20}}(?:(?<=\d){_SEPARATED}){{0,20}}"
    r"|\.{2,100}|[^\s]",
)


# A named tuple is made three times as fast as a frozen dataclass, and a report has hundreds.
class Token(NamedTuple):
    """A word or a mark: source offsets [start, end) and the folded spelling."""

    start: int
    end: int
    folded: str
    is_word: bool
    is_quote: bool = False


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of text[start:end] in order; offsets count from the beginning of `text`."""
    if len(text) < _SHORTEST_KEPT:
        return _cut(text, start, end)
    kept = _tokens_of(text)
    found = kept.get((start, end))
    if found is None:
        found = kept[start, end] = _cut(text, start, end)
    return found.copy()


# Steps cut the same paragraphs of the same text: those of the last one are kept. Names and lines are no such text.
@lru_cache(maxsize=1)
def _tokens_of(text: str) -> dict[tuple[int, int], list[Token]]:
    return {}


def _cut(text: str, start: int, end: int) -> list[Token]:
    read, make = _read_token, tuple.__new__
    # Made as tuples are: the constructor of a named tuple does the same in twice the time.
    return [make(Token, found.span() + told) for found in _TOKEN.finditer(text, start, end) if (told := read(found[0]))]


@lru_cache(maxsize=CACHED_WORDS)
def _read_token(raw: str) -> tuple[str, bool, bool] | None:
    """Return a token's folded spelling, whether it is a word, whether a quotation mark; None where it is only marks."""
    if raw in QUOTES:
        return '"', False, True
    folded = fold_word(raw)
    # A hashtag is its words: #كوريا_الشمالية reads as the country's name.
    word = folded.replace("_", " ").strip("#@ ") or folded
    return (word, word[:1].isalnum(), False) if word else None
