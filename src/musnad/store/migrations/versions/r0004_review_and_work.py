"""Creates the tables of judgements, jobs, watches and alerts."""

import sqlalchemy as sa
from alembic import op

from musnad.store.migrations.columns import KEY, NUMBER

revision = "r0004_review_and_work"
down_revision = "r0003_in_common"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create them."""
    _create_case_folder()
    _create_judgement()
    _create_state()
    _create_job()
    _create_watch()
    _create_saved_search()
    _create_alert()
    _create_delivery()


def downgrade() -> None:
    """Drop them, the youngest first, with all that they hold."""
    op.drop_table("delivery")
    op.drop_table("alert")
    op.drop_table("saved_search")
    op.drop_table("watch")
    op.drop_table("job")
    op.drop_table("state")
    op.drop_table("judgement")
    op.drop_table("case_folder")


def _create_case_folder() -> None:
    op.create_table(
        "case_folder",
        sa.Column("name", KEY, nullable=False),
        sa.Column("purpose", sa.Text(), nullable=True),
        sa.Column("by", KEY, nullable=False),
        sa.Column("at", KEY, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_case_folder"),
        comment="Case folders: named collections of what an investigation gathers.",
    )


def _create_judgement() -> None:
    op.create_table(
        "judgement",
        sa.Column("number", NUMBER, autoincrement=True, nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.Column("kind", KEY, nullable=False),
        sa.Column("subject", KEY, nullable=False),
        sa.Column("document", KEY, nullable=True),
        sa.Column("address", KEY, nullable=True),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("by", KEY, nullable=False),
        sa.Column("at", KEY, nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("undone_by", KEY, nullable=True),
        sa.Column("undone_at", KEY, nullable=True),
        sa.Column("undone_why", sa.Text(), nullable=True),
        sa.Column("case", KEY, nullable=True),
        sa.ForeignKeyConstraint(["case"], ["case_folder.name"], name="fk_judgement_case"),
        sa.PrimaryKeyConstraint("number", name="pk_judgement"),
        sa.UniqueConstraint("id", name="uq_judgement_id"),
        sqlite_autoincrement=True,
        comment="What people decided, of every kind; a row is never rewritten, undoing it fills undone_*.",
    )
    op.create_index("ix_judgement_by", "judgement", ["by", "at"])
    op.create_index("ix_judgement_case", "judgement", ["case"])
    op.create_index("ix_judgement_document", "judgement", ["document"])
    op.create_index("ix_judgement_kind", "judgement", ["kind", "at"])
    op.create_index("ix_judgement_subject", "judgement", ["subject", "kind"])


def _create_state() -> None:
    op.create_table(
        "state",
        sa.Column("name", KEY, nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_state"),
        comment="Facts about the store itself, such as which analyser made the search keys.",
    )


def _create_job() -> None:
    op.create_table(
        "job",
        sa.Column("number", NUMBER, autoincrement=True, nullable=False),
        sa.Column("kind", KEY, nullable=False),
        sa.Column("subject", KEY, nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("status", KEY, nullable=False),
        sa.Column("due", KEY, nullable=False),
        sa.Column("leased_by", KEY, nullable=True),
        sa.Column("leased_until", KEY, nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("most_tries", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("created", KEY, nullable=False),
        sa.Column("ended", KEY, nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_job"),
        sqlite_autoincrement=True,
        comment="Jobs: waiting, leased to one worker until a moment, done, or dead with the reason.",
    )
    op.create_index("ix_job_due", "job", ["status", "due"])
    op.create_index("ix_job_subject", "job", ["kind", "subject", "status"])


def _create_watch() -> None:
    op.create_table(
        "watch",
        sa.Column("address", KEY, nullable=False),
        sa.Column("every_seconds", sa.Integer(), nullable=False),
        sa.Column("due", KEY, nullable=False),
        sa.Column("added", KEY, nullable=False),
        sa.Column("last_run", KEY, nullable=True),
        sa.Column("last_outcome", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("address", name="pk_watch"),
        comment="Feeds, sitemaps and pages that are fetched again and again.",
    )


def _create_saved_search() -> None:
    op.create_table(
        "saved_search",
        sa.Column("name", KEY, nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("triggers", sa.Text(), nullable=False),
        sa.Column("channels", sa.Text(), nullable=False),
        sa.Column("by", KEY, nullable=True),
        sa.Column("created", KEY, nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_saved_search"),
        comment="Searches kept by name, and what raises an alert in them, and where alerts go.",
    )


def _create_alert() -> None:
    op.create_table(
        "alert",
        sa.Column("number", NUMBER, autoincrement=True, nullable=False),
        sa.Column("search", KEY, nullable=False),
        sa.Column("trigger", KEY, nullable=False),
        sa.Column("subject", KEY, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("address", KEY, nullable=True),
        sa.Column("at", KEY, nullable=False),
        sa.ForeignKeyConstraint(["search"], ["saved_search.name"], name="fk_alert_search", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name="pk_alert"),
        sqlite_autoincrement=True,
        comment="What a saved search raised, once for each subject.",
    )
    op.create_index("ix_alert_at", "alert", ["at"])
    op.create_index("uq_alert_subject", "alert", ["search", "trigger", "subject"], unique=True)


def _create_delivery() -> None:
    op.create_table(
        "delivery",
        sa.Column("alert", NUMBER, nullable=False),
        sa.Column("channel", KEY, nullable=False),
        sa.Column("status", KEY, nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("at", KEY, nullable=True),
        sa.ForeignKeyConstraint(["alert"], ["alert.number"], name="fk_delivery_alert", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("alert", "channel", name="pk_delivery"),
        comment="How far an alert has come on each channel.",
    )
