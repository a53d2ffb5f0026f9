"""Finds two places, times or numbers of one occasion, however differently the two statements word it."""

from collections.abc import Iterator

from musnad.agreement.amounts import DURATION, Figure, numbers_told
from musnad.agreement.counting import far_apart, grew, is_some_of
from musnad.agreement.evidence import Finding
from musnad.agreement.figures import FigurePair, Fit, tell_amount
from musnad.agreement.frames.actors import find_actor_in_frames
from musnad.agreement.frames.occasion import (
    OF_COUNTS,
    OF_NUMBERS,
    OF_RANKS,
    OF_TIMES,
    groups_of,
    of_one_occasion,
)
from musnad.agreement.frames.places import find_place_in_frames
from musnad.agreement.frames.tolls import dead_apart
from musnad.agreement.happening import tells_earlier_one, tells_other_ordinal
from musnad.agreement.measures import ORDERS, SCORE
from musnad.agreement.roles.when import times_apart
from musnad.agreement.sides import Sides
from musnad.agreement.statements import Statement
from musnad.agreement.telling import first_deed
from musnad.agreement.words import Mark, Word
from musnad.languages.agreement import AgreementLexicon, Tense
from musnad.model import Slot
from musnad.text import fold_word

_SAME_WORDS = 0.75
_TIMES_APART, _EVER_APART, _WIDE_AS, _FAR, _ROUNDED = 5, 1000, 2.5, 4, 0.03
_WITHIN = frozenset({"خلال", "في"})


