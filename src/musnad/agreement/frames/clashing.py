"""Finds where two statements of one occasion tell two outcomes of one matter, however each words it."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from musnad.agreement.alignment import Alignment
from musnad.agreement.evidence import Finding
from musnad.agreement.figures import Fit
from musnad.agreement.frames.frame import Frame
from musnad.agreement.frames.occasion import OF_OUTCOMES, alike_words, of_one_occasion, worth
from musnad.agreement.frames.opposed import find_opposed
from musnad.agreement.frames.plans import find_plan_in_frames
from musnad.agreement.frames.realising import find_undone
from musnad.agreement.frames.slots import find_slot_in_frames
from musnad.agreement.frames.told_of import (
    arguments,
    doer_of,
    of_other_persons,
    share_of_parties,
    strangers,
    told_by_each_other,
)
from musnad.agreement.happening import apart_days, too_far_apart
from musnad.agreement.measures import ORDERS
from musnad.agreement.parts.parties import at_other_time, is_party, partners
from musnad.agreement.roles.doing import is_cleft
from musnad.agreement.roles.matter import of_other_things
from musnad.agreement.sequence import is_not_yet
from musnad.agreement.sides import Matter, Sides, word_at
from musnad.agreement.statements import Statement
from musnad.agreement.words import Mark, Word
from musnad.languages.agreement import AgreementLexicon
from musnad.languages.frames import FrameLexicon
from musnad.model import MentionKind, Slot
from musnad.text import fold_word

# Weights of what both tell, set on the pairs of tests/agreement that may be read.
_NEAR, _MATTER, _MATTER_OF_SHORT, _COVER = 1.0, 1.5, 0.6, 0.45
_PLACES = frozenset({MentionKind.PLACE, MentionKind.FACILITY})
_RIVALS = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.COUNTRY})
_TELLING = 0.3
_KEPT_FROM = frozenset({"من", "عن", "دون"})  # منعت القافلة من بلوغ المخيم
_UNSURE = frozenset({Mark.POSSIBLE, Mark.ASKED, Mark.UNDECIDED})


class Clash(NamedTuple):
    """A frame of either side that cannot both be so, and in which slot."""

    left: Frame
    right: Frame
    slot: Slot


def may_clash_in_frames(left: Statement, right: Statement, matter: Matter) -> bool:
    """Tell whether the two tell of one matter and share enough: cheap, and asked before anything else is worked out."""
    if not (left.is_part or right.is_part):
        return matter.weight >= _MATTER_OF_SHORT
    if matter.weight < _MATTER or not left.frames or not right.frames:
        return False
    matters = {frame.matter for frame in left.frames if frame.told}
    return any(frame.told and frame.matter in matters for frame in right.frames)


def find_in_frames(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return the first two outcomes of one matter that exclude each other, of one thing on one occasion."""
    if not may_clash_in_frames(sides.left, sides.right, sides.matter):
        return None
    if sides.evidence.copied or sides.evidence.one_story is False or sides.in_one_report:
        return None
    if sides.again and not any(pair.left.unit in ORDERS for pair in sides.figures):
        return None
    if too_far_apart(sides):
        return None
    found = (
        None if sides.again else _outcome(sides, lexicon) or find_plan_in_frames(sides) or find_undone(sides, lexicon)
    )
    if found is None and not sides.has_part:
        found = find_slot_in_frames(sides, lexicon) or (None if sides.again else find_opposed(sides, lexicon))
    return found


