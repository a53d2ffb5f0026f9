"""Finds the entries of a live blog: many short reports on one page, each with its time."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from musnad.article.blocks import Block, PageBlocks
from musnad.article.headings import HEADINGS
from musnad.article.linked_data import LinkedArticle
from musnad.languages.boilerplate import load_boilerplate
from musnad.languages.page_kinds import load_page_kind_words

_FEWEST_ENTRIES = 3
_LIVE_NAME = re.compile(r"live|update|timeline|liveblog|moment|key-?event", re.IGNORECASE)
_CLOCK = re.compile(r"(?:^|\s)[0-2]?\d[:.][0-5]\d(?:\s|$)")
_LONGEST_CLOCK = 60
_ENTRY_TAGS = frozenset({"article", "div", "li", "section"})
_LEAST_TEXT = 40  # characters an entry must hold


@dataclass(frozen=True, slots=True)
class LiveEntry:
    """One entry: its own headline if it has one, its paragraphs, its time as written, its id in the page."""

    headline: str | None
    paragraphs: tuple[str, ...]
    published: str | None
    anchor: str | None = None


def find_live_entries(
    page: PageBlocks, linked: LinkedArticle | None, headlines: Sequence[str]
) -> tuple[LiveEntry, ...]:
    """Return the entries of a live blog in the order of the page, none where the page is no live blog.

    Entries are elements built alike, three at least, each with a time and text; the page must also call itself live:
    in JSON-LD, in a headline or in the entries' names.
    """
    if linked and len(linked.updates) >= _FEWEST_ENTRIES:
        return tuple(
            LiveEntry(update.headline, update.paragraphs, update.published, update.anchor) for update in linked.updates
        )
    says_live = (linked is not None and linked.is_live) or any(map(load_page_kind_words().is_live, headlines))
    for numbers in _families(page, says_live=says_live):
        entries = _entries(page, numbers)
        if len(entries) >= _FEWEST_ENTRIES:
            return tuple(entries)
    return ()


def _families(page: PageBlocks, *, says_live: bool) -> list[list[int]]:
    """Return the numbers of siblings built alike, the largest families first; only live ones unless the page is."""
    families: dict[tuple[int, str, str], list[int]] = {}
    for number, element in enumerate(page.elements):
        if element.tag not in _ENTRY_TAGS or not element.classes or element.reason is not None:
            continue
        if says_live or _is_live(element.classes) or _is_live(page.elements[element.parent].classes):
            families.setdefault((element.parent, element.tag, element.classes.split()[0]), []).append(number)
    return sorted((family for family in families.values() if len(family) >= _FEWEST_ENTRIES), key=len, reverse=True)


@lru_cache(maxsize=2048)
def _is_live(classes: str) -> bool:
    return _LIVE_NAME.search(classes) is not None


def _entries(page: PageBlocks, numbers: Sequence[int]) -> list[LiveEntry]:
    """Return the entries of siblings; their blocks and times are dealt out in one pass each."""
    blocks: dict[int, list[Block]] = {number: [] for number in numbers}
    times: dict[int, str] = {}
    for block in page.blocks:
        owner = _owner(page, numbers, block.element)
        if owner is not None:
            blocks[owner].append(block)
    for element, time in page.times:
        owner = _owner(page, numbers, element)
        if owner is not None and time:
            times.setdefault(owner, time)
    return [entry for number in numbers if (entry := _entry(page, number, blocks[number], times.get(number)))]


def _owner(page: PageBlocks, numbers: Sequence[int], element: int) -> int | None:
    """Return which of the siblings, whose numbers ascend, holds an element."""
    place = bisect_right(numbers, element) - 1
    return numbers[place] if place >= 0 and element < page.elements[numbers[place]].end else None


def _entry(page: PageBlocks, number: int, blocks: Sequence[Block], written: str | None) -> LiveEntry | None:
    clock = next((block.text for block in blocks[:3] if _is_clock(block)), None)
    if written is None and clock is None:
        return None
    heading = next((block.text for block in blocks if block.tag in HEADINGS and not _is_clock(block)), None)
    texts = tuple(block.text for block in blocks if _is_text(page, number, block))
    if sum(map(len, texts)) < _LEAST_TEXT:
        return None
    return LiveEntry(heading, texts, written or clock, page.elements[number].id or None)


def _is_text(page: PageBlocks, entry: int, block: Block) -> bool:
    if block.tag in HEADINGS or block.link_share > 0.5 or block.time_share > 0.5 or _is_clock(block):
        return False
    number = block.element
    while number > entry:
        if page.elements[number].reason is not None:
            return False
        number = page.elements[number].parent
    return load_boilerplate().match_line(block.text) is None


def _is_clock(block: Block) -> bool:
    return block.time_share > 0.5 or (len(block.text) <= _LONGEST_CLOCK and _CLOCK.search(block.text) is not None)
