"""Compares lines by their words alone, blind to punctuation, case and spelling variants."""

import re

from musnad.text import fold_words

_WORD = re.compile(r"[^\W_]+")


def words_key(line: str) -> str:
    """Return the line's folded words, the same for every way of spelling and punctuating them."""
    return " ".join(_WORD.findall(fold_words(line)))


def same_words(line: str, other: str) -> bool:
    """Tell whether two lines hold the same words."""
    return words_key(line) == words_key(other)
