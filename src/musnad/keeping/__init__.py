"""Keeps a store up to date: documents in, reports kept and compared, again and again."""

from musnad.keeping.adding import AddSummary, Watcher, add_documents, reread
from musnad.keeping.comparing import CompareSettings, compare_new

__all__ = ["AddSummary", "CompareSettings", "Watcher", "add_documents", "compare_new", "reread"]
