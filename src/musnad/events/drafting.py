"""Drafts the event that one trigger tells of: roles from its clause, status, casualties, who is implied."""

from dataclasses import replace

from musnad.events.actors import Actors, is_actor, pronoun_of
from musnad.events.claimed import ClaimIndex
from musnad.events.clauses import Clause, read_behind
from musnad.events.drafts import Draft
from musnad.events.governors import governing, joined_governor
from musnad.events.implied import imply
from musnad.events.nominal import read_noun
from musnad.events.owners import is_act, owner_of
from musnad.events.participants import names_party, part
from musnad.events.people import holds_weapon, is_thing, people
from musnad.events.phrases import Phrase, past_office, read_phrase
from musnad.events.places import place_of
from musnad.events.sentence import EventSentence
from musnad.events.status import SPEECH, status_of
from musnad.events.tolls import toll_of
from musnad.events.triggers import Found
from musnad.events.verbal import Roles, read_verb
from musnad.events.words import Kind
from musnad.languages.events import Role
from musnad.model import Amount, EventType, Span

_DESPITE = frozenset({"رغم", "برغم", "ورغم"})
_AIMING = frozenset({"استهداف", "استهدف"})
_ASK = "طلب"  # its object is what one asks for, and whom one asks stands behind من
_WORDS_AHEAD = 24
_SAYING = frozenset({"قايلا", "قايله", "واصفا", "واصفه", "متهما", "متهمه", "معتبرا", "تغريده", "تغريداته"})
_PROMISING = frozenset({"تعهد", "وعد"})
_PROMISE_REACH = 6
_WITH_PARTIES = frozenset({EventType.AGREE, EventType.COOPERATE, EventType.CONSULT})
_HARM = frozenset({EventType.ASSAULT, EventType.SANCTION})
_TO_SOMEBODY = frozenset({EventType.THREATEN, EventType.REQUEST})
_EVERY = frozenset({"كل", "جميع", "كافه", "لكل", "لجميع", "لكافه"})
_SELF = frozenset({"انه", "انها", "انهم", "انهما", "بانه", "بانها", "بانهم", "انني", "باننا", "اننا"})


def draft_verb(
    sentence: EventSentence, found: Found, clauses: dict[int, Clause], actors: Actors, index: ClaimIndex
) -> Draft:
    """Return the draft of a trigger verb."""
    clause, found = clauses[found.first], _said(sentence, found)
    frame = found.trigger.frame
    speaker = index.speaker_at(sentence.span(found.first, found.end)) if frame.type in SPEECH else None
    before = max((verb for verb in clauses if verb < found.first), default=None)
    roles = read_verb(sentence, clause, found, actors, clauses[before] if before is not None else None)
    behind = speaker is not None and bool(speaker) and speaker[0].start > sentence.tokens[found.first].start
    if (
        speaker
        and not (behind and roles.subject_before)
        and clause.bare
        and "object" in frame.target
        and not found.trigger.suffixed
        and found.trigger.lemma != _ASK
        and not (roles.whole and speaker[0].end <= sentence.tokens[found.first].start)
    ):
        _object_behind(sentence, clause, found, speaker[0], roles, actors)
    return _draft(sentence, found, roles, clauses, index)


def _object_behind(
    sentence: EventSentence, clause: Clause, found: Found, speaker: Span, roles: Roles, actors: Actors
) -> None:
    """Give a verb of speech the object behind its speaker, whose phrase the claims know to its end."""
    named = clause.bare[0].span(sentence)
    is_subject = named.start < speaker.end and speaker.start < named.end
    if not is_subject:
        # The speaker stands elsewhere, so the phrase behind the verb is whom it is said to.
        if speaker.end <= sentence.tokens[clause.verb].start and roles.rule != "passive_verb":
            roles.targets = _said_to(sentence, clause.bare[0], actors)
        return
    starts = {token.start: n for n, token in enumerate(sentence.tokens) if speaker.start <= token.start < speaker.end}
    known = not sentence.persons.keys().isdisjoint(starts.values())
    if len(clause.bare) > 1 and (named.end <= speaker.end or not known):
        roles.targets = _said_to(sentence, clause.bare[1], actors)
        return
    at = next((n for n, token in enumerate(sentence.tokens) if token.start >= speaker.end), len(sentence))
    at = past_office(sentence, at)
    while sentence.is_comma(at) or sentence.kind(at) in (Kind.TIME, Kind.ADVERB):
        at += 1
    behind = Clause(clause.verb)
    read_behind(sentence, at, behind)
    if behind.bare:
        roles.targets = _said_to(sentence, behind.bare[0], actors)


