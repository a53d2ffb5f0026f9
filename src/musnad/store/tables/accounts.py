"""The tables of people: accounts, their sessions and tokens, what they did, and what readers wrote below reports."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Table

from musnad.store.tables.columns import Number, key, metadata, of_report, words

account = Table(
    "account",
    metadata,
    key("name", primary_key=True),
    key("role"),
    words("password"),
    key("subject", optional=True, unique=True),
    Column("active", Boolean, nullable=False),
    key("created"),
    comment="Who may log in, and as what; password is an argon2 hash, subject the name at an identity provider.",
)

session = Table(
    "session",
    metadata,
    key("digest", primary_key=True),
    Column("account", ForeignKey("account.name", ondelete="CASCADE"), nullable=False),
    key("created"),
    key("seen"),
    key("expires"),
    Index("ix_session_account", "account"),
    Index("ix_session_expires", "expires"),
    comment="Who is logged in: the digest of a cookie that only the browser has, and until when it holds.",
)

api_token = Table(
    "api_token",
    metadata,
    key("id", primary_key=True),
    key("digest", unique=True),
    Column("account", ForeignKey("account.name", ondelete="CASCADE"), nullable=False),
    words("label", optional=False),
    key("created"),
    key("expires", optional=True),
    key("used", optional=True),
    Index("ix_api_token_account", "account"),
    comment="Tokens for programs: the digest of each, whose it is, and until when it holds.",
)

audit = Table(
    "audit",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    key("at"),
    key("by"),
    key("action"),
    words("subject"),
    key("address", optional=True),
    Index("ix_audit_at", "at"),
    comment="What was changed through the service, by whom and from where; rows are added and never changed.",
    sqlite_autoincrement=True,
)

reader_note = Table(
    "reader_note",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    of_report(),
    words("name", optional=False),
    words("email"),
    words("text", optional=False),
    key("state"),
    key("at"),
    key("moderated_by", optional=True),
    key("moderated_at", optional=True),
    Index("ix_reader_note_report", "report", "state"),
    Index("ix_reader_note_state", "state", "number"),
    comment="What readers wrote below a report, and whether it may be shown; email is never shown or exported.",
    sqlite_autoincrement=True,
)
