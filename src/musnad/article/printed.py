"""Finds the dates that a page prints for its readers, beside its headline."""

from collections.abc import Iterator, Sequence
from datetime import date

from musnad.article.blocks import Block, PageBlocks
from musnad.article.dates import DATE_LIKE, read_date
from musnad.article.tail import is_paragraph
from musnad.languages.bylines import load_byline_forms
from musnad.languages.date_lines import DateKind, load_date_lines
from musnad.languages.western_dates import load_western_dates
from musnad.model import Found

_LONGEST_DATE_LINE = 140  # characters
_LINES_AFTER = 20
_LINES_BEFORE = 3
_LONGEST_LONE_LINE = 80  # characters
_LISTS = frozenset({"related", "comments", "navigation", "footer", "advert"})
_MOST_PARAGRAPHS = 2  # a standfirst and a lead may stand before the date; further down dates are the text's


def published_dates(
    declared: Sequence[Found], page: PageBlocks, place: int, *, in_url: Found | None
) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    """Return the candidates for the publication and for the modification, the most trusted first.

    `declared` are those of the metadata, `place` the number of the headline's block. Metadata come first, then a time
    element and a printed date beside the headline, and the day in the address. The address decides between days.
    """
    published, modified = _printed(page, place)
    timed = next(_times(page, place), None)
    agree = [found for found in (timed, published) if found and (in_url is None or same_day(found, in_url))]
    rest = [found for found in (in_url, timed, published, modified) if found and found not in agree]
    if not (declared or agree or rest) and (only := _only_day(page, place)):
        rest = [only]
    return (*declared, *agree, *rest), (modified,) if modified else ()


def same_day(one: Found, other: Found) -> bool:
    """Tell whether two written dates are of one day."""
    first, second = read_date(one.value), read_date(other.value)
    return first is not None and second is not None and first[0].date() == second[0].date()


def _printed(page: PageBlocks, place: int) -> tuple[Found | None, Found | None]:
    """Return the printed dates of publication and of the last change: below the headline, else right above it."""
    published: Found | None = None
    modified: Found | None = None
    for line in _date_lines(page.blocks, place):
        first, changed = dates_of_line(line)
        published = published or first
        modified = modified or changed
    return published, modified


def dates_of_line(line: str) -> tuple[Found | None, Found | None]:
    """Return the dates of publication and of the last change that a date line tells by its labels."""
    published: Found | None = None
    modified: Found | None = None
    for piece in load_date_lines().pieces(line):
        if read_date(piece.words) is None:
            continue
        if piece.kind is DateKind.MODIFIED or load_western_dates().is_update(piece.words):
            modified = modified or Found(piece.words, "printed")
        else:
            published = published or Found(piece.words, "printed")
    return published, modified


def _date_lines(blocks: Sequence[Block], place: int) -> Iterator[str]:
    paragraphs = 0
    for block in blocks[place + 1 : place + 1 + _LINES_AFTER]:
        paragraphs += is_paragraph(block.text)
        if paragraphs > _MOST_PARAGRAPHS:
            break
        if _is_date_line(block):
            yield block.text
    yield from (block.text for block in reversed(blocks[max(0, place - _LINES_BEFORE) : place]) if _is_date_line(block))


def _only_day(page: PageBlocks, place: int) -> Found | None:
    """Return the date line after the headline where the page prints but one day there outside its lists."""
    found: dict[date, Found] = {}
    for block in page.blocks[place:]:
        if len(block.text) > _LONGEST_LONE_LINE or block.link_share > 0 or page.is_inside(block.element, _LISTS):
            continue
        read = read_date(block.text) if _is_date_line(block) else None
        if read:
            found.setdefault(read[0].date(), Found(block.text, "printed"))
    return next(iter(found.values())) if len(found) == 1 else None


def _is_date_line(block: Block) -> bool:
    if block.tag == "figcaption" or len(block.text) > _LONGEST_DATE_LINE or not DATE_LIKE.search(block.text):
        return False
    if is_paragraph(block.text) and not load_byline_forms().read(block.text):
        return False
    return read_date(block.text) is not None


def _times(page: PageBlocks, place: int) -> Iterator[Found]:
    """Yield the machine-readable times from the headline on, then those before it."""
    headline = page.blocks[place].element if page.blocks else 0
    below = [time for element, time in page.times if element >= headline]
    above = [time for element, time in page.times if element < headline]
    yield from (Found(time, "time") for time in (*below, *above) if time and read_date(time))
