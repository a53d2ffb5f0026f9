"""Creates the tables of accounts, sessions, tokens, the audit log, and readers' notes."""

import sqlalchemy as sa
from alembic import op

from musnad.store.migrations.columns import KEY, NUMBER

revision = "r0007_accounts"
down_revision = "r0006_sources_and_lists"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create them."""
    _create_account()
    _create_session()
    _create_api_token()
    _create_audit()
    _create_reader_note()


def downgrade() -> None:
    """Drop them, the youngest first, with all that they hold."""
    for name in ("reader_note", "audit", "api_token", "session", "account"):
        op.drop_table(name)


def _create_account() -> None:
    op.create_table(
        "account",
        sa.Column("name", KEY, nullable=False),
        sa.Column("role", KEY, nullable=False),
        sa.Column("password", sa.Text(), nullable=True),
        sa.Column("subject", KEY, nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created", KEY, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_account"),
        sa.UniqueConstraint("subject", name="uq_account_subject"),
        comment="Who may log in, and as what; password is an argon2 hash, subject the name at an identity provider.",
    )


def _create_session() -> None:
    op.create_table(
        "session",
        sa.Column("digest", KEY, nullable=False),
        sa.Column("account", KEY, nullable=False),
        sa.Column("created", KEY, nullable=False),
        sa.Column("seen", KEY, nullable=False),
        sa.Column("expires", KEY, nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.name"], name="fk_session_account", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("digest", name="pk_session"),
        comment="Who is logged in: the digest of a cookie that only the browser has, and until when it holds.",
    )
    op.create_index("ix_session_account", "session", ["account"])
    op.create_index("ix_session_expires", "session", ["expires"])


def _create_api_token() -> None:
    op.create_table(
        "api_token",
        sa.Column("id", KEY, nullable=False),
        sa.Column("digest", KEY, nullable=False),
        sa.Column("account", KEY, nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("created", KEY, nullable=False),
        sa.Column("expires", KEY, nullable=True),
        sa.Column("used", KEY, nullable=True),
        sa.ForeignKeyConstraint(["account"], ["account.name"], name="fk_api_token_account", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_api_token"),
        sa.UniqueConstraint("digest", name="uq_api_token_digest"),
        comment="Tokens for programs: the digest of each, whose it is, and until when it holds.",
    )
    op.create_index("ix_api_token_account", "api_token", ["account"])


def _create_audit() -> None:
    op.create_table(
        "audit",
        sa.Column("number", NUMBER, autoincrement=True, nullable=False),
        sa.Column("at", KEY, nullable=False),
        sa.Column("by", KEY, nullable=False),
        sa.Column("action", KEY, nullable=False),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("address", KEY, nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_audit"),
        sqlite_autoincrement=True,
        comment="What was changed through the service, by whom and from where; rows are added and never changed.",
    )
    op.create_index("ix_audit_at", "audit", ["at"])


def _create_reader_note() -> None:
    op.create_table(
        "reader_note",
        sa.Column("number", NUMBER, autoincrement=True, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", KEY, nullable=False),
        sa.Column("at", KEY, nullable=False),
        sa.Column("moderated_by", KEY, nullable=True),
        sa.Column("moderated_at", KEY, nullable=True),
        sa.ForeignKeyConstraint(["report"], ["report.number"], name="fk_reader_note_report", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name="pk_reader_note"),
        sqlite_autoincrement=True,
        comment="What readers wrote below a report, and whether it may be shown; email is never shown or exported.",
    )
    op.create_index("ix_reader_note_report", "reader_note", ["report", "state"])
    op.create_index("ix_reader_note_state", "reader_note", ["state", "number"])
