"""Finds the names that reports hold, for searches in other letters and for suggestions of spelling."""

from collections.abc import Sequence

from sqlalchemy import func, select

from musnad.store.finding.clauses import report_clause
from musnad.store.finding.conditions import Condition
from musnad.store.store import Store
from musnad.store.tables import mention, report

_REPORTS = 400
"""Reports that are looked through for a name; a name that is in none of the first 400 of its kind is rare indeed."""
_NAMES = 5_000


def names_in(store: Store, condition: Condition, kinds: Sequence[str], *, reports: int = _REPORTS) -> list[str]:
    """Return folded names of these kinds in the newest reports of which the condition holds, the commonest first.

    At most so many `reports` are looked through, and at most 5,000 names returned.
    """
    clause = report_clause(condition, sqlite=store.database.is_sqlite)
    newest = select(report.c.number).where(clause).order_by(report.c.number.desc()).limit(reports).subquery()
    number = func.count()
    query = (
        select(mention.c.folded)
        .join(newest, newest.c.number == mention.c.report)
        .where(mention.c.kind.in_(kinds))
        .group_by(mention.c.folded)
        .order_by(number.desc(), mention.c.folded)
        .limit(_NAMES)
    )
    with store.reading() as connection:
        return list(connection.execute(query).scalars())
