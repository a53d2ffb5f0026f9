"""Codes the events of a report: triggers, roles, status, casualties, then one event for every happening."""

import functools
from collections import Counter
from collections.abc import Sequence

from musnad.events.actors import Actors, features, is_actor
from musnad.events.arms import arm, name_shooters
from musnad.events.claimed import ClaimIndex
from musnad.events.clauses import Clause, read_clause
from musnad.events.conditions import names_weapon
from musnad.events.deal_terms import add_terms
from musnad.events.deals import Parties, is_nation, merge_transfers, name_nation
from musnad.events.dividing import divide
from musnad.events.drafting import draft_noun, draft_verb
from musnad.events.drafts import Draft
from musnad.events.joining import find_opponents, join_in_sentence, join_relatives, shares_words
from musnad.events.judicial import settle_verdicts
from musnad.events.merging import merge
from musnad.events.nominal import ABSTRACT
from musnad.events.own_country import Countries, resolve_own
from musnad.events.participants import names_party
from musnad.events.people import is_verbal_noun
from musnad.events.phrases import phrase_ending
from musnad.events.preparing import read_sentences
from musnad.events.referents import Referents
from musnad.events.results import event_of, transfer_of
from musnad.events.sentence import EventSentence
from musnad.events.timing import date_drafts
from musnad.events.transfers import find_transfers
from musnad.events.triggers import Found, find_triggers
from musnad.events.words import Kind, Vocabulary
from musnad.languages.events import Role
from musnad.languages.language import Language
from musnad.model import Article, Claim, Event, Mention, Span, TimeExpression, Transfer

_BE_NOT = frozenset({"ليس", "ليست", "ليسوا"})
# What two parties do: a noun of it without an agent is a topic.
_DEALINGS = frozenset({"AID", "COOPERATE", "AGREE", "REQUEST"})
_AIM_REACH = 10
_LEAVING_HOME = frozenset({"رحل", "كذب"})
# Rules that name no agent for sure.
_UNNAMED = frozenset({"noun", "noun_genitive_target", "light_verb"})


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
    _name_participants(drafts, deals, countries, Referents(sentences, countries), index)
    merged = merge_transfers(deals)
    add_terms(merged, mentions, times)
    transfers = tuple(transfer_of(parties, index) for parties in merged)
    events = tuple(event_of(draft) for draft in merge(drafts, countries) if _tells_enough(draft))
    return tuple(sorted(events, key=lambda event: event.trigger.start)), transfers


@functools.cache
def _vocabulary(language: Language) -> Vocabulary:
    return Vocabulary(language.events, language.grammar)


def _topics(sentences: list[EventSentence]) -> frozenset[str]:
    """Return the topics of the whole report that cancel readings: a report of sport, or of an earthquake."""
    if not sentences:
        return frozenset()
    listed = sentences[0].vocabulary.lexicon.words
    sport, disaster = listed["sport"], listed["disaster"]
    stems = Counter(word.stem for sentence in sentences for word in sentence.words)
    many = 2 + len(sentences) // 4
    counted = {"sport": sport, "disaster": disaster}
    found = {topic for topic, words in counted.items() if sum(stems[stem] for stem in words) >= many}
    return frozenset(found)


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
            if word.stem in _BE_NOT and (topic := phrase_ending(sentence, position)) is not None:
                actors.add(sentence, topic, subject=True)  # بلاده ليست مستعدة
            if word.kind is Kind.VERB or position in verbs or (word.verb and _opens_as_verb(sentence, position, found)):
                clause = clauses[position] = read_clause(sentence, position)
                one = verbs.get(position)
                if one is not None:
                    own.append(draft_verb(sentence, one, clauses, actors, index))
                _remember(sentence, clause, one, actors)
        own += [draft_noun(sentence, one, clauses, actors, index) for one in found if one.nominal]
        own = settle_verdicts(sentence, join_relatives(own, clauses))
        _hand_down(own)
        own = [draft for draft in own if not _does_else(draft, own)]
        own.sort(key=lambda draft: draft.trigger.start)
        find_opponents(own, actors)
        name_shooters(sentence, own)
        arm(sentence, own)
        actors.recall(sentence, [draft.targets for draft in own if draft.targets and draft.found.nominal])
        dealt = find_transfers(sentence, clauses, actors, {one.found.first: one.status for one in own})
        _share_parties(own, dealt)
        deals += dealt
        drafts += join_in_sentence(own)
    return drafts, deals


def _hand_down(drafts: list[Draft]) -> None:
    """Give a deed that somebody is accused of, or asked for, that somebody as its agent: اتهم الجيش بقصف القرية."""
    verbs = {one.found.first: one for one in drafts if not one.found.nominal and _speaks_of_deed(one)}
    for draft in drafts:
        verb = verbs.get(draft.carrier) if draft.carrier is not None else None
        if verb is None or not verb.targets or not draft.found.nominal or _names_its_own(draft):
            continue
        if shares_words(draft.sentence, verb.targets, draft.targets) or draft.type == verb.type:
            continue
        draft.agents, draft.rule, draft.guessed = verb.targets, "object_of_verb", False


