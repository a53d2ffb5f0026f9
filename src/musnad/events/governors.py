"""Reads what the verb that carries a trigger noun tells of it: شن الجيش هجوما، تعرض الموقع لقصف."""

from musnad.events.actors import Actors, is_actor
from musnad.events.clauses import Clause
from musnad.events.describing import has_act_shape
from musnad.events.dividing import agrees
from musnad.events.owners import is_act
from musnad.events.phrases import Phrase, phrase_ending, read_phrase
from musnad.events.sentence import EventSentence
from musnad.events.triggers import Found
from musnad.events.verbal import marked_target
from musnad.events.words import Kind
from musnad.languages.events import Shape
from musnad.model import EventType, LinkKind, Span

AGAINST = frozenset({"ضد", "بحق", "تجاه", "علي"})
_ABOUT = frozenset({"حيال", "ازاء"})
_MATTERS = frozenset({"بشان", "حول", "بخصوص", "بسبب", "جراء"})  # بيان بشأن الهجوم
# What such a verb leads to has a cause, and no doer: أدت الفضيحة إلى توجيه الاتهام.
_CAUSING = frozenset({"ادي", "اسفر", "اثار", "خلف", "يعود"})
# Whoever does this does the deed that follows: بادرت الحكومة إلى حث المنظمات.
_CONTROLLING = frozenset(
    {"بادر", "سارع", "عمد", "رد", "لجا", "اكتفي", "حاول", "سعي", "واصل", "استمر", "بدا", "قام", "تمكن", "نجح",
     "استطاع", "فشل", "حقق", "احرز", "قرر", "اعتزم", "نوي", "تعهد", "هدد", "توعد", "استانف", "شرع", "اراد", "اضطر",
     "الغي", "ارجا", "انهي", "استعد", "تولي"}
)  # fmt: skip
# Verbs whose subject a deed can be, عقد as a passive.
_BEGINNING = frozenset(
    {"بدا", "استمر", "وقع", "حدث", "جري", "عقد", "تواصل", "انتهي", "اندلع", "تصاعد", "عاد", "تم", "دار", "وجه", "وجد"}
)
_SAID_TO = frozenset({EventType.REQUEST, EventType.ACCUSE, EventType.THREATEN})
_DONE_TO = _SAID_TO | {EventType.ASSAULT, EventType.COERCE, EventType.AID, EventType.SUPPORT, EventType.MOBILIZE}
_ESCORTS = ("يتقدم", "تتقدم", "يتراس", "تتراس", "يرافق", "ترافق", "يراس", "تراس")
_JOINED = 10  # further before the noun, a verb takes something else
_NOUNS = (Shape.NOUN, Shape.MASDAR)
_ANSWERS = ("مسيوليت", "مسووليت")
_SPOKESMEN = frozenset({"متحدث", "متحدثه", "ناطق", "ناطقه"})
_TO_BODY = 4  # المتحدث الرسمي الجديد باسم
_DONE_BY_BODIES = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.RETREAT, EventType.AID})
_CASES = frozenset({"قضيه", "قضايا", "وقايع", "ملف", "ذكري"})
_AMID = frozenset({"في", "اثر", "جراء", "خلال", "بعد", "من"})
_IN_ANSWER = frozenset({"ردا", "وردا", "احتجاجا", "واحتجاجا", "بناء", "اعتراضا", "تعليقا", "وتعليقا", "غضبا"})
_WHEN = frozenset({"خلال", "بعد", "قبل", "منذ", "عقب", "غداه", "اثناء", "قبيل", "بعيد", "رغم"})


def governing(sentence: EventSentence, found: Found, clauses: dict[int, Clause]) -> Clause | None:
    """Return the clause of the nearest verb before the noun that reaches it."""
    if sentence.folded(found.first - 1) in _ABOUT:
        return None  # شكوكا حيال القصف
    if sentence.folded(found.first - 1) == "من" and sentence.stem(found.first - 2) == "رغم":
        return None  # بالرغم من الهزيمة
    if sentence.stem(found.first - 1) in _WHEN and sentence.kind(found.first - 1) is not Kind.NOUN:
        return None  # خلال الحرب: tells when, and is no object of the verb
    if sentence.folded(found.first - 1) == "علي" and sentence.folded(found.first - 2) in _IN_ANSWER:
        return None  # شنت هجوما ردا على مقتل قادتها
    escorted = False
    for verb in range(found.first - 1, max(-1, found.first - 16), -1):
        clause = clauses.get(verb)
        if clause is not None and _is_escort(sentence, verb):
            escorted = True
        elif clause is not None and _comments_on(sentence, verb, found):
            return None  # علقت السفارة على زيارة الوفد
        elif clause is not None:
            return clause if escorted or found.first < max(clause.end, verb + 2) else None
        if sentence.is_break(verb):
            return None
    return None


def _comments_on(sentence: EventSentence, verb: int, found: Found) -> bool:
    """Tell whether the verb only comments on the deed."""
    spoken = sentence.words[verb].verb
    return spoken is not None and spoken.lemma == "علق" and sentence.folded(found.first - 1) == "علي"


