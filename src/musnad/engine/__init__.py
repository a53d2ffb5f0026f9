"""Reads many documents at once, in several processes; archives/ keeps what comes of it as Parquet, also on clusters."""

from musnad.engine.reading import Rendered, read_documents, render_documents

__all__ = ["Rendered", "read_documents", "render_documents"]
