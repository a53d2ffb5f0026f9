"""The tables of work to do: jobs, watched feeds, saved searches, alerts and their delivery, state of the store."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, Text

from musnad.store.tables.columns import Number, key, metadata, words

state = Table(
    "state",
    metadata,
    key("name", primary_key=True),
    words("value", optional=False),
    comment="Facts about the store itself, such as which analyser made the search keys.",
)

job = Table(
    "job",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    key("kind"),
    key("subject"),
    Column("payload", Text, nullable=False),
    key("status"),
    key("due"),
    key("leased_by", optional=True),
    key("leased_until", optional=True),
    Column("tries", Integer, nullable=False),
    Column("most_tries", Integer, nullable=False),
    words("reason"),
    key("created"),
    key("ended", optional=True),
    Index("ix_job_due", "status", "due"),
    Index("ix_job_subject", "kind", "subject", "status"),
    comment="Jobs: waiting, leased to one worker until a moment, done, or dead with the reason.",
    sqlite_autoincrement=True,
)

watch = Table(
    "watch",
    metadata,
    key("address", primary_key=True),
    Column("every_seconds", Integer, nullable=False),
    key("due"),
    key("added"),
    key("last_run", optional=True),
    words("last_outcome"),
    comment="Feeds, sitemaps and pages that are fetched again and again.",
)

saved_search = Table(
    "saved_search",
    metadata,
    key("name", primary_key=True),
    words("query", optional=False),
    words("triggers", optional=False),
    words("channels", optional=False),
    key("by", optional=True),
    key("created"),
    Column("active", Boolean, nullable=False),
    comment="Searches kept by name, and what raises an alert in them, and where alerts go.",
)

alert = Table(
    "alert",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("search", ForeignKey("saved_search.name", ondelete="CASCADE"), nullable=False),
    key("trigger"),
    key("subject"),
    words("title", optional=False),
    words("body", optional=False),
    key("address", optional=True),
    key("at"),
    Index("uq_alert_subject", "search", "trigger", "subject", unique=True),
    Index("ix_alert_at", "at"),
    comment="What a saved search raised, once for each subject.",
    sqlite_autoincrement=True,
)

delivery = Table(
    "delivery",
    metadata,
    Column("alert", Number, ForeignKey("alert.number", ondelete="CASCADE"), primary_key=True),
    key("channel", primary_key=True),
    key("status"),
    Column("tries", Integer, nullable=False),
    words("reason"),
    key("at", optional=True),
    comment="How far an alert has come on each channel.",
)