def _is_escort(sentence: EventSentence, verb: int) -> bool:
    """Tell whether the verb only says who leads or goes along: قام وفد | يتقدمه الناطق | بزيارة."""
    word = sentence.folded(verb)
    return word.startswith(_ESCORTS) and word.endswith(("ه", "ها", "هم"))


def joined_governor(sentence: EventSentence, found: Found, clauses: dict[int, Clause]) -> Clause | None:
    """Return the clause whose verb takes this noun too, that و joins to another: بالانسحاب | وتفخيخ."""
    if not sentence.words[found.first].conjunction or sentence.words[found.first].definite:
        return None
    for verb in range(found.first - 1, max(-1, found.first - _JOINED), -1):
        if verb in clauses:
            return clauses[verb] if _takes_deed(sentence, verb + 1, found.first) else None
        if sentence.kind(verb) in (Kind.MARK, Kind.OPENER, Kind.VERB):
            return None
    return None


def _takes_deed(sentence: EventSentence, start: int, end: int) -> bool:
    """Tell whether ب, إلى or على with a noun of a deed stands between, as the noun's fellow."""
    for at in range(start, end):
        word = sentence.words[at]
        marked = word.preposition == "ب" or sentence.folded(at - 1) in ("الي", "علي", "عن")
        if word.kind is Kind.NOUN and marked and (is_act(sentence, at) or has_act_shape(sentence, at, word.stem)):
            return True
    return False


def subject_of(sentence: EventSentence, clause: Clause, found: Found) -> Phrase | None:
    """Return the governing verb's subject, which is not the noun itself."""
    ahead, verb = clause.before, sentence.words[clause.verb].verb
    for phrase in clause.bare:
        if phrase.first <= found.first < phrase.last:
            break
        alone = ahead is not None and is_actor(sentence, ahead) and not is_actor(sentence, phrase)
        if ahead is not None and alone and verb is not None and agrees(sentence, ahead, verb.gender):
            return ahead  # الجيش حقق | نجاحا في محاربة المتمردين
        return phrase
    if clause.before is not None:
        return clause.before
    if clause.relative:
        return phrase_ending(sentence, clause.verb - 1)
    return None


def from_governor(
    sentence: EventSentence,
    found: Found,
    clauses: dict[int, Clause],
    actors: Actors,
    agents: tuple[Span, ...],
    targets: tuple[Span, ...],
) -> tuple[tuple[Span, ...], tuple[Span, ...], str | None]:
    """Take the missing agent from the subject of the verb that carries the noun: شن الجيش هجوما، تعرض الموقع لقصف."""
    clause = governing(sentence, found, clauses)
    if clause is None:
        return agents, targets, None
    verb = sentence.words[clause.verb]
    lemma = verb.verb.lemma if verb.verb else (verb.triggers[0].lemma if verb.triggers else "")
    subject = subject_of(sentence, clause, found)
    if subject is not None and found.trigger.frame.type in _DONE_BY_BODIES:
        subject = _spoken_for(sentence, subject)
    named = subject.spans(sentence) if subject is not None else _unspoken(sentence, clause, found, actors)
    if not named:
        return agents, targets, None
    words = sentence.vocabulary.lexicon.words
    spans = tuple(span for span in named if span not in targets and span not in agents)
    if not agents and sentence.folded(found.first - 1) == "عن" and sentence.stem(found.first - 2).startswith(_ANSWERS):
        return spans, targets, "light_verb"  # أعلن التنظيم مسؤوليته عن الهجوم
    about = sentence.folded(found.first - 1) in _MATTERS and not found.trigger.frame.arms
    if (lemma in words["suffering_verbs"] and not about) or (lemma == "قضي" and found.trigger.frame.mode == "convict"):
        return agents, targets or spans, "suffered_noun"
    acts = subject is None or is_actor(sentence, subject)
    purpose = sentence.words[found.first].preposition == "ل"
    if not agents and purpose and found.trigger.shape is Shape.MASDAR and acts:
        return spans, targets, "purpose_noun"  # استغل المسلحون الميناء لاستهداف السفن
    if about or _hangs_on_deed(sentence, found.first) or _lies_deeper(sentence, clause.verb, found):
        return agents, targets, None  # إدانتها للهجوم: who condemns has not attacked
    caused = lemma in _CAUSING and (subject is None or not is_actor(sentence, subject))
    aside = sentence.folded(found.first - 1) in _AMID  # أعلن الجيش مقتل جنوده في هجوم
    if sentence.stem(found.first - 1) in _CASES:
        return agents, targets, None  # حكمت المحكمة على رجل في قضية تفجير
    told = subject is None or _is_outlet(sentence, subject)
    if lemma == "اعلن" and (found.trigger.frame.victims or aside or told):
        return agents, targets, None  # who announces the dead has not killed them
    state = subject is not None and subject.first in sentence.countries
    if lemma == "شهد" and not (state and found.trigger.frame.type is EventType.PROTEST):
        return agents, targets, None  # شهدت المدينة معارك: where they were
    if not agents and lemma in words["light_verbs"] and not caused and not _is_shan(sentence, clause.verb):
        agents = spans
        if not targets:
            targets = marked_target(sentence, clause, found.trigger.frame.target | AGAINST, actors)
            targets = tuple(span for span in targets if span.start != sentence.tokens[found.first].start)
        return agents, targets, "light_verb"
    return agents, targets, None


