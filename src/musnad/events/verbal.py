"""Gives the phrases around a trigger verb their roles: who did it, to whom."""

from dataclasses import dataclass

from musnad.events.actors import Actors, is_actor, pronoun_of, resumes, stands_for
from musnad.events.clauses import Clause
from musnad.events.conditions import names_weapon
from musnad.events.dividing import TAKING, divide
from musnad.events.owners import is_act, owner_of
from musnad.events.people import is_thing
from musnad.events.phrases import Phrase, phrase_ending, read_phrase
from musnad.events.sentence import EventSentence
from musnad.events.triggers import Found
from musnad.events.words import Kind
from musnad.languages.events import Frame, Role, Shape
from musnad.model import EventType, Span

_ASK = "طلب"
_SAID_OF_DEEDS = frozenset({EventType.ACCUSE, EventType.SUPPORT, EventType.REJECT, EventType.REQUEST})
_CLIMBS = 3  # عنصرين من الجناح المسلح للحركة
_THEN = frozenset({"ثم", "ان"})  # ثم قتلتهم، قبل أن تقتلهم
_RANKS = frozenset({"صفوف", "اوساط"})


@dataclass(slots=True)
class Roles:
    """Who did it and to whom, and the rule that says so; `subject` is the verb's subject, for the verbs that follow."""

    agents: tuple[Span, ...]
    targets: tuple[Span, ...]
    rule: str
    victim: Phrase | None = None
    subject_before: bool = False  # the subject stands before the verb
    about: int = 0  # where the phrase ends of the act that the verb takes, so that nobody behind it is the target
    whole: bool = False  # subject and object both stand behind the verb
    left: tuple[Span, ...] = ()  # the treaty or body that someone leaves, a target though no party


def read_verb(
    sentence: EventSentence, clause: Clause, found: Found, actors: Actors, earlier: Clause | None = None
) -> Roles:
    """Return the roles of a trigger verb's clause; `earlier` is that of the verb before it in the sentence."""
    freed = _resumed(sentence, clause, found)
    if freed is not None:
        return Roles((), freed.spans(sentence), "passive_verb", freed)
    subject, objects, passive = divide(sentence, clause, found, earlier)
    act = None
    stopped = stopped_thing(sentence, found.trigger.frame, objects, clause)
    if objects is not None and is_thing(sentence, objects.first):
        act, objects = objects, None
    offset = sentence.tokens[found.first].start
    frame = found.trigger.frame
    agents = subject.spans(sentence) if subject else ()
    if subject is not None and names_weapon(sentence, subject.first) and subject.end > subject.first + 1:
        owner = read_phrase(sentence, subject.first + 1, limit=subject.end)  # قذائف الحركة أصابت
        agents = owner.spans(sentence) if owner is not None and is_actor(sentence, owner) else agents
    targets: tuple[Span, ...] = objects.spans(sentence) if objects else ()
    if passive:
        by = next((one.phrase for one in clause.marked if one.by), None)
        agents, targets = (by.spans(sentence) if by else ()), agents or targets
        if subject is not None and is_thing(sentence, subject.first):
            targets = owner_of(sentence, subject, actors) or targets  # ألغيت مشاركته
        targets = targets or marked_target(sentence, clause, frame.target, actors)
        if not targets and subject is None and found.trigger.number == "p" and found.trigger.person == 3:
            targets = _unspoken(sentence, clause, found, actors, offset)  # لكنهم لوحقوا
        return Roles(agents, targets, "passive_verb", subject or objects)
    if not agents and found.trigger.person == 3 and frame.subject is not Role.NONE:
        agents = _unspoken(sentence, clause, found, actors, offset)
    if found.trigger.suffixed and not targets:
        taken = _taken_up(sentence, earlier, found, agents)
        targets = taken.spans(sentence) if taken else _suffix(sentence, clause, found, actors, offset, agents)
    if found.trigger.lemma == _ASK and not found.trigger.suffixed:  # its object is what one asks for
        targets = _asked(sentence, clause) or (owner_of(sentence, act, actors) if act is not None else ())
        targets = targets or pronoun_target(sentence, clause, frozenset({"من"}), actors, frozenset(agents))
        return Roles(agents, targets, "active_verb", about=act.last if act is not None else 0)
    if not targets and act is None and frame.type in _SAID_OF_DEEDS:
        targets = _whoever(sentence, clause)
    if not targets:
        targets = marked_target(sentence, clause, frame.target, actors)
    if not targets:
        targets = pronoun_target(sentence, clause, frame.target, actors, frozenset(agents))
    if not targets and act is not None:
        targets = owner_of(sentence, act, actors)
    if frame.subject is Role.TARGET:
        by = next((one.phrase for one in clause.marked if one.by), None) or _from_whom(sentence, clause)
        return Roles(by.spans(sentence) if by else (), agents, "victim_subject", subject)
    if frame.subject is Role.NONE:
        return Roles((), targets, "agentless_verb")
    ahead = subject is not None and subject is clause.before and not clause.relative
    left = left_body(sentence, clause, frame) or stopped
    whole = objects is not None and subject is not None and clause.bare[:2] == [subject, objects]
    whole = whole and objects is not None and is_actor(sentence, objects)
    about = act.last if act is not None else 0
    return Roles(agents, targets, "active_verb", objects, ahead, about, whole, left)


