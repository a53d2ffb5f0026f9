"""Tells a verb's subject from its object, and whether it is passive: قتل الجندي، قتل الجندي متظاهرا."""

from musnad.events.actors import features, is_actor, pronoun_of, resumes
from musnad.events.clauses import Clause, is_passive
from musnad.events.people import is_thing
from musnad.events.phrases import Phrase
from musnad.events.sentence import EventSentence
from musnad.events.triggers import Found
from musnad.events.words import Kind
from musnad.languages.events import Frame, Role, Shape
from musnad.model import EventType

_IN_IT = frozenset({"فيها", "فيه", "خلالها", "خلاله", "اثرها", "اثره"})
_JAILS = frozenset({"سجن", "حبس"})
_TIMES = frozenset({"وقت", "حين", "لحظه", "يوم", "اسبوع", "شهر", "عام", "فتره", "مرحله", "ايام"})
TAKING = frozenset({"seize", "arrest"})  # ضبط، صادر، حجز


def divide(
    sentence: EventSentence, clause: Clause, found: Found, earlier: Clause | None = None
) -> tuple[Phrase | None, Phrase | None, bool]:
    """Return subject, object, and whether the verb is passive (the subject is then who suffers)."""
    trigger, before = found.trigger, clause.before
    bare = clause.bare
    if len(bare) == 1 and _completes(sentence, trigger.frame, bare[0]):
        if sentence.folded(found.first + 1) in _IN_IT and trigger.gender == "f":
            return None, None, True  # المنزل الذي أضرمت فيه النيران
        bare = []
    if found.end > found.first + 1 and bare and bare[0].first < found.end and not is_thing(sentence, bare[0].first):
        return before, bare[0], False  # احتجز رهائن: the trigger holds its own object
    wants_object = "object" in trigger.frame.target
    if is_passive(sentence, found.first, trigger):
        return _undergoer(sentence, before, bare, found), None, True
    if trigger.frame.victims and bare and sentence.folded(found.first + 1) in _IN_IT:
        return bare[0], None, True  # هجوم قتل فيه جندي
    undergone = not bare and wants_object and trigger.may_be_passive and _by_somebody(clause)
    jailed = trigger.lemma == "اودع" and bool(bare) and sentence.stem(bare[-1].first) in _JAILS and len(bare) < 3
    if (undergone and before is not None) or jailed:
        return (bare[0] if len(bare) == 2 else before), None, True  # أودع ثلاثة نواب السجن
    if not trigger.suffixed and _names_another(sentence, clause, trigger.gender):
        return bare[0], (bare[1] if len(bare) > 1 and wants_object else None), False
    if trigger.suffixed and clause.relative and bare and before is not None and not is_actor(sentence, bare[0]):
        pronoun = pronoun_of(sentence.raw(found.first))
        if pronoun is not None and not resumes(sentence, before, pronoun) and agrees(sentence, before, trigger.gender):
            return before, None, False  # السيدة التي كانت تتهمه | لسماعهما
    if trigger.suffixed:
        return (bare[0] if bare else (None if clause.relative else before)), None, False
    if clause.relative and bare and wants_object:
        return before, bare[0], False
    if trigger.shape is Shape.PARTICIPLE or (trigger.person != 3 and not clause.relative):
        return None, (bare[0] if bare and wants_object else None), False  # من جانب آخر التقينا الوفد
    if before is not None and not bare and trigger.frame.victims and trigger.shape is Shape.PERFECT:
        return before, None, True
    if len(bare) == 1 and wants_object and (_behind_her(sentence, found) or _behind_him(sentence, found, bare[0])):
        return before, bare[0], False
    if not bare and _are_taken(sentence, clause, found):
        return before, None, True  # عمال ضبطوا في المرفأ
    if trigger.number in ("p", "d") or clause.relative:
        return before, (bare[0] if bare and wants_object else None), False
    if (
        before is not None
        and agrees(sentence, before, trigger.gender)
        and (len(bare) < 2 or is_actor(sentence, before))
    ):
        if not bare and wants_object and _passive_before(clause, trigger.shape, found):
            return before, None, True
        if not bare and trigger.frame.arms and trigger.may_be_passive and is_thing(sentence, before.first):
            return before, None, True  # شحنة من الأسلحة أرسلت
        return before, (bare[0] if bare and wants_object else None), False
    if len(bare) >= 2:
        return bare[0], (bare[1] if wants_object else None), False
    if not bare:
        return before if before and agrees(sentence, before, trigger.gender) else None, None, False
    if wants_object and earlier is not None and _shares_subject(sentence, earlier, found):
        return None, bare[0], False
    if trigger.frame.mode == "visit" and _meets_only(sentence, clause, earlier, found):
        return None, bare[0], False
    return _one_phrase(sentence, clause, found)


