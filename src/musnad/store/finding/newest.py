"""Fetches rows page by page, the newest first and those without a date last, from a place that a page ended at."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, Select, tuple_

Tie: TypeAlias = str | int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page ended: the moment or number of its last row, empty where it has none, and what parts equal ones."""

    when: Tie
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class NewestFirst:
    """An order: by a column of moments as text, then by `ties`, all of them from the greatest down."""

    when: ColumnElement[Any]
    ties: tuple[ColumnElement[Any], ...]


def fetch_newest(
    connection: Connection, query: Select[Any], order: NewestFirst, *, limit: int, after: Place | None = None
) -> Sequence[Any]:
    """Return at most `limit` rows of the query that come after a place.

    Dated and undated rows are asked for one after the other: so an index on the moment serves both databases, which
    sort absent values at different ends.
    """
    found: list[Any] = []
    if after is None or after.when != "":
        dated = query.where(order.when.is_not(None))
        if after is not None:
            dated = dated.where(tuple_(order.when, *order.ties) < tuple_(after.when, *after.ties))
        dated = dated.order_by(order.when.desc(), *(tie.desc() for tie in order.ties))
        found += connection.execute(dated.limit(limit))
    if len(found) < limit:
        undated = query.where(order.when.is_(None))
        if after is not None and after.when == "":
            undated = undated.where(tuple_(*order.ties) < tuple_(*after.ties))
        undated = undated.order_by(*(tie.desc() for tie in order.ties))
        found += connection.execute(undated.limit(limit - len(found)))
    return found
