"""Finds the words of a sentence that tell of events, and decides between their readings."""

from collections.abc import Sequence
from dataclasses import dataclass

from musnad.events.conditions import allowed
from musnad.events.describing import has_act_shape
from musnad.events.phrases import read_phrase
from musnad.events.readings import (
    befalls,
    cannot_be_verb,
    is_fixed_pair,
    is_in_name,
    is_jussive_place,
    stands_as_participle,
    tells_degree,
)
from musnad.events.sentence import EventSentence
from musnad.events.words import Kind, Word
from musnad.languages.events import Role, Shape, Trigger

_NOMINAL = (Shape.NOUN, Shape.MASDAR)
# أعلن المتحدث باسم الجهاز، فلان الفلاني | ضبط: an office and its bearer between.
_VERB_REACH = 13
_TOLL_REACH = 7
_JOIN_REACH = 8
_LEADING = frozenset({"الي", "علي", "اجل", "بهدف", "عبر"})
_THAT = frozenset({"ان", "بان", "لان", "فان", "وان"})
# Behind these, أن leads to a verb: بعد أن قتل.
_UNTIL = frozenset({"بعد", "قبل", "منذ", "الي", "حتي", "دون", "لولا", "ما", "بمجرد", "سبق", "يسبق", "كما", "غير"})
_SITES = frozenset({"منطقه", "مديريه", "قريه", "بلده", "جبل", "وادي", "مدينه", "محافظه", "حي", "قضاء", "عزله"})
_NOUN_BEFORE = frozenset({Kind.PREPOSITION, Kind.NUMBER})
_PARTITIVE = frozenset({"بينها", "منها", "بينهم", "ابرزها", "اهمها", "اخرها", "اولها"})  # من بينها طرد السفير


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
            if trigger.shape not in _NOMINAL and (word.definite or word.preposition):
                continue  # وسيلة التواصل مع القاعة: no verb
            if _follow(sentence, index + 1, rest):
                end = index + 1 + len(rest)
                if allowed(sentence, index, end, trigger, contexts) and not _in_body_name(sentence, index, word):
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
    named = _names_site(sentence, index) or _opens_body_name(sentence, index)
    if named or is_in_name(sentence, index) or tells_degree(sentence, index):
        return None
    if word.conjunction and word.folded[0] == "ف" and index in sentence.name_ends:
        return None  # كمال | فايد
    if is_fixed_pair(sentence, index) or (
        sentence.raw(index).endswith("ه") and word.stem.endswith("ه") and index + 1 in sentence.persons
    ):
        return None  # مساعده فلان: his aide, no aid
    raw = sentence.raw(index)
    if word.kind is Kind.TIME and sentence.kind(index + 1) is not Kind.NOUN:
        return None  # فجر الجمعة tells when; فجر انتحاري tells what
    fitting = [
        one
        for one in word.triggers
        if not (one.suffixed and raw.endswith("ة")) and allowed(sentence, index, index + 1, one, contexts)
    ]
    pronoun = raw.endswith("ه") and word.stem.endswith("ه") and not sentence.among(index, "whole_in_ha")
    if pronoun and "ة" in sentence.text:  # أمنه ومصالحه: this is the pronoun, and مصالح another word
        fitting = [one for one in fitting if one.suffixed or one.shape not in _NOMINAL]
    if raw.lstrip("وف").startswith("إ") or ("ائ" in raw and not word.definite):  # بائع, and not بايع
        fitting = [one for one in fitting if one.shape is not Shape.PERFECT]  # إحالتهم, and not أحالتهم
    if not is_jussive_place(sentence, index):
        fitting = [one for one in fitting if one.shape is not Shape.JUSSIVE or one.number != "s" or one.person != 3]
    if word.stem in ("وقع", "وقعت") and any(befalls(one) for one in (before, following)):
        return None  # وقع هجوم, الهجوم وقع: it happened, and nobody signed
    if word.stem in sentence.vocabulary.lexicon.words["hamza_verbs"] and not raw.endswith("أ"):
        return None
    if not fitting or word.folded in sentence.vocabulary.lexicon.words["not_triggers"]:
        return None
    if (word.stem == "اسر" and not _is_capture(sentence, index)) or _in_body_name(sentence, index, word):
        return None
    if not stands_as_participle(sentence, index):
        fitting = [one for one in fitting if one.shape is not Shape.PARTICIPLE]
    fitting = _describing(fitting, word, before)
    nominal = [one for one in fitting if one.shape in _NOMINAL]
    verbal = [one for one in fitting if one.shape not in _NOMINAL]
    if not nominal and cannot_be_verb(sentence, index):
        return None
    if nominal and verbal:
        fitting = nominal if _goes_with_toll(sentence, index) else fitting
    if nominal and verbal and len(fitting) > len(nominal):
        fitting = nominal if _stands_as_noun(sentence, index, word) else verbal
    if not fitting:
        return None
    # A group that asks for a companion tells more than one that does not, a listed noun more than a derived one.
    best = min(fitting, key=lambda one: (not one.frame.companions, one.lemma != word.stem, one.shape is Shape.MASDAR))
    return Found(index, index + 1, best)


