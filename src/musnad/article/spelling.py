"""Compares lines by their words alone, blind to punctuation, case and spelling variants."""

import re
from collections.abc import Iterable

from musnad.text import fold_words

_WORD = re.compile(r"[^\W_]+")


def words_key(line: str) -> str:
    """Return the line's folded words, the same for every way of spelling and punctuating them."""
    return " ".join(_WORD.findall(fold_words(line)))


def same_words(line: str, other: str) -> bool:
    """Tell whether two lines hold the same words."""
    return words_key(line) == words_key(other)


class LineSet:
    """Lines that others are compared with by their words alone."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._keys = frozenset(map(words_key, lines))
        self._first_words = frozenset(key.split(" ", 1)[0] for key in self._keys)

    def __contains__(self, line: str) -> bool:
        # Most lines are told from all of these by their first word.
        opening = _WORD.search(fold_words(line.split(None, 1)[0])) if line and not line.isspace() else None
        if opening is not None and opening[0] not in self._first_words:
            return False
        return words_key(line) in self._keys
