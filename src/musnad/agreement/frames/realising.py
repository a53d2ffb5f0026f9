"""Finds a deed that one side tells as done and the other as not come about: put off, called off, still under talks."""

from collections.abc import Collection, Mapping, Sequence

from musnad.agreement.evidence import Finding
from musnad.agreement.figures import Fit
from musnad.agreement.frames.frame import Frame
from musnad.agreement.frames.occasion import alike_words, worth
from musnad.agreement.happening import apart_days
from musnad.agreement.parts.parties import is_party, meet, value_of
from musnad.agreement.roles.matter import of_other_things
from musnad.agreement.sides import Sides
from musnad.agreement.statements import Statement
from musnad.agreement.telling import first_deed
from musnad.agreement.words import Mark, Word
from musnad.languages.agreement import AgreementLexicon, Tense
from musnad.model import MentionKind, Slot

# Weight of what both tell, and weighed shares of the sides, set on the pairs of tests/agreement that may be read.
_WEIGHT, _LESS, _MORE = 2.2, 0.5, 0.65
_SIGNS = 2  # of one deed, one time and what is put off, where the shares are not large
_TARGET = 3  # nouns behind the frame among which what is put off is named
_TELLING = 0.3
_FIRST = 2  # tokens before the deed that a side tells first
_PERSONS = frozenset({MentionKind.PERSON})
_PLACES = frozenset({MentionKind.PLACE, MentionKind.FACILITY})
_NATIONS = frozenset({MentionKind.COUNTRY, MentionKind.NATIONALITY})
_TO_COME = frozenset({"put_off", "under_talks"})
_PUT_TO = (["إلى"], ["الى"], ["حتى"])
_UNSURE = frozenset({Mark.POSSIBLE, Mark.ASKED, Mark.UNDECIDED})


