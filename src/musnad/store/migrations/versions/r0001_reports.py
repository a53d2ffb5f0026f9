"""Creates the tables of what was read: documents, reports and what is looked up in them."""

import sqlalchemy as sa
from alembic import op

from musnad.store.migrations.columns import KEY, NUMBER

revision = "r0001_reports"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create them."""
    _create_document()
    _create_report()
    _create_claim()
    _create_link()
    _create_mention()
    _create_place()
    _create_time()


def downgrade() -> None:
    """Drop them, the youngest first, with all that they hold."""
    op.drop_table("time")
    op.drop_table("place")
    op.drop_table("mention")
    op.drop_table("link")
    op.drop_table("claim")
    op.drop_table("report")
    op.drop_table("document")


def _create_document() -> None:
    op.create_table(
        "document",
        sa.Column("sha256", KEY, nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_document"),
        comment="The bytes of each document that was read, packed by zlib; one row however many reports came of it.",
    )


def _create_report() -> None:
    op.create_table(
        "report",
        sa.Column("number", NUMBER, autoincrement=True, nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.Column("document", KEY, nullable=False),
        sa.Column("reader", KEY, nullable=False),
        sa.Column("address", KEY, nullable=True),
        sa.Column("path", sa.Text(), nullable=True),
        sa.Column("outlet", KEY, nullable=True),
        sa.Column("outlet_entry", KEY, nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("byline", sa.Text(), nullable=True),
        sa.Column("language", KEY, nullable=True),
        sa.Column("published", KEY, nullable=True),
        sa.Column("day", KEY, nullable=True),
        sa.Column("seen", KEY, nullable=False),
        sa.Column("stored", KEY, nullable=False),
        sa.Column("failed", sa.Boolean(), nullable=False),
        sa.Column("compared", sa.Boolean(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("digest", KEY, nullable=False),
        sa.ForeignKeyConstraint(["document"], ["document.sha256"], name="fk_report_document"),
        sa.PrimaryKeyConstraint("number", name="pk_report"),
        sa.UniqueConstraint("id", name="uq_report_id"),
        sqlite_autoincrement=True,
        comment="One report a row: what lists show and filters ask, and the whole Report as packed JSON (body).",
    )
    op.create_index("ix_report_address", "report", ["address", "seen"])
    op.create_index("ix_report_compared", "report", ["compared", "number"])
    op.create_index("ix_report_day", "report", ["day"])
    op.create_index("ix_report_document", "report", ["document"])
    op.create_index("ix_report_language", "report", ["language", "day"])
    op.create_index("ix_report_outlet", "report", ["outlet_entry", "day"])
    op.create_index("ix_report_outlet_name", "report", ["outlet", "day"])
    op.create_index("ix_report_published", "report", ["published"])
    op.create_index("ix_report_stored", "report", ["stored"])


def _create_claim() -> None:
    op.create_table(
        "claim",
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("mode", KEY, nullable=False),
        sa.Column("hedge", KEY, nullable=False),
        sa.Column("author_stance", KEY, nullable=False),
        sa.Column("stance", KEY, nullable=False),
        sa.Column("negated", sa.Boolean(), nullable=False),
        sa.Column("in_headline", sa.Boolean(), nullable=False),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
        sa.Column("repeats", KEY, nullable=True),
        sa.Column("rule", KEY, nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("day", KEY, nullable=True),
        sa.ForeignKeyConstraint(["report"], ["report.number"], name="fk_claim_report", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", "position", name="pk_claim"),
        sqlite_with_rowid=False,
        comment="The claims of a report in their order; stance and anonymity are those of the chain's origin.",
    )
    op.create_index("ix_claim_day", "claim", ["day", "stance", "anonymous"])
    op.create_index("ix_claim_id", "claim", ["id"])
    op.create_index("ix_claim_stance", "claim", ["stance", "day"])


def _create_link() -> None:
    op.create_table(
        "link",
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("claim", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("folded", KEY, nullable=True),
        sa.Column("kind", KEY, nullable=False),
        sa.Column("anonymity", KEY, nullable=True),
        sa.Column("entry", KEY, nullable=True),
        sa.Column("stance", KEY, nullable=False),
        sa.Column("relation", KEY, nullable=False),
        sa.Column("basis", KEY, nullable=False),
        sa.Column("negated", sa.Boolean(), nullable=False),
        sa.Column("day", KEY, nullable=True),
        sa.ForeignKeyConstraint(["report"], ["report.number"], name="fk_link_report", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["report", "claim"], ["claim.report", "claim.position"], name="fk_link_report_claim", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("report", "claim", "position", name="pk_link"),
        sqlite_with_rowid=False,
        comment="The links of each claim's resolved chain, page first; name is the fullest mention of the holder.",
    )
    op.create_index("ix_link_entry", "link", ["entry", "day"])
    op.create_index("ix_link_folded", "link", ["folded", "day"])
    op.create_index("ix_link_kind", "link", ["kind", "anonymity", "day"])
    op.create_index("ix_link_stance", "link", ["stance", "day"])


def _create_mention() -> None:
    op.create_table(
        "mention",
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", KEY, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("folded", KEY, nullable=False),
        sa.Column("entry", KEY, nullable=True),
        sa.Column("country", KEY, nullable=True),
        sa.ForeignKeyConstraint(["report"], ["report.number"], name="fk_mention_report", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", "position", name="pk_mention"),
        sqlite_with_rowid=False,
        comment="What a report names, each mention with its folded words, its lexicon entry and its country.",
    )
    op.create_index("ix_mention_entry", "mention", ["entry", "report"])
    op.create_index("ix_mention_folded", "mention", ["folded", "kind", "report"])


def _create_place() -> None:
    op.create_table(
        "place",
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("mention", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("rank", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("kind", KEY, nullable=False),
        sa.Column("country", KEY, nullable=True),
        sa.Column("latitude", sa.Float(), nullable=False),
        sa.Column("longitude", sa.Float(), nullable=False),
        sa.Column("radius_km", sa.Float(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("day", KEY, nullable=True),
        sa.ForeignKeyConstraint(["report"], ["report.number"], name="fk_place_report", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["report", "mention"],
            ["mention.report", "mention.position"],
            name="fk_place_report_mention",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("report", "mention", "rank", name="pk_place"),
        sqlite_with_rowid=False,
        comment="The likeliest places that a mention may mean, best first (rank 0), as circles.",
    )
    op.create_index("ix_place_country", "place", ["country", "day"])
    op.create_index("ix_place_id", "place", ["id", "day"])
    op.create_index("ix_place_latitude", "place", ["latitude", "longitude"])


def _create_time() -> None:
    op.create_table(
        "time",
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("earliest", KEY, nullable=True),
        sa.Column("latest", KEY, nullable=True),
        sa.Column("grain", KEY, nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.number"], name="fk_time_report", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", "position", name="pk_time"),
        sqlite_with_rowid=False,
        comment="The times that a report tells, each as an interval of local times in ISO 8601.",
    )
    op.create_index("ix_time_earliest", "time", ["earliest", "latest"])
