"""Finds where what two statements mainly tell cannot both be: dead or only wounded, held by one or by the other."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from musnad.agreement.alignment import Alignment, Pair
from musnad.agreement.evidence import Finding, of_others
from musnad.agreement.statements import Statement
from musnad.agreement.telling import first_deed
from musnad.agreement.words import Mark, Word
from musnad.languages.agreement import AgreementLexicon, Tense
from musnad.model import MentionKind, Slot

# Weighed shares of words that both sides have, set on the half of the pairs of tests/agreement that was looked at.
_MUCH, _SOME = 0.7, 0.55
_WHOLE, _HALF = 0.95, 0.5
_HOLDER = 3  # words of a holder: مسلحو جبهة الفرات
_FEW = 12
_PLACES = frozenset({MentionKind.PLACE, MentionKind.FACILITY, MentionKind.COUNTRY})


def find_main(left: Statement, right: Statement, alignment: Alignment, lexicon: AgreementLexicon) -> Finding | None:
    """Return the first finding on what the two mainly tell, if any; its slot is polarity."""
    for rule in (_opposed_heads, _hurt_or_dead, _off_or_on, _possible_or_not, _held_by_another, _in_part):
        found = rule(left, right, alignment, lexicon)
        if found is not None:
            return found
    return None


def _finding(one: Word, other: Word, told: str, senses: frozenset[str] = frozenset()) -> Finding:
    return Finding(Slot.POLARITY, f"{one.folded} / {other.folded} {told}", one.span, other.span, senses)


def _opposed_heads(
    left: Statement, right: Statement, alignment: Alignment, lexicon: AgreementLexicon
) -> Finding | None:
    """Return what the two say first of one thing, where it is opposed: هبطت الطائرة، تحطمت لدى هبوطها."""
    if alignment.common < _SOME or any(Mark.POSSIBLE in side.wording.marks for side in (left, right)):
        return None
    for one in _predicates(left, lexicon):
        for other in _predicates(right, lexicon):
            senses = one.reading.opposed & other.reading.senses
            if not senses or one.negated or other.negated or one.meant != other.meant:
                continue
            if (
                one.intends
                or other.intends
                or one.supposed
                or other.supposed
                or one.reading.senses & other.reading.senses
            ):
                continue
            if of_others(Pair(one, other, opposed=True), left, right, alignment):
                continue
            if _tells(left, other) and _tells(right, one):
                continue  # يقيل الوزير ويعين خلفا له: both tell both
            near = _subjects(one, left, right), _subjects(other, right, left)
            if any(each.left in near[0] and each.right in near[1] and not each.opposed for each in alignment.pairs):
                return _finding(one, other, "are opposed", senses)
    return None


def _tells(side: Statement, word: Word) -> bool:
    verbs = (each for each in side.wording.words if each.reading.tense is not Tense.NONE)
    return any(each.reading.senses & word.reading.senses for each in verbs)


def _predicates(side: Statement, lexicon: AgreementLexicon) -> list[Word]:
    """Return what the statement says first: its first deed; without a verb, or where it goes on, its predicate too."""
    words = side.wording.words
    first = first_deed(side)
    found = [first] if first is not None and (first.reading.tense is not Tense.NONE or not first.place) else []
    if Mark.STILL in side.wording.marks or _opens_with_noun(side):
        found += [
            word
            for word in words[1:]
            if word.reading.opposed
            and word.before not in lexicon.words["relatives"]
            and (word.before in lexicon.words["under"] or not word.folded.startswith("ال"))
        ][:1]
    return found


def _subjects(predicate: Word, side: Statement, other: Statement) -> Sequence[Word]:
    """Return what the predicate may be told of: the words beside it, the noun that opens the statement, a person.

    Where the other side opens with a noun, the object of the verb may be that noun: دمرت القوات المنصة / المنصة سليمة.
    """
    words = side.wording.words
    at = next(number for number, word in enumerate(words) if word is predicate)
    reach = 4 if _opens_with_noun(other) and not _opens_with_noun(side) else 2
    near = [*words[max(0, at - 1) : at], *words[at + 1 : at + reach]]
    if max(len(each.wording.words) for each in (side, other)) <= _FEW:
        near += [word for word in words if word.kind is MentionKind.PERSON]
    return [*near, *(words[:2] if _opens_with_noun(side) else ())]


def _opens_with_noun(side: Statement) -> bool:
    words = side.wording.words
    return bool(words) and words[0].reading.tense is Tense.NONE


def _hurt_or_dead(left: Statement, right: Statement, alignment: Alignment, lexicon: AgreementLexicon) -> Finding | None:
    """Return who was killed on one side and no more than wounded on the other: أصيب بجروح فقط."""
    if alignment.common < _MUCH or not any(pair.left.kind is MentionKind.PERSON for pair in alignment.pairs):
        return None
    for side, alone, lesser, others in (
        (left, alignment.left_only, right, alignment.right_only),
        (right, alignment.right_only, left, alignment.left_only),
    ):
        dead = next((word for word in alone if "kill" in word.reading.senses and _is_told(word)), None)
        hurt = next((word for word in others if "wound" in word.reading.senses and _is_told(word)), None)
        is_light = any(word.folded in lexicon.words["slight"] for word in lesser.wording.words)
        if dead is None or hurt is None or not (is_light or Mark.ONLY in lesser.wording.marks):
            continue
        one, other = (dead, hurt) if side is left else (hurt, dead)
        return _finding(one, other, "cannot both be all")
    return None


def _is_told(word: Word) -> bool:
    return not (word.negated or word.meant or word.supposed)


def _off_or_on(left: Statement, right: Statement, alignment: Alignment, lexicon: AgreementLexicon) -> Finding | None:
    """Return what was called off on one side and took place on the other: ألغيت المناورات، شاركت دول في المناورات."""
    if alignment.common < _SOME:
        return None
    for pair in alignment.pairs:
        if pair.opposed or pair.left.stopped == pair.right.stopped:
            continue
        off, held = (left, right) if pair.left.stopped else (right, left)
        called = next((word for word in off.wording.words if word.reading.senses & lexicon.words["calling_off"]), None)
        goes = first_deed(held)
        if called is None or goes is None or not _is_told(called) or not _is_told(goes):
            continue
        if called is not first_deed(off) or goes.reading.tense is not Tense.PERFECT:
            continue
        if goes.reading.senses & lexicon.words["taking_place"] and not goes.reading.senses & called.reading.senses:
            one, other = (called, goes) if off is left else (goes, called)
            return _finding(one, other, "cannot both be", called.reading.senses & {"sign_cancel-", "advance_delay-"})
    return None


def _possible_or_not(left: Statement, right: Statement, alignment: Alignment, _: AgreementLexicon) -> Finding | None:
    """Return what may be on one side and cannot be on the other: قد تكون، من المستحيل أن تكون."""
    marks = (left.wording.marks, right.wording.marks)
    is_whole = alignment.shared >= _WHOLE and alignment.common >= _HALF
    if not alignment.pairs or not (alignment.common >= _MUCH or is_whole):
        return None
    for may, cannot in (marks, marks[::-1]):
        if Mark.POSSIBLE in may and Mark.IMPOSSIBLE in cannot and not {Mark.IMPOSSIBLE} & may:
            pair = next((each for each in alignment.pairs if each.left.tells_deed), alignment.pairs[-1])
            return _finding(pair.left, pair.right, "may be, and cannot be")
    return None


# -- who holds a place ---------------------------------------------------------------------------


def _held_by_another(
    left: Statement, right: Statement, alignment: Alignment, lexicon: AgreementLexicon
) -> Finding | None:
    """Return the place that the army holds on one side and its foes on the other: ما زال المعبر في يد المسلحين."""
    if not any(pair.left.kind in _PLACES or pair.right.kind in _PLACES for pair in alignment.pairs):
        return None
    held = [next(_holders(side, lexicon), None) for side in (left, right)]
    one, other = held
    if one is None or other is None or alignment.shared < _SOME:
        return None
    parties = _party(one, lexicon), _party(other, lexicon)
    if None in parties or parties[0] == parties[1]:
        return None
    return _finding(one[0], other[0], "hold one place", frozenset({"seize_lose+"}))


def _holders(side: Statement, lexicon: AgreementLexicon) -> Iterator[Sequence[Word]]:
    """Yield the words that name who holds a place: after or before "holds", after "in the hands of"."""
    words = side.wording.words
    for at, word in enumerate(words):
        if word.folded in lexicon.words["in_hands"] and (word.before in {"في", "تحت"} or word.folded[0] == "ب"):
            yield words[at + 1 : at + 1 + _HOLDER]
        if "control" not in word.reading.senses or not _is_told(word):
            continue
        if word.reading.tense is Tense.PERFECT or word.told:
            yield [*takewhile(lambda each: each.before not in lexicon.words["place_prepositions"], words[at + 1 :])][
                :_HOLDER
            ] or words[max(0, at - 2) : at]
            if word.told and at:
                yield words[max(0, at - 2) : at]


def _party(words: Sequence[Word], lexicon: AgreementLexicon) -> str | None:
    """Return whether the words name the state's forces or their foes; None where they name neither, or both."""
    state = any(word.reading.senses & {"soldier", "police"} or _is_of(word, lexicon, "forces") for word in words)
    foes = any(
        "fighter" in word.reading.senses or word.kind is MentionKind.ARMED_GROUP or _is_of(word, lexicon, "foes")
        for word in words
    )
    if state == foes:
        return None
    return "state" if state else "foes"


