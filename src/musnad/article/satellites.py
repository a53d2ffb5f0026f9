"""Tells the parts of an article from what stands around its core: standfirsts, sign-offs, pop-ups, other stories."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from musnad.article.blocks import Block, Element, PageBlocks
from musnad.article.dates import DATE_LIKE
from musnad.article.tail import is_paragraph

# The thresholds were set on the pages of zyte_181 and hold on both halves of it: of 290 parts that stood beside a
# core, nearly all that are built like it belong to the article, and nearly all others two or more levels out do not.
_NEAR = 3  # levels out at which a part unlike the core can still be the article's
_NEAR_NAMELESS = 2  # levels at which bare elements of one tag count as alike
_LARGE = 0.3  # of the core's text
_LARGE_TEXT = 400  # characters; in a report of three sentences any other is a large part
_SCATTERED = 0.5  # share of the text below which a core is only one of the article's pieces
_BODY_BONUS = 5  # what the name of an element that calls itself the article's body is worth
_LINKED = 0.5  # share of linked characters above which a block leads elsewhere
_TITLE = 20  # characters
_TEASER_DISCOUNT = 4  # a text right under a linked title announces another page
_SUB_HEADLINE = range(40, 500)  # characters
_TEXT_TAGS = frozenset(
    {"p", "blockquote", "ul", "ol", "li", "dl", "table", "pre", "h2", "h3", "h4", "h5", "h6"},
)
_PART_TAGS = frozenset({"p", "li", "td", "th", "dt", "dd", "h2", "h3", "h4", "h5", "h6"})
# An article element stands for itself: beside another it is another story.
_MARGIN_TAGS = frozenset({"header", "footer", "form", "article"})


@dataclass(frozen=True, slots=True)
class _Satellite:
    """A part beside the core: the numbers of its blocks, its root element (None for bare text), how far out."""

    blocks: tuple[int, ...]
    root: Element | None
    level: int
    is_before: bool
    is_alike: bool


def core_element(page: PageBlocks, blocks: Sequence[Block], reasons: Sequence[str | None]) -> int:
    """Return the element that directly holds the most text of paragraphs; a name that says so helps."""
    weights: Counter[int] = Counter()
    under_link = False
    for block, reason in zip(blocks, reasons, strict=True):
        is_linked = block.link_share > _LINKED
        if reason is None and not is_linked:
            number = page.elements[block.element].parent if block.tag in _TEXT_TAGS else block.element
            unlinked = int(len(block.text) * (1 - block.link_share) ** 2)
            weights[number] += unlinked // (_TEASER_DISCOUNT if under_link else 1)
        under_link = is_linked and len(block.text) >= _TITLE
    if not weights:
        return 0
    return max(weights, key=lambda number: weights[number] * (_BODY_BONUS if _is_in_body(page, number) else 1))


def drop_satellites(page: PageBlocks, blocks: Sequence[Block], reasons: list[str | None]) -> set[int]:
    """Give a reason to the blocks that stand apart from the core and are not built like it.

    Return the numbers of the blocks in the core and in the parts that are built like it.
    """
    core = core_element(page, blocks, reasons)
    end = page.elements[core].end
    kept = [number for number, reason in enumerate(reasons) if reason is None]
    satellites = _satellites(page, blocks, kept, core)
    total = sum(len(blocks[number].text) for number in kept)
    group = sum(len(blocks[number].text) for number in kept if core <= blocks[number].element < end)
    group += sum(_size(blocks, satellite) for satellite in satellites if satellite.is_alike)
    is_scattered = group < _SCATTERED * total
    for satellite in satellites:
        if _opens_article(satellite, blocks, reasons):
            continue
        is_large = _size(blocks, satellite) >= max(_LARGE * group, _LARGE_TEXT)
        for number in satellite.blocks:
            if not _belongs(satellite, blocks[number], is_scattered=is_scattered, is_large=is_large):
                reasons[number] = _reason(satellite, blocks, reasons, number)
    alike = {number for satellite in satellites if satellite.is_alike for number in satellite.blocks}
    return alike | {number for number in kept if core <= blocks[number].element < end}


def _satellites(page: PageBlocks, blocks: Sequence[Block], kept: Sequence[int], core: int) -> list[_Satellite]:
    levels = _levels(page, core)
    path = list(levels)
    groups: dict[tuple[int, int | None], list[int]] = {}
    for number in kept:
        outer = blocks[number].element
        if core <= outer < page.elements[core].end:
            continue
        root: int | None = None
        while outer not in levels:
            root, outer = outer, page.elements[outer].parent
        groups.setdefault((levels[outer], root), []).append(number)
    found = []
    for (level, root), inside in groups.items():
        element = page.elements[root] if root is not None else None
        inner = [page.elements[beside] for beside in path[:level]]
        is_alike = element is not None and any(_is_alike(element, beside, level) for beside in inner)
        is_before = blocks[inside[0]].element < core
        found.append(_Satellite(tuple(inside), element, level, is_before, is_alike))
    return found


def _levels(page: PageBlocks, core: int) -> Mapping[int, int]:
    """Return the core and the elements around it, each with how many levels out it stands."""
    levels = {core: 0}
    number = core
    while number:
        number = page.elements[number].parent
        levels[number] = len(levels)
    return levels


def _is_alike(element: Element, beside: Element, level: int) -> bool:
    """Tell whether two neighbours are built alike: one tag, and a class in common or none at all."""
    if element.tag != beside.tag or element.tag in _MARGIN_TAGS:
        return False
    classes, others = element.classes.split(), beside.classes.split()
    if not classes and not others:
        return level <= _NEAR_NAMELESS
    return bool(classes and others) and (classes[0] == others[0] or set(classes) == set(others))


def _opens_article(satellite: _Satellite, blocks: Sequence[Block], reasons: Sequence[str | None]) -> bool:
    """Tell whether the part holds the first paragraphs, before a paywall's wrapper or the like, however far out."""
    if not satellite.is_before or (satellite.root is not None and satellite.root.tag in _MARGIN_TAGS):
        return False
    paragraphs = [blocks[number].text for number in satellite.blocks if is_paragraph(blocks[number].text)]
    first = satellite.blocks[0]
    return len(paragraphs) >= 2 and any(reason == "headline_repeated" for reason in reasons[:first])


def _belongs(satellite: _Satellite, block: Block, *, is_scattered: bool, is_large: bool) -> bool:
    if satellite.is_alike:
        return True
    root = satellite.root
    if root is not None and root.tag in _MARGIN_TAGS:
        return False
    if satellite.level == 1:
        return (root is not None and root.tag in _TEXT_TAGS) or block.tag in _PART_TAGS or is_paragraph(block.text)
    return satellite.level <= _NEAR and (is_large or is_scattered) and is_paragraph(block.text)


def _reason(satellite: _Satellite, blocks: Sequence[Block], reasons: Sequence[str | None], number: int) -> str:
    if not satellite.is_before:
        return "outside_article"
    follows = any(reason == "headline_repeated" for reason in reasons[:number])
    if DATE_LIKE.search(blocks[number].text) and not is_paragraph(blocks[number].text):
        return "date"
    if follows and len(blocks[number].text) in _SUB_HEADLINE and "sub_headline" not in reasons:
        return "sub_headline"
    return "furniture"


def _size(blocks: Sequence[Block], satellite: _Satellite) -> int:
    return sum(len(blocks[number].text) for number in satellite.blocks)


def _is_in_body(page: PageBlocks, number: int) -> bool:
    while number:
        if page.elements[number].is_body:
            return True
        number = page.elements[number].parent
    return False
