"""Says how real an event is by the words around its trigger: happened, ongoing, planned, threatened, denied."""

from musnad.events.claimed import Claimed
from musnad.events.clauses import Clause
from musnad.events.sentence import EventSentence
from musnad.events.triggers import Found
from musnad.events.words import Kind
from musnad.languages.events import Shape
from musnad.model import EventStatus, EventType, Stance

# Speech acts are done when they are told, whatever the tense: يطالب، ترحب.
SPEECH = frozenset(
    {EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN, EventType.SUPPORT, EventType.AGREE}
)
_HARM = frozenset({EventType.SANCTION, EventType.COERCE, EventType.ASSAULT})
# Deeds that last: a present tense tells that they go on.
_LASTING = frozenset(
    {
        EventType.ASSAULT,
        EventType.AID,
        EventType.COERCE,
        EventType.COOPERATE,
        EventType.MOBILIZE,
        EventType.RETREAT,
        EventType.PROTEST,
        EventType.CONSULT,
    }
)
_COMING = frozenset({"المقبل", "المقبله", "القادم", "القادمه", "غدا"})
_FUTURE = frozenset({"سوف", "وسوف", "لن", "ولن"})
_PAST_NEGATION = frozenset({"لم", "ولم", "فلم"})
_NEGATION = frozenset({"لا", "ولا", "لن", "ولن", "ليس", "ليست", "وليس"})
_HAPPENING = frozenset({"من", "في", "عن", "وقوع", "حدوث", "حصول", "اندلاع", "شن", "تنفيذ", "حول", "اجراء", "قيام"})
_NOUN_NEGATION = frozenset({"عدم", "دون", "بدون", "بلا", "لعدم", "بعدم", "وعدم", "غياب"})
_CONTRACTS = frozenset({"اتفاق", "اتفاقا", "عقد", "عقدا", "صفقه", "اتفاقيه"})
_PROVIDING = frozenset({"قضي", "نص", "تضمن", "شمل", "اقتضي"})
_PLANS = frozenset({"خطه", "خطط", "اتفاق", "اتفاقيه", "مشروع", "مبادره", "مقترح", "اقتراح", "بند", "بنود"})
_BEGINNING = frozenset({"بدا", "شرع", "باشر", "استانف", "واصل"})
DOUBTS = frozenset({"شكوك", "شكوكا", "الشكوك", "تكهنات", "التكهنات"})
_AIMS = frozenset({"اجل", "بهدف", "بغيه", "بقصد"})
_WARDING = frozenset({"تصدي", "صد", "ردع", "درء", "احباط"})
_TO_WARD = frozenset({"لردع", "لصد", "لدرء"})
# Further behind a verb than this, a deed is no more what the verb asks for.
_ASKED = 6
_APPROVING = frozenset({"وافق", "صادق", "صدق", "اقر", "اجاز", "سمح", "رخص", "اذن", "فوض"})
_WEIGHING = frozenset({"درس", "بحث", "ناقش", "تفاوض", "فاوض", "اقترح"})
_ASKING = frozenset({"هل", "وهل", "فهل"})
_ASKED_AHEAD = 12
_SUSPECTED = frozenset({"يشتبه", "تشتبه", "يشتبهون", "اشتبه", "مشتبه", "المشتبه"})
_COMMENTING = frozenset({"علق", "عقب", "تبني"})
_RULING_OUT = "استبعد"
_MAY_BE = frozenset({"يكون", "تكون", "يكونوا"})
_BEING_REACH = 8  # tokens from a verb of being back from its قد


def status_of(
    sentence: EventSentence, found: Found, governor: Clause | None, claimed: Claimed | None, *, kind: EventType
) -> EventStatus:
    """Return the status of the event that the trigger tells of."""
    told = _told(sentence, found, kind)
    ruled_out = found.trigger.lemma != _RULING_OUT  # لا يستبعد: nothing is rejected
    if told is EventStatus.DENIED and kind is EventType.REJECT and ruled_out:
        told = EventStatus.HAPPENED
    if told is not None:
        return told
    if claimed is not None and (by_claim := _by_claim(claimed)) is not None:
        return by_claim
    if found.nominal:
        status = _of_noun(sentence, found, governor, kind)
        if status is EventStatus.PLANNED and kind in _HARM and _is_threat(sentence):
            return EventStatus.THREATENED
        return status
    return _of_verb(sentence, found, kind)