def _names_its_own(draft: Draft) -> bool:
    """Tell whether words of the deed's own name its agent: a pronoun on it, or a phrase behind it."""
    if not draft.agents or draft.rule in _UNNAMED or draft.rule == "purpose_noun":
        return False
    return draft.rule == "people_of_deed" or "pronoun" in draft.rule or draft.agents[0].start > draft.trigger.start


def _speaks_of_deed(draft: Draft) -> bool:
    return draft.type in ("ACCUSE", "REQUEST") or draft.lemma == "حذر"


def _name_participants(
    drafts: list[Draft], deals: list[Parties], countries: Countries, referents: Referents, index: ClaimIndex
) -> None:
    for draft in drafts:
        sentence = draft.sentence
        draft.agents = referents.resolve(sentence, resolve_own(sentence, draft.agents, countries, index))
        draft.targets = referents.resolve(sentence, resolve_own(sentence, draft.targets, countries, index))
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
        if (draft.type == "AGREE" and len(draft.agents) > 1) or deal.supplier == deal.recipient is not None:
            continue  # both parties sign, or exchange
        draft.agents = (agent,) if agent else draft.agents
        draft.targets = (target,) if target else draft.targets


def _opens_as_verb(sentence: EventSentence, index: int, found: list[Found]) -> bool:
    """Tell whether a word spelled both as verb and noun opens a clause before its subject: توجه الرئيس."""
    word, following = sentence.words[index], sentence.at(index + 1)
    if word.verb is None or word.definite or word.preposition or following is None:
        return False
    if any(one.first == index for one in found) or following.kind is not Kind.NOUN:
        return False
    if following.preposition:
        before = sentence.at(index - 1) if index else None
        told = before is not None and before.kind is Kind.NOUN and (before.definite or before.name)
        return told and following.preposition == "ل" and _carries(sentence, index)  # الاتفاق تعرض لانتقادات
    opens = index == 0 or word.conjunction or sentence.kind(index - 1) in (Kind.MARK, Kind.OPENER)
    carries = _carries(sentence, index)
    return opens and (following.definite or following.name or carries)


def _carries(sentence: EventSentence, index: int) -> bool:
    """Tell whether the verb says that its subject undergoes the deed behind it: تعرض، تلقى."""
    verb = sentence.words[index].verb
    return verb is not None and verb.lemma in sentence.vocabulary.lexicon.words["suffering_verbs"]


def _remember(sentence: EventSentence, clause: Clause, found: Found | None, actors: Actors) -> None:
    subject = clause.before or (clause.bare[0] if clause.bare else None)
    if clause.before is not None and clause.bare and not is_actor(sentence, clause.before):
        subject = clause.bare[0]  # عمليات قامت بها | البحرية
    if found is not None:
        subject, _, _ = divide(sentence, clause, found)
    if subject is not None:
        actors.add(sentence, subject, subject=True)
    for phrase in (*clause.bare, *(one.phrase for one in clause.marked)):
        if phrase is not subject and features(sentence, phrase) != ("", ""):
            actors.add(sentence, phrase, subject=False)


def _does_else(draft: Draft, others: list[Draft]) -> bool:
    """Tell whether people named by their deed are told of for what else they do: محتجون طالبوا بالإفراج عنه."""
    if draft.lemma in ("تجمع", "تجمعات"):
        aimed = (span for one in others if one.type == "ASSAULT" for span in one.targets)
        return any(span.start <= draft.trigger.start < span.end for span in aimed)  # غارات على تجمعات للمسلحين
    if draft.rule != "people_of_deed":
        return False
    doers = (span for one in others if not one.found.nominal and one.type != draft.type for span in one.agents)
    return any(span.start <= draft.trigger.start < span.end for span in doers)


def _is_done_by_thing(draft: Draft) -> bool:
    """Tell whether a thing is said to threaten, or to fall: التوقيت يهدد المفاوضات، صاروخ سقط."""
    frame = draft.found.trigger.frame
    if draft.found.nominal or draft.also:
        return False
    if draft.lemma == "استهدف" and draft.about and _means_to_do(draft):
        return True  # الخطوة تستهدف تحسين الخدمات
    if draft.lemma == "وقع" and draft.type == "AGREE" and draft.thing and not draft.targets:
        return True  # العنف الذي وقع
    if draft.lemma in _LEAVING_HOME and not draft.targets:
        return True  # رحلوا: they left, and nobody drove them out
    aims = draft.lemma == "استهدف" and (_has_near(draft, "SANCTION") or (draft.thing and not draft.agents))
    if aims and not _is_attack(draft):
        return True  # العقوبات تستهدف الشركات
    if draft.type == "ASSAULT" and any(_is_of_nature(draft.sentence, span) for span in draft.agents):
        return True  # العاصفة هدمت المنازل
    falls = bool(frame.victims) and frame.subject is Role.TARGET and not draft.targets
    return falls or (draft.type == "THREATEN" and draft.thing)


def _is_of_nature(sentence: EventSentence, span: Span) -> bool:
    at = next((n for n, token in enumerate(sentence.tokens) if token.start <= span.start < token.end), None)
    return at is not None and sentence.among(at, "nature")


