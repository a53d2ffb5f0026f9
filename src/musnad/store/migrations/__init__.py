"""The steps from one schema of the store to the next, in order; alembic runs them."""

HEAD = "r0007_accounts"
"""The newest revision: the schema that this version of Musnad works with."""
