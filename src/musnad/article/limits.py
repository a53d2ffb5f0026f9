"""Keeps documents that no newsroom made from filling the memory: refuses pages, and cuts texts that have no end."""

import re

from musnad.model import Problem, ProblemCode

# Elements that need no end tag: counting theirs would take a long flat page for a deep one.
# fmt: off
_UNCLOSED = frozenset({
    "p", "li", "br", "img", "hr", "meta", "link", "input", "td", "th", "tr", "dt", "dd", "option", "source", "wbr",
})
# fmt: on
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# A tag up to its end: quotation marks count only around a value, everything else may stand in an attribute's name.
_OPEN_TAG = re.compile(r"<[a-zA-Z](?>(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')|=)*)")
_VALUE = re.compile(r"=\s*+(?:\"[^\"]*+\"|'[^']*+')")
# Parsing takes time with the square of the depth: a second here, minutes at ten times as deep.
_DEEPEST = 30_000
# A page of news has some thousand tags; each takes up to 1,000 bytes on the way, an attribute 150.
_MOST_TAGS = 100_000
_MOST_ATTRIBUTES = 500_000
# Parsing a tag takes time with the square of its attributes, half a second for so many comparisons; a page of news,
# with the scripts that look like tags, stays under two millions.
_MOST_COMPARISONS = 300_000_000
_HARMLESS_TAG = 2_000  # characters
_HARMLESS_PAGE = 150_000  # characters; the worst tag that fits takes 2 s
_SMALL = 2_000_000  # characters of a page that cannot hold too many letters or attributes in all
# Letters that are not ASCII; saved pages have megabytes of pictures and scripts, but those are.
_MOST_WIDE = 5_000_000
_MOST_VALUES = 500_000  # equals signs: matching tags takes 250 bytes for each
_LARGE = 1_000_000  # bytes of a page from which its pictures are worth taking out
_PICTURE = re.compile(rb"(?<=[\"'(=])data:[\w.+-]{1,40}/[\w.+-]{1,40};base64,[A-Za-z0-9+/=]+")
_SCRIPT_TAG = re.compile(rb"<(/?)script\b", re.IGNORECASE)
LONGEST_SCRIPT = 2_000_000
"""Bytes of a script that are read, as JSON-LD: a graph has some thousand, a live blog's a few hundred thousand."""
MOST_VISIBLE = 2_000_000
"""Characters of visible text that a page may have: the longest live blogs stay under a tenth of it."""
LONGEST_TEXT = 300_000
"""Characters of an article that are read, some 50,000 words; each can be a token, which takes 250 bytes."""


def refuse_page(html: str) -> Problem | None:
    """Return why a page is not even parsed, or None for one that can be."""
    if _is_too_deep(html):
        return _refusal(f"nests more than {_DEEPEST:,} elements in one another")
    if html.count("<") > _MOST_TAGS:
        return _refusal(f"has more than {_MOST_TAGS:,} tags")
    if html.count("=") > _MOST_VALUES:
        return _refusal(f"has more than {_MOST_VALUES:,} equals signs")
    if len(html) > _HARMLESS_PAGE and (too_many := _too_many_attributes(html)):
        return _refusal(too_many)
    if len(html) <= _SMALL:
        return None
    if len(html) - len(html.encode("ascii", "ignore")) > _MOST_WIDE:
        return _refusal(f"has more than {_MOST_WIDE:,} letters that are not Latin")
    return None


def without_pictures(content: bytes) -> bytes:
    """Return a large page without the pictures that are written into it, which hold no text."""
    return _PICTURE.sub(b"", content) if len(content) > _LARGE else content


def without_long_scripts(content: bytes) -> bytes:
    """Return a page with each script of more than `LONGEST_SCRIPT` bytes emptied, for parsing would copy it thrice."""
    if len(content) <= LONGEST_SCRIPT:
        return content
    kept: list[bytes] = []
    done, opened = 0, None
    for tag in _SCRIPT_TAG.finditer(content):
        if opened is None:
            opened = tag.end() if not tag[1] else None
        elif tag[1]:
            begin = content.find(b">", opened, tag.start()) + 1
            if begin and tag.start() - begin > LONGEST_SCRIPT:
                kept.append(content[done:begin])
                done = tag.start()
            opened = None
    return b"".join((*kept, content[done:])) if kept else content


def refuse_text() -> Problem:
    """Return the problem of a page that shows more than `MOST_VISIBLE` characters."""
    return _refusal(f"shows more than {MOST_VISIBLE:,} characters of text")


def cut_text(text: str) -> tuple[str, tuple[Problem, ...]]:
    """Return the text, or its beginning up to the last line or word within the limit and the problem of the rest."""
    if len(text) <= LONGEST_TEXT:
        return text, ()
    room = text[:LONGEST_TEXT]
    # A cut that would leave less than half is no end of a line, but of a text on one line.
    end = next((place for mark in "\n " if (place := room.rfind(mark)) > LONGEST_TEXT // 2), LONGEST_TEXT)
    message = (
        f"The text has {len(text):,} characters, more than a report has: its first {end:,} were read. "
        "Part it into its reports to have all of it read."
    )
    return text[:end], (Problem(ProblemCode.LONG_TEXT, message),)


def _refusal(what: str) -> Problem:
    return Problem(ProblemCode.NO_ARTICLE, f"The page {what}, as no article's page does.")


def _is_too_deep(html: str) -> bool:
    if html.count("<") <= _DEEPEST:
        return False
    depth = 0
    for match in _TAG.finditer(html):
        if match[2].lower() not in _UNCLOSED:
            depth = max(0, depth - 1) if match[1] else depth + 1
            if depth > _DEEPEST:
                return True
    return False


def _too_many_attributes(html: str) -> str | None:
    shortest = _HARMLESS_TAG if len(html) <= _SMALL else 0
    attributes = comparisons = 0
    for tag in _OPEN_TAG.finditer(html):
        if tag.end() - tag.start() < shortest:
            continue
        names = _VALUE.sub(" ", tag[0])
        count = sum(map(names.count, " \n\t\r\f/"))
        attributes += count
        comparisons += count * count
        if attributes > _MOST_ATTRIBUTES or comparisons > _MOST_COMPARISONS:
            return f"has tags of {count:,} attributes, or {attributes:,} in all"
    return None