def _spoken_for(sentence: EventSentence, subject: Phrase) -> Phrase:
    """Return the body that a spokesman speaks for, who does no deed himself: أعلن الناطق باسم الجيش | ضبط أسلحة."""
    if sentence.stem(subject.first) not in _SPOKESMEN:
        return subject
    for at in range(subject.first + 1, min(len(sentence), subject.first + _TO_BODY)):
        if sentence.folded(at) == "باسم":
            return read_phrase(sentence, at + 1, joined=False) or subject
    return subject


def _is_shan(sentence: EventSentence, verb: int) -> bool:
    """Tell whether the verb stands behind a preposition and so is the noun spelled like it: من شن هجوم."""
    return sentence.kind(verb - 1) is Kind.PREPOSITION and verb > 0 and sentence.stem(verb - 1) not in ("حتي", "منذ")


def _hangs_on_deed(sentence: EventSentence, index: int) -> bool:
    """Tell whether the noun is what another deed's noun is about: إدانتها للهجوم، الرد على القصف."""
    before = index - 1
    if sentence.folded(before) in ("علي", "من"):
        before -= 1
    elif sentence.words[index].preposition != "ل":
        return False
    return before >= 0 and any(one.shape in (Shape.NOUN, Shape.MASDAR) for one in sentence.words[before].triggers)


def _lies_deeper(sentence: EventSentence, verb: int, found: Found) -> bool:
    """Tell whether the verb's own object is another deed, of which this noun tells more: أعلن انسحابه من الاتفاق."""
    if sentence.words[found.first].conjunction:
        return False
    marked = False
    for at in range(found.first, verb, -1):
        word = sentence.words[at]
        if at < found.first and marked and word.kind is Kind.NOUN and not word.title:
            deeds = [one.frame.type for one in word.triggers if one.shape in (Shape.NOUN, Shape.MASDAR)]
            if deeds:
                return found.trigger.frame.type not in deeds  # التوصل إلى اتفاق: one deed
        asked = at < found.first - 1 and word.kind is Kind.NOUN and not word.title and not word.conjunction
        if asked and any(one.frame.type is EventType.REQUEST and one.shape in _NOUNS for one in word.triggers):
            return True  # رفض الوزير مطلب الحزب | إقالة الحاكم
        marked = marked or bool(word.preposition) or word.kind is Kind.PREPOSITION
    return False


def controlled(
    sentence: EventSentence, found: Found, clauses: dict[int, Clause], genitive: Phrase, agents: tuple[Span, ...]
) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    """Return the verb's subject and the genitive as its target where the verb says that its subject does the deed."""
    clause = governing(sentence, found, clauses)
    frame = found.trigger.frame
    if clause is None or frame.type not in _DONE_TO or "object" not in frame.target:
        return None
    verb = sentence.words[clause.verb].verb
    purpose = sentence.words[found.first].preposition == "ل" and frame.type not in _SAID_TO
    if not purpose and (verb is None or verb.lemma not in _CONTROLLING):
        return None
    subject = subject_of(sentence, clause, found)
    if subject is None or subject.first == genitive.first or not is_actor(sentence, subject):
        return None
    return subject.spans(sentence), agents


def visited(
    sentence: EventSentence, found: Found, clauses: dict[int, Clause], genitive: Phrase, agents: tuple[Span, ...]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the verb's subject as agent and the genitive as target where one means to do it: تعتزم زيارة الإقليم."""
    clause = governing(sentence, found, clauses)
    if clause is None:
        return agents, ()
    verb = sentence.words[clause.verb].verb
    words = sentence.vocabulary.lexicon.words
    if verb is None or verb.lemma not in words["light_verbs"] | words["intending"]:
        return agents, ()
    subject = subject_of(sentence, clause, found)
    if subject is None or subject.first == genitive.first or not is_actor(sentence, subject):
        return agents, ()
    return subject.spans(sentence), agents


def _unspoken(sentence: EventSentence, clause: Clause, found: Found, actors: Actors) -> tuple[Span, ...]:
    """Return who the subject is that the verb leaves unspoken: ونجحت باستعادة المدينة."""
    verb = sentence.words[clause.verb].verb
    own = [phrase for phrase in clause.bare if phrase.first <= found.first < phrase.last]
    if verb is None or clause.relative or len(own) < len(clause.bare):
        return ()
    if own and verb.lemma in _BEGINNING and agrees(sentence, own[0], verb.gender):
        return ()  # بدأ العدوان: the noun itself is the subject; but تلقت تهديدات
    return actors.resolve(verb.gender, verb.number, before=sentence.tokens[clause.verb].start, sentence=sentence.number)


def _is_outlet(sentence: EventSentence, phrase: Phrase) -> bool:
    holder = sentence.vocabulary.grammar.holders.get(sentence.stem(phrase.first))
    return holder is not None and holder.kind is LinkKind.OUTLET
