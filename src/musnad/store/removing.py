"""Deletes reports with all that derives from them."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, select, update

from musnad.store import tables
from musnad.store.facts import new_epoch
from musnad.store.in_common import clear_in_common, numbers_of
from musnad.store.sources import change_sources, count_sources

_AT_ONCE = 500


def delete_reports(connection: Connection, ids: Sequence[str]) -> int:
    """Delete the reports, their rows, their documents, their alerts, and what they had in common; return how many.

    Reports that shared a proposition or a story with them are compared anew. Judgements stay: they are what people
    said, with the quoted words, and are undone by those who made them.
    """
    report, document = tables.report, tables.document
    numbers = list(numbers_of(connection, ids).values())
    if not numbers:
        return 0
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        touched = _companions(connection, some)
        gone = count_sources(connection, some)
        clear_in_common(connection, [*some, *touched])
        _drop_families_of(connection, some)
        held = list(connection.execute(select(report.c.document).where(report.c.number.in_(some))).scalars())
        connection.execute(delete(tables.search_text).where(tables.search_text.c.report.in_(some)))
        connection.execute(delete(report).where(report.c.number.in_(some)))
        change_sources(connection, {}, gone)
        left = select(report.c.document).where(report.c.document == document.c.sha256)
        connection.execute(delete(document).where(document.c.sha256.in_(held), ~left.exists()))
        if touched:
            connection.execute(update(report).where(report.c.number.in_(touched)).values(compared=False))
    new_epoch(connection)
    return len(numbers)


def _companions(connection: Connection, numbers: Sequence[int]) -> list[int]:
    """Return the numbers of other reports that share something computed with these."""
    found: set[int] = set()
    for table, link in ((tables.assertion, "proposition"), (tables.story_report, "story")):
        group = select(table.c[link]).where(table.c.report.in_(numbers))
        found |= set(connection.execute(select(table.c.report).where(table.c[link].in_(group))).scalars())
    return sorted(found - set(numbers))


def _drop_families_of(connection: Connection, numbers: Sequence[int]) -> None:
    member, family = tables.copy_member, tables.copy_family
    held = select(member.c.family).where(member.c.report.in_(numbers))
    # The rest of a family is a family anew, or none: the next comparing says which.
    connection.execute(delete(family).where(family.c.number.in_(held)))


def reports_older_than(connection: Connection, day: str) -> list[str]:
    """Return the ids of the reports that were published before this day, or, undated, stored before it."""
    report = tables.report
    query = select(report.c.id).where((report.c.day < day) | (report.c.day.is_(None) & (report.c.stored < day)))
    return list(connection.execute(query).scalars())