def _outcome(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    for clash in clashes_of(sides.left, sides.right, lexicon.frames):
        if object_to_clash(clash, sides, lexicon) is None:
            told = f"{clash.left.span.of(sides.left.text)} / {clash.right.span.of(sides.right.text)}"
            reason = f"{told}: two outcomes of one thing"
            return Finding(_slot_of(clash, sides, lexicon), reason, clash.left.span, clash.right.span)
    return None


def _slot_of(clash: Clash, sides: Sides, lexicon: AgreementLexicon) -> Slot:
    """Return what a denial is about: who did it, when or where, where it says so (لم تكن وفاته في السجن، إنما)."""
    if clash.left.outcome != clash.right.outcome:
        return Slot.ACTOR if _of_rivals(clash, sides, lexicon) else clash.slot
    if any(
        (word := word_at(side, frame.span)) is not None and is_not_yet(word, side)
        for frame, side in ((clash.left, sides.left), (clash.right, sides.right))
    ):
        return Slot.MODALITY
    frame, side = (clash.left, sides.left) if is_denied(clash.left, sides.left) else (clash.right, sides.right)
    if any(is_cleft(each, lexicon) for each in (sides.left, sides.right)):
        return Slot.ACTOR
    behind = {fold_word(word) for word in side.text[frame.span.end : side.span.end].split()}
    if not behind.isdisjoint(lexicon.words["not_before"]) and side.clock:
        return Slot.TIME
    if behind.isdisjoint(lexicon.words["instead"]):
        return clash.slot
    alone = sides.alignment.left_only if side is sides.left else sides.alignment.right_only
    if any(word.before in lexicon.words["place_prepositions"] and word.place > frame.place for word in alone):
        return Slot.PLACE
    return Slot.ACTOR if any(word.kind is MentionKind.PERSON for word in alone) else clash.slot


def _of_rivals(clash: Clash, sides: Sides, lexicon: AgreementLexicon) -> bool:
    """Tell whether who lost on one side lost to somebody of whom the other has no name."""
    if clash.left.matter not in lexicon.words["of_rivals"]:
        return False
    return any(word.kind in _RIVALS for word in (*sides.alignment.left_only, *sides.alignment.right_only))


def clashes_of(left: Statement, right: Statement, frames: FrameLexicon) -> Iterator[Clash]:
    """Yield the told frames of either side that exclude each other, whomever they are told of."""
    for one in left.frames:
        for other in right.frames:
            if one.matter == other.matter and one.told and other.told:
                slot = _clash(one, other, left, right, frames)
                if slot is not None:
                    yield Clash(one, other, slot)


def is_denied(frame: Frame, side: Statement) -> bool:
    """Tell whether the side denies the frame: by a word of its own, or, the first told, as a whole."""
    return frame.denied != (side.denies and frame is next(each for each in side.frames if each.told))


def _clash(one: Frame, other: Frame, left: Statement, right: Statement, frames: FrameLexicon) -> Slot | None:
    matter = frames.matters.get(one.matter)
    denied = is_denied(one, left), is_denied(other, right)
    is_same = one.outcome == other.outcome
    outcomes = frozenset((one.outcome, other.outcome))
    if all(denied) or (not is_same and any(denied)):
        return None
    if is_same and denied[0] == denied[1]:
        return None
    if one.meant or other.meant:
        return None
    if matter is None:
        return Slot.POLARITY  # a deed without an opposite, once denied
    if outcomes in matter.doers:
        return Slot.ACTOR
    return Slot.MODALITY if outcomes & matter.open else Slot.POLARITY


# -- of one thing --------------------------------------------------------------------------------


def object_to_clash(clash: Clash, sides: Sides, lexicon: AgreementLexicon) -> str | None:
    """Return why the two frames are no contradiction, None where nothing speaks against it."""
    left, right = sides.left, sides.right
    for frame, side in ((clash.left, left), (clash.right, right)):
        if _UNSURE & side.wording.marks and not (frame.denied or _is_open(frame, lexicon)):
            return "one side only holds it possible, or asks for it"
    matter = lexicon.frames.matters.get(clash.left.matter)
    if (matter is None or matter.changes) and apart_days(sides):
        return "it may have come about since"
    alike = list(alike_words(sides, lexicon))
    known = {**partners(sides.alignment), **{id(one): other for one, other in alike}}
    here, there = arguments(clash.left, left), arguments(clash.right, right)
    near = _shared(here, there, known)
    cover = _cover(here, there, sides.alignment, {id(word) for pair in alike for word in pair})
    if (near < _NEAR or max(cover) < _COVER) and not (
        _of_one_occasion(clash, sides, lexicon) and _of_shared_person(here, there, sides)
    ):
        return f"little is told of both, or other things {near:.2f} {cover[0]:.2f} {cover[1]:.2f}"
    if of_other_persons(here, there, known):
        return "each is told of another person"
    is_of_rivals = clash.left.matter in lexicon.words["of_rivals"] and clash.left.outcome != clash.right.outcome
    if is_of_rivals and told_by_each_other(doer_of(clash.left, left), doer_of(clash.right, right), known):
        return "who lost to whom both tell"
    is_denial = clash.left.outcome == clash.right.outcome  # not a single one of them is no number of them
    if any(pair.fit is Fit.APART for pair in sides.figures) and not (is_denial or _share_person(here, known)):
        return "of other numbers"
    named = strangers(here, sides.alignment.left_only), strangers(there, sides.alignment.right_only)
    for kinds in (frozenset({MentionKind.PERSON}), _PLACES):
        if all(any(word.kind in kinds for word in words) for words in named):
            return "each names another"
    if of_other_things(sides, ()):
        return "one noun is told of two things"
    if _denies_of_another(clash, sides, here, there):
        return "the denial may be of whom or where"
    if at_other_time(clash.left.span, clash.right.span, sides):
        return "of two times"
    if _tells_both(clash.left, clash.right, left, right):
        return "one side tells both"
    return None


def _of_shared_person(here: list[Word], there: list[Word], sides: Sides) -> bool:
    """Tell whether a person whom both sides name, if any, is of whom both frames are told."""
    told = {id(word) for word in (*here, *there)}
    shared = [
        pair
        for pair in sides.alignment.pairs
        if MentionKind.PERSON in {pair.left.kind, pair.right.kind} and not (pair.left.heard or pair.right.heard)
    ]
    return not shared or any(id(pair.left) in told and id(pair.right) in told for pair in shared)


def _is_open(frame: Frame, lexicon: AgreementLexicon) -> bool:
    matter = lexicon.frames.matters.get(frame.matter)
    return matter is not None and frame.outcome in matter.open


def _shared(here: list[Word], there: list[Word], known: Mapping[int, Word]) -> float:
    beside = {id(word) for word in there}
    total = 0.0
    for word in here:
        partner = known.get(id(word))
        if partner is not None and id(partner) in beside and is_party(word) and is_party(partner):
            total += min(worth(word), worth(partner))
    return total


def _share_person(here: list[Word], known: Mapping[int, Word]) -> bool:
    return any(word.kind is MentionKind.PERSON and id(word) in known for word in here)


def _denies_of_another(clash: Clash, sides: Sides, here: list[Word], there: list[Word]) -> bool:
    """Tell whether what is denied names something of which the other side has no word: لم يغادر الفندق."""
    if clash.left.outcome != clash.right.outcome:
        return False
    words, alone = (
        (here, sides.alignment.left_only) if is_denied(clash.left, sides.left) else (there, sides.alignment.right_only)
    )
    lone = {id(word) for word in alone}
    return any(
        id(word) in lone and is_party(word) and word.weight >= _TELLING and word.folded.startswith("ال")
        for word in words
    )


def _cover(here: list[Word], there: list[Word], alignment: Alignment, alike: Collection[int]) -> tuple[float, float]:
    """Return of the arguments of either side what share has a partner anywhere on the other."""
    return share_of_parties(here, alignment, alike), share_of_parties(there, alignment, alike)


def _of_one_occasion(clash: Clash, sides: Sides, lexicon: AgreementLexicon) -> bool:
    """Tell whether all that two short statements tell is of one occasion, wherever in them its parties stand."""
    spans = ((clash.left.span,), (clash.right.span,))
    for frame, side in ((clash.right, sides.left), (clash.left, sides.right)):
        prevented = {word.place for word in side.wording.words if word.before in _KEPT_FROM}
        if any(
            (each.matter, each.outcome) == (frame.matter, frame.outcome)
            and not each.denied
            and each.place not in prevented
            for each in side.frames
        ):
            return False  # فتح بعد إغلاق دام أياما: one followed the other
    return not sides.has_part and of_one_occasion(sides, spans, lexicon, OF_OUTCOMES) is None


def _tells_both(one: Frame, other: Frame, left: Statement, right: Statement) -> bool:
    """Tell whether a side tells what the other does too: then it is of two things, or of two times."""
    for own, against, side, there in ((one, other, left, right), (other, one, right, left)):
        for each in side.frames:
            if each is own or not each.told or each.matter != against.matter:
                continue
            if each.outcome == against.outcome and is_denied(each, side) == is_denied(against, there):
                return True
    return False
