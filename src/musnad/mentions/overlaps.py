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
_WHERE = frozenset({MentionKind.COUNTRY, MentionKind.PLACE})
_OF_COUNTRY = _WHERE | {MentionKind.NATIONALITY}
_OWNED = frozenset(
    {
        MentionKind.TITLE,
        MentionKind.ORGANISATION,
        MentionKind.GOVERNMENT_BODY,
        MentionKind.ARMED_GROUP,
        MentionKind.FACILITY,
        MentionKind.OUTLET,
    }
)
_BODY = frozenset({MentionKind.ORGANISATION, MentionKind.GOVERNMENT_BODY, MentionKind.ARMED_GROUP})
# What may lie inside what: السفير الأميركي holds a nationality, جامعة دمشق a place, شمال حلب the place
# that it is told by, ثلاثة صواريخ a weapon.
# Bodies hold no nationality: الجيش التركي has the country itself.
_INSIDE: dict[MentionKind, frozenset[MentionKind]] = {
    MentionKind.PLACE: _WHERE | {MentionKind.NATIONALITY},
    MentionKind.TITLE: _WHERE | _BODY | {MentionKind.OUTLET, MentionKind.FACILITY, MentionKind.NATIONALITY},
    MentionKind.QUANTITY: _NAMES - {MentionKind.COUNTRY} | {MentionKind.TITLE, MentionKind.NATIONALITY},
    MentionKind.ORGANISATION: _WHERE | {MentionKind.PERSON},
    MentionKind.GOVERNMENT_BODY: _WHERE,
    MentionKind.ARMED_GROUP: _WHERE | {MentionKind.PERSON},
    MentionKind.FACILITY: _WHERE | {MentionKind.PERSON},
    MentionKind.EVENT_NAME: _WHERE | {MentionKind.PERSON},
    MentionKind.OUTLET: _WHERE,
    MentionKind.CRAFT: _WHERE | {MentionKind.PERSON},
}


def settle(drafts: Iterable[Draft]) -> list[Draft]:
    """Return the drafts that stand, in order: longer ones first, then surer ones; the rest fit in or go."""
    drafts = list(drafts)
    if len(drafts) < 2:
        return drafts
    ranked = sorted(drafts, key=lambda draft: (draft.first - draft.end, -draft.confidence, draft.first, draft.rule))
    kept: list[Draft] = []
    for draft in ranked:
        first, end = draft.first, draft.end
        crossed = [other for other in kept if first < other.end and other.first < end]
        if not crossed or all(_agree(draft, other) for other in crossed):
            kept.append(draft)
    countries = [draft for draft in drafts if draft.country and draft.kind in _OF_COUNTRY]
    owned = [_with_country(draft, countries) for draft in kept]
    return sorted(owned, key=lambda draft: (draft.first, -draft.end))


def beside(drafts: Iterable[Draft], others: Iterable[Draft]) -> list[Draft]:
    """Return the drafts that share no token with any of the others."""
    taken = {index for other in others for index in range(other.first, other.end)}
    return [draft for draft in drafts if taken.isdisjoint(range(draft.first, draft.end))]


def _with_country(draft: Draft, countries: list[Draft]) -> Draft:
    """Return a body, facility or title with the country that its own words name: الجيش التركي, سفير روسيا."""
    if draft.country is not None or draft.kind not in _OWNED:
        return draft
    inside = [country for country in countries if draft.first <= country.first and country.end <= draft.end]
    return draft._replace(country=inside[-1].country) if inside else draft


def _agree(inner: Draft, outer: Draft) -> bool:
    inside = outer.first <= inner.first and inner.end <= outer.end
    smaller = (inner.end - inner.first) < (outer.end - outer.first)
    return inside and smaller and inner.kind in _INSIDE.get(outer.kind, frozenset())
