"""Keeps cells from being run: a spreadsheet takes some first characters for the beginning of a formula."""

from typing import TypeVar

Cell = TypeVar("Cell")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe_cell(cell: Cell) -> Cell | str:
    """Return the cell, with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
