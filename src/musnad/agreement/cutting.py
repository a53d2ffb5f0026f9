"""Gives the words of a stretch of a report: cut once a report, for its assertions lie over each other.

Where statements are set side by side their texts come by turns: there a stretch is cut by itself.
"""

from bisect import bisect_left, bisect_right
from functools import lru_cache

from musnad.text import Token, split_paragraphs, tokenize


def words_in(text: str, start: int, end: int) -> list[Token]:
    """Return what `tokenize` returns of text[start:end]; quick for many stretches of one text after the other."""
    tokens, starts, ends = _cut(text)
    first, last = bisect_left(starts, start), bisect_right(ends, end)
    if last < len(starts) and starts[last] < end:
        return tokenize(text, start, end)  # it ends within a word
    if first and ends[first - 1] > start:
        middle = min(ends[first - 1], end)
        if text[middle - 1].isdigit():
            return tokenize(text, start, end)  # the rest of a word may be the beginning of a number
        return [*tokenize(text, start, middle), *tokens[first:last]]
    return tokens[first:last]


def last_words_before(text: str, place: int, *, within: int, most: int) -> list[Token]:
    """Return the last of what `words_in` returns of the so many characters before a place, at most so many."""
    tokens, starts, ends = _cut(text)
    last = bisect_right(ends, place)
    first = last - most
    is_cut = last < len(starts) and starts[last] < place
    # After white space nothing hangs on where the cutting began.
    if first >= 0 and not is_cut and starts[first] > place - within and text[starts[first] - 1].isspace():
        return tokens[first:last]
    return words_in(text, max(0, place - within), place)[-most:]


def last_words_cut_before(text: str, place: int, *, within: int, most: int) -> list[Token]:
    """Return what `last_words_before` returns, where the text is asked but once: it is not cut as a whole."""
    return tokenize(text, max(0, place - within), place)[-most:]


# Statements are made report by report.
@lru_cache(maxsize=4)
def _cut(text: str) -> tuple[list[Token], list[int], list[int]]:
    """Return the tokens of a whole text, where they start and where they end."""
    tokens = [token for start, end in split_paragraphs(text) for token in tokenize(text, start, end)]
    return tokens, [token.start for token in tokens], [token.end for token in tokens]
