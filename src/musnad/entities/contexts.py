"""Tells what stands around a name: titles beside it and what else its report names; and how alike two such are."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache

from musnad.entities.person_names import parse_person
from musnad.entities.things import SORTS, Sort, body_words
from musnad.languages import LANGUAGES, Language
from musnad.model import Mention, MentionKind, Naming, Report, Span

_BOTH_NAME = "both reports name "
_LONGEST_OFFICE = 3  # words of a title
_NEAR = 3  # characters between a name and the title that is its own: a blank, a comma
_SMOOTHING = 20  # reports: with few reports to count in, nothing is rare yet
# How much of a context two namings share before they are surely of one affair: cosine, over weights by rarity.
_FULL_COSINE = 0.5
_FULL_TITLE = 0.75
_MOST_ITEMS = 400  # what is kept of a growing entity's context, so that it costs no more than one long report's
# Weights are summed as whole numbers of this unit: the sum is the same whatever the order, and can be kept up to date.
_UNIT = 2.0**-40


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
    _weights: dict[str, float] = field(default_factory=dict)
    _masses: dict[frozenset[str], int] = field(default_factory=dict)

    def weight(self, item: str) -> float:
        """Return the weight of an item, higher for rarer ones (inverse document frequency)."""
        found = self._weights.get(item)
        if found is None:
            found = math.log((self.reports + _SMOOTHING) / (self.counts[item] + 1))
            self._weights[item] = found
        return found

    def mass(self, items: Iterable[str]) -> int:
        """Return the sum of the items' squared weights, in units of 2 to the -40."""
        return sum([round(self.weight(item) ** 2 / _UNIT) for item in items])

    def mass_of_report(self, items: frozenset[str]) -> int:
        """Return the mass of what one report names: reckoned once, for all that it names."""
        found = self._masses.get(items)
        if found is None:
            found = self._masses[items] = self.mass(items)
        return found

    def title_mass(self, titles: Iterable[str]) -> int:
        """Return the sum of the weights of the words of titles, in units of 2 to the -40."""
        return sum([round(self.weight(f"title {word}") / _UNIT) for word in titles])


class Surroundings:
    """The contexts of all namings that an entity in the making has so far, together, with what they weigh."""

    __slots__ = ("_is_own", "_rarity", "country", "items", "mass", "own", "title_mass", "titles")

    def __init__(self, first: Context, rarity: Rarity) -> None:
        self._rarity = rarity
        self._is_own = False
        self.items: Set[str] = first.items
        self.own: Set[str] = first.own
        self.titles: Set[str] = first.titles
        self.country = first.country
        self.mass = rarity.mass_of_report(first.items)
        self.title_mass = rarity.title_mass(first.titles)

    def join(self, context: Context) -> None:
        """Take in the context of a naming that joins the entity."""
        if not self._is_own:
            # Most entities have one naming and share its sets.
            self.items, self.own, self.titles = set(self.items), set(self.own), set(self.titles)
            self._is_own = True
        if len(self.items) < _MOST_ITEMS:
            more = context.items - self.items
            self.items |= more
            self.mass += self._rarity.mass(more)
        if context.titles and len(self.titles) < _MOST_ITEMS:
            more = context.titles - self.titles
            self.titles |= more
            self.title_mass += self._rarity.title_mass(more)
        self.own |= context.own
        self.country = self.country or context.country


def report_contexts(report: Report, namings: Sequence[Naming], home: str | None) -> dict[str, Context]:
    """Return the context of each naming of a report by its id; `home` is the country of its outlet."""
    language = LANGUAGES[report.article.language] if report.article else None
    if language is None:
        return {}
    items = {naming.id: _items(naming, language) for naming in namings}
    everything = frozenset(item for found in items.values() for item in found)
    titles = _titles_by_edge(report.mentions)
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
        rarity.counts.update(next((context.items for context in found.values()), ()))
        rarity.counts.update({f"title {word}" for context in found.values() for word in context.titles})
    return rarity


def likeness(left: Context, right: Surroundings, rarity: Rarity) -> float:
    """Return from 0 to 1 how alike what stands around a naming is to what stands around an entity."""
    shared = _shared(left, right)
    cosine = 0.0
    if shared:
        both = rarity.mass_of_report(left.items) * right.mass
        cosine = rarity.mass(shared) / math.sqrt(both) if both else 0.0
    return 1 - (1 - min(1.0, cosine / _FULL_COSINE)) * (1 - _title_likeness(left, right, rarity))


