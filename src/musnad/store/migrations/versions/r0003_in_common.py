"""Creates the tables of entities, stories, propositions and contradictions."""

import sqlalchemy as sa
from alembic import op

from musnad.store.migrations.columns import KEY, NUMBER

revision = "r0003_in_common"
down_revision = "r0002_happenings"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create them."""
    _create_naming()
    _create_naming_merge()
    _create_entity()
    _create_entity_name()
    _create_entity_naming()
    _create_story()
    _create_story_report()
    _create_story_change()
    _create_proposition()
    _create_assertion()
    _create_contradiction()


def downgrade() -> None:
    """Drop them, the youngest first, with all that they hold."""
    op.drop_table("contradiction")
    op.drop_table("assertion")
    op.drop_table("proposition")
    op.drop_table("story_change")
    op.drop_table("story_report")
    op.drop_table("story")
    op.drop_table("entity_naming")
    op.drop_table("entity_name")
    op.drop_table("entity")
    op.drop_table("naming_merge")
    op.drop_table("naming")


def _create_naming() -> None:
    op.create_table(
        "naming",
        sa.Column("id", KEY, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("kind", KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("folded", KEY, nullable=False),
        sa.Column("entry", KEY, nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.number"], name="fk_naming_report", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_naming"),
        comment="All mentions of one thing in one report; body is the Naming.",
    )
    op.create_index("ix_naming_folded", "naming", ["folded", "kind"])
    op.create_index("ix_naming_report", "naming", ["report"])


def _create_naming_merge() -> None:
    op.create_table(
        "naming_merge",
        sa.Column("left", KEY, nullable=False),
        sa.Column("right", KEY, nullable=False),
        sa.Column("verdict", KEY, nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["left"], ["naming.id"], name="fk_naming_merge_left", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["right"], ["naming.id"], name="fk_naming_merge_right", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("left", "right", name="pk_naming_merge"),
        comment="What was decided of two namings, with score and reasons; body is the Merge.",
    )
    op.create_index("ix_naming_merge_right", "naming_merge", ["right"])
    op.create_index("ix_naming_merge_verdict", "naming_merge", ["verdict", "score"])


def _create_entity() -> None:
    op.create_table(
        "entity",
        sa.Column("id", KEY, nullable=False),
        sa.Column("kind", KEY, nullable=False),
        sa.Column("label", sa.Text(), nullable=True),
        sa.Column("folded", KEY, nullable=False),
        sa.Column("country", KEY, nullable=True),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_entity"),
        comment="One person, body, place or weapon across reports; body is the Entity.",
    )
    op.create_index("ix_entity_folded", "entity", ["folded"])
    op.create_index("ix_entity_kind", "entity", ["kind", "reports"])


def _create_entity_name() -> None:
    op.create_table(
        "entity_name",
        sa.Column("entity", KEY, nullable=False),
        sa.Column("folded", KEY, nullable=False),
        sa.ForeignKeyConstraint(["entity"], ["entity.id"], name="fk_entity_name_entity", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("entity", "folded", name="pk_entity_name"),
        comment="Every folded form under which an entity is named.",
    )
    op.create_index("ix_entity_name_folded", "entity_name", ["folded"])


def _create_entity_naming() -> None:
    op.create_table(
        "entity_naming",
        sa.Column("naming", KEY, nullable=False),
        sa.Column("entity", KEY, nullable=False),
        sa.ForeignKeyConstraint(["entity"], ["entity.id"], name="fk_entity_naming_entity", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["naming"], ["naming.id"], name="fk_entity_naming_naming", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("naming", name="pk_entity_naming"),
        comment="Which entity a naming is counted to.",
    )
    op.create_index("ix_entity_naming_entity", "entity_naming", ["entity"])


def _create_story() -> None:
    op.create_table(
        "story",
        sa.Column("id", KEY, nullable=False),
        sa.Column("label", sa.Text(), nullable=True),
        sa.Column("earliest", KEY, nullable=True),
        sa.Column("latest", KEY, nullable=True),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_story"),
        comment="Reports about one happening; body is the Story.",
    )
    op.create_index("ix_story_latest", "story", ["latest"])


def _create_story_report() -> None:
    op.create_table(
        "story_report",
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("story", KEY, nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.number"], name="fk_story_report_report", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["story"], ["story.id"], name="fk_story_report_story", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", name="pk_story_report"),
        sqlite_with_rowid=False,
        comment="Which story a report belongs to.",
    )
    op.create_index("ix_story_report_story", "story_report", ["story"])


def _create_story_change() -> None:
    op.create_table(
        "story_change",
        sa.Column("story", KEY, nullable=False),
        sa.Column("at", KEY, nullable=False),
        sa.Column("kind", KEY, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("story", "at", "kind", name="pk_story_change"),
        comment="Stories that were split or merged as reports arrived; body is the StoryChange.",
    )


def _create_proposition() -> None:
    op.create_table(
        "proposition",
        sa.Column("id", KEY, nullable=False),
        sa.Column("label", sa.Text(), nullable=True),
        sa.Column("affirmed_least", sa.Integer(), nullable=False),
        sa.Column("affirmed_most", sa.Integer(), nullable=False),
        sa.Column("denied_least", sa.Integer(), nullable=False),
        sa.Column("denied_most", sa.Integer(), nullable=False),
        sa.Column("credibility", sa.Integer(), nullable=False),
        sa.Column("circular", sa.Boolean(), nullable=False),
        sa.Column("contradicted", sa.Boolean(), nullable=False),
        sa.Column("assertions", sa.Integer(), nullable=False),
        sa.Column("day", KEY, nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_proposition"),
        comment="What several claims say in common, with its independent chains; body is the Proposition.",
    )
    op.create_index("ix_proposition_affirmed", "proposition", ["affirmed_least"])
    op.create_index("ix_proposition_contradicted", "proposition", ["contradicted", "day"])
    op.create_index("ix_proposition_day", "proposition", ["day"])


def _create_assertion() -> None:
    op.create_table(
        "assertion",
        sa.Column("id", KEY, nullable=False),
        sa.Column("proposition", KEY, nullable=False),
        sa.Column("report", NUMBER, nullable=False),
        sa.Column("claim", KEY, nullable=True),
        sa.Column("happening", KEY, nullable=True),
        sa.Column("polarity", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["proposition"], ["proposition.id"], name="fk_assertion_proposition", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["report"], ["report.number"], name="fk_assertion_report", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_assertion"),
        comment="The words of one report that say a proposition; claim is the claim's id in the report.",
    )
    op.create_index("ix_assertion_proposition", "assertion", ["proposition"])
    op.create_index("ix_assertion_report", "assertion", ["report", "claim"])


def _create_contradiction() -> None:
    op.create_table(
        "contradiction",
        sa.Column("left", KEY, nullable=False),
        sa.Column("right", KEY, nullable=False),
        sa.Column("slot", KEY, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["left"], ["assertion.id"], name="fk_contradiction_left", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["right"], ["assertion.id"], name="fk_contradiction_right", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("left", "right", "slot", name="pk_contradiction"),
        comment="Two assertions that cannot both be so, and in what; body is the Contradiction.",
    )
    op.create_index("ix_contradiction_right", "contradiction", ["right"])
