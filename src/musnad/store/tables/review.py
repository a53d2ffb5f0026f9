"""The tables of what people decide: judgements of every kind, with their history, and case folders."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from musnad.store.tables.columns import Number, key, metadata, words

case = Table(
    "case_folder",
    metadata,
    key("name", primary_key=True),
    words("purpose"),
    key("by"),
    key("at"),
    comment="Case folders: named collections of what an investigation gathers.",
)

judgement = Table(
    "judgement",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    key("id", unique=True),
    key("kind"),
    key("subject"),
    key("document", optional=True),
    key("address", optional=True),
    Column("start", Integer),
    Column("end", Integer),
    words("quote"),
    Column("value", Text, nullable=False),
    key("by"),
    key("at"),
    words("why"),
    key("undone_by", optional=True),
    key("undone_at", optional=True),
    words("undone_why"),
    Column("case", ForeignKey("case_folder.name")),
    Index("ix_judgement_subject", "subject", "kind"),
    Index("ix_judgement_document", "document"),
    Index("ix_judgement_kind", "kind", "at"),
    Index("ix_judgement_by", "by", "at"),
    Index("ix_judgement_case", "case"),
    comment="What people decided, of every kind; a row is never rewritten, undoing it fills undone_*.",
    sqlite_autoincrement=True,
)