def _told(sentence: EventSentence, found: Found, kind: EventType) -> EventStatus | None:
    """Return what negations, conditions and modal words right before the trigger say."""
    before = [sentence.folded(n) for n in range(max(0, found.first - 3), found.first)]
    last = before[-1] if before else ""
    if not found.nominal:
        if last in _PAST_NEGATION or last in _NEGATION:
            return EventStatus.DENIED
        if _is_ruled_out(sentence, found):
            return EventStatus.DENIED
        if last in ("قد", "وقد") and (found.trigger.shape is Shape.IMPERFECT or _is_only_possible(sentence, found)):
            return EventStatus.HYPOTHETICAL
    elif last in _NOUN_NEGATION:
        ahead = range(max(0, found.first - 6), found.first)
        twice = any(sentence.folded(n) in _PAST_NEGATION | _NEGATION for n in ahead)
        return EventStatus.HYPOTHETICAL if twice else EventStatus.DENIED  # لم تعد ملزمة بعدم التسليم
    if not _ASKING.isdisjoint(sentence.folded_between(found.first - _ASKED_AHEAD, found.first)):
        return EventStatus.HYPOTHETICAL  # هل ترفع الحكومة الحظر؟
    if not _SUSPECTED.isdisjoint(sentence.folded_between(found.first - 4, found.first)):
        return EventStatus.HYPOTHETICAL  # يشتبه في أنه هاجم الكنيسة
    if any(word.lstrip("وف") in ("اذا", "لو", "ربما") for word in before[-2:]) or "حال" in before[-2:]:
        return EventStatus.HYPOTHETICAL
    words = sentence.vocabulary.lexicon.words
    if any(
        sentence.folded(n) in words["denying"] or sentence.stem(n) in words["denying"]
        for n in range(max(0, found.first - 4), found.first)
    ):
        return EventStatus.DENIED
    if found.nominal and _is_only_feared(sentence, found):
        return EventStatus.HYPOTHETICAL
    if found.nominal and any(
        word in words["conditional"] and word not in ("قد", "يمكن") for word in _governing(before)
    ):
        return EventStatus.HYPOTHETICAL
    return None


def _is_only_possible(sentence: EventSentence, found: Found) -> bool:
    """Tell whether a subjunctive of being carries the deed: أن تكون القوات قد قتلت."""
    ahead = range(max(1, found.first - _BEING_REACH), found.first)
    return any(sentence.folded(n) in _MAY_BE and sentence.folded(n - 1) in ("ان", "بان") for n in ahead)


def _is_ruled_out(sentence: EventSentence, found: Found) -> bool:
    """Tell whether the sentence says that there is no reason for the deed: لا يوجد سبب يجعله يتخلى."""
    if found.trigger.shape is not Shape.IMPERFECT:
        return False
    for index in range(max(0, found.first - 7), found.first - 1):
        if sentence.stem(index) in ("سبب", "داعي", "مبرر") and index > 0:
            return any(sentence.folded(n) in ("لا", "ليس", "ولا", "وليس") for n in range(max(0, index - 3), index))
    return False


def _is_only_feared(sentence: EventSentence, found: Found) -> bool:
    """Tell whether the noun is what someone doubts or means to ward off: شكوكا حيال، من أجل التصدي ل، لردع."""
    first = found.first
    if any(sentence.folded(n).removeprefix("و") in DOUBTS for n in range(max(0, first - 4), first - 1)):
        return True
    if sentence.folded(first - 1) in _TO_WARD:
        return True
    if sentence.stem(first - 1) not in _WARDING:
        return False
    return sentence.words[first - 1].preposition == "ل" or sentence.stem(first - 2) in _AIMS


def _governing(before: list[str]) -> list[str]:
    """Return the word that a noun hangs on: the one before it, or the one before من or a noun of happening."""
    near = before[-1:]
    return before[-2:] if near and near[0] in _HAPPENING else near


def _by_claim(claimed: Claimed) -> EventStatus | None:
    """Return what the stance of the claim that tells of the event makes of it."""
    stances = claimed.stances
    if claimed.negated:
        return EventStatus.HYPOTHETICAL  # لم يقل الوزير إن الحكومة استقالت، لم ينف أنها استقالت
    if Stance.DENIES in stances:
        return EventStatus.DENIED
    if Stance.THREATENS in stances:
        return EventStatus.THREATENED
    if Stance.PROMISES in stances or Stance.PREDICTS in stances:
        return EventStatus.PLANNED
    if Stance.DEMANDS in stances or Stance.ASKS in stances:
        return EventStatus.HYPOTHETICAL
    return None


def _is_threat(sentence: EventSentence) -> bool:
    """Tell whether the sentence threatens or sets a condition: إذا، في حال، هدد."""
    return any(
        word.folded in ("اذا", "حال", "لو") or any(one.frame.type is EventType.THREATEN for one in word.triggers)
        for word in sentence.words
    )


