"""Gives the phrases around a trigger noun their roles: genitive, adjective, prepositions, governing verb."""

from dataclasses import dataclass

from musnad.events.actors import Actors, features, is_actor, nearest_actor, pronoun_of, stands_for
from musnad.events.clauses import Clause, read_behind
from musnad.events.described import describe
from musnad.events.doer_clauses import doer_clause, stands_behind
from musnad.events.genitives import adjectives_of, assign, can_act, genitive_of, names_charge, read_as
from musnad.events.governors import AGAINST, controlled, from_governor, governing, subject_of, visited
from musnad.events.owners import accused_of, decided_by, is_act, owner_of
from musnad.events.people import people
from musnad.events.phrases import Phrase, phrase_ending, read_phrase
from musnad.events.sentence import EventSentence
from musnad.events.triggers import Found
from musnad.events.verbal import Roles, left_body, marked_target, pronoun_target, stopped_thing
from musnad.events.words import Kind
from musnad.languages.events import Role
from musnad.model import EventType, Span

# Acts that come from someone: طلب من الرئيس, دعم من الجيش, انتقادات من الحلف.
_GIVEN = frozenset(
    {EventType.REQUEST, EventType.ACCUSE, EventType.AID, EventType.SUPPORT, EventType.THREATEN, EventType.REJECT}
)
_DONE_TO = frozenset({EventType.SUPPORT, EventType.AID, EventType.ASSAULT, EventType.COERCE})
_CARRIED_OUT = frozenset({"تم", "وتم", "تمت", "وتمت", "يتم", "ويتم", "سيتم", "جري", "وجري", "جرت", "يجري", "تجري"})
_MUTUAL = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})
_THAT = frozenset({"ان", "بان", "فان", "لان"})
_LEAVING = frozenset({EventType.RETREAT, EventType.SANCTION, EventType.CONCEDE})
_MEETINGS = frozenset(
    {"موتمر", "محادثه", "محادثات", "مفاوضه", "مباحثات", "مشاورات", "قمه", "اتفاق", "اتفاقيه", "معاهده", "منتدي",
     "اجتماع", "حوار"}
)  # fmt: skip
_MEDIATING = frozenset({"وساطه", "توسط"})
_TRAVELS = ("جول", "زيار")
# The rule of a noun whose genitive can do nothing: تراجع الثقة.
ABSTRACT = "abstract_genitive"
# Further behind the noun than this, بين tells of something else.
_NEAR = 6
_OVER = frozenset({"ازاء", "حيال"})


@dataclass(frozen=True, slots=True)
class _Noun:
    """A trigger noun with what stands around it; its genitive, or its adjectives, reach to token `end`."""

    sentence: EventSentence
    found: Found
    clauses: dict[int, Clause]
    actors: Actors
    genitive: Phrase | None
    behind: Clause
    end: int

    @property
    def role(self) -> Role:
        """Return what a genitive behind the noun is."""
        return self.found.trigger.frame.noun