def _from_whom(sentence: EventSentence, clause: Clause) -> Phrase | None:
    """Return who does what the subject undergoes, named with من right behind it: تعرض الحراس لإطلاق نار | من مسلحين."""
    for deed, one in zip(clause.marked, clause.marked[1:], strict=False):
        if one.preposition == "من" and one.phrase.first <= deed.phrase.last + 1 and is_act(sentence, deed.phrase.first):
            return one.phrase if is_actor(sentence, one.phrase) else None
    return None


def _whoever(sentence: EventSentence, clause: Clause) -> tuple[Span, ...]:
    """Return whom a clause of ما or من behind the verb tells of: انتقد ما قالته القناة، انتقد من وصفهم بالانقلابيين."""
    at = clause.end + (sentence.folded(clause.end) == "ما")
    opener = sentence.folded(at - 1)
    if opener not in ("ما", "من") or sentence.kind(at) is not Kind.VERB or at - 1 <= clause.verb:
        return ()
    named = at + 1
    if opener == "من":
        if pronoun_of(sentence.raw(at)) is None or sentence.words[named].preposition != "ب":
            return ()
        called = read_phrase(sentence, named)
        return called.spans(sentence) if called is not None else ()
    while sentence.kind(named) is Kind.ADVERB:
        named += 1
    word = sentence.at(named)
    phrase = read_phrase(sentence, named) if word is not None and not word.preposition else None
    return phrase.spans(sentence) if phrase is not None and is_actor(sentence, phrase) else ()


def _asked(sentence: EventSentence, clause: Clause) -> tuple[Span, ...]:
    """Return whom one asks: طلبت الشرطة المساعدة | من السكان, whatever it is that one asks for."""
    asked = (one.phrase for one in clause.marked if one.preposition == "من" and not one.by)
    named = (one for one in asked if is_actor(sentence, one) or sentence.among(one.first, "capitals"))
    return next((phrase.spans(sentence) for phrase in named), ())


def _resumed(sentence: EventSentence, clause: Clause, found: Found) -> Phrase | None:
    """Return whom the relative speaks of where a pronoun on the verb's own noun does: زوجته التي أطلق سراحها."""
    if not clause.relative or clause.before is None or len(clause.bare) != 1 or found.trigger.suffixed:
        return None
    noun = clause.bare[0]
    pronoun = pronoun_of(sentence.raw(noun.first)) if noun.end - noun.first == 1 else None
    apart = found.trigger.gender and pronoun is not None and pronoun[0] and found.trigger.gender != pronoun[0]
    return clause.before if apart and is_thing(sentence, noun.first) else None


