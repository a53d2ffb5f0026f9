"""Brings documents in: places on this machine -> RawDocument."""

from musnad.intake.archives import WARC_SUFFIXES, is_archive, record_offsets
from musnad.intake.load import load_content, load_documents, load_warc_range
from musnad.intake.settings import KNOWN_SUFFIXES

__all__ = [
    "KNOWN_SUFFIXES",
    "WARC_SUFFIXES",
    "is_archive",
    "load_content",
    "load_documents",
    "load_warc_range",
    "record_offsets",
]
