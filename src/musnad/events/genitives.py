"""Reads what stands behind a trigger noun: its adjectives, its genitive, and who that makes agent and target."""

from dataclasses import replace

from musnad.events.actors import is_actor
from musnad.events.clauses import Clause, Marked
from musnad.events.describing import is_adjective, is_plain_quality
from musnad.events.owners import is_act
from musnad.events.people import is_thing
from musnad.events.phrases import Phrase, read_phrase
from musnad.events.sentence import EventSentence
from musnad.events.triggers import Found
from musnad.events.words import Kind, Word
from musnad.languages.events import Frame, Role, Shape
from musnad.model import EventType, Span

_TAKEN = frozenset({EventType.ASSAULT, EventType.COERCE})
_OF_OBJECT = frozenset({"دحر", "غزو", "سحق", "صد", "حرق", "احراق"})
_ACCUSING = frozenset({"اتهام", "انتقاد"})
_CHARGES = frozenset({"تهمه", "تهم", "شبهه"})


def names_charge(sentence: EventSentence, found: Found) -> bool:
    """تهمة الانتماء إلى جماعة: what stands behind the noun says what one is charged with, and names no party."""
    return sentence.words[found.end - 1].stem in _CHARGES and sentence.kind(found.end) is Kind.NOUN


def adjectives_of(sentence: EventSentence, found: Found) -> tuple[tuple[Span, ...], int]:
    """Return the nationality adjective behind the noun, which names the agent, and where the adjectives end."""
    agents: tuple[Span, ...] = ()
    index = begun = found.end
    if _names_national(sentence, found):
        return (), index  # مقتل | سوري
    while (word := sentence.at(index)) is not None and word.kind is Kind.NOUN:
        plain = not word.preposition and not word.conjunction
        if not plain or word.title or not (is_adjective(word) or _is_quality(sentence, index)):
            break
        if _owns_next(sentence, index):
            break
        holder = word.nationality and word.definite and sentence.words[index - 1].title and index - 1 < begun
        if holder:
            pass  # طرد السفير | الكندي: of whom it is done to
        elif word.nationality and sentence.words[index - 1].definite == word.definite:
            agents = (sentence.span(index, index + 1),)
        elif word.nationality:
            break
        index += 1
    joined = sentence.at(index)
    if agents and joined is not None and joined.conjunction and joined.nationality and not joined.title:
        return (*agents, sentence.span(index, index + 1, 1)), index + 1  # تحذيرات فرنسية وألمانية
    return agents, index


def _names_national(sentence: EventSentence, found: Found) -> bool:
    """Tell whether a bare nationality behind the noun is somebody to whom it was done: إصابة | سوري, but غارة سورية."""
    word, noun = sentence.at(found.end), sentence.words[found.end - 1]
    if word is None or not word.nationality or word.definite or word.preposition or word.conjunction or noun.definite:
        return False
    frame = found.trigger.frame
    if frame.noun is not Role.TARGET or found.trigger.suffixed:
        return False
    several = word.stem.endswith(("ين", "ون", "ان"))
    alike = word.stem.endswith("ه") == (noun.stem.endswith(("ه", "ات")) or found.trigger.number == "p")
    return several or not alike or frame.victims is not None or frame.mode == "arrest"


def _owns_next(sentence: EventSentence, index: int) -> bool:
    """Tell whether a word in ي is a plural in construct, and no adjective: إجبار | مسلحي التنظيم."""
    word, following = sentence.words[index], sentence.at(index + 1)
    if word.definite or word.nationality or not word.stem.endswith("ي") or following is None:
        return False
    plain = following.kind is Kind.NOUN and following.definite and not following.preposition
    return plain and not following.conjunction and not is_adjective(following)


