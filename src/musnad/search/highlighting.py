"""Finds in an article what a query looked for, inflected forms included, and cuts the passages that show it best."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from musnad.languages import load_text_analyser
from musnad.model import Span
from musnad.search.compiling import CompiledQuery

_WIDTH = 180  # characters of a passage: two lines of a terminal
_MOST_MARKS = 400


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of an article, `span` in its text, and what is highlighted in it: spans of the same text."""

    span: Span
    marks: tuple[Span, ...]


class Highlighter:
    """Finds the marks of one query in many texts: what a written word matches is looked up once."""

    def __init__(self, compiled: CompiledQuery) -> None:
        self._compiled = compiled
        self._analyser = load_text_analyser()
        self._labels: dict[str, str] = {}
        self._forms = self._analyser.find_forms(compiled.keys)
        # Of a phrase one word is looked for first; its first word may have a clitic before it, written as one.
        self._lasts = [
            self._analyser.find_written([(phrase.firsts[:1] + phrase.rest)[-1]]) for phrase in compiled.phrases
        ]

    def find_marks(self, text: str, named: Sequence[Span] = ()) -> tuple[tuple[Span, str], ...]:
        """Return the spans of `text` that match the query, in order and apart, each with what it matches.

        `named` are spans of things that the query names in other words, such as a weapon in another script.
        """
        labels, found = self._labels, []
        for token in self._forms.find_in(text):
            raw = token.group()
            label = labels.get(raw)
            if label is None:
                label = labels[raw] = self._label(raw)
            if label:
                found.append((token.start(), token.end(), label))
        found += self._phrases_in(text)
        found += [(span.start, span.end, "named") for span in named if span.end <= len(text)]
        kept: list[tuple[Span, str]] = []
        for start, end, label in sorted(found, key=lambda mark: (mark[0], -mark[1])):
            if not kept or start >= kept[-1][0].end:
                kept.append((Span(start, end), label))
        return tuple(kept[:_MOST_MARKS])

    def _label(self, raw: str) -> str:
        """Return the key that a written word matches, empty for none."""
        return next((key for key in self._analyser.analyse_token(raw).keys if key in self._compiled.keys), "")

    def _phrases_in(self, text: str) -> Iterator[tuple[int, int, str]]:
        phrases = [
            (number, phrase)
            for number, (phrase, last) in enumerate(zip(self._compiled.phrases, self._lasts, strict=True))
            if next(last.find_in(text), None) is not None
        ]
        if not phrases:
            return
        parts = list(self._analyser.place_parts(text))
        words = [part.part for part in parts]
        for number, phrase in phrases:
            length = len(phrase.rest) + 1
            for place, word in enumerate(words):
                if word in phrase.firsts and tuple(words[place + 1 : place + length]) == phrase.rest:
                    yield parts[place].start, parts[place + length - 1].end, f'"{number}'


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
        best = _densest(body)
        window = _around(text, best, after)
        inside = tuple(span for span, _ in body if window.contains(span))
        chosen.append(Passage(window, inside or (best,)))
        seen = {label for span, label in body if window.contains(span)}
        body = [(span, label) for span, label in body if not window.overlaps(span) and label not in seen]
    return tuple(sorted(chosen, key=lambda passage: passage.span.start))


def _densest(marks: Sequence[tuple[Span, str]]) -> Span:
    """Return the first mark of the stretch of _WIDTH characters with most different labels; marks are in order."""
    best, most = marks[0][0], 0
    inside: dict[str, int] = {}
    end = 0
    for start, label in marks:
        while end < len(marks) and marks[end][0].start < start.start + _WIDTH:
            inside[marks[end][1]] = inside.get(marks[end][1], 0) + 1
            end += 1
        if len(inside) > most:
            best, most = start, len(inside)
        inside[label] -= 1
        if not inside[label]:
            del inside[label]
    return best


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
