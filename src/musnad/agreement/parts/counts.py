"""Finds two numbers that long statements tell of one deed of the same parties."""

from collections.abc import Sequence

from musnad.agreement.counting import far_apart, grew
from musnad.agreement.evidence import Finding
from musnad.agreement.figures import FigurePair, Fit, tell_amount
from musnad.agreement.parts.deeds import is_same
from musnad.agreement.parts.parties import (
    around_span,
    at_other_time,
    lone_words,
    partners,
    shared_around,
    strangers,
)
from musnad.agreement.sides import Sides
from musnad.agreement.statements import is_earlier
from musnad.agreement.words import Word
from musnad.languages.agreement import AgreementLexicon
from musnad.model import Slot, Span

# Set as those of clashing.py.
_FEWEST, _ENOUGH, _ENOUGH_OF_ONE = 2, 1.3, 0.4
_TIMES_APART, _TIMES_OF_ONE = 5, 10
_WIDE = 2
_SHARES = frozenset({"%"})


def find_count(sides: Sides, lexicon: AgreementLexicon, *, is_one: bool) -> Finding | None:
    """Return two numbers of one deed; `is_one` tells that both sentences are of one matter."""
    for pair in sides.figures:
        if pair.fit is Fit.APART and object_to_count(pair, sides, lexicon, is_one=is_one) is None:
            told = f"{tell_amount(pair.left.amount)} / {tell_amount(pair.right.amount)}"
            return Finding(Slot.NUMBER, f"{told}, of the same parties", pair.left.span, pair.right.span)
    return None


def object_to_count(pair: FigurePair, sides: Sides, lexicon: AgreementLexicon, *, is_one: bool) -> str | None:
    """Return why the two numbers are no contradiction."""
    if pair.left.unit in _SHARES:
        return "a share of something"
    if _is_vague(pair):
        return "an order of magnitude"
    if sides.left.since != sides.right.since:
        return "of one day, and of all days since"
    if grew(sides, pair) or far_apart(pair, _TIMES_OF_ONE if is_one else _TIMES_APART):
        return "a later count, or of another thing"
    stretches = around_span(sides.left, pair.left.span), around_span(sides.right, pair.right.span)
    parties = tuple(shared_around(*stretches, partners(sides.alignment)))
    if sum(parties) < (_ENOUGH_OF_ONE if is_one else _ENOUGH) or (len(parties) < _FEWEST and not is_one):
        return f"few parties {parties}"
    if at_other_time(pair.left.span, pair.right.span, sides):
        return "of two times"
    lone = lone_words(sides.alignment)
    others = [strangers(words, side, lone) for words, side in zip(stretches, (sides.left, sides.right), strict=True)]
    if all(others) or (not is_one and any(others)):
        return "of others"
    if not _is_one_deed(pair, sides, lexicon):
        return "of two deeds"
    return None if is_one or _shrank(pair, sides) else "one may be the later count"


def _is_one_deed(pair: FigurePair, sides: Sides, lexicon: AgreementLexicon) -> bool:
    """Tell whether one deed governs both numbers, or the number is but told: بلغ عدد المصابين."""
    stretches = around_span(sides.left, pair.left.span), around_span(sides.right, pair.right.span)
    one, other = (
        _governor(words, figure.span, lexicon) for words, figure in zip(stretches, (pair.left, pair.right), strict=True)
    )
    if one is not None and other is not None:
        if one.reading.opposed & other.reading.senses or one.negated or other.negated:
            return False
        if is_same(one, other):
            return one.meant == other.meant
    heads = [_head(words, figure.span) for words, figure in zip(stretches, (pair.left, pair.right), strict=True)]
    # بقوة 5.8 درجة
    return any(each.left is heads[0] and each.right is heads[1] for each in sides.alignment.pairs)


def _head(words: Sequence[Word], span: Span) -> Word | None:
    """Return the word right before a number: بقوة 5.8 درجة."""
    before = [word for word in words if word.span.end <= span.start]
    return before[-1] if before and span.start - before[-1].span.end <= 1 else None


def _governor(words: Sequence[Word], span: Span, lexicon: AgreementLexicon) -> Word | None:
    """Return the act nearest before the number, of which it tells how many; no verb of amounting."""
    acts = [
        word
        for word in words
        if word.reading.is_act and word.reading.lemma not in lexicon.words["amounting"] and word.span.end <= span.start
    ]
    return acts[-1] if acts else None


def _is_vague(pair: FigurePair) -> bool:
    """Tell whether one of the two is but an order of magnitude: عشرات, آلاف."""
    return any(
        each.amount.least and each.amount.most is not None and each.amount.most > _WIDE * each.amount.least
        for each in (pair.left, pair.right)
    )


def _shrank(pair: FigurePair, sides: Sides) -> bool:
    """Tell whether the smaller number was published later: what grows from hour to hour is told anew."""
    left_larger = pair.left.amount.least > pair.right.amount.least
    larger, smaller = (sides.left, sides.right) if left_larger else (sides.right, sides.left)
    return is_earlier(larger, smaller)
