"""Gives the phrases around a trigger noun their roles: genitive, adjective, prepositions, governing verb."""

from musnad.events.actors import Actors, features, is_actor, nearest_actor, pronoun_of
from musnad.events.clauses import Clause, read_behind, read_clause
from musnad.events.governors import AGAINST, from_governor, governing, subject_of, visited
from musnad.events.owners import accused_of, is_act, owner_of
from musnad.events.people import is_thing, people
from musnad.events.phrases import Phrase, is_adjective, phrase_ending, read_phrase
from musnad.events.sentence import EventSentence
from musnad.events.triggers import Found
from musnad.events.verbal import Roles, left_body, marked_target, pronoun_target
from musnad.events.words import Kind, Word
from musnad.languages.events import Role, Shape
from musnad.model import EventType, Span

# Acts that come from someone: طلب من الرئيس, دعم من الجيش, انتقادات من الحلف.
_GIVEN = frozenset(
    {EventType.REQUEST, EventType.ACCUSE, EventType.AID, EventType.SUPPORT, EventType.THREATEN, EventType.REJECT}
)
_THAT = frozenset({"ان", "بان", "فان", "لان"})
_TRAVELS = ("جول", "زيار")
# The rule of a noun whose genitive can do nothing: تراجع الثقة.
ABSTRACT = "abstract_genitive"
_PEOPLE = (Role.SELF, Role.DESCRIBED)  # nouns that name who takes part: متظاهرون، محتجزون
_OVER = frozenset({"ازاء", "حيال"})


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
        return _described(sentence, found)
    held = _held(sentence, found, actors, clauses)
    if frame.victims and any(one.start < span.end and span.start < one.end for one in held for span in tellers):
        held = _other_than(tellers, sentence, found, actors)  # nobody tells of his own death
    adjective, after = _adjectives(sentence, found.end)
    genitive = None if held or adjective else _genitive(sentence, found, after)
    behind = Clause(found.first)
    read_behind(sentence, genitive.last if genitive else after, behind)
    agents, targets, victim = _assign(sentence, frame.type, role, held, genitive, behind)
    if genitive is not None and agents and "object" in frame.target and not people(sentence, agents[:1], places=False):
        agents, targets = (), targets or agents  # قصف المطار
    agents = people(sentence, agents, places=False)  # استعادة المدينة: no place does a deed
    by = next((one.phrase for one in behind.marked if one.by), None)
    if by is not None:
        agents = by.spans(sentence)
    does = role in (Role.AGENT, Role.BOTH) and not held and not frame.companions
    abstract = does and genitive is not None and not frame.victims and not _can_act(sentence, genitive)
    rule = ABSTRACT if abstract else "noun_genitive" if genitive else "noun_pronoun" if held else "noun"
    if not agents and role is not Role.TARGET and frame.type in _GIVEN:
        giver = next((one.phrase for one in behind.marked[:1] if one.preposition == "من"), None)
        given = giver is not None and _can_act(sentence, giver)
        agents = giver.spans(sentence) if giver is not None and given else ()
    if not agents and genitive is None and role in (Role.AGENT, Role.BOTH) and frame.type not in _GIVEN:
        own = next((one.phrase for one in behind.marked[:1] if one.preposition == "ل"), None)
        if own is not None and is_actor(sentence, own):
            agents = own.spans(sentence)  # غارة للطيران، مسيرة للعمال
    doer = _doer_clause(sentence, found, genitive.last if genitive else after, clauses, actors)
    if doer is not None:
        agents, told = doer
        targets = targets or told
        rule = "noun_with_doer"
    if not agents and adjective:
        agents, rule = adjective, "noun_adjective"
    if not agents or (genitive is not None and not is_actor(sentence, genitive)):
        accused = accused_of(sentence, found.first)
        agents, rule = (accused, "accused_of_noun") if accused else (agents, rule)
    near = genitive.last if genitive else after
    between = next(
        (one.phrase for one in behind.marked if one.preposition == "بين" and one.phrase.first <= near + 4), None
    )
    targets = people(sentence, targets, places=True)
    if not agents and not targets and role is not Role.TARGET and between is not None:
        return Roles(between.spans(sentence), (), "noun_between")
    if not targets or role is Role.BOTH:
        marked = marked_target(sentence, behind, _marks(frame.target), actors)
        targets = targets or tuple(span for span in marked if span not in agents)
    if not targets and role is not Role.TARGET:
        targets = pronoun_target(sentence, behind, _marks(frame.target), actors, frozenset(agents))
    if not targets and genitive is not None and role is not Role.AGENT:
        targets = tuple(span for span in owner_of(sentence, genitive, actors) if span not in agents)
    if genitive is not None and frame.type is EventType.CONSULT and role is Role.AGENT and agents and not targets:
        agents, targets = visited(sentence, found, clauses, genitive, agents)
    if rule != ABSTRACT and (not agents or not targets):
        agents, targets, governed = from_governor(sentence, found, clauses, actors, agents, targets)
        rule = governed or rule
    if not targets and sentence.kind(found.first - 1) is Kind.NOUN:
        targets = _undergone(sentence, found, actors)
    if not targets:
        targets = _aimed_at(sentence, genitive.last if genitive else after)
    if not targets and frame.mode == "visit" and found.trigger.lemma.startswith(_TRAVELS):
        targets = _toured(sentence, behind)
    return Roles(agents, targets, rule, victim, left=left_body(sentence, behind, frame))