def read_noun(
    sentence: EventSentence, found: Found, clauses: dict[int, Clause], actors: Actors, tellers: tuple[Span, ...] = ()
) -> Roles:
    """Return the roles of a trigger noun; `tellers` are those whose words it stands in."""
    frame = found.trigger.frame
    role = frame.noun
    if role is Role.SELF:
        phrase = read_phrase(sentence, found.first, joined=False)
        return Roles(phrase.spans(sentence) if phrase else (), (), "people_of_deed")
    if role is Role.DESCRIBED:
        return describe(sentence, found)
    aimed = _aimed_pronoun(sentence, found, actors, clauses)
    if aimed is not None:
        return aimed
    held = _held(sentence, found, actors, clauses)
    if frame.victims and any(one.start < span.end and span.start < one.end for one in held for span in tellers):
        held = _other_than(tellers, sentence, found, actors)  # nobody tells of his own death
    adjective, after = adjectives_of(sentence, found)
    genitive = None if held or adjective else _of_party(sentence, found, genitive_of(sentence, found, after))
    behind = Clause(found.first)
    if not names_charge(sentence, found):
        read_behind(sentence, genitive.last if genitive else after, behind)
    noun = _Noun(sentence, found, clauses, actors, genitive, behind, genitive.last if genitive else after)
    agents, targets, victim = assign(sentence, read_as(sentence, found), held, genitive, behind)
    if genitive is not None and agents and "object" in frame.target and not people(sentence, agents[:1], places=False):
        targets, agents = targets or agents, agents[:0]  # قصف المطار
    agents = people(sentence, agents, places=False)  # استعادة المدينة: no place does a deed
    does = role in (Role.AGENT, Role.BOTH) and not held and not frame.companions
    does = does and not frame.victims and found.end == found.first + 1  # إسقاط طائرة | مسيرة
    abstract = does and genitive is not None and not can_act(sentence, genitive)
    rule = ABSTRACT if abstract else "noun_genitive" if genitive else "noun_pronoun" if held else "noun"
    agents, told, rule = _doers(noun, agents, adjective, rule)
    is_done = sentence.folded(found.first - 1) in _CARRIED_OUT
    undergoes = genitive is not None and agents == genitive.spans(sentence)
    if undergoes and "object" in frame.target and is_done:
        targets, agents = targets or agents, agents[:0]  # تم إغلاق المراكز
    aims = found.trigger.lemma == "استهداف"  # one may aim at anything: استهداف حركة الملاحة
    targets = targets if aims and targets else people(sentence, targets or told, places=True)
    parties = _between(noun)
    lone = not agents and not targets and role is not Role.TARGET
    if lone and frame.mode == "clash" and len(parties) == 2:
        return Roles(parties[:1], parties[1:], "noun_between")  # اشتباكات بين الجيش والمتمردين
    if parties and found.trigger.lemma in _MEDIATING:
        helped = agents or from_governor(sentence, found, clauses, actors, (), parties)[0]
        return Roles(helped, parties, "noun_between")  # يقوم الموفد بالوساطة بين البلدين
    if parties and (lone or (genitive is not None and frame.type in _MUTUAL and len(parties) > 1)):
        return Roles(parties, (), "noun_between")  # مفاوضات اللجنة بين مصر والسودان
    agents, targets, rule = _others(noun, agents, targets, rule)
    by_genitive = genitive is not None and agents == genitive.spans(sentence)
    moved = controlled(sentence, found, clauses, genitive, agents) if genitive is not None and by_genitive else None
    if moved is not None:
        agents, targets = moved
    left = left_body(sentence, behind, frame)
    if genitive is not None and frame.mode in ("intercept", "seize", "arrest"):
        by_doer = can_act(sentence, genitive)
        left = stopped_thing(sentence, frame, None if by_doer else genitive, behind)
    acted = genitive is not None and not agents and not targets and is_act(sentence, genitive.first)
    about = genitive.last if genitive is not None and acted else 0
    return Roles(agents, targets, rule, victim, about=about, left=left)


def _of_party(sentence: EventSentence, found: Found, genitive: Phrase | None) -> Phrase | None:
    """Return the genitive where it names a party, and not the one city where talks or a treaty were: معاهدة لشبونة."""
    met = found.trigger.lemma in _MEETINGS and genitive is not None
    if not met or genitive is None or genitive.also or genitive.end - genitive.first > 1:
        return genitive
    venue = sentence.among(genitive.first, "capitals") and genitive.first not in sentence.persons
    return None if venue else genitive


def _between(noun: _Noun) -> tuple[Span, ...]:
    """Return those between whom the deed was, named right behind the noun; بين قتيل وجريح names none."""
    between = next((one.phrase for one in noun.behind.marked if one.preposition == "بين"), None)
    if between is None or between.first > noun.end + _NEAR:
        return ()
    dead = noun.sentence.stem(between.first) in noun.sentence.vocabulary.lexicon.tolls.dead
    return () if dead else between.spans(noun.sentence)


