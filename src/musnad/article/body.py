"""Chooses the part of a page that is its article, and tells for every other block why it is not."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from musnad.article.blocks import Block, PageBlocks
from musnad.article.dates import DATE_LIKE
from musnad.article.headings import HEADINGS
from musnad.article.satellites import drop_satellites
from musnad.article.spelling import LineSet, words_key
from musnad.article.tail import boilerplate_reasons, is_paragraph
from musnad.languages.bylines import load_byline_forms

_CELLS = frozenset({"td", "th"})  # a table of figures in an article is all scraps
_SENTENCE_ENDS = (".", "؟", "!", "?", ":", "”", "»", '"')
_LINKED = 0.5  # share of linked characters above which a block is a way to elsewhere, not text
_SHORT = 40
_LONGEST_HEADLINE = 300  # characters
_LONGEST_CREDIT = 300
_LONGEST_RULE = 60  # a line of dashes or stars
_BYLINE_REACH = 5  # blocks from the top of the text, a standfirst and a lead among them
_LEAST_BODY = 80  # characters: the shortest flash news is a sentence of some twelve words
_LEAST_UNMARKED = 200
_UNMARKED_SHARE = 0.3
_RESCUED_SHARE = 0.5
# ©, (Image: X), (Photo by X), (صورة: X), X/Getty Images: what pages print under pictures, whatever the tag.
_PICTURE_CREDIT = re.compile(
    r"^©|[(\[](?:image|photo|picture|credit|صورة|الصورة|تصوير)\b[^()\[\]]{0,60}[)\]]?\s*$"
    r"|(?:getty images|shutterstock|ap photo|غيتي|جيتي)\W{0,3}$",
    re.IGNORECASE,
)
# Between the pictures of a series: Image 2 of 5، صورة 2 من 5.
_COUNTED_PICTURE = re.compile(r"(?:image|photo|picture|slide|صورة|الصورة)\s+\d+\s*(?:of|من|/)\s*\d+", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


@dataclass(frozen=True, slots=True)
class PageBody:
    """The article's paragraphs, and (text, reason) of every other block in reading order."""

    paragraphs: tuple[str, ...]
    dropped: tuple[tuple[str, str], ...]


def find_body(page: PageBlocks, *, headlines: Sequence[str], byline: str | None) -> PageBody:
    """Return the page's paragraphs and the rest of its blocks; no paragraphs where it holds no article.

    `headlines` are the forms in which the page words its headline, the one that was chosen first.
    """
    known_headlines = LineSet(headlines)
    marks = _inherited_reasons(page, known_headlines)
    known = [marks[block.element] or _own_reason(block, known_headlines) for block in page.blocks]
    reasons = [_outer_reason(block, marks[block.element], own) for block, own in zip(page.blocks, known, strict=True)]
    container = _best_element(page, marks)
    if container is not None:
        end = page.elements[container].end
        inside = [n for n, block in enumerate(page.blocks) if container <= block.element < end]
        blocks = [page.blocks[number] for number in inside]
        inner = [known[number] for number in inside]
        core = drop_satellites(page, blocks, inner)
        _drop_teasers(blocks, inner, core)
        _judge_lines(blocks, inner, headlines[0] if headlines else "", byline)
        for number, reason in zip(inside, inner, strict=True):
            reasons[number] = reason
    kept = [number for number, reason in enumerate(reasons) if reason is None]
    if not _is_article([page.blocks[number].text for number in kept]):
        reasons = [reason or "outside_article" for reason in reasons]
        kept = []
    return PageBody(
        tuple(page.blocks[number].text for number in kept),
        tuple((block.text, reason) for block, reason in zip(page.blocks, reasons, strict=True) if reason),
    )


def looks_like_index(page: PageBlocks) -> bool:
    """Tell whether the page mostly announces other pages: linked titles, each with a short text or none."""
    announced = paragraphs = 0
    after_link = False
    for block in page.blocks:
        if block.link_share > _LINKED:
            after_link = len(block.text) >= _SHORT / 2
        elif is_paragraph(block.text):
            paragraphs += 1
            announced += after_link
            after_link = False
    return paragraphs >= 3 and announced >= 0.7 * paragraphs


def _inherited_reasons(page: PageBlocks, headlines: LineSet) -> list[str | None]:
    """Return for each element the reason that it or an element around it is marked with.

    What holds the headline is not what its name says: pages call their main column a widget or a latest-news box.
    """
    around = _around_headline(page, headlines)
    texts = [
        (block.element, len(block.text))
        for block in page.blocks
        if block.link_share <= _LINKED and is_paragraph(block.text)
    ]
    mass = [0] * len(page.elements)
    for element, length in texts:
        mass[element] += length
    _add_up(page, mass)
    total = mass[0] if mass else 0
    marks = _spread(page, around)
    unmarked = sum(length for element, length in texts if marks[element] is None)
    if unmarked >= max(_LEAST_UNMARKED, _UNMARKED_SHARE * total):
        return marks
    # The names lie: the article itself stands in an element called a sidebar, a widget or the like.
    heavy = {number for number, weight in enumerate(mass) if weight >= _RESCUED_SHARE * total}
    return _spread(page, heavy | around)


def _around_headline(page: PageBlocks, headlines: LineSet) -> set[int]:
    """Return the numbers of the elements around the headline's heading; none where several headings repeat it."""
    found = [block for block in page.blocks if block.tag == "h1" and block.text in headlines]
    around: set[int] = set()
    if len(found) == 1 and found[0].link_share <= _LINKED:
        number = page.elements[found[0].element].parent
        while number:
            around.add(number)
            number = page.elements[number].parent
    return around