def _said_to(sentence: EventSentence, phrase: Phrase, actors: Actors) -> tuple[Span, ...]:
    """Return the object as the target, or who did it where the object is an act: رفضت الحكومة نداءات من الاتحاد."""
    return owner_of(sentence, phrase, actors) or phrase.spans(sentence)


def draft_noun(
    sentence: EventSentence, found: Found, clauses: dict[int, Clause], actors: Actors, index: ClaimIndex
) -> Draft:
    """Return the draft of a trigger noun."""
    claimed = index.holding(sentence.span(found.first, found.end))
    roles = read_noun(sentence, found, clauses, actors, claimed.tellers if claimed else ())
    return _draft(sentence, found, roles, clauses, index)


def _draft(sentence: EventSentence, found: Found, roles: Roles, clauses: dict[int, Clause], index: ClaimIndex) -> Draft:
    governor = governing(sentence, found, clauses) if found.nominal else None
    frame = found.trigger.frame
    clitic = sentence.clitics(found.first)
    if sentence.words[found.first].preposition == "ل" and sentence.words[found.first].definite:
        clitic += 1
    trigger = sentence.span(found.first, found.end, clitic if found.nominal else int(_joined(sentence, found)))
    claimed = index.holding(trigger)
    draft = Draft(found, sentence, frame.type, trigger, roles.agents, roles.targets, rule=roles.rule)
    draft.place = place_of(sentence, found.end)
    draft.carrier = governor.verb if governor is not None else None
    draft.said_in = claimed.id if claimed else None
    above = governor or (joined_governor(sentence, found, clauses) if found.nominal else None)
    draft.status = status_of(sentence, found, above, claimed, kind=frame.type)
    speaker = _speaker_at(sentence, trigger, roles, index)
    if claimed is not None and roles.rule == "active_verb" and _is_speaker_pronoun(sentence, found.first):
        draft.agents = claimed.sources or draft.agents
    if frame.type in SPEECH:
        elsewhere = bool(speaker) and roles.subject_before and not index.is_spoken_at(trigger)
        if speaker and not elsewhere and not _names_own_doer(roles, speaker[0], trigger):
            draft.agents = speaker
        elif (found.trigger.person == 1 or frame.subject is Role.NONE) and claimed is not None:
            draft.agents = claimed.sources
    elif claimed is not None and (found.trigger.person == 1 or _says_i(sentence, found.first)):
        draft.agents = claimed.sources
    draft.thing = bool(roles.agents) and not speaker and not _names_someone(sentence, roles.agents)
    says = frame.type in SPEECH and (not found.nominal or roles.rule == "light_verb")
    draft.agents = people(sentence, draft.agents, places=False, seats=says)
    draft.targets = roles.left or people(sentence, draft.targets, places=frame.mode != "territory")
    if found.trigger.lemma in _AIMING and roles.rule != "noun":
        draft.targets = draft.targets or roles.targets
    if draft.place is None and found.nominal:  # مظاهرات العاصمة: where it was, not who did it
        draft.place = next(
            (span for span in roles.agents if span not in draft.agents and _is_place(sentence, span)), None
        )
    if frame.type in _WITH_PARTIES and (found.nominal or frame.type is not EventType.CONSULT):
        draft.targets = tuple(span for span in draft.targets if _may_deal(sentence, span))
    if frame.type in ("AID", "COOPERATE"):
        draft.targets = tuple(span for span in draft.targets if not holds_weapon(sentence, span))
    if roles.rule == "suffered_noun" and not draft.targets:
        draft.targets = roles.targets  # تعرض الاتفاق لانتقادات: what undergoes it, though no party
    draft.targets = draft.targets or _defiant(sentence, found, trigger, index)
    draft.guessed, draft.about = not draft.agents and not draft.targets, roles.about
    imply(draft, clauses)
    if frame.type in _TO_SOMEBODY:
        told = (one for one in draft.targets if not _is_meeting(sentence, one))
        draft.targets = tuple(one for one in told if names_party(sentence, one) or _is_human(sentence, one))
    part(draft)
    if frame.victims and roles.victim is None and sentence.folded(found.first - 1) in ("انه", "انها", "بانه", "بانها"):
        _count(draft, frame.victims, Amount(1, 1))
    if frame.victims:
        victim = roles.victim
        if victim is not None and sentence.kind(victim.first) is not Kind.NUMBER and is_thing(sentence, victim.first):
            victim = None
        if victim is not None or found.nominal or found.trigger.number in ("p", "d"):
            amount = toll_of(sentence, found, victim)
            if amount is not None:
                _count(draft, frame.victims, amount)
    return draft


