"""Codes the events of a report: triggers, roles, status, casualties, then one event for every happening."""

import functools
import hashlib
from collections.abc import Sequence

from musnad.events.actors import Actors, features, nearest_actor
from musnad.events.arms import arm
from musnad.events.casualties import count_of
from musnad.events.claimed import ClaimIndex
from musnad.events.clauses import Clause, is_leftover, read_behind, read_clause
from musnad.events.deal_terms import add_terms
from musnad.events.deals import Parties, is_nation, merge_transfers, name_nation
from musnad.events.drafts import Draft
from musnad.events.joining import find_opponents, join_in_sentence, shares_words
from musnad.events.merging import merge
from musnad.events.nominal import governing, read_noun
from musnad.events.own_country import Countries, resolve_own
from musnad.events.participants import part
from musnad.events.people import holds_weapon, is_thing, people
from musnad.events.phrases import read_phrase
from musnad.events.places import place_of
from musnad.events.preparing import read_sentences
from musnad.events.sentence import EventSentence
from musnad.events.status import SPEECH, status_of
from musnad.events.timing import date_drafts
from musnad.events.transfers import find_transfers
from musnad.events.triggers import Found, find_triggers
from musnad.events.verbal import Roles, divide, read_verb
from musnad.events.words import Kind, Vocabulary
from musnad.languages.events import Role
from musnad.languages.language import Language
from musnad.model import Amount, Article, Claim, Event, Mention, Span, TimeExpression, Transfer

_DONE_BY_SOMEONE = frozenset(
    {
        "AID",
        "AGREE",
        "CONSULT",
        "COOPERATE",
        "MOBILIZE",
        "RETREAT",
        "SANCTION",
        "THREATEN",
        "REQUEST",
        "REJECT",
        "SUPPORT",
    }
)
_DONE_TO_SOMEONE = frozenset({"ACCUSE", "AGREE", "THREATEN", "REJECT", "SANCTION", "SUPPORT", "REQUEST", "AID"})
_SELF = frozenset({"انه", "انها", "انهم", "انهما", "بانه", "بانها", "بانهم", "انني", "باننا", "اننا"})
# Rules that name no agent for sure.
_UNNAMED = frozenset({"noun", "noun_genitive_target", "light_verb"})
_CONFIDENCE = {"active_verb": 0.7, "passive_verb": 0.7, "noun_genitive": 0.65, "light_verb": 0.7}


def code_events(
    article: Article,
    language: Language,
    mentions: Sequence[Mention] = (),
    times: Sequence[TimeExpression] = (),
    claims: Sequence[Claim] = (),
) -> tuple[tuple[Event, ...], tuple[Transfer, ...]]:
    """Return the events and the arms transfers that the article tells of, in the order of their leading mentions."""
    vocabulary = _vocabulary(language)
    sentences = read_sentences(article, vocabulary, mentions)
    index = ClaimIndex(claims)
    drafts, deals = _drafts(sentences, index)
    date_drafts(drafts, times, article)
    countries = Countries(sentences, mentions)
    _name_countries(drafts, deals, countries, index)
    merged = merge_transfers(deals)
    add_terms(merged, mentions, times)
    transfers = tuple(_transfer(parties, index) for parties in merged)
    events = tuple(_event(draft) for draft in merge(drafts, countries) if _tells_enough(draft))
    return tuple(sorted(events, key=lambda event: event.trigger.start)), transfers


@functools.cache
def _vocabulary(language: Language) -> Vocabulary:
    return Vocabulary(language.events, language.grammar)


def _topics(sentences: list[EventSentence]) -> frozenset[str]:
    """Return the topics of the whole report that cancel readings: a report of sport has no assaults."""
    sport = sum(
        word.stem in sentence.vocabulary.lexicon.words["sport"] for sentence in sentences for word in sentence.words
    )
    return frozenset({"sport"}) if sport >= 2 + len(sentences) // 4 else frozenset()


