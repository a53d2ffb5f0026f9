"""Shows values in a notebook: short tables of HTML in which every word of a text is escaped."""

from collections.abc import Iterable, Sequence
from html import escape

_MOST_ROWS = 50
_WORDS_SHOWN = 220


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table, its rows beyond fifty counted only; each cell runs in the direction of its own words."""
    listed = list(rows)
    shown = "".join(
        "<tr>"
        + "".join(f'<td dir="auto" style="text-align:start">{escape(_clip(cell))}</td>' for cell in row)
        + "</tr>"
        for row in listed[:_MOST_ROWS]
    )
    more = f"<p>and {len(listed) - _MOST_ROWS} more</p>" if len(listed) > _MOST_ROWS else ""
    head = "".join(f"<th>{escape(each)}</th>" for each in heads)
    return f"<table><caption>{escape(caption)}</caption><tr>{head}</tr>{shown}</table>{more}"


def _clip(words: str) -> str:
    return words if len(words) <= _WORDS_SHOWN else words[: _WORDS_SHOWN - 1] + "…"
