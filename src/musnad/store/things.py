"""Writes what reports name: namings, what is held of pairs of them, and the entities behind them.

An entity's row holds counts, not its namings: a country has one in every second report, and the row is rewritten with
each of them. Which namings are its own stands in `entity_naming`.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, delete, func, insert, select, update

from musnad.model import Dossier, Entity, Naming
from musnad.store import tables
from musnad.store.batches import insert_rows, parts, remove_ids
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


@dataclass(slots=True)
class Gone:
    """What was taken from an entity: ids of namings, the numbers of their reports, the forms that they had."""

    namings: set[str] = field(default_factory=set)
    reports: set[int] = field(default_factory=set)
    forms: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Held:
    """An entity that is kept: its value without namings, in how many reports it is named, and the latest day."""

    entity: Entity
    reports: int
    day: str | None


def entities_of(connection: Connection, numbers: Sequence[int]) -> dict[str, str]:
    """Return the entities that the namings of these reports are counted to: naming id -> entity id."""
    naming, held_by = tables.naming, tables.entity_naming
    found: dict[str, str] = {}
    for some in parts(numbers):
        query = select(held_by.c.naming, held_by.c.entity).join(naming, naming.c.id == held_by.c.naming)
        found |= {row.naming: row.entity for row in connection.execute(query.where(naming.c.report.in_(some)))}
    return found


def remove_namings(connection: Connection, numbers: Sequence[int]) -> dict[str, Gone]:
    """Delete the namings of these reports and return what is gone by the entity that it was counted to."""
    naming, held_by = tables.naming, tables.entity_naming
    gone: dict[str, Gone] = {}
    for some in parts(numbers):
        query = select(held_by.c.entity, naming.c.id, naming.c.report, naming.c.body)
        query = query.join(held_by, held_by.c.naming == naming.c.id).where(naming.c.report.in_(some))
        for entity, name, report, body in connection.execute(query):
            of_entity = gone.setdefault(entity, Gone())
            of_entity.namings.add(name)
            of_entity.reports.add(report)
            of_entity.forms |= set(unpack_value(body, Naming).forms)
        connection.execute(delete(naming).where(naming.c.report.in_(some)))
    return gone


def trim_entities(connection: Connection, gone: Mapping[str, Gone], *, for_good: bool) -> None:
    """Take what is gone from the entities, and drop those of which nothing is left.

    Where it is gone `for_good`, and not written anew at once, the forms, the day and the id that only it gave go too.
    """
    held = _held(connection, sorted(gone))
    left = {name: replace(each, reports=each.reports - len(gone[name].reports)) for name, each in held.items()}
    remove_ids(connection, tables.entity, [name for name, each in left.items() if each.reports <= 0])
    kept = [each for each in left.values() if each.reports > 0]
    if for_good:
        kept = [_without(connection, each, gone[each.entity.id]) for each in kept]
    _update(connection, kept)


def _held(connection: Connection, ids: Sequence[str]) -> dict[str, _Held]:
    table = tables.entity
    found: dict[str, _Held] = {}
    for some in parts(ids):
        query = select(table.c.id, table.c.body, table.c.reports, table.c.day).where(table.c.id.in_(some))
        for row in connection.execute(query):
            found[row.id] = _Held(replace(unpack_value(row.body, Entity), id=row.id), row.reports, row.day)
    return found


def _without(connection: Connection, held: _Held, gone: Gone) -> _Held:
    """Return an entity without the forms, the day and the id that only what is gone for good gave it."""
    held = _renamed(connection, held, gone.forms)
    naming, held_by, report = tables.naming, tables.entity_naming, tables.report
    of_it = select(naming.c.id, report.c.day).join(held_by, held_by.c.naming == naming.c.id)
    of_it = of_it.join(report, report.c.number == naming.c.report).where(held_by.c.entity == held.entity.id)
    left = of_it.subquery()
    first, day = connection.execute(select(func.min(left.c.id), func.max(left.c.day))).one()
    if held.entity.id not in map(_id_from, gone.namings):
        return replace(held, day=day)
    return _moved(connection, replace(held, day=day), _id_from(first))


def _id_from(naming: str) -> str:
    """Return the id that an entity has from its first naming, as `entities` gives it."""
    return hashlib.sha256(f"entity|{naming}".encode()).hexdigest()[:16]


def _moved(connection: Connection, held: _Held, name: str) -> _Held:
    """Return the entity under another id: the one that it had was made of a report that is gone."""
    entity, before = replace(held.entity, id=name), held.entity.id
    moved = replace(held, entity=entity)
    connection.execute(insert(tables.entity), [{"id": name} | _row(moved)])
    for table in (tables.entity_name, tables.entity_naming):
        connection.execute(update(table).where(table.c.entity == before).values(entity=name))
    remove_ids(connection, tables.entity, [before])
    return moved


def _renamed(connection: Connection, held: _Held, forms: set[str]) -> _Held:
    """Return the entity without those of the forms that none of its namings has any more."""
    entity, naming, held_by = held.entity, tables.naming, tables.entity_naming
    left = set(forms) & set(entity.names)
    bodies = select(naming.c.body).join(held_by, held_by.c.naming == naming.c.id)
    bodies = bodies.where(held_by.c.entity == entity.id)
    with connection.execute(bodies.execution_options(yield_per=500)) as rows:
        for (body,) in rows:
            left -= set(unpack_value(body, Naming).forms)
            if not left:
                break
    if not left:
        return held
    names = tuple(name for name in entity.names if name not in left)
    label = names[0] if entity.label in left and names else entity.label
    folded = sorted(set(_folded(left)) - set(_folded(names)))
    table = tables.entity_name
    for some in parts(folded):
        connection.execute(delete(table).where(table.c.entity == entity.id, table.c.folded.in_(some)))
    return replace(held, entity=replace(entity, label=label, names=names))


def write_entities(connection: Connection, dossier: Dossier, before: Mapping[str, str]) -> None:
    """Write the entities of a dossier; one that other reports name too is joined with what is known of it.

    An entity is the known one that most of its namings were counted to `before`, or that has an id elsewhere in
    common with it and a name. Each known one takes up one entity at most, the one with its id first: people, or the
    comparing, may have parted it.
    """
    told = _told(dossier)
    adopted: dict[str, _Held] = {}
    fresh: list[_Held] = []
    links: dict[str, str] = {}
    was = {before[name] for name in told if name in before}
    for entity in sorted(dossier.entities, key=lambda each: (each.id not in was, -len(each.namings), each.id)):
        known = _known(connection, entity, before, adopted)
        of_it = [name for name in entity.namings if name in told]
        reports, days = {told[name][0] for name in of_it}, [told[name][1] for name in of_it]
        day = max(filter(None, [known.day if known else None, *days]), default=None)
        if known is None:
            fresh.append(_Held(entity, len(reports), day))
        else:
            adopted[known.entity.id] = _Held(_joined(known.entity, entity), known.reports + len(reports), day)
        links |= dict.fromkeys(of_it, known.entity.id if known else entity.id)
    moved = _free_ids(connection, [each.entity for each in fresh])
    fresh = [replace(each, entity=replace(each.entity, id=moved.get(each.entity.id, each.entity.id))) for each in fresh]
    links |= {name: each.entity.id for each in fresh for name in each.entity.namings if name in links}
    _insert(connection, fresh)
    insert_rows(connection, tables.entity_naming, [{"naming": name, "entity": key} for name, key in links.items()])
    _add_names(connection, [each.entity for each in adopted.values()])
    _update(connection, adopted.values())


def _told(dossier: Dossier) -> dict[str, tuple[str, str | None]]:
    """Return the report of each naming and the day of its publication."""
    days = {
        report.id: report.article.published.value.date().isoformat()
        for report in dossier.reports
        if report.article and report.article.published
    }
    return {naming.id: (naming.report, days.get(naming.report)) for naming in dossier.namings}


def _known(
    connection: Connection, entity: Entity, before: Mapping[str, str], adopted: Mapping[str, _Held]
) -> _Held | None:
    earlier = Counter(before[name] for name in entity.namings if name in before)
    candidates = sorted(earlier, key=lambda name: (name != entity.id, -earlier[name], name))
    if entity.external:
        named = tables.entity_name
        same = select(named.c.entity).where(named.c.folded.in_(_folded(entity.names)[:50])).distinct()
        candidates += connection.execute(same).scalars()
    held = _held(connection, list(dict.fromkeys(candidates)))
    for name in dict.fromkeys(candidates):
        known = held.get(name) if name not in adopted else None
        if known is not None and (name in earlier or set(known.entity.external) & set(entity.external)):
            return known
    return None


def _free_ids(connection: Connection, entities: Sequence[Entity]) -> dict[str, str]:
    """Return other ids for those whose id is another's: the naming that it is made of was once counted to that one."""
    taken = set(_held(connection, [entity.id for entity in entities]))
    moved: dict[str, str] = {}
    for entity in entities:
        if entity.id in taken:
            ids = [*map(_id_from, entity.namings[1:]), *(_id_from(f"{name}|parted") for name in entity.namings)]
            there = {*_held(connection, ids), *moved.values(), *(each.id for each in entities)}
            moved[entity.id] = next((name for name in ids if name not in there), ids[-1])
    return moved


