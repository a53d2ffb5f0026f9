"""Reads and writes facts about the store itself."""

from sqlalchemy import Connection, delete, insert, select

from musnad.store import tables

COPIES_EPOCH = "copies_epoch"
"""Counts how often reports were deleted or read anew; an index of copies of another epoch is made again."""


def fact(connection: Connection, name: str) -> str | None:
    """Return the fact of this name, None where nothing was noted."""
    table = tables.state
    return connection.execute(select(table.c.value).where(table.c.name == name)).scalar()


def note(connection: Connection, name: str, value: str) -> None:
    """Note a fact in the place of what was noted."""
    table = tables.state
    connection.execute(delete(table).where(table.c.name == name))
    connection.execute(insert(table), {"name": name, "value": value})


def new_epoch(connection: Connection) -> None:
    """Make every index of copies be made again when it is opened next."""
    note(connection, COPIES_EPOCH, str(int(fact(connection, COPIES_EPOCH) or "0") + 1))
