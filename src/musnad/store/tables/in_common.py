"""The tables of what reports have in common: copies, entities, stories, propositions, contradictions."""

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, LargeBinary, Table

from musnad.store.tables.columns import Number, key, metadata, of_report, words

copy_pair = Table(
    "copy_pair",
    metadata,
    of_report("left", primary_key=True),
    of_report("right", primary_key=True),
    key("relation"),
    Column("one_origin", Boolean, nullable=False),
    Column("containment", Float, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index("ix_copy_pair_right", "right"),
    comment="Two reports that share text; body is the CopyPair with its passages.",
    sqlite_with_rowid=False,
)

copy_family = Table(
    "copy_family",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    key("id", unique=True),
    key("origin", optional=True),
    key("credit", optional=True),
    Column("members", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    comment="Reports that go back to one text; body is the CopyFamily.",
)

copy_member = Table(
    "copy_member",
    metadata,
    of_report(primary_key=True),
    Column("family", Number, ForeignKey("copy_family.number", ondelete="CASCADE"), nullable=False),
    Index("ix_copy_member_family", "family"),
    comment="Which family of copies a report belongs to; one at most.",
    sqlite_with_rowid=False,
)

naming = Table(
    "naming",
    metadata,
    key("id", primary_key=True),
    of_report(),
    key("kind"),
    words("name"),
    key("folded"),
    key("entry", optional=True),
    Column("body", LargeBinary, nullable=False),
    Index("ix_naming_report", "report"),
    Index("ix_naming_folded", "folded", "kind"),
    comment="All mentions of one thing in one report; body is the Naming.",
)

naming_merge = Table(
    "naming_merge",
    metadata,
    Column("left", ForeignKey("naming.id", ondelete="CASCADE"), primary_key=True),
    Column("right", ForeignKey("naming.id", ondelete="CASCADE"), primary_key=True),
    key("verdict"),
    Column("score", Float, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index("ix_naming_merge_right", "right"),
    Index("ix_naming_merge_verdict", "verdict", "score"),
    comment="What was decided of two namings, with score and reasons; body is the Merge.",
)

entity = Table(
    "entity",
    metadata,
    key("id", primary_key=True),
    key("kind"),
    words("label"),
    key("folded"),
    key("country", optional=True),
    Column("reports", Integer, nullable=False),
    key("day", optional=True),
    Column("body", LargeBinary, nullable=False),
    Index("ix_entity_folded", "folded"),
    Index("ix_entity_kind", "kind", "reports"),
    Index("ix_entity_day", "day", "id"),
    Index("ix_entity_reports", "reports", "id"),
    comment="One person, body, place or weapon across reports; body is the Entity.",
)

entity_name = Table(
    "entity_name",
    metadata,
    Column("entity", ForeignKey("entity.id", ondelete="CASCADE"), primary_key=True),
    key("folded", primary_key=True),
    Index("ix_entity_name_folded", "folded"),
    comment="Every folded form under which an entity is named.",
)

entity_naming = Table(
    "entity_naming",
    metadata,
    Column("naming", ForeignKey("naming.id", ondelete="CASCADE"), primary_key=True),
    Column("entity", ForeignKey("entity.id", ondelete="CASCADE"), nullable=False),
    Index("ix_entity_naming_entity", "entity"),
    comment="Which entity a naming is counted to.",
)

story = Table(
    "story",
    metadata,
    key("id", primary_key=True),
    words("label"),
    key("earliest", optional=True),
    key("latest", optional=True),
    Column("reports", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index("ix_story_latest", "latest", "id"),
    comment="Reports about one happening; body is the Story.",
)

story_report = Table(
    "story_report",
    metadata,
    of_report(primary_key=True),
    Column("story", ForeignKey("story.id", ondelete="CASCADE"), nullable=False),
    Index("ix_story_report_story", "story"),
    comment="Which story a report belongs to.",
    sqlite_with_rowid=False,
)

story_change = Table(
    "story_change",
    metadata,
    key("story", primary_key=True),
    key("at", primary_key=True),
    key("kind", primary_key=True),
    Column("body", LargeBinary, nullable=False),
    comment="Stories that were split or merged as reports arrived; body is the StoryChange.",
)

proposition = Table(
    "proposition",
    metadata,
    key("id", primary_key=True),
    words("label"),
    Column("affirmed_least", Integer, nullable=False),
    Column("affirmed_most", Integer, nullable=False),
    Column("denied_least", Integer, nullable=False),
    Column("denied_most", Integer, nullable=False),
    Column("credibility", Integer, nullable=False),
    Column("circular", Boolean, nullable=False),
    Column("contradicted", Boolean, nullable=False),
    Column("assertions", Integer, nullable=False),
    key("day", optional=True),
    Column("body", LargeBinary, nullable=False),
    Index("ix_proposition_affirmed", "affirmed_least"),
    Index("ix_proposition_day", "day", "id"),
    Index("ix_proposition_contradicted", "contradicted", "day"),
    comment="What several claims say in common, with its independent chains; body is the Proposition.",
)

assertion = Table(
    "assertion",
    metadata,
    key("id", primary_key=True),
    Column("proposition", ForeignKey("proposition.id", ondelete="CASCADE"), nullable=False),
    of_report(),
    key("claim", optional=True),
    key("happening", optional=True),
    key("polarity"),
    Index("ix_assertion_proposition", "proposition"),
    Index("ix_assertion_report", "report", "claim"),
    comment="The words of one report that say a proposition; claim is the claim's id in the report.",
)

contradiction = Table(
    "contradiction",
    metadata,
    Column("left", ForeignKey("assertion.id", ondelete="CASCADE"), primary_key=True),
    Column("right", ForeignKey("assertion.id", ondelete="CASCADE"), primary_key=True),
    key("slot", primary_key=True),
    key("day", optional=True),
    Column("body", LargeBinary, nullable=False),
    Index("ix_contradiction_right", "right"),
    Index("ix_contradiction_day", "day", "left", "right", "slot"),
    comment="Two assertions that cannot both be so, and in what; body is the Contradiction.",
)