def _is_of(word: Word, lexicon: AgreementLexicon, name: str) -> bool:
    return word.reading.lemma in lexicon.words[name] or word.folded in lexicon.words[name]


# -- all or a part -------------------------------------------------------------------------------


def _in_part(left: Statement, right: Statement, alignment: Alignment, lexicon: AgreementLexicon) -> Finding | None:
    """Return a deed that one side tells without bound and the other of a part alone: لم تسدد إلا ثلث الثمن."""
    if alignment.common < _MUCH:
        return None
    for lesser, whole, alone in (
        (left, right, alignment.left_only),
        (right, left, alignment.right_only),
    ):
        if Mark.ONLY not in lesser.wording.marks or Mark.ONLY in whole.wording.marks or lesser.wording.denying == 0:
            continue
        part = next((word for word in alone if word.folded in lexicon.words["part_words"]), None)
        deed = next(
            (
                pair
                for pair in alignment.pairs
                if _is_told(pair.left)
                and _is_told(pair.right)
                and pair.left.reading.is_act
                and pair.right.reading.is_act
            ),
            None,
        )
        if (
            part is None
            or deed is None
            or any(word.folded in lexicon.words["part_words"] for word in whole.wording.words)
        ):
            continue
        one, other = deed.left, deed.right
        slot = Slot.NUMBER if part.folded in lexicon.words["parts"] else Slot.POLARITY
        return Finding(slot, f"{one.folded} / {other.folded}: of a part alone", one.span, other.span)
    return None
