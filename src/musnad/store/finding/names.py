"""Finds the names that reports hold, for searches in other letters and for suggestions of spelling."""

from collections.abc import Sequence

from sqlalchemy import func, select, union_all

from musnad.store.finding.clauses import report_clause
from musnad.store.finding.conditions import Condition
from musnad.store.store import Store
from musnad.store.tables import link, mention, report

_REPORTS = 400
"""Reports that are looked through for a name; a name that is in none of the first 400 of its kind is rare indeed."""
_NAMES = 5_000


def names_in(store: Store, condition: Condition, kinds: Sequence[str], *, reports: int = _REPORTS) -> list[str]:
    """Return folded names of these kinds in the newest reports of which the condition holds, the commonest first.

    They are those of mentions and of who speaks. At most so many `reports` are looked through, and at most 5,000 names
    returned.
    """
    clause = report_clause(condition, sqlite=store.database.is_sqlite)
    newest = select(report.c.number).where(clause).order_by(report.c.number.desc()).limit(reports).subquery()
    # Who speaks is named whole in a chain, also where the reader found no mention of the name.
    named = union_all(
        *(
            select(table.c.folded)
            .join(newest, newest.c.number == table.c.report)
            .where(table.c.kind.in_(kinds), table.c.folded.is_not(None))
            for table in (mention, link)
        )
    ).subquery()
    query = select(named.c.folded).group_by(named.c.folded).order_by(func.count().desc(), named.c.folded).limit(_NAMES)
    with store.reading() as connection:
        return list(connection.execute(query).scalars())
