"""Merges what many reports name into entities: namings, what is held of their pairs, and the entities that follow."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from musnad.entities.contexts import count_items
from musnad.entities.matching import NamedReport, match_namings, name_reports
from musnad.entities.namings import most_frequent
from musnad.entities.things import SORTS, Sort
from musnad.entities.unions import Groups
from musnad.model import Entity, Merge, MergeVerdict, Naming, Report
from musnad.spreading import IN_TURN, Spread, cut

Judgements = Mapping[tuple[str, str], bool]
"""What people judged of pairs of namings, by id: True for one entity, False for two. Who judged, and why, stands
elsewhere."""


_FORBIDDEN = "a person judged them to be two"


def merge_entities(
    reports: Iterable[Report],
    judgements: Judgements | None = None,
    spread: Spread = IN_TURN,
    known: Mapping[str, NamedReport] | None = None,
) -> tuple[tuple[Naming, ...], tuple[Merge, ...], tuple[Entity, ...]]:
    """Return what the reports name, what is held of pairs of namings, and the entities; whatever the reports' order.

    Of reports with one id the first counts. A merge that a judgement forbids is left as a question with its reasons.
    `known` is what `name_report` makes of the reports, where that was done before.
    """
    read = sorted({report.id: report for report in reversed(list(reports))}.values(), key=lambda report: report.id)
    if known is None:
        made = spread.each(partial(name_reports, keyed=spread.shards > 1), cut(read, 4 * spread.shards))
        named = [each for some in made for each in some]
    else:
        named = [known[report.id] for report in read]
    rarity = count_items(each.contexts for each in named if each.namings)
    merges = match_namings(named, rarity, spread)
    return resolve_entities([naming for each in named for naming in each.namings], merges, judgements)


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


def _entity(namings: Sequence[Naming]) -> Entity:
    return _entity_of_one(namings[0]) if len(namings) == 1 else _entity_of_all(namings)


# Four of five are named once, and reports that are compared again name the same.
@lru_cache(maxsize=40_000)
def _entity_of_one(naming: Naming) -> Entity:
    return _entity_of_all([naming])


def _entity_of_all(namings: Sequence[Naming]) -> Entity:
    names = Counter(form for naming in namings for form in naming.forms)
    full = Counter(naming.name for naming in namings)
    # A person's name of one word is a short one; a country's is not.
    shortest = 1 if SORTS[namings[0].kind] is Sort.COUNTRY else 2
    label = min(full, key=lambda name: (len(name.split()) < shortest, -full[name], -len(name), name))
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