def _doers(
    noun: _Noun, agents: tuple[Span, ...], adjective: tuple[Span, ...], rule: str
) -> tuple[tuple[Span, ...], tuple[Span, ...], str]:
    """Return the agents that the words around the noun name, whom they did it to, and the rule that says so."""
    sentence, found, role, behind = noun.sentence, noun.found, noun.role, noun.behind
    told: tuple[Span, ...] = ()
    by = next((one.phrase for one in behind.marked if one.by), None)
    if by is not None:
        agents = by.spans(sentence)
    first = behind.marked[0] if behind.marked else None
    gives = found.trigger.frame.type in _GIVEN
    if not agents and role is not Role.TARGET and gives and first is not None and first.preposition == "من":
        near = sentence.stem(first.phrase.first - 2) in sentence.vocabulary.grammar.words["governing_adjectives"]
        # جامع تبرعات مقرب من الوزير: near whom somebody is, and from whom nothing comes.
        agents = first.phrase.spans(sentence) if can_act(sentence, first.phrase) and not near else ()
    if not agents and gives and noun.genitive is None and (giver := _joint_giver(sentence, found.end)) is not None:
        agents = giver.spans(sentence)
    owns = not agents and noun.genitive is None and role in (Role.AGENT, Role.BOTH) and not gives
    goes = found.trigger.frame.mode == "visit" and first is not None and _is_land(sentence, first.phrase)
    if owns and not goes and first is not None and first.preposition == "ل" and is_actor(sentence, first.phrase):
        against = sentence.among(first.phrase.first - 1, "opposing")
        told = first.phrase.spans(sentence) if against else ()  # الاحتجاجات المناهضة للحكومة
        sided = against or sentence.among(first.phrase.first - 1, "siding")
        agents = () if sided else first.phrase.spans(sentence)  # غارة للطيران، مسيرة للعمال
    doer = doer_clause(sentence, found, noun.end, noun.clauses, noun.actors)
    if doer is not None:
        agents, told = doer
        rule = "noun_with_doer"
    if not agents and adjective:
        agents, rule = adjective, "noun_adjective"
    if not agents and (behind_it := stands_behind(sentence, found, noun.clauses, noun.actors)):
        return behind_it, told, "noun_with_doer"
    owned = "pronoun" in rule or rule == "noun_with_doer" or (bool(agents) and _takes_none(found))
    decider = None if owned else decided_by(sentence, found.first)
    if decider is not None and (not agents or role is not Role.TARGET):
        if agents and noun.genitive is not None and agents == noun.genitive.spans(sentence):
            told = agents  # قرار الحكومة مساعدة اللاجئين
        return decider.spans(sentence), told, "noun_with_doer"
    if not agents or (noun.genitive is not None and not is_actor(sentence, noun.genitive)):
        accused = accused_of(sentence, found.first)
        agents, rule = (accused, "accused_of_noun") if accused else (agents, rule)
    return agents, told, rule


def _takes_none(found: Found) -> bool:
    """Tell whether the deed has no object, so that its genitive did it: إعلان الوزير انسحاب الوفد."""
    frame = found.trigger.frame
    return frame.noun is Role.AGENT and "object" not in frame.target and frame.type in _LEAVING


def _joint_giver(sentence: EventSentence, index: int) -> Phrase | None:
    """Return who gives two things that و joins, named behind the second: بدعم | وإسناد من الجيش."""
    word = sentence.at(index)
    if word is None or not word.conjunction or word.definite or sentence.folded(index + 1) != "من":
        return None
    giver = read_phrase(sentence, index + 2) if any(one.frame.type in _GIVEN for one in word.triggers) else None
    return giver if giver is not None and can_act(sentence, giver) else None


def _others(
    noun: _Noun, agents: tuple[Span, ...], targets: tuple[Span, ...], rule: str
) -> tuple[tuple[Span, ...], tuple[Span, ...], str]:
    """Return agents and targets with whom prepositions, pronouns, the governing verb and participles tell of."""
    sentence, found, role, behind, genitive = noun.sentence, noun.found, noun.role, noun.behind, noun.genitive
    frame = found.trigger.frame
    if not targets or role is Role.BOTH:
        near = behind if frame.type is EventType.ACCUSE else _before_deed(sentence, behind)
        marked = marked_target(sentence, near, _marks(frame.target), noun.actors)
        targets = targets or tuple(span for span in marked if span not in agents)
    if not targets and (role is not Role.TARGET or "علي" in frame.target):  # إلقاء القبض عليهم
        targets = pronoun_target(sentence, behind, _marks(frame.target), noun.actors, frozenset(agents))
    if not targets and genitive is not None and role is not Role.AGENT:
        targets = tuple(span for span in owner_of(sentence, genitive, noun.actors) if span not in agents)
    if genitive is not None and frame.type is EventType.CONSULT and role is Role.AGENT and agents and not targets:
        agents, targets = visited(sentence, found, noun.clauses, genitive, agents)
    if rule != ABSTRACT and (not agents or not targets):
        agents, targets, governed = from_governor(sentence, found, noun.clauses, noun.actors, agents, targets)
        rule = governed or rule
    if not targets and sentence.kind(found.first - 1) is Kind.NOUN:
        targets = _undergone(sentence, found, noun.actors)
    targets = targets or _aimed_at(sentence, noun.end)
    if not targets and frame.mode == "visit" and found.trigger.lemma.startswith(_TRAVELS):
        targets = _toured(sentence, behind)
    return agents, targets, rule


