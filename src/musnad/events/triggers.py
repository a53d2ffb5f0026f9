"""Finds the words of a sentence that tell of events, and decides between their readings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from musnad.events.counting import read_count
from musnad.events.readings import (
    befalls,
    cannot_be_verb,
    governs,
    is_fixed_pair,
    is_in_name,
    is_jussive_place,
    stands_as_participle,
    tells_degree,
)
from musnad.events.sentence import EventSentence
from musnad.events.words import Kind, Word
from musnad.languages.events import Frame, Role, Shape, Trigger
from musnad.model import EventType

_NOMINAL = (Shape.NOUN, Shape.MASDAR)
# Names of types: إس-400، إف-35، F-16, S-300.
_DESIGNATION = re.compile(r"(?:اس|اف|سو|ميغ|ام|كي|تي|ال)[-‐]\d+|[a-z]{1,3}-?\d{1,3}[a-z]?$")
_FORCES = frozenset({"البحريه", "الجو", "الطيران", "المدفعيه", "المدرعات", "الحدود"})
_COMPANION_REACH = 8
# Who met his death may be told of at length: لقي ... مصرعه.
_DEATH_REACH = 14
_NOUN_REACH = 4
_CONTEXT_REACH = 5
_ACCIDENT_REACH = 14
# Contexts that may stand well before the word.
_WIDE = frozenset({"nature", "truce", "spread", "verdict", "court", "traffic", "unexploded", "rank"})
_PARTICLES = frozenset({"علي", "عن", "في", "مع", "برصاص", "خلال", "اثر", "جراء"})
_NOUN_BEFORE = frozenset({Kind.PREPOSITION, Kind.NUMBER})
_PARTITIVE = frozenset({"بينها", "منها", "بينهم", "ابرزها", "اهمها", "اخرها", "اولها"})  # من بينها طرد السفير
_PRONOUNS = ("هما", "ها", "هم", "ه")
# What the pronoun on such a verb stands for was named before it: اتفاق وقعته.
_RESUMED = frozenset({EventType.AGREE, EventType.MOBILIZE})


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger at tokens [first, end) in the reading chosen for it."""

    first: int
    end: int
    trigger: Trigger

    @property
    def nominal(self) -> bool:
        """Tell whether the trigger is a noun."""
        return self.trigger.shape in _NOMINAL


def find_triggers(sentence: EventSentence, contexts: frozenset[str]) -> list[Found]:
    """Return the triggers of the sentence in order; `contexts` are topics of the whole report (sport)."""
    found: list[Found] = []
    phrases = sentence.vocabulary.lexicon.phrases
    words = sentence.words
    size = len(words)
    index = 0
    while index < size:
        word = words[index]
        folded = word.folded
        if not (word.triggers or folded in phrases or word.stem in phrases or folded[1:] in phrases):
            index += 1
            continue
        one = _phrase_at(sentence, index, contexts) or _word_at(sentence, index, contexts)
        if one is None:
            index += 1
            continue
        found.append(one)
        index = one.end
    return found


def _phrase_at(sentence: EventSentence, index: int, contexts: frozenset[str]) -> Found | None:
    word = sentence.words[index]
    phrases = sentence.vocabulary.lexicon.phrases
    for spelling in (word.folded, word.stem, word.folded[1:]):
        for rest, trigger in phrases.get(spelling, ()):
            if _follow(sentence, index + 1, rest):
                end = index + 1 + len(rest)
                if _allowed(sentence, index, end, trigger, contexts) and not _in_body_name(sentence, index, word):
                    return Found(index, end, trigger)
    return None


def _follow(sentence: EventSentence, index: int, words: Sequence[str]) -> bool:
    """Tell whether these words stand from `index` on, in the accusative or not."""
    for place, word in enumerate(words, start=index):
        folded = sentence.folded(place)
        if folded != word and folded != word + "ا":
            return False
    return True


