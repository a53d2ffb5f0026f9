"""Joins, within a sentence, the mentions that tell of one deed, and finds whom an armed body fights."""

from collections.abc import Mapping

from musnad.events.actors import Actors, features
from musnad.events.clauses import Clause
from musnad.events.drafts import Draft
from musnad.events.likeness import key_words
from musnad.events.phrases import Phrase
from musnad.events.sentence import EventSentence
from musnad.events.tolls import count_casualties
from musnad.events.words import Kind
from musnad.model import Span
from musnad.text import fold_words

_REFERRING = frozenset(
    {"جماعه", "تنظيم", "حركه", "ميليشيا", "ميليشيات", "مليشيا", "مليشيات", "فصائل", "مسلحون", "مسلحين"}
)
_FORCES = frozenset({"قوات", "مقاومه", "تحالف", "مقاتلات", "طيران"})
_AFTER = frozenset({"بعد", "عقب", "اعقاب", "غداه", "منذ"})
_AIMED = "استهدف"
_AIMING = frozenset({"attack", "aerial", "explosives", "shoot"})
# Further before the verb an attack is not what it tells more of: غارة جوية لطيران التحالف استهدفت.
_AIM_REACH = 8
_FIGHTING = frozenset({"attack", "aerial", "territory", "clash"})


def join_in_sentence(drafts: list[Draft]) -> list[Draft]:
    """Join, within a sentence, the dead and wounded with the attack that made them, then what is one deed."""
    attacks = [one for one in drafts if one.type == "ASSAULT" and one.mode not in ("kill", "wound")]
    kept: list[Draft] = []
    for draft in drafts:
        toll = draft.type == "ASSAULT" and draft.mode in ("kill", "wound")
        at = draft.found.first
        attack = min(attacks, key=lambda one: abs(one.found.first - at), default=None) if toll else None
        home = attack or next((one for one in kept if one.type == "ASSAULT" and one.mode in ("kill", "wound")), None)
        if not toll or home is None or _others(home, draft):
            kept.append(draft)
            continue
        home.also.append(draft.trigger)
        home.targets = (*draft.targets, *(span for span in home.targets if span not in draft.targets))
        home.agents = home.agents or draft.agents
        home.killed = home.killed or draft.killed
        home.wounded = home.wounded or draft.wounded
        home.weapons = (*home.weapons, *draft.weapons)
    lead = attacks[0] if attacks else next((one for one in kept if one.type == "ASSAULT"), None)
    if lead is not None:
        killed, wounded = count_casualties(lead.sentence, lead.found.first)
        if not any(one.killed for one in kept):
            lead.killed = killed
        if not any(one.wounded for one in kept):
            lead.wounded = wounded
    return _same_deed(kept)


def join_relatives(drafts: list[Draft], clauses: Mapping[int, Clause]) -> list[Draft]:
    """Join a noun with the verb of its relative clause that tells the same deed: الهجوم الذي استهدف القافلة."""
    nouns = {one.found.first: one for one in drafts if one.found.nominal}
    aimed: Draft | None = None
    kept = []
    for draft in drafts:
        clause = clauses.get(draft.found.first) if not draft.found.nominal else None
        before = clause.before if clause is not None and clause.relative else None
        home = nouns.get(before.first) if before is not None else None
        if home is None and draft.found.trigger.suffixed and not draft.found.nominal:
            home = nouns.get(draft.found.first - 1)  # معارك خاضتها القوات
        if home is None and draft.lemma == _AIMED:
            home = aimed = _attack_that_aimed(draft, nouns, aimed)
        if home is None or home.type is not draft.type:
            kept.append(draft)
            continue
        home.also.append(draft.trigger)
        named = bool(home.agents or home.targets) or not home.sentence.words[home.found.first].definite
        home.resumes = home.resumes or not named
        home.targets = (*home.targets, *(span for span in draft.targets if span not in home.targets))
        home.killed = home.killed or draft.killed
        home.wounded = home.wounded or draft.wounded
        home.guessed = home.guessed and not draft.targets
    return kept


def _attack_that_aimed(draft: Draft, nouns: Mapping[int, Draft], aimed: Draft | None) -> Draft | None:
    """Return the attack whose aim the verb tells: غارة | استهدفت رتلا; after كما or و, of the one just told."""
    sentence, verb = draft.sentence, draft.found.first
    goes_on = sentence.words[verb].conjunction or sentence.folded(verb - 1) == "كما"
    if goes_on:
        return aimed if aimed is not None and not draft.agents else None
    for at in range(verb - 1, max(-1, verb - _AIM_REACH), -1):
        if sentence.kind(at) in (Kind.VERB, Kind.OPENER) or sentence.is_break(at) or sentence.is_comma(at):
            return None
        noun = nouns.get(at)
        if noun is not None and noun.type is draft.type and noun.mode in _AIMING and _is_its_verb(noun, draft):
            return noun
    return None


