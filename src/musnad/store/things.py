"""Writes what reports name: namings, what is held of pairs of them, and the entities behind them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, delete, func, select, update

from musnad.model import Dossier, Entity, Naming
from musnad.store import tables
from musnad.store.batches import insert_rows, parts, remove_ids, values_of
from musnad.store.encoding import pack_value, unpack_value
from musnad.store.rows import Row, folded_key, keepable


def write_namings(connection: Connection, dossier: Dossier, numbers: Mapping[str, int]) -> None:
    """Write the namings and merges of a dossier; `numbers` are its reports' by id."""
    rows = [
        {
            "id": each.id,
            "report": numbers[each.report],
            "kind": each.kind.value,
            "name": keepable(each.name),
            "folded": folded_key(each.name),
            "entry": each.entry,
            "body": pack_value(each),
        }
        for each in dossier.namings
        if each.report in numbers
    ]
    insert_rows(connection, tables.naming, rows)
    known = {row["id"] for row in rows}
    merges = [
        {
            "left": each.left,
            "right": each.right,
            "verdict": each.verdict.value,
            "score": each.score,
            "body": pack_value(each),
        }
        for each in dossier.merges
        if each.left in known and each.right in known
    ]
    insert_rows(connection, tables.naming_merge, merges)


def entities_of(connection: Connection, numbers: Sequence[int]) -> dict[str, str]:
    """Return the entities that the namings of these reports are counted to: naming id -> entity id."""
    naming, held_by = tables.naming, tables.entity_naming
    found: dict[str, str] = {}
    for some in parts(numbers):
        query = select(held_by.c.naming, held_by.c.entity).join(naming, naming.c.id == held_by.c.naming)
        found |= {row.naming: row.entity for row in connection.execute(query.where(naming.c.report.in_(some)))}
    return found


def remove_namings(connection: Connection, numbers: Sequence[int]) -> dict[str, set[str]]:
    """Delete the namings of these reports and return them by the entity that they were counted to."""
    touched: dict[str, set[str]] = {}
    for name, entity in entities_of(connection, numbers).items():
        touched.setdefault(entity, set()).add(name)
    for some in parts(numbers):
        connection.execute(delete(tables.naming).where(tables.naming.c.report.in_(some)))
    return touched


def trim_entities(connection: Connection, gone: Mapping[str, set[str]], *, names: bool) -> None:
    """Take the gone namings from their entities, and `names` that only they gave; drop those that none is left of."""
    held = values_of(connection, tables.entity, sorted(gone), Entity)
    left = _left(connection, list(held))
    remove_ids(connection, tables.entity, [name for name in held if name not in left])
    trimmed = {}
    for name in left:
        entity = replace(held[name], namings=tuple(each for each in held[name].namings if each not in gone[name]))
        trimmed[name] = _renamed(connection, entity) if names else entity
    _update(connection, trimmed.values(), left)


def _left(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[int, str | None]]:
    """Return in how many reports each entity is named, and the latest day of them."""
    naming, held_by, report = tables.naming, tables.entity_naming, tables.report
    found: dict[str, tuple[int, str | None]] = {}
    counts = (func.count(naming.c.report.distinct()).label("reports"), func.max(report.c.day).label("day"))
    for some in parts(ids):
        query = select(held_by.c.entity, *counts).join(naming, naming.c.id == held_by.c.naming)
        query = query.join(report, report.c.number == naming.c.report).where(held_by.c.entity.in_(some))
        found |= {row.entity: (row.reports, row.day) for row in connection.execute(query.group_by(held_by.c.entity))}
    return found


def _renamed(connection: Connection, entity: Entity) -> Entity:
    """Return the entity with the names that its namings have, the commonest first, and no other."""
    counts: Counter[str] = Counter()
    for some in parts(entity.namings):
        rows = connection.execute(select(tables.naming.c.body).where(tables.naming.c.id.in_(some)))
        counts.update(form for (body,) in rows for form in unpack_value(body, Naming).forms)
    names = tuple(sorted(counts, key=lambda name: (-counts[name], name)))
    label = entity.label if entity.label in counts or not names else names[0]
    connection.execute(delete(tables.entity_name).where(tables.entity_name.c.entity == entity.id))
    insert_rows(connection, tables.entity_name, [{"entity": entity.id, "folded": each} for each in _folded(names)])
    return replace(entity, label=label, names=names)


