"""Tells whether the phrases that two mentions of a deed name as a party can be one party's."""

import functools
from collections.abc import Iterable

from musnad.events.own_country import Countries
from musnad.events.sentence import EventSentence
from musnad.model import Span
from musnad.text import fold_word

_SHORT = 3
_ADJECTIVES = ("ي", "ية", "يه", "يين", "يون")
_CLITICS = ("وال", "بال", "لل", "ال")
# Endings of number, gender and case, longest first: الحوثيين، للحوثي; رجلا، الرجل.
_ENDINGS = ("يتين", "يين", "يون", "يات", "ين", "ون", "ات", "يه", "ه", "ي", "ا")
_STEM = 3
_EMPTY = frozenset(
    {"الرييس", "رييس", "وزير", "الوزير", "قوات", "القوات", "السلطات", "من", "في", "مدينه", "الي",
     "معسكر", "قاعده", "موقع", "مواقع", "منطقه", "مناطق", "بلده", "عناصر", "شخص", "اشخاص", "شخصا", "عنصرا", "عدد"}
)  # fmt: skip


def compare(
    known: list[tuple[Span, ...]],
    spans: tuple[Span, ...],
    sentence: EventSentence,
    countries: Countries,
    *,
    loose: bool = False,
) -> bool | None:
    """Return True if some phrase is shared, False if both sides name others, None if a side names nobody.

    `spans` stand in the sentence. `loose` leaves open whether a body and its state are meant for one party, or الرجل
    and whoever was named.
    """
    text, words = sentence.text, sentence.vocabulary.lexicon.words
    named = [span for group in known for span in group]
    if not named or not spans:
        return None
    ours = set().union(*(key_words(text, span) | countries.named_by(span) for span in spans))
    theirs = set().union(*(key_words(text, span) | countries.named_by(span) for span in named))
    if not ours or not theirs:
        return None
    if loose and any(words["further_ones"] & set(map(fold_word, span.of(text).split())) for span in spans):
        return False  # أصيب شخص آخر
    if not ours & theirs:
        return None if loose and _may_be_one(sentence, spans, named, countries) else False
    states = set().union(*map(countries.named_by, spans)) & set().union(*map(countries.named_by, named))
    return bool(states) or not all(_only_of_one_state(text, one, two) for one in spans for two in named)


def _may_be_one(sentence: EventSentence, spans: Iterable[Span], named: Iterable[Span], countries: Countries) -> bool:
    """Tell whether no word is shared but the same party can be meant: a body and its state, الرجل and who was named."""
    text, anaphors = sentence.text, sentence.vocabulary.lexicon.words["anaphors"]
    for one in spans:
        for two in named:
            if _stems(one.of(text)) & _stems(two.of(text)):
                return True
            if countries.all_in(one) & countries.all_in(two):
                return True
            if _is_anaphor(one.of(text), anaphors) or _is_anaphor(two.of(text), anaphors):
                return True
    return False


def _is_anaphor(phrase: str, anaphors: frozenset[str]) -> bool:
    words = phrase.split()
    first = fold_word(words[0])
    return len(words) == 1 and first.startswith("ال") and first[2:] in anaphors


@functools.lru_cache(maxsize=2_000)
def _stems(phrase: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in _key_words(phrase))


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: -len(ending)]
    return word


def _only_of_one_state(text: str, one: Span, other: Span) -> bool:
    """Tell whether two phrases share no word, or only an adjective behind their nouns: two bodies of one state."""
    ours, theirs = key_words(text, one), key_words(text, other)
    if len(ours) < 2 or len(theirs) < 2:
        return not ours & theirs
    return not _nouns(text[one.start : one.end]) & _nouns(text[other.start : other.end])


@functools.lru_cache(maxsize=2_000)
def _nouns(phrase: str) -> frozenset[str]:
    first, *rest = phrase.split()
    return _key_words(" ".join((first, *(word for word in rest if not word.endswith(_ADJECTIVES)))))


def key_words(text: str, span: Span) -> frozenset[str]:
    """Return the words of a phrase that tell it from others, folded, without article and clitics."""
    return _key_words(text[span.start : span.end])


# The parties of each draft are compared with those of all others.
@functools.lru_cache(maxsize=2_000)
def _key_words(phrase: str) -> frozenset[str]:
    words = set()
    for raw in phrase.split():
        word = fold_word(raw.strip("،,.\"'«»()“”:؛"))
        for prefix in _CLITICS:
            if word.startswith(prefix) and len(word) - len(prefix) >= _SHORT:
                word = word[len(prefix) :]
                break
        if len(word) >= _SHORT and word not in _EMPTY:
            words.add(word[:-1] if word.endswith(("ه", "ي")) and len(word) > 4 else word)
    return frozenset(words)
