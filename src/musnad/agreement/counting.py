"""Finds what two statements count differently: the numbers of one deed, and all of a thing against a part of it."""

from musnad.agreement.amounts import Figure
from musnad.agreement.circumstances import tells_of_days, times_meet
from musnad.agreement.evidence import Finding
from musnad.agreement.figures import FigurePair, Fit, tell_amount
from musnad.agreement.happening import tells_earlier_one
from musnad.agreement.sides import Sides
from musnad.agreement.statements import Statement, is_earlier
from musnad.agreement.words import Mark, Word
from musnad.languages.agreement import AgreementLexicon, Tense
from musnad.model import Grain, Slot

# Counts of one thing seldom differ by more; of two things, as told in like words, they do.
_TIMES_APART, _EVER_APART = 5, 100
_CASUALTIES = frozenset({"kill", "wound"})
_WHOLE, _THE_SAME, _FEWEST = 0.8, 0.95, 4
_ANYONE = frozenset({"شخص", "ضحيه", "قتيل", "فرد"})
_PERIODS = (Grain.MONTH, Grain.YEAR)  # the finer first


def find_number(sides: Sides, people: frozenset[str], varying: frozenset[str]) -> Finding | None:
    """Return two numbers of one thing and deed that cannot both be so."""
    if sides.left.since != sides.right.since or tells_earlier_one(sides):
        return None  # of one day, and of all days since
    if times_meet(sides.left, sides.right) is False and tells_of_days(sides.left, sides.right):
        return None  # the dead of Sunday, the dead of Monday
    if any(pair.opposed for pair in sides.alignment.pairs) or _other_period(sides):
        return None  # fell by three, rose by four
    for pair in sides.figures:
        if _of_two_moments(sides, pair, varying):
            continue
        if pair.fit is Fit.APART and not grew(sides, pair) and _of_one_deed(sides, pair, people):
            is_only = (
                not far_apart(pair, _EVER_APART) and Mark.ONLY in sides.left.wording.marks | sides.right.wording.marks
            )
            if not is_only and _is_of_another(sides, pair):
                continue
            if is_some_of(pair):
                continue
            told = f"{tell_amount(pair.left.amount)} / {tell_amount(pair.right.amount)}"
            return Finding(Slot.NUMBER, told, pair.left.shown, pair.right.shown)
    return None


def _of_two_moments(sides: Sides, pair: FigurePair, varying: frozenset[str]) -> bool:
    """Tell whether it is a price of two times: it is one thing on Monday, another on Thursday."""
    if not pair.left.unit.isascii() or not (sides.left.clock and sides.right.clock):
        return False
    told = [{(time.earliest, time.latest) for time in side.clock} for side in (sides.left, sides.right)]
    return not told[0] & told[1] and any(each.left.reading.lemma in varying for each in sides.alignment.pairs)


def _is_of_another(sides: Sides, pair: FigurePair) -> bool:
    """Tell whether one number is too many times the other to count one thing; in the very same words it may be."""
    if _told_alike(sides):
        return False
    return far_apart(pair, _TIMES_APART if sides.alignment.common < _WHOLE else 2 * _TIMES_APART)


def is_some_of(pair: FigurePair) -> bool:
    """Tell whether fewer persons of one kind are among more of any kind: 61 شخصا, عشرون طفلا."""
    fewer, more = sorted((pair.left, pair.right), key=lambda figure: figure.amount.least)
    return fewer.unit != more.unit and more.unit in _ANYONE and fewer.unit not in _ANYONE


def _told_alike(sides: Sides) -> bool:
    """Tell whether the two sides have all but the very same words."""
    return sides.alignment.common >= _THE_SAME and len(sides.alignment.pairs) >= _FEWEST


def _other_period(sides: Sides) -> bool:
    """Tell whether one counts over a month, a year, that is not the other's."""
    finest = [
        {(time.earliest, time.latest) for time in side.times if time.grain is grain}
        for side in (sides.left, sides.right)
        for grain in _PERIODS
        if any(time.grain is grain for time in side.times)
        and not any(other.grain in _PERIODS[: _PERIODS.index(grain)] for other in side.times)
    ]
    return len(finest) == 2 and not finest[0] & finest[1]


def far_apart(pair: FigurePair, times: int) -> bool:
    """Tell whether one number is more than so many times the other."""
    larger = max(pair.left.amount.least, pair.right.amount.least)
    smaller = min(
        each.amount.least if each.amount.most is None else each.amount.most for each in (pair.left, pair.right)
    )
    return larger > times * max(smaller, 1)


def _of_one_deed(sides: Sides, pair: FigurePair, people: frozenset[str]) -> bool:
    """Tell whether both numbers are told of one deed: two killed, five attacked are no two counts."""
    if pair.left.role:
        return True
    one, other = _governor(sides.left, pair.left), _governor(sides.right, pair.right)
    if one is None or other is None or (_told_alike(sides) and one.meant == other.meant):
        return True
    if one.meant != other.meant:
        return False  # will expel 13, were expelled 120
    if one.reading.senses & other.reading.senses:
        return True
    alone = {id(word) for word in (*sides.alignment.left_only, *sides.alignment.right_only)}
    fatal = [bool(each.reading.senses & _CASUALTIES) for each in (one, other)]
    if fatal[0] != fatal[1] and (other if fatal[0] else one).reading.tense is not Tense.NONE:
        return any(each.left is one and each.right is other for each in sides.alignment.pairs)
    if pair.left.unit != pair.right.unit and not {pair.left.unit, pair.right.unit} <= people:
        # Five persons attacked, one of them killed: persons count as one thing only in one deed.
        return any(each.left is one and each.right is other for each in sides.alignment.pairs)
    return not (id(one) in alone and id(other) in alone)


def _governor(side: Statement, figure: Figure) -> Word | None:
    """Return the act nearest before what is counted, else the nearest behind it."""
    acts = [word for word in side.wording.words if word.reading.is_act and not word.span.overlaps(figure.span)]
    before = [word for word in acts if word.span.start < figure.span.start]
    return before[-1] if before else next(iter(acts), None)


def find_part(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return what one side tells of all and the other of a part: أتلفت جميع الصواريخ / أتلف نصف الصواريخ."""
    whole, part = lexicon.words["wholes"], lexicon.words["parts"]
    for pair in sides.alignment.pairs:
        before = (pair.left.before, pair.right.before)
        if (before[0] in whole and before[1] in part) or (before[0] in part and before[1] in whole):
            return Finding(Slot.NUMBER, f"{before[0]} / {before[1]}", pair.left.span, pair.right.span)
    return None


def grew(sides: Sides, pair: FigurePair) -> bool:
    """Tell whether the larger number is a later count of the same."""
    left_larger = pair.left.amount.least > pair.right.amount.least
    later, earlier = (sides.left, sides.right) if left_larger else (sides.right, sides.left)
    if Mark.GROWING in later.wording.marks:
        return True
    if later.outlet is not None and later.outlet == earlier.outlet:
        return True  # an outlet corrects itself
    # Only the dead and wounded are counted anew as days pass.
    counted = pair.left.role or any(
        each.left.reading.senses & each.right.reading.senses & _CASUALTIES for each in sides.alignment.pairs
    )
    return bool(counted) and is_earlier(earlier, later)
