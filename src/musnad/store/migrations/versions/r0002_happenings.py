"""Creates the tables of events, arms transfers and copies."""

import sqlalchemy as sa
from alembic import op

from musnad.store.migrations.columns import KEY, NUMBER

revision = "r0002_happenings"
down_revision = "r0001_reports"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create them."""
    _create_event()
    _create_event_role()
    _create_transfer()
    _create_copy_pair()
    _create_copy_family()
    _create_copy_member()


def downgrade() -> None:
    """Drop them, the youngest first, with all that they hold."""
    op.drop_table("copy_member")
    op.drop_table("copy_family")
    op.drop_table("copy_pair")
    op.drop_table("transfer")
    op.drop_table("event_role")
    op.drop_table("event")


def _create_event() -> None:
    op.create_table(
        "event",
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.Column("type", KEY, nullable=False),
        sa.Column("mode", KEY, nullable=True),
        sa.Column("status", KEY, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("earliest", KEY, nullable=True),
        sa.Column("latest", KEY, nullable=True),
        sa.Column("killed_least", sa.Float(), nullable=True),
        sa.Column("killed_most", sa.Float(), nullable=True),
        sa.Column("said_in", KEY, nullable=True),
        sa.Column("background", sa.Boolean(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.number"], name="fk_event_report", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", "position", name="pk_event"),
        sqlite_with_rowid=False,
        comment="The events of a report: type, days, toll, and the id of the claim that reports each.",
    )
    op.create_index("ix_event_earliest", "event", ["earliest"])
    op.create_index("ix_event_type", "event", ["type", "earliest"])


def _create_event_role() -> None:
    op.create_table(
        "event_role",
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("event", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("role", KEY, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("folded", KEY, nullable=False),
        sa.Column("entry", KEY, nullable=True),
        sa.ForeignKeyConstraint(["report"], ["report.number"], name="fk_event_role_report", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["report", "event"],
            ["event.report", "event.position"],
            name="fk_event_role_report_event",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("report", "event", "role", "position", name="pk_event_role"),
        sqlite_with_rowid=False,
        comment="Who and what takes part in an event: agent, target, place or weapon.",
    )
    op.create_index("ix_event_role_entry", "event_role", ["entry", "role"])
    op.create_index("ix_event_role_folded", "event_role", ["folded", "role"])


def _create_transfer() -> None:
    op.create_table(
        "transfer",
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.Column("stage", KEY, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("item", KEY, nullable=False),
        sa.Column("item_entry", KEY, nullable=True),
        sa.Column("supplier", KEY, nullable=True),
        sa.Column("supplier_entry", KEY, nullable=True),
        sa.Column("recipient", KEY, nullable=True),
        sa.Column("recipient_entry", KEY, nullable=True),
        sa.Column("earliest", KEY, nullable=True),
        sa.Column("latest", KEY, nullable=True),
        sa.Column("said_in", KEY, nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.number"], name="fk_transfer_report", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", "position", name="pk_transfer"),
        sqlite_with_rowid=False,
        comment="Arms transfers of a report; item, supplier and recipient by their folded words.",
    )
    op.create_index("ix_transfer_earliest", "transfer", ["earliest"])
    op.create_index("ix_transfer_item", "transfer", ["item"])
    op.create_index("ix_transfer_recipient", "transfer", ["recipient"])
    op.create_index("ix_transfer_supplier", "transfer", ["supplier", "recipient"])


def _create_copy_pair() -> None:
    op.create_table(
        "copy_pair",
        sa.Column("left", NUMBER, nullable=False),
        sa.Column("right", NUMBER, nullable=False),
        sa.Column("relation", KEY, nullable=False),
        sa.Column("one_origin", sa.Boolean(), nullable=False),
        sa.Column("containment", sa.Float(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["left"], ["report.number"], name="fk_copy_pair_left", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["right"], ["report.number"], name="fk_copy_pair_right", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("left", "right", name="pk_copy_pair"),
        sqlite_with_rowid=False,
        comment="Two reports that share text; body is the CopyPair with its passages.",
    )
    op.create_index("ix_copy_pair_right", "copy_pair", ["right"])


def _create_copy_family() -> None:
    op.create_table(
        "copy_family",
        sa.Column("number", NUMBER, autoincrement=True, nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.Column("origin", KEY, nullable=True),
        sa.Column("credit", KEY, nullable=True),
        sa.Column("members", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_copy_family"),
        sa.UniqueConstraint("id", name="uq_copy_family_id"),
        comment="Reports that go back to one text; body is the CopyFamily.",
    )


def _create_copy_member() -> None:
    op.create_table(
        "copy_member",
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("family", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["family"], ["copy_family.number"], name="fk_copy_member_family", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["report"], ["report.number"], name="fk_copy_member_report", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", name="pk_copy_member"),
        sqlite_with_rowid=False,
        comment="Which family of copies a report belongs to; one at most.",
    )
    op.create_index("ix_copy_member_family", "copy_member", ["family"])
