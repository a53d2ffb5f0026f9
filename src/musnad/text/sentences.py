"""Cuts a text into paragraphs and sentences, and pairs its quotation marks."""

import bisect
import itertools
from dataclasses import dataclass
from functools import lru_cache

from musnad.text.tokens import CLOSERS, OPENERS, Token, tokenize

_TERMINAL = frozenset(".!?؟۔")
# What can end a sentence, folded: a quotation mark ends one that has its full stop within the marks.
_ENDS = _TERMINAL | {'"'}
# Longer runs of tokens are cut, at a comma where one is near: what reads a sentence may then look about in all of it
# and still read a text in linear time. Of 41,000 sentences of news 31 are longer, all without punctuation.
_LONGEST = 250
# What stands right behind a closing mark and never behind an opening one.
_AFTER_CLOSING = frozenset(".,،؛!؟")
_LETTERS = 3  # of a part of an acronym that is spelled as it sounds
# „...“ is German, ”...“ a common slip: after these a “ closes.
_CLOSED_BY_OPENERS = frozenset("”„‟")


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of one sentence and its quotations.

    `quotations` are pairs of token indices (opening mark, closing mark), outermost only; `enclosing[i]` is the
    index into `quotations` of the one that token i stands in (marks included), or -1.
    """

    tokens: tuple[Token, ...]
    quotations: tuple[tuple[int, int], ...]
    enclosing: tuple[int, ...]
    paragraph: int


def split_paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the half-open offsets of the lines of `text` that hold more than white space."""
    paragraphs = []
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            paragraphs.append((start, start + len(line.rstrip("\r\n"))))
        start += len(line)
    return paragraphs


# Every step of a reading cuts the same text: the last one is kept.
@lru_cache(maxsize=1)
def split_sentences(text: str) -> tuple[tuple[Sentence, ...], tuple[int, ...]]:
    """Return the sentences of `text`, and the offsets of quotation marks that found no partner."""
    sentences: list[Sentence] = []
    unpaired: list[int] = []
    for number, (start, end) in enumerate(split_paragraphs(text)):
        tokens = tokenize(text, start, end)
        pairs, lone = pair_quotes(text, tokens)
        unpaired += [tokens[index].start for index in lone]
        sentences += _cut(tokens, pairs, number)
    return tuple(sentences), tuple(unpaired)


def pair_quotes(text: str, tokens: list[Token]) -> tuple[list[tuple[int, int]], list[int]]:
    """Return the outermost pairs of quotation marks by token index, and the marks without a partner.

    Pages mix the glyphs (”...”, "...»), so any mark closes an open quotation, save a plain opener
    that stands before a word and differs from the mark that opened it: that one nests.
    """
    pairs: list[tuple[int, int]] = []
    stack: list[int] = []
    marks = [index for index, token in enumerate(tokens) if token.is_quote]
    stray = _stray_mark(text, tokens, marks) if len(marks) % 2 else None
    for index in marks:
        if index == stray:
            continue
        glyph = text[tokens[index].start]
        opened = text[tokens[stack[-1]].start] if stack else ""
        if not stack or (glyph in OPENERS and glyph != opened and opened not in _CLOSED_BY_OPENERS):
            stack.append(index)
        else:
            opening = stack.pop()
            if not stack:
                pairs.append((opening, index))
    if len(stack) == 2 and text[tokens[stack[0]].start] not in OPENERS + CLOSERS:
        # The outer straight mark was stray; what looked nested stands alone.
        return pairs, stack
    return pairs, stack if stray is None else [*stack, stray]


def _stray_mark(text: str, tokens: list[Token], marks: list[int]) -> int | None:
    """Return the straight mark of an odd number of them that by the spaces beside it closes what nothing opened.

    Without this the marks behind it would pair crosswise, and what lies between two quotations would be taken for one.
    """
    open_mark: int | None = None
    for index in marks:
        token = tokens[index]
        if text[token.start] in OPENERS + CLOSERS:
            return None
        before, after = text[token.start - 1 : token.start], text[token.end : token.end + 1]
        closes = after in _AFTER_CLOSING
        opens = not after.isspace() and not closes and not before.isalnum()
        if open_mark is None and closes and not opens:
            return index
        if open_mark is not None and opens and not closes:
            return None  # a quotation within a quotation: the mark that lacks is its end
        open_mark = index if open_mark is None else None
    return None


