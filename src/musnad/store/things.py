"""Writes the entities behind what reports name.

An entity's row holds counts, not its namings: a country has one in every second report, and the row is rewritten with
each of them. Which namings are its own stands in `entity_naming`.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from musnad.model import Dossier, Entity, Naming
from musnad.store import tables
from musnad.store.batches import insert_rows, parts, remove_ids, remove_rows, rows_with
from musnad.store.encoding import pack_value, unpack_value
from musnad.store.namings import Gone, StoredNaming
from musnad.store.rows import Row, folded_key, keepable

_NAMES_ASKED = 50  # of an entity, to find those of the store that have one of them


@dataclass(frozen=True, slots=True)
class _Held:
    """An entity that is kept: its value without namings, in how many reports it is named, and the latest day."""

    entity: Entity
    reports: int
    day: str | None


@dataclass(frozen=True, slots=True)
class Lessened:
    """Entities as they stand in the store, and as they are without what is about to be written anew.

    Those of which nothing is `left` are still there: as they are gone, or as they will be written.
    """

    stored: dict[str, _Held] = field(default_factory=dict)
    left: dict[str, _Held] = field(default_factory=dict)

    @property
    def emptied(self) -> Set[str]:
        """Return the ids of the entities of which nothing is left."""
        return self.stored.keys() - self.left.keys()


def trim_entities(connection: Connection, gone: Mapping[str, Gone]) -> None:
    """Take what is gone for good from the entities, with the forms, the day and the id that only it gave them.

    Those of which nothing is left are dropped.
    """
    held = _held(connection, sorted(gone))
    left = _less(held, gone)
    remove_ids(connection, tables.entity, sorted(held.keys() - left.keys()))
    _update(connection, held, [_without(connection, each, gone[name]) for name, each in left.items()])


def lessened_entities(connection: Connection, gone: Mapping[str, Gone]) -> Lessened:
    """Return the entities less what is gone, to be written by `write_entities`.

    What is gone is written anew at once: they keep the forms, the day and the id that it gave them.
    """
    held = _held(connection, sorted(gone))
    return Lessened(held, _less(held, gone))


def _less(held: Mapping[str, _Held], gone: Mapping[str, Gone]) -> dict[str, _Held]:
    less = {name: replace(each, reports=each.reports - len(gone[name].reports)) for name, each in held.items()}
    return {name: each for name, each in less.items() if each.reports > 0}


def _held(connection: Connection, ids: Sequence[str]) -> dict[str, _Held]:
    table = tables.entity
    found: dict[str, _Held] = {}
    query = select(table.c.id, table.c.body, table.c.reports, table.c.day)
    for name, body, reports, day in rows_with(connection, query, table.c.id, ids):
        entity = unpack_value(body, Entity)
        found[name] = _Held(entity if entity.id == name else replace(entity, id=name), reports, day)
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


def write_entities(
    connection: Connection, dossier: Dossier, stored: Mapping[str, StoredNaming], stay: Set[str], lessened: Lessened
) -> None:
    """Write the entities of a dossier; one that other reports name too is joined with what is known of it.

    An entity is the known one that most of its namings were counted to as they were `stored`, or that has an id
    elsewhere in common with it and a name. Each known one takes up one entity at most, the one with its id first:
    people, or the comparing, may have parted it. Rows alone that changed are written; namings that `stay` have theirs.
    """
    told = _told(dossier)
    before = {name: each.entity for name, each in stored.items() if each.entity is not None}
    known = _Known(connection, dossier.entities, before, lessened)
    adopted: dict[str, _Held] = {}
    fresh: list[_Held] = []
    links: dict[str, str] = {}
    was = {before[name] for name in told if name in before}
    for entity in sorted(dossier.entities, key=lambda each: (each.id not in was, -len(each.namings), each.id)):
        one = known.of(entity, adopted)
        of_it = [name for name in entity.namings if name in told]
        reports, days = {told[name][0] for name in of_it}, [told[name][1] for name in of_it]
        day = max(filter(None, [one.day if one else None, *days]), default=None)
        if one is None:
            fresh.append(_Held(entity, len(reports), day))
        else:
            adopted[one.entity.id] = _Held(_joined(one.entity, entity), one.reports + len(reports), day)
        links |= dict.fromkeys(of_it, one.entity.id if one else entity.id)
    emptied = lessened.emptied
    moved = _free_ids(connection, [each.entity for each in fresh], emptied)
    fresh = [
        replace(each, entity=replace(each.entity, id=moved[each.entity.id])) if each.entity.id in moved else each
        for each in fresh
    ]
    links |= {name: each.entity.id for each in fresh for name in each.entity.namings if name in links}
    same = {
        each.entity.id
        for each in fresh
        if each.entity.id in emptied and _says_the_same(each, lessened.stored[each.entity.id])
    }
    removed = emptied - same
    remove_ids(connection, tables.entity, sorted(removed))
    _insert(connection, [each for each in fresh if each.entity.id not in same])
    _link(connection, links, {name: before[name] for name in stay if before.get(name) not in {None, *removed}})
    renamed = [each.entity for name, each in adopted.items() if each.entity.names != known.stored[name].entity.names]
    _add_names(connection, renamed)
    _update(connection, known.stored, (known.left | adopted).values())


def _says_the_same(fresh: _Held, stored: _Held) -> bool:
    """Tell whether an entity that is named by these reports alone is to be written as it stands."""
    # Most are new: looked at from what is cheapest to tell apart.
    return (fresh.reports, fresh.day) == (stored.reports, stored.day) and stored.entity == replace(
        fresh.entity, namings=()
    )


def _link(connection: Connection, links: Mapping[str, str], there: Mapping[str, str]) -> None:
    """Count namings to their entities, in the place of what is there."""
    table = tables.entity_naming
    moved = sorted(name for name, entity in there.items() if links.get(name) != entity)
    remove_rows(connection, (table.c.naming,), [(name,) for name in moved])
    new = [{"naming": name, "entity": entity} for name, entity in links.items() if there.get(name) != entity]
    insert_rows(connection, table, new)


def _told(dossier: Dossier) -> dict[str, tuple[str, str | None]]:
    """Return the report of each naming and the day of its publication."""
    days = {
        report.id: report.article.published.value.date().isoformat()
        for report in dossier.reports
        if report.article and report.article.published
    }
    return {naming.id: (naming.report, days.get(naming.report)) for naming in dossier.namings}


class _Known:
    """The entities of the store that those of a dossier may be, looked up for all of them at once."""

    def __init__(
        self, connection: Connection, entities: Sequence[Entity], before: Mapping[str, str], lessened: Lessened
    ) -> None:
        self._earlier = {each.id: Counter(before[name] for name in each.namings if name in before) for each in entities}
        self._folded = {each.id: _folded(each.names)[:_NAMES_ASKED] for each in entities if each.external}
        self._named = _entities_named(connection, sorted({name for each in self._folded.values() for name in each}))
        wanted = {name for earlier in self._earlier.values() for name in earlier}
        wanted |= {name for some in self._named.values() for name in some}
        read = _held(connection, sorted(wanted - lessened.stored.keys()))
        self.stored = lessened.stored | read
        self.left = dict(lessened.left)
        self._all = self.left | read

    def of(self, entity: Entity, adopted: Mapping[str, _Held]) -> _Held | None:
        """Return the one that the entity is, of those that none has taken up yet."""
        earlier = self._earlier[entity.id]
        candidates = sorted(earlier, key=lambda name: (name != entity.id, -earlier[name], name))
        named = {name for folded in self._folded.get(entity.id, ()) for name in self._named.get(folded, ())}
        # Of several with its id elsewhere it is the best known one, whatever order the database has them in.
        candidates += sorted(named & self._all.keys(), key=lambda name: (-self._all[name].reports, name))
        for name in dict.fromkeys(candidates):
            known = self._all.get(name) if name not in adopted else None
            if known is not None and (name in earlier or set(known.entity.external) & set(entity.external)):
                return known
        return None


def _entities_named(connection: Connection, folded: Sequence[str]) -> dict[str, list[str]]:
    """Return the ids of the entities that have each of these folded names."""
    named, found = tables.entity_name, dict[str, list[str]]()
    for name, entity in rows_with(connection, select(named.c.folded, named.c.entity), named.c.folded, folded):
        found.setdefault(name, []).append(entity)
    return found


def _free_ids(connection: Connection, entities: Sequence[Entity], emptied: Set[str]) -> dict[str, str]:
    """Return other ids for those whose id is another's: the naming that it is made of was once counted to that one.

    Ids of those that are `emptied` are free.
    """
    taken = _there(connection, [entity.id for entity in entities]) - emptied
    moved: dict[str, str] = {}
    for entity in entities:
        if entity.id in taken:
            ids = [*map(_id_from, entity.namings[1:]), *(_id_from(f"{name}|parted") for name in entity.namings)]
            there = {*(_there(connection, ids) - emptied), *moved.values(), *(each.id for each in entities)}
            moved[entity.id] = next((name for name in ids if name not in there), ids[-1])
    return moved


def _there(connection: Connection, ids: Sequence[str]) -> set[str]:
    table = tables.entity
    return {name for (name,) in rows_with(connection, select(table.c.id), table.c.id, ids)}


def _joined(known: Entity, entity: Entity) -> Entity:
    names = tuple(dict.fromkeys((*known.names, *entity.names)))
    external = tuple(dict.fromkeys((*known.external, *entity.external)))
    country = known.country or entity.country
    if (names, external, country) == (known.names, known.external, known.country):
        return known
    return replace(known, names=names, external=external, country=country)


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
        "body": pack_value(replace(entity, namings=()) if entity.namings else entity),
    }


def _update(connection: Connection, stored: Mapping[str, _Held], entities: Iterable[_Held]) -> None:
    """Write those of the entities that are not as they are stored."""
    table = tables.entity
    changed = [each for each in entities if each != stored.get(each.entity.id)]
    if changed:
        statement = update(table).where(table.c.id == bindparam("of"))
        connection.execute(statement, [{"of": each.entity.id} | _row(each) for each in changed])


def _add_names(connection: Connection, entities: Sequence[Entity]) -> None:
    table = tables.entity_name
    query = select(table.c.entity, table.c.folded)
    there = {(one, name) for one, name in rows_with(connection, query, table.c.entity, [each.id for each in entities])}
    wanted = [(entity.id, folded) for entity in entities for folded in _folded(entity.names)]
    insert_rows(
        connection, table, [{"entity": one, "folded": name} for one, name in wanted if (one, name) not in there]
    )


def _folded(names: Iterable[str]) -> list[str]:
    return sorted({folded_key(name) for name in names})