def genitive_of(sentence: EventSentence, found: Found, index: int) -> Phrase | None:
    """Return the phrase in the genitive behind a noun without article: اغتيال قائد."""
    word = sentence.words[found.end - 1]
    if names_charge(sentence, found):
        return None
    if word.definite or found.trigger.suffixed or index != found.end:
        return None
    raw = sentence.raw(found.end - 1)
    if raw.endswith(("ا", "اً", "ًا", "ين", "ان")) and not raw.endswith(("ة", "اء")) and found.trigger.number != "p":
        return None
    following = sentence.at(index)
    if following is not None and following.kind is Kind.DEMONSTRATIVE and sentence.kind(index + 1) is Kind.NOUN:
        return read_phrase(sentence, index)  # مساعدة هذه الأقلية
    if following is None or following.kind not in (Kind.NOUN, Kind.NUMBER):
        return _quoted(sentence, index)
    if following.preposition or following.conjunction:
        return None
    known = following.name or index in sentence.acting or sentence.among(index, "actors")
    if following.folded.endswith("ا") and len(following.folded) > 5 and not known:
        return None  # an accusative stands in no genitive: هجوما مستخدما
    return read_phrase(sentence, index)


def assign(
    sentence: EventSentence,
    frame: Frame,
    held: tuple[Span, ...],
    genitive: Phrase | None,
    behind: Clause,
) -> tuple[tuple[Span, ...], tuple[Span, ...], Phrase | None]:
    """Return agents, targets and the counted victims from the genitive or the pronoun."""
    kind, role = frame.type, frame.noun
    owners = held or (genitive.spans(sentence) if genitive else ())
    if not owners or role is Role.NONE:
        return (), (), None
    done_to = behind.marked[0] if held and behind.marked else None
    if (
        done_to is not None
        and role in (Role.TARGET, Role.EITHER)
        and done_to.preposition == "ل"
        and _adjoins(done_to, behind)
    ):
        return held, done_to.phrase.spans(sentence), None  # مداهمتها للعاصمة, اعتقالها لناشط
    handed = genitive is not None and is_actor(sentence, genitive) and _pronoun_behind(genitive, behind)
    if handed and genitive is not None and not _is_anyones(sentence, genitive):
        return owners, (), None  # دعم العاصمة لهم: whom the pronoun means is resolved later
    accused = behind.bare[0] if behind.bare and kind is EventType.ACCUSE and genitive is not None else None
    if accused is not None and genitive is not None and accused.first <= genitive.last and is_actor(sentence, accused):
        return owners, accused.spans(sentence), None  # اتهام الحكومة جارتها بكذا
    transitive = role in (Role.TARGET, Role.EITHER) or kind in (EventType.ASSAULT, EventType.AID, EventType.COERCE)
    if transitive and genitive is not None and is_actor(sentence, genitive):
        to_whom = _next_marked(sentence, genitive, behind, role, frame)
        if to_whom is not None:
            # The doer of a verbal noun, then its object behind ل: اعتقال الشرطة لناشط، دعم العاصمة للفصائل.
            return owners, to_whom.spans(sentence), None
    suffered = behind.bare[0] if held and behind.bare else None
    adjoined = suffered is not None and suffered.first == behind.verb + 1 and is_actor(sentence, suffered)
    if suffered is not None and adjoined and role is Role.TARGET:
        return held, suffered.spans(sentence), suffered  # اعتقالها الناشطين
    if role is Role.TARGET:
        return (), owners, genitive
    if role is Role.EITHER:
        object_follows = behind.bare[0] if behind.bare and (genitive or held) else None
        if object_follows is not None and sentence.kind(object_follows.first) is Kind.NUMBER:
            object_follows = None  # استهداف السفن أكثر من مرة
        if object_follows is not None and object_follows.first <= (genitive.last if genitive else object_follows.first):
            return owners, object_follows.spans(sentence), None
        if held:
            harmed = kind in (EventType.ASSAULT, EventType.COERCE) or any(
                one.preposition == "ب" for one in behind.marked[:1]
            )
            return ((), owners, None) if harmed else (owners, (), None)
        return (), owners, genitive
    if genitive is not None and not held and not can_act(sentence, genitive):
        return (), (), None  # انتشار الشائعات: what does no deed is no agent
    return owners, (), None


