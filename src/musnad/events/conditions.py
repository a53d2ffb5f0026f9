"""Says whether the words around a trigger let it tell of its deed: complements, contexts, arms, who could act."""

import re

from musnad.events.counting import read_count
from musnad.events.describing import has_act_shape
from musnad.events.readings import governs
from musnad.events.sentence import EventSentence
from musnad.events.words import Kind
from musnad.languages.events import Frame, Role, Shape, Trigger
from musnad.model import EventType

_NOMINAL = (Shape.NOUN, Shape.MASDAR)
# Names of types: إس-400، إف-35، F-16, S-300.
_DESIGNATION = re.compile(r"(?:اس|اف|سو|ميغ|ام|كي|تي|ال)[-‐]\d+|[a-z]{1,3}-?\d{1,3}[a-z]?$")
_FORCES = frozenset({"البحريه", "الجو", "الطيران", "المدفعيه", "المدرعات", "الحدود"})
_COURSES = frozenset(
    {"عمل", "تعاون", "تنميه", "اصلاح", "سلام", "بناء", "حوار", "عطاء", "نماء", "تعليم", "مجلس", "اتحاد", "فريق", "نجاح",
     "تطوير", "نهضه", "امه", "وطن", "علاقات", "خير"}
)  # fmt: skip
_GATHERING = frozenset({"احتشد", "احتشاد", "تجمع"})
_PASSING = frozenset({"اقر", "صادق", "صدق", "وافق"})
_WHAT = frozenset({"ما", "بما", "مما", "فيما", "كما"})
_RECEIVING = frozenset({"استقبل", "استقبال"})
_RECEIVED_REACH = 6
_ADMITTED_REACH = 6
_COMPANION_REACH = 8
# Who met his death may be told of at length: لقي ... مصرعه.
_DEATH_REACH = 14
_NOUN_REACH = 4
_CONTEXT_REACH = 5
_ACCIDENT_REACH = 14
# Contexts that may stand well before the word.
_WIDE = frozenset({"nature", "truce", "spread", "verdict", "court", "traffic", "unexploded", "rank"})
_THAT = frozenset({"ان", "بان", "انه", "انها", "بانه", "بانها"})  # أكد الوزير أن دعم الحلفاء
_PARTICLES = frozenset({"علي", "عن", "في", "مع", "برصاص", "خلال", "اثر", "جراء"})
_PRONOUNS = ("هما", "ها", "هم", "ه")
# What the pronoun on such a verb stands for was named before it: اتفاق وقعته.
_RESUMED = frozenset({EventType.AGREE, EventType.MOBILIZE})


def allowed(sentence: EventSentence, first: int, end: int, trigger: Trigger, contexts: frozenset[str]) -> bool:
    """Tell whether the words around tokens [first, end) let them tell of the deed; `contexts` as in find_triggers."""
    frame = trigger.frame
    nominal = trigger.shape in _NOMINAL
    described = frame.noun is Role.DESCRIBED
    if described and nominal and governs(sentence, first, end):
        return False
    if trigger.lemma == "اقر" and frame.type is EventType.AGREE and _admits(sentence, end):
        return False  # أقر الوزير بعدم: what one admits one signs not
    if trigger.lemma in _PASSING and frame.type is EventType.AGREE and sentence.any_among(end, end + 8, "laws"):
        return False  # أقر البرلمان القانون: no agreement with anyone
    if trigger.lemma in ("حرق", "احرق") and sentence.any_among(end, end + 5, "fuels"):
        return False  # تحرق البلاد مليون برميل يوميا
    if trigger.lemma == "وصف" and sentence.folded(first - 1) in _WHAT:
        return False  # تعهد بما وصفه بالرد: what he calls it by the way
    if trigger.lemma == "سجن" and nominal and _is_prison(sentence, first):
        return False  # لا يتلقى العلاج في السجن
    if trigger.lemma == "نقل" and frame.arms and any(at in sentence.outlets for at in (end, end + 1)):
        return False  # التقرير الذي نقلته الوكالة
    if trigger.lemma == "علق" and not nominal and _comments(sentence, end):
        return False  # علقت السفارة على زيارة الوفد
    if trigger.lemma == "دعا" and not nominal and sentence.any_among(end, end + 4, "prayers"):
        return False  # دعا له بالرحمة
    if trigger.lemma == "دفع" and not nominal and _drives(sentence, end):
        return False  # دفعت الأزمة السلطات إلى إرسال: drives to do so
    if trigger.lemma == "قاطع" and not nominal and _interrupts(sentence, first, trigger):
        return False  # قاطعه الرئيس
    if trigger.lemma in _RECEIVING and _takes_in_sick(sentence, end):
        return False  # استقبل المستشفى جرحى
    if trigger.lemma == "ساعد" and not nominal and sentence.folded(end) in ("علي", "في"):
        return False  # ساعدت على جعل: what furthers something helps nobody
    if trigger.lemma == "قضي" and frame.victims is None and _rules(sentence, end):
        return False  # قرار يقضي بالموافقة على: what rules finishes nobody
    if trigger.lemma == "مسيره" and sentence.stem(end) in _COURSES:
        return False  # مسيرة العمل المشترك: a course, and no march
    if trigger.lemma in _GATHERING and not sentence.any_among(0, len(sentence), "gathering"):
        return False  # تجمع الشباب على الشاطئ
    if trigger.lemma in _GATHERING and nominal and sentence.folded(end) == "من":
        return False  # وسط تجمع من المارة
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


