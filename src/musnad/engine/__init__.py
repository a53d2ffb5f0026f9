"""Reads many documents at once, in several processes; archives/ keeps what comes of it as Parquet, also on clusters."""

from musnad.engine.reading import Rendered, read_documents, render_documents
from musnad.engine.spreads import open_spread

__all__ = ["Rendered", "open_spread", "read_documents", "render_documents"]
