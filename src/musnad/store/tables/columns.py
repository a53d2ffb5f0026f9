"""The kinds of columns that the tables are made of, the same on SQLite and PostgreSQL."""

from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, MetaData, String, Text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Key = String()
"""Text that is compared and sorted byte by byte, as SQLite does: ids, folded names, moments in ISO 8601.

A PostgreSQL database may have any collation, and another order would give other pages of results: the migrations give
these columns the collation "C". It is not said here, for SQLAlchemy would repeat it at every value (and BETWEEN with it
is no SQL).
"""
Number = BigInteger().with_variant(Integer(), "sqlite")


def key(name: str, *arguments: Any, optional: bool = False, **settings: Any) -> "Column[str]":
    """Return a column of text that is looked up or sorted by; `optional` where it may be absent."""
    return Column(name, Key, *arguments, nullable=optional, **settings)


def words(name: str, *, optional: bool = True) -> "Column[str]":
    """Return a column of text that is only shown."""
    return Column(name, Text, nullable=optional)


def of_report(name: str = "report", **settings: Any) -> "Column[int]":
    """Return a column that names a report by its number; the row goes when the report is deleted."""
    return Column(name, Number, ForeignKey("report.number", ondelete="CASCADE"), nullable=False, **settings)
