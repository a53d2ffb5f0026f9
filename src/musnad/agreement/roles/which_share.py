"""Finds two shares of one whole that short statements tell, in words or per cent, in whatever construction."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from musnad.agreement.clothing import is_listed
from musnad.agreement.evidence import Finding
from musnad.agreement.roles.matter import SHARES, of_one_happening
from musnad.agreement.sides import Sides
from musnad.agreement.statements import Statement
from musnad.agreement.words import Word
from musnad.languages.agreement import AgreementLexicon, Tense
from musnad.model import Slot, Span
from musnad.text import tokenize

_PERCENT = "%"
_WITHIN = 3  # tokens from a share to what it is of: عدد قليل من النواب, 5 في المئة من أطفال المخيم
# The least and the most that a share is of the whole; words are of no exact one.
_SHARES = {
    "share_few": (0.0, 0.49),
    "share_quarter": (0.23, 0.27),
    "share_third": (0.3, 0.36),
    "share_half": (0.45, 0.55),
    "share_two_thirds": (0.63, 0.7),
    "share_most": (0.51, 0.99),
    "share_whole": (0.99, 1.0),
    "share_double": (1.8, 2.2),
}


@dataclass(frozen=True, slots=True)
class _Share:
    """A share of a whole: the least and the most, the words that tell it, and the word for the whole."""

    least: float
    most: float
    span: Span
    whole: Word


def find_what_share(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return two shares of one whole that cannot both be: ربع الأطفال, أقل من خمسة في المئة من الأطفال."""
    one, other = (list(_shares(side, lexicon)) for side in (sides.left, sides.right))
    if len(one) != 1 or len(other) != 1 or (one[0].least <= other[0].most and other[0].least <= one[0].most):
        return None
    here, there = one[0], other[0]
    if not any(pair.left is here.whole and pair.right is there.whole for pair in sides.alignment.pairs):
        return None
    apart = {
        id(word)
        for share, side in ((here, sides.left), (there, sides.right))
        for word in side.wording.words
        if word.span.overlaps(share.span) and word is not share.whole
    }
    if not of_one_happening(sides, apart, lexicon, bounds=SHARES) or _names_more(sides, apart):
        return None
    told = f"{here.span.of(sides.left.text)} / {there.span.of(sides.right.text)}: shares of one whole"
    return Finding(Slot.NUMBER, told, here.span, there.span)


def _names_more(sides: Sides, apart: Collection[int]) -> bool:
    """Tell whether each side names something that the other does not: without power, without water."""
    return all(
        any(word.reading.tense is Tense.NONE and id(word) not in apart and not word.heard for word in alone)
        for alone in (sides.alignment.left_only, sides.alignment.right_only)
    )


def _shares(side: Statement, lexicon: AgreementLexicon) -> Iterator[_Share]:
    """Yield the shares that a side tells, in words or per cent, with what each is of."""
    for figure in side.figures:
        if figure.unit == _PERCENT:
            whole = _whole_behind(side, figure.span.end)
            if whole is not None:
                most = 1.0 if figure.amount.most is None else figure.amount.most / 100
                yield _Share(figure.amount.least / 100, most, Span(figure.span.start, whole.span.end), whole)
    for part in side.assertion.content:
        tokens = tokenize(side.text, part.start, part.end)
        for at, token in enumerate(tokens):
            names = [name for name in _SHARES if is_listed(token.folded, lexicon.words[name])]
            is_few_of = token.folded in lexicon.words["share_few_of"] and at > 0 and at + 1 < len(tokens)
            if is_few_of and tokens[at + 1].folded == "من":
                names = ["share_few"]
            whole = _whole_behind(side, token.end) if len(names) == 1 else None
            if whole is not None:
                start = tokens[at - 1].start if is_few_of else token.start
                yield _Share(*_SHARES[names[0]], Span(start, whole.span.end), whole)


def _whole_behind(side: Statement, place: int) -> Word | None:
    """Return the noun right behind the words of a share: ربع أطفال المخيم."""
    words = (word for word in side.wording.words if word.span.start >= place)
    whole = next(words, None)
    if whole is None or len(side.text[place : whole.span.start].split()) > _WITHIN:
        return None
    return whole