def find_undone(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return the deed and what is told of it instead, of one thing, in short statements of one day."""
    if sides.has_part or apart_days(sides):
        return None
    undone = [_undone(side, lexicon) for side in (sides.left, sides.right)]
    if bool(undone[0]) == bool(undone[1]) or any(pair.fit is Fit.APART for pair in sides.figures):
        return None
    off, held = (sides.left, sides.right) if undone[0] else (sides.right, sides.left)
    frame = _told(undone[0] or undone[1], off)
    deed = _first_told(held)
    if frame is None or deed is None or not _is_done(deed, held, lexicon):
        return None
    if _say_the_same(frame, deed, off, sides):
        return None  # ألغت الوزارة الحظر، رفع الحظر
    own = {(each.matter, each.outcome) for each in off.frames if each.told and each.place == frame.place}
    if any(matter in lexicon.words["of_validity"] for matter, _ in own):
        return None  # ألغت المحكمة القانون: what has been made is made void, nothing is called off
    if any((each.matter, each.outcome) in own for each in held.frames if each.told and not each.denied):
        return None  # both tell one outcome of the matter
    if not _of_one_thing(frame, deed, sides, off, lexicon):
        return None
    words = f"{frame.span.of(off.text)} / {deed.span.of(held.text)}"
    spans = (frame.span, deed.span) if off is sides.left else (deed.span, frame.span)
    is_planned = frame.outcome in _TO_COME or any(
        word.intends and not word.reading.is_act for word in off.wording.words
    )
    slot = Slot.MODALITY if is_planned else Slot.POLARITY
    return Finding(slot, f"{words}: not come about, and done", *spans)


def _first_told(side: Statement) -> Word | None:
    """Return what the side tells first, behind a verb of saying: قالت الوزارة إنه رفع."""
    deed = first_deed(side)
    if deed is None or "announce" not in deed.reading.senses:
        return deed
    return next((word for word in side.wording.words if word.place > deed.place and word.tells_deed), None)


def _say_the_same(frame: Frame, deed: Word, off: Statement, sides: Sides) -> bool:
    """Tell whether the verb that calls it off is a word for the other side's deed."""
    verb = next((word for word in off.wording.words if word.place == frame.place), None)
    if verb is None:
        return False
    partnered = {id(pair.left): pair.right for pair in sides.alignment.pairs}
    partnered |= {id(pair.right): pair.left for pair in sides.alignment.pairs}
    return partnered.get(id(verb)) is deed or bool(verb.reading.senses & deed.reading.senses)


def _undone(side: Statement, lexicon: AgreementLexicon) -> Sequence[Frame]:
    return [frame for frame in side.frames if (frame.matter, frame.outcome) in lexicon.frames.undone]


def _told(frames: Sequence[Frame], side: Statement) -> Frame | None:
    """Return the frame that is what the side says first, if a noun behind a verb that carries it: تقرر إرجاء."""
    # What still goes on is told by a negation: لا تزال تتفاوض.
    is_still = Mark.STILL in side.wording.marks
    frame = next((each for each in frames if each.told and (is_still or not each.denied) and not each.meant), None)
    if frame is None:
        return None
    before = [
        word
        for word in side.wording.words
        if word.place < frame.place and word.reading.tense is Tense.PERFECT and not word.heard and word.kind is None
    ]
    is_noun = any(word.place == frame.place and word.reading.tense is Tense.NONE for word in side.wording.words)
    return frame if len(before) <= is_noun else None


def _is_done(deed: Word, side: Statement, lexicon: AgreementLexicon) -> bool:
    """Tell whether the side tells its first deed as done."""
    if deed.negated or deed.meant or deed.supposed or deed.intends or side.denies:
        return False
    if deed.folded in lexicon.words["failures"] or deed.reading.senses & lexicon.words["calling_off"]:
        return False
    return deed.reading.tense is Tense.PERFECT or deed.reading.may_be_past


def _of_one_thing(frame: Frame, deed: Word, sides: Sides, off: Statement, lexicon: AgreementLexicon) -> bool:
    if any(_UNSURE & side.wording.marks for side in (sides.left, sides.right)):
        return False
    ends = (frame.span.start, frame.span.end)
    gone = {
        id(word) for word in off.wording.words if word.intends or word.span.start == ends[0] or word.span.end == ends[1]
    }
    pairs = [(pair.left, pair.right) for pair in sides.alignment.pairs if not pair.opposed]
    pairs += alike_words(sides, lexicon)
    met = {
        id(word): other
        for one, another in pairs
        for word, other in ((one, another), (another, one))
        if not (one.meant and another.meant) and not {id(one), id(another)} & gone
    }
    if of_other_things(sides, gone) or _name_others(sides, met):
        return False
    parties = [(one, other) for one, other in pairs if not {id(one), id(other)} & gone and is_party(one)]
    told = sum(min(worth(one), worth(other)) for one, other in parties)
    shared = {id(word) for pair in parties for word in pair}
    shares = [_share(side, shared, gone) for side in (sides.left, sides.right)]
    if told < _WEIGHT or min(shares) < _LESS:
        return False
    held = sides.right if off is sides.left else sides.left
    meets = _times_meet(off, held)
    if meets is False:
        return False
    target, is_act = _target(frame, off, met)
    # What the other side tells as done too is not what it tells to be put off: التي أبحرت إليها.
    is_named = id(deed) in met and met[id(deed)].reading.tense is not Tense.PERFECT
    if max(shares) < _MORE and is_named + is_act + bool(meets) < _SIGNS:
        return False
    return is_named or _tells_outcome(held, lexicon) or is_act or (target and bool(meets))


def _name_others(sides: Sides, met: Mapping[int, Word]) -> bool:
    """Tell whether each side names a person, a place or a nation of which the other has no word."""
    for kinds in (_PERSONS, _PLACES, _NATIONS):
        lone = [
            any(word.kind in kinds and id(word) not in met and not word.heard for word in side.wording.words)
            for side in (sides.left, sides.right)
        ]
        if all(lone):
            return True
    return False


def _share(side: Statement, shared: Collection[int], gone: Collection[int]) -> float:
    words = [word for word in side.wording.words if is_party(word) and id(word) not in gone]
    whole = sum(map(value_of, words))
    return sum(value_of(word) for word in words if id(word) in shared) / whole if whole else 0.0


def of_another_than_put_off(sides: Sides, finding: Finding, lexicon: AgreementLexicon) -> str | None:
    """Object where what was put off is told to have been done at the time to which it was: أرجأه إلى السبت."""
    if finding.slot not in {Slot.POLARITY, Slot.MODALITY}:
        return None
    for off, held in ((sides.left, sides.right), (sides.right, sides.left)):
        if _undone(off, lexicon) and not _undone(held, lexicon) and _is_done_then(off, held):
            return "done when it was to be, once put off"
    return None


def _is_done_then(off: Statement, held: Statement) -> bool:
    put_to = [time for time in off.times if off.text[: time.span.start].split()[-1:] in _PUT_TO]
    return _times_meet(off, held) is False and any(meet(one, other) for one in put_to for other in held.times)


def _times_meet(off: Statement, held: Statement) -> bool | None:
    """Tell whether the deed is told of the time for which it was planned, not of that to which it was put off."""
    planned = [time for time in off.times if off.text[: time.span.start].split()[-1:] not in _PUT_TO]
    if not off.times or not held.times:
        return None
    return any(meet(one, other) for one in planned for other in held.times)


def _tells_outcome(side: Statement, lexicon: AgreementLexicon) -> bool:
    """Tell whether the side tells as done what became of a matter: قضت المحكمة بسجنه."""
    matters = lexicon.frames.matters
    return any(
        frame.told and frame.done and not (frame.meant or frame.denied) and frame.place <= _FIRST
        for frame in side.frames
        if frame.matter in matters and frame.outcome not in matters[frame.matter].open
    )


def _target(frame: Frame, off: Statement, met: Mapping[int, Word]) -> tuple[bool, bool]:
    """Return whether the other side has a word for what is put off, and whether that is a noun of doing: زيارة."""
    behind = [
        word
        for word in off.wording.words
        if word.place > frame.place and word.kind is None and not word.heard and word.reading.tense is Tense.NONE
    ]
    act = next((word for word in behind if word.reading.is_act or word.reading.is_masdar), None)
    # أبحرت للمشاركة في المناورات: what one does it for may be put off all the same.
    is_act = act is not None and id(act) in met and not met[id(act)].meant
    if act is not None:
        return is_act, is_act  # of the vote that was put off the other side has no word: it tells of the debate
    return any(id(word) in met for word in behind[:_TARGET] if word.weight >= _TELLING), False
