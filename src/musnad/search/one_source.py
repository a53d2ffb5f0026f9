"""Gathers sources that are one person: a name with its titles, the name alone, and its other spellings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache

from musnad.languages import LANGUAGES
from musnad.model import LinkKind, MentionKind
from musnad.search.compiling import fold_name
from musnad.store import Store
from musnad.store.finding.conditions import Everything
from musnad.store.finding.sources import ListedSource, SourceFilter, SourceOrder, count_reports_naming, list_sources
from musnad.store.finding.things import entities_by_name, find_entity

_LONGEST_NAME = 5  # words
_MOST_PERSONS, _MOST_FORMS = 3, 6
_MOST_NAMES = 60  # sources whose names share a word with a person's, the commonest
_ARTICLE = "ال"


@dataclass(frozen=True, slots=True)
class OneSource:
    """A source as a list shows it, with the others that name the same person; `source` counts them all together."""

    source: ListedSource
    others: tuple[ListedSource, ...] = ()


def gather_sources(store: Store, sources: Sequence[ListedSource]) -> list[OneSource]:
    """Return sources in their order, those that are one person under the first of them.

    They are one person where the store knows the name as a person's, a single name as that of one person alone, and the
    words before it are titles. Claims are added up: one that names him twice in its chain counts twice.
    """
    persons = _persons(store, [each for each in sources if each.kind == LinkKind.PERSON])
    members: dict[str, list[ListedSource]] = {}
    for each in sources:
        members.setdefault(persons.get(each.id, each.id), []).append(each)
    return [_together(store, group) for group in members.values()]


def other_names(store: Store, source: ListedSource) -> tuple[ListedSource, ...]:
    """Return the sources that name the person whom this one names, those with most claims leading."""
    known = entities_by_name(store, _names_in(source.key), MentionKind.PERSON)
    name = next((each for each in _names_in(source.key) if each in known), None)
    if source.kind != LinkKind.PERSON or name is None:
        return ()
    # His names end alike, or as another spelling of them does.
    persons = (find_entity(store, id) for id in sorted(known[name])[:_MOST_PERSONS])
    forms = [name, *(fold_name(form) for person in persons if person is not None for form in person.names)]
    near: dict[str, ListedSource] = {}
    for last in list(dict.fromkeys(form.split()[-1] for form in forms if form))[:_MOST_FORMS]:
        asked = SourceFilter((LinkKind.PERSON,), last, SourceOrder.MOST_CLAIMS)
        near |= {each.id: each for each in list_sources(store, Everything(), asked, limit=_MOST_NAMES)}
    near.pop(source.id, None)
    return gather_sources(store, [source, *near.values()])[0].others


def _persons(store: Store, sources: Sequence[ListedSource]) -> Mapping[str, str]:
    """Return which person each of these sources is, by the entity's id or the whole name, where that is sure."""
    names = {each.id: list(_names_in(each.key)) for each in sources}
    known = entities_by_name(store, {name for found in names.values() for name in found}, MentionKind.PERSON)
    found = {}
    for id, candidates in names.items():
        name = next((each for each in candidates if each in known), "")
        whom = known.get(name, set[str]())
        if len(whom) == 1 or " " in name:
            # Of a whole name the sources are one already where the words are: those of a name in several entities too.
            found[id] = next(iter(whom)) if len(whom) == 1 else name
    return found


def _names_in(key: str) -> Iterator[str]:
    """Yield what may be the person's name in a folded source, the longest first: all of it, its end behind titles."""
    words = key.split()
    for start in range(max(0, len(words) - _LONGEST_NAME), len(words)):
        if start == 0 or _are_titles(words[:start]):
            yield " ".join(words[start:])


def _are_titles(words: Sequence[str]) -> bool:
    """Tell whether these words call the person who is named right behind them, and not somebody of his.

    الرئيس الأميركي فلان and وزير الخارجية فلان do; مستشار الرئيس فلان and محامي فلان are other men.
    """
    titles = _titles()
    first = words[0] if words[0].startswith(_ARTICLE) else _ARTICLE + words[0]
    return words[-1].startswith(_ARTICLE) and first in titles and titles.isdisjoint(words[1:])


@cache
def _titles() -> Set[str]:
    """Return the nouns of persons that stand before names, folded, with the article."""
    holders = LANGUAGES["ar"].grammar.holders.items()
    return {_ARTICLE + word for word, holder in holders if holder.kind is LinkKind.PERSON or holder.is_title}


def _together(store: Store, group: Sequence[ListedSource]) -> OneSource:
    first, *others = group
    if not others:
        return OneSource(first)
    reports = count_reports_naming(store, LinkKind.PERSON, [each.key for each in group])
    return OneSource(
        replace(
            first,
            claims=sum(each.claims for each in group),
            origins=sum(each.origins for each in group),
            denials=sum(each.denials for each in group),
            reports=reports,
            first_day=min(_days(each.first_day for each in group), default=None),
            day=max(_days(each.day for each in group), default=None),
        ),
        tuple(others),
    )


def _days(days: Iterable[str | None]) -> list[str]:
    return [day for day in days if day is not None]
