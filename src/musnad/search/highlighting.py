"""Finds in an article what a query looked for, inflected forms included, and cuts the passages that show it best."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from musnad.languages import load_text_analyser
from musnad.languages.text_index import PlacedToken
from musnad.model import Span
from musnad.search.compiling import CompiledQuery
from musnad.store.finding.conditions import HasWords

_WIDTH = 180  # characters of a passage: two lines of a terminal
_MOST_MARKS = 400


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of an article, `span` in its text, and what is highlighted in it: spans of the same text."""

    span: Span
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    label: str


def find_marks(text: str, compiled: CompiledQuery, named: Sequence[Span] = ()) -> tuple[tuple[Span, str], ...]:
    """Return the spans of `text` that match the query, in order and apart, each with what it matches.

    `named` are spans of things that the query names in other words, such as a weapon in another script.
    """
    tokens = list(load_text_analyser().place_tokens(text))
    marks = [_Mark(Span(found.start, found.end), key) for found in tokens for key in _keys_in(found, compiled)]
    for number, phrase in enumerate(compiled.phrases):
        marks += [_Mark(span, f'"{number}') for span in _places_of(phrase, tokens)]
    marks += [_Mark(span, "named") for span in named if span.end <= len(text)]
    kept: list[_Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)):
        if not kept or mark.span.start >= kept[-1].span.end:
            kept.append(mark)
    return tuple((mark.span, mark.label) for mark in kept[:_MOST_MARKS])


def cut_passages(text: str, marks: Sequence[tuple[Span, str]], *, after: int = 0, most: int = 2) -> tuple[Passage, ...]:
    """Return the passages with most different matches, in the order of the text; `after` is where the body begins.

    A passage lies within a paragraph. Where the body has no match, its first passage is returned without marks.
    """
    body = [(span, label) for span, label in marks if span.start >= after]
    if not body:
        opening = _around(text, Span(after, after + 1), after) if after < len(text) else None
        return (Passage(opening, ()),) if opening is not None else ()
    chosen: list[Passage] = []
    while body and len(chosen) < most:
        best = max(body, key=lambda found: (_worth(found[0], body), -found[0].start))
        window = _around(text, best[0], after)
        inside = tuple(span for span, _ in body if window.contains(span))
        chosen.append(Passage(window, inside or (best[0],)))
        seen = {label for span, label in body if window.contains(span)}
        body = [(span, label) for span, label in body if not window.overlaps(span) and label not in seen]
    return tuple(sorted(chosen, key=lambda passage: passage.span.start))


def _keys_in(found: PlacedToken, compiled: CompiledQuery) -> Iterator[str]:
    for key in found.token.keys:
        if key in compiled.keys:
            yield key
            return


def _places_of(phrase: HasWords, tokens: Sequence[PlacedToken]) -> Iterator[Span]:
    parts = [(part, token) for token in tokens for part in token.token.parts]
    firsts, length = frozenset(phrase.firsts), len(phrase.rest)
    for place, (part, token) in enumerate(parts):
        if part in firsts and all(
            place + step <= len(parts) - 1 and parts[place + step][0] == word
            for step, word in enumerate(phrase.rest, start=1)
        ):
            yield Span(token.start, parts[place + length][1].end)


def _worth(start: Span, marks: Sequence[tuple[Span, str]]) -> int:
    return len({label for span, label in marks if start.start <= span.start < start.start + _WIDTH})


def _around(text: str, match: Span, after: int) -> Span:
    """Return a passage of about _WIDTH characters with the match in its first half, within its paragraph."""
    first = max(text.rfind("\n", 0, match.start) + 1, after)
    last = text.find("\n", match.end)
    last = len(text) if last < 0 else last
    start = max(first, match.start - _WIDTH // 3)
    if start > first:
        start = _next_word(text, start, match.start)
    end = min(last, max(match.end, start + _WIDTH))
    if end < last:
        blank = text.rfind(" ", match.end, end)
        end = blank if blank > 0 else end
    while start < end - 1 and text[start].isspace():
        start += 1
    return Span(start, max(end, start + 1))


def _next_word(text: str, start: int, limit: int) -> int:
    blank = text.find(" ", start, limit)
    return blank + 1 if blank >= 0 else start
