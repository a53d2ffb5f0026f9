"""Compares spans of an article by the characters that matter: trivial edges are left out."""

import re
from collections.abc import Iterable

from musnad.model import Span

_EDGES = frozenset(" \t\n\r\u00a0\u200f\u200e\"“”«»'‘’.,،:؛;!؟?()[]-–")
_COMPLEMENTISER = re.compile(r'[بفو]?(?:[إأ]نّ?|ان|that)(?=[\s"“«])')
_FOLDED = str.maketrans("أإآة", "اااه")
_NOT_A_LETTER = re.compile(r"\W")


def trim_span(text: str, span: Span) -> tuple[int, int]:
    """Return the span's edges without blanks, punctuation, quotation marks and a leading complementiser.

    The result can be empty (start = end) where the span holds nothing else.
    """
    start, end = span.start, span.end
    while True:
        while start < end and text[start] in _EDGES:
            start += 1
        while end > start and text[end - 1] in _EDGES:
            end -= 1
        leading = _COMPLEMENTISER.match(text, start, end)
        if leading is None:
            return start, end
        start = leading.end()


def characters(text: str, spans: Iterable[Span | None]) -> frozenset[int]:
    """Return the positions of all characters that the trimmed spans cover."""
    return frozenset(
        position for span in spans if span is not None for position in range(*trim_span(text, span))
    )


def overlap(first: frozenset[int], second: frozenset[int]) -> float:
    """Return the intersection over the union, 0 to 1; 0 for two empty sets."""
    union = len(first | second)
    return len(first & second) / union if union else 0.0


def dice(first: frozenset[int], second: frozenset[int]) -> float:
    """Return twice the intersection over the sum of sizes, 0 to 1; 0 for two empty sets."""
    total = len(first) + len(second)
    return 2 * len(first & second) / total if total else 0.0


def share_words(text: str, first: Span, second: Span) -> bool:
    """Tell whether one phrase, letters only and spelling folded, stands inside the other."""
    one, other = _letters(text, first), _letters(text, second)
    return bool(one and other) and (one in other or other in one)


def _letters(text: str, span: Span) -> str:
    start, end = trim_span(text, span)
    return _NOT_A_LETTER.sub("", text[start:end].translate(_FOLDED))
