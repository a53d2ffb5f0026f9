"""Tells phrases that can name participants from those that name things, times, weapons and deeds."""

from musnad.events.conditions import names_weapon
from musnad.events.describing import has_act_shape, is_adjective, is_joined_adjective, is_participle, is_quality
from musnad.events.sentence import EventSentence
from musnad.events.words import Kind
from musnad.languages.events import Role, Shape
from musnad.model import EventType, Span

_TRAFFIC = frozenset({"جويه", "مرور", "ملاحه", "سير", "طيران", "بيع", "تجاره"})
_QUANTIFIERS = frozenset({"جميع", "كل", "معظم", "بعض", "عده", "كافه", "عدد", "اول", "اخر", "احد", "احدي"})
_SEATS = frozenset({"سفاره", "قنصليه", "سفارات", "قنصليات", "ممثليه", "جامعه", "مستشفي", "بلديه", "محافظه", "مطار"})
_PARTS_OF_NOTHING = frozenset({"احدي", "احد", "اكثر", "اقل", "عدد", "ممكن", "اكبر", "اهم", "ابرز", "غير", "مثل"})
_CROWDS = frozenset({"الجميع", "الاف", "الالاف", "ميات", "الميات", "عشرات", "العشرات", "ملايين", "الملايين"})


def people(sentence: EventSentence, spans: tuple[Span, ...], *, places: bool, seats: bool = False) -> tuple[Span, ...]:
    """Return the spans that can name participants: no deed, weapon, time or quality; places only where asked.

    `seats` lets in the places that a body sits in and goes by: the embassy that warns, the court that rules.
    """
    kept = []
    for span in spans:
        at = next((n for n, token in enumerate(sentence.tokens) if token.start <= span.start < token.end), None)
        head = at
        while head is not None and sentence.stem(head) in _QUANTIFIERS:
            head += 1
        placed = (
            head is not None
            and (sentence.among(head, "places") or head in sentence.placed)
            and not sentence.among(head, "actors")
            and head not in sentence.bodies
            and not (seats and sentence.stem(head) in _SEATS)
        )
        if at is not None and (
            _is_nobody(sentence, at, span)
            or _is_ours(sentence, at)
            or _only_describes(sentence, at)
            or _goes_on(sentence, at)
        ):
            continue
        if at is None or (not is_thing(sentence, at) and (places or not placed)):
            kept.append(span)
    return tuple(kept)


def _is_nobody(sentence: EventSentence, at: int, span: Span) -> bool:
    """Tell whether the phrase is a word of how (دينيا), of likeness (كوسيط), or a quantity of nothing (إحدى)."""
    word = sentence.words[at]
    if at in sentence.acting or word.name or word.title or word.definite or sentence.among(at, "actors"):
        return False
    alone = sentence.tokens[at].end >= span.end
    how = alone and sentence.raw(at).rstrip("\u064b").endswith(("يا", "يًا")) and not word.nationality
    if sentence.folded(at) in ("لهذا", "لذلك", "كذلك", "لذا"):
        return True
    return word.preposition == "ك" or how or (alone and word.stem in _PARTS_OF_NOTHING)


def _only_describes(sentence: EventSentence, at: int) -> bool:
    """Tell whether the phrase begins amid another's adjectives, or with a participle that goes on: ، مشيرا."""
    word, before = sentence.words[at], sentence.at(at - 1)
    if word.kind is not Kind.NOUN or word.title or word.name or word.nationality or at in sentence.acting:
        return False
    if sentence.among(at, "actors") or word.stem in sentence.vocabulary.grammar.holders:
        return False
    if before is not None and sentence.is_comma(at - 1):
        return word.stem[0] == "م" and word.folded.endswith("ا") and len(word.stem) > 4
    if is_joined_adjective(sentence, at):
        return True
    if before is None or before.kind is not Kind.NOUN or word.preposition or word.conjunction:
        return False
    following = sentence.at(at + 1)
    if following is not None and following.kind is Kind.NOUN and following.definite and not word.definite:
        return False  # مقاتلي الحركة: a construct of its own
    several = word.stem[0] == "م" and word.stem.endswith("ي") and following is not None
    if several and following is not None and following.kind is Kind.NOUN and not is_adjective(following):
        return False  # مفتشي منظمة
    described = is_adjective(word) or is_participle(sentence, at) or is_quality(sentence, at)
    return described and before.definite == word.definite and not before.name


