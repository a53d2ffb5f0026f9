"""Finds the weapons that an attack was made with, by ب or beside its trigger, and whose they were."""

from collections.abc import Sequence

from musnad.events.actors import is_actor, pronoun_of
from musnad.events.drafts import Draft
from musnad.events.phrases import Phrase, read_phrase
from musnad.events.sentence import EventSentence
from musnad.events.words import Kind

_USING = frozenset({"باستخدام", "بواسطه", "مستخدما", "مستخدمين", "مستخدمه", "عبر", "بسلاح"})
# Further than this a weapon belongs to another deed of the sentence.
_REACH = 14
_NEAR = 2
_FIRE = frozenset({"برصاص", "بنيران", "بقذايف", "بقذيفه", "بصواريخ", "بصاروخ", "بقنابل", "بقنبله", "بشظايا"})
_SHOTS = frozenset({"قذايف", "قذيفه", "صواريخ", "صاروخ", "رصاص", "لغم", "الغام", "عبوه", "قنبله", "قنابل"})
_FIRED = frozenset({"اطلق", "القي", "زرع", "فجر", "رمي"})


def arm(sentence: EventSentence, drafts: Sequence[Draft]) -> None:
    """Give each attack of the sentence the weapons that it was made with."""
    attacks = [draft for draft in drafts if draft.type == "ASSAULT"]
    for first, end in sentence.weapons:
        draft = _attack_with(sentence, first, end, attacks)
        if draft is not None:
            draft.weapons = (*draft.weapons, sentence.span(first, end, sentence.clitics(first)))


def _attack_with(sentence: EventSentence, first: int, end: int, attacks: Sequence[Draft]) -> Draft | None:
    marked = sentence.words[first].preposition == "ب" or sentence.folded(first - 1) in _USING
    before = [one for one in attacks if 0 <= first - one.found.end <= (_REACH if marked else _NEAR)]
    if before:
        nearest = max(before, key=lambda one: one.found.end)
        between = range(nearest.found.end, first)
        broken = any(sentence.is_break(n) or sentence.kind(n) is Kind.OPENER for n in between)
        return None if broken else nearest
    behind = [one for one in attacks if 0 <= one.found.first - end < _NEAR]
    return min(behind, key=lambda one: one.found.first) if behind else None


def name_shooters(sentence: EventSentence, drafts: Sequence[Draft]) -> None:
    """Give who was hit by somebody's fire that somebody: قتل برصاص الشرطة، أصيب عبر قذائف أطلقتها المليشيات."""
    for draft in drafts:
        if draft.found.trigger.frame.victims and not draft.agents:
            shooter = _shooter(sentence, draft.found.end)
            draft.agents = shooter.spans(sentence) if shooter is not None else ()


def _shooter(sentence: EventSentence, start: int) -> Phrase | None:
    for at in range(start, min(len(sentence), start + _REACH)):
        word = sentence.words[at]
        if word.kind in (Kind.VERB, Kind.OPENER) or sentence.is_break(at):
            return None
        if word.folded in _FIRE:
            owner = read_phrase(sentence, at + 1)
            return owner if owner is not None and is_actor(sentence, owner) else _firing(sentence, at + 1)
        if word.stem in _SHOTS and not word.definite:
            return _firing(sentence, at + 1)
    return None


def _firing(sentence: EventSentence, index: int) -> Phrase | None:
    """Return the subject of the verb, with its pronoun, that tells who fired what stands before it."""
    for at in (index, index + 1):
        verb = sentence.words[at].verb if at < len(sentence) else None
        if verb is not None and verb.lemma in _FIRED and pronoun_of(sentence.raw(at)) is not None:
            doer = read_phrase(sentence, at + 1)
            return doer if doer is not None and is_actor(sentence, doer) else None
    return None
