"""What speaks for a conflict of two statements, slot by slot, each finding with its reason and its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from musnad.agreement.alignment import Alignment, Pair
from musnad.agreement.statements import Statement
from musnad.agreement.wording import Mark, Word
from musnad.languages.agreement import Tense
from musnad.model import MentionKind, Slot, Span

# How far an argument may stand from its verb, in words of the text: a verb, a subject of two words, an object.
_NEAR = 4
_TELLING = 0.3
_FIRST_DEEDS = 3
_DENIED = 0.75
ACTORS = frozenset(
    {
        MentionKind.PERSON,
        MentionKind.ORGANISATION,
        MentionKind.ARMED_GROUP,
        MentionKind.GOVERNMENT_BODY,
        MentionKind.COUNTRY,
    }
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A difference in one slot: why, and the words on both sides; `senses` are the opposed ones."""

    slot: Slot
    reason: str
    left: Span
    right: Span
    senses: frozenset[str] = frozenset()


def find_polarity(left: Statement, right: Statement, alignment: Alignment) -> Finding | None:
    """Return what one affirms and the other denies: a negated partner, or words of opposed sense."""
    if left.denies != right.denies:
        deed = _deed_pair(alignment)
        covered = alignment.left_share if left.denies else alignment.right_share
        if deed is not None and deed.left.negated == deed.right.negated and covered >= _DENIED:
            return Finding(Slot.POLARITY, "one denies what the other says", left.span, right.span)
        return None
    for pair in alignment.pairs:
        is_loose = pair.opposed or pair.left.reading.lemma != pair.right.reading.lemma
        if pair.opposed and not (_predicates(pair.left) and _predicates(pair.right)) and not _both_things(pair):
            continue
        if is_loose and not _argued(pair, alignment):
            continue
        if _of_others(pair, left, right, alignment) or not _is_said(pair, left, right):
            continue
        if _said_both_ways(pair, left, right):
            continue
        if pair.left.negated != pair.right.negated and (pair.right if pair.left.negated else pair.left).stopped:
            # Ended on one side, denied on the other: both say that it is not.
            continue
        if (pair.left.negated != pair.right.negated) != pair.opposed and _counts(pair):
            told = "are opposed" if pair.opposed else "stand once affirmed and once denied"
            words = f"{pair.left.span.of(left.text)} / {pair.right.span.of(right.text)}"
            slot = _contrasted_slot(pair) if pair.left.contrasted or pair.right.contrasted else Slot.POLARITY
            senses = pair.left.reading.opposed & pair.right.reading.senses if pair.opposed else frozenset()
            return Finding(slot, f"{words} {told}", pair.left.span, pair.right.span, senses)
    return _said_twice(left, right, alignment) or _exchanged(left, right, alignment)


def _said_both_ways(pair: Pair, left: Statement, right: Statement) -> bool:
    """Tell whether one side has the word both affirmed and denied: it is said of two things there."""
    return any(
        len({word.negated for word in side.wording.words if word.reading.lemma == one.reading.lemma}) > 1
        for one, side in ((pair.left, left), (pair.right, right))
    )


def _exchanged(left: Statement, right: Statement, alignment: Alignment) -> Finding | None:
    """Return opposed deeds that are told of each other's subject: صعد الذهب وهبط الدولار / هبط الذهب وصعد الدولار."""
    said = [pair for pair in alignment.pairs if pair.left.reading.opposed and not pair.opposed]
    for one, other in combinations(said, 2):
        if not one.left.reading.opposed & other.left.reading.senses:
            continue
        here = _next(one.left, left), _next(other.left, left)
        there = _next(one.right, right), _next(other.right, right)
        crossed = [(pair.left, pair.right) for pair in alignment.pairs]
        if (here[0], there[1]) in crossed and (here[1], there[0]) in crossed:
            words = f"{one.left.span.of(left.text)} / {other.right.span.of(right.text)}"
            return Finding(Slot.POLARITY, f"{words}: told of each other's subject", one.left.span, other.right.span)
    return None


def _next(word: Word, statement: Statement) -> Word | None:
    return next((each for each in statement.wording.words if each.place > word.place), None)


def _affirmed_beside(word: Word, pairs: Sequence[tuple[Word, Word]]) -> Word | None:
    """Return the same deed of the other side, affirmed of whom the denied word names right after it."""
    if not (word.negated and word.tells_deed):
        return None
    for here, _ in pairs:
        same = here.reading.lemma == word.reading.lemma or here.reading.senses & word.reading.senses
        if not same or here.negated:
            continue
        if any(
            word.place < other.place <= word.place + 2 and abs(own.place - here.place) <= 2
            for own, other in pairs
            if own is not here
        ):
            return here
    return None


def _of_others(pair: Pair, left: Statement, right: Statement, alignment: Alignment) -> bool:
    """Tell whether the deed is another's on each side: لن تنسحب بريطانيا / انسحاب فرنسا."""
    one, other = _doer(pair.left, left.wording.words), _doer(pair.right, right.wording.words)
    if one is None or other is None or (one.entity and one.entity == other.entity):
        return False
    return not any(each.left is one and each.right is other for each in alignment.pairs)