def _drafts(sentences: list[EventSentence], index: ClaimIndex) -> tuple[list[Draft], list[Parties]]:
    actors = Actors()
    topics = _topics(sentences)
    drafts: list[Draft] = []
    deals: list[Parties] = []
    for sentence in sentences:
        found = find_triggers(sentence, topics)
        verbs = {one.first: one for one in found if not one.nominal}
        clauses: dict[int, Clause] = {}
        own: list[Draft] = []
        for position, word in enumerate(sentence.words):
            if word.kind is Kind.VERB or position in verbs or _opens_as_verb(sentence, position, found):
                clause = clauses[position] = read_clause(sentence, position)
                one = verbs.get(position)
                if one is not None:
                    own.append(_verbal(sentence, clause, one, actors, index))
                _remember(sentence, clause, one, actors)
        own += [_nominal(sentence, one, clauses, actors, index) for one in found if one.nominal]
        _hand_down(own)
        own.sort(key=lambda draft: draft.trigger.start)
        find_opponents(own, actors)
        arm(sentence, own)
        actors.recall(sentence, [draft.targets for draft in own if draft.targets and draft.found.nominal])
        dealt = find_transfers(sentence, clauses, actors, {one.found.first: one.status for one in own})
        _share_parties(own, dealt)
        deals += dealt
        drafts += join_in_sentence(own)
    return drafts, deals


def _hand_down(drafts: list[Draft]) -> None:
    """Give a deed that somebody is accused of, or asked for, that somebody as its agent: اتهم الجيش بقصف القرية."""
    verbs = {one.found.first: one for one in drafts if not one.found.nominal and one.type in ("ACCUSE", "REQUEST")}
    for draft in drafts:
        verb = verbs.get(draft.carrier) if draft.carrier is not None else None
        if verb is None or not verb.targets or not draft.found.nominal or draft.rule not in _UNNAMED:
            continue
        if shares_words(draft.sentence, verb.targets, draft.targets) or draft.type == verb.type:
            continue
        draft.agents, draft.rule, draft.guessed = verb.targets, "object_of_verb", False


def _name_countries(drafts: list[Draft], deals: list[Parties], countries: Countries, index: ClaimIndex) -> None:
    for draft in drafts:
        draft.agents = resolve_own(draft.sentence, draft.agents, countries, index)
        draft.targets = resolve_own(draft.sentence, draft.targets, countries, index)
    for deal in deals:
        name_nation(deal, countries)
        if deal.supplier is not None:
            (deal.supplier,) = resolve_own(deal.sentence, (deal.supplier,), countries, index)
        if deal.recipient is not None:
            (deal.recipient,) = resolve_own(deal.sentence, (deal.recipient,), countries, index)


def _share_parties(drafts: list[Draft], deals: list[Parties]) -> None:
    """Give an event of arms dealing the parties that the transfer found."""
    for draft in drafts:
        deal = next((one for one in deals if one.at == draft.found.first), None)
        if deal is None or draft.type not in ("AID", "COOPERATE", "AGREE"):
            continue
        buys = deal.dealing.subject == "recipient"
        supplier = None if is_nation(deal) else deal.supplier  # an adjective supplies, but does nothing
        agent, target = (deal.recipient, supplier) if buys else (supplier, deal.recipient)
        draft.agents = (agent,) if agent else draft.agents
        draft.targets = (target,) if target else draft.targets


def _opens_as_verb(sentence: EventSentence, index: int, found: list[Found]) -> bool:
    """Tell whether a word spelled both as verb and noun opens a clause before its subject: توجه الرئيس."""
    word, following = sentence.words[index], sentence.at(index + 1)
    if word.verb is None or word.definite or word.preposition or following is None:
        return False
    if any(one.first == index for one in found) or following.kind is not Kind.NOUN or following.preposition:
        return False
    opens = index == 0 or word.conjunction or sentence.kind(index - 1) in (Kind.MARK, Kind.OPENER)
    carries = word.verb.lemma in sentence.vocabulary.lexicon.words["suffering_verbs"]
    return opens and (following.definite or following.name or carries)


def _remember(sentence: EventSentence, clause: Clause, found: Found | None, actors: Actors) -> None:
    subject = clause.before or (clause.bare[0] if clause.bare else None)
    if found is not None:
        subject, _, _ = divide(sentence, clause, found)
    if subject is not None:
        actors.add(sentence, subject, subject=True)
    for phrase in (*clause.bare, *(one.phrase for one in clause.marked)):
        if phrase is not subject and features(sentence, phrase) != ("", ""):
            actors.add(sentence, phrase, subject=False)