def _spread(page: PageBlocks, ignored: set[int]) -> list[str | None]:
    marks: list[str | None] = []
    for number, element in enumerate(page.elements):
        own = None if number in ignored else element.reason
        marks.append(own or (marks[element.parent] if number else None))
    return marks


def _add_up(page: PageBlocks, amounts: list[int]) -> None:
    """Add each element's amount to its parent's; parents come before their children."""
    for number in range(len(amounts) - 1, 0, -1):
        amounts[page.elements[number].parent] += amounts[number]


def _best_element(page: PageBlocks, marks: Sequence[str | None]) -> int | None:
    """Return the element whose text outweighs its links and scraps by most; the innermost of equals."""
    weights = [0] * len(page.elements)
    for block in page.blocks:
        if marks[block.element] is None:
            weights[block.element] += _weight(block)
    _add_up(page, weights)
    if not weights or max(weights) <= 0:
        return None
    greatest = max(weights)
    return max(number for number, weight in enumerate(weights) if weight == greatest)


def _weight(block: Block) -> int:
    length = len(block.text)
    if block.link_share > _LINKED:
        return -min(length, 100)
    if block.tag in HEADINGS:
        return 0
    if length < _SHORT:
        return 0 if block.tag in _CELLS else -5
    return int(length * (1 - block.link_share))


def _outer_reason(block: Block, mark: str | None, known: str | None) -> str | None:
    if mark is None and block.link_share > _LINKED:
        return "navigation"
    return known or "outside_article"


def _own_reason(block: Block, headlines: LineSet) -> str | None:
    if len(block.text) <= _LONGEST_HEADLINE and block.text in headlines:
        return "headline_repeated"
    if block.time_share > _LINKED:
        return "date"
    if len(block.text) <= _LONGEST_RULE and not any(map(str.isalnum, block.text)):
        return "furniture"
    if len(block.text) <= _LONGEST_CREDIT and _PICTURE_CREDIT.search(block.text) and not is_paragraph(block.text):
        return "photo_credit"
    if len(block.text) <= _SHORT and _COUNTED_PICTURE.fullmatch(block.text):
        return "caption"
    if _ADDRESS.fullmatch(block.text):
        return "furniture"
    if block.link_share > _LINKED and not is_paragraph(block.text):
        return "tags" if block.text.startswith("#") else "related"
    return None


def _drop_teasers(blocks: Sequence[Block], reasons: list[str | None], core: Set[int]) -> None:
    """Drop the texts that stand under linked titles of their own, outside the core of the article."""
    first = min(core, default=0)
    before: list[int] = []
    after: list[int] = []
    under_link = False
    for number, block in enumerate(blocks):
        if number in core:
            under_link = False
        elif block.link_share > _LINKED:
            under_link = len(block.text) >= _SHORT / 2
        elif under_link and is_paragraph(block.text):
            (before if number < first else after).append(number)
            under_link = False
    for teasers in (before, after):
        # A single one may be the article's own lead below its section's link; lists have several.
        for number in teasers if len(teasers) > 1 else ():
            reasons[number] = reasons[number] or "related"


def _judge_lines(blocks: Sequence[Block], reasons: list[str | None], headline: str, byline: str | None) -> None:
    """Add the reasons that a block's wording and its place in the article give to those already known."""
    read_byline = load_byline_forms().read
    kept = [number for number, reason in enumerate(reasons) if reason is None]
    for number in kept[:_BYLINE_REACH]:
        if read_byline(blocks[number].text):
            reasons[number] = "byline"
    opening = next((n for n, block in enumerate(blocks) if not reasons[n] and is_paragraph(block.text)), 0)
    title = max((n for n in range(opening) if reasons[n] == "headline_repeated"), default=0)
    for number in range(opening):
        block = blocks[number]
        reasons[number] = reasons[number] or ("furniture" if number < title else _opening_reason(block, byline))
    left = [number for number, reason in enumerate(reasons) if reason is None]
    # The headline stands first, so that the first paragraph is judged like the others.
    lines = [headline, *(blocks[number].text for number in left)]
    for number, reason in zip(left, boilerplate_reasons(lines)[1:], strict=True):
        reasons[number] = reason
    _drop_last_scraps(blocks, reasons)


def _opening_reason(block: Block, byline: str | None) -> str | None:
    """Return why a scrap before the first paragraph is dropped; a short paragraph element stays."""
    if byline and words_key(byline) in words_key(block.text) and len(block.text) < 2 * len(byline) + _SHORT:
        return "byline"
    if len(block.text) < 2 * _SHORT and DATE_LIKE.search(block.text) and not block.text.endswith(_SENTENCE_ENDS):
        return "date"
    if block.tag in {"p", *HEADINGS} or len(block.text) >= _SHORT:
        return None
    return "furniture"


def _drop_last_scraps(blocks: Sequence[Block], reasons: list[str | None]) -> None:
    """Drop headings that no text follows, and titles and labels apart from the last paragraph."""
    kept = [number for number, reason in enumerate(reasons) if reason is None]
    last = next((number for number in reversed(kept) if is_paragraph(blocks[number].text)), None)
    for number in reversed(kept):
        block = blocks[number]
        if block.tag in HEADINGS:
            reasons[number] = "related"
        elif last is None or number <= last or block.tag in {"p", "li"} or block.element == blocks[last].element:
            return
        else:
            reasons[number] = "furniture"


def _is_article(paragraphs: Sequence[str]) -> bool:
    return sum(map(len, paragraphs)) >= _LEAST_BODY and any(len(text) >= _SHORT for text in paragraphs)