def _predicates(word: Word) -> bool:
    """Tell whether the word may be what is said of something: a deed, or an adjective without article (مغلق)."""
    return word.tells_deed or not word.folded.startswith(("ال", "لل", "بال", "وال"))


def _both_things(pair: Pair) -> bool:
    return not pair.left.tells_deed and not pair.right.tells_deed


def _is_said(pair: Pair, left: Statement, right: Statement) -> bool:
    """Tell whether the pair is what both sentences say: among their first deeds, not told by the way."""
    for word, statement in ((pair.left, left), (pair.right, right)):
        deeds = [each for each in statement.wording.words if each.tells_deed and not _announces(each)]
        if word.tells_deed and not _announces(word) and word not in deeds[:_FIRST_DEEDS]:
            return False
    return True


def _doer(deed: Word, words: Sequence[Word]) -> Word | None:
    """Return the actor named right after the deed, or right before it."""
    before = [word for word in words if deed.place - word.place == 1 and deed.reading.tense is not Tense.NONE]
    after = [word for word in words if word.place - deed.place == 1]
    return next((word for word in (*before, *after) if word.kind in ACTORS), None)


def _contrasted_slot(pair: Pair) -> Slot:
    """Return what "A, not B" sets apart: a place or whoever does it."""
    kinds = {pair.left.kind, pair.right.kind}
    return Slot.PLACE if kinds & {MentionKind.PLACE, MentionKind.FACILITY} else Slot.ACTOR


def _said_twice(left: Statement, right: Statement, alignment: Alignment) -> Finding | None:
    """Return a deed that one side tells of another and denies of the first: دفعتها العائلة ولم تدفعها الدولة."""
    forth = [(pair.left, pair.right) for pair in alignment.pairs]
    back = [(there, here) for here, there in forth]
    for lone, pairs in ((alignment.right_only, forth), (alignment.left_only, back)):
        for word in lone:
            here = _affirmed_beside(word, pairs)
            if here is not None:
                spans = (here.span, word.span) if pairs is forth else (word.span, here.span)
                return Finding(Slot.POLARITY, f"{here.folded} is denied of whom the other names", *spans)
    return None


def _counts(pair: Pair) -> bool:
    """Tell whether the pair may carry the polarity: deeds and states, and what a writer sets apart with "not"."""
    if not pair.opposed and (_announces(pair.left) or _announces(pair.right)):
        return False
    if pair.left.scoped or pair.right.scoped:
        return pair.left.tells_deed and pair.right.tells_deed
    return pair.opposed or pair.left.tells_deed or pair.right.tells_deed or _is_head(pair)


def _is_head(pair: Pair) -> bool:
    return pair.left.contrasted or pair.right.contrasted or not (pair.left.kind or pair.right.kind)


def _argued(pair: Pair, alignment: Alignment) -> bool:
    """Tell whether two words are said of one thing: telling partners stand near both."""
    return any(
        other is not pair
        and not other.opposed
        and other.left.weight >= _TELLING
        and abs(other.left.place - pair.left.place) <= _NEAR
        and abs(other.right.place - pair.right.place) <= _NEAR
        for other in alignment.pairs
    )


def _deed_pair(alignment: Alignment) -> Pair | None:
    return next((pair for pair in alignment.pairs if pair.left.tells_deed and pair.right.tells_deed), None)


def find_modality(left: Statement, right: Statement, alignment: Alignment) -> Finding | None:
    """Return what is done on one side, by a finite verb, and only meant on the other."""
    for pair in alignment.pairs:
        if pair.opposed or not (pair.left.tells_deed and pair.right.tells_deed) or _announces(pair.left):
            continue
        if _of_others(pair, left, right, alignment):
            continue
        for meant, done in (((pair.left, left), (pair.right, right)), ((pair.right, right), (pair.left, left))):
            if _is_meant(*meant) and _is_done(*done) and not _before(meant[1], done[1]):
                words = f"{pair.left.span.of(left.text)} / {pair.right.span.of(right.text)}"
                return Finding(Slot.MODALITY, f"{words}: one side tells it as done", pair.left.span, pair.right.span)
    return None


def _before(one: Statement, other: Statement) -> bool:
    """Tell whether the first was published earlier: what was meant then may have been done since."""
    return bool(one.published and other.published and one.published < other.published)


def _announces(word: Word) -> bool:
    return "announce" in word.reading.senses


def _is_meant(word: Word, statement: Statement) -> bool:
    if word.meant:
        return True
    return Mark.FUTURE in statement.wording.marks and word.reading.tense is not Tense.PERFECT


def _is_done(word: Word, statement: Statement) -> bool:
    if _is_meant(word, statement) or word.negated or Mark.POSSIBLE in statement.wording.marks:
        return False
    if word.reading.tense is Tense.PERFECT:
        return True
    # A noun of doing may tell of anything, save after a verb that announces it: أعلنت اكتمال البناء.
    return word.reading.tense is Tense.NONE and any(
        _announces(other) and other.reading.tense is Tense.PERFECT and 0 < word.place - other.place <= _NEAR
        for other in statement.wording.words
    )
