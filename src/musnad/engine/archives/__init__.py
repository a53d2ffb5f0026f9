"""Archives -> Parquet files of reports and claims -> a store; apart, for only what converts should load a database."""

from musnad.engine.archives.cluster import convert_on_ray
from musnad.engine.archives.converting import Converted, convert_parts
from musnad.engine.archives.loading import converted_reports, is_converted, load_reports
from musnad.engine.archives.parts import Part, plan_parts

__all__ = [
    "Converted",
    "Part",
    "convert_on_ray",
    "convert_parts",
    "converted_reports",
    "is_converted",
    "load_reports",
    "plan_parts",
]