def _word_at(sentence: EventSentence, index: int, contexts: frozenset[str]) -> Found | None:
    word = sentence.words[index]
    if not word.triggers:
        return None
    following = sentence.at(index + 1)
    given = sentence.vocabulary.grammar.given_names
    if word.stem in given and following is not None and following.name:
        return None  # صدام حسين
    before = sentence.at(index - 1)
    if word.stem in given and before is not None and before.folded in given and not word.conjunction:
        return None  # إبراهيم زكي
    if is_in_name(sentence, index) or tells_degree(sentence, index):
        return None
    if is_fixed_pair(sentence, index) or (
        sentence.raw(index).endswith("ه") and word.stem.endswith("ه") and index + 1 in sentence.persons
    ):
        return None  # مساعده فلان: his aide, no aid
    if word.kind is Kind.TIME and sentence.kind(index + 1) is not Kind.NOUN:
        return None  # فجر الجمعة tells when; فجر انتحاري tells what
    raw = sentence.raw(index)
    fitting = [
        one
        for one in word.triggers
        if not (one.suffixed and raw.endswith("ة")) and _allowed(sentence, index, index + 1, one, contexts)
    ]
    if raw.lstrip("وف").startswith("إ"):
        fitting = [one for one in fitting if one.shape is not Shape.PERFECT]  # إحالتهم, and not أحالتهم
    if not is_jussive_place(sentence, index):
        fitting = [one for one in fitting if one.shape is not Shape.JUSSIVE or one.number != "s" or one.person != 3]
    if word.stem in ("وقع", "وقعت") and any(befalls(one) for one in (before, following)):
        return None  # وقع هجوم, الهجوم وقع: it happened, and nobody signed
    if word.stem in sentence.vocabulary.lexicon.words["hamza_verbs"] and not raw.endswith("أ"):
        return None
    if not fitting or word.folded in sentence.vocabulary.lexicon.words["not_triggers"]:
        return None
    if _in_body_name(sentence, index, word):
        return None
    if not stands_as_participle(sentence, index):
        fitting = [one for one in fitting if one.shape is not Shape.PARTICIPLE]
    nominal = [one for one in fitting if one.shape in _NOMINAL]
    verbal = [one for one in fitting if one.shape not in _NOMINAL]
    if not nominal and cannot_be_verb(sentence, index):
        return None
    if nominal and verbal:
        fitting = nominal if _stands_as_noun(sentence, index, word) else verbal
    if not fitting:
        return None
    # A group that asks for a companion tells more than one that does not, a listed noun more than a derived one.
    best = min(fitting, key=lambda one: (not one.frame.companions, one.lemma != word.stem, one.shape is Shape.MASDAR))
    return Found(index, index + 1, best)


def _in_body_name(sentence: EventSentence, index: int, word: Word) -> bool:
    """Tell whether the word is part of a body's name: مجلس التعاون، حزب الدعوة، هيئة الإغاثة."""
    before = sentence.at(index - 1)
    if before is None or before.kind is not Kind.NOUN:
        return False
    bodies = sentence.vocabulary.lexicon.words["bodies"]
    if word.definite and not word.preposition and not word.conjunction:
        return not before.definite and before.stem in bodies
    if word.preposition == "ل" and word.definite:
        # الهيئة العليا للإغاثة، لجنة الأمم المتحدة للقضاء على
        return any(
            sentence.stem(n) in bodies and (sentence.words[n].definite or sentence.words[n + 1].definite)
            for n in range(max(0, index - 3), index)
        )
    bare = word.folded[:2] != "ال" and not word.preposition and not word.conjunction and not before.definite
    if bare and before.stem in bodies:
        # تحالف دعم الشرعية، لجنة تحقيق: a bare noun in construct, followed by its own genitive.
        following = sentence.at(index + 1)
        return following is not None and following.definite and not before.conjunction and before.stem != "رييس"
    return word.conjunction and word.definite and before.definite and sentence.stem(index - 2) in bodies


def _stands_as_noun(sentence: EventSentence, index: int, word: Word) -> bool:
    """Tell whether a word spelled both as a verb and as a verbal noun is the noun here."""
    if word.preposition or word.definite:
        return True
    before = sentence.at(index - 1)
    if before is not None and before.folded in ("قد", "وقد", "لقد", "ولقد"):
        return False
    if before is not None and not word.conjunction:
        if before.kind in _NOUN_BEFORE or before.folded in _PARTITIVE:
            return True
        if before.kind is Kind.VERB or (before.kind is Kind.TIME and sentence.kind(index - 2) is Kind.VERB):
            return True
        if before.kind is Kind.NOUN and not before.definite and not before.name and not before.nationality:
            # A construct: عملية قتل، محاولة ضرب.
            return bool(before.triggers) or before.gender == "f" or len(before.stem) <= 5
        if before.kind is Kind.NOUN and _verb_before(sentence, index):
            return True
    beside_noun = before is not None and before.kind is Kind.NOUN and not before.definite
    if (
        before is not None
        and beside_noun
        and word.conjunction
        and any(one.shape in _NOMINAL for one in before.triggers)
    ):
        return True  # دعما ومساندة
    named = before is not None and before.kind is Kind.NOUN and (before.definite or before.name)
    following = sentence.at(index + 1)
    if named and not _verb_before(sentence, index):
        closes = following is None or following.kind in (Kind.PREPOSITION, Kind.MARK)
        if closes or (following is not None and following.definite and following.kind is Kind.NOUN):
            return False  # محافظ الإقليم تنحى بعد، رئيس المجلس توعد المتمردين
    if word.stem[-1] == "ا" and word.folded.endswith("ا") and len(word.folded) > 4:
        return True
    if following is None or following.folded == "من":
        return True
    if following.kind is Kind.PREPOSITION and index == 0:
        return word.stem[:1] == "ت" or word.stem[:1] == "ا"
    if following.kind is Kind.NOUN and following.nationality and not following.definite:
        return True
    if index == 0 and following.title and following.definite and sentence.among(index, "promising"):
        return False  # تعهد الرئيس بكذا opens what it reports
    return _has_own_masdar(word)


