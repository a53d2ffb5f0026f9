"""The types of columns in migrations; a released revision stays as it is, so these do too."""

import sqlalchemy as sa

KEY = sa.String().with_variant(sa.String(collation="C"), "postgresql")
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
