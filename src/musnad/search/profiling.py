"""Tells of one source what it said, on whose word, who has it from there, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from musnad.agreement import grade_source
from musnad.languages import LANGUAGES
from musnad.model import SourceRecord
from musnad.store import Store
from musnad.store.finding.kept import grades_of
from musnad.store.finding.sources import (
    Counterpart,
    ListedSource,
    Outcomes,
    count_held_from,
    count_outcomes,
    count_relayed_by,
    find_source,
)

_MOST_COUNTERPARTS = 20


@dataclass(frozen=True, slots=True)
class SourceProfile:
    """A source: `held_from` are those on whose word it has claims, `relayed_by` those who have claims from it.

    What it said is `list_claims(store, within=Within(source=...))`.
    """

    source: ListedSource
    held_from: tuple[Counterpart, ...]
    relayed_by: tuple[Counterpart, ...]
    outcomes: Outcomes


def profile_source(store: Store, name: str) -> SourceProfile | None:
    """Return what the store knows of the source with this id (kind:key), None where nobody of this id is named."""
    source = find_source(store, name)
    if source is None:
        return None
    return SourceProfile(
        as_written(*with_grades(store, [source])),
        tuple(map(_written, count_held_from(store, source.kind, source.key, most=_MOST_COUNTERPARTS))),
        tuple(map(_written, count_relayed_by(store, source.kind, source.key, most=_MOST_COUNTERPARTS))),
        count_outcomes(store, source.kind, source.key),
    )


def with_grades(store: Store, sources: Sequence[ListedSource]) -> list[ListedSource]:
    """Return the sources with the reliability that follows from the grades that people gave them."""
    given = grades_of(store, [each.key for each in sources])
    return [
        replace(each, reliability=grade_source(SourceRecord(), given[each.key])) if each.key in given else each
        for each in sources
    ]


def as_written(source: ListedSource) -> ListedSource:
    """Return the source with the name that the lexicon of outlets has for it, where it has one."""
    return replace(source, name=_name(source.key) or source.name)


def _written(counterpart: Counterpart) -> Counterpart:
    return replace(counterpart, name=_name(counterpart.id.partition(":")[2]) or counterpart.name)


def _name(key: str) -> str | None:
    entry = LANGUAGES["ar"].outlet_names.entries.get(key)
    return entry.name if entry is not None else None
