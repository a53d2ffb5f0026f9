"""Tells whether two statements are about one happening, one time, one scene, before they are held to clash."""

from collections.abc import Sequence
from datetime import timedelta

from musnad.agreement.circumstances import lone_places, same_day, tells_of_days, times_meet
from musnad.agreement.evidence import Finding
from musnad.agreement.figures import Fit
from musnad.agreement.sides import Sides, other_pairs
from musnad.agreement.statements import Statement
from musnad.agreement.words import Mark, Word
from musnad.languages.agreement import AgreementLexicon
from musnad.model import Grain, MentionKind, Slot, Span

_FEWEST_APART = 3
# Accounts that contradict each other are printed within this time; later ones tell what has changed.
_ACCOUNTS = timedelta(days=3)
_TWO_DAYS, _FIVE_DAYS = timedelta(days=2), timedelta(days=5)
_DAY_OR_LESS = frozenset({Grain.DAY, Grain.HOUR, Grain.MINUTE})
_NAMED = frozenset({MentionKind.PERSON, MentionKind.FACILITY, MentionKind.PLACE, MentionKind.ORGANISATION})
_TOUCH = 20  # characters between two parts of one sentence
_SAME_TALK = 0.6
_SAME_WORDS = 0.7
_WHOLE = 0.8
_TELLING = 3
# What shows one happening where nothing else does: so many shared words of news, of this weight, and no others to speak
# of. Set on the half of the pairs of tests/agreement that was looked at.
_WEIGHTY, _ENOUGH_TOLD, _ENOUGH_WEIGHT, _NO_MORE = 0.3, 3, 1.5, 0.06


def in_one_passage(left: Statement, right: Statement) -> bool:
    """Tell whether the two overlap or touch: parts of one sentence, or a quotation within another."""
    first, second = sorted((left, right), key=lambda side: side.span)
    return second.span.start - first.assertion.content[-1].end < _TOUCH


def tells_other_ordinal(sides: Sides, lexicon: AgreementLexicon) -> bool:
    """Tell whether each side has an ordinal that the other lacks: الدفعة الثانية, الدفعة الثالثة."""
    listed = lexicon.words["ordinals"]
    return all(
        any(word.folded in listed for word in words)
        for words in (sides.alignment.left_only, sides.alignment.right_only)
    )


def too_far_apart(sides: Sides) -> bool:
    """Tell whether the reports lie further apart than accounts of one happening, and no day shows that it is one."""
    one, other = sides.left.published, sides.right.published
    if one is None or other is None or same_day(sides.left, sides.right):
        return False
    return abs(one.replace(tzinfo=None) - other.replace(tzinfo=None)) > _ACCOUNTS


def tells_earlier_one(sides: Sides) -> bool:
    """Tell whether one side alone tells when, days before the other was published: last week's sanctions."""
    for told, silent in ((sides.left, sides.right), (sides.right, sides.left)):
        if told.times and not silent.times and silent.published is not None:
            last = max(told.times, key=lambda time: time.latest)
            gap = silent.published.date() - last.latest
            if (last.grain is Grain.WEEK and gap > _TWO_DAYS) or (last.grain in _DAY_OR_LESS and gap > _FIVE_DAYS):
                return True
    return False


def may_change(polarity: Finding, lexicon: AgreementLexicon) -> bool:
    """Tell whether one may follow the other: arrested, then released."""
    names = {sense.rstrip("+-") for sense in polarity.senses}
    return bool(names) and names <= lexicon.words["changing"]


def changed_since(sides: Sides, polarity: Finding, lexicon: AgreementLexicon) -> bool:
    """Tell whether the opposite may have come about between two reports: arrested on Monday, released on Tuesday."""
    return may_change(polarity, lexicon) and apart_days(sides)


def planned_anew(sides: Sides, polarity: Finding) -> bool:
    """Tell whether two reports of two days tell of what is still to come: plans change."""
    if not apart_days(sides):
        return False
    words = [
        word
        for side, span in ((sides.left, polarity.left), (sides.right, polarity.right))
        for word in side.wording.words
        if word.span == span
    ]
    ahead = [
        Mark.FUTURE in side.wording.marks or Mark.POSSIBLE in side.wording.marks for side in (sides.left, sides.right)
    ]
    return any(ahead) or any(word.meant or (word.scoped and not word.disputed) for word in words)


def apart_days(sides: Sides) -> bool:
    """Tell whether the reports were published on two days."""
    one, other = sides.left.published, sides.right.published
    return bool(one and other and one.date() != other.date())