def likeness_reasons(left: Context, right: Surroundings, rarity: Rarity) -> tuple[str, ...]:
    """Return in words what makes the two alike: the rarest things that both name, and the titles."""
    reasons = []
    shared = _shared(left, right)
    if shared:
        rarest = sorted(shared, key=lambda item: (-rarity.weight(item), item))[:3]
        reasons.append(f"{_BOTH_NAME}{', '.join(_told(item) for item in rarest)}")
    if left.titles & right.titles:
        reasons.append(f"both are called {' '.join(sorted(left.titles & right.titles))}")
    return tuple(reasons)


def reasons_as_written(reasons: Iterable[str], report: Report, namings: Iterable[Naming]) -> tuple[str, ...]:
    """Return reasons of a merge with what both reports name as this one writes it: they are kept by folded keys."""
    language = LANGUAGES.get(report.article.language) if report.article else None
    if language is None:
        return tuple(reasons)
    written = {_told(item): naming for naming in namings for item in _items(naming, language)}
    return tuple(
        f"{_BOTH_NAME}{', '.join(_as_written(name, written) for name in reason.removeprefix(_BOTH_NAME).split(', '))}"
        if reason.startswith(_BOTH_NAME)
        else reason
        for reason in reasons
    )


def _as_written(told: str, written: Mapping[str, Naming]) -> str:
    _, mark, sort = told.partition(" (")
    return f"{written[told].name}{mark}{sort}" if told in written else told


def titles_clash(left: Context, right: Surroundings) -> bool:
    """Tell whether both names have titles of two words or more and share none of their words."""
    return min(len(left.titles), len(right.titles)) >= 2 and left.titles.isdisjoint(right.titles)


def _shared(left: Context, right: Surroundings) -> Set[str]:
    return {item for item in left.items & right.items if item not in left.own and item not in right.own}


def _title_likeness(left: Context, right: Surroundings, rarity: Rarity) -> float:
    shared = left.titles & right.titles
    if not shared:
        return 0.0
    smaller = min(rarity.title_mass(left.titles), right.title_mass)
    return _FULL_TITLE * rarity.title_mass(shared) / smaller if smaller else 0.0


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


def _titles_by_edge(mentions: Iterable[Mention]) -> dict[tuple[bool, int], list[Span]]:
    """Return the titles of a report by where they end, under (True, offset), and where they begin."""
    found: dict[tuple[bool, int], list[Span]] = {}
    for mention in mentions:
        if mention.kind is MentionKind.TITLE:
            found.setdefault((True, mention.span.end), []).append(mention.span)
            found.setdefault((False, mention.span.start), []).append(mention.span)
    return found


def _title_words(
    naming: Naming, titles: Mapping[tuple[bool, int], list[Span]], text: str, language: Language
) -> Iterable[str]:
    for span in naming.spans:
        for gap in range(_NEAR + 1):
            for edge in ((True, span.start - gap), (False, span.end + gap)):
                for title in titles.get(edge, ()):
                    yield from body_words_of_title(title.of(text), language)


@lru_cache(maxsize=20_000)
def body_words_of_title(written: str, language: Language) -> tuple[str, ...]:
    """Return the words of a title, folded, without article; forms of address are left out.

    Titles of one office have the same words: رئيس الحكومة is رئيس الوزراء.
    """
    ties = language.naming_grammar.ties
    article = language.naming_grammar.article
    folded = [found for word in written.split() for found in body_words(word, language)]
    words = _by_office(folded, language.naming_grammar.offices)
    return tuple(word for word in words if word not in ties and article + word not in ties)


def _by_office(words: Sequence[str], offices: Mapping[tuple[str, ...], tuple[str, ...]]) -> Iterator[str]:
    """Yield the words of a title with those of an office's other names replaced, the longest first."""
    at = 0
    while at < len(words):
        ends = range(min(len(words), at + _LONGEST_OFFICE), at, -1)
        end = next((end for end in ends if tuple(words[at:end]) in offices), None)
        yield from offices[tuple(words[at:end])] if end is not None else (words[at],)
        at = end if end is not None else at + 1


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
