"""Counts what came into a store since a moment, and finds pages that were changed without a word."""

from dataclasses import dataclass

from sqlalchemy import case, func, select

from musnad.store.store import Store
from musnad.store.tables import report

_ALWAYS = ""
"""Before every moment, as text."""


@dataclass(frozen=True, slots=True)
class Arrivals:
    """How many reports came, how many of them could not be read, and how many of all wait to be compared."""

    reports: int
    failed: int
    waiting: int


@dataclass(frozen=True, slots=True)
class ChangedPage:
    """A page of which another version came: its report now and the one before, and when the new one was seen."""

    report: str
    before: str
    title: str | None
    outlet: str | None
    seen: str


def count_arrivals(store: Store, since: str | None) -> Arrivals:
    """Return what came since a moment (ISO 8601, UTC), or ever."""
    failed = func.coalesce(func.sum(case((report.c.failed, 1), else_=0)), 0)
    came = select(func.count(), failed).where(report.c.stored >= (since or _ALWAYS))
    waiting = select(func.count()).where(~report.c.compared)
    with store.reading() as connection:
        counted, broken = connection.execute(came).one()
        return Arrivals(counted, broken, connection.execute(waiting).scalar_one())


def find_changed(store: Store, since: str | None, *, most: int) -> list[ChangedPage]:
    """Return pages of which a version came since a moment and another one was there, those seen last leading."""
    earlier = report.alias("earlier")
    before = (
        select(earlier.c.id)
        .where(earlier.c.address == report.c.address, earlier.c.seen < report.c.seen)
        .order_by(earlier.c.seen.desc())
        .limit(1)
        .scalar_subquery()
    )
    query = select(report.c.id, before.label("before"), report.c.title, report.c.outlet, report.c.seen)
    query = query.where(report.c.stored >= (since or _ALWAYS), report.c.address.is_not(None), before.is_not(None))
    with store.reading() as connection:
        rows = connection.execute(query.order_by(report.c.seen.desc(), report.c.number.desc()).limit(most))
        return [ChangedPage(*row) for row in rows]
