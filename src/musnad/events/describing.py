"""Tells words that describe another, adjectives and participles, and nouns that name an act by their shape."""

import re

from musnad.events.sentence import EventSentence
from musnad.events.words import Kind, Word

_NISBA = ("ي", "يه", "يين", "يون", "يتين", "يتان")
_NOUNS_IN_YA = frozenset(
    {"قاضي", "داعيه", "راعي", "مفتي", "قريه", "مديريه", "ناحيه", "ضاحيه", "دوريه", "سريه", "كليه", "بلديه", "قضيه",
     "عمليه", "اتفاقيه", "مسيوليه", "مسووليه", "بندقيه", "ميزانيه", "هويه", "حريه", "حاميه",
     "قنصليه", "جمعيه", "مفوضيه", "مستشفي", "مبني", "مقهي", "ملهي", "مستوي", "منتدي", "مسعي"}
)  # fmt: skip
_MINISTRIES = frozenset({"خارجيه", "داخليه", "ماليه"})
_FEMININE = ("ه", "ات", "ري", "مي", "عليا", "وي")
# The shapes of verbal nouns that hardly any name of someone has, folded: تفعيل، استفعال، انفعال، افتعال، إفعال، تفاعل.
_ACT = re.compile(r"ت..ي.|است..?ا.ه?|ان..ا.|ا.ت.ا.|ا..ا.|ا.ا.ه|ت.ا[^اء].")

_OF_QUALITY = re.compile(r".ا..ه|..ي.ه")
_DOING = re.compile(r".ا..ه")


def is_adjective(word: Word) -> bool:
    """Tell whether a word can be an adjective by its ending: the nisba, or a listed nationality."""
    if word.nationality:
        return True
    return word.stem.endswith(_NISBA) and len(word.stem) > 3 and not word.name and word.stem not in _NOUNS_IN_YA


def is_quality(sentence: EventSentence, index: int) -> bool:
    """Tell whether the word is a listed adjective of events and things: كبير، عنيف."""
    stem = sentence.stem(index)
    qualities = sentence.vocabulary.lexicon.words["qualities"]
    return stem in qualities or stem.removesuffix("ه") in qualities


def is_participle(sentence: EventSentence, index: int) -> bool:
    """Tell whether a feminine participle goes on describing the definite noun before it: الأطراف المتنازعة."""
    word = sentence.words[index]
    passive = len(word.stem) == 5 and word.stem[3] == "و"  # مفقود، محظور
    described = word.stem.endswith("ه") or (word.definite and (passive or word.stem.startswith("مت")))
    before = sentence.at(index - 1)
    if before is not None and word.definite and before.definite and word.stem.startswith("م") and not word.title:
        ending = word.stem[-2:]
        if ending in ("ين", "ون") and before.stem.endswith(ending) and len(word.stem) > 5:
            return True  # المتهمين المذكورين
    if not word.stem.startswith("م") or not described or len(word.stem) < 5 or word.triggers or word.title:
        return False
    if sentence.among(index, "actors") or index in sentence.acting or sentence.among(index, "things"):
        return False  # حمل الوزير الحركة | المسؤولية
    return word.stem not in sentence.vocabulary.grammar.holders and not sentence.among(index, "places")


def is_active_participle(sentence: EventSentence, index: int) -> bool:
    """Tell whether a feminine of the shape of فاعلة describes the things before it: التدخلات | الصارخة."""
    word, before = sentence.words[index], sentence.at(index - 1)
    if before is None or not (word.definite and before.definite) or _DOING.fullmatch(word.stem) is None:
        return False
    nouns = ("places", "vehicles", "things", "actors", "weapons", "booty", "measures")
    plural = before.stem.endswith("ات") and not before.title
    return plural and not word.triggers and not any(sentence.among(index, name) for name in nouns)


def is_plain_quality(sentence: EventSentence, index: int) -> bool:
    """Tell whether a word of the shape of فاعلة or فعيلة describes an indefinite plural: عقوبات | رادعة."""
    word, before = sentence.words[index], sentence.words[index - 1]
    nouns = ("places", "vehicles", "things", "actors", "weapons", "booty", "measures", "armed", "private", "somebody")
    plural = before.stem.endswith("ات") and not before.definite and not word.definite
    shaped = plural and _OF_QUALITY.fullmatch(word.stem) is not None and not word.preposition and not word.conjunction
    known = word.title or word.name or bool(word.triggers) or index in sentence.acting or index in sentence.placed
    return shaped and not known and not any(sentence.among(index, name) for name in nouns)


def is_joined_adjective(sentence: EventSentence, index: int) -> bool:
    """Tell whether و joins one more adjective to a definite noun that has one: الهجمات الوحشية والجبانة."""
    word, before = sentence.words[index], sentence.at(index - 1)
    if not (word.conjunction and word.definite and word.kind is Kind.NOUN) or word.preposition or before is None:
        return False
    if before.kind is not Kind.NOUN or not before.definite or sentence.kind(index - 2) is not Kind.NOUN:
        return False
    if index in sentence.acting or word.title or word.triggers or word.name or sentence.among(index, "actors"):
        return False
    if word.stem in sentence.vocabulary.grammar.holders or sentence.among(index, "places"):
        return False
    described = is_adjective(before) or is_quality(sentence, index - 1)
    alike = word.stem.endswith("ه") == before.stem.endswith("ه") and not word.stem.endswith(("ون", "ين", "ات"))
    return described and alike and (is_adjective(word) or is_quality(sentence, index))


def is_joined_epithet(sentence: EventSentence, index: int) -> bool:
    """Tell whether و joins one more adjective in ية to an indefinite noun that has one: منظمات محلية ودولية."""
    word, before = sentence.words[index], sentence.at(index - 1)
    if before is None or not word.conjunction or word.definite or word.preposition or word.kind is not Kind.NOUN:
        return False
    alike = word.stem.endswith("يه") and before.stem.endswith("يه") and is_adjective(word) and is_adjective(before)
    head = sentence.at(index - 2)
    plain = not (before.definite or before.conjunction or word.triggers or word.name or index in sentence.acting)
    return alike and plain and head is not None and head.kind is Kind.NOUN and not head.definite


def has_act_shape(sentence: EventSentence, index: int, stem: str) -> bool:
    """Tell whether the word, without its pronoun `stem`, has the shape of a verbal noun or is a listed one.

    Broken plurals of the shape of إفعال are written with أ, and so are no acts: أطفال، أتراك.
    """
    if stem in sentence.vocabulary.lexicon.words["plain_acts"]:
        return True
    raw = sentence.raw(index)
    return _ACT.fullmatch(stem) is not None and "أ" not in raw[: len(raw) - len(stem) + 1]


def begins_another(sentence: EventSentence, first: int, index: int) -> bool:
    """Tell whether a noun behind an unnamed one and its adjective opens another phrase: جماعات مسلحة | هجمات."""
    word, previous = sentence.words[index], sentence.words[index - 1]
    if word.definite or previous.definite or previous.name or index - first < 2 or is_quality(sentence, index):
        return False
    if previous.stem in _MINISTRIES and sentence.words[index - 2].title:
        return False  # وزير خارجية | تشيلي
    if word.triggers:
        return previous.stem.endswith("ه")
    # منظمات حقوقية | حكم الإعدام
    return previous.stem.endswith("يه") and is_adjective(previous) and not word.stem.endswith(_FEMININE)
