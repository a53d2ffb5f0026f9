"""What speaks for a conflict of two statements, slot by slot, each finding with its reason and its words."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from musnad.agreement.alignment import Alignment, Pair
from musnad.agreement.statements import Statement
from musnad.agreement.words import Mark, Word
from musnad.languages.agreement import Tense
from musnad.model import MentionKind, Slot, Span

# How far an argument may stand from its verb, in words of the text: a verb, a subject of two words, an object.
_NEAR = 4
_TELLING = 0.3
_FIRST_DEEDS = 4
_DENIED = 0.75
_MUCH = 0.8
_FEW = 3
_ALL_ELSE = 0.95
_LONG = 12
_SHORT, _EVEN, _EVEN_DENIALS = 8, 0.7, 0.85
_ARTICLES = ("ال", "لل", "بال", "وال")
ACTORS = frozenset(
    {
        MentionKind.PERSON,
        MentionKind.ORGANISATION,
        MentionKind.ARMED_GROUP,
        MentionKind.GOVERNMENT_BODY,
        MentionKind.COUNTRY,
    }
)


class _Bounds(NamedTuple):
    """How much two statements must share before a word is weighed that one of them denies.

    `held` is of the shorter of two short ones, nearly all of which the other tells too; `alike` where another word
    tells the deed; `even` of both; `near` how far an argument may stand from its verb, in words.
    """

    held: float
    alike: float
    even: float
    near: int


_OF_WHOLES, _OF_PARTS = _Bounds(0.65, 0.5, 0.6, 6), _Bounds(0.85, 0.7, 0.7, _NEAR)


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
        affirming = right if left.denies else left
        if any(word.negated and not word.kind for word in affirming.wording.words):
            return None  # لا صحة لما قيل: the other side denies it too
        if deed is not None and deed.left.negated == deed.right.negated and covered >= _DENIED:
            return Finding(Slot.POLARITY, "one denies what the other says", left.span, right.span)
        return None
    if _uncertain(left, right):
        return None
    is_short = max(len(side.wording.words) for side in (left, right)) <= _LONG
    bounds = _OF_PARTS if left.is_part or right.is_part else _OF_WHOLES
    for pair in alignment.pairs:
        if (pair.left.negated != pair.right.negated) == pair.opposed or not _may_oppose(pair):
            continue  # of most pairs neither side denies what the other affirms
        is_loose = pair.opposed or pair.left.reading.lemma != pair.right.reading.lemma
        is_said_of = (_predicates(pair.left) and _predicates(pair.right)) or alignment.common >= _ALL_ELSE
        if pair.opposed and not is_said_of and not _both_things(pair):
            continue
        is_set_apart = pair.left.contrasted or pair.right.contrasted
        is_other_word = not pair.opposed and pair.left.reading.key != pair.right.reading.key
        is_held = is_short and alignment.shared >= bounds.held and len(alignment.pairs) > _FEW
        if is_other_word and alignment.common < bounds.alike and not (is_held and _share_sense(pair)):
            continue
        is_plain = alignment.common >= _MUCH or (alignment.common >= bounds.even and len(alignment.pairs) > _FEW)
        is_plain = is_plain or is_held
        if (is_loose or not (is_plain or is_set_apart)) and not is_argued(pair, alignment, bounds.near):
            continue
        if not pair.opposed and (
            _ended_too(pair.left, alignment, on_left=True) or _ended_too(pair.right, alignment, on_left=False)
        ):
            continue
        if of_others(pair, left, right, alignment) or not _is_said(pair, left, right):
            continue
        if pair.opposed and not of_one_thing(pair, left, right, alignment):
            continue
        if any(_may_be(word, side) for word, side in ((pair.left, left), (pair.right, right))) and (
            pair.opposed or pair.left.scoped or pair.right.scoped
        ):
            continue
        if not pair.opposed and _deny_alike(pair, left, right, alignment):
            continue
        if _said_both_ways(pair, left, right) and not _contrasts(pair):
            continue
        if pair.left.negated != pair.right.negated and (pair.right if pair.left.negated else pair.left).stopped:
            # Ended on one side, denied on the other: both say that it is not.
            continue
        if _counts(pair):
            told = "are opposed" if pair.opposed else "stand once affirmed and once denied"
            words = f"{pair.left.span.of(left.text)} / {pair.right.span.of(right.text)}"
            slot = _contrasted_slot(pair) if pair.left.contrasted or pair.right.contrasted else Slot.POLARITY
            if _is_put_off(pair.left, left) or _is_put_off(pair.right, right):
                slot = Slot.MODALITY
            senses = pair.left.reading.opposed & pair.right.reading.senses if pair.opposed else frozenset()
            return Finding(slot, f"{words} {told}", pair.left.span, pair.right.span, senses)
    return _said_twice(left, right, alignment) or _exchanged(left, right, alignment)


def _may_oppose(pair: Pair) -> bool:
    """Tell whether neither word stands under an "if", nor an opposed one under what ends it: رفع الحظر, سمح."""
    if pair.left.supposed or pair.right.supposed:
        return False
    return not pair.opposed or pair.left.stopped == pair.right.stopped


def _is_put_off(word: Word, side: Statement) -> bool:
    """Tell whether the word is denied but by being put off: it is still meant to come (أرجأ التصويت)."""
    before = (each for each in side.wording.words if 0 < word.place - each.place <= _NEAR)
    return word.scoped and any("postpone" in each.reading.senses for each in before)


def _share_sense(pair: Pair) -> bool:
    return bool(pair.left.reading.senses & pair.right.reading.senses)


def _deny_alike(pair: Pair, left: Statement, right: Statement, alignment: Alignment) -> bool:
    """Tell whether the side that affirms the word denies another that the first does not: غير مسؤولة / اللامسؤولة."""
    affirming = right if pair.left.negated else left
    both = sum(each.left.negated and each.right.negated for each in alignment.pairs)
    is_even = left.wording.denying == right.wording.denying and alignment.common >= _EVEN_DENIALS
    is_even = is_even and not _contrasts(pair)
    return is_even or affirming.wording.denying > both


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
    if not (word.negated and word.tells_deed) or word.reading.tense is Tense.NONE:
        return None
    for here, _ in pairs:
        same = here.reading.lemma == word.reading.lemma or here.reading.senses & word.reading.senses
        if not same or here.negated or not here.tells_deed:
            continue
        if any(
            word.place < other.place <= word.place + 2 and abs(own.place - here.place) <= 2
            for own, other in pairs
            if own is not here
        ):
            return here
    return None


def of_others(pair: Pair, left: Statement, right: Statement, alignment: Alignment) -> bool:
    """Tell whether the deed is another's on each side: لن تنسحب بريطانيا / انسحاب فرنسا."""
    one, other = _doer(pair.left, left.wording.words), _doer(pair.right, right.wording.words)
    if one is None or other is None or (one.entity and one.entity == other.entity):
        return False
    return not any(_of_name(each.left, one) and _of_name(each.right, other) for each in alignment.pairs)


