"""The steps from one schema of the store to the next, in order; alembic runs them."""

HEAD = "r0006_sources_and_lists"
"""The newest revision: the schema that this version of Musnad works with."""