def _describing(fitting: list[Trigger], word: Word, before: Word | None) -> list[Trigger]:
    """Return the readings as a participle of a definite word behind a definite noun, if any: القرى المحاصرة."""
    if before is None or before.kind is not Kind.NOUN or not (before.definite and word.definite) or word.preposition:
        return fitting
    return [one for one in fitting if one.frame.noun is Role.DESCRIBED] or fitting


def _names_site(sentence: EventSentence, index: int) -> bool:
    """Tell whether a word spelled as a verb with its pronoun names the place before it: منطقة فضحه | من جهة الشرق."""
    word, before = sentence.words[index], sentence.at(index - 1)
    if index == 0 or before is None or before.definite or before.stem not in _SITES or word.conjunction:
        return False
    owned = all(one.suffixed for one in word.triggers)
    return owned and sentence.kind(index + 1) is not Kind.NOUN


def _opens_body_name(sentence: EventSentence, index: int) -> bool:
    """Tell whether the word opens a name in quotation marks behind a body: منظمة "أنقذوا الأطفال"."""
    return index > 1 and sentence.is_quote(index - 1) and sentence.among(index - 2, "bodies")


def _is_capture(sentence: EventSentence, index: int) -> bool:
    """Tell whether أسر is of captives and not of families: تم أسر القائد، أسر أربعة، أسر آخرين، أسر جنديين."""
    carried = index > 0 and sentence.folded(index - 1).removeprefix("و") in ("تم", "يتم", "جري")
    captive = sentence.stem(index + 1)
    people = sentence.vocabulary.lexicon.tolls.people | sentence.vocabulary.lexicon.tolls.pairs
    taken = captive.startswith("اخر") or captive in people or sentence.kind(index + 1) is Kind.NUMBER
    return carried or (taken and not sentence.words[index + 1].definite)


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
    ahead = sentence.at(index + 1)
    owned = word.stem.endswith(("هم", "ها", "هما")) and ahead is not None and ahead.preposition == "ل"
    if owned and ahead is not None and ahead.kind is Kind.NOUN and ahead.definite:
        return True  # ودعمهم للقبائل
    before = sentence.at(index - 1)
    if before is not None and before.folded in _THAT and sentence.folded(index - 2) not in _UNTIL:
        return True  # أكد أن دعم الحلفاء ضروري
    if word.conjunction and _joins_act(sentence, index):
        return True
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


def _joins_act(sentence: EventSentence, index: int) -> bool:
    """Tell whether و joins a noun with its genitive to an act with its own: تهدف إلى تمويل الحملة | ودعم الجماعة."""
    taken = read_phrase(sentence, index + 1)
    if taken is None or not sentence.words[taken.first].definite or taken.first != index + 1:
        return False
    following = sentence.at(taken.last)
    closed = following is None or following.kind in (Kind.PREPOSITION, Kind.MARK) or following.preposition
    if not closed or sentence.stem(taken.first).endswith("ون"):
        return False  # ورفض المحتجون
    for at in range(index - 1, max(-1, index - _JOIN_REACH), -1):
        word = sentence.words[at]
        if word.kind in (Kind.VERB, Kind.OPENER) or sentence.is_break(at):
            return False
        marked = bool(word.preposition) or sentence.folded(at - 1) in _LEADING
        if word.kind is Kind.NOUN and marked and not word.definite and has_act_shape(sentence, at, word.stem):
            return at + 1 < index and sentence.kind(at + 1) is Kind.NOUN
    return False


def _goes_with_toll(sentence: EventSentence, index: int) -> bool:
    """Tell whether و joins the word to a noun of the dead or wounded right before: مقتل رجل ومراهق، وجرح اثنين."""
    if not sentence.words[index].conjunction or not any(one.frame.victims for one in sentence.words[index].triggers):
        return False
    for at in range(index - 1, max(-1, index - _TOLL_REACH), -1):
        word = sentence.words[at]
        if word.kind in (Kind.VERB, Kind.OPENER) or sentence.is_break(at):
            return False
        marked = sentence.is_marked(at)
        if marked and any((one.frame.victims or one.suffixed) and one.shape in _NOMINAL for one in word.triggers):
            return True  # هجومه على المجرم وقتله
    return False


def _verb_before(sentence: EventSentence, index: int) -> bool:
    """Tell whether the clause already has its verb."""
    for n in range(index - 1, max(-1, index - _VERB_REACH), -1):
        if sentence.kind(n) is Kind.VERB:
            return True
        if sentence.kind(n) is Kind.OPENER or sentence.is_break(n):
            return False
    return False


def _has_own_masdar(word: Word) -> bool:
    """Forms V and VI spell perfect and verbal noun alike; the noun is by far the commoner."""
    return word.stem[:1] == "ت" and len(word.stem) >= 4 and not word.conjunction