def _verbal(sentence: EventSentence, clause: Clause, found: Found, actors: Actors, index: ClaimIndex) -> Draft:
    frame = found.trigger.frame
    speaker = index.speaker_at(sentence.span(found.first, found.end)) if frame.type in SPEECH else None
    roles = read_verb(sentence, clause, found, actors)
    behind = speaker is not None and bool(speaker) and speaker[0].start > sentence.tokens[found.first].start
    if (
        speaker
        and not (behind and roles.subject_before)
        and clause.bare
        and "object" in frame.target
        and not found.trigger.suffixed
    ):
        _object_behind(sentence, clause, found, speaker[0], roles)
    return _draft(sentence, found, roles, None, index)


def _object_behind(sentence: EventSentence, clause: Clause, found: Found, speaker: Span, roles: Roles) -> None:
    """Give a verb of speech the object behind its speaker, whose phrase the claims know to its end."""
    named = clause.bare[0].span(sentence)
    is_subject = named.start < speaker.end and speaker.start < named.end
    if not is_subject:
        # The speaker stands elsewhere, so the phrase behind the verb is whom it is said to.
        if speaker.end <= sentence.tokens[clause.verb].start and roles.rule != "passive_verb":
            roles.targets = clause.bare[0].spans(sentence)
        return
    if len(clause.bare) > 1:
        roles.targets = clause.bare[1].spans(sentence)
        return
    at = next((n for n, token in enumerate(sentence.tokens) if token.start >= speaker.end), len(sentence))
    while sentence.is_comma(at) or sentence.kind(at) in (Kind.TIME, Kind.ADVERB):
        at += 1
    behind = Clause(clause.verb)
    read_behind(sentence, at, behind)
    if behind.bare:
        roles.targets = behind.bare[0].spans(sentence)


def _nominal(
    sentence: EventSentence, found: Found, clauses: dict[int, Clause], actors: Actors, index: ClaimIndex
) -> Draft:
    roles = read_noun(sentence, found, clauses, actors)
    return _draft(sentence, found, roles, governing(sentence, found, clauses), index)


def _draft(sentence: EventSentence, found: Found, roles: Roles, governor: Clause | None, index: ClaimIndex) -> Draft:
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
    draft.status = status_of(sentence, found, governor, claimed, kind=frame.type)
    speaker = index.speaker_at(trigger)
    if claimed is not None and roles.rule == "active_verb" and _is_speaker_pronoun(sentence, found.first):
        draft.agents = claimed.sources or draft.agents
    if frame.type in SPEECH:
        elsewhere = bool(speaker) and roles.subject_before and not index.is_spoken_at(trigger)
        if speaker and not elsewhere and not (roles.subject_before and speaker[0].start > trigger.end):
            draft.agents = speaker
        elif (found.trigger.person == 1 or frame.subject is Role.NONE) and claimed is not None:
            draft.agents = claimed.sources
    elif found.trigger.person == 1 and claimed is not None:
        draft.agents = claimed.sources
    draft.agents = people(sentence, draft.agents, places=False)
    draft.targets = people(sentence, draft.targets, places=True)
    if frame.type in ("AID", "COOPERATE"):
        draft.targets = tuple(span for span in draft.targets if not holds_weapon(sentence, span))
    draft.guessed = not draft.agents and not draft.targets
    if not draft.agents and frame.type in _DONE_BY_SOMEONE and found.nominal:
        draft.agents = _earlier_actor(sentence, found.first, draft.targets)
    together = frame.type == "AGREE" and (len(draft.agents) > 1 or found.trigger.number in ("d", "p"))
    if (
        not draft.targets
        and frame.type in _DONE_TO_SOMEONE
        and not together
        and not (found.nominal and frame.type == "ACCUSE")
    ):
        draft.targets = _later_actor(sentence, found.end, draft.agents)
    part(draft)
    if frame.victims and roles.victim is None and sentence.folded(found.first - 1) in ("انه", "انها", "بانه", "بانها"):
        _count(draft, frame.victims, Amount(1, 1))
    if frame.victims and roles.victim is not None and not is_thing(sentence, roles.victim.first):
        _count(draft, frame.victims, count_of(sentence, roles.victim))
    return draft


