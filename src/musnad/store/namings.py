"""Writes what reports name and what is held of pairs of it; rows that say what they said stay as they are."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache

from sqlalchemy import Connection, select

from musnad.model import Dossier, Merge, Naming
from musnad.store import tables
from musnad.store.batches import insert_rows, remove_ids, remove_rows, rows_with
from musnad.store.encoding import pack_value, unpack_value
from musnad.store.rows import folded_key, keepable


@dataclass(slots=True)
class Gone:
    """What was taken from an entity: ids of namings, the numbers of their reports, the forms that they had."""

    namings: set[str] = field(default_factory=set)
    reports: set[int] = field(default_factory=set)
    forms: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class StoredNaming:
    """A naming as it is kept: its report's number, its packed value, and the entity that it is counted to."""

    report: int
    body: bytes
    entity: str | None


def stored_namings(connection: Connection, numbers: Sequence[int]) -> dict[str, StoredNaming]:
    """Return the namings of these reports by id."""
    naming, held_by = tables.naming, tables.entity_naming
    query = select(naming.c.id, naming.c.report, naming.c.body, held_by.c.entity)
    query = query.outerjoin(held_by, held_by.c.naming == naming.c.id)
    rows = rows_with(connection, query, naming.c.report, numbers)
    return {name: StoredNaming(report, body, entity) for name, report, body, entity in rows}


def gone_with(stored: Mapping[str, StoredNaming], *, with_forms: bool) -> dict[str, Gone]:
    """Return what is gone with these namings, by the entity that it was counted to."""
    gone: dict[str, Gone] = {}
    for name, each in stored.items():
        if each.entity is not None:
            of_entity = gone.setdefault(each.entity, Gone())
            of_entity.namings.add(name)
            of_entity.reports.add(each.report)
            if with_forms:
                of_entity.forms |= set(unpack_value(each.body, Naming).forms)
    return gone


def remove_namings(connection: Connection, numbers: Sequence[int]) -> dict[str, Gone]:
    """Delete the namings of these reports and return what is gone, with its forms."""
    stored = stored_namings(connection, numbers)
    remove_ids(connection, tables.naming, list(stored))
    return gone_with(stored, with_forms=True)


def write_namings(
    connection: Connection, dossier: Dossier, numbers: Mapping[str, int], stored: Mapping[str, StoredNaming]
) -> Set[str]:
    """Write the namings and merges of a dossier in the place of those that are `stored`, and return which stay.

    `numbers` are the reports' by id. A naming that stays is still counted to its entity.
    """
    wanted = {each.id: (each, _packed(each)) for each in dossier.namings if each.report in numbers}
    stay = {name for name, (_, body) in wanted.items() if name in stored and stored[name].body == body}
    remove_ids(connection, tables.naming, [name for name in stored if name not in stay])
    rows = [
        {
            "id": name,
            "report": numbers[each.report],
            "kind": each.kind.value,
            "name": keepable(each.name),
            "folded": folded_key(each.name),
            "entry": each.entry,
            "body": body,
        }
        for name, (each, body) in wanted.items()
        if name not in stay
    ]
    insert_rows(connection, tables.naming, rows)
    _write_merges(connection, [each for each in dossier.merges if each.left in wanted and each.right in wanted], stay)
    return stay


@lru_cache(maxsize=40_000)
def _packed(naming: Naming) -> bytes:
    """Return the naming packed; those of reports that are compared again and again are packed once."""
    return pack_value(naming)


def _write_merges(connection: Connection, merges: Sequence[Merge], stay: Set[str]) -> None:
    """Write what is held of pairs of namings in the place of what is there of those that `stay`."""
    there = _stored_merges(connection, sorted(stay))
    rows = {
        (each.left, each.right): {
            "left": each.left,
            "right": each.right,
            "verdict": each.verdict.value,
            "score": each.score,
            "body": _packed_merge(each),
        }
        for each in merges
    }
    left, right = tables.naming_merge.c.left, tables.naming_merge.c.right
    same = {pair for pair, row in rows.items() if there.get(pair) == row["body"]}
    remove_rows(connection, (left, right), sorted(there.keys() - same))
    insert_rows(connection, tables.naming_merge, [row for pair, row in rows.items() if pair not in same])


@lru_cache(maxsize=20_000)
def _packed_merge(merge: Merge) -> bytes:
    return pack_value(merge)


def _stored_merges(connection: Connection, namings: Sequence[str]) -> dict[tuple[str, str], bytes]:
    """Return what is held of pairs with one of these namings, packed, by pair."""
    merge = tables.naming_merge
    query, found = select(merge.c.left, merge.c.right, merge.c.body), dict[tuple[str, str], bytes]()
    for side in (merge.c.left, merge.c.right):
        found |= {(left, right): body for left, right, body in rows_with(connection, query, side, namings)}
    return found
