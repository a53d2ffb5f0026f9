"""Finds whose act a noun names, so that what is said against the act is said against them: قرار الرئيس، قصفهم."""

from musnad.events.actors import Actors, is_actor, pronoun_of
from musnad.events.people import is_verbal_noun
from musnad.events.phrases import Phrase, phrase_ending, read_phrase
from musnad.events.sentence import EventSentence
from musnad.events.words import Kind
from musnad.languages.events import Shape
from musnad.model import Span

_RELATIVES = frozenset({"الذي", "التي", "الذين"})
# Further than this a relative clause belongs to another noun.
_REACH = 4
# المسؤول في نهاية المطاف عن: this far a deed may stand behind the word for who answers for it.
_ANSWERING = 6
# قرار الرئيس الأميركي السابق فلان الفلاني بمنع
_DECIDING = 9
_OPERATIONS = frozenset({"عمليه", "عمليات", "سلسله", "حمله", "حملات"})


def owner_of(sentence: EventSentence, phrase: Phrase, actors: Actors) -> tuple[Span, ...]:
    """Return the spans of who did the act that the phrase names; empty where it names none, or nobody did it."""
    head = phrase.first
    if not is_act(sentence, head):
        return ()
    pronoun = pronoun_of(sentence.raw(head)) if not sentence.words[head].definite else None
    if pronoun is not None and not sentence.raw(head).endswith("ة"):
        return actors.resolve(*pronoun, before=sentence.tokens[head].start, sentence=sentence.number)
    following = head + 1
    while (word := sentence.at(following)) is not None and word.kind is Kind.NOUN and word.nationality:
        if word.preposition or word.conjunction:
            return ()
        if word.definite == sentence.words[head].definite:
            return (sentence.span(following, following + 1),)
        following += 1
    if not sentence.words[head].definite and (owner := _owner_at(sentence, following)) is not None:
        return owner.spans(sentence)
    quality = sentence.at(following)
    described = quality is not None and quality.kind is Kind.NOUN and quality.definite and not quality.preposition
    plain = following + described
    theirs = sentence.at(plain)
    if sentence.words[head].definite and theirs is not None and theirs.preposition == "ل" and theirs.definite:
        owner = read_phrase(sentence, plain)  # الموقف السلبي للمجتمع الدولي
        return owner.spans(sentence) if owner is not None and is_actor(sentence, owner) else ()
    if sentence.folded(following) == "من" and (owner := _owner_at(sentence, following + 1)) is not None:
        return owner.spans(sentence)
    return _by_clause(sentence, following)


def decided_by(sentence: EventSentence, deed: int) -> Phrase | None:
    """Return whose decision, attempt or part in a deed is told: قرار المحكمة | ترحيل الجنود، قيام الجيش | بقصف."""
    before = deed - 1 if sentence.kind(deed - 1) is Kind.PREPOSITION else deed
    if sentence.folded(before - 1) in ("عدم", "بعدم"):
        before -= 1
    if sentence.stem(before - 1) in _OPERATIONS and not sentence.words[before - 1].definite:
        before -= 1  # تنفيذ الشرطة | عمليات اعتقال
    for at in range(before - 1, max(-1, before - _DECIDING), -1):
        word = sentence.words[at]
        if word.kind is Kind.VERB or sentence.is_break(at) or sentence.is_comma(at):
            return None
        if not sentence.among(at, "deciding") or word.definite:
            continue
        named = read_phrase(sentence, at + 1, limit=before)
        fits = named is not None and is_actor(sentence, named) and named.last == before
        return named if fits else None
    return None


def accused_of(sentence: EventSentence, deed: int) -> tuple[Span, ...]:
    """Return who is said to be accused of the deed or to answer for it: المتهم بالاعتداء، هو المسؤول عن الهجوم."""
    for at in range(deed - 1, max(-1, deed - _ANSWERING), -1):
        word = sentence.words[at]
        if word.kind is Kind.VERB or sentence.is_break(at):
            return ()
        if word.kind is not Kind.NOUN or word.stem not in sentence.vocabulary.lexicon.words["accused"]:
            continue
        linked = sentence.words[deed].preposition == "ب" or sentence.folded(deed - 1) in ("عن", "في", "وراء")
        if not linked:
            return ()
        before = at - 1 if sentence.kind(at - 1) is Kind.PRONOUN else at
        named = phrase_ending(sentence, before)
        if named is not None and is_actor(sentence, named):
            return named.spans(sentence)
        return (sentence.span(at, at + 1, sentence.clitics(at)),) if word.definite else ()
    return ()


def is_act(sentence: EventSentence, index: int) -> bool:
    """Tell whether the word names something done or said: a deed, or a word like قرار، سياسة، جهود."""
    word = sentence.at(index)
    if word is None or word.kind is not Kind.NOUN or word.name or word.title:
        return False
    deed = any(one.shape in (Shape.NOUN, Shape.MASDAR) for one in word.triggers) or word.dealing is not None
    stem = word.stem
    for ending in ("هما", "هم", "ها", "ه"):
        if stem.endswith(ending) and len(stem) - len(ending) >= 3:
            stem = stem.removesuffix(ending)
            break
    acts = sentence.vocabulary.lexicon.words["acts"]
    return deed or word.stem in acts or stem in acts or is_verbal_noun(sentence, index)


def _owner_at(sentence: EventSentence, index: int) -> Phrase | None:
    """Return the phrase at `index` if it names someone; past a noun of an act (محاولات قصف الجيش) and plain nouns."""
    for start in range(index, min(len(sentence), index + 3)):
        word = sentence.words[start]
        if word.kind is not Kind.NOUN or word.preposition or word.conjunction:
            return None
        phrase = read_phrase(sentence, start)
        if phrase is not None and is_actor(sentence, phrase) and not sentence.among(start, "places"):
            return phrase
        if word.definite:
            return None
    return None


def _by_clause(sentence: EventSentence, index: int) -> tuple[Span, ...]:
    """Return the subject of the relative clause that tells who did it: الخطوات التي اتخذتها الحكومة."""
    for relative in range(index, min(len(sentence), index + _REACH)):
        if sentence.folded(relative) not in _RELATIVES:
            continue
        for start in range(relative + 1, min(len(sentence), relative + 12)):
            word = sentence.words[start]
            if word.kind is Kind.NOUN and not word.preposition and not word.conjunction:
                phrase = read_phrase(sentence, start)
                return phrase.spans(sentence) if phrase is not None and is_actor(sentence, phrase) else ()
            if sentence.is_break(start) or sentence.is_comma(start):
                return ()
    return ()
