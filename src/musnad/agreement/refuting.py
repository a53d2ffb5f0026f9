"""Reads what a sentence says of all that it told before: that it is not true."""

from collections.abc import Sequence

from musnad.agreement.words import Word
from musnad.languages.agreement import AgreementLexicon


def is_refuted(folded: Sequence[str], lexicon: AgreementLexicon) -> bool:
    """Tell whether the sentence says of what it tells that it is not true: الأنباء عن الصفقة عارية عن الصحة."""
    told = f" {' '.join(folded)} "
    for phrase in lexicon.words["refuted"]:
        place = told.find(f" {phrase} ")
        # بتهمة نشر أخبار كاذبة: what somebody spread is called so, not what is told.
        if place > 0 and told[:place].split()[-1] not in lexicon.words["spreading"]:
            return True
    return False


def refuted(word: Word) -> Word:
    """Return the word denied, if it tells a deed that is not denied already."""
    if not word.tells_deed or word.negated or "announce" in word.reading.senses:
        return word
    return word._replace(negated=True, scoped=True, disputed=True)
