"""Writes what reports have in common: copies as they are found, and the other parts for a set of reports at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from musnad.model import (
    CopyFamily,
    CopyPair,
    Dossier,
    Entity,
    Naming,
    Oddity,
    Proposition,
    Story,
)
from musnad.store import tables
from musnad.store.encoding import pack_value, unpack_value
from musnad.store.rows import Row, folded_key, keepable

_AT_ONCE = 500
_UNGRADED = 6  # the Admiralty scale's "cannot be judged"


def numbers_of(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """Return the numbers of the reports with these ids, of those that are there."""
    report, wanted = tables.report, list(dict.fromkeys(ids))
    found: dict[str, int] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        query = select(report.c.id, report.c.number).where(report.c.id.in_(wanted[start : start + _AT_ONCE]))
        found |= {row.id: row.number for row in connection.execute(query)}
    return found


def write_pairs(connection: Connection, pairs: Sequence[CopyPair]) -> None:
    """Write pairs of reports that share text, in the place of what was known of the same two."""
    numbers = numbers_of(connection, [name for pair in pairs for name in (pair.left, pair.right)])
    rows = [
        {
            "left": numbers[pair.left],
            "right": numbers[pair.right],
            "relation": pair.relation.value,
            "one_origin": pair.one_origin,
            "containment": pair.containment,
            "body": pack_value(pair),
        }
        for pair in pairs
        if pair.left in numbers and pair.right in numbers
    ]
    if not rows:
        return
    table = tables.copy_pair
    both_ways = [{"l": row["left"], "r": row["right"]} for row in rows]
    both_ways += [{"l": row["right"], "r": row["left"]} for row in rows]
    connection.execute(delete(table).where(table.c.left == bindparam("l"), table.c.right == bindparam("r")), both_ways)
    connection.execute(insert(table), rows)


def write_families(connection: Connection, families: Sequence[CopyFamily], *, anew: bool = False) -> None:
    """Write families of copies in the place of those that their members were in, or of all of them `anew`."""
    member, family = tables.copy_member, tables.copy_family
    if anew:
        connection.execute(delete(member))
        connection.execute(delete(family))
    for each in families:
        numbers = numbers_of(connection, each.members)
        if len(numbers) < 2:
            continue
        _drop_families(connection, list(numbers.values()))
        row = {
            "id": each.id,
            "origin": each.origin,
            "credit": keepable(each.credit) if each.credit else None,
            "members": len(numbers),
            "body": pack_value(each),
        }
        number = connection.execute(insert(family).returning(family.c.number), row).scalar_one()
        connection.execute(insert(member), [{"report": report, "family": number} for report in numbers.values()])


def _drop_families(connection: Connection, members: Sequence[int]) -> None:
    member, family = tables.copy_member, tables.copy_family
    for part in _parts(members):
        of_them = select(member.c.family).where(member.c.report.in_(part))
        held = list(connection.execute(of_them.distinct()).scalars())
        for some in _parts(held):
            connection.execute(delete(family).where(family.c.number.in_(some)))


def write_dossier(connection: Connection, dossier: Dossier) -> None:
    """Write namings, entities, stories, propositions and contradictions of these reports in the place of the old ones.

    Copies are not touched: they are found among all reports, not among these alone.
    """
    numbers = numbers_of(connection, [report.id for report in dossier.reports])
    clear_in_common(connection, list(numbers.values()))
    _write_namings(connection, dossier, numbers)
    _write_entities(connection, dossier)
    _write_stories(connection, dossier.stories, numbers)
    _write_propositions(connection, dossier, numbers)


def clear_in_common(connection: Connection, numbers: Sequence[int]) -> None:
    """Drop what was derived from these reports, and what nothing holds together any more."""
    for table, part, link in (
        (tables.assertion, tables.proposition, "proposition"),
        (tables.story_report, tables.story, "story"),
    ):
        touched: set[Any] = set()
        for some in _parts(numbers):
            touched |= set(connection.execute(select(table.c[link]).where(table.c.report.in_(some))).scalars())
            connection.execute(delete(table).where(table.c.report.in_(some)))
        for held in _parts(sorted(touched)):
            left = select(table.c[link]).where(table.c[link] == part.c.id)
            connection.execute(delete(part).where(part.c.id.in_(held), ~left.exists()))
    naming, held_by = tables.naming, tables.entity_naming
    touched = set()
    for some in _parts(numbers):
        of_them = select(held_by.c.entity).join(naming, naming.c.id == held_by.c.naming)
        touched |= set(connection.execute(of_them.where(naming.c.report.in_(some))).scalars())
        connection.execute(delete(naming).where(naming.c.report.in_(some)))
    _trim_entities(connection, sorted(touched))


def _trim_entities(connection: Connection, ids: Sequence[str]) -> None:
    """Take from entities the names that only removed namings gave them; drop those that nothing names any more."""
    naming, held_by = tables.naming, tables.entity_naming
    held = _values(connection, tables.entity, ids, Entity)
    left: dict[str, list[Naming]] = {}
    for some in _parts(ids):
        query = select(held_by.c.entity, naming.c.body).join(naming, naming.c.id == held_by.c.naming)
        for row in connection.execute(query.where(held_by.c.entity.in_(some)).order_by(naming.c.report, naming.c.id)):
            left.setdefault(row.entity, []).append(unpack_value(row.body, Naming))
    _remove(connection, tables.entity, ids)
    trimmed = [
        replace(
            entity,
            names=tuple(dict.fromkeys(form for each in left[name] for form in (each.name, *each.forms))),
            namings=tuple(each.id for each in left[name]),
        )
        for name, entity in held.items()
        if name in left
    ]
    _insert_entities(connection, trimmed, {each.id: each.report for some in left.values() for each in some})


# -- things named ------------------------------------------------------------------------------


def _write_namings(connection: Connection, dossier: Dossier, numbers: Mapping[str, int]) -> None:
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
    _insert(connection, tables.naming, rows)
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
    _insert(connection, tables.naming_merge, merges)


def _write_entities(connection: Connection, dossier: Dossier) -> None:
    """Write the entities; one that other reports name too keeps their names and namings beside the new ones."""
    held = _values(connection, tables.entity, [entity.id for entity in dossier.entities], Entity)
    whole = [_joined(entity, held.get(entity.id)) for entity in dossier.entities]
    _remove(connection, tables.entity, list(held))
    naming, namings = tables.naming, [name for entity in whole for name in entity.namings]
    there: dict[str, str] = {}
    for some in _parts(namings):
        query = select(naming.c.id, naming.c.report).where(naming.c.id.in_(some))
        there |= {row.id: str(row.report) for row in connection.execute(query)}
    _insert_entities(connection, whole, there)


def _insert_entities(connection: Connection, whole: Sequence[Entity], there: Mapping[str, str]) -> None:
    """Insert entities; `there` are the namings that are in the store, by id, each with what tells its report."""
    rows = [
        {
            "id": entity.id,
            "kind": entity.kind.value,
            "label": keepable(entity.label),
            "folded": folded_key(entity.label),
            "country": entity.country,
            "reports": len({there[name] for name in entity.namings if name in there}),
            "body": pack_value(entity),
        }
        for entity in whole
    ]
    _insert(connection, tables.entity, rows)
    names = [
        {"entity": entity.id, "folded": folded}
        for entity in whole
        for folded in sorted({folded_key(name) for name in entity.names})
    ]
    _insert(connection, tables.entity_name, names)
    links = {name: entity.id for entity in whole for name in entity.namings if name in there}
    _insert(connection, tables.entity_naming, [{"naming": name, "entity": held} for name, held in links.items()])


def _joined(entity: Entity, held: Entity | None) -> Entity:
    if held is None:
        return entity
    names = tuple(dict.fromkeys((*entity.names, *held.names)))
    namings = tuple(dict.fromkeys((*entity.namings, *held.namings)))
    external = tuple(dict.fromkeys((*entity.external, *held.external)))
    return Entity(entity.id, entity.kind, entity.label, names, namings, entity.country, external)


# -- happenings --------------------------------------------------------------------------------


def _write_stories(connection: Connection, stories: Sequence[Story], numbers: Mapping[str, int]) -> None:
    _remove(connection, tables.story, [story.id for story in stories])
    rows = [
        {
            "id": story.id,
            "label": keepable(story.label),
            "earliest": story.earliest.replace(tzinfo=None).isoformat(timespec="seconds") if story.earliest else None,
            "latest": story.latest.replace(tzinfo=None).isoformat(timespec="seconds") if story.latest else None,
            "reports": len(story.reports),
            "body": pack_value(story),
        }
        for story in stories
    ]
    _insert(connection, tables.story, rows)
    of = {numbers[name]: story.id for story in stories for name in story.reports if name in numbers}
    _insert(connection, tables.story_report, [{"report": number, "story": name} for number, name in of.items()])


# -- what is said ------------------------------------------------------------------------------


def _write_propositions(connection: Connection, dossier: Dossier, numbers: Mapping[str, int]) -> None:
    opposed = {name for each in dossier.contradictions for name in (each.left, each.right)}
    days = {
        report.id: report.article.published.value.date().isoformat()
        for report in dossier.reports
        if report.article and report.article.published
    }
    _remove(connection, tables.proposition, [each.id for each in dossier.propositions])
    _insert(connection, tables.proposition, [_proposition(each, opposed, days) for each in dossier.propositions])
    rows = {
        said.id: {
            "id": said.id,
            "proposition": each.id,
            "report": numbers[said.report],
            "claim": said.claim,
            "happening": said.happening,
            "polarity": said.polarity.value,
        }
        for each in dossier.propositions
        for said in each.assertions
        if said.report in numbers
    }
    _insert(connection, tables.assertion, list(rows.values()))
    opposite = {
        (each.left, each.right, each.slot): {
            "left": each.left,
            "right": each.right,
            "slot": each.slot.value,
            "body": pack_value(each),
        }
        for each in dossier.contradictions
        if each.left in rows and each.right in rows
    }
    _insert(connection, tables.contradiction, list(opposite.values()))


def _proposition(each: Proposition, opposed: set[str], days: Mapping[str, str]) -> Row:
    told = sorted(days[said.report] for said in each.assertions if said.report in days)
    flags = {flag.oddity for flag in (*each.affirmed.flags, *each.denied.flags)}
    return {
        "id": each.id,
        "label": keepable(each.label),
        "affirmed_least": each.affirmed.least,
        "affirmed_most": each.affirmed.most,
        "denied_least": each.denied.least,
        "denied_most": each.denied.most,
        "credibility": each.affirmed.credibility if each.affirmed.most else _UNGRADED,
        "circular": Oddity.CIRCULAR in flags,
        "contradicted": each.denied.most > 0 or any(said.id in opposed for said in each.assertions),
        "assertions": len(each.assertions),
        "day": told[0] if told else None,
        "body": pack_value(each),
    }


# -- rows --------------------------------------------------------------------------------------


def _insert(connection: Connection, table: Any, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table), list(rows))


def _remove(connection: Connection, table: Any, ids: Sequence[str]) -> None:
    for some in _parts(ids):
        connection.execute(delete(table).where(table.c.id.in_(some)))


def _values(connection: Connection, table: Any, ids: Sequence[str], kind: type[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for some in _parts(ids):
        rows = connection.execute(select(table.c.id, table.c.body).where(table.c.id.in_(some)))
        found |= {row.id: unpack_value(row.body, kind) for row in rows}
    return found


def _parts(values: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE))


# -- what is still to compare ------------------------------------------------------------------


def reports_to_compare(connection: Connection, most: int, *, after: int = 0) -> list[tuple[int, str, str | None]]:
    """Return number, id and day of reports that were not compared yet, by number, at most so many."""
    report = tables.report
    query = select(report.c.number, report.c.id, report.c.day).where(~report.c.compared, report.c.number > after)
    return [(row.number, row.id, row.day) for row in connection.execute(query.order_by(report.c.number).limit(most))]


def reports_between(connection: Connection, first: str, last: str, most: int) -> list[str]:
    """Return the ids of the reports published on these days, both included, the newest first, at most so many."""
    report = tables.report
    query = select(report.c.id).where(report.c.day.between(first, last)).order_by(report.c.day.desc(), report.c.number)
    return list(connection.execute(query.limit(most)).scalars())


def companions(connection: Connection, ids: Sequence[str], most: int) -> list[str]:
    """Return the ids of other reports that share a story, a proposition or a family of copies with one of these."""
    report = tables.report
    numbers = list(numbers_of(connection, ids).values())
    found: set[int] = set()
    for table, link in (
        (tables.assertion, "proposition"),
        (tables.story_report, "story"),
        (tables.copy_member, "family"),
    ):
        for some in _parts(numbers):
            group = select(table.c[link]).where(table.c.report.in_(some))
            found |= set(connection.execute(select(table.c.report).where(table.c[link].in_(group))).scalars())
    said, against = tables.assertion, tables.contradiction
    for one, other in ((against.c.left, against.c.right), (against.c.right, against.c.left)):
        for some in _parts(numbers):
            ours = select(said.c.id).where(said.c.report.in_(some))
            theirs = select(other).where(one.in_(ours))
            found |= set(connection.execute(select(said.c.report).where(said.c.id.in_(theirs))).scalars())
    others = sorted(found - set(numbers), reverse=True)[:most]
    named: list[str] = []
    for some in _parts(others):
        named += connection.execute(select(report.c.id).where(report.c.number.in_(some))).scalars()
    return named


def mark_compared(connection: Connection, numbers: Sequence[int]) -> None:
    """Note that these reports were compared."""
    if numbers:
        report = tables.report
        statement = update(report).where(report.c.number == bindparam("n")).values(compared=True)
        connection.execute(statement, [{"n": number} for number in numbers])