def _of_name(word: Word, named: Word) -> bool:
    """Tell whether the word is the other or stands in the same name: لجنة الأمم المتحدة."""
    return word is named or (word.name is not None and word.name == named.name)


def _predicates(word: Word) -> bool:
    """Tell whether the word may be what is said of something: a deed, or an adjective without article (مغلق)."""
    return word.tells_deed or not word.folded.startswith(_ARTICLES)


def _both_things(pair: Pair) -> bool:
    """Tell whether the opposed words are two sides (شمال المدينة، جنوبها); with an article they are parts of names."""
    words = (pair.left, pair.right)
    return not any(word.tells_deed or word.folded.startswith(_ARTICLES) for word in words)


def _uncertain(left: Statement, right: Statement) -> bool:
    """Tell whether both say only that it may be, or one that somebody wants it: neither is denied."""
    marks = [side.wording.marks for side in (left, right)]
    return all(Mark.POSSIBLE in each for each in marks) or any(Mark.ASKED in each for each in marks)


def _may_be(word: Word, side: Statement) -> bool:
    return Mark.POSSIBLE in side.wording.marks and not word.negated


def of_one_thing(pair: Pair, left: Statement, right: Statement, alignment: Alignment) -> bool:
    """Tell whether the opposed words stand beside one thing on both sides, or short ones share a person or much."""
    sizes = [len(side.wording.words) for side in (left, right)]
    of_person = any(each.left.kind is MentionKind.PERSON for each in alignment.pairs)
    if (of_person and max(sizes) <= _LONG) or (alignment.common >= _EVEN and max(sizes) <= _SHORT):
        return True
    partners = {id(each.left): each.right for each in alignment.pairs if each is not pair}
    here = _run(pair.left, left, set(partners))
    there = {id(word) for word in _run(pair.right, right, {id(word) for word in partners.values()})}
    return any(id(partners[id(word)]) in there for word in here)