def read_as(sentence: EventSentence, found: Found) -> Frame:
    """Return the frame in which a genitive is whom the deed is done to, as behind محاربة، تعذيب، دحر, where it may be.

    Verbal nouns of forms II and III and of some verbs of form I take an object; اعتداء and هجوم take على, and so their
    doer in the genitive.
    """
    frame, stem = found.trigger.frame, sentence.stem(found.first)
    if found.trigger.lemma == "استجواب":
        return replace(frame, noun=Role.TARGET)
    if found.trigger.lemma == "استقبال" and not found.trigger.suffixed:
        return replace(frame, noun=Role.EITHER)  # استقبال اللاجئين، استقبال الرئيس للوزير
    taking = frame.type in _TAKEN or frame.mode == "clash"
    accused = found.trigger.lemma in _ACCUSING or (found.trigger.lemma == "ادانه" and found.end in sentence.persons)
    if accused and found.trigger.number == "s":
        return replace(frame, noun=Role.EITHER)  # انتقاد الحكومة، إدانة الرجل بالقتل
    if frame.noun not in (Role.AGENT, Role.BOTH) or found.trigger.shape is not Shape.MASDAR or not taking:
        return frame
    by_object = "object" in frame.target and (_takes_object(stem) or found.trigger.lemma in _OF_OBJECT)
    return replace(frame, noun=Role.EITHER) if by_object else frame


def _takes_object(stem: str) -> bool:
    """Tell whether the noun is of form II (تعذيب) or III (محاربة) by its shape."""
    second = len(stem) == 5 and stem[0] == "ت" and stem[3] == "ي"
    return second or (len(stem) == 6 and stem[0] == "م" and stem[2] == "ا" and stem[-1] == "ه")


def can_act(sentence: EventSentence, phrase: Phrase) -> bool:
    """Tell whether the phrase may name someone: known actors, and definite or quoted nouns that name no act."""
    if is_actor(sentence, phrase) or phrase.first in sentence.placed or sentence.among(phrase.first, "places"):
        return True
    word = sentence.words[phrase.first]
    if is_thing(sentence, phrase.first):
        return False
    return word.kind is Kind.NUMBER or (word.definite and not is_act(sentence, phrase.first) and not _is_abstract(word))


def _is_quality(sentence: EventSentence, index: int) -> bool:
    word, previous = sentence.words[index], sentence.words[index - 1]
    if word.definite:
        return previous.definite and word.stem not in sentence.vocabulary.grammar.holders
    qualities = sentence.vocabulary.lexicon.words["qualities"]
    if is_plain_quality(sentence, index):
        return True
    stem = word.stem
    bare = stem[:-1] if stem.endswith(("ه", "ا")) else stem.removesuffix("ين").removesuffix("ات").removesuffix("ت")
    if not previous.definite and (stem in qualities or bare in qualities):
        return True
    return not previous.definite and word.folded.endswith("ا") and previous.folded.endswith("ا")


def _quoted(sentence: EventSentence, index: int) -> Phrase | None:
    return read_phrase(sentence, index) if sentence.is_quote(index) else None


def _next_marked(sentence: EventSentence, genitive: Phrase, behind: Clause, role: Role, frame: Frame) -> Phrase | None:
    """Return the phrase that ل, or the verb's own preposition, marks right behind the genitive: إطاحة الجيش بالرئيس."""
    for one in behind.marked[:1]:
        marks = frozenset({"ل", "علي"} if role is Role.EITHER else {"ل"})
        if "ب" in frame.target and is_actor(sentence, one.phrase):
            marks |= {"ب"}
        if one.preposition in marks and one.phrase.first <= genitive.last + 1:
            return one.phrase
    return None


def _pronoun_behind(genitive: Phrase, behind: Clause) -> bool:
    """Tell whether ل with a pronoun stands right behind the genitive."""
    return any(preposition == "ل" and at == genitive.last for preposition, at in behind.pronouns)


def _adjoins(one: Marked, behind: Clause) -> bool:
    """Tell whether the phrase stands right behind the noun that the clause was read from."""
    return one.phrase.first == behind.verb + 1


def _is_anyones(sentence: EventSentence, genitive: Phrase) -> bool:
    """Tell whether the genitive is unnamed, so that a pronoun behind ل owns it: إطلاق سراح زملاء | لهم."""
    word = sentence.words[genitive.first]
    return not (word.definite or word.name or genitive.first in sentence.acting)


def _is_abstract(word: Word) -> bool:
    """Tell whether the word is a plural in ات or a verbal noun by its shape: الشائعات، التكهنات، التطورات."""
    return word.stem.endswith("ات") or (word.stem.startswith("ت") and len(word.stem) == 5 and word.stem[3] == "ي")