def _verb_before(sentence: EventSentence, index: int) -> bool:
    """Tell whether the clause already has its verb."""
    for n in range(index - 1, max(-1, index - 7), -1):
        if sentence.kind(n) is Kind.VERB:
            return True
        if sentence.kind(n) is Kind.OPENER or sentence.is_break(n):
            return False
    return False


def _has_own_masdar(word: Word) -> bool:
    """Forms V and VI spell perfect and verbal noun alike; the noun is by far the commoner."""
    return word.stem[:1] == "ت" and len(word.stem) >= 4 and not word.conjunction


# -- conditions ----------------------------------------------------------------------------------


def _allowed(sentence: EventSentence, first: int, end: int, trigger: Trigger, contexts: frozenset[str]) -> bool:
    frame = trigger.frame
    nominal = trigger.shape in _NOMINAL
    described = frame.noun is Role.DESCRIBED
    if described and nominal and governs(sentence, first, end):
        return False
    reach = 1 if described else _NOUN_REACH if nominal else _DEATH_REACH if frame.victims else _COMPANION_REACH
    if frame.companions and frame.victims and nominal and read_count(sentence, end) is not None:
        return not _is_cancelled(sentence, first, end, frame, contexts)  # إصابة 12، إصابة امرأتين
    if frame.companions and trigger.suffixed and trigger.lemma == "القي":
        return False  # كلمة ألقاها: the pronoun took the complement's place
    if frame.companions and trigger.suffixed and trigger.lemma == "استضاف":
        return not _is_cancelled(sentence, first, end, frame, contexts)  # استضافته الأكاديمية: the guest is the pronoun
    if frame.companions and trigger.suffixed and frame.type in _RESUMED:
        return _follows_companion(sentence, first, frame)
    if frame.companions and not _has_companion(sentence, end, reach, frame):
        return False
    if frame.unless and _is_cancelled(sentence, first, end, frame, contexts):
        return False
    if frame.arms and not _deals_in_arms(sentence, first, end, trigger):
        return False
    if frame.noun is Role.SELF and not _leads_deed(sentence, first):
        return False
    return not (frame.weak or frame.political) or _has_actor(sentence)


def _deals_in_arms(sentence: EventSentence, first: int, end: int, trigger: Trigger) -> bool:
    """Tell whether a weapon stands behind the word, or right before a verb whose subject it is: أسلحة أرسلت إلى."""
    if any(names_weapon(sentence, n) for n in range(end, min(len(sentence), end + 10))):
        return True
    moved = trigger.shape in (Shape.PERFECT, Shape.PASSIVE) and not trigger.suffixed and trigger.may_be_passive
    return moved and sentence.kind(first - 1) is Kind.NOUN and names_weapon(sentence, first - 1)


def names_weapon(sentence: EventSentence, index: int) -> bool:
    """Tell whether the word names a weapon: by itself, or, for words like طائرة، نظام, by those behind it."""
    words = sentence.vocabulary.lexicon.words
    stem = sentence.stem(index)
    if stem == "راس" and sentence.folded(index - 1) == "علي":
        return False  # على رأس تحالف
    if stem == "طيران" or (stem == "سلاح" and sentence.folded(index + 1) in _FORCES):
        return False  # the air force, the navy
    if index in sentence.armed or _DESIGNATION.match(stem):
        return True
    if stem.endswith(("ان", "ين")) and stem[:-2] in words["weapons"]:
        stem = stem[:-2]
    if stem not in words["weapons"]:
        return False
    if stem not in words["half_weapons"]:
        return True
    following = sentence.at(index + 1)
    if following is not None and following.nationality and stem == "نظام":
        return False  # the regime
    return any(
        sentence.stem(n) in words["warlike"] or _DESIGNATION.match(sentence.stem(n))
        for n in range(index + 1, min(len(sentence), index + 5))
    )


