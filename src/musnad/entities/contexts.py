"""Tells what stands around a name: titles beside it and what else its report names; and how alike two such are."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from musnad.entities.person_names import parse_person
from musnad.entities.things import SORTS, Sort, body_words
from musnad.languages import LANGUAGES, Language
from musnad.model import Mention, MentionKind, Naming, Report

_NEAR = 3  # characters between a name and the title that is its own: a blank, a comma
_SMOOTHING = 20  # reports: with few reports to count in, nothing is rare yet
# How much of a context two namings share before they are surely of one affair: cosine, over weights by rarity.
_FULL_COSINE = 0.5
_FULL_TITLE = 0.75
_MOST_ITEMS = 400  # what is kept of a growing entity's context, so that it costs no more than one long report's


@dataclass(frozen=True, slots=True)
class Context:
    """What the report names (`items`, one set for all of it), of that the naming's own names, titles, the country.

    `titles` are the words of the titles beside the name, `country` is the naming's own or the one in view.
    """

    items: frozenset[str]
    own: frozenset[str]
    titles: frozenset[str]
    country: str | None


@dataclass(slots=True)
class Rarity:
    """In how many reports each thing is named: what all name says little."""

    reports: int
    counts: Counter[str] = field(default_factory=Counter)

    def weight(self, item: str) -> float:
        """Return the weight of an item, higher for rarer ones (inverse document frequency)."""
        return math.log((self.reports + _SMOOTHING) / (self.counts[item] + 1))


def report_contexts(report: Report, namings: Sequence[Naming], home: str | None) -> dict[str, Context]:
    """Return the context of each naming of a report by its id; `home` is the country of its outlet."""
    language = LANGUAGES[report.article.language] if report.article else None
    if language is None:
        return {}
    items = {naming.id: _items(naming, language) for naming in namings}
    everything = frozenset(item for found in items.values() for item in found)
    titles = [mention for mention in report.mentions if mention.kind is MentionKind.TITLE]
    country = _country_in_view(report.mentions, home)
    text = report.article.text if report.article else ""
    contexts = {}
    for naming in namings:
        words = frozenset(_title_words(naming, titles, text, language))
        own = frozenset(items[naming.id])
        contexts[naming.id] = Context(everything, own, words, naming.country or country)
    return contexts


def count_items(contexts: Iterable[Mapping[str, Context]]) -> Rarity:
    """Return in how many reports each item stands; one mapping is one report's."""
    listed = list(contexts)
    rarity = Rarity(len(listed))
    for found in listed:
        rarity.counts.update({item for context in found.values() for item in context.items})
        rarity.counts.update({f"title {word}" for context in found.values() for word in context.titles})
    return rarity


def likeness(left: Context, right: Context, rarity: Rarity) -> tuple[float, tuple[str, ...]]:
    """Return from 0 to 1 how alike two contexts are, and the reasons."""
    shared = (left.items & right.items) - left.own - right.own
    reasons = []
    cosine = 0.0
    if shared:
        both = _mass(left.items, rarity) * _mass(right.items, rarity)
        common = sum(rarity.weight(item) ** 2 for item in shared)
        cosine = common / math.sqrt(both) if both else 0.0
        rarest = sorted(shared, key=lambda item: (-rarity.weight(item), item))[:3]
        reasons.append(f"both reports name {', '.join(_told(item) for item in rarest)}")
    alike = 1 - (1 - min(1.0, cosine / _FULL_COSINE)) * (1 - _title_likeness(left, right, rarity))
    if left.titles & right.titles:
        reasons.append(f"both are called {' '.join(sorted(left.titles & right.titles))}")
    return alike, tuple(reasons)


def titles_clash(left: Context, right: Context) -> bool:
    """Tell whether both names have titles of two words or more and share none of their words."""
    return min(len(left.titles), len(right.titles)) >= 2 and not left.titles & right.titles


def joined(left: Context, right: Context) -> Context:
    """Return the context of a naming that joins an entity, together with the entity's."""
    items = left.items if len(left.items) >= _MOST_ITEMS else left.items | right.items
    titles = left.titles if len(left.titles) >= _MOST_ITEMS else left.titles | right.titles
    return Context(items, left.own | right.own, titles, left.country or right.country)


def _mass(items: Iterable[str], rarity: Rarity) -> float:
    return sum(rarity.weight(item) ** 2 for item in items)


def _title_likeness(left: Context, right: Context, rarity: Rarity) -> float:
    shared = left.titles & right.titles
    if not shared:
        return 0.0
    weights = [sum(rarity.weight(f"title {word}") for word in side.titles) for side in (left, right)]
    common = sum(rarity.weight(f"title {word}") for word in shared)
    smaller = min(weights)
    return _FULL_TITLE * common / smaller if smaller else 0.0


def _items(naming: Naming, language: Language) -> list[str]:
    """Return the keys under which other reports would name the same thing; single names of persons are no key."""
    sort = SORTS[naming.kind]
    if sort is Sort.PERSON:
        names = (parse_person(form, language) for form in naming.forms)
        return [f"person {name.key}" for name in names if len(name.parts) > 1]
    if sort is Sort.COUNTRY:
        return [f"country {naming.entry}"]
    if naming.entry:
        return [f"{sort} {naming.entry}"]
    words = body_words(naming.name, language)
    return [f"{sort} {' '.join(words)}"] if len(words) > 1 else []


def _title_words(naming: Naming, titles: Sequence[Mention], text: str, language: Language) -> Iterable[str]:
    for title in titles:
        for span in naming.spans:
            before = 0 <= span.start - title.span.end <= _NEAR
            after = 0 <= title.span.start - span.end <= _NEAR
            if before or after:
                yield from body_words_of_title(text[title.span.start : title.span.end], language)
                break


def body_words_of_title(written: str, language: Language) -> tuple[str, ...]:
    """Return the words of a title, folded, without article; forms of address are left out."""
    ties = language.naming_grammar.ties
    article = language.naming_grammar.article
    words = (word for word in written.split())
    folded = (found for word in words for found in body_words(word, language))
    return tuple(word for word in folded if word not in ties and article + word not in ties)


def _country_in_view(mentions: Sequence[Mention], home: str | None) -> str | None:
    """Return the country that a report speaks of most, its outlet's where two are even or none is named."""
    seen = {MentionKind.COUNTRY, MentionKind.NATIONALITY, MentionKind.PLACE}
    counts = Counter(mention.country for mention in mentions if mention.kind in seen and mention.country)
    if not counts:
        return home
    (first, most), *rest = sorted(counts.items(), key=lambda counted: (-counted[1], counted[0] or ""))
    if rest and rest[0][1] == most:
        return home
    return first


def _told(item: str) -> str:
    sort, _, name = item.partition(" ")
    return name if sort in {"person", "country"} else f"{name} ({sort})"
