"""Keeps what was read: the only place that speaks SQL, to one SQLite file or to a PostgreSQL database."""

from musnad.store.adding import Added, KeyMaker, Outcome, SearchKeys
from musnad.store.checking import Fault
from musnad.store.errors import StoreError
from musnad.store.in_common import ANY_NUMBER
from musnad.store.store import Store, open_store

__all__ = ["ANY_NUMBER", "Added", "Fault", "KeyMaker", "Outcome", "SearchKeys", "Store", "StoreError", "open_store"]