def _of_noun(sentence: EventSentence, found: Found, governor: Clause | None, kind: EventType) -> EventStatus:
    if kind in SPEECH:
        return EventStatus.HAPPENED
    words = sentence.vocabulary.lexicon.words
    around = range(max(0, found.first - 2), min(len(sentence), found.end + 3))
    if any(_listed(sentence, n, words["lasting"]) for n in around):
        return EventStatus.ONGOING
    if any(_listed(sentence, n, words["intending"]) for n in around):
        return EventStatus.PLANNED
    if kind is EventType.CONSULT and any(
        sentence.folded(n) in _COMING for n in range(found.end, min(len(sentence), found.end + 9))
    ):
        return EventStatus.PLANNED
    if _subject_of_future(sentence, found):
        return EventStatus.PLANNED
    if found.trigger.frame.arms and sentence.stem(found.first - 1) in _CONTRACTS:
        return EventStatus.PLANNED  # اتفاق توريد: what is agreed is still to be done
    if sentence.stem(found.first - 1) == "اخضر" and sentence.stem(found.first - 2) == "ضوء":
        return EventStatus.PLANNED  # الضوء الأخضر لبيع
    if governor is not None and (governed := _of_governed(sentence, found, governor, kind)) is not None:
        return governed
    if found.trigger.frame.arms and found.trigger.shape is Shape.MASDAR and not _is_done(sentence, found, governor):
        return EventStatus.PLANNED if found.trigger.lemma in words["deliveries"] else EventStatus.ONGOING
    if found.trigger.lemma in words["durative"] and not _is_done(sentence, found, governor):
        return EventStatus.ONGOING
    if sentence.words[found.first].preposition == "ل" and sentence.kind(found.first - 1) is Kind.NOUN:
        previous = sentence.words[found.first - 1]
        if previous.stem in words["intending"]:
            return EventStatus.PLANNED
    return EventStatus.HAPPENED


def _of_governed(sentence: EventSentence, found: Found, governor: Clause, kind: EventType) -> EventStatus | None:
    """Return what the verb that carries the noun makes of it, None where it says nothing."""
    words = sentence.vocabulary.lexicon.words
    verb = sentence.words[governor.verb]
    lemma = verb.verb.lemma if verb.verb else ""
    if lemma in words["intending"] and verb.verb is not None:
        return EventStatus.PLANNED
    if _is_asked_or_refused(sentence, found, governor):
        return EventStatus.HYPOTHETICAL
    if _is_only_decided(sentence, found, governor, lemma):
        return EventStatus.PLANNED
    carried = sentence.folded(found.first - 1) in _HAPPENING - {"من"}  # من شن هجوم
    warned = lemma == "حذر" and sentence.folded(found.first - 1 - carried) == "من"
    if warned and verb.verb is not None:
        return EventStatus.HYPOTHETICAL  # حذر جيرانه من التعاون معهم
    if verb.verb is not None and lemma in _PROVIDING and _is_plan(sentence, governor):
        return EventStatus.PLANNED
    if lemma == "اعلن" and found.trigger.lemma in words["durative"]:
        return EventStatus.HAPPENED  # أعلنت الحرب
    if verb.verb is not None and not sentence.headline:
        begun = kind in _LASTING and lemma in _BEGINNING and not verb.verb.imperfect
        if begun or (lemma in words["suffering_verbs"] and verb.verb.imperfect):
            return EventStatus.ONGOING
    if lemma in words["lasting"]:
        return EventStatus.ONGOING
    supposed = {sentence.folded(n).lstrip("وف") for n in range(max(0, governor.verb - 2), governor.verb)}
    if supposed & {"اذا", "لو"}:
        return EventStatus.HYPOTHETICAL
    if sentence.folded(governor.verb - 1).lstrip("وف") in ("لا", "لن") and verb.verb is not None:
        return EventStatus.DENIED if lemma in words["light_verbs"] else EventStatus.HYPOTHETICAL
    if verb.folded.lstrip("و").startswith("س") and verb.verb is not None and verb.verb.imperfect:
        return EventStatus.PLANNED
    if sentence.folded(governor.verb - 1) in ("قد", "وقد") and verb.verb is not None and verb.verb.imperfect:
        return EventStatus.HYPOTHETICAL  # قد تفرض الدول عقوبات
    if sentence.folded(governor.verb - 1) in _FUTURE:
        return EventStatus.PLANNED
    if sentence.folded(governor.verb - 1) in _PAST_NEGATION:
        # لم يعلق الجيش على الهجوم, لم تتبن أي جهة التفجير: of what happened they say nothing.
        answers = sentence.folded(found.first - 1) == "عن" and sentence.stem(found.first - 2).startswith("مسوولي")
        return None if lemma in _COMMENTING or answers else EventStatus.DENIED
    return None