def _joined(known: Entity, entity: Entity) -> Entity:
    return replace(
        known,
        names=tuple(dict.fromkeys((*known.names, *entity.names))),
        external=tuple(dict.fromkeys((*known.external, *entity.external))),
        country=known.country or entity.country,
    )


def _insert(connection: Connection, fresh: Sequence[_Held]) -> None:
    rows: list[Row] = [{"id": each.entity.id} | _row(each) for each in fresh]
    insert_rows(connection, tables.entity, rows)
    names = [{"entity": each.entity.id, "folded": name} for each in fresh for name in _folded(each.entity.names)]
    insert_rows(connection, tables.entity_name, names)


def _row(held: _Held) -> Row:
    entity = held.entity
    return {
        "kind": entity.kind.value,
        "label": keepable(entity.label),
        "folded": folded_key(entity.label),
        "country": entity.country,
        "reports": held.reports,
        "day": held.day,
        "body": pack_value(replace(entity, namings=())),
    }


def _update(connection: Connection, entities: Iterable[_Held]) -> None:
    table = tables.entity
    for each in entities:
        connection.execute(update(table).where(table.c.id == each.entity.id).values(_row(each)))


def _add_names(connection: Connection, entities: Iterable[Entity]) -> None:
    table = tables.entity_name
    for entity in entities:
        there = set(connection.execute(select(table.c.folded).where(table.c.entity == entity.id)).scalars())
        new = [{"entity": entity.id, "folded": each} for each in _folded(entity.names) if each not in there]
        insert_rows(connection, table, new)


def _folded(names: Iterable[str]) -> list[str]:
    return sorted({folded_key(name) for name in names})
