"""Finds a deed that one side tells as done and the other only plans, threatens or holds possible, in other words."""

from collections.abc import Iterator, Sequence

from musnad.agreement.evidence import Finding
from musnad.agreement.figures import Fit
from musnad.agreement.frames.frame import Frame
from musnad.agreement.frames.occasion import worth
from musnad.agreement.frames.told_of import arguments, of_other_persons, share_of_parties, strangers
from musnad.agreement.happening import apart_days
from musnad.agreement.modality import is_demanded
from musnad.agreement.parts.parties import is_party, partners
from musnad.agreement.roles.matter import of_other_things
from musnad.agreement.sides import Sides
from musnad.agreement.statements import Statement
from musnad.agreement.words import Mark, Word
from musnad.languages.agreement import Tense
from musnad.model import Slot

# Weights of what both tell, set on the pairs of tests/agreement that may be read.
_COMMON, _COVER = 1.2, 0.5
_IN_STEPS = frozenset({"deal", "approval"})  # what is agreed is signed later, what one house passes goes to the next


def find_plan_in_frames(sides: Sides) -> Finding | None:
    """Return the deed and the plan, of one thing, in short statements of one day."""
    if sides.has_part or apart_days(sides) or of_other_things(sides, ()):
        return None
    if any({Mark.UNDECIDED, Mark.ASKED} & side.wording.marks for side in (sides.left, sides.right)):
        return None
    if any(pair.fit is Fit.APART for pair in sides.figures):
        return None
    for one, other in _planned(sides.left, sides.right):
        if _of_one_thing(one, other, sides):
            told = f"{one.span.of(sides.left.text)} / {other.span.of(sides.right.text)}"
            return Finding(Slot.MODALITY, f"{told}: done, and only meant", one.span, other.span)
    return None


def _planned(left: Statement, right: Statement) -> Iterator[tuple[Frame, Frame]]:
    """Yield the frames of one outcome of which one side tells as done what the other means to do."""
    for one in left.frames:
        for other in right.frames:
            if (one.matter, one.outcome) != (other.matter, other.outcome) or one.denied or other.denied:
                continue
            if one.meant == other.meant:
                continue
            done, side = (other, right) if one.meant else (one, left)
            meant = (one.place, left) if one.meant else (other.place, right)
            if is_demanded(*meant) or _is_supposed(*meant):
                continue
            if one.matter in _IN_STEPS and not _is_one_step(one, other, left, right):
                continue
            if done.told and done.done and not _is_but_named(done, side) and Mark.POSSIBLE not in side.wording.marks:
                yield one, other


def _is_but_named(frame: Frame, side: Statement) -> bool:
    """Tell whether a noun of doing opens the side, as headlines name what is planned too: رفع سن التقاعد."""
    word = _word_at(frame, side)
    return (
        word is not None and word is side.wording.words[0] and word.reading.tense is Tense.NONE and word.reading.is_act
    )


def _is_one_step(one: Frame, other: Frame, left: Statement, right: Statement) -> bool:
    """Tell whether both sides tell the step by one verb or its noun: who agreed on Monday may sign on Friday."""
    here, there = _word_at(one, left), _word_at(other, right)
    if here is None or there is None:
        return False
    return here.reading.lemma == there.reading.lemma or bool(here.reading.senses & there.reading.senses)


def _word_at(frame: Frame, side: Statement) -> Word | None:
    return next((word for word in side.wording.words if word.place == frame.place), None)


def _is_supposed(place: int, side: Statement) -> bool:
    """Tell whether the word there, or one before it, stands under an "if"."""
    return any(word.supposed for word in side.wording.words if word.place <= place)


def _of_one_thing(one: Frame, other: Frame, sides: Sides) -> bool:
    here, there = _told_of(one, sides.left), _told_of(other, sides.right)
    known = partners(sides.alignment)
    beside = {id(word) for word in there}
    common = sum(
        min(worth(word), worth(known[id(word)]))
        for word in here
        if id(word) in known and id(known[id(word)]) in beside and is_party(word) and is_party(known[id(word)])
    )
    if common < _COMMON or of_other_persons(here, there, known) or _name_others(here, there, sides):
        return False
    return max(share_of_parties(words, sides.alignment) for words in (here, there)) >= _COVER


def _name_others(here: Sequence[Word], there: Sequence[Word], sides: Sides) -> bool:
    """Tell whether each names somebody or something that the other does not: زار مأرب، يزور صعدة."""
    lone = strangers(here, sides.alignment.left_only), strangers(there, sides.alignment.right_only)
    return all(lone)


def _told_of(frame: Frame, side: Statement) -> Sequence[Word]:
    """Return those of whom it is told; who means to do it stands before the verb of meaning."""
    own = set(frame.passed)
    if not frame.meant:
        return arguments(frame, side)
    return [word for word in side.wording.words if word.place not in own and not word.heard]
