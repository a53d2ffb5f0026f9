"""Writes results of a search as JSON or CSV: the reports, the passages that match, how many there are of each sort."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import msgspec

from musnad.export.contract import encode_record
from musnad.export.display import display_line
from musnad.export.spreadsheet import safe_cell
from musnad.model import Span

if TYPE_CHECKING:  # the search loads a language, which a command that searches nothing need not wait for
    from musnad.search import Hit, Results

_COLUMNS = ("id", "published", "outlet", "title", "address", "score", "passages", "claims")


def render_found(results: Results) -> str:
    """Return the results as indented JSON; spans are [start, end) code points of each report's article.text."""
    facets: dict[str, list[dict[str, Any]]] = {}
    for facet in results.facets:
        facets.setdefault(facet.facet, []).append(
            {"value": facet.value, "label": facet.label, "reports": facet.reports}
        )
    record = {
        "query": results.query,
        "total": results.total,
        "hits": [_hit_record(hit) for hit in results.hits],
        "next": results.next,
        "facets": facets,
        "ignored": list(results.ignored),
        "suggestions": list(results.suggestions),
    }
    return msgspec.json.format(encode_record(record), indent=2).decode() + "\n"


def render_found_csv(results: Results) -> str:
    """Return the results as CSV, a hit a line; several passages or claims of a report are parted by " … "."""
    written = io.StringIO()
    lines = csv.writer(written, lineterminator="\n")
    lines.writerow(_COLUMNS)
    for hit in results.hits:
        found = hit.found
        passages = " … ".join(passage.span.of(hit.text) for passage in hit.passages)
        claims = " … ".join(claim.span.of(hit.text) for claim in hit.claims)
        place = found.address or found.path or ""
        cells = (found.id, found.published, hit.outlet or "", found.title or "", place, found.score, passages, claims)
        lines.writerow([safe_cell(display_line(str(cell))) for cell in cells])
    return written.getvalue()


def _hit_record(hit: Hit) -> dict[str, Any]:
    found = hit.found
    return {
        "id": found.id,
        "title": found.title,
        "title_marks": _pairs(hit.title_marks),
        "outlet": hit.outlet,
        "outlet_entry": found.outlet_entry,
        "published": found.published or None,
        "url": found.address,
        "path": found.path,
        "score": found.score,
        "passages": [
            {"span": _pair(passage.span), "text": passage.span.of(hit.text), "marks": _pairs(passage.marks)}
            for passage in hit.passages
        ],
        "claims": [
            {"id": claim.id, "span": _pair(claim.span), "text": claim.span.of(hit.text), "stance": claim.stance}
            for claim in hit.claims
        ],
    }


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [_pair(span) for span in spans]
