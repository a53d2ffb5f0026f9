"""Writes what reports have in common: copies as they are found, and the other parts for a set of reports at once."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import islice, zip_longest
from typing import Any, TypeAlias

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from musnad.model import (
    CopyFamily,
    CopyPair,
    Dossier,
    Oddity,
    Proposition,
    Story,
    StoryChange,
)
from musnad.store import tables
from musnad.store.batches import insert_rows, parts, remove_ids, rows_with
from musnad.store.encoding import pack_value
from musnad.store.namings import gone_with, remove_namings, stored_namings, write_namings
from musnad.store.rows import Row, keepable
from musnad.store.things import lessened_entities, trim_entities, write_entities

Counted: TypeAlias = tuple[int, int]
"""The number of the last compared report, and how many there are up to it."""

ANY_NUMBER = 2**63 - 1
"""As the highest number of a report: all reports, for no database numbers more."""
_UNGRADED = 6  # the Admiralty scale's "cannot be judged"


def numbers_of(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """Return the numbers of the reports with these ids, of those that are there."""
    report, wanted = tables.report, list(dict.fromkeys(ids))
    rows = rows_with(connection, select(report.c.id, report.c.number), report.c.id, wanted)
    return {str(name): int(number) for name, number in rows}


def ids_of(connection: Connection, numbers: Sequence[int]) -> list[str]:
    """Return the ids of the reports with these numbers, of those that are there."""
    report = tables.report
    query = select(report.c.id).order_by(report.c.number)
    return [name for (name,) in rows_with(connection, query, report.c.number, numbers)]


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
    for part in parts(members):
        of_them = select(member.c.family).where(member.c.report.in_(part))
        held = list(connection.execute(of_them.distinct()).scalars())
        for some in parts(held):
            connection.execute(delete(family).where(family.c.number.in_(some)))


def write_dossier(connection: Connection, dossier: Dossier) -> None:
    """Write namings, entities, stories, propositions and contradictions of these reports in the place of the old ones.

    Copies are not touched: they are found among all reports, not among these alone.
    """
    numbers = numbers_of(connection, [report.id for report in dossier.reports])
    _clear_groups(connection, list(numbers.values()))
    named = stored_namings(connection, list(numbers.values()))
    lessened = lessened_entities(connection, gone_with(named, with_forms=False))
    stay = write_namings(connection, dossier, numbers, named)
    write_entities(connection, dossier, named, stay, lessened)
    _write_stories(connection, dossier.stories, numbers)
    _write_changes(connection, dossier.story_changes)
    _write_propositions(connection, dossier, numbers)


def clear_in_common(connection: Connection, numbers: Sequence[int]) -> None:
    """Drop what was derived from these reports, and what nothing holds together any more."""
    _clear_groups(connection, numbers)
    trim_entities(connection, remove_namings(connection, numbers))


def _clear_groups(connection: Connection, numbers: Sequence[int]) -> None:
    for table, part, link in (
        (tables.assertion, tables.proposition, "proposition"),
        (tables.story_report, tables.story, "story"),
    ):
        touched: set[Any] = set()
        for some in parts(numbers):
            touched |= set(connection.execute(select(table.c[link]).where(table.c.report.in_(some))).scalars())
            connection.execute(delete(table).where(table.c.report.in_(some)))
        for held in parts(sorted(touched)):
            left = select(table.c[link]).where(table.c[link] == part.c.id)
            connection.execute(delete(part).where(part.c.id.in_(held), ~left.exists()))
    # A story's id is that of the report that opened it.
    for names in parts(ids_of(connection, numbers)):
        connection.execute(delete(tables.story_change).where(tables.story_change.c.story.in_(names)))


# -- happenings --------------------------------------------------------------------------------


def _write_stories(connection: Connection, stories: Sequence[Story], numbers: Mapping[str, int]) -> None:
    remove_ids(connection, tables.story, [story.id for story in stories])
    rows = [
        {
            "id": story.id,
            "label": keepable(story.label),
            "earliest": _moment(story.earliest),
            "latest": _moment(story.latest),
            "reports": len(story.reports),
            "body": pack_value(story),
        }
        for story in stories
    ]
    insert_rows(connection, tables.story, rows)
    of = {numbers[name]: story.id for story in stories for name in story.reports if name in numbers}
    insert_rows(connection, tables.story_report, [{"report": number, "story": name} for number, name in of.items()])


def _write_changes(connection: Connection, changes: Sequence[StoryChange]) -> None:
    rows = {
        (each.story, _moment(each.at) or "", each.kind.value): {
            "story": each.story,
            "at": _moment(each.at) or "",
            "kind": each.kind.value,
            "body": pack_value(each),
        }
        for each in changes
    }
    insert_rows(connection, tables.story_change, list(rows.values()))


def _moment(time: datetime | None) -> str | None:
    return time.replace(tzinfo=None).isoformat(timespec="seconds") if time else None


# -- what is said ------------------------------------------------------------------------------


def _write_propositions(connection: Connection, dossier: Dossier, numbers: Mapping[str, int]) -> None:
    opposed = {name for each in dossier.contradictions for name in (each.left, each.right)}
    days = {
        report.id: report.article.published.value.date().isoformat()
        for report in dossier.reports
        if report.article and report.article.published
    }
    remove_ids(connection, tables.proposition, [each.id for each in dossier.propositions])
    insert_rows(connection, tables.proposition, [_proposition(each, opposed, days) for each in dossier.propositions])
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
    insert_rows(connection, tables.assertion, list(rows.values()))
    told = {said.id: days.get(said.report) for each in dossier.propositions for said in each.assertions}
    opposite = {
        (each.left, each.right, each.slot): {
            "left": each.left,
            "right": each.right,
            "slot": each.slot.value,
            "day": max(filter(None, (told.get(each.left), told.get(each.right))), default=None),
            "body": pack_value(each),
        }
        for each in dossier.contradictions
        if each.left in rows and each.right in rows
    }
    insert_rows(connection, tables.contradiction, list(opposite.values()))


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


# -- what is still to compare ------------------------------------------------------------------


def reports_to_compare(connection: Connection, most: int, *, after: int = 0) -> list[tuple[int, str, str | None]]:
    """Return number, id and day of reports that were not compared yet, by number, at most so many."""
    report = tables.report
    query = select(report.c.number, report.c.id, report.c.day).where(~report.c.compared, report.c.number > after)
    return [(row.number, row.id, row.day) for row in connection.execute(query.order_by(report.c.number).limit(most))]


def numbered(column: Any, upto: int) -> Any:
    """Return the condition that a report's number is not above one; no index is chosen for it."""
    return column + 0 <= upto


