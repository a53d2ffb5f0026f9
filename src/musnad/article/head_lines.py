"""Reads what scraped text prints between its headline and its first paragraph: date lines and the by-line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from musnad.article.dates import DATE_LIKE
from musnad.article.printed import dates_of_line
from musnad.article.tail import is_paragraph
from musnad.languages import LANGUAGES
from musnad.languages.bylines import load_byline_forms
from musnad.languages.date_lines import load_date_lines
from musnad.model import Found

_REACH = 6  # lines: sub-headlines, by-line, date line and the number of visits stand within
_LONGEST_DATE_LINE = 140  # characters
# Words that tell nothing of time: a label and a place or a count of readers; fewer where no label says what it is.
_MOST_WORDS_LABELLED = 4
_MOST_WORDS_BARE = 2
_MOST_WORDS_BEFORE = 3  # يوم الثلاثاء الموافق 5
_FIRST_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class HeadLines:
    """The dates and the by-line, and for each line that was looked at the reason to drop it, or None."""

    published: tuple[Found, ...] = ()
    modified: tuple[Found, ...] = ()
    byline: Found | None = None
    reasons: tuple[str | None, ...] = ()


def read_head_lines(lines: Sequence[str]) -> HeadLines:
    """Return what the lines after a headline tell; the first paragraph ends them."""
    published: list[Found] = []
    modified: list[Found] = []
    byline: Found | None = None
    reasons: list[str | None] = []
    for line in lines[:_REACH]:
        reason: str | None = None
        name = load_byline_forms().read_sure(line) if byline is None else None
        if _is_date_line(line):
            first, changed = dates_of_line(line)
            published += filter(None, [first])
            modified += filter(None, [changed])
            reason = "date" if first or changed else None
        elif name:
            byline, reason = Found(name, "printed"), "byline"
        elif is_paragraph(line):
            break
        reasons.append(reason)
    return HeadLines(tuple(published), tuple(modified), byline, tuple(reasons))


def _is_date_line(line: str) -> bool:
    """Tell whether a line is nothing but a date, with a label or without; a sentence that tells a day is none."""
    if len(line) > _LONGEST_DATE_LINE or not DATE_LIKE.search(line) or is_paragraph(line):
        return False
    labelled = any(piece.kind is not None for piece in load_date_lines().pieces(line)[:1])
    if not labelled and len(_FIRST_DIGIT.split(line, maxsplit=1)[0].split()) > _MOST_WORDS_BEFORE:
        return False
    most = _MOST_WORDS_LABELLED if labelled else _MOST_WORDS_BARE
    return any(language.count_timeless_words(line) <= most for language in LANGUAGES.values())
