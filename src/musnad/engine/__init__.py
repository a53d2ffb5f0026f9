"""Reads many documents at once: in processes of this machine, or of a cluster."""

from musnad.engine.reading import Rendered, read_documents, render_documents

__all__ = ["Rendered", "read_documents", "render_documents"]
