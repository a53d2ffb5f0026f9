"""Sets Arabic beside Latin labels so that neither moves the other, whether or not the terminal reorders."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from musnad.export.display import display_line

FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"


def isolated(words: str, style: str = "") -> Text:
    """Return a document's words, safe to show, on one line, in an isolate of their own; nothing for none."""
    if not words:
        return Text(style=style)
    return Text(f"{FIRST_STRONG_ISOLATE}{display_line(words)}{POP_ISOLATE}", style=style)


def print_wrapped(console: Console, text: Text, *, indent: int = 0, hanging: int = 0) -> None:
    """Print the text wrapped to the console's width, every line indented, later ones by `hanging` more."""
    width = max(20, console.width - indent - hanging)
    for number, line in enumerate(_closed_lines(text.wrap(console, width, justify="left", no_wrap=False))):
        margin = " " * (indent + (hanging if number else 0))
        console.print(Text(margin) + line, soft_wrap=True)


def _closed_lines(lines: Iterable[Text]) -> Iterator[Text]:
    """Yield the lines with every isolate closed at the line's end and opened again on the next."""
    depth = 0
    for line in lines:
        opened = Text(FIRST_STRONG_ISOLATE * depth) + line
        opened.rstrip()
        depth = opened.plain.count(FIRST_STRONG_ISOLATE) - opened.plain.count(POP_ISOLATE)
        yield opened + Text(POP_ISOLATE * depth)