def _is_asked_or_refused(sentence: EventSentence, found: Found, governor: Clause) -> bool:
    """Tell whether the deed hangs on a verb that only asks for it or refuses it: رفضت إطلاق سراحه، طالب بفتح المعبر."""
    if found.trigger.number == "p" or sentence.words[found.first].definite:
        return False
    behind = 0 < found.first - governor.verb <= _ASKED
    kinds = {one.frame.type for one in sentence.words[governor.verb].triggers}
    return behind and bool(kinds & {EventType.REQUEST, EventType.REJECT})


def _is_only_decided(sentence: EventSentence, found: Found, governor: Clause, lemma: str) -> bool:
    """Tell whether the deed is what a verb allows or weighs: وافق على بيع، تدرس تزويد جارتها بأسلحة."""
    if found.trigger.shape is not Shape.MASDAR or sentence.words[found.first].definite:
        return False
    return 0 < found.first - governor.verb <= _ASKED and lemma in _APPROVING | _WEIGHING


def _subject_of_future(sentence: EventSentence, found: Found) -> bool:
    """Tell whether the noun is the subject of a verb of what is to come: العقوبات ... ستعود."""
    for index in range(found.end, min(len(sentence), found.end + 5)):
        word = sentence.words[index]
        if word.kind is Kind.VERB:
            return word.verb is not None and word.verb.imperfect and word.folded[0] == "س" and not word.conjunction
        if word.kind in (Kind.MARK, Kind.OPENER):
            return False
    return False


def _is_plan(sentence: EventSentence, governor: Clause) -> bool:
    """Tell whether the verb's subject is a plan or a pact, which says what is to be done: الخطة تقضي ب."""
    subject = governor.before or (governor.bare[0] if governor.bare else None)
    return subject is not None and sentence.stem(subject.first) in _PLANS


def _is_done(sentence: EventSentence, found: Found, governor: Clause | None) -> bool:
    """Tell whether the noun's verb or preposition tells that it is over: تم تسليم، بعد تسليم، قدمت دعما."""
    if sentence.stem(found.first - 1) in ("تم", "بعد", "عقب", "اثر"):
        return True
    if governor is None:
        return False
    verb = sentence.words[governor.verb]
    light = verb.verb is not None and verb.verb.lemma in sentence.vocabulary.lexicon.words["completing"]
    return light and verb.verb is not None and not verb.verb.imperfect and not sentence.headline


def _listed(sentence: EventSentence, index: int, listed: frozenset[str]) -> bool:
    word = sentence.at(index)
    if word is None:
        return False
    lemma = word.verb.lemma if word.verb and word.kind is Kind.VERB else ""
    return word.folded in listed or word.stem in listed or lemma in listed


def _tells_past(sentence: EventSentence, index: int) -> bool:
    """Tell whether the verb nearest to the one at `index`, those before it first, is a perfect: فر قبل أن تعتقله."""
    ahead = (n for n in range(index + 1, len(sentence)) if sentence.kind(n) is Kind.VERB)
    back = (n for n in range(index - 1, -1, -1) if sentence.kind(n) is Kind.VERB)
    near = next(back, next(ahead, None))
    verb = sentence.words[near].verb if near is not None else None
    return verb is not None and not verb.imperfect


def _of_verb(sentence: EventSentence, found: Found, kind: EventType) -> EventStatus:
    trigger = found.trigger
    last, before = sentence.folded(found.first - 1), sentence.folded(found.first - 2)
    if trigger.future or last in _FUTURE:
        return EventStatus.PLANNED
    if trigger.shape is Shape.IMPERFECT:
        words = sentence.vocabulary.lexicon.words
        previous = sentence.at(found.first - 1)
        if last == "ان" and before in ("قبل", "دون", "بدون", "قبيل"):
            if before in ("دون", "بدون"):
                return EventStatus.DENIED  # دون أن يعتقل أحدا
            return EventStatus.HAPPENED if _tells_past(sentence, found.first) else EventStatus.PLANNED
        if last in ("ان", "بان", "لان", "كي", "لكي") or sentence.words[found.first].folded.startswith("ل"):
            return EventStatus.PLANNED if kind not in SPEECH else EventStatus.HAPPENED
        if (previous is not None and _listed(sentence, found.first - 1, words["intending"])) or before in (
            "مقرر",
            "المقرر",
        ):
            return EventStatus.PLANNED
        if sentence.headline or sentence.alone or kind in SPEECH:
            return EventStatus.HAPPENED
        return EventStatus.ONGOING if kind in _LASTING else EventStatus.HAPPENED
    return EventStatus.HAPPENED
