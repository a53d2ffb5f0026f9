"""Finds where two long statements tell one deed of the same parties, and what one says cannot be with the other."""

from musnad.agreement.evidence import ACTORS, Finding
from musnad.agreement.figures import Fit
from musnad.agreement.happening import (
    changed_since,
    in_one_passage,
    may_change,
    planned_anew,
    tells_other_ordinal,
    too_far_apart,
)
from musnad.agreement.parts.counts import find_count
from musnad.agreement.parts.deeds import (
    Deed,
    deeds_in_common,
    in_relative_clause,
    is_denied,
    is_same,
    not_asserted,
    parties_of,
    tells_both,
)
from musnad.agreement.parts.parties import (
    around,
    at_other_time,
    beside,
    is_party,
    lone_words,
    of_one_argument,
    strangers,
)
from musnad.agreement.parts.slots import find_slot
from musnad.agreement.sides import Matter, Sides
from musnad.agreement.words import Mark, Word
from musnad.languages.agreement import AgreementLexicon, Tense
from musnad.model import Slot

# Set on the pairs of tests/agreement that may be read, and on what was shown in 1,700 real articles.
_FEWEST, _MATTER, _ONE_MATTER = 2, 1.3, 1.8
_ENOUGH, _ENOUGH_OF_ONE = 1.3, 0.5
_LONE, _ARGUMENT = 0.5, 3
_CLAUSE = 10  # tokens of what is denied, behind its deed
_LONG, _SHORTEST = 12, 6  # words of content of the longer and of the shorter: short ones are compared by all they say

_INSTEAD = frozenset({"بل", "وإنما", "إنما", "انما", "وانما"})
_IN = frozenset({"في", "داخل", "قرب"})


