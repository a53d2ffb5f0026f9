"""Gathers reports and what they have in common back into a dossier."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, select

from musnad.model import (
    Contradiction,
    CopyFamily,
    CopyPair,
    Dossier,
    Entity,
    Merge,
    Naming,
    Proposition,
    Report,
    Story,
    StoryChange,
)
from musnad.store import tables
from musnad.store.batches import parts
from musnad.store.encoding import unpack_value
from musnad.store.in_common import numbers_of

Value = TypeVar("Value")


def gather(connection: Connection, reports: Sequence[Report]) -> Dossier:
    """Return the dossier of these reports, as what is kept says.

    Pairs, merges, assertions and contradictions are those among these reports; families and stories name their
    members elsewhere too. Chains are counted as they are in the whole store. Changes are those of stories that one
    of these reports opened.
    """
    numbers = sorted(numbers_of(connection, [report.id for report in reports]).values())
    held = set(numbers)
    pair, member, family = tables.copy_pair, tables.copy_member, tables.copy_family
    naming = tables.naming
    story, story_report = tables.story, tables.story_report
    said, proposition = tables.assertion, tables.proposition
    pairs = [
        (row.right, row.body)
        for some in parts(numbers)
        for row in connection.execute(
            select(pair.c.right, pair.c.body).where(pair.c.left.in_(some)).order_by(pair.c.left)
        )
    ]
    namings = _of(connection, select(naming.c.body).order_by(naming.c.id), naming.c.report, numbers, Naming)
    stories = _joined(connection, (story, story.c.id, story_report.c.story), story_report.c.report, numbers, Story)
    told = (proposition, proposition.c.id, said.c.proposition)
    propositions = _joined(connection, told, said.c.report, numbers, Proposition)
    return Dossier(
        tuple(reports),
        tuple(unpack_value(body, CopyPair) for right, body in pairs if right in held),
        _joined(connection, (family, family.c.number, member.c.family), member.c.report, numbers, CopyFamily),
        namings,
        _merges(connection, [each.id for each in namings]),
        _entities(connection, [each.id for each in namings]),
        stories,
        tuple(_among(each, {report.id for report in reports}) for each in propositions),
        _contradictions(connection, numbers),
        _changes(connection, [report.id for report in reports]),
    )


def _among(proposition: Proposition, reports: set[str]) -> Proposition:
    return replace(proposition, assertions=tuple(each for each in proposition.assertions if each.report in reports))


def _of(
    connection: Connection, query: Select[Any], column: Any, keys: Sequence[Any], kind: type[Value]
) -> tuple[Value, ...]:
    return tuple(
        unpack_value(row.body, kind)
        for some in parts(keys)
        for row in connection.execute(query.where(column.in_(some)))
    )


def _joined(
    connection: Connection, tables_: tuple[Any, Any, Any], column: Any, keys: Sequence[Any], kind: type[Value]
) -> tuple[Value, ...]:
    """Return the values of a table whose key the rows with these keys link to, each once, in the order of the keys."""
    table, key, link = tables_
    wanted: dict[Any, None] = {}
    for some in parts(keys):
        wanted |= dict.fromkeys(connection.execute(select(link).where(column.in_(some)).order_by(link)).scalars())
    return _of(connection, select(table.c.body).order_by(key), key, list(wanted), kind)


def _changes(connection: Connection, reports: Sequence[str]) -> tuple[StoryChange, ...]:
    """Return what became of the stories that these reports opened, whose ids are theirs, in order of time."""
    change = tables.story_change
    query = select(change.c.body).order_by(change.c.at, change.c.story, change.c.kind)
    found = _of(connection, query, change.c.story, sorted(reports), StoryChange)
    return tuple(sorted(found, key=lambda each: (each.at.isoformat() if each.at else "", each.story, each.kind)))


def _entities(connection: Connection, namings: Sequence[str]) -> tuple[Entity, ...]:
    """Return the entities that these namings are counted to, each with those of them that are its own."""
    entity, named = tables.entity, tables.entity_naming
    found = _joined(connection, (entity, entity.c.id, named.c.entity), named.c.naming, namings, Entity)
    own: dict[str, list[str]] = {}
    for some in parts(namings):
        query = select(named.c.entity, named.c.naming).where(named.c.naming.in_(some)).order_by(named.c.naming)
        for key, naming in connection.execute(query):
            own.setdefault(key, []).append(naming)
    return tuple(replace(each, namings=tuple(own[each.id])) for each in found)


def _merges(connection: Connection, namings: Sequence[str]) -> tuple[Merge, ...]:
    merge, held = tables.naming_merge, set(namings)
    query = select(merge.c.body).order_by(merge.c.left, merge.c.right)
    return tuple(each for each in _of(connection, query, merge.c.left, namings, Merge) if each.right in held)


def _contradictions(connection: Connection, numbers: Sequence[int]) -> tuple[Contradiction, ...]:
    said, against = tables.assertion, tables.contradiction
    ours = {
        name
        for some in parts(numbers)
        for name in connection.execute(select(said.c.id).where(said.c.report.in_(some))).scalars()
    }
    query = select(against.c.body).order_by(against.c.left, against.c.right, against.c.slot)
    found = _of(connection, query, against.c.left, sorted(ours), Contradiction)
    return tuple(each for each in found if each.right in ours)
