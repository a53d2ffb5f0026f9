"""Finds what an arms deal is about: the phrase beside the word of dealing that names weapons."""

from musnad.events.actors import is_actor
from musnad.events.clauses import Clause
from musnad.events.conditions import names_weapon
from musnad.events.phrases import Phrase, phrase_ending, read_phrase
from musnad.events.sentence import EventSentence
from musnad.events.words import Kind
from musnad.languages.events import Dealing, Role, Shape

_ITEM_REACH = 12
_AMOUNTS = frozenset({"كميات", "كميه", "انواع", "نوعين", "مزيد", "اجزاء", "قطع", "شحنات", "عشرات", "ميات", "الاف"})
# What stands behind these is what something is about, not what is dealt in.
_TOPICAL = frozenset({"في", "حول", "بشان", "وفق", "وفقا", "ازاء", "حيال", "ضد", "خلال"})
_ABOUT_ARMS = frozenset(
    {"معاهده", "اتفاقيه", "حظر", "خبراء", "خبير", "معمل", "مختبر", "استخدام", "انتشار", "مفتشي", "ملف"}
)
DOUBLE_OBJECT = frozenset({"باع", "زود", "سلح", "امد", "مد", "منح", "جهز"})
_FOLLOWERS = ("حلفاي", "حلفاء", "وكلاي", "وكلاء", "قواتها", "قواته", "اذرعها", "انصارها", "انصاره", "اتباع")
_MONEY = frozenset({"دولار", "دولارات", "يورو", "ريال", "درهم", "جنيه", "دينار", "ليره", "روبل"})
_PRONOUN_ENDS = ("ها", "هم", "ه", "هما")


def item_of(sentence: EventSentence, index: int, clause: Clause, dealing: Dealing) -> Phrase | None:
    """Return the phrase that names the weapons dealt in: behind the word, or what its pronoun stands for."""
    raw = sentence.raw(index)
    if sentence.kind(index) is Kind.VERB and raw.endswith(_PRONOUN_ENDS) and not raw.endswith("ة"):
        before = phrase_ending(sentence, index) or clause.before  # صواريخ طلبتها الدولة
        if before is not None and (named := weapon_in(sentence, before)) is not None:
            return named
    if any(dealing.marks.get(preposition) == "item" for preposition, _ in clause.pronouns):
        before = clause.before or phrase_ending(sentence, index - 1)
        return weapon_in(sentence, before) if before is not None else None  # المعلومات التي حصل عليها
    if sentence.kind(index) is Kind.VERB and any(_is_told_thing(sentence, one) for one in clause.bare):
        return None  # أرسلت طلبا ... الأسلحة
    paid = any(_is_money(sentence, one) for one in clause.bare)
    if paid and sentence.kind(index) is Kind.VERB and not any(weapon_in(sentence, one) for one in clause.bare):
        return None  # طلبت مليار دولار مقابل
    if sentence.kind(index) is Kind.NOUN and _deals_in_other(sentence, index + 1):
        return None  # تقديم تفسير حول الأسلحة
    marked = next((one.phrase for one in clause.marked if dealing.marks.get(one.preposition) == "item"), None)
    if dealing.lemma in DOUBLE_OBJECT and marked is not None and not weapon_in(sentence, marked):
        return None  # زودهم بخبرات ... بالصواريخ
    by_mark = [
        one.phrase
        for one in clause.marked
        if dealing.marks.get(one.preposition) in ("item", None) and one.preposition not in _TOPICAL
    ]
    for phrase in (*(clause.bare if dealing.lemma != "دعم" else ()), *by_mark):
        named = weapon_in(sentence, phrase)
        if named is not None:
            return named
    if dealing.lemma == "دعم":
        return None
    relative = sentence.folded(index - 1) in ("التي", "الذي", "اللتين", "اللذين")
    before = clause.before if clause.relative else phrase_ending(sentence, index - 1) if relative else None
    if before is not None and (named := weapon_in(sentence, before)) is not None:
        return named
    if clause.before is not None and (named := weapon_in(sentence, clause.before)) is not None:
        return named
    if clause.before is not None and sentence.kind(index) is Kind.VERB and names_weapon(sentence, index - 1):
        return read_phrase(sentence, index - 1, joined=False)  # شحنة من الأسلحة أرسلت
    carried = dealing.subject == "via"  # أفرغت السفينة حمولة من القذائف: the ship is what carries
    if not carried and clause.bare and clause.bare[0].first == index + 1 and _is_other_thing(sentence, clause.bare[0]):
        return None  # تلقوا العلاج ... الغاز
    for at in range(index + 1, min(len(sentence), index + _ITEM_REACH)):
        if sentence.kind(at) is Kind.VERB or sentence.is_break(at) or _is_other_deed(sentence, at):
            return None
        if sentence.folded(at) in _TOPICAL - {"في"} or sentence.stem(at) in _ABOUT_ARMS:
            return None
        if names_weapon(sentence, at):
            return read_phrase(sentence, at, joined=False)
    return None


