"""Writes reports down, one file a format: the JSON contract and the self-contained page."""

from musnad.export.contract import render_json, render_jsonl, report_record
from musnad.export.page import render_page

__all__ = ["render_json", "render_jsonl", "render_page", "report_record"]
