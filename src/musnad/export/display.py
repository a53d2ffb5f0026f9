"""Makes words of a page safe to show: no control characters, nothing that reorders what surrounds them."""

import re
from datetime import datetime

from musnad.model import Report

# Embeddings, overrides and isolates reach past the words they stand in; the plain marks U+200E, U+200F and
# U+061C do not, and Arabic pages rely on them.
_BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LINE_SEPARATORS = re.compile("\r\n?|[\u0085\u2028\u2029\x0b\x0c]")
_ONE_SEPARATOR = re.compile("[\r\u0085\u2028\u2029\x0b\x0c]")
_HASHTAG = re.compile(r"#(\w+)")
_AROUND_NAMES = " ،؛,;:.-–"
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufff9-\ufffb]")

_ENCODED = re.compile("(?:%[89A-Fa-f][0-9A-Fa-f])+")  # of letters beyond ASCII


def display_text(words: str) -> str:
    """Return the words without bidi controls, each control character shown as U+FFFD; line breaks stay."""
    words = _LINE_SEPARATORS.sub("\n", _BIDI_CONTROLS.sub("", words))
    return _UNPRINTABLE.sub("\ufffd", words)


def display_unmoved(words: str) -> str:
    """Return the words safe to show and of the same length, so that spans fit; U+200B for what is left out."""
    words = _BIDI_CONTROLS.sub("\u200b", words)
    return _UNPRINTABLE.sub("\ufffd", _ONE_SEPARATOR.sub(" ", words))


def display_line(words: str) -> str:
    """Return the words safe to show and on one line, runs of blanks drawn together."""
    return " ".join(display_text(words).split())


def clip(words: str, *, length: int) -> str:
    """Return the words on one line, cut at a blank where longer than `length` characters."""
    line = display_line(words)
    if len(line) <= length:
        return line
    head, _, _ = line[:length].rpartition(" ")
    return f"{head or line[: length - 1]}…"


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun: 1 claim, 2 claims; `many` is the plural where it is not formed with s."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def outlet_name(report: Report) -> str:
    """Return the name of the outlet that published the report, or an empty string."""
    article = report.article
    return display_line(article.outlet.value) if article is not None and article.outlet is not None else ""


def place_name(report: Report) -> str:
    """Return where the report came from: its file, else its address, else its id."""
    return display_line(report.raw.path or "") or readable_address(report.raw.url or "") or report.id


def readable_address(address: str) -> str:
    """Return an address with its letters as people read them: %D9%82 is ق; what is encoded of ASCII stays so."""
    return display_line(_ENCODED.sub(_decoded, address))


def _decoded(found: re.Match[str]) -> str:
    try:
        return bytes.fromhex(found[0].replace("%", "")).decode()
    except UnicodeDecodeError:
        return found[0]


def day_and_time(moment: datetime, *, has_time: bool) -> str:
    """Return a moment as 2024-03-01 or 2024-03-01 14:30 UTC+3, in the page's own time zone."""
    if not has_time:
        return moment.date().isoformat()
    return f"{moment:%Y-%m-%d %H:%M} {moment.tzname() or ''}".rstrip()


def tidy_name(words: str) -> str:
    """Return a name without what stands around it in the text: a comma behind it, the sign of a hashtag."""
    return display_line(_HASHTAG.sub(lambda tag: tag[1].replace("_", " "), words)).strip(_AROUND_NAMES)
