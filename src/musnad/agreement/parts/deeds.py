"""Finds the deeds that two statements both tell of the same parties, and whether both tell them as so or not so."""

from collections.abc import Iterator
from typing import NamedTuple

from musnad.agreement.parts.parties import around, partners, shared_around
from musnad.agreement.sides import Sides
from musnad.agreement.statements import Statement
from musnad.agreement.words import Mark, Word
from musnad.languages.agreement import AgreementLexicon, Tense

_REACH = 7  # tokens behind a verb of failing within which stands what failed
_CARRIED = 3  # tokens behind a verb that carries a noun of doing: شهدت العاصمة توقيع
_PAST = frozenset({"قد", "لقد", "وقد", "فقد", "الذي", "التي", "الذين", "من"})
_PRONOUNS = ("ه", "ها", "هم", "هما")
_DEFINITE = ("ال", "لل", "بال", "وال")


class Deed(NamedTuple):
    """A deed of one side, and one of the other that is the same or the opposite."""

    left: Word
    right: Word
    is_opposed: bool


def deeds_in_common(sides: Sides) -> Iterator[Deed]:
    """Yield the deeds of the two sides that are the same or opposed, save those of saying."""
    left, right = sides.left.wording, sides.right.wording
    for at in left.deeds:
        one = left.words[at]
        for place in right.deeds:
            other = right.words[place]
            is_opposed = bool(one.reading.opposed & other.reading.senses)
            if is_same(one, other) == is_opposed or "announce" in one.reading.senses | other.reading.senses:
                continue
            yield Deed(one, other, is_opposed)


def parties_of(deed: Deed, sides: Sides) -> tuple[float, ...]:
    """Return what each party tells that stands around both deeds."""
    stretches = around(sides.left, deed.left), around(sides.right, deed.right)
    return tuple(shared_around(*stretches, partners(sides.alignment)))


def is_same(one: Word, other: Word) -> bool:
    """Tell whether two words tell the same deed."""
    return one.reading.lemma == other.reading.lemma or bool(one.reading.senses & other.reading.senses)


def is_denied(word: Word, side: Statement) -> bool:
    """Tell whether the deed is denied: by a word of its own, or as the first of what is denied as a whole."""
    return word.negated != (side.denies and word is side.wording.words[side.wording.deeds[0]])


def not_asserted(word: Word, side: Statement, lexicon: AgreementLexicon) -> str | None:
    """Return why the side does not tell the deed as so or not so: it wants or fears it, or but names it."""
    if word.meant or word.supposed or word.intends or {Mark.ASKED, Mark.POSSIBLE} & side.wording.marks:
        return f"{word.folded} is not asserted"
    if word.stopped or not _is_told(word, side, lexicon):
        return f"{word.folded} is named, not told"
    if not is_denied(word, side) and any(
        each.stops and 0 < word.place - each.place <= _CARRIED for each in side.wording.words
    ):
        return f"{word.folded} came to nothing"
    return None


def _is_told(word: Word, side: Statement, lexicon: AgreementLexicon) -> bool:
    """Tell whether the deed is told: by a verb, under a verb that carries it, or as what is denied or charged."""
    words = side.wording.words
    if is_denied(word, side) and word.scoped and not word.disputed:
        # ألغت عقد الصيانة: right under a verb a perfect is a noun.
        return word.reading.tense is Tense.NONE and any(
            each.stops and each.reading.tense is not Tense.NONE and not each.meant and not each.supposed
            for each in words
            if 0 < word.place - each.place <= _REACH
        )
    if _is_verb(word):
        return word.before not in lexicon.words["relatives"] or word.reading.tense is Tense.PERFECT
    if is_denied(word, side):
        return not word.folded.startswith(_DEFINITE)
    if not word.reading.is_act and Mark.STILL in side.wording.marks:
        return not word.folded.startswith(_DEFINITE)  # ما زالت البوابات موصدة
    if word is words[0] and side.assertion.claim is not None and word.folded.startswith("ب"):
        return True  # اتهمها بتزويد المتمردين
    before = next((each for each in reversed(words) if each.place < word.place and each.reading.is_act), None)
    return (
        before is not None
        and word.place - before.place <= _CARRIED
        and not before.negated
        and before.reading.tense is Tense.PERFECT
        and not {before.reading.lemma, before.folded}.isdisjoint(lexicon.words["carrying_verbs"])
    )


def in_relative_clause(word: Word, lexicon: AgreementLexicon) -> bool:
    """Tell whether the verb but tells which one is meant: التي اندلعت, تسلل نفذه مسلحون."""
    if word.reading.tense is Tense.NONE or word.place == 0:
        return False
    return word.before in lexicon.words["relatives"] or word.folded.endswith(_PRONOUNS)


def _is_verb(word: Word) -> bool:
    if word.reading.tense is Tense.NONE:
        return False
    if word.place == 0 or word.before in _PAST:
        return True
    return not word.reading.is_masdar and not word.folded.endswith("ا")  # ردا على, شنا


def tells_both(deed: Deed, sides: Sides) -> bool:
    """Tell whether one side tells what the other does too, or denies something the other does not."""
    for word, other, side, there in (
        (deed.left, deed.right, sides.left, sides.right),
        (deed.right, deed.left, sides.right, sides.left),
    ):
        for each in side.wording.words:
            if each is word or each.heard or not each.reading.is_act:
                continue
            is_like = each.reading.lemma == other.reading.lemma or each.reading.senses & other.reading.senses
            if is_like and each.negated == is_denied(other, there):
                return True
    return False
