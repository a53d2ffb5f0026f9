"""Creates the table of search keys and the full-text index over it, in the form that each database has for it."""

import sqlalchemy as sa
from alembic import op

from musnad.store.migrations.columns import NUMBER

revision = "r0005_search"
down_revision = "r0004_review_and_work"
branch_labels = None
depends_on = None

_COMMENT = (
    "Search keys of a report, parted by blanks, in the order of its words. SQLite: triggers feed search_index, "
    "an FTS5 table of the same columns. PostgreSQL: generated columns keys_vector and exact_vector, with GIN."
)

# The keys are folded already: the tokenizer has only to part them at blanks, and unicode61 does where they are letters
# and digits. Removing diacritics again would join what the analyser tells apart.
_SQLITE = (
    "CREATE VIRTUAL TABLE search_index USING fts5(title_keys, text_keys, exact, content='search_text', "
    "content_rowid='report', tokenize='unicode61 remove_diacritics 0')",
    "CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN "
    "INSERT INTO search_index(rowid, title_keys, text_keys, exact) "
    "VALUES (new.report, new.title_keys, new.text_keys, new.exact); END",
    "CREATE TRIGGER search_text_removed AFTER DELETE ON search_text BEGIN "
    "INSERT INTO search_index(search_index, rowid, title_keys, text_keys, exact) "
    "VALUES ('delete', old.report, old.title_keys, old.text_keys, old.exact); END",
    "CREATE TRIGGER search_text_changed AFTER UPDATE ON search_text BEGIN "
    "INSERT INTO search_index(search_index, rowid, title_keys, text_keys, exact) "
    "VALUES ('delete', old.report, old.title_keys, old.text_keys, old.exact); "
    "INSERT INTO search_index(rowid, title_keys, text_keys, exact) "
    "VALUES (new.report, new.title_keys, new.text_keys, new.exact); END",
)
_POSTGRESQL = (
    "ALTER TABLE search_text ADD COLUMN keys_vector tsvector GENERATED ALWAYS AS "
    "(setweight(to_tsvector('simple', title_keys), 'A') || setweight(to_tsvector('simple', text_keys), 'B')) STORED",
    "ALTER TABLE search_text ADD COLUMN exact_vector tsvector GENERATED ALWAYS AS "
    "(to_tsvector('simple', exact)) STORED",
    "CREATE INDEX ix_search_text_keys ON search_text USING gin (keys_vector)",
    "CREATE INDEX ix_search_text_exact ON search_text USING gin (exact_vector)",
)


def upgrade() -> None:
    """Create them."""
    op.create_table(
        "search_text",
        sa.Column("report", NUMBER, autoincrement=False, nullable=False),
        sa.Column("title_keys", sa.Text(), nullable=False),
        sa.Column("text_keys", sa.Text(), nullable=False),
        sa.Column("exact", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.number"], name="fk_search_text_report", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("report", name="pk_search_text"),
        comment=_COMMENT,
    )
    for statement in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    """Drop them; the reports stay, and a later upgrade asks for their keys anew."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE search_index")
    op.drop_table("search_text")
