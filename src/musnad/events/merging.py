"""Joins the mentions of one happening within a report into one event."""

import functools

from musnad.events.drafts import Draft
from musnad.events.own_country import Countries
from musnad.events.status import SPEECH
from musnad.events.words import Kind
from musnad.model import EventStatus, EventType, Span
from musnad.text import fold_word

_SHORT = 3
# Sentences between two mentions with one doer: on 78 annotated articles three gave the best triggers and parties (F1 of
# both and the type .271 to .277), one or six less.
_ONE_DOER = 3
_ADJECTIVES = ("ي", "ية", "يه", "يين", "يون")
_EMPTY = frozenset(
    {"الرييس", "رييس", "وزير", "الوزير", "قوات", "القوات", "السلطات", "من", "في", "مدينه", "الي",
     "معسكر", "قاعده", "موقع", "مواقع", "منطقه", "مناطق", "بلده", "عناصر", "شخص", "اشخاص", "شخصا", "عنصرا", "عدد"}
)  # fmt: skip


def merge(drafts: list[Draft], countries: Countries) -> list[Draft]:
    """Return one draft an event: the fullest mention in the body leads, the others stand in its `also`."""
    groups: list[list[Draft]] = []
    for draft in drafts:
        home = next((group for group in reversed(groups) if _is_same(group, draft, countries)), None)
        if home is None:
            groups.append([draft])
        else:
            home.append(draft)
    return [_joined(group) for group in groups]


def _is_same(group: list[Draft], draft: Draft, countries: Countries) -> bool:
    head = group[0]
    if head.type is not draft.type:
        return False
    if any(_denial_differs(one, draft) for one in group):
        return False
    if _is_elsewhere(group, draft):
        return False
    same_lemma = any(_root(one.lemma) == _root(draft.lemma) for one in group)
    if _refers_back(draft):
        return same_lemma or (draft.type not in SPEECH and draft.sentence.number - group[-1].sentence.number <= 2)
    text = draft.sentence.text
    agents = _compare([one.agents for one in group if not one.guessed], draft.agents, text, countries)
    targets = _compare([one.targets for one in group if not one.guessed], draft.targets, text, countries)
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


def _compare(known: list[tuple[Span, ...]], spans: tuple[Span, ...], text: str, countries: Countries) -> bool | None:
    """Return True if some phrase is shared, False if both sides name others, None if a side names nobody."""
    named = [span for group in known for span in group]
    if not named or not spans:
        return None
    ours = set().union(*(key_words(text, span) | countries.named_by(span) for span in spans))
    theirs = set().union(*(key_words(text, span) | countries.named_by(span) for span in named))
    if not ours or not theirs:
        return None
    if not ours & theirs:
        return False
    states = set().union(*map(countries.named_by, spans)) & set().union(*map(countries.named_by, named))
    return bool(states) or not all(_only_of_one_state(text, one, two) for one in spans for two in named)


def _only_of_one_state(text: str, one: Span, other: Span) -> bool:
    """Tell whether two phrases share no word, or only an adjective behind their nouns: two bodies of one state."""
    ours, theirs = key_words(text, one), key_words(text, other)
    if len(ours) < 2 or len(theirs) < 2:
        return not ours & theirs
    return not _nouns(text[one.start : one.end]) & _nouns(text[other.start : other.end])


@functools.lru_cache(maxsize=2_000)
def _nouns(phrase: str) -> frozenset[str]:
    first, *rest = phrase.split()
    return _key_words(" ".join((first, *(word for word in rest if not word.endswith(_ADJECTIVES)))))


def key_words(text: str, span: Span) -> frozenset[str]:
    """Return the words of a phrase that tell it from others, folded, without article and clitics."""
    return _key_words(text[span.start : span.end])


# The parties of each draft are compared with those of all others.
@functools.lru_cache(maxsize=2_000)
def _key_words(phrase: str) -> frozenset[str]:
    words = set()
    for raw in phrase.split():
        word = fold_word(raw.strip("،,.\"'«»()“”:؛"))
        for prefix in ("وال", "بال", "لل", "ال"):
            if word.startswith(prefix) and len(word) - len(prefix) >= _SHORT:
                word = word[len(prefix) :]
                break
        if len(word) >= _SHORT and word not in _EMPTY:
            words.add(word[:-1] if word.endswith(("ه", "ي")) and len(word) > 4 else word)
    return frozenset(words)


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
