"""Recognises the lines that a page prints around its article, and where the page's tail begins."""

import re
from collections.abc import Iterable, Sequence

from musnad.languages.boilerplate import Phrase, load_boilerplate
from musnad.model import Dropped

# A tail is sought after the first third: short reports can have tails twice their own length.
_TAIL_MAY_START = 1 / 3
# Headlines in related lists stay under 25 words and carry no full stop; paragraphs break one or the other.
_PARAGRAPH_WORDS = 25
_SENTENCE_CHARACTERS = 60
# The last line ends sentences in scripts without blanks or with stops of their own.
_SENTENCE_ENDS = (
    *(".", "؟", "!", "?", '."', ".”", ".»", '".', "”.", "».", "…", ".)", ").", ".’", "’.", ".“", "۔"),
    *("。", "！", "？", "」", "।", "॥", "።", "։", "။", "។"),
)
# Scripts without blanks say in twenty characters what others say in sixty, and in sixty need no full stop.
_DENSE = re.compile("[\u0e00-\u0e7f\u1780-\u17ff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff]{4}")
_DENSE_CHARACTERS = 20


def boilerplate_reasons(lines: Sequence[str]) -> list[str | None]:
    """Return for each line why it is not the article's, or None; the first line, the headline, is kept."""
    match_line = load_boilerplate().match_line
    phrases = [match_line(line) if number else None for number, line in enumerate(lines)]
    reasons = [phrase.reason if phrase else None for phrase in phrases]
    start = _tail_start(lines, phrases)
    for number in range(start + 1, len(lines)):
        reasons[number] = reasons[number] or reasons[number - 1]
    return reasons


def is_paragraph(line: str) -> bool:
    """Tell whether a line is running text rather than a title, a label or a link."""
    length = len(line)
    if length < _DENSE_CHARACTERS:
        return False
    if line.count(" ") + 1 >= _PARAGRAPH_WORDS:
        return True
    ends = line.endswith(_SENTENCE_ENDS)
    if length < _SENTENCE_CHARACTERS:
        return ends and _is_dense(line)
    return ends or _is_dense(line)


def _is_dense(line: str) -> bool:
    return not line.isascii() and _DENSE.search(line) is not None


def gather_dropped(pieces: Iterable[tuple[str, str]]) -> tuple[Dropped, ...]:
    """Return the dropped (text, reason) pieces, neighbours of one reason joined line by line."""
    groups: list[tuple[list[str], str]] = []
    for text, reason in pieces:
        if groups and groups[-1][1] == reason:
            groups[-1][0].append(text)
        else:
            groups.append(([text], reason))
    return tuple(Dropped("\n".join(texts), reason) for texts, reason in groups)


def _tail_start(lines: Sequence[str], phrases: Sequence[Phrase | None]) -> int:
    """Return the number of the first line that opens a tail; one past the last line where none does."""
    pairs = list(zip(lines, phrases, strict=True))
    paragraphs = [n for n, (line, phrase) in enumerate(pairs) if phrase is None and is_paragraph(line)]
    last_paragraph = max(paragraphs, default=0)
    total = sum(map(len, lines))
    before = 0
    for number, (line, phrase) in enumerate(pairs):
        if phrase and phrase.opens_tail and number > last_paragraph and before >= total * _TAIL_MAY_START:
            return number
        before += len(line)
    return len(lines)
