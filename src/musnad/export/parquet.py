"""Writes a table of a dossier as Parquet, for DuckDB, pandas and R."""

import io
from typing import Any

from musnad.export.extras import needs
from musnad.export.tables import Cell, table_named
from musnad.model import Dossier


def render_parquet(dossier: Dossier, name: str) -> bytes:
    """Return one table of the dossier as a Parquet file; a column without a value is one of strings."""
    arrow = needs("pyarrow", "parquet")
    table = table_named(name)
    rows = list(table.rows(dossier))
    columns = {column: _column(arrow, [row[place] for row in rows]) for place, column in enumerate(table.columns)}
    written = io.BytesIO()
    needs("pyarrow.parquet", "parquet").write_table(arrow.table(columns), written, compression="zstd")
    return written.getvalue()


def _column(arrow: Any, cells: list[Cell]) -> Any:
    known = {type(cell) for cell in cells if cell is not None}
    if known == {int, float}:
        return arrow.array([None if cell is None else float(cell) for cell in cells], arrow.float64())
    kinds = {bool: arrow.bool_(), int: arrow.int64(), float: arrow.float64(), str: arrow.string()}
    return arrow.array(cells, kinds[known.pop()] if len(known) == 1 else arrow.string())