def _defiant(sentence: EventSentence, found: Found, trigger: Span, index: ClaimIndex) -> tuple[Span, ...]:
    """قالت إنها ماضية، رغم التحذيرات: whoever says so is whom they warned."""
    despite = sentence.folded(found.first - 1) in _DESPITE and sentence.words[found.first].definite
    if found.trigger.frame.type is not EventType.THREATEN or not despite:
        return ()
    return index.speaker_before(trigger, sentence.tokens[0].start)


def _may_deal(sentence: EventSentence, span: Span) -> bool:
    """Tell whether one can meet or agree with what the phrase names: a party, or something definite and no act."""
    at = next((n for n, token in enumerate(sentence.tokens) if token.start <= span.start < token.end), None)
    return at is None or names_party(sentence, span) or (sentence.words[at].definite and not is_act(sentence, at))


def _is_human(sentence: EventSentence, span: Span) -> bool:
    """Tell whether the phrase begins with a definite word for people, and no act or thing: الشباب، أتباعه."""
    at = next((n for n, token in enumerate(sentence.tokens) if token.start <= span.start < token.end), None)
    if at is None:
        return True
    if sentence.folded(at) in _EVERY and sentence.kind(at + 1) is Kind.NOUN and not sentence.is_marked(at + 1):
        at += 1  # كل الأراضي
    word = sentence.words[at]
    if sentence.among(at, "addressed"):
        return True  # وسائل الإعلام
    plain = word.definite and not word.triggers and not word.stem.endswith(("ات", "ه"))
    owned = pronoun_of(sentence.raw(at)) is not None and not word.preposition and not sentence.raw(at).endswith("ة")
    if any(sentence.among(at, name) for name in ("places", "vehicles", "broken_things", "booty")):
        return False
    return (plain or owned) and not is_act(sentence, at) and not is_thing(sentence, at)


def _speaker_at(sentence: EventSentence, trigger: Span, roles: Roles, index: ClaimIndex) -> tuple[Span, ...]:
    """Return the claim's speaker at the trigger, or the clause's own agents where they tell better who he is."""
    speaker = tuple(_trimmed(sentence, span) for span in index.speaker_at(trigger) or ())
    if speaker and roles.agents and speaker[0].of(sentence.text).startswith("كل من "):
        return ()  # the clause tells apart whom the phrase names: كل من فلان وفلان
    if speaker and any(_holds(speaker[0], span) or span == speaker[0] for span in roles.targets):
        # The claim's speaker ran on into whom it is said to (تتهم الدولة جارتها), or is him: كما دعا النساء إلى
        return roles.agents
    return speaker


def _trimmed(sentence: EventSentence, span: Span) -> Span:
    """Return the speaker's span without a time or a verb that it ran on into: الجيش | ليل الأحد، تفكر | الحكومة."""
    listed = sentence.vocabulary.lexicon.verbs
    opening = next((n for n, token in enumerate(sentence.tokens) if token.start == span.start), None)
    if opening is not None and sentence.kind(opening) is Kind.VERB and sentence.stem(opening) in listed:
        after = sentence.tokens[opening + 1].start if opening + 1 < len(sentence) else span.end
        span = Span(after, span.end) if after < span.end and opening not in sentence.acting else span
    for n, token in enumerate(sentence.tokens):
        if not span.start < token.start < span.end:
            continue
        word = sentence.words[n]
        if sentence.is_quote(n):
            return span  # منظمة "أنقذوا الأطفال"
        ordinal = word.folded in ("الاول", "الثاني", "العام")
        verb = word.kind is Kind.VERB and word.stem in listed
        if (verb or (word.kind is Kind.TIME and not ordinal)) and n not in sentence.acting:
            return Span(span.start, sentence.tokens[n - 1].end)
    return span


