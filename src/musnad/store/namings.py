"""Writes what reports name and what is held of pairs of it; rows that say what they said stay as they are."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache

from sqlalchemy import Connection, delete, or_, select

from musnad.model import Dossier, Naming
from musnad.store import tables
from musnad.store.batches import insert_rows, parts, remove_ids
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
    found: dict[str, StoredNaming] = {}
    for some in parts(numbers):
        for name, report, body, entity in connection.execute(query.where(naming.c.report.in_(some))):
            found[name] = StoredNaming(report, body, entity)
    return found


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
    _remove_merges(connection, stay)
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
    merges = [
        {
            "left": each.left,
            "right": each.right,
            "verdict": each.verdict.value,
            "score": each.score,
            "body": pack_value(each),
        }
        for each in dossier.merges
        if each.left in wanted and each.right in wanted
    ]
    insert_rows(connection, tables.naming_merge, merges)
    return stay


@lru_cache(maxsize=40_000)
def _packed(naming: Naming) -> bytes:
    """Return the naming packed; those of reports that are compared again and again are packed once."""
    return pack_value(naming)


def _remove_merges(connection: Connection, namings: Iterable[str]) -> None:
    merge = tables.naming_merge
    for some in parts(sorted(namings)):
        connection.execute(delete(merge).where(or_(merge.c.left.in_(some), merge.c.right.in_(some))))
