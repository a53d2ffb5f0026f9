"""Creates the table of sources, and what lists of propositions, contradictions, entities and stories are sorted by."""

import sqlalchemy as sa
from alembic import op

from musnad.store.migrations.columns import KEY

revision = "r0006_sources_and_lists"
down_revision = "r0005_search"
branch_labels = None
depends_on = None

_COMMENT = (
    "Who is named as a holder of claims, and which outlets print them (kind page), with how many claims, reports "
    "and denials, and the first and the latest day. The key is the lexicon entry, the folded name, or the class of "
    "unnamed ones; the id is kind:key."
)
_KEY = "CASE WHEN kind = 'anon' THEN coalesce(anonymity, '') ELSE coalesce(entry, folded, '') END"
# Another look than the code's own: what is counted here is what stands in the rows.
_HOLDERS = f"""
INSERT INTO source (id, kind, "key", name, claims, origins, denials, reports, first_day, day)
SELECT kind || ':' || "key", kind, "key", max(name), count(*), sum(is_origin), sum(denies), count(DISTINCT report),
       min(day), max(day)
FROM (
  SELECT report, claim, kind, {_KEY} AS "key", max(name) AS name, max(day) AS day,
         max(CASE WHEN position = (SELECT max(position) FROM link f
                                   WHERE f.report = link.report AND f.claim = link.claim) THEN 1 ELSE 0 END)
           AS is_origin,
         max(CASE WHEN stance = 'denies' THEN 1 ELSE 0 END) AS denies
  FROM link GROUP BY report, claim, kind, {_KEY}
) each_claim
WHERE "key" <> '' OR kind = 'anon'
GROUP BY kind, "key"
"""
_PAGES = """
INSERT INTO source (id, kind, "key", name, claims, origins, denials, reports, first_day, day)
SELECT 'page:' || coalesce(outlet_entry, outlet), 'page', coalesce(outlet_entry, outlet), max(outlet),
       sum(claims), 0, sum(denials), count(*), min(day), max(day)
FROM (
  SELECT number, outlet_entry, outlet, report.day AS day, count(claim.report) AS claims,
         sum(CASE WHEN stance = 'denies' THEN 1 ELSE 0 END) AS denials
  FROM report LEFT JOIN claim ON claim.report = report.number
  WHERE coalesce(outlet_entry, outlet, '') <> '' GROUP BY number
) each_report
GROUP BY coalesce(outlet_entry, outlet)
"""
_LATER_SIDE = """
UPDATE contradiction SET day = (
  SELECT max(report.day) FROM assertion JOIN report ON report.number = assertion.report
  WHERE assertion.id IN (contradiction."left", contradiction."right"))
"""
_LATEST_NAMING = """
UPDATE entity SET day = (
  SELECT max(report.day) FROM entity_naming JOIN naming ON naming.id = entity_naming.naming
  JOIN report ON report.number = naming.report WHERE entity_naming.entity = entity.id)
"""
_SORTED = (
    ("report", "published", ("published", "number")),
    ("proposition", "day", ("day", "id")),
    ("story", "latest", ("latest", "id")),
)


def upgrade() -> None:
    """Create and fill them."""
    op.create_table(
        "source",
        sa.Column("id", KEY, nullable=False),
        sa.Column("kind", KEY, nullable=False),
        sa.Column("key", KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("denials", sa.Integer(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("first_day", KEY, nullable=True),
        sa.Column("day", KEY, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_source"),
        comment=_COMMENT,
    )
    op.add_column("contradiction", sa.Column("day", KEY, nullable=True))
    op.add_column("entity", sa.Column("day", KEY, nullable=True))
    for statement in (_HOLDERS, _PAGES, _LATER_SIDE, _LATEST_NAMING):
        op.execute(statement)
    op.create_index("ix_source_day", "source", ["day", "id"])
    op.create_index("ix_source_kind", "source", ["kind", "claims"])
    op.create_index("ix_source_claims", "source", ["claims", "id"])
    op.create_index("ix_source_key", "source", ["key"])
    op.create_index("ix_contradiction_day", "contradiction", ["day", "left", "right", "slot"])
    op.create_index("ix_entity_day", "entity", ["day", "id"])
    op.create_index("ix_entity_reports", "entity", ["reports", "id"])
    for table, column, columns in _SORTED:
        op.drop_index(f"ix_{table}_{column}", table)
        op.create_index(f"ix_{table}_{column}", table, columns)


def downgrade() -> None:
    """Drop them; all of it is derived."""
    for table, column, _ in _SORTED:
        op.drop_index(f"ix_{table}_{column}", table)
        op.create_index(f"ix_{table}_{column}", table, [column])
    op.drop_index("ix_entity_reports", "entity")
    op.drop_index("ix_entity_day", "entity")
    op.drop_index("ix_contradiction_day", "contradiction")
    op.drop_column("entity", "day")
    op.drop_column("contradiction", "day")
    op.drop_table("source")