def _is_its_verb(noun: Draft, verb: Draft) -> bool:
    """Tell whether the verb is of the noun's gender: a plural of things is feminine."""
    sentence, first = noun.sentence, noun.found.first
    gender, number = features(sentence, Phrase(first, first + 1))
    feminine = gender == "f" or number == "p" or sentence.stem(first).endswith("ات") or noun.lemma.endswith("ه")
    return verb.found.trigger.gender == ("f" if feminine else "m")


def _others(one: Draft, other: Draft) -> bool:
    """Tell whether both drafts name agents, and not the same, or the second is a clause of its own: ... وقتلت قائدا."""
    word = other.sentence.words[other.found.first]
    if other.found.nominal and one.found.first < other.found.first and _is_of_before(other):
        return True  # اشتبكت الشرطة مع محتجين بعد مقتل شاب
    if other.rule == "active_verb" and word.conjunction and one.found.first < other.found.first:
        return True
    return bool(one.agents and other.agents) and not shares_words(one.sentence, one.agents, other.agents)


def _is_of_before(draft: Draft) -> bool:
    """Tell whether the noun tells what came before the deed of its sentence: في أعقاب مقتل، غداة مقتل."""
    return draft.sentence.stem(draft.found.first - 1) in _AFTER


def _leads_to(agreement: Draft, deal: Draft) -> bool:
    """Tell whether the deal stands right behind the agreement, or hangs on its verb."""
    near = 0 < deal.found.first - agreement.found.end <= 3
    return near or deal.carrier == agreement.found.first


def _same_deed(drafts: list[Draft]) -> list[Draft]:
    """Join a verb with the noun of the same type that it carries (وقعا اتفاقا), and with one that names nobody."""
    kept: list[Draft] = []
    for draft in drafts:
        carrier = draft.carrier
        carried = carrier is not None and not _is_of_before(draft)
        home = next((one for one in kept if carried and one.found.first == carrier), None)
        counted = draft.killed or draft.wounded
        if (
            home is None
            and not counted
            and draft.found.nominal
            and (draft.guessed or (not draft.agents and not draft.targets))
        ):
            home = next((one for one in reversed(kept) if one.type == draft.type), None)
        if home is None and draft.found.trigger.frame.arms and draft.found.nominal:
            # اتفاق توريد، وافقت على بيع: the deal is the agreement's matter.
            home = next((one for one in kept if one.type == "AGREE" and _leads_to(one, draft)), None)
            if home is not None:
                home.also.append(draft.trigger)
                home.targets = home.targets or draft.targets
                continue
        if home is None or home.type != draft.type:
            kept.append(draft)
            continue
        home.also.append(draft.trigger)
        signed = home.type == "AGREE" and len(home.agents) > 1  # وقع البلدان اتفاقا: nobody else takes part
        home.targets = home.targets or (() if signed else draft.targets)
        home.agents = home.agents or draft.agents
    return kept


def find_opponents(drafts: list[Draft], actors: Actors) -> None:
    """Give an attack by an armed body, that names no target, the armed body it is at war with in the report."""
    for draft in drafts:
        if draft.type != "ASSAULT" or draft.mode not in _FIGHTING or draft.targets or not draft.agents:
            continue
        named = set().union(*(_bare_words(draft.sentence.text, span) for span in draft.agents))
        armed = draft.sentence.vocabulary.lexicon.words["armed"]
        fights = not (named.isdisjoint(armed) and named.isdisjoint(_FORCES))
        # الجماعة by itself may stand for the very body that was named last.
        if fights and not named <= _REFERRING:
            draft.targets = actors.opponent(draft.sentence, named, draft.trigger.start)


def _bare_words(text: str, span: Span) -> set[str]:
    return {word.removeprefix("لل").removeprefix("ال") for word in fold_words(span.of(text)).split()}


def shares_words(sentence: EventSentence, some: tuple[Span, ...], others: tuple[Span, ...]) -> bool:
    """Tell whether phrases of both groups share a word that tells names apart."""
    ours = set().union(*(key_words(sentence.text, span) for span in some))
    return bool(ours & set().union(*(key_words(sentence.text, span) for span in others)))
