"""Tells how pages write the names of outlets, which the store keeps folded."""

from collections.abc import Iterable

from sqlalchemy import func, select

from musnad.store.finding.texts import read_texts
from musnad.store.store import Store
from musnad.store.tables import report

_MOST = 200


def written_outlets(store: Store, folded: Iterable[str | None]) -> dict[str, str]:
    """Return the names of outlets as the latest report of each writes it, by folded name, of at most 200."""
    wanted = list(dict.fromkeys(name for name in folded if name))[:_MOST]
    if not wanted:
        return {}
    query = select(report.c.outlet, func.max(report.c.number)).where(report.c.outlet.in_(wanted))
    with store.reading() as connection:
        latest = {number: name for name, number in connection.execute(query.group_by(report.c.outlet))}
    texts = read_texts(store, latest)
    return {latest[number]: text.outlet for number, text in texts.items() if text.outlet}
