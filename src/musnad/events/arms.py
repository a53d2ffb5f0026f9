"""Finds the weapons that an attack was made with: marked by ب or the like, or right beside its trigger."""

from collections.abc import Sequence

from musnad.events.drafts import Draft
from musnad.events.sentence import EventSentence
from musnad.events.words import Kind

_USING = frozenset({"باستخدام", "بواسطه", "مستخدما", "مستخدمين", "مستخدمه", "عبر", "بسلاح"})
# Further than this a weapon belongs to another deed of the sentence.
_REACH = 14
_NEAR = 2


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
