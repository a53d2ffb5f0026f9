"""Brings documents in: places on this machine -> RawDocument."""

from musnad.intake.load import load_content, load_documents

__all__ = ["load_content", "load_documents"]