def _is_attack(draft: Draft) -> bool:
    """Tell whether what aims at someone is a weapon or an attack: غارة تستهدف، صاروخ استهدف."""
    return _has_near(draft, "ASSAULT") or any(names_weapon(draft.sentence, at) for at in _around(draft))


def _has_near(draft: Draft, kind: str) -> bool:
    return any(one.frame.type == kind for at in _around(draft) for one in draft.sentence.words[at].triggers)


def _means_to_do(draft: Draft) -> bool:
    """Tell whether the verb's object opens with an act, and no meeting that may be attacked: استهدف اجتماعا."""
    sentence, at = draft.sentence, draft.found.end
    while sentence.words[at].kind is not Kind.NOUN or sentence.words[at].definite:
        at += 1
        if at >= draft.about:
            return False
    meets = any(one.frame.type == "CONSULT" for one in sentence.words[at].triggers)
    return not meets and is_verbal_noun(sentence, at)


def _around(draft: Draft) -> list[int]:
    first = draft.found.first
    return [at for at in range(max(0, first - _AIM_REACH), min(len(draft.sentence), first + 4)) if at != first]


def _is_prevented(draft: Draft) -> bool:
    """Tell whether the noun is what is kept from happening: للحيلولة دون توريد الأسلحة."""
    sentence, first = draft.sentence, draft.found.first
    return draft.found.nominal and sentence.folded(first - 1) == "دون" and sentence.stem(first - 2) == "حيلوله"


def _is_between_things(draft: Draft) -> bool:
    """Tell whether a word of weak sense has no party who can act (منح القرار فرصة), or a noun of dealing no agent."""
    parties = (*draft.agents, *draft.targets)
    weak = bool(draft.found.trigger.frame.weak and parties)
    if weak and not any(names_party(draft.sentence, span) for span in parties):
        return True
    topic = draft.found.nominal and not draft.agents and draft.type in _DEALINGS
    return topic and draft.rule != "suffered_noun"


def _aims(draft: Draft) -> bool:
    """Tell whether على follows the verb: أغارت الطائرات على المواقع."""
    first = draft.found.first
    return any(draft.sentence.folded(at) == "علي" for at in range(first + 1, first + 6))


def _spreads(draft: Draft) -> bool:
    """Tell whether what spreads is no armed body: انتشر المنشور، انتشار الشائعات."""
    if draft.lemma not in ("انتشر", "انتشار") or draft.also:
        return False
    sentence = draft.sentence
    deploying = sentence.vocabulary.lexicon.words["deploying"]
    inside = (
        n
        for span in draft.agents
        for n, token in enumerate(sentence.tokens)
        if span.start <= token.start < span.end and token.end <= span.end
    )
    named = {sentence.stem(n) for n in inside}
    return named.isdisjoint(deploying) and not any(
        sentence.words[n].nationality for n in range(draft.found.end, draft.found.end + 2) if n < len(sentence)
    )


def _names_person(draft: Draft) -> bool:
    """Tell whether a target is a person, by his name or his office."""
    firsts = {span.start for span in draft.targets}
    sentence = draft.sentence
    ahead = range(draft.found.end, min(len(sentence), draft.found.end + _AIM_REACH))
    heads = (at for at in ahead if sentence.tokens[at].start in firsts)
    return any(at in sentence.persons or (sentence.words[at].title and sentence.words[at].definite) for at in heads)


def _tells_enough(draft: Draft) -> bool:
    """Tell whether someone takes part: a noun that names nobody (العنف، الاتفاق) is a topic more often than a deed."""
    frame = draft.found.trigger.frame
    if draft.lemma == "اغار" and not draft.found.nominal and not _aims(draft):
        return False  # القرار سيغير حياته: غير, spelled like أغار
    if draft.lemma == "دك" and draft.sentence.folded(draft.found.first) == "دكا":
        return False  # the capital, and no dual of دكّ
    definite = draft.found.end < len(draft.sentence) and draft.sentence.words[draft.found.end].definite
    if draft.rule == ABSTRACT and (frame.weak or definite) and not draft.also:
        return False
    if draft.mode == "boycott" and not draft.found.nominal and _names_person(draft):
        return False  # قاطع النائب الوزير: no boycott, but an interruption
    summit = draft.lemma in ("قمه", "لقاء") and draft.rule == "noun_genitive" and not draft.also and not draft.targets
    if summit and not any(names_party(draft.sentence, span) for span in draft.agents):
        return False  # قمة السعادة
    if _is_done_by_thing(draft) or _is_prevented(draft) or _is_between_things(draft) or _spreads(draft):
        return False
    if draft.sentence.alone or draft.killed or draft.wounded:
        return True
    if draft.mode == "clash" and draft.place is not None:
        return True  # الحرب الأهلية في البلاد
    if draft.found.nominal and draft.guessed and draft.sentence.words[draft.found.first].definite:
        return False
    if draft.agents or draft.targets or not draft.found.nominal:
        return True
    return draft.type in ("ASSAULT", "PROTEST") and not draft.sentence.words[draft.found.first].definite
