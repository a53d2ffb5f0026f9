"""Finds one deed of the same parties that two sentences tell of two times or places, or one as but planned."""

from musnad.agreement.circumstances import same_day
from musnad.agreement.evidence import Finding
from musnad.agreement.figures import Fit
from musnad.agreement.parts.deeds import Deed, deeds_in_common, is_denied, not_asserted, parties_of
from musnad.agreement.parts.parties import around, is_party, meet, of_one_argument, time_near
from musnad.agreement.sides import Sides
from musnad.agreement.statements import Statement, is_earlier
from musnad.agreement.words import Mark, Word
from musnad.languages.agreement import AgreementLexicon
from musnad.model import Grain, MentionKind, Slot

# Set on the pairs of tests/agreement that may be read.
_ENOUGH, _FEWEST = 1.5, 2
_DAYS = frozenset({Grain.DAY, Grain.HOUR, Grain.MINUTE})
_TWO_DAYS, _TELLING_NUMBER = 2, 3
_NEAR = 60  # characters between a deed and its time


def find_slot(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return the time, place, or mode in which one deed differs, where all else shows that it is one."""
    if any(pair.fit is Fit.APART for pair in sides.figures):
        return None  # will send three, sent twenty
    is_one = _is_one_happening(sides)
    for deed in deeds_in_common(sides):
        if deed.is_opposed or not (deed.left.reading.is_act and deed.right.reading.is_act):
            continue
        parties = parties_of(deed, sides)
        if sum(parties) < _ENOUGH or len(parties) < _FEWEST:
            continue
        found = (_other_time(deed, sides) or _other_place(deed, sides)) if is_one else None
        found = found or _only_meant(deed, sides, lexicon)
        if found is not None:
            return found
    return None


def _is_one_happening(sides: Sides) -> bool:
    """Tell whether a number, a person or the day shows one happening: many raids are told alike."""
    if any(pair.fit is Fit.SAME and pair.left.amount.least >= _TELLING_NUMBER for pair in sides.figures):
        return True
    known = [pair for pair in sides.alignment.pairs if is_party(pair.left) and is_party(pair.right)]
    return any(pair.left.kind is MentionKind.PERSON for pair in known) or same_day(sides.left, sides.right)


def _affirmed(word: Word, side: Statement) -> bool:
    """Tell whether the deed is told, "not until Wednesday" too."""
    return not is_denied(word, side) or Mark.ONLY in side.wording.marks


def _other_time(deed: Deed, sides: Sides) -> Finding | None:
    one, other = time_near(deed.left.span, sides.left), time_near(deed.right.span, sides.right)
    if one is None or other is None or not {one.grain, other.grain} <= _DAYS or meet(one, other):
        return None
    if not (_affirmed(deed.left, sides.left) and _affirmed(deed.right, sides.right)):
        return None
    if deed.left.meant != deed.right.meant or abs((one.earliest - other.earliest).days) < _TWO_DAYS:
        return None
    for time, word in ((one, deed.left), (other, deed.right)):
        if max(time.span.start - word.span.end, word.span.start - time.span.end) > _NEAR:
            return None
    told = f"{one.span.of(sides.left.text)} / {other.span.of(sides.right.text)}"
    return Finding(Slot.TIME, f"{told}, of the same parties", one.span, other.span)


def _other_place(deed: Deed, sides: Sides) -> Finding | None:
    place = sides.place
    if place is None or is_denied(deed.left, sides.left) or is_denied(deed.right, sides.right):
        return None
    if deed.left.meant or deed.right.meant:
        return None
    for word, side, span in ((deed.left, sides.left, place.left), (deed.right, sides.right, place.right)):
        if not any(each.span.overlaps(span) for each in around(side, word)):
            return None
    return Finding(Slot.PLACE, f"{place.reason}, of the same parties", place.left, place.right)


def _only_meant(deed: Deed, sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    if deed.left.meant == deed.right.meant or deed.left.supposed or deed.right.supposed:
        return None
    meant, done = (sides.left, sides.right) if deed.left.meant else (sides.right, sides.left)
    word = deed.right if deed.left.meant else deed.left
    if is_earlier(meant, done) or is_denied(deed.left, sides.left) or is_denied(deed.right, sides.right):
        return None
    if not_asserted(word, done, lexicon) is not None or not of_one_argument(deed.left, deed.right, sides):
        return None
    told = f"{deed.left.span.of(sides.left.text)} / {deed.right.span.of(sides.right.text)}"
    return Finding(
        Slot.MODALITY, f"{told}: one side tells it as done, of the same parties", deed.left.span, deed.right.span
    )
