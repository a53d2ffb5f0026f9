"""Keeps a store up to date: documents in, reports kept and compared, again and again."""

from musnad.keeping.adding import (
    AddSummary,
    CompareInTurn,
    Comparer,
    Readied,
    Watcher,
    add_documents,
    read_ready,
    readied,
    reread,
)
from musnad.keeping.comparing import CompareSettings, compare_new
from musnad.keeping.held import HeldReports
from musnad.keeping.subscribing import save_search, watch_address

__all__ = [
    "AddSummary",
    "CompareInTurn",
    "CompareSettings",
    "Comparer",
    "HeldReports",
    "Readied",
    "Watcher",
    "add_documents",
    "compare_new",
    "read_ready",
    "readied",
    "reread",
    "save_search",
    "watch_address",
]
