"""Reads many documents at once, in processes of this machine or of a cluster, and keeps what comes of it as Parquet."""

from musnad.engine.cluster import convert_on_ray
from musnad.engine.converting import Converted, convert_parts
from musnad.engine.loading import load_reports
from musnad.engine.parts import Part, plan_parts
from musnad.engine.reading import Rendered, read_documents, render_documents

__all__ = [
    "Converted",
    "Part",
    "Rendered",
    "convert_on_ray",
    "convert_parts",
    "load_reports",
    "plan_parts",
    "read_documents",
    "render_documents",
]