def write_entities(connection: Connection, dossier: Dossier, before: Mapping[str, str]) -> None:
    """Write the entities of a dossier; one that other reports name too is joined with what is known of it.

    An entity is the known one that most of its namings were counted to `before`, or that has an id elsewhere in
    common with it and a name. Each known one takes up one entity at most: people, or the comparing, may have parted it.
    """
    adopted: dict[str, Entity] = {}
    fresh: list[Entity] = []
    for entity in sorted(dossier.entities, key=lambda entity: (-len(entity.namings), entity.id)):
        known = _known(connection, entity, before, adopted)
        if known is None:
            fresh.append(entity)
        else:
            adopted[known.id] = _joined(known, entity)
    _insert(connection, fresh)
    pairs = [*((entity.id, entity) for entity in fresh), *adopted.items()]
    present = {naming.id for naming in dossier.namings}
    links = {name: key for key, entity in pairs for name in entity.namings if name in present}
    insert_rows(connection, tables.entity_naming, [{"naming": name, "entity": key} for name, key in links.items()])
    _add_names(connection, adopted.values())
    _update(connection, [*fresh, *adopted.values()], _left(connection, [key for key, _ in pairs]))


def _known(
    connection: Connection, entity: Entity, before: Mapping[str, str], adopted: Mapping[str, Entity]
) -> Entity | None:
    earlier = Counter(before[name] for name in entity.namings if name in before)
    candidates = [name for name, _ in earlier.most_common()]
    if entity.external:
        named = tables.entity_name
        same = select(named.c.entity).where(named.c.folded.in_(_folded(entity.names)[:50])).distinct()
        candidates += connection.execute(same).scalars()
    held = values_of(connection, tables.entity, list(dict.fromkeys(candidates)), Entity)
    for name in dict.fromkeys(candidates):
        known: Entity | None = held.get(name) if name not in adopted else None
        if known is not None and (name in earlier or set(known.external) & set(entity.external)):
            return known
    return None


def _joined(known: Entity, entity: Entity) -> Entity:
    return replace(
        known,
        names=tuple(dict.fromkeys((*known.names, *entity.names))),
        namings=tuple(dict.fromkeys((*known.namings, *entity.namings))),
        external=tuple(dict.fromkeys((*known.external, *entity.external))),
        country=known.country or entity.country,
    )


def _insert(connection: Connection, fresh: Sequence[Entity]) -> None:
    rows: list[Row] = [{"id": entity.id} | _row(entity, 0, None) for entity in fresh]
    insert_rows(connection, tables.entity, rows)
    names = [{"entity": entity.id, "folded": each} for entity in fresh for each in _folded(entity.names)]
    insert_rows(connection, tables.entity_name, names)


def _row(entity: Entity, reports: int, day: str | None) -> Row:
    return {
        "kind": entity.kind.value,
        "label": keepable(entity.label),
        "folded": folded_key(entity.label),
        "country": entity.country,
        "reports": reports,
        "day": day,
        "body": pack_value(entity),
    }


def _update(connection: Connection, entities: Iterable[Entity], left: Mapping[str, tuple[int, str | None]]) -> None:
    table = tables.entity
    for entity in entities:
        row = _row(entity, *left.get(entity.id, (0, None)))
        connection.execute(update(table).where(table.c.id == entity.id).values(row))


def _add_names(connection: Connection, entities: Iterable[Entity]) -> None:
    table = tables.entity_name
    for entity in entities:
        there = set(connection.execute(select(table.c.folded).where(table.c.entity == entity.id)).scalars())
        new = [{"entity": entity.id, "folded": each} for each in _folded(entity.names) if each not in there]
        insert_rows(connection, table, new)


def _folded(names: Iterable[str]) -> list[str]:
    return sorted({folded_key(name) for name in names})
