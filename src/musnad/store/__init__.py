"""Keeps what was read: the only place that speaks SQL, to one SQLite file or to a PostgreSQL database."""

from musnad.store.adding import Added, Outcome
from musnad.store.checking import Fault
from musnad.store.errors import StoreError
from musnad.store.in_common import ANY_NUMBER
from musnad.store.preparing import KeyMaker, PreparedReport, SearchKeys, prepare_report, prepare_stored
from musnad.store.store import Store, open_store

__all__ = [
    "ANY_NUMBER",
    "Added",
    "Fault",
    "KeyMaker",
    "Outcome",
    "PreparedReport",
    "SearchKeys",
    "Store",
    "StoreError",
    "open_store",
    "prepare_report",
    "prepare_stored",
]