def _deals_in_other(sentence: EventSentence, index: int) -> bool:
    """Tell whether an indefinite noun that is no arms, no amount and no one stands right behind the word."""
    word = sentence.at(index)
    if word is None or word.kind is not Kind.NOUN or word.preposition or word.conjunction or word.definite:
        return False
    if word.triggers and word.dealing is None and not names_weapon(sentence, index):
        return True  # تبادل إطلاق النار
    amount = sentence.among(index, "measures") or word.stem in _AMOUNTS or word.dealing is not None
    known = word.name or word.title or index in sentence.acting or sentence.among(index, "actors")
    following = sentence.at(index + 1)
    construct = following is not None and (following.definite or names_weapon(sentence, index + 1))
    return not (amount or known or names_weapon(sentence, index) or construct)


def _is_told_thing(sentence: EventSentence, phrase: Phrase) -> bool:
    """Tell whether an object is something said or asked and no arms: طلبا، رسالة."""
    word = sentence.words[phrase.first]
    told = any(one.shape is Shape.NOUN and one.frame.noun is not Role.SELF for one in word.triggers)
    told = (
        told
        or word.stem.removesuffix("ا") in sentence.vocabulary.lexicon.words["acts"]
        or word.stem in ("رساله", "رسايل")
    )
    return told and not word.dealing and weapon_in(sentence, phrase) is None


def _is_money(sentence: EventSentence, phrase: Phrase) -> bool:
    """Tell whether an object is a sum of money, and so what is dealt in."""
    if sentence.stem(phrase.first - 1) in ("قيمه", "مقابل"):
        return False
    return any(sentence.stem(n) in _MONEY for n in range(phrase.first, min(phrase.end + 1, len(sentence))))


def _is_other_thing(sentence: EventSentence, phrase: Phrase) -> bool:
    """Tell whether a definite object is neither arms nor someone: what is dealt in is something else."""
    word = sentence.words[phrase.first]
    return word.definite and not word.triggers and not word.dealing and not is_receiver(sentence, phrase)


def _is_other_deed(sentence: EventSentence, index: int) -> bool:
    """Tell whether a noun of another deed stands here, to which the arms behind it belong: بتفجير قنبلة."""
    word = sentence.words[index]
    return bool(word.triggers) and word.dealing is None and not names_weapon(sentence, index)


def weapon_in(sentence: EventSentence, phrase: Phrase) -> Phrase | None:
    """Return the phrase within another that names weapons, or None."""
    for one in (phrase, *phrase.also):
        for index in range(one.first, min(one.end, one.first + 6)):
            if names_weapon(sentence, index) and sentence.stem(index - 1) not in _ABOUT_ARMS:
                own = read_phrase(sentence, index, joined=False)
                return own if own is not None else one
    return None


def is_receiver(sentence: EventSentence, phrase: Phrase) -> bool:
    """Tell whether the phrase can name a party: someone who can act, or their allies and followers."""
    return is_actor(sentence, phrase) or sentence.words[phrase.first].stem.startswith(_FOLLOWERS)


def carries_pronoun(sentence: EventSentence, index: int) -> bool:
    """Tell whether a pronoun hangs on the word."""
    raw = sentence.raw(index)
    return raw.endswith(_PRONOUN_ENDS) and len(raw) > 4