def _undergoer(sentence: EventSentence, before: Phrase | None, bare: list[Phrase], found: Found) -> Phrase | None:
    """Return the subject of a passive: what stands right behind it, or who is before: فلان أقيل لتضليله | الوزير."""
    ahead = before is not None and is_actor(sentence, before) and agrees(sentence, before, found.trigger.gender)
    if ahead and bare and bare[0].first > found.end:
        return before
    return bare[0] if bare else before


def _are_taken(sentence: EventSentence, clause: Clause, found: Found) -> bool:
    """Tell whether the verb in the plural tells what befell those right before it."""
    trigger = found.trigger
    aimed = any(one.preposition in trigger.frame.target for one in clause.marked)
    taken = trigger.number == "p" and trigger.may_be_passive and trigger.frame.mode in TAKING
    return taken and not aimed and sentence.kind(found.first - 1) is Kind.NOUN


def _meets_only(sentence: EventSentence, clause: Clause, earlier: Clause | None, found: Found) -> bool:
    """Tell whether the one party behind a verb of meeting is whom somebody named before meets: أن يلتقي | الوزير."""
    if not is_actor(sentence, clause.bare[0]) or clause.bare[0].also:
        return False
    if any(one.preposition in found.trigger.frame.target for one in clause.marked) or clause.pronouns:
        return False
    goes_on = sentence.words[found.first].conjunction or sentence.folded(found.first - 1) in ("ان", "كما", "ثم")
    return goes_on and (earlier is not None or sentence.number > 0)


def _by_somebody(clause: Clause) -> bool:
    return any(one.by for one in clause.marked)


def _names_another(sentence: EventSentence, clause: Clause, gender: str) -> bool:
    """Tell whether the relative's verb has a subject of its own: الأزمة التي يتهم سكان الشركة، الوقت الذي دعا معارضون.

    What the relative speaks of is then a thing or a time, which does no such deed.
    """
    before, bare = clause.before, clause.bare
    if not clause.relative or before is None or not bare or is_actor(sentence, before):
        return False
    if bare[0].first != clause.verb + 1:
        return False
    if not is_actor(sentence, bare[0]) or is_accusative(sentence, bare[0]) or not agrees(sentence, bare[0], gender):
        return False
    timed = sentence.kind(before.first) is Kind.TIME or sentence.stem(before.first) in _TIMES
    return timed or (len(bare) > 1 and not is_thing(sentence, bare[1].first))


def _shares_subject(sentence: EventSentence, earlier: Clause, found: Found) -> bool:
    """Tell whether a joined verb has the subject of the one before: داهمت الشرطة البيوت | وأوقفت مئات الأشخاص.

    A plural subject would show on the second verb, and a first verb that may be passive tells of no subject.
    """
    trigger, word = found.trigger, sentence.words[found.first]
    subject = earlier.before if earlier.before is not None else next(iter(earlier.bare), None)
    if not word.conjunction or trigger.shape is not Shape.PERFECT or subject is None or earlier.relative:
        return False
    doubtful = any(one.may_be_passive for one in sentence.words[earlier.verb].triggers)
    if doubtful and earlier.before is None and len(earlier.bare) < 2:
        return False
    alone = is_actor(sentence, subject) and not subject.also
    return alone and features(sentence, subject) == (trigger.gender, "s") and trigger.number == "s"


def _completes(sentence: EventSentence, frame: Frame, phrase: Phrase) -> bool:
    """Tell whether the noun makes the deed together with the verb, and is no party: ألقت | القبض."""
    takes_object = "object" in frame.target
    return not takes_object and sentence.folded(phrase.first) in frame.companions and not is_actor(sentence, phrase)


def _behind_her(sentence: EventSentence, found: Found) -> bool:
    """Tell whether the pronoun of أنها is the verb's subject, so that what follows is its object: أنها قتلت القيادي.

    The masculine pronoun may stand for nobody, and the verb be passive: أنه قتل ثلاثة.
    """
    return (
        found.trigger.gender == "f"
        and {"انها", "بانها", "لانها", "لكنها"}
        & {sentence.folded(at).removeprefix("و") for at in range(max(0, found.first - 2), found.first)}
        != set()
    )


