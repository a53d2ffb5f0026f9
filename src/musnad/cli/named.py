"""Prints the mentions of a report, a line a kind."""

from rich.console import Console
from rich.text import Text

from musnad.cli.isolation import isolated, print_wrapped
from musnad.export.named import KindRow, kind_rows
from musnad.model import Report

_MARGIN = 4
_SHOWN = 12  # wordings of a kind: about three lines


def print_mentions(console: Console, report: Report) -> None:
    """Print what the report mentions, kind by kind; nothing where it mentions nothing."""
    rows = kind_rows(report)
    if not rows:
        return
    console.print(Text("\nmentions", style="bold"))
    for row in rows:
        print_wrapped(console, _line(row), indent=_MARGIN, hanging=2)


def _line(row: KindRow) -> Text:
    line = Text(f"{row.label.en}  ", style="cyan")
    for number, (words, count) in enumerate(row.words[:_SHOWN]):
        line.append("  " if number else "").append_text(isolated(words))
        if count > 1:
            line.append(f" ×{count}", style="dim")
    hidden = len(row.words) - _SHOWN
    return line.append(f"  and {hidden} more", style="dim") if hidden > 0 else line
