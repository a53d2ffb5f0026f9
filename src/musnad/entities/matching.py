"""Matches namings of one language and sort, those apart that can never meet: under no key of their names."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from musnad.entities.contexts import Context, Rarity, report_contexts
from musnad.entities.named import match_named, named_keys
from musnad.entities.namings import find_namings
from musnad.entities.persons import match_persons, person_keys
from musnad.entities.things import SORTS, Sort
from musnad.languages import LANGUAGES, Language
from musnad.model import Merge, Naming, Report
from musnad.spreading import Spread, connect, pack


@dataclass(frozen=True, slots=True)
class NamedReport:
    """What a report names, the context of each naming, and the keys under which it can meet others, by its id."""

    language: str
    namings: tuple[Naming, ...]
    contexts: Mapping[str, Context]
    keys: Mapping[str, tuple[Hashable, ...]]


def name_reports(reports: Iterable[Report], *, keyed: bool = True) -> list[NamedReport]:
    """Return what each report names; the keys too where they are asked for."""
    return [name_report(report, keyed=keyed) for report in reports]


def match_namings(named: Sequence[NamedReport], rarity: Rarity, spread: Spread) -> list[Merge]:
    """Return what is decided of the namings: each sort by itself, and of it what no key joins apart from each other."""
    contexts = {id: context for each in named for id, context in each.contexts.items()}
    of_sort: dict[tuple[str, Sort], list[tuple[Naming, NamedReport]]] = {}
    for each in named:
        for naming in each.namings:
            of_sort.setdefault((each.language, SORTS[naming.kind]), []).append((naming, each))
    lots: list[_Lot] = []
    for (language, sort), held in sorted(of_sort.items(), key=lambda found: found[0]):
        namings = [naming for naming, _ in held]
        if spread.shards == 1:
            lots.append(_Lot(language, sort, namings, contexts, rarity))
            continue
        groups = connect({place: each.keys[naming.id] for place, (naming, each) in enumerate(held)})
        for lot in pack(groups, spread.shards):
            here = [namings[place] for place in sorted(chain.from_iterable(lot))]
            lots.append(_small_lot(_Lot(language, sort, here, contexts, rarity)))
    return list(chain.from_iterable(spread.each(_match, lots)))


@dataclass(frozen=True, slots=True)
class _Lot:
    """Namings of one language and sort, in the order of their reports, with what is needed to match them."""

    language: str
    sort: Sort
    namings: Sequence[Naming]
    contexts: Mapping[str, Context]
    rarity: Rarity


def _small_lot(lot: _Lot) -> _Lot:
    """Return the lot with no more contexts and counts than its namings need, so that it can be sent elsewhere."""
    here = {naming.id: lot.contexts[naming.id] for naming in lot.namings}
    items = {item for context in here.values() for item in context.items}
    items |= {f"title {word}" for context in here.values() for word in context.titles}
    counts = Counter({item: lot.rarity.counts[item] for item in sorted(items)})
    return replace(lot, contexts=here, rarity=Rarity(lot.rarity.reports, counts))


def _match(lot: _Lot) -> list[Merge]:
    match = match_persons if lot.sort is Sort.PERSON else match_named
    return match(lot.namings, lot.contexts, lot.rarity, LANGUAGES[lot.language])


def name_report(report: Report, *, keyed: bool) -> NamedReport:
    """Return what the report names; the keys too where they are asked for."""
    found = find_namings(report)
    if not found or report.article is None:
        return NamedReport("und", tuple(found), {}, {})
    language = LANGUAGES[report.article.language]
    keys: dict[str, tuple[Hashable, ...]] = {}
    for naming in found if keyed else ():
        keys_of = person_keys if SORTS[naming.kind] is Sort.PERSON else named_keys
        keys[naming.id] = tuple(keys_of(naming, language))
    return NamedReport(language.code, tuple(found), report_contexts(report, found, _home(report)), keys)


def _home(report: Report) -> str | None:
    """Return the country of the outlet that published the report, where the lexicon knows it."""
    article = report.article
    language = LANGUAGES.get(article.language) if article else None
    if article is None or language is None:
        return None
    host = article.url.split("//", 1)[-1].split("/", 1)[0] if article.url else None
    return _country_of_outlet(article.outlet.value if article.outlet else None, host, language)


@lru_cache(maxsize=4_096)
def _country_of_outlet(written: str | None, host: str | None, language: Language) -> str | None:
    names = language.outlet_names
    outlet = names.of_page(written, host)
    return names.entries[outlet].country if outlet else None