def _goes_on(sentence: EventSentence, at: int) -> bool:
    """Tell whether the word is a plural participle that goes on about the subject: طالبوا بكذا | رافضين اللقاء."""
    word = sentence.words[at]
    doing = bool(word.triggers) and all(one.shape is Shape.PARTICIPLE for one in word.triggers)
    if not doing or word.definite or not word.stem.endswith("ين") or at + 1 >= len(sentence):
        return False
    deed = any(one.shape in (Shape.NOUN, Shape.MASDAR) for one in sentence.words[at + 1].triggers)
    return deed or is_verbal_noun(sentence, at + 1)


def _is_ours(sentence: EventSentence, at: int) -> bool:
    """Tell whether the word is something of the speaker's, who is no other party: سيادتنا، حقوقنا."""
    word = sentence.words[at]
    plain = not word.definite and not word.name and at not in sentence.acting
    return plain and word.stem.endswith("نا") and len(word.stem) > 5 and not sentence.among(at, "actors")


def is_thing(sentence: EventSentence, at: int) -> bool:
    """Tell whether the phrase that begins at token `at` names no participant."""
    if sentence.stem(at) in ("اول", "اخر") and sentence.kind(at + 1) is Kind.NOUN:
        at += 1  # أول شحنة
    word = sentence.words[at]
    if at in sentence.bodies or (at in sentence.acting and word.definite and word.stem == "امن"):
        return False  # جبهة النصرة: a front that is a body; اعتقل الأمن
    weapons = sentence.vocabulary.lexicon.words["weapons"]
    weapon = (word.stem in weapons or word.stem[:-2] in weapons) and names_weapon(sentence, at)
    if weapon or word.kind is Kind.TIME:
        return True
    deed = any(
        one.shape in (Shape.NOUN, Shape.MASDAR)
        and one.frame.noun not in (Role.SELF, Role.DESCRIBED)
        and (one.frame.type is not EventType.PROTEST or one.frame.mode == "strike")
        for one in word.triggers
    )
    known = word.name or word.title or word.stem in sentence.vocabulary.grammar.holders
    if deed and not known and not word.nationality:
        return True
    if word.kind is Kind.NUMBER and word.folded not in _CROWDS and sentence.folded(at + 1) != "من":
        while sentence.kind(at + 1) is Kind.NUMBER:
            at += 1  # نحو 50 قتيلا
        following = sentence.at(at + 1)
        counts = following is not None and following.kind is Kind.NOUN and not sentence.among(at + 1, "measures")
        return not counts or is_thing(sentence, at + 1)
    if word.stem == "حركه" and sentence.stem(at + 1) in _TRAFFIC:
        return True
    if is_verbal_noun(sentence, at):
        return True
    return sentence.among(at, "things") or _without_pronoun(word.stem) in sentence.vocabulary.lexicon.words["things"]


def is_verbal_noun(sentence: EventSentence, at: int) -> bool:
    """Tell whether the word is the noun of an act by its shape (تمديد، استعداد، إقامة) or listed (سماح)."""
    word = sentence.at(at)
    if word is None or word.kind is not Kind.NOUN or word.name or word.title or word.nationality:
        return False
    if at in sentence.acting or any(sentence.among(at, name) for name in ("actors", "places", "not_acts", "vehicles")):
        return False
    stem = _without_pronoun(word.stem)
    if stem in sentence.vocabulary.grammar.holders or at in sentence.placed or at in sentence.persons:
        return False
    return has_act_shape(sentence, at, stem)


def _without_pronoun(stem: str) -> str:
    return next((stem.removesuffix(end) for end in ("هما", "هم", "ها", "ه") if stem.endswith(end)), stem)


def holds_weapon(sentence: EventSentence, span: Span) -> bool:
    """Tell whether the phrase names arms, and so what is dealt with and not with whom."""
    return any(
        span.start <= token.start < span.end and names_weapon(sentence, index)
        for index, token in enumerate(sentence.tokens)
    )
