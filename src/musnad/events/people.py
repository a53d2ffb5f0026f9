"""Tells phrases that can name participants from those that name things, times, weapons and deeds."""

from musnad.events.sentence import EventSentence
from musnad.events.triggers import names_weapon
from musnad.events.words import Kind
from musnad.languages.events import Role, Shape
from musnad.model import EventType, Span

_TRAFFIC = frozenset({"جويه", "مرور", "ملاحه", "سير", "طيران", "بيع", "تجاره"})
_CROWDS = frozenset({"الاف", "الالاف", "ميات", "الميات", "عشرات", "العشرات", "ملايين", "الملايين"})


def people(sentence: EventSentence, spans: tuple[Span, ...], *, places: bool) -> tuple[Span, ...]:
    """Return the spans that can name participants: no deed, weapon, time or quality; places only where asked."""
    kept = []
    for span in spans:
        at = next((n for n, token in enumerate(sentence.tokens) if token.start <= span.start < token.end), None)
        placed = at is not None and (
            sentence.among(at, "places") or (at in sentence.placed and not sentence.among(at, "actors"))
        )
        if at is None or (not is_thing(sentence, at) and (places or not placed)):
            kept.append(span)
    return tuple(kept)


def is_thing(sentence: EventSentence, at: int) -> bool:
    """Tell whether the phrase that begins at token `at` names no participant."""
    word = sentence.words[at]
    weapons = sentence.vocabulary.lexicon.words["weapons"]
    weapon = (word.stem in weapons or word.stem[:-2] in weapons) and names_weapon(sentence, at)
    if weapon or word.kind is Kind.TIME:
        return True
    deed = any(
        one.shape in (Shape.NOUN, Shape.MASDAR)
        and one.frame.noun not in (Role.SELF, Role.DESCRIBED)
        and one.frame.type is not EventType.PROTEST
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
    return sentence.among(at, "things") or _without_pronoun(word.stem) in sentence.vocabulary.lexicon.words["things"]


def _without_pronoun(stem: str) -> str:
    return next((stem.removesuffix(end) for end in ("هما", "هم", "ها", "ه") if stem.endswith(end)), stem)


def holds_weapon(sentence: EventSentence, span: Span) -> bool:
    """Tell whether the phrase names arms, and so what is dealt with and not with whom."""
    return any(
        span.start <= token.start < span.end and names_weapon(sentence, index)
        for index, token in enumerate(sentence.tokens)
    )