def _names_own_doer(roles: Roles, speaker: Span, trigger: Span) -> bool:
    """Tell whether the clause names who does it, whoever else speaks: اتهم من قبل موظفات، وتتهم نساء الجيش."""
    if roles.rule == "passive_verb" and roles.agents:
        return True
    ahead = speaker.end <= trigger.start and roles.whole
    return ahead or (roles.subject_before and speaker.start > trigger.end)


def _is_meeting(sentence: EventSentence, span: Span) -> bool:
    """Tell whether the phrase names a summit or the like, to which nothing is said: هدد بإلغاء القمة."""
    at = next((n for n, token in enumerate(sentence.tokens) if token.start <= span.start < token.end), None)
    meets = at is not None and any(one.frame.type is EventType.CONSULT for one in sentence.words[at].triggers)
    return meets and at not in sentence.acting


def _holds(span: Span, inner: Span) -> bool:
    return span.start < inner.start and inner.end <= span.end


def _names_someone(sentence: EventSentence, spans: tuple[Span, ...]) -> bool:
    firsts = [n for n, token in enumerate(sentence.tokens) for span in spans if token.start <= span.start < token.end]
    phrases = [read_phrase(sentence, n, joined=False) for n in firsts]
    return len(firsts) < len(spans) or any(phrase is not None and is_actor(sentence, phrase) for phrase in phrases)


def _is_place(sentence: EventSentence, span: Span) -> bool:
    at = next((n for n, token in enumerate(sentence.tokens) if token.start <= span.start < token.end), None)
    return at is not None and (at in sentence.placed or sentence.among(at, "capitals"))


def _is_speaker_pronoun(sentence: EventSentence, verb: int) -> bool:
    """Tell whether the verb stands behind أنه، إنها, whose pronoun is the speaker's: أعلن فلان أنه سيزور."""
    for index in range(verb - 1, max(-1, verb - 3), -1):
        if sentence.folded(index) in _SELF:
            return True
        if sentence.folded(index) not in ("قد", "لم", "لن", "سوف", "لا"):
            return False
    return False


def _says_i(sentence: EventSentence, verb: int) -> bool:
    """Tell whether the hamza tells ألتقي, "I meet", from التقى, which folds alike."""
    token = sentence.tokens[verb]
    written = sentence.text[token.start : token.end].removeprefix("و")
    return written.startswith("أ") and written[2:3] == "ت" and written.endswith("ي")


def _said(sentence: EventSentence, found: Found) -> Found:
    """هاجم النائب الوزير قائلا إنه: words are what he attacks with; تعهد بضرب الحركة: what he promises is a threat."""
    if found.trigger.lemma in _PROMISING and _promises_harm(sentence, found):
        frame = replace(found.trigger.frame, type=EventType.THREATEN, mode="", cameo="13", target=frozenset({"ب"}))
        return replace(found, trigger=replace(found.trigger, frame=frame))
    ahead = range(found.end, min(len(sentence), found.end + _WORDS_AHEAD))
    if found.trigger.lemma != "هاجم" or not any(sentence.folded(at) in _SAYING for at in ahead):
        return found
    frame = replace(found.trigger.frame, type=EventType.ACCUSE, mode="disapprove", cameo="11")
    return replace(found, trigger=replace(found.trigger, frame=frame))


def _promises_harm(sentence: EventSentence, found: Found) -> bool:
    words = sentence.words[found.end : found.end + _PROMISE_REACH]
    return any(word.preposition == "ب" and any(one.frame.type in _HARM for one in word.triggers) for word in words)


def _joined(sentence: EventSentence, found: Found) -> bool:
    return sentence.words[found.first].conjunction


def _count(draft: Draft, victims: str, amount: object) -> None:
    setattr(draft, victims, amount)
