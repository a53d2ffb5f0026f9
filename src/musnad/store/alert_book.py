"""The saved searches and alerts of a store, as commands and the worker use them."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from sqlalchemy import or_, select

from musnad.model import Proposition
from musnad.store import alerts, tables
from musnad.store.alerts import Alert, NewAlert, SavedSearch
from musnad.store.encoding import unpack_value
from musnad.store.opening import Database

_AT_ONCE = 500


class Alerts:
    """Saved searches and what they raised; every method is a transaction of its own."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def save(self, saved: SavedSearch) -> bool:
        """Keep a search under its name; tell whether it is a new one."""
        with self._database.writing() as connection:
            return alerts.save_search(connection, saved, self._clock())

    def remove(self, name: str) -> bool:
        """Delete a saved search with its alerts; tell whether there was one."""
        with self._database.writing() as connection:
            return alerts.remove_search(connection, name)

    def searches(self) -> list[SavedSearch]:
        """Return the saved searches by name."""
        with self._database.reading() as connection:
            return alerts.saved_searches(connection)

    def raise_all(self, raised: Iterable[NewAlert]) -> int:
        """Keep the alerts that were not raised before and enqueue their delivery; return how many were new."""
        with self._database.writing() as connection:
            return alerts.raise_alerts(connection, raised, self._clock())

    def all(self, *, search: str | None = None, number: int | None = None, most: int = 100) -> list[Alert]:
        """Return alerts, the newest first: all, those of one search, or the one of this number."""
        with self._database.reading() as connection:
            return alerts.alerts(connection, search=search, number=number, most=most)

    def note_delivery(self, number: int, channel: str, reason: str | None = None) -> None:
        """Note that an alert came through on a channel, or the reason why it did not."""
        with self._database.writing() as connection:
            alerts.note_delivery(connection, number, channel, reason, self._clock())

    def propositions_of(self, names: Sequence[str]) -> list[Proposition]:
        """Return the propositions that these reports assert, by id."""
        said, report, proposition = tables.assertion, tables.report, tables.proposition
        found: dict[str, Proposition] = {}
        with self._database.reading() as connection:
            for start in range(0, len(names), _AT_ONCE):
                some = report.c.id.in_(names[start : start + _AT_ONCE])
                ids = select(said.c.proposition).join(report, report.c.number == said.c.report).where(some)
                rows = connection.execute(select(proposition.c.id, proposition.c.body).where(proposition.c.id.in_(ids)))
                found |= {row.id: unpack_value(row.body, Proposition) for row in rows}
        return [found[name] for name in sorted(found)]

    def contradictions_of(self, names: Sequence[str]) -> list[tuple[str, str, str, str, str]]:
        """Return the contradictions with a side in these reports: both assertions, the slot, the words of both."""
        against, said, report, proposition = tables.contradiction, tables.assertion, tables.report, tables.proposition
        left, right, one, other = said.alias(), said.alias(), proposition.alias(), proposition.alias()
        found: dict[tuple[str, str, str], tuple[str, str, str, str, str]] = {}
        with self._database.reading() as connection:
            for start in range(0, len(names), _AT_ONCE):
                numbers = select(report.c.number).where(report.c.id.in_(names[start : start + _AT_ONCE]))
                query = (
                    select(against.c.left, against.c.right, against.c.slot, one.c.label, other.c.label)
                    .join(left, left.c.id == against.c.left)
                    .join(right, right.c.id == against.c.right)
                    .join(one, one.c.id == left.c.proposition)
                    .join(other, other.c.id == right.c.proposition)
                    .where(or_(left.c.report.in_(numbers), right.c.report.in_(numbers)))
                )
                found |= {
                    (row[0], row[1], row[2]): (row[0], row[1], row[2], row[3], row[4])
                    for row in connection.execute(query)
                }
        return [found[key] for key in sorted(found)]
