"""The table of search keys, which the full-text index of either database is fed from."""

from sqlalchemy import Column, ForeignKey, Table, Text

from musnad.store.tables.columns import Number, metadata

search_text = Table(
    "search_text",
    metadata,
    Column("report", Number, ForeignKey("report.number", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("title_keys", Text, nullable=False),
    Column("text_keys", Text, nullable=False),
    Column("exact", Text, nullable=False),
    comment=(
        "Search keys of a report, parted by blanks, in the order of its words. SQLite: triggers feed search_index, "
        "an FTS5 table of the same columns. PostgreSQL: generated columns keys_vector and exact_vector, with GIN."
    ),
)