def reports_around(
    connection: Connection, days: tuple[str, str], margins: tuple[str, str], most: int, upto: int = ANY_NUMBER
) -> list[str]:
    """Return the ids of reports published on these days, then of the nearest days before and after, within the margins.

    At most so many, with numbers up to `upto`; of the days themselves those that came last.
    """
    report, (first, last), (earliest, latest) = tables.report, days, margins
    query = select(report.c.id).where(numbered(report.c.number, upto)).limit(most)
    within = query.where(report.c.day.between(first, last)).order_by(report.c.number.desc())
    before = query.where(report.c.day >= earliest, report.c.day < first).order_by(report.c.day.desc(), report.c.number)
    after = query.where(report.c.day > last, report.c.day <= latest).order_by(report.c.day, report.c.number)
    sides = (connection.execute(side).scalars() for side in (before, after))
    nearest = (name for pair in zip_longest(*sides) for name in pair if name is not None)
    return list(islice((*connection.execute(within).scalars(), *nearest), most))


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
        for some in parts(numbers):
            group = select(table.c[link]).where(table.c.report.in_(some))
            found |= set(connection.execute(select(table.c.report).where(table.c[link].in_(group))).scalars())
    said, against = tables.assertion, tables.contradiction
    for one, other in ((against.c.left, against.c.right), (against.c.right, against.c.left)):
        for some in parts(numbers):
            ours = select(said.c.id).where(said.c.report.in_(some))
            theirs = select(other).where(one.in_(ours))
            found |= set(connection.execute(select(said.c.report).where(said.c.id.in_(theirs))).scalars())
    others = sorted(found - set(numbers), reverse=True)[:most]
    named: list[str] = []
    for some in parts(others):
        named += connection.execute(select(report.c.id).where(report.c.number.in_(some))).scalars()
    return named


def compared_reports(connection: Connection, known: Counted) -> tuple[list[str], Counted]:
    """Return the ids of the compared reports that came after those that are `known`, and what is known then."""
    report = tables.report
    compared = select(func.coalesce(func.max(report.c.number), 0), func.count()).where(report.c.compared.is_(True))
    last, count = known
    if last and connection.execute(compared.where(report.c.number <= last)).one() != (last, count):
        last = 0
    query = select(report.c.id).where(
        report.c.compared.is_(True), report.c.number > last, report.c.language.is_not(None)
    )
    ids = list(connection.execute(query.order_by(report.c.number)).scalars())
    last, count = connection.execute(compared).one()
    return ids, (last, count)


def mark_compared(connection: Connection, numbers: Sequence[int]) -> None:
    """Note that these reports were compared."""
    if numbers:
        report = tables.report
        statement = update(report).where(report.c.number == bindparam("n")).values(compared=True)
        connection.execute(statement, [{"n": number} for number in numbers])