def marked_target(sentence: EventSentence, clause: Clause, marks: frozenset[str], actors: Actors) -> tuple[Span, ...]:
    """Return the spans of the first phrase that a preposition of the frame marks as the target.

    Where the phrase names an act, whoever did it is the target: ندد بقصف الجيش للقرية، قلق إزاء قرار الوزير.
    """
    for one in clause.marked:
        if one.preposition == "في" and sentence.stem(one.phrase.first) in _RANKS:
            ranks = read_phrase(sentence, one.phrase.first + 1)
            if ranks is not None and is_actor(sentence, ranks):
                return ranks.spans(sentence)  # خسائر في صفوف المسلحين
        if one.preposition not in marks or one.by:
            continue
        if one.preposition == "في" and len(marks) > 1 and _is_site(sentence, one.phrase.first):
            continue  # اشتبكت الشرطة في الضاحية مع المحتجين
        owners = owner_of(sentence, one.phrase, actors)
        if owners:
            return owners
        if not _is_setting(sentence, one.phrase) and not is_thing(sentence, one.phrase.first):
            return one.phrase.spans(sentence)
    return ()


def _is_site(sentence: EventSentence, index: int) -> bool:
    """Tell whether the word names where a deed was done: a place, or the time or cause that أعقاب tells."""
    placed = sentence.among(index, "places") or index in sentence.placed or index in sentence.countries
    return placed or sentence.stem(index) in ("اعقاب", "ولايه", "اقليم", "غضون", "وقت", "حين")


def stopped_thing(sentence: EventSentence, frame: Frame, objects: Phrase | None, clause: Clause) -> tuple[Span, ...]:
    """Return what is intercepted or seized, a target though no party: a missile, a ship, a shipment of arms."""
    if frame.mode in TAKING:
        return objects.spans(sentence) if objects is not None and _is_booty(sentence, objects) else ()
    if frame.mode != "intercept":
        hit = frame.type is EventType.ASSAULT and objects is not None and sentence.among(objects.first, "vehicles")
        return objects.spans(sentence) if hit and objects is not None else ()  # دمرت آليات عسكرية
    if objects is not None:
        return objects.spans(sentence)
    return next((one.phrase.spans(sentence) for one in clause.marked if one.preposition in frame.target), ())


def _is_booty(sentence: EventSentence, phrase: Phrase) -> bool:
    """Tell whether the phrase names arms, vehicles or goods: تسع بنادق، شحنة صواريخ، كمية من المخدرات."""
    at = phrase.first
    while sentence.kind(at) is Kind.NUMBER:
        at += 1
    if is_act(sentence, at):
        return False  # منع تهريب السلاح
    listed = sentence.among(at, "vehicles") or sentence.any_among(at, phrase.end, "booty")
    return listed or any(names_weapon(sentence, n) for n in range(phrase.first, min(phrase.last, len(sentence))))


def left_body(sentence: EventSentence, clause: Clause, frame: Frame) -> tuple[Span, ...]:
    """Return what is left by who withdraws: انسحبت من الاتفاق، خرجت من الاتحاد."""
    if frame.type is not EventType.SANCTION or frame.mode != "withdraw":
        return ()
    return next((one.phrase.spans(sentence)[:1] for one in clause.marked if one.preposition == "من"), ())


def pronoun_target(
    sentence: EventSentence, clause: Clause, marks: frozenset[str], actors: Actors, avoid: frozenset[Span]
) -> tuple[Span, ...]:
    """Return whom a pronoun behind a preposition of the frame stands for: حكم عليهما، وجهها إليه."""
    for preposition, index in clause.pronouns:
        pronoun = pronoun_of(sentence.folded(index))
        if preposition in marks and pronoun is not None:
            two = _two_before(sentence, index) if pronoun[1] == "d" else None
            if two is not None:
                return two.spans(sentence)
            offset = sentence.tokens[clause.verb].start
            return actors.resolve(*pronoun, before=offset, sentence=sentence.number, avoid=avoid)
    return ()


def _two_before(sentence: EventSentence, index: int) -> Phrase | None:
    """Return the phrase that counts two, named last before a pronoun of two: اثنين من الحراس حكم عليهما."""
    at = next((n for n in range(index - 1, -1, -1) if sentence.stem(n) in ("اثنين", "اثنان", "اثنتين", "اثنتان")), None)
    return read_phrase(sentence, at) if at is not None else None


