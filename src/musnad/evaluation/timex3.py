"""Reads texts whose times are marked by TIMEX3 elements (TimeML, Pustejovsky et al. 2003)."""

import re
import zipfile
from pathlib import Path

from musnad.errors import GoldError
from musnad.model import Span

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][\w]*)[^>]*>|<[!?][^>]*>")


def load_timex3(path: Path) -> list[tuple[str, tuple[Span, ...]]]:
    """Return text and marked spans of each .tml file of a zip; raise GoldError where it cannot be read."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = sorted(name for name in archive.namelist() if name.endswith(".tml"))
            return [read_timex3(archive.read(name).decode("utf-8-sig")) for name in names]
    except (OSError, zipfile.BadZipFile, UnicodeDecodeError) as error:
        raise GoldError(f"{path} is not a zip of TIMEX3 texts: {error!r}") from error


def read_timex3(marked: str) -> tuple[str, tuple[Span, ...]]:
    """Return the text without its elements, and the spans of its TIMEX3 elements."""
    text = ""
    position = 0
    opened: list[int] = []
    spans: list[Span] = []
    for tag in _TAG.finditer(marked):
        text += marked[position : tag.start()]
        position = tag.end()
        if tag["name"] != "TIMEX3":
            continue
        if not tag["close"]:
            opened.append(len(text))
        elif opened and (start := opened.pop()) < len(text):
            spans.append(Span(start, len(text)))
    return text + marked[position:], tuple(sorted(spans))
