"""Knows the words before the dates that pages print: نشر في، آخر تحديث; and parts a line at them."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import pairwise

from musnad.errors import LanguageDataError
from musnad.text import Token, fold_word, tokenize

_BETWEEN = " \t\u00a0|-–—•·,،/"


class DateKind(StrEnum):
    """What a date on a page says of it."""

    PUBLISHED = "published"
    MODIFIED = "modified"


@dataclass(frozen=True, slots=True)
class DatePiece:
    """A part of a line that begins with a label, or the words before the first one, whose kind is None."""

    kind: DateKind | None
    words: str


@dataclass(frozen=True, slots=True)
class DateLines:
    """The labels by their folded words; `longest` is the greatest number of words in one."""

    labels: Mapping[tuple[str, ...], DateKind] = field(repr=False)
    longest: int

    def pieces(self, line: str) -> tuple[DatePiece, ...]:
        """Return the parts of a line, cut before each label."""
        tokens = tokenize(line, 0, len(line))
        cuts = list(self._labels(tokens))
        edges = [0, *(token.start for token, _ in cuts), len(line)]
        kinds = [None, *(kind for _, kind in cuts)]
        parts = (line[start:end].strip(_BETWEEN) for start, end in pairwise(edges))
        return tuple(DatePiece(kind, words) for kind, words in zip(kinds, parts, strict=True) if words)

    def _labels(self, tokens: list[Token]) -> Iterator[tuple[Token, DateKind]]:
        place = 0
        while place < len(tokens):
            length = self._label_at(tokens, place)
            if length:
                yield tokens[place], self.labels[tuple(token.folded for token in tokens[place : place + length])]
            place += max(1, length)

    def _label_at(self, tokens: list[Token], place: int) -> int:
        """Return how many words the longest label at a token has; 0 where there is none."""
        words = tuple(token.folded for token in tokens[place : place + self.longest])
        opens = place == 0 or not tokens[place - 1].is_word
        lengths = range(len(words), 0 if opens else 1, -1)
        return next((length for length in lengths if words[:length] in self.labels), 0)


@cache
def load_date_lines() -> DateLines:
    """Return the labels of date_lines.toml; raise LanguageDataError where a list is missing or a label in both."""
    table = tomllib.loads(files("musnad.languages.ar").joinpath("date_lines.toml").read_text("utf-8"))
    labels: dict[tuple[str, ...], DateKind] = {}
    for kind in DateKind:
        written = table.get(kind)
        if not written or not all(isinstance(label, str) and label.strip() for label in written):
            raise LanguageDataError(f"date_lines.toml: {kind} must be a list of labels")
        for label in written:
            if labels.setdefault(tuple(map(fold_word, label.split())), kind) is not kind:
                raise LanguageDataError(f"date_lines.toml: {label!r} stands under both published and modified")
    return DateLines(labels, max(map(len, labels)))
