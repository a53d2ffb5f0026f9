"""Finds what is done on one side, by a finite verb, and only meant on the other: planned, threatened, to come."""

from musnad.agreement.alignment import Alignment
from musnad.agreement.evidence import Finding, announces, of_others
from musnad.agreement.statements import Statement, is_earlier
from musnad.agreement.words import Mark, Word
from musnad.languages.agreement import Tense
from musnad.model import Slot

_NEAR = 4  # words of the text between a verb that announces and what it announces
_MUCH = 0.8
_PAST = frozenset({"قد", "لقد", "وقد", "الذي", "التي"})


def find_modality(left: Statement, right: Statement, alignment: Alignment) -> Finding | None:
    """Return what is done on one side, by a finite verb, and only meant on the other."""
    if left.assertion.report == right.assertion.report:
        return None
    for pair in alignment.pairs:
        if pair.opposed or not (pair.left.tells_deed and pair.right.tells_deed) or announces(pair.left):
            continue
        if pair.left.intends or pair.right.intends:
            continue
        alike = {sense for sense in pair.left.reading.senses & pair.right.reading.senses if sense[-1] not in "+-"}
        if pair.left.reading.lemma != pair.right.reading.lemma and not alike and alignment.common < _MUCH:
            continue
        for meant, done in (((pair.left, left), (pair.right, right)), ((pair.right, right), (pair.left, left))):
            # What was meant on an earlier day may have been done since.
            if not (_is_meant(*meant) and _is_done(*done)) or is_earlier(meant[1], done[1]):
                continue
            if not of_others(pair, left, right, alignment) and not is_demanded(meant[0].place, meant[1]):
                words = f"{pair.left.span.of(left.text)} / {pair.right.span.of(right.text)}"
                return Finding(Slot.MODALITY, f"{words}: one side tells it as done", pair.left.span, pair.right.span)
    return None


def is_demanded(place: int, statement: Statement) -> bool:
    """Tell whether somebody demands it, who does not say whether it was done: طالبت النقابة بالإفراج عنه."""
    before = (each for each in statement.wording.words if each.place < place)
    return any("demand" in each.reading.senses for each in before)


def _is_meant(word: Word, statement: Statement) -> bool:
    if word.meant:
        return not word.supposed
    return Mark.FUTURE in statement.wording.marks and word.reading.tense is Tense.IMPERFECT


def _opens(word: Word, statement: Statement) -> bool:
    """Tell whether the word opens a sentence, not what is left of one."""
    return word.place == 0 and not word.before and not statement.text[statement.span.start].isspace()


def _is_done(word: Word, statement: Statement) -> bool:
    if _is_meant(word, statement) or word.negated or Mark.POSSIBLE in statement.wording.marks:
        return False
    if word.reading.tense is Tense.PERFECT:
        return not word.reading.is_masdar or _opens(word, statement) or word.before in _PAST
    words = statement.wording.words
    if word is words[0] and Mark.ANNOUNCED in statement.wording.marks:
        return not (len(words) > 1 and words[1].intends)  # أعلن عن عودة مرتقبة
    if word.told:
        return True
    # A noun of doing may tell of anything, save after a verb that announces it: أعلنت اكتمال البناء.
    return word.reading.tense is Tense.NONE and any(
        announces(other) and other.reading.tense is Tense.PERFECT and 0 < word.place - other.place < _NEAR
        for other in statement.wording.words
    )