def _before_deed(sentence: EventSentence, behind: Clause) -> Clause:
    """Return the clause up to another deed, whose own is what follows it: دعوات للعنف | ضد النساء."""
    for at, one in enumerate(behind.marked):
        if is_act(sentence, one.phrase.first) and not one.by and one.preposition != "في":
            return Clause(behind.verb, marked=behind.marked[: at + 1])
    return behind


def _aimed_at(sentence: EventSentence, index: int) -> tuple[Span, ...]:
    """Return the object of the participle that tells whom the deed was aimed at: غاراته مستهدفا الحركة."""
    for at in range(index, index + 3):
        if sentence.stem(at) in ("مستهدفا", "مستهدفه", "مستهدفين"):
            phrase = read_phrase(sentence, at + 1)
            return phrase.spans(sentence) if phrase is not None else ()
    return ()


def _toured(sentence: EventSentence, behind: Clause) -> tuple[Span, ...]:
    """Return the state in which someone travels about, or those that his tour takes in: جولة في البلاد، جولة شملت."""
    at = behind.end
    led = behind.marked[0].phrase if behind.marked and behind.marked[0].preposition == "ل" else None
    if led is not None and _is_land(sentence, led):
        return led.spans(sentence)  # زيارة الوزير لتشيلي
    if sentence.folded(at) in ("شملت", "تشمل", "ستشمل", "تضمنت", "تتضمن"):
        taken = read_phrase(sentence, at + 1)
        return taken.spans(sentence) if taken is not None and taken.first in sentence.countries else ()
    states = (one.phrase for one in behind.marked if one.preposition == "في" and one.phrase.first in sentence.countries)
    return next((phrase.spans(sentence) for phrase in states if sentence.words[phrase.first].name), ())


def _is_land(sentence: EventSentence, phrase: Phrase) -> bool:
    """Tell whether the phrase names a state that one may visit, and nobody of it."""
    known = phrase.first in sentence.countries
    return known and not sentence.words[phrase.first].nationality and phrase.first not in sentence.persons


def _marks(target: frozenset[str]) -> frozenset[str]:
    """Return the prepositions that mark a noun's target; ب counts only where nothing else can (تنديد ب)."""
    return (target if target <= {"ب", "من"} else target - {"ب", "من"}) | AGAINST | _OVER


def _undergone(sentence: EventSentence, found: Found, actors: Actors) -> tuple[Span, ...]:
    """Return whom the pronoun on a noun of suffering stands for: تلقيه تهديدات، تعرضها لهجوم."""
    before = sentence.raw(found.first - 1) if found.first else ""
    pronoun = pronoun_of(before)
    if pronoun is None or not sentence.stem(found.first - 1).startswith(("تلقي", "تعرض", "مواجهت")):
        return ()
    offset = sentence.tokens[found.first - 1].start
    return actors.resolve(*pronoun, before=offset, sentence=sentence.number)


def _aimed_pronoun(sentence: EventSentence, found: Found, actors: Actors, clauses: dict[int, Clause]) -> Roles | None:
    """Return the roles of a deed to whom its pronoun names: زار الجنود لتهنئتهم, وكان في استقباله الوزير."""
    pronoun = pronoun_of(sentence.raw(found.first)) if found.trigger.suffixed else None
    if pronoun is None or "object" not in found.trigger.frame.target:
        return None
    offset = sentence.tokens[found.first].start
    if sentence.folded(found.first - 1) == "في" and sentence.stem(found.first).startswith("استقبال"):
        behind = Clause(found.first)
        read_behind(sentence, found.end, behind)
        hosts = behind.bare[0].spans(sentence) if behind.bare and can_act(sentence, behind.bare[0]) else ()
        guests = actors.resolve(*pronoun, before=offset, sentence=sentence.number, avoid=frozenset(hosts))
        return Roles(hosts, guests, "noun_pronoun") if hosts else None
    if sentence.words[found.first].preposition != "ل" or sentence.kind(found.first - 1) is not Kind.NOUN:
        return None
    clause = governing(sentence, found, clauses)
    subject = subject_of(sentence, clause, found) if clause is not None else None
    if subject is None or not is_actor(sentence, subject) or found.trigger.frame.type not in _DONE_TO:
        return None
    near = nearest_actor(sentence, found.first, *pronoun)
    if near is None or near.first < subject.last:
        return None
    return Roles(subject.spans(sentence), near.spans(sentence), "purpose_noun")