def _aimed_at(sentence: EventSentence, index: int) -> tuple[Span, ...]:
    """Return the object of the participle that tells whom the deed was aimed at: غاراته مستهدفا الحركة."""
    for at in range(index, index + 3):
        if sentence.stem(at) in ("مستهدفا", "مستهدفه", "مستهدفين"):
            phrase = read_phrase(sentence, at + 1)
            return phrase.spans(sentence) if phrase is not None else ()
    return ()


def _toured(sentence: EventSentence, behind: Clause) -> tuple[Span, ...]:
    """Return the state in which someone travels about: جولة في البلاد."""
    states = (one.phrase for one in behind.marked if one.preposition == "في" and one.phrase.first in sentence.countries)
    return next((phrase.spans(sentence) for phrase in states if sentence.words[phrase.first].name), ())


def _marks(target: frozenset[str]) -> frozenset[str]:
    """Return the prepositions that mark a noun's target; ب counts only where nothing else can (تنديد ب)."""
    return (target if target <= {"ب", "من"} else target - {"ب", "من"}) | AGAINST | _OVER


def _described(sentence: EventSentence, found: Found) -> Roles:
    """Return the roles of a passive participle: whom it describes is the target, من marks the agent."""
    behind = Clause(found.first)
    read_behind(sentence, found.end, behind)
    by = next((one.phrase for one in behind.marked if one.by), None)
    before = phrase_ending(sentence, found.first)
    own = read_phrase(sentence, found.first, joined=False)
    adjectival = sentence.words[found.first].definite or sentence.kind(found.first - 1) is Kind.NOUN
    phrase = before if before is not None and adjectival else own
    agents = by.spans(sentence) if by else ()
    if not agents and found.trigger.frame.type is EventType.COERCE:
        agents = _holding_state(sentence, behind)
    return Roles(agents, phrase.spans(sentence) if phrase else (), "described")


def _holding_state(sentence: EventSentence, behind: Clause) -> tuple[Span, ...]:
    """Return the state in which someone is held, and so by which: محتجزون في ..."""
    for one in behind.marked[:1]:
        if one.preposition == "في" and one.phrase.first in sentence.countries and sentence.words[one.phrase.first].name:
            return one.phrase.spans(sentence)
    return ()


