"""The steps from one schema of the store to the next, in order; alembic runs them."""

HEAD = "r0008_narrow_search"
"""The newest revision: the schema that this version of Musnad works with."""