def in_one_scene(sides: Sides) -> bool:
    """Tell whether no other place is named; where one side alone names one, the rest must be much the same."""
    if sides.place is not None:
        return False
    one = lone_places(sides.left, sides.right, sides.alignment.left_only)
    other = lone_places(sides.right, sides.left, sides.alignment.right_only)
    words = min(len(side.wording.words) for side in (sides.left, sides.right))
    if (sides.alignment.common >= _SAME_WORDS and words >= _FEWEST_APART) or sides.evidence.one_story:
        return True
    # Tolls of two attacks are told in the same words: a place, a day or a name must join them.
    joined = any(pair.left.entity or pair.left.kind in _NAMED for pair in sides.alignment.pairs)
    return not (one or other) and (joined or bool(times_meet(sides.left, sides.right)))


def tells_time(sides: Sides) -> bool:
    """Tell whether the times are days, or all else is the same."""
    return tells_of_days(sides.left, sides.right) or sides.alignment.common >= _WHOLE


def done_once(sides: Sides, lexicon: AgreementLexicon) -> bool:
    """Tell whether both tell of a deed that one thing undergoes once, or share what only one happening has."""
    for pair in sides.alignment.pairs:
        if pair.opposed:
            continue
        senses = pair.left.reading.senses & pair.right.reading.senses & lexicon.words["once"]
        of_person = pair.left.reading.senses & pair.right.reading.senses & lexicon.words["once_to_person"]
        if of_person and sides.alignment.common >= _SAME_WORDS and _shares_person(sides):
            return True
        if senses or {pair.left.folded, pair.right.folded} <= lexicon.words["once_words"]:
            return True
    return False


def _shares_person(sides: Sides) -> bool:
    return any(pair.left.kind is MentionKind.PERSON for pair in sides.alignment.pairs)


def same_but_for(sides: Sides, lexicon: AgreementLexicon) -> bool:
    """Tell whether the rest shows one happening: a telling number, the day, a person, or a deed done once."""
    if sides.alignment.common < _SAME_TALK:
        return False
    if any(pair.fit is Fit.SAME and pair.left.amount.least >= _TELLING for pair in sides.figures):
        return True
    return _shares_person(sides) or same_day(sides.left, sides.right) or done_once(sides, lexicon)


def all_else_same(sides: Sides, finding: Finding) -> bool:
    """Tell whether the two say the same but for the finding's own words, and tell enough to be of one happening."""
    told = [pair for pair in other_pairs(sides, finding) if pair.left.weight >= _WEIGHTY or pair.left.kind]
    if len(told) < _ENOUGH_TOLD or sum(pair.left.weight for pair in told) < _ENOUGH_WEIGHT:
        return False
    return all(
        left_over(side, span, alone) <= _NO_MORE
        for side, span, alone in (
            (sides.left, finding.left, sides.alignment.left_only),
            (sides.right, finding.right, sides.alignment.right_only),
        )
    )


def is_told_of_one(sides: Sides, finding: Finding, lexicon: AgreementLexicon) -> bool:
    """Tell whether all else is the same, and a number or the wording shows that it was but one: هو من أمر بالهجوم."""
    if not all_else_same(sides, finding):
        return False
    if any(pair.fit is Fit.SAME and pair.left.amount.least > 1 for pair in sides.figures):
        return True
    if finding.slot is Slot.ACTOR and _is_done_by_one(sides, lexicon):
        return True
    return all(
        any(f" {phrase} " in f" {side.text} " for phrase in lexicon.words["but_one"])
        for side in (sides.left, sides.right)
    )


def _is_done_by_one(sides: Sides, lexicon: AgreementLexicon) -> bool:
    """Tell whether both tell of a deed that is done by one, and name what it was done to."""
    is_one = any(
        pair.left.reading.senses & pair.right.reading.senses & lexicon.words["done_by_one"]
        for pair in sides.alignment.pairs
        if not pair.opposed
    )
    return is_one and any(pair.left.kind in _NAMED for pair in sides.alignment.pairs)


def left_over(side: Statement, span: Span, alone: Sequence[Word]) -> float:
    """Return the share of the words without a partner, less the name that differs and words of intent."""
    whole = sum(word.weight for word in side.wording.words)
    named = next((word.name for word in side.wording.words if word.span.overlaps(span) and word.name), span)
    lone = sum(
        word.weight
        for word in alone
        if not word.span.overlaps(span) and not word.span.overlaps(named) and not word.intends
    )
    return lone / whole if whole else 0.0