def _cut(tokens: list[Token], pairs: list[tuple[int, int]], paragraph: int) -> list[Sentence]:
    inside = [-1] * len(tokens)
    for number, (opening, closing) in enumerate(pairs):
        for index in range(opening, closing + 1):
            inside[index] = number
    ends = [index for index, token in enumerate(tokens) if token.folded in _ENDS]
    bounds = [0, *(index + 1 for index in ends if _ends_sentence(tokens, inside, index, tokens[index]))]
    bounds = _cut_long(tokens, [*bounds, len(tokens)])
    openings = [opening for opening, _ in pairs]
    sentences = []
    for first, last in itertools.pairwise(bounds):
        if any(token.is_word for token in tokens[first:last]):
            near = range(bisect.bisect_left(openings, first), bisect.bisect_left(openings, last))
            own = [n for n in near if pairs[n][1] < last]
            numbers = {n: position for position, n in enumerate(own)}
            sentences.append(
                Sentence(
                    tuple(tokens[first:last]),
                    tuple((pairs[n][0] - first, pairs[n][1] - first) for n in own),
                    tuple([numbers.get(n, -1) for n in inside[first:last]]) if own else (-1,) * (last - first),
                    paragraph,
                )
            )
    return sentences


def _cut_long(tokens: list[Token], bounds: list[int]) -> list[int]:
    """Return the bounds with more between those that lie too far apart; a quotation cut in two is no quotation."""
    found = [bounds[0]]
    for bound in bounds[1:]:
        while bound - found[-1] > _LONGEST:
            last = found[-1] + _LONGEST
            marks = (at + 1 for at in range(last - 1, found[-1] + _LONGEST // 2, -1) if not tokens[at].is_word)
            found.append(next(marks, last))
        found.append(bound)
    return found


def _ends_sentence(tokens: list[Token], inside: list[int], index: int, token: Token) -> bool:
    if inside[index] >= 0:
        # A full stop within the marks ends the sentence after the closing mark: «... خطير.» وأضاف
        closes = index + 1 == len(tokens) or (inside[index + 1] != inside[index] and tokens[index + 1].is_word)
        return token.is_quote and closes and index > 0 and tokens[index - 1].folded in _TERMINAL
    if token.is_quote or token.folded not in _TERMINAL:
        return False
    previous = tokens[index - 1] if index else None
    if token.folded != "." or previous is None:
        return True
    if _is_in_acronym(tokens, index) or _is_in_number(tokens, index):
        return False  # إن.بي.سي، و2.1
    # The dots of an abbreviation: ت.غ, أ. ف. ب, U.S.
    return not (previous.is_word and previous.end - previous.start == 1 and not previous.folded.isdigit())


def _is_in_number(tokens: list[Token], index: int) -> bool:
    """و2.1، بـ3.5: the point of a number to which a letter is glued."""
    before, after = tokens[index - 1], tokens[index + 1] if index + 1 < len(tokens) else None
    tied = after is not None and before.end == tokens[index].start and tokens[index].end == after.start
    return tied and after is not None and before.folded[-1:].isdigit() and after.folded[:1].isdigit()


def _is_in_acronym(tokens: list[Token], index: int) -> bool:
    """Tell whether the full stop ties two short words of three or more that no space parts: إن.بي.سي."""
    for first in (index - 1, index - 3):
        parts = tokens[first : first + 5] if first >= 0 else []
        if len(parts) < 5 or any(parts[at].folded != "." for at in (1, 3)):
            continue
        tied = all(before.end == after.start for before, after in itertools.pairwise(parts))
        if tied and all(part.is_word and len(part.folded) <= _LETTERS for part in parts[::2]):
            return True
    return False
