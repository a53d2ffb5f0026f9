"""Chooses among drafts that share words: names never cross, and nest only where the inner one is of another sort."""

from collections.abc import Iterable

from musnad.mentions.drafts import Draft
from musnad.model import MentionKind

_NAMES = frozenset(MentionKind) - {
    MentionKind.TITLE,
    MentionKind.QUANTITY,
    MentionKind.MONEY,
    MentionKind.NATIONALITY,
}
_WHERE = frozenset({MentionKind.COUNTRY, MentionKind.PLACE, MentionKind.NATIONALITY})
_BODY = frozenset({MentionKind.ORGANISATION, MentionKind.GOVERNMENT_BODY, MentionKind.ARMED_GROUP})
# What may lie inside what: السفير الأميركي holds a nationality, جامعة دمشق a place, ثلاثة صواريخ a weapon.
_INSIDE: dict[MentionKind, frozenset[MentionKind]] = {
    MentionKind.TITLE: _WHERE | _BODY | {MentionKind.OUTLET, MentionKind.FACILITY},
    MentionKind.QUANTITY: _NAMES | _WHERE | {MentionKind.TITLE},
    MentionKind.MONEY: frozenset({MentionKind.NATIONALITY}),
    MentionKind.ORGANISATION: _WHERE | {MentionKind.PERSON},
    MentionKind.GOVERNMENT_BODY: _WHERE,
    MentionKind.ARMED_GROUP: _WHERE | {MentionKind.PERSON},
    MentionKind.FACILITY: _WHERE | {MentionKind.PERSON},
    MentionKind.EVENT_NAME: _WHERE | {MentionKind.PERSON},
    MentionKind.OUTLET: _WHERE,
    MentionKind.WEAPON: frozenset({MentionKind.NATIONALITY}),
    MentionKind.CRAFT: _WHERE | {MentionKind.PERSON},
}


def settle(drafts: Iterable[Draft]) -> list[Draft]:
    """Return the drafts that stand, in order: longer ones first, then surer ones; the rest fit in or go."""
    ranked = sorted(drafts, key=lambda draft: (draft.first - draft.end, -draft.confidence, draft.first, draft.rule))
    kept: list[Draft] = []
    for draft in ranked:
        if all(_agree(draft, other) for other in kept if _share(draft, other)):
            kept.append(draft)
    return sorted(kept, key=lambda draft: (draft.first, -draft.end))


def _share(one: Draft, other: Draft) -> bool:
    return one.first < other.end and other.first < one.end


def _agree(inner: Draft, outer: Draft) -> bool:
    inside = outer.first <= inner.first and inner.end <= outer.end
    smaller = (inner.end - inner.first) < (outer.end - outer.first)
    return inside and smaller and inner.kind in _INSIDE.get(outer.kind, frozenset())