def _contrasts(pair: Pair) -> bool:
    return pair.left.contrasted or pair.right.contrasted


def _run(word: Word, side: Statement, paired: Collection[int]) -> list[Word]:
    """Return the words with a partner that follow each other right before and right after the word."""
    words = side.wording.words
    at = next(number for number, each in enumerate(words) if each is word)
    found = []
    for step in (-1, 1):
        number = at + step
        while 0 <= number < len(words) and id(words[number]) in paired:
            found.append(words[number])
            number += step
    return found


def _ended_too(word: Word, alignment: Alignment, *, on_left: bool) -> bool:
    """Tell whether a verb before the word denies it, and the other side too tells that it came to nothing."""
    if not word.scoped:
        return False
    alone = alignment.right_only if on_left else alignment.left_only
    if any(each.negated or each.stops for each in alone):
        return True
    # تخليه عن تكليفه / تخلى عن مهمة تم تكليفه بها: one verb of failing governs both.
    return any(
        pair.left.stops and pair.right.stops and (pair.left if on_left else pair.right).place < word.place
        for pair in alignment.pairs
    )


def _is_said(pair: Pair, left: Statement, right: Statement) -> bool:
    """Tell whether the pair is what both sentences say: among their first deeds, not told by the way."""
    for word, statement in ((pair.left, left), (pair.right, right)):
        deeds = [each for each in statement.wording.words if each.tells_deed and not announces(each)]
        if word.tells_deed and not announces(word) and word not in deeds[:_FIRST_DEEDS]:
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
    if kinds & {MentionKind.PLACE, MentionKind.FACILITY}:
        return Slot.PLACE
    return Slot.ACTOR


def _said_twice(left: Statement, right: Statement, alignment: Alignment) -> Finding | None:
    """Return a deed that one side tells of another and denies of the first: دفعتها العائلة ولم تدفعها الدولة."""
    forth = [(pair.left, pair.right) for pair in alignment.pairs]
    back = [(there, here) for here, there in forth]
    for lone, pairs in ((alignment.right_only, forth), (alignment.left_only, back)):
        for word in lone:
            here = _affirmed_beside(word, pairs)
            if here is not None:
                spans = (here.span, word.span) if pairs is forth else (word.span, here.span)
                return Finding(Slot.ACTOR, f"{here.folded} is denied of whom the other names", *spans)
    return None


def _counts(pair: Pair) -> bool:
    """Tell whether the pair may carry the polarity: deeds and states, and what a writer sets apart with "not"."""
    if not pair.opposed and (announces(pair.left) or announces(pair.right)):
        return False
    if pair.left.scoped or pair.right.scoped:
        return pair.left.tells_deed and pair.right.tells_deed
    return pair.opposed or pair.left.tells_deed or pair.right.tells_deed or _is_head(pair)


def _is_head(pair: Pair) -> bool:
    return pair.left.contrasted or pair.right.contrasted or not (pair.left.kind or pair.right.kind)


def is_argued(pair: Pair, alignment: Alignment, reach: int = _NEAR) -> bool:
    """Tell whether two words are said of one thing: a telling partner stands near both, or they share a person."""
    lone = [word.place for word in (*alignment.left_only, *alignment.right_only) if word.weight >= _TELLING]
    left_lone = {word.place for word in alignment.left_only if word.weight >= _TELLING}
    right_lone = {word.place for word in alignment.right_only if word.weight >= _TELLING}
    for other in alignment.pairs:
        if other is pair or other.opposed or other.left.weight < _TELLING:
            continue
        if lone and (_between(pair.left, other.left, left_lone) or _between(pair.right, other.right, right_lone)):
            continue
        if other.left.kind is MentionKind.PERSON:
            return True
        if abs(other.left.place - pair.left.place) <= reach and abs(other.right.place - pair.right.place) <= reach:
            return True
    return False


def _between(one: Word, other: Word, lone: Collection[int]) -> int:
    """Return how many of the places lie between two words, beyond the one that every sentence adds."""
    first, last = sorted((one.place, other.place))
    return max(0, sum(first < place < last for place in lone) - 1)


def _deed_pair(alignment: Alignment) -> Pair | None:
    return next((pair for pair in alignment.pairs if pair.left.tells_deed and pair.right.tells_deed), None)


def announces(word: Word) -> bool:
    """Tell whether the word announces what another tells: أعلن اكتمال البناء."""
    return "announce" in word.reading.senses
