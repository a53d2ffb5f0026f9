"""Brings documents in: places on this machine -> RawDocument."""

from musnad.intake.load import load_documents

__all__ = ["load_documents"]
