"""Writes down what was read and compared, one file a format: the JSON contract, the page, the dossier."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from musnad.export.contract import render_json, render_jsonl, report_record
    from musnad.export.dossier import render_dossier
    from musnad.export.dossier_page import render_dossier_page
    from musnad.export.found import render_found, render_found_csv
    from musnad.export.page import render_page

__all__ = [
    "render_dossier",
    "render_dossier_page",
    "render_found",
    "render_found_csv",
    "render_json",
    "render_jsonl",
    "render_page",
    "report_record",
]
_PLACES = {
    "render_dossier": "dossier",
    "render_dossier_page": "dossier_page",
    "render_found": "found",
    "render_found_csv": "found",
    "render_json": "contract",
    "render_jsonl": "contract",
    "render_page": "page",
    "report_record": "contract",
}


def __getattr__(name: str) -> Any:
    """Load a format when it is first asked for: `musnad --help` and a first reading should not wait for pages."""
    if name in _PLACES:
        return getattr(import_module(f"musnad.export.{_PLACES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
