"""Tells which words of a sentence tell something by the way, and where another deed begins."""

from collections.abc import Mapping, Sequence

from musnad.agreement.words import Word
from musnad.languages.agreement import AgreementLexicon, Tense
from musnad.text import Token

_STOPS, _COMMAS = frozenset(".؛;!؟?:"), frozenset("،,؛;.!؟?:")
_LONGEST = 14  # tokens of what is set between two commas: في قرار مفاجئ صدر مساء الاثنين
_BRIEF = 3  # a preposition with the time that it leads to
_THAT = frozenset({"ان", "انه", "انها", "انهم", "بان", "بانه", "بانها"})


def told_by_the_way(tokens: Sequence[Token], words: Mapping[int, Word], lexicon: AgreementLexicon) -> frozenset[int]:
    """Return the places of words from "after", "who" or "while" on to the next mark, and of what is set between commas.

    A relative clause has one verb: the next is that of the sentence.
    """
    folded = [token.folded for token in tokens]
    openers, relatives = lexicon.words["by_the_way"], lexicon.words["relatives"]
    found = set(_set_between(tokens, folded, lexicon))
    is_open, verbs = False, 0
    brief = lexicon.words["briefly_by_the_way"]
    for at, word in enumerate(folded):
        if word in brief:
            found.update(range(at, min(len(folded), at + _BRIEF)))
        if not tokens[at].is_word:
            is_open = is_open and word not in _COMMAS
        elif word in openers:
            is_open = at + 1 < len(tokens) and tokens[at + 1].is_word
            verbs = 1 if word in relatives else 0
        elif is_open and verbs and breaks_off(tokens[at], words.get(at)) and folded[at - 1] not in _THAT:
            verbs += 1
            is_open = verbs <= 2 or word[0] in "وف"
        if is_open:
            found.add(at)
    return frozenset(found)


def _set_between(tokens: Sequence[Token], folded: Sequence[str], lexicon: AgreementLexicon) -> set[int]:
    """Return the places of phrases between two commas that a preposition or an attribution opens."""
    found: set[int] = set()
    opened: int | None = None
    for at, word in enumerate(folded):
        if tokens[at].is_word or word not in _COMMAS:
            continue
        if opened is not None and at - opened <= _LONGEST and _opens_aside(folded[opened + 1], lexicon):
            found.update(range(opened, at + 1))
        opened = None if word in _STOPS else at
    return found


def _opens_aside(word: str, lexicon: AgreementLexicon) -> bool:
    return word in lexicon.words["set_between"] or word in lexicon.words["attributing"]


def breaks_off(token: Token, word: Word | None) -> bool:
    """Tell whether another deed begins there, or a sentence ends."""
    if not token.is_word:
        return token.folded in _STOPS
    if (
        word is None
        or word.heard
        or word.kind is not None
        or word.reading.tense is Tense.NONE
        or word.reading.is_masdar
    ):
        return False
    if word.reading.tense is Tense.PERFECT and word.folded.endswith("ا") and not word.folded.endswith(("تا", "وا")):
        return False  # وقع عقدا: a noun, more often than what two did
    return "announce" not in word.reading.senses
