"""Merges what many reports name into entities: namings, what is held of their pairs, and the entities that follow."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from musnad.entities.contexts import Context, Rarity, count_items, report_contexts
from musnad.entities.named import match_named
from musnad.entities.namings import find_namings, most_frequent
from musnad.entities.persons import match_persons
from musnad.entities.things import SORTS, Sort
from musnad.entities.unions import Groups
from musnad.languages import LANGUAGES, Language
from musnad.model import Entity, Merge, MergeVerdict, Naming, Report

Judgements = Mapping[tuple[str, str], bool]
"""What people judged of pairs of namings, by id: True for one entity, False for two. Who judged, and why, stands
elsewhere."""


_FORBIDDEN = "a person judged them to be two"


def merge_entities(
    reports: Iterable[Report], judgements: Judgements | None = None
) -> tuple[tuple[Naming, ...], tuple[Merge, ...], tuple[Entity, ...]]:
    """Return what the reports name, what is held of pairs of namings, and the entities; whatever the reports' order.

    Of reports with one id the first counts. A merge that a judgement forbids is left as a question with its reasons.
    """
    read = sorted({report.id: report for report in reversed(list(reports))}.values(), key=lambda report: report.id)
    namings: list[Naming] = []
    listed: list[dict[str, Context]] = []
    languages: dict[str, list[Naming]] = {}
    for report in read:
        found = find_namings(report)
        namings += found
        if found and report.article:
            languages.setdefault(report.article.language, []).extend(found)
            listed.append(report_contexts(report, found, _home(report)))
    rarity = count_items(listed)
    contexts = {id: context for found in listed for id, context in found.items()}
    merges = [
        merge for code, named in sorted(languages.items()) for merge in _match(named, contexts, rarity, LANGUAGES[code])
    ]
    return resolve_entities(namings, merges, judgements)


def resolve_entities(
    namings: Sequence[Naming], merges: Iterable[Merge], judgements: Judgements | None = None
) -> tuple[tuple[Naming, ...], tuple[Merge, ...], tuple[Entity, ...]]:
    """Return namings and merges with the entities that follow once people's judgements are heeded.

    Nothing is computed anew: taking a judgement back and calling this again gives the former entities.
    """
    judged = judgements or {}
    apart = [pair for pair, same in judged.items() if not same]
    groups: Groups[str] = Groups((naming.id for naming in namings), apart)
    for (left, right), same in sorted(judged.items()):
        if same:
            groups.join(left, right)
    kept = []
    for merge in sorted(map(_as_decided, merges), key=lambda merge: (-merge.score, merge.left, merge.right)):
        if merge.verdict is MergeVerdict.MERGED and not groups.join(merge.left, merge.right):
            merge = replace(merge, verdict=MergeVerdict.ASK, reasons=(*merge.reasons, _FORBIDDEN))
        kept.append(merge)
    by_id = {naming.id: naming for naming in namings}
    entities = [_entity([by_id[id] for id in sorted(group)]) for group in groups.all()]
    by_fame = sorted(entities, key=lambda entity: (-len(entity.namings), entity.id))
    in_order = sorted(kept, key=lambda merge: (merge.left, merge.right))
    return tuple(namings), tuple(in_order), tuple(by_fame)


def _as_decided(merge: Merge) -> Merge:
    """Return a merge as it was before a judgement forbade it."""
    if _FORBIDDEN not in merge.reasons:
        return merge
    reasons = tuple(reason for reason in merge.reasons if reason != _FORBIDDEN)
    return replace(merge, verdict=MergeVerdict.MERGED, reasons=reasons)


def _match(
    namings: Sequence[Naming], contexts: Mapping[str, Context], rarity: Rarity, language: Language
) -> list[Merge]:
    by_sort: dict[Sort, list[Naming]] = {}
    for naming in namings:
        by_sort.setdefault(SORTS[naming.kind], []).append(naming)
    merges = []
    for sort, named in sorted(by_sort.items()):
        match = match_persons if sort is Sort.PERSON else match_named
        merges += match(named, contexts, rarity, language)
    return merges


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


def _entity(namings: Sequence[Naming]) -> Entity:
    names = Counter(form for naming in namings for form in naming.forms)
    full = Counter(naming.name for naming in namings)
    label = min(full, key=lambda name: (len(name.split()) < 2, -full[name], -len(name), name))
    return Entity(
        id=hashlib.sha256(f"entity|{namings[0].id}".encode()).hexdigest()[:16],
        kind=most_frequent([naming.kind for naming in namings]) or namings[0].kind,
        label=label,
        names=tuple(sorted(names, key=lambda name: (-names[name], name))),
        namings=tuple(naming.id for naming in namings),
        country=most_frequent([naming.country for naming in namings if naming.country]),
        external=_external(namings),
    )


def _external(namings: Sequence[Naming]) -> tuple[tuple[str, str], ...]:
    """Return ids elsewhere: a country's ISO code, a place's GeoNames id, an entry of our own lexicons."""
    found: dict[tuple[str, str], None] = {}
    for naming in namings:
        if naming.entry is None:
            continue
        scheme, _, rest = naming.entry.partition(":")
        if SORTS[naming.kind] is Sort.COUNTRY:
            found["iso3166", naming.entry] = None
        elif scheme == "gn" and rest:
            found["geonames", rest] = None
        else:
            found["lexicon", naming.entry] = None
    return tuple(sorted(found))