def _is_setting(sentence: EventSentence, phrase: Phrase) -> bool:
    """Tell whether the phrase tells a time, a venue or the deed's manner instead of someone."""
    word = sentence.words[phrase.first]
    return word.kind is Kind.TIME or word.stem in sentence.vocabulary.grammar.words["venues"]


def _unspoken(sentence: EventSentence, clause: Clause, found: Found, actors: Actors, offset: int) -> tuple[Span, ...]:
    trigger = found.trigger
    if clause.relative and clause.before is not None:
        pronoun = pronoun_of(sentence.raw(found.first)) if trigger.suffixed else None
        if pronoun is not None and resumes(sentence, clause.before, pronoun):
            other = frozenset(clause.before.spans(sentence))  # القاضي الذي سيعينه: by somebody else
            return actors.resolve(trigger.gender, trigger.number, before=offset, sentence=sentence.number, avoid=other)
        return clause.before.spans(sentence)
    if _describes(sentence, found):
        return ()
    return actors.resolve(trigger.gender, trigger.number, before=offset, sentence=sentence.number)


def _describes(sentence: EventSentence, found: Found) -> bool:
    """Tell whether the verb stands right behind a noun, of which it tells more: رسائل على المواقع | تدعو إلى العنف."""
    word, before = sentence.words[found.first], sentence.at(found.first - 1)
    finite = found.trigger.shape in (Shape.IMPERFECT, Shape.PERFECT) and word.kind is Kind.VERB
    return finite and not word.conjunction and found.first > 0 and before is not None and before.kind is Kind.NOUN


def _told_more(sentence: EventSentence, verb: int, pronoun: tuple[str, str]) -> Phrase | None:
    """Return the unnamed party before a verb that tells more of it: أربعة كوادر من الحزب | اغتالتهم المخابرات."""
    phrase = phrase_ending(sentence, verb)
    for _ in range(_CLIMBS):
        if phrase is None:
            return None
        number = sentence.kind(phrase.first) is Kind.NUMBER
        definite = sentence.words[phrase.first].definite or sentence.words[phrase.first].name
        if not definite and (number or not sentence.words[phrase.end - 1].definite):
            return phrase if stands_for(sentence, phrase, pronoun) or not is_actor(sentence, phrase) else None
        if not sentence.is_marked(phrase.first):
            return None
        apart = sentence.kind(phrase.first - 1) is Kind.PREPOSITION
        phrase = phrase_ending(sentence, phrase.first - apart)
    return None


def _taken_up(sentence: EventSentence, earlier: Clause | None, found: Found, agents: tuple[Span, ...]) -> Phrase | None:
    """Return the object of the verb before, whom the pronoun on a joined verb takes up: رصدت الشرطة مسلحين وقتلتهم."""
    joined = sentence.words[found.first].conjunction or sentence.folded(found.first - 1) in _THEN
    pronoun = pronoun_of(sentence.raw(found.first))
    if earlier is None or not joined or pronoun is None:
        return None
    objects = (one for one in reversed(earlier.bare) if one.span(sentence) not in agents)
    return next((one for one in objects if stands_for(sentence, one, pronoun)), None)


def _suffix(
    sentence: EventSentence, clause: Clause, found: Found, actors: Actors, offset: int, agents: tuple[Span, ...]
) -> tuple[Span, ...]:
    pronoun = pronoun_of(sentence.raw(found.first))
    resumed = pronoun is None or clause.before is None or resumes(sentence, clause.before, pronoun)
    resumed = resumed or (clause.before is not None and not is_actor(sentence, clause.before))
    if clause.relative and clause.before is not None and resumed:
        return clause.before.spans(sentence)
    if pronoun is None:
        return ()
    if not sentence.words[found.first].conjunction and sentence.kind(found.first - 1) is Kind.NOUN:
        told = _told_more(sentence, found.first, pronoun)
        if told is not None:
            return told.spans(sentence)
    return actors.resolve(*pronoun, before=offset, sentence=sentence.number, avoid=frozenset(agents))
