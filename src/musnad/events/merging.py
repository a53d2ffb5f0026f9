"""Joins the mentions of one happening within a report into one event."""

from musnad.events.drafts import Draft
from musnad.events.likeness import compare, key_words
from musnad.events.own_country import Countries
from musnad.events.status import SPEECH
from musnad.events.words import Kind
from musnad.model import EventStatus, EventType, Span

# Sentences between two mentions with one doer: on 78 annotated articles three gave the best triggers and parties (F1 of
# both and the type .271 to .277), one or six less.
_ONE_DOER = 3


def merge(drafts: list[Draft], countries: Countries) -> list[Draft]:
    """Return one draft an event: the fullest mention in the body leads, the others stand in its `also`."""
    groups: list[list[Draft]] = []
    further: list[tuple[list[Draft], Draft]] = []
    for draft in drafts:
        home = next((group for group in reversed(groups) if _is_same(group, draft, countries)), None)
        told = None if home is not None else next((one for one in reversed(groups) if _goes_with(one, draft)), None)
        if told is not None:
            further.append((told, draft))
        elif home is None:
            groups.append([draft])
        else:
            home.append(draft)
    joined = [_joined(group) for group in groups]
    for home, draft in further:
        lead = next(one for one in joined if any(one is mention for mention in home))
        lead.also = sorted((*lead.also, draft.trigger, *draft.also), key=lambda span: span.start)
        lead.background = lead.background and draft.background
    return joined


def _is_same(group: list[Draft], draft: Draft, countries: Countries) -> bool:
    head = group[0]
    if head.type is not draft.type:
        return False
    if any(_denial_differs(one, draft) for one in group):
        return False
    if _is_elsewhere(group, draft):
        return False
    near = draft.sentence.number - group[-1].sentence.number <= _ONE_DOER
    if draft.type is EventType.CONSULT and near and any(_is_between_same(one, draft, countries) for one in group):
        return True
    same_lemma = any(_root(one.lemma) == _root(draft.lemma) for one in group)
    if _refers_back(draft):
        return same_lemma or (draft.type not in SPEECH and draft.sentence.number - group[-1].sentence.number <= 2)
    told = draft.sentence
    # Between the same parties there are many deliveries, and each participle describes people of its own.
    loose = same_lemma and draft.rule != "described" and draft.type not in (EventType.AID, EventType.COOPERATE)
    agents = compare([one.agents for one in group if not one.guessed], draft.agents, told, countries, loose=loose)
    targets = compare([one.targets for one in group if not one.guessed], draft.targets, told, countries, loose=loose)
    if same_lemma and targets is not False and any(one.sentence.headline for one in (*group, draft)):
        return True  # a headline names the state where the body names its minister
    if agents is False or targets is False:
        return False
    apart = min(abs(one.sentence.number - draft.sentence.number) for one in group)
    if agents is True and apart <= _ONE_DOER and draft.type is not EventType.CONSULT:
        return True  # what one does twice in three sentences he mostly did once; but he may meet several
    if draft.type in SPEECH:
        return (agents is True or draft.found.nominal) and (targets is True or same_lemma)
    if draft.found.trigger.frame.arms and all(one.found.trigger.frame.arms for one in group):
        return True
    if agents is True and targets is True:
        return True
    if agents is True or targets is True:
        same_mode = draft.type is not EventType.COERCE or any(one.mode == draft.mode for one in group)
        return same_lemma or (apart <= 1 and same_mode) or any(one.sentence.headline for one in group)
    return same_lemma


def _goes_with(group: list[Draft], draft: Draft) -> bool:
    """Tell whether the draft names no party, and so tells more of what was told shortly before it."""
    if not _tells_nobody(draft) or group[0].type is not draft.type or draft.rule == "described":
        return False
    near = draft.sentence.number - group[-1].sentence.number <= _ONE_DOER
    return near and not _is_elsewhere(group, draft) and not any(_denial_differs(one, draft) for one in group)