def _is_speaker_pronoun(sentence: EventSentence, verb: int) -> bool:
    """Tell whether the verb stands behind أنه، إنها, whose pronoun is the speaker's: أعلن فلان أنه سيزور."""
    for index in range(verb - 1, max(-1, verb - 3), -1):
        if sentence.folded(index) in _SELF:
            return True
        if sentence.folded(index) not in ("قد", "لم", "لن", "سوف", "لا"):
            return False
    return False


def _earlier_actor(sentence: EventSentence, index: int, targets: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the actor named last before the trigger in its sentence: whoever does the deed, mostly."""
    near = nearest_actor(sentence, index, "", "")
    spans = near.spans(sentence) if near is not None else ()
    return () if shares_words(sentence, spans, targets) else spans


def _later_actor(sentence: EventSentence, index: int, agents: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the first actor named behind the trigger in its sentence who is not the agent."""
    for start in range(index, min(len(sentence), index + 25)):
        word = sentence.words[start]
        known = word.name or word.title or sentence.among(start, "actors") or start in sentence.acting
        if word.kind is not Kind.NOUN or word.triggers or not known or is_leftover(sentence, start):
            continue
        phrase = read_phrase(sentence, start)
        if phrase is None:
            continue
        spans = people(sentence, phrase.spans(sentence), places=True)
        if spans and not shares_words(sentence, spans, agents):
            return spans
    return ()


def _joined(sentence: EventSentence, found: Found) -> bool:
    return sentence.words[found.first].conjunction


def _count(draft: Draft, victims: str, amount: object) -> None:
    setattr(draft, victims, amount)


def _tells_enough(draft: Draft) -> bool:
    """Tell whether someone takes part: a noun that names nobody (العنف، الاتفاق) is a topic more often than a deed."""
    if draft.sentence.alone or draft.killed or draft.wounded:
        return True
    if draft.found.nominal and draft.guessed and draft.sentence.words[draft.found.first].definite:
        return False
    if draft.agents or draft.targets or not draft.found.nominal:
        return True
    return draft.type in ("ASSAULT", "PROTEST") and not draft.sentence.words[draft.found.first].definite


def _transfer(parties: Parties, index: ClaimIndex) -> Transfer:
    claimed = index.holding(parties.item)
    key = f"transfer|{parties.item.start}|{parties.item.end}|{parties.sentence.text[:80]}"
    return Transfer(
        id=hashlib.sha256(key.encode()).hexdigest()[:16],
        item=parties.item,
        stage=parties.stage,
        rule=f"{parties.dealing.subject}_{'noun' if parties.sentence.kind(parties.at) is Kind.NOUN else 'verb'}",
        confidence=0.6,
        also=tuple(parties.also),
        supplier=parties.supplier,
        recipient=parties.recipient,
        via=parties.via,
        quantity=parties.quantity,
        value=parties.value,
        earliest=parties.earliest,
        latest=parties.latest,
        covert=parties.covert,
        said_in=claimed.id if claimed else None,
    )


def _event(draft: Draft) -> Event:
    trigger = draft.found.trigger
    key = f"{draft.type}|{draft.trigger.start}|{draft.trigger.end}|{draft.sentence.text[:80]}"
    spans = {draft.trigger}
    also: list[Span] = []
    for span in draft.also:
        if span not in spans:
            spans.add(span)
            also.append(span)
    return Event(
        id=hashlib.sha256(key.encode()).hexdigest()[:16],
        type=draft.type,
        trigger=draft.trigger,
        status=draft.status,
        rule=draft.rule,
        confidence=_CONFIDENCE.get(draft.rule, 0.6),
        also=tuple(also),
        mode=trigger.frame.mode,
        cameo=trigger.frame.cameo,
        agents=draft.agents,
        targets=draft.targets,
        place=draft.place,
        earliest=draft.earliest,
        latest=draft.latest,
        killed=draft.killed,
        wounded=draft.wounded,
        weapons=draft.weapons,
        background=draft.background,
        said_in=draft.said_in,
    )