def _is_prison(sentence: EventSentence, first: int) -> bool:
    """Tell whether the word names the building: behind a preposition of place, with the article or a name."""
    placed = sentence.folded(first - 1) in ("في", "من", "الي", "داخل", "خارج", "امام", "قرب", "عن")
    following = sentence.at(first + 1)
    named = following is not None and following.kind is Kind.NOUN and (following.name or following.definite)
    return first > 0 and placed and (sentence.words[first].definite or named)


def _comments(sentence: EventSentence, end: int) -> bool:
    """Tell whether على stands behind علق before any object, so that something is commented on."""
    ahead = range(end, min(len(sentence), end + _COMPANION_REACH))
    return any(sentence.folded(at) in ("علي", "عليه", "عليها") for at in ahead)


def _admits(sentence: EventSentence, end: int) -> bool:
    """Tell whether ب stands behind أقر, so that something is admitted and nothing passed."""
    for at in range(end, min(len(sentence), end + _ADMITTED_REACH)):
        if sentence.is_break(at) or sentence.is_comma(at) or sentence.kind(at) in (Kind.VERB, Kind.OPENER):
            return False
        if sentence.words[at].preposition == "ب" or sentence.folded(at).startswith("بعدم"):
            return True
    return False


def _drives(sentence: EventSentence, end: int) -> bool:
    """Tell whether إلى with an act stands behind دفع before anything that ب marks."""
    for at in range(end, min(len(sentence), end + _COMPANION_REACH)):
        if sentence.is_break(at) or sentence.words[at].preposition == "ب":
            return False
        if sentence.folded(at) == "الي" and has_act_shape(sentence, at + 1, sentence.stem(at + 1)):
            return True
    return False


def _interrupts(sentence: EventSentence, first: int, trigger: Trigger) -> bool:
    """Tell whether somebody who speaks is interrupted; what is boycotted stands before the pronoun, or is a thing."""
    if not trigger.suffixed:
        return False
    before = sentence.at(first - 1) if first else None
    return before is None or before.kind not in (Kind.NOUN, Kind.OPENER) or sentence.words[first].conjunction


def _takes_in_sick(sentence: EventSentence, end: int) -> bool:
    """Tell whether whoever is received comes to be healed or buried, or is a thing: the host meets nobody."""
    tolls = sentence.vocabulary.lexicon.tolls
    for at in range(end, min(len(sentence), end + _RECEIVED_REACH)):
        if sentence.is_break(at) or (sentence.kind(at) in (Kind.VERB, Kind.OPENER)):
            return False
        if sentence.stem(at) in tolls.dead or sentence.stem(at) in tolls.hurt or sentence.among(at, "not_guests"):
            return True
    return False


def _rules(sentence: EventSentence, end: int) -> bool:
    return end < len(sentence) and sentence.words[end].preposition == "ب"


def _deals_in_arms(sentence: EventSentence, first: int, end: int, trigger: Trigger) -> bool:
    """Tell whether a weapon stands behind the word, or right before a verb whose subject it is: أسلحة أرسلت إلى."""
    relative = False
    for n in range(end, min(len(sentence), end + 10)):
        relative = relative or sentence.kind(n) is Kind.OPENER
        if sentence.is_break(n) or (sentence.kind(n) is Kind.VERB and not relative):
            break  # نقل التلفزيون بثا قال إنه يظهر تصدي الدفاعات
        if names_weapon(sentence, n):
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
        if sentence.is_break(index) or (
            index > end and sentence.folded(index) in _THAT and frame.type is not EventType.ACCUSE
        ):
            return False
        if frame.type is EventType.MOBILIZE and sentence.folded(index - 1) == "الي":
            continue  # صواريخ وصلت إلى كتائب: to whom they came, and not what came
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
        elif name == "interview" and any(at in sentence.outlets for at in range(end, end + _CONTEXT_REACH)):
            return True  # مقابلة مع القناة
        elif name == "demand":
            if sentence.folded(end) == "علي":
                return True  # الطلب على النفط
            if sentence.kind(first) is Kind.NOUN and sentence.among(end, "applications"):
                return True  # طلبات التسجيل
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