def _tells_nobody(draft: Draft) -> bool:
    """Tell whether the mention names no party and counts nobody, so that it tells of no happening of its own."""
    told = draft.agents or draft.targets or draft.killed or draft.wounded
    lasts = draft.place is not None and draft.status is EventStatus.ONGOING
    return not (told or lasts) and draft.type not in SPEECH


def _is_between_same(one: Draft, other: Draft, countries: Countries) -> bool:
    """Tell whether the same meet in both mentions, whoever is named first: قمة الرجلين، التقى أحدهما الآخر."""
    ours, theirs = (*one.agents, *one.targets), (*other.agents, *other.targets)
    if len(ours) < 2 or len(ours) != len(theirs):
        return False
    return all(
        any(compare([(mine,)], (yours,), other.sentence, countries, loose=False) is True for yours in theirs)
        for mine in ours
    )


def _is_elsewhere(group: list[Draft], draft: Draft) -> bool:
    """Tell whether the draft stands in a place of its own: two protests in two towns are two."""
    if draft.type not in (EventType.PROTEST, EventType.ASSAULT) or draft.place is None or draft.sentence.headline:
        return False
    places = [one.place for one in group if one.place is not None and not one.sentence.headline]
    own = key_words(draft.sentence.text, draft.place)
    return bool(own and places) and not any(own & key_words(draft.sentence.text, place) for place in places)


def _refers_back(draft: Draft) -> bool:
    """A definite noun that names nobody of its own stands for the event told before it: هذا الهجوم، المحادثات."""
    first = draft.found.first
    word = draft.sentence.words[first]
    pointed = draft.found.nominal and word.definite and draft.sentence.kind(first - 1) is Kind.DEMONSTRATIVE
    if pointed and first and draft.type not in SPEECH:
        return True  # هذا العدوان على الإقليم: whoever is named besides
    unnamed = draft.guessed or draft.resumes or (not draft.agents and not draft.targets)
    return draft.found.nominal and word.definite and unnamed


def _denial_differs(one: Draft, other: Draft) -> bool:
    denied = (one.status is EventStatus.DENIED, other.status is EventStatus.DENIED)
    return denied[0] != denied[1] and one.type is not EventType.AID


def _root(lemma: str) -> str:
    """Return the consonants of a lemma, roughly: enough to join قتل with مقتل and هجوم with هاجم."""
    bare = lemma.split()[0]
    for prefix in ("است", "مست", "ان", "م", "ت", "ا"):
        if bare.startswith(prefix) and len(bare) - len(prefix) >= 3:
            bare = bare[len(prefix) :]
            break
    return "".join(letter for letter in bare if letter not in "اويه")[:3] or lemma


def _joined(group: list[Draft]) -> Draft:
    """Return the leading draft with what only the others tell filled in."""
    lead = max(group, key=_fullness)
    for other in group:
        if other is lead:
            continue
        lead.also += [other.trigger, *other.also]
        lead.agents = lead.agents or other.agents
        lead.targets = lead.targets or _apart(other.targets, lead)
        lead.place = lead.place or other.place
        lead.killed = lead.killed or other.killed
        lead.wounded = lead.wounded or other.wounded
        lead.weapons = lead.weapons or other.weapons
        if lead.earliest is None and lead.latest is None:
            lead.earliest, lead.latest = other.earliest, other.latest
    told = [one for one in group if one.agents or one.targets] or group  # اتهامه: who is not named adds no news of it
    lead.background = all(one.background for one in told)
    lead.also.sort(key=lambda span: span.start)
    return lead


def _apart(targets: tuple[Span, ...], lead: Draft) -> tuple[Span, ...]:
    """Return the targets that the leading mention does not count among the agents: who signs together has no other."""
    text = lead.sentence.text
    named = set().union(*(key_words(text, span) for span in lead.agents))
    return tuple(span for span in targets if not key_words(text, span) or not key_words(text, span) <= named)


def _fullness(draft: Draft) -> tuple[bool, int, int]:
    told = sum(map(bool, (draft.agents, draft.targets, draft.place, draft.killed, draft.earliest, draft.weapons)))
    return not draft.sentence.headline, told, -draft.trigger.start
