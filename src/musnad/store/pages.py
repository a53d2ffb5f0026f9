"""Looks up what is kept of a page, by its address or its bytes: asked for every page that comes in."""

from sqlalchemy import Connection, bindparam, func, select

from musnad.store import tables

_REPORT = tables.report.c
# Made once: SQLAlchemy takes four times as long to make such a question and to see that it knows it as to ask it.
_READ = select(func.count()).where(_REPORT.document == bindparam("sha256"), _REPORT.reader == bindparam("reader"))
_READ_THERE = _READ.where(_REPORT.address == bindparam("address"))
_AT = select(_REPORT.id).where(_REPORT.address == bindparam("address")).order_by(_REPORT.seen, _REPORT.number)


def times_read(connection: Connection, sha256: str, address: str | None, reader: str) -> int:
    """Return how many reports this reader made of a document, from this address where one is given."""
    given = {"sha256": sha256, "reader": reader}
    if address is None:
        return connection.execute(_READ, given).scalar_one()
    return connection.execute(_READ_THERE, given | {"address": address}).scalar_one()


def ids_at(connection: Connection, address: str) -> list[str]:
    """Return the ids of the reports from this address, the one that was fetched first leading."""
    return list(connection.execute(_AT, {"address": address}).scalars())
