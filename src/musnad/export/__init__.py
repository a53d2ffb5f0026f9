"""Writes down what was read and compared, one file a format: the JSON contract, the page, the dossier."""

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