def find_clash(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return the first clash of two deeds of the same parties, or of two numbers told of them."""
    if not may_clash(sides.matter) or sides.again or sides.evidence.copied or sides.evidence.one_story is False:
        return None
    sizes = [len(side.wording.words) for side in (sides.left, sides.right)]
    if min(sizes) < _SHORTEST or (max(sizes) < _LONG and not sides.has_part):
        return None
    if too_far_apart(sides) or tells_other_ordinal(sides, lexicon):
        return None
    # What long reports say in passing is of other happenings, however much they have in common.
    is_one = not sides.has_part and sides.matter.weight >= _ONE_MATTER
    if not sides.in_one_report:
        # What a denial is about is told by the number, the time or the place that differs.
        found = find_count(sides, lexicon, is_one=is_one) or (find_slot(sides, lexicon) if is_one else None)
        if found is not None:
            return found
    for deed in deeds_in_common(sides):
        if clashes(deed, sides) and object_to_deed(deed, sides, lexicon, is_one=is_one) is None:
            return _finding(deed, sides)
    return None


def may_clash(matter: Matter) -> bool:
    """Tell whether the two statements share enough parties to tell of one matter."""
    return matter.shared >= _FEWEST and matter.weight >= _MATTER


def _finding(deed: Deed, sides: Sides) -> Finding:
    words = f"{deed.left.span.of(sides.left.text)} / {deed.right.span.of(sides.right.text)}"
    told = "are opposed" if deed.is_opposed else "stand once affirmed and once denied"
    reason = f"{words} {told}, of the same parties"
    return Finding(slot_of(deed, sides), reason, deed.left.span, deed.right.span, _senses(deed))


def slot_of(deed: Deed, sides: Sides) -> Slot:
    """Return what the denial is about: that it is still to come, or, where it names another, when, where and who."""
    for word, side in ((deed.left, sides.left), (deed.right, sides.right)):
        if not is_denied(word, side):
            continue
        rest = [each for each in side.wording.words if each.place > word.place and not each.heard]
        if any(each.meant and not each.negated and is_same(each, word) for each in rest):
            return Slot.MODALITY  # لم يوقع الاتفاق بعد، وسيوقعه غدا
        if Mark.ONLY in side.wording.marks and any(pair.fit is Fit.APART for pair in sides.figures):
            return Slot.NUMBER
        if Mark.ONLY in side.wording.marks and sides.time is not None:
            return Slot.TIME
        stretch = side.text[word.span.end : side.span.end].split()
        if _INSTEAD.isdisjoint(stretch):
            continue
        lone = lone_words(sides.alignment)
        if sides.place is not None or any(each.before in _IN and id(each) in lone for each in rest):
            return Slot.PLACE
        if any(each.kind in ACTORS and id(each) in lone for each in rest):
            return Slot.ACTOR
    return Slot.POLARITY


def _senses(deed: Deed) -> frozenset[str]:
    return deed.left.reading.opposed & deed.right.reading.senses if deed.is_opposed else frozenset()


def clashes(deed: Deed, sides: Sides) -> bool:
    """Tell whether one side denies what the other affirms, or tells its opposite."""
    denied = is_denied(deed.left, sides.left) != is_denied(deed.right, sides.right)
    return denied != deed.is_opposed


def object_to_deed(deed: Deed, sides: Sides, lexicon: AgreementLexicon, *, is_one: bool) -> str | None:
    """Return why the two deeds are no contradiction; `is_one` tells that both sentences are of one matter."""
    parties = parties_of(deed, sides)
    if sum(parties) < (_ENOUGH_OF_ONE if is_one else _ENOUGH) or (len(parties) < _FEWEST and not is_one):
        return f"few parties {parties}"
    if not _is_argued(deed, sides):
        return "no party beside both"
    for word, side in ((deed.left, sides.left), (deed.right, sides.right)):
        objection = not_asserted(word, side, lexicon)
        if objection is not None:
            return objection
    if deed.is_opposed and Tense.NONE in (deed.left.reading.tense, deed.right.reading.tense) and not is_one:
        return "a noun is opposed"
    if sides.has_part and any(
        word.reading.tense is Tense.NONE or word.reading.is_masdar for word in (deed.left, deed.right)
    ):
        return "named, not told by a verb"
    if sides.has_part and Mark.ONLY in sides.left.wording.marks | sides.right.wording.marks:
        return "denied but for one"
    attitudes = {sense.rstrip("+-") for sense in _senses(deed)} & lexicon.words["attitudes"]
    if attitudes and sides.has_part:
        return "an attitude of somebody's"
    if deed.is_opposed and any(in_relative_clause(word, lexicon) for word in (deed.left, deed.right)):
        return "told by the way"
    if (deed.is_opposed or sides.has_part) and not of_one_argument(deed.left, deed.right, sides):
        return "of two things"
    other = _names_others(deed, sides, lexicon)
    if other is not None:
        return f"{other.folded} is another's"
    if at_other_time(deed.left.span, deed.right.span, sides):
        return "of two times"
    if tells_both(deed, sides):
        return "one side tells both"
    if is_one and not deed.is_opposed and not only_denies(deed, sides, lexicon):
        return "the denial may be of who did it, where or when"
    finding = _finding(deed, sides)
    if changed_since(sides, finding, lexicon) or planned_anew(sides, finding):
        return "it may have come about since"
    if sides.in_one_report and (in_one_passage(sides.left, sides.right) or may_change(finding, lexicon)):
        return "told of two times on one page"
    return None


def _is_argued(deed: Deed, sides: Sides) -> bool:
    """Tell whether a party that both have stands beside the deed on both sides."""
    left, right = beside(sides.left, deed.left), beside(sides.right, deed.right)
    return any(
        id(pair.left) in left and id(pair.right) in right and not pair.opposed and is_party(pair.left)
        for pair in sides.alignment.pairs
    )


def _names_others(deed: Deed, sides: Sides, lexicon: AgreementLexicon) -> Word | None:
    """Return what stands right behind the deed, on either side, or a name around a denied one, of another."""
    lone = lone_words(sides.alignment)
    for word, side in ((deed.left, sides.left), (deed.right, sides.right)):
        words = side.wording.words
        at = next(number for number, each in enumerate(words) if each is word)
        behind = words[at + 1] if at + 1 < len(words) else None
        if behind is not None and behind.place - word.place <= _ARGUMENT and _is_another(behind, lone):
            # مدينة السدرة: what it is called is known
            whole = words[at + 2] if at + 2 < len(words) else None
            is_head = whole is not None and whole.before == behind.folded and id(whole) not in lone
            if not (is_head and behind.folded in lexicon.words["place_heads"]):
                return behind
        if is_denied(word, side):
            others = strangers(around(side, word), side, lone)
            if others:
                return others[0]
    return None


def _is_another(word: Word, lone: set[int]) -> bool:
    is_named = id(word) in lone and not word.heard and not word.reading.is_act and word.weight >= _LONE
    return is_named and word.before not in {"اي", "ايه"}


def only_denies(deed: Deed, sides: Sides, lexicon: AgreementLexicon) -> bool:
    """Tell whether all that is denied is what the other side tells: else the denial may be of who, when or where."""
    word, side = (deed.left, sides.left) if is_denied(deed.left, sides.left) else (deed.right, sides.right)
    lone = lone_words(sides.alignment)
    denied = [each for each in side.wording.words if 0 <= each.place - word.place <= _CLAUSE and not each.heard]
    if any(id(each) in lone and each is not word and _is_another(each, lone) for each in denied):
        return False
    return not side.denies and not any(
        each is not word
        and each.reading.tense is Tense.PERFECT
        and not (each.heard or each.negated or in_relative_clause(each, lexicon))
        for each in side.wording.words
    )