def _undergone(sentence: EventSentence, found: Found, actors: Actors) -> tuple[Span, ...]:
    """Return whom the pronoun on a noun of suffering stands for: تلقيه تهديدات، تعرضها لهجوم."""
    before = sentence.raw(found.first - 1) if found.first else ""
    pronoun = pronoun_of(before)
    if pronoun is None or not sentence.stem(found.first - 1).startswith(("تلقي", "تعرض", "مواجهت")):
        return ()
    offset = sentence.tokens[found.first - 1].start
    return actors.resolve(*pronoun, before=offset, sentence=sentence.number)


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
    near = nearest_actor(sentence, found.first, *pronoun)
    that = max((n for n in range(found.first) if sentence.folded(n) in _THAT), default=-1)
    if near is not None and (found.first - near.last <= 1 or near.first > that >= 0):
        return near.spans(sentence)
    known = actors.resolve(*pronoun, before=sentence.tokens[found.first].start, sentence=sentence.number)
    return known or (near.spans(sentence) if near is not None else ())


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


def _adjectives(sentence: EventSentence, index: int) -> tuple[tuple[Span, ...], int]:
    """Return the nationality adjective behind the noun, which names the agent, and where the adjectives end."""
    agents: tuple[Span, ...] = ()
    while (word := sentence.at(index)) is not None and word.kind is Kind.NOUN:
        plain = not word.preposition and not word.conjunction
        if not plain or word.title or not (is_adjective(word) or _is_quality(sentence, index)):
            break
        if word.nationality and sentence.words[index - 1].definite == word.definite:
            agents = (sentence.span(index, index + 1),)
        elif word.nationality:
            break
        index += 1
    return agents, index


def _is_quality(sentence: EventSentence, index: int) -> bool:
    word, previous = sentence.words[index], sentence.words[index - 1]
    if word.definite:
        return previous.definite and word.stem not in sentence.vocabulary.grammar.holders
    qualities = sentence.vocabulary.lexicon.words["qualities"]
    stem = word.stem
    bare = stem[:-1] if stem.endswith(("ه", "ا")) else stem.removesuffix("ين").removesuffix("ات").removesuffix("ت")
    if not previous.definite and (stem in qualities or bare in qualities):
        return True
    return not previous.definite and word.folded.endswith("ا") and previous.folded.endswith("ا")


def _genitive(sentence: EventSentence, found: Found, index: int) -> Phrase | None:
    """Return the phrase in the genitive behind a noun without article: اغتيال قائد."""
    word = sentence.words[found.end - 1]
    if word.definite or found.trigger.suffixed or index != found.end:
        return None
    raw = sentence.raw(found.end - 1)
    if raw.endswith(("ا", "اً", "ًا", "ين", "ان")) and not raw.endswith(("ة", "اء")) and found.trigger.number != "p":
        return None
    following = sentence.at(index)
    if following is None or following.kind not in (Kind.NOUN, Kind.NUMBER):
        return _quoted(sentence, index)
    if following.preposition or following.conjunction:
        return None
    known = following.name or index in sentence.acting or sentence.among(index, "actors")
    if following.folded.endswith("ا") and len(following.folded) > 5 and not known:
        return None  # an accusative stands in no genitive: هجوما مستخدما
    return read_phrase(sentence, index)


def _quoted(sentence: EventSentence, index: int) -> Phrase | None:
    return read_phrase(sentence, index) if sentence.is_quote(index) else None


def _assign(
    sentence: EventSentence,
    kind: EventType,
    role: Role,
    held: tuple[Span, ...],
    genitive: Phrase | None,
    behind: Clause,
) -> tuple[tuple[Span, ...], tuple[Span, ...], Phrase | None]:
    """Return agents, targets and the counted victims from the genitive or the pronoun."""
    owners = held or (genitive.spans(sentence) if genitive else ())
    if not owners or role is Role.NONE:
        return (), (), None
    if genitive is not None and is_actor(sentence, genitive) and _pronoun_behind(genitive, behind):
        return owners, (), None  # دعم العاصمة لهم: whom the pronoun means is resolved later
    transitive = role in (Role.TARGET, Role.EITHER) or kind in (EventType.ASSAULT, EventType.AID, EventType.COERCE)
    if transitive and genitive is not None and is_actor(sentence, genitive):
        to_whom = _next_marked(sentence, genitive, behind, role)
        if to_whom is not None:
            # The doer of a verbal noun, then its object behind ل: اعتقال الشرطة لناشط، دعم العاصمة للفصائل.
            return owners, to_whom.spans(sentence), None
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
    if genitive is not None and not held and not _can_act(sentence, genitive):
        return (), (), None  # انتشار الشائعات: what does no deed is no agent
    return owners, (), None