def _has_companion(sentence: EventSentence, end: int, reach: int, frame: Frame) -> bool:
    for index in range(end, min(len(sentence), end + reach)):
        word = sentence.words[index]
        if sentence.is_break(index):
            return False
        for form in (word.folded, word.stem, *_without_pronoun(word.stem)):
            if form in _PARTICLES and form != word.folded:
                continue  # العليا is no على
            if form in frame.companions:
                return form not in _PARTICLES or index - end < 4
        if word.kind is Kind.VERB and index > end:
            return False
        if word.preposition and {word.preposition, word.preposition + word.stem} & frame.companions:
            return True
    return False


def _follows_companion(sentence: EventSentence, first: int, frame: Frame) -> bool:
    """Tell whether the pronoun on the verb can stand for one of its complements: الاتفاق الذي وقعته."""
    words = (sentence.at(index) for index in range(max(0, first - 5), first))
    return any(word is not None and frame.companions & {word.folded, word.stem} for word in words)


def _without_pronoun(stem: str) -> tuple[str, ...]:
    for ending in _PRONOUNS:
        if stem.endswith(ending) and len(stem) > len(ending) + 2:
            bare = stem[: -len(ending)]
            return (bare, bare[:-1] + "ه") if bare.endswith("ت") else (bare,)
    return (stem[:-1],) if stem.endswith("ا") and len(stem) > 3 else ()


def _is_cancelled(sentence: EventSentence, first: int, end: int, frame: Frame, contexts: frozenset[str]) -> bool:
    for name in frame.unless:
        if name in ("sport", "health"):
            if name in contexts or (name == "health" and _near(sentence, end, name, 2, 4)):
                return True
        elif name == "terms":
            if any(sentence.among(n, name) for n in range(end, end + 2)):
                return True  # تقديم موعد، قدم عرضا
        elif name == "crowd":
            if sentence.folded(end) == "من":
                return True  # حشد من الناس
        elif name == "relay":
            if any(sentence.folded(n) == "عن" for n in range(end, end + 4)):
                return True  # نقلت الصحيفة عن متحدث
        elif name == "demand":
            if sentence.folded(end) == "علي":
                return True  # الطلب على النفط
        elif name in ("accident", "nature") and "disaster" in contexts and not _has_attack(sentence):
            return True
        elif name == "accident":
            if _near(sentence, end, name, _ACCIDENT_REACH, _ACCIDENT_REACH) and not _has_attack(sentence):
                return True
        elif _near(sentence, end, name, _CONTEXT_REACH if name in _WIDE else 1, _CONTEXT_REACH - 1):
            return True
    return False


def _near(sentence: EventSentence, index: int, name: str, back: int, ahead: int) -> bool:
    return sentence.any_among(index - 1 - back, index - 1, name) or sentence.any_among(index, index + ahead, name)


def _has_attack(sentence: EventSentence) -> bool:
    """Tell whether the sentence tells of a deed that is no accident, beside the dead it counts."""
    return any(
        (
            one.frame.mode in ("aerial", "attack", "explosives", "shoot", "assassinate", "clash", "abduct")
            and "nature" not in one.frame.unless | {"x"}
        )
        or (one.frame.mode in ("explosives", "attack", "aerial") and one.shape is Shape.NOUN)
        for word in sentence.words
        for one in word.triggers
        if one.frame.type == "ASSAULT"
    ) and not any(sentence.among(n, "nature") for n in range(len(sentence)))


def _has_actor(sentence: EventSentence) -> bool:
    if sentence.acting:
        return True
    actors = sentence.vocabulary.lexicon.words["actors"]
    holders = sentence.vocabulary.grammar.holders
    return any(
        word.nationality
        or word.folded in actors
        or word.stem in actors
        or word.name
        or word.title
        or word.stem in holders
        or word.stem[:-2] in holders
        for word in sentence.words
    )


def _leads_deed(sentence: EventSentence, index: int) -> bool:
    """متظاهرون tells of a protest of its own only where they do something and no protest is named beside them."""
    others = any(
        one.frame.type == "PROTEST" and one.frame.noun is not Role.SELF
        for n, word in enumerate(sentence.words)
        if n != index
        for one in word.triggers
    )
    return not others and (sentence.alone or not sentence.words[index].definite)
