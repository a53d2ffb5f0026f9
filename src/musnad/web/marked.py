"""Cuts the words of a span into parts that are highlighted and parts that are not."""

from collections.abc import Sequence

from musnad.model import Span


def cut_marked(text: str, span: Span, marks: Sequence[Span]) -> list[tuple[str, bool]]:
    """Return the words of a span in parts, each with whether it is highlighted."""
    parts, at = [], span.start
    for mark in marks:
        start, end = max(mark.start, at), min(mark.end, span.end)
        if start >= end:
            continue
        if at < start:
            parts.append((text[at:start], False))
        parts.append((text[start:end], True))
        at = end
    if at < span.end:
        parts.append((text[at : span.end], False))
    return [(words.replace("\n", " "), marked) for words, marked in parts]