def _held(sentence: EventSentence, found: Found, actors: Actors, clauses: dict[int, Clause]) -> tuple[Span, ...]:
    """Return whom a pronoun on the noun stands for: غاراته، لقائه."""
    if not found.trigger.suffixed:
        return ()
    pronoun = pronoun_of(sentence.raw(found.first))
    if pronoun is None:
        return ()
    clause = governing(sentence, found, clauses)
    subject = subject_of(sentence, clause, found) if clause is not None else None
    if subject is not None and is_actor(sentence, subject) and sentence.words[found.first].preposition:
        own = features(sentence, subject)
        if pronoun[1] == own[1] and own[0] in ("", pronoun[0]):
            return subject.spans(sentence)  # أبلغ الرئيس ضيفه بقلقه
    if clause is None and (ahead := _ahead(sentence, found, clauses, pronoun)) is not None:
        return ahead.spans(sentence)
    if sentence.words[found.first].conjunction and found.trigger.frame.noun in (Role.TARGET, Role.EITHER):
        suffered = phrase_ending(sentence, found.first)  # هجومه على المجرم وقتله
        if suffered is not None and sentence.is_marked(suffered.first) and stands_for(sentence, suffered, pronoun):
            return suffered.spans(sentence)
    told = _told_of(sentence, found, clauses, pronoun)
    if told is not None:
        return told.spans(sentence)
    near = nearest_actor(sentence, found.first, *pronoun)
    that = max((n for n in range(found.first) if sentence.folded(n) in _THAT), default=-1)
    if near is not None and (found.first - near.last <= 2 or near.first > that >= 0):
        return near.spans(sentence)
    known = actors.resolve(*pronoun, before=sentence.tokens[found.first].start, sentence=sentence.number)
    return known or (near.spans(sentence) if near is not None else ())


def _told_of(
    sentence: EventSentence, found: Found, clauses: dict[int, Clause], pronoun: tuple[str, str]
) -> Phrase | None:
    """Return the subject outside quotations of whom وذلك goes on: قال فلان "نلتقي سالما"، وذلك خلال | استقباله."""
    if sentence.folded(found.first - 2) not in ("وذلك", "ذلك"):
        return None
    quoted = sentence.sentence.quotations
    for verb in sorted((one for one in clauses if one < found.first), reverse=True):
        if any(opening < verb < closing for opening, closing in quoted):
            continue
        for phrase in (clauses[verb].before, *clauses[verb].bare[:1]):
            if phrase is not None and is_actor(sentence, phrase) and stands_for(sentence, phrase, pronoun):
                return phrase
    return None


def _other_than(tellers: tuple[Span, ...], sentence: EventSentence, found: Found, actors: Actors) -> tuple[Span, ...]:
    pronoun = pronoun_of(sentence.raw(found.end - 1))
    if pronoun is None:
        return ()
    before = sentence.tokens[found.first].start
    return actors.resolve(*pronoun, before=before, sentence=sentence.number, avoid=frozenset(tellers))


def _ahead(
    sentence: EventSentence, found: Found, clauses: dict[int, Clause], pronoun: tuple[str, str]
) -> Phrase | None:
    """Return the subject behind an opening adverbial, whom its pronoun names beforehand: خلال زيارته، قال الوزير."""
    if any(verb < found.first for verb in clauses) or sentence.kind(0) is not Kind.PREPOSITION:
        return None
    verb = min((one for one in clauses if one > found.first), default=None)
    if verb is None or not any(sentence.is_comma(n) for n in range(found.end, verb)) or not clauses[verb].bare:
        return None
    subject = clauses[verb].bare[0]
    gender, number = features(sentence, subject)
    fits = number == pronoun[1] and gender in ("", pronoun[0])
    return subject if fits and is_actor(sentence, subject) else None