def _pronoun_behind(genitive: Phrase, behind: Clause) -> bool:
    """Tell whether ل with a pronoun stands right behind the genitive."""
    return any(preposition == "ل" and at == genitive.last for preposition, at in behind.pronouns)


def _can_act(sentence: EventSentence, phrase: Phrase) -> bool:
    """Tell whether the phrase may name someone: known actors, and definite or quoted nouns that name no act."""
    if is_actor(sentence, phrase) or phrase.first in sentence.placed or sentence.among(phrase.first, "places"):
        return True
    word = sentence.words[phrase.first]
    if is_thing(sentence, phrase.first):
        return False
    return word.kind is Kind.NUMBER or (word.definite and not is_act(sentence, phrase.first) and not _is_abstract(word))


def _is_abstract(word: Word) -> bool:
    """Tell whether the word is a plural in ات or a verbal noun by its shape: الشائعات، التكهنات، التطورات."""
    return word.stem.endswith("ات") or (word.stem.startswith("ت") and len(word.stem) == 5 and word.stem[3] == "ي")


def _next_marked(sentence: EventSentence, genitive: Phrase, behind: Clause, role: Role) -> Phrase | None:
    """Return the phrase that ل marks right behind the genitive."""
    for one in behind.marked[:1]:
        marks = ("ل", "علي") if role is Role.EITHER else ("ل",)
        if one.preposition in marks and one.phrase.first <= genitive.last + 1:
            return one.phrase
    return None


def _doer_clause(
    sentence: EventSentence, found: Found, start: int, clauses: dict[int, Clause], actors: Actors
) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    """Return agent and target from the verb that tells who did the deed: غارة شنها الجيش، اتهامات وجهها المغرب."""
    light = sentence.vocabulary.lexicon.words["light_verbs"]
    for index in range(start, min(len(sentence), start + 10)):
        word = sentence.words[index]
        if word.kind is Kind.MARK and not sentence.is_comma(index) and not sentence.is_quote(index):
            return None
        if (word.kind is Kind.VERB and word.conjunction) or (index > start and _is_other_deed(sentence, index)):
            return None  # اعتداء على متظاهرين خلال زيارة قام بها الوزير
        verb = word.verb
        if word.kind is not Kind.VERB or verb is None:
            continue
        done = verb.lemma == "قام" and sentence.folded(index + 1) in ("به", "بها", "بهما")
        if verb.lemma not in light or (pronoun_of(sentence.raw(index)) is None and not done):
            return None
        clause = clauses.get(index) or read_clause(sentence, index)
        marks = found.trigger.frame.target | AGAINST
        targets = marked_target(sentence, clause, marks, actors)
        if not targets and not done:
            doer = frozenset(clause.bare[0].spans(sentence) if clause.bare else ())
            targets = pronoun_target(sentence, clause, marks, actors, doer)
        if clause.bare:
            return clause.bare[0].spans(sentence), targets
        offset = sentence.tokens[found.first].start
        return actors.resolve(verb.gender, verb.number, before=offset, sentence=sentence.number), targets
    return None


def _is_other_deed(sentence: EventSentence, index: int) -> bool:
    word = sentence.words[index]
    deeds = (one for one in word.triggers if one.shape in (Shape.NOUN, Shape.MASDAR))
    return word.kind is Kind.NOUN and any(one.frame.noun not in _PEOPLE for one in deeds)