def find_slot_in_frames(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return the number, place or time that differs."""
    if tells_other_ordinal(sides, lexicon) or _in_other_order(sides, lexicon):
        # A second and a third batch are two; a second and a third place of one runner are not.
        return _number(sides, lexicon) if any(pair.left.unit in ORDERS for pair in sides.figures) else None
    rules = (_number, find_place_in_frames, _time, find_actor_in_frames)
    return next((found for rule in rules if (found := rule(sides, lexicon)) is not None), None)


def _in_other_order(sides: Sides, lexicon: AgreementLexicon) -> bool:
    """Tell whether the ordinals of the one side are none of the other's: دفعة أولى, الدفعة الثانية."""
    listed = {word.removeprefix("ال") for word in lexicon.words["ordinals"]}
    told = [
        {form for word in side.wording.words if (form := word.folded.removeprefix("ال")) in listed}
        for side in (sides.left, sides.right)
    ]
    return bool(told[0] and told[1]) and not told[0] & told[1]


def _plans(sides: Sides) -> bool:
    """Tell whether one side alone tells of what is but meant: it may come about elsewhere and later."""
    meant = [
        {frame.meant for frame in side.frames if frame.told} == {True} or Mark.FUTURE in side.wording.marks
        for side in (sides.left, sides.right)
    ]
    return meant[0] != meant[1]


# -- how many ------------------------------------------------------------------------------------


def _number(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    counted = (*sides.figures, *_of_like_units(sides, lexicon))
    pairs = [pair for pair in counted if pair.fit is Fit.APART] or list(dead_apart(sides))
    if len(pairs) != 1 or sides.left.since != sides.right.since or tells_earlier_one(sides) or sides.time:
        return None
    pair = pairs[0]
    if pair.left.unit == DURATION and len({_is_term(pair.left, sides.left), _is_term(pair.right, sides.right)}) > 1:
        return None  # two years of ban, within 21 days
    if _plans(sides) or grew(sides, pair) or far_apart(pair, _times_apart(pair)) or _is_vague(pair):
        return None
    if is_some_of(pair) and not _are_named_alike(pair, sides, lexicon):
        return None
    if _adds_up(pair, sides, lexicon) or _adds_up(FigurePair(pair.right, pair.left, pair.fit), sides, lexicon):
        return None
    spans = pair.left.shown, pair.right.shown
    is_price = pair.left.unit.isascii() and sides.alignment.common >= _SAME_WORDS  # closed at 70, rose to 72
    if not (pair.left.role or is_price) and _of_other_deeds(pair, sides, lexicon):
        return None
    bounds = OF_NUMBERS if pair.left.unit.isascii() else OF_COUNTS
    bounds = OF_RANKS if pair.left.unit in ORDERS or pair.left.unit == SCORE else bounds
    if of_one_occasion(sides, ((spans[0],), (spans[1],)), lexicon, bounds) is not None:
        return None
    told = f"{tell_amount(pair.left.amount)} / {tell_amount(pair.right.amount)}"
    return Finding(Slot.NUMBER, f"{told}, of one occasion", *spans)


def _are_named_alike(pair: FigurePair, sides: Sides, lexicon: AgreementLexicon) -> bool:
    """Tell whether persons are told to be of the kind that the other side counts: أربعمئة نازح, ألف شخص من العائدين."""
    for one, other, side in ((pair.left, pair.right, sides.right), (pair.right, pair.left, sides.left)):
        behind = side.text[other.shown.end :].split()[:2]
        if len(behind) > 1 and fold_word(behind[0]) == "من":
            groups = groups_of(fold_word(behind[1]).strip(".،"), lexicon)
            if not groups.isdisjoint(groups_of(one.unit, lexicon)):
                return True
    return False


def _is_term(figure: Figure, side: Statement) -> bool:
    return fold_word(figure.shown.of(side.text).split()[0]) in _WITHIN


def _times_apart(pair: FigurePair) -> int:
    """Return how many times one may be the other: of counts told exactly fewer than of money, or of unnamed crowds."""
    is_exact = all(figure.amount.least == figure.amount.most for figure in (pair.left, pair.right))
    return _TIMES_APART if is_exact and not pair.left.unit.isascii() else _EVER_APART


def _of_other_deeds(pair: FigurePair, sides: Sides, lexicon: AgreementLexicon) -> bool:
    """Tell whether the deeds told nearest to the two numbers are two: six arrested, two released."""
    near = [_nearest(pair.left, sides.left, lexicon), _nearest(pair.right, sides.right, lexicon)]
    return all(near) and near[0].isdisjoint(near[1])


def _nearest(figure: Figure, side: Statement, lexicon: AgreementLexicon) -> frozenset[tuple[str, str]]:
    at = figure.shown.start
    gaps = {
        frame: max(frame.span.start - at, at - frame.span.end, 0)
        for frame in side.frames
        if frame.told and frame.matter in lexicon.frames.matters
    }
    least = min(gaps.values(), default=0)
    return frozenset((frame.matter, frame.outcome) for frame, gap in gaps.items() if gap <= least)


def _of_like_units(sides: Sides, lexicon: AgreementLexicon) -> Iterator[FigurePair]:
    """Yield numbers of things that are one in two words: 171 نائبا, 149 عضوا."""
    used = {id(figure) for pair in sides.figures for figure in (pair.left, pair.right)}
    for one in sides.left.figures:
        for other in sides.right.figures:
            if {id(one), id(other)} & used or one.role or other.role or one.unit == other.unit:
                continue
            if groups_of(one.unit, lexicon).isdisjoint(groups_of(other.unit, lexicon)):
                continue
            least = max(one.amount.least, other.amount.least)
            if all(each.amount.most is not None for each in (one, other)) and any(
                each.amount.most is not None and each.amount.most < least for each in (one, other)
            ):
                yield FigurePair(one, other, Fit.APART)


def _adds_up(pair: FigurePair, sides: Sides, lexicon: AgreementLexicon) -> bool:
    """Tell whether the other side parts the number: 67 fell ill, 50 went home and 17 stayed."""
    side = sides.right if any(figure is pair.left for figure in sides.left.figures) else sides.left
    told = {figure.amount.least for figure in side.figures} | set(
        numbers_told(side.text, side.assertion.content, lexicon)
    )
    return any(
        abs(pair.right.amount.least + other - pair.left.amount.least) < 1
        for other in told - {0.0, pair.right.amount.least}
    )


def _is_vague(pair: FigurePair) -> bool:
    """Tell whether the two are but rounded apart, or one is an order of magnitude; "no more than 300" is none."""
    at_most = [each.amount.most for each in (pair.left, pair.right) if each.amount.least == 0 and each.amount.most]
    if len(at_most) == 1:
        more = max(pair.left.amount.least, pair.right.amount.least)
        return more - at_most[0] <= _ROUNDED * at_most[0]
    least = sorted((pair.left.amount.least, pair.right.amount.least))
    if any(
        each.amount.most is None or each.amount.most > _WIDE_AS * max(each.amount.least, 1)
        for each in (pair.left, pair.right)
    ):
        return not _are_far(pair)  # tens against two hundred
    return least[1] - least[0] <= _ROUNDED * least[1]


def _are_far(pair: FigurePair) -> bool:
    """Tell whether even what lies between the two is twice the smaller: three against tens, a few against thousands."""
    lower, upper = sorted((pair.left.amount, pair.right.amount), key=lambda amount: amount.least)
    return lower.most is not None and upper.least >= _FAR * lower.most


# -- when ----------------------------------------------------------------------------------------


def _time(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    times = None if _plans(sides) else times_apart(sides, lexicon)
    if (
        times is None
        or _tell_two_deeds(sides, lexicon)
        or of_one_occasion(sides, ((times[0].span,), (times[1].span,)), lexicon, OF_TIMES) is not None
    ):
        return None
    told = f"{times[0].span.of(sides.left.text)} / {times[1].span.of(sides.right.text)}"
    return Finding(Slot.TIME, f"{told}, of one occasion", times[0].span, times[1].span)


def _tell_two_deeds(sides: Sides, lexicon: AgreementLexicon) -> bool:
    """Tell whether the one's deed is on the other side told by the way, of another: عثر على الطائرة التي تحطمت."""
    partners: dict[int, Word] = {}
    for pair in sides.alignment.pairs:
        partners[id(pair.left)], partners[id(pair.right)] = pair.right, pair.left
    for side, other in ((sides.left, sides.right), (sides.right, sides.left)):
        deed, first = _main_deed(side, lexicon), first_deed(other)
        there = partners.get(id(deed)) if deed is not None else None
        if there is None or first is None or first is there or id(first) in partners:
            continue
        is_other = first.reading.tense is Tense.PERFECT and not _is_carrying(first, lexicon)
        if is_other and (there.before in lexicon.words["told_with"] or _is_behind(there, other, lexicon)):
            return True
    return False


def _main_deed(side: Statement, lexicon: AgreementLexicon) -> Word | None:
    """Return the first deed, behind a verb that only carries one the noun that tells it: بدأ العمال إضرابا."""
    first = first_deed(side)
    if first is None or not _is_carrying(first, lexicon):
        return first
    behind = (word for word in side.wording.words if word.place > first.place)
    return next((word for word in behind if word.reading.is_act or word.reading.is_deed), first)


def _is_carrying(word: Word, lexicon: AgreementLexicon) -> bool:
    lists = lexicon.words
    return (
        word.folded in lists["light_verbs"]
        or word.folded in lists["idle"]
        or word.reading.lemma in lists["carrying_verbs"]
    )


def _is_behind(word: Word, side: Statement, lexicon: AgreementLexicon) -> bool:
    """Tell whether the word stands behind one that opens what is told by the way: غداة قرار خفض الفائدة."""
    before = side.text[side.span.start : word.span.start].split()
    return any(fold_word(each) in lexicon.words["told_with"] for each in before)
