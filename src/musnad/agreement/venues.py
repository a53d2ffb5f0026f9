"""Finds where two statements put one deed into two kinds of places: في فندق الواحة, في منزل رجل أعمال."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from musnad.agreement.alignment import Alignment
from musnad.agreement.evidence import Finding
from musnad.agreement.statements import Statement
from musnad.agreement.words import Word
from musnad.languages.agreement import AgreementLexicon
from musnad.model import Slot


def find_venue(left: Statement, right: Statement, alignment: Alignment, lexicon: AgreementLexicon) -> Finding | None:
    """Return two kinds of buildings or grounds that one preposition leads to, each on one side alone."""
    for one in _venues(alignment.left_only, left, lexicon):
        for other in _venues(alignment.right_only, right, lexicon):
            is_one_kind = bool(one.reading.senses & other.reading.senses)
            if one.before == other.before and one.reading.lemma != other.reading.lemma and not is_one_kind:
                told = f"{one.span.of(left.text)} / {other.span.of(right.text)}"
                return Finding(Slot.PLACE, told, one.span, other.span)
    return None


def _venues(alone: Iterable[Word], side: Statement, lexicon: AgreementLexicon) -> Iterator[Word]:
    """Yield the nouns of places that a preposition of place leads to, where the side names but one."""
    led = [
        word
        for word in side.wording.words
        if word.before in lexicon.words["place_prepositions"] and is_venue(word, lexicon)
    ]
    if len(led) == 1:
        yield from (word for word in alone if word is led[0])


def is_venue(word: Word, lexicon: AgreementLexicon) -> bool:
    """Tell whether the word is a venue, with a pronoun or without: منزله, مدرستها."""
    return _is_venue(word.reading.lemma, lexicon)


# Asked of every word behind a preposition for each pair of statements; the language has few lemmas.
@lru_cache(maxsize=60_000)
def _is_venue(lemma: str, lexicon: AgreementLexicon) -> bool:
    owned = [lemma.removesuffix(pronoun) for pronoun in ("ه", "ها", "هم", "هما", "ي")]
    forms = {lemma, *owned, *(f"{form[:-1]}ه" for form in owned if form.endswith("ت"))}
    return bool(forms & lexicon.words["venues"])