def _behind_him(sentence: EventSentence, found: Found, phrase: Phrase) -> bool:
    """Tell whether the pronoun of بأنه is the subject and an accusative the object: بأنه هاجم تركيا كان.

    A nationality without the article, behind a verb, is somebody of it; the state would have no verb behind it.
    """
    if sentence.folded(found.first - 1).removeprefix("و") not in ("انه", "بانه", "لانه", "لكنه"):
        return False
    if found.trigger.gender != "m" or found.trigger.shape is Shape.PASSIVE:
        return False
    word = sentence.words[phrase.first]
    return is_accusative(sentence, phrase) or (word.nationality and not word.definite and word.folded.endswith("ا"))


def _passive_before(clause: Clause, shape: Shape, found: Found) -> bool:
    """A verb that wants an object, has its only phrase before it, and names its agent with من قبل, is passive."""
    named = any(one.by for one in clause.marked)
    return named or (shape is Shape.PERFECT and bool(found.trigger.frame.victims))


def _one_phrase(sentence: EventSentence, clause: Clause, found: Found) -> tuple[Phrase | None, Phrase | None, bool]:
    """Decide what the only phrase behind a verb is: subject, object of an unspoken subject, or subject of a passive."""
    trigger, phrase = found.trigger, clause.bare[0]
    frame = trigger.frame
    if sentence.among(phrase.first, "places") and not is_actor(sentence, Phrase(phrase.first, phrase.first + 1)):
        joined = sentence.words[found.first].conjunction
        if joined or not trigger.may_be_passive:
            return None, phrase if "object" in frame.target else None, False  # وطهرت المناطق: no place does a deed
    if "object" not in frame.target:
        matter = clause.marked and clause.marked[0].phrase.first < phrase.first and is_thing(sentence, phrase.first)
        return None if matter else phrase, None, False  # حيث بحث مع نظيره | الوضع
    if trigger.shape is not Shape.PASSIVE and is_accusative(sentence, phrase):
        return None, phrase, False
    if not agrees(sentence, phrase, trigger.gender):
        return None, phrase, False
    if sentence.words[found.first].conjunction and sentence.stem(phrase.first) in _words(sentence, "addressed"):
        asks = frame.type is EventType.REQUEST and any(one.preposition in ("الي", "ب") for one in clause.marked)
        asks = asks or (frame.type is EventType.REQUEST and sentence.folded(phrase.last) == "الي")  # إلى أن يتحرك
        if asks:
            return None, phrase, False  # ودعت وسائل الإعلام إلى الهدوء
    if sentence.folded(phrase.end) in ("نفسه", "نفسها", "انفسهم"):
        return phrase, None, False
    if any(one.by for one in clause.marked):
        return phrase, None, True
    if any(one.preposition in frame.target for one in clause.marked) and not frame.victims:
        return phrase, None, False
    if frame.victims or frame.noun is Role.TARGET or _is_private(sentence, phrase, frame):
        return phrase, None, trigger.may_be_passive
    if trigger.shape is Shape.IMPERFECT or is_actor(sentence, phrase):
        return phrase, None, False
    return phrase, None, trigger.may_be_passive and trigger.shape is Shape.PERFECT


def _words(sentence: EventSentence, name: str) -> frozenset[str]:
    return sentence.vocabulary.lexicon.words[name]


def _is_private(sentence: EventSentence, phrase: Phrase, frame: Frame) -> bool:
    """Tell whether an unnamed private person is the only party of a deed of force: اختطفت صحفية."""
    force = frame.type in (EventType.COERCE, EventType.ASSAULT)
    return force and sentence.stem(phrase.first) in _words(sentence, "private")


def is_accusative(sentence: EventSentence, phrase: Phrase) -> bool:
    """Tell whether the phrase's head is spelled as an object: سفنا، المسلحين (a name may end so by itself)."""
    word, raw = sentence.words[phrase.first], sentence.raw(phrase.first)
    if word.definite and word.stem.endswith("يين") and not word.preposition:
        return True  # طالب الحوثيين بالتوقف
    if word.kind is not Kind.NOUN or word.name or word.title or phrase.first in sentence.acting:
        return False
    if word.definite:
        return word.stem.endswith("ين") and len(word.stem) > 5 and word.stem[0] == "م"
    return raw.rstrip("\u064b\u064c").endswith("ا") and len(word.stem) > 3 and word.stem[-2] not in "يهماى"


def agrees(sentence: EventSentence, phrase: Phrase, gender: str) -> bool:
    """Tell whether a phrase can be the subject of a verb of that gender."""
    if not gender:
        return True
    own, number = features(sentence, phrase)
    if gender == "f":
        return own != "m" or (number == "p" and phrase.first != phrase.end)
    return own != "f" or number == "p" or sentence.words[phrase.first].kind is Kind.NUMBER
