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
_COMPARED = 8  # levels of the core's surroundings that a part's build is compared with
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
    in_body = _in_body(page)
    return max(weights, key=lambda number: weights[number] * (_BODY_BONUS if in_body[number] else 1))


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
    headline = next((number for number, reason in enumerate(reasons) if reason == "headline_repeated"), len(reasons))
    standfirst: int | None = None
    for satellite in satellites:
        if satellite.blocks[0] > headline and _opens_article(satellite, blocks):
            continue
        standfirst = _standfirst(satellite, blocks, headline) if standfirst is None else standfirst
        is_large = _size(blocks, satellite) >= max(_LARGE * group, _LARGE_TEXT)
        for number in satellite.blocks:
            if not _belongs(satellite, blocks[number], is_scattered=is_scattered, is_large=is_large):
                reasons[number] = "sub_headline" if number == standfirst else _reason(satellite, blocks[number])
    alike = {number for satellite in satellites if satellite.is_alike for number in satellite.blocks}
    return alike | {number for number in kept if core <= blocks[number].element < end}


def _satellites(page: PageBlocks, blocks: Sequence[Block], kept: Sequence[int], core: int) -> list[_Satellite]:
    levels = _levels(page, core)
    path = list(levels)
    roots = _roots(page, levels)
    groups: dict[tuple[int, int | None], list[int]] = {}
    for number in kept:
        element_number = blocks[number].element
        if core <= element_number < page.elements[core].end:
            continue
        root = roots[element_number]
        around = page.elements[root].parent if root is not None else element_number
        groups.setdefault((levels[around], root), []).append(number)
    found = []
    for (level, root), inside in groups.items():
        element = page.elements[root] if root is not None else None
        inner = [page.elements[beside] for beside in path[max(0, level - _COMPARED) : level]]
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


def _roots(page: PageBlocks, levels: Mapping[int, int]) -> list[int | None]:
    """Return for each element the outermost one around it that does not hold the core; None for those that do."""
    roots: list[int | None] = []
    for number, element in enumerate(page.elements):
        if number in levels:
            roots.append(None)
        else:
            outer = roots[element.parent]
            roots.append(number if outer is None else outer)
    return roots


def _is_alike(element: Element, beside: Element, level: int) -> bool:
    """Tell whether two neighbours are built alike: one tag, and a class in common or none at all."""
    if element.tag != beside.tag or element.tag in _MARGIN_TAGS:
        return False
    classes, others = element.classes.split(), beside.classes.split()
    if not classes and not others:
        return level <= _NEAR_NAMELESS
    return bool(classes and others) and (classes[0] == others[0] or set(classes) == set(others))


def _opens_article(satellite: _Satellite, blocks: Sequence[Block]) -> bool:
    """Tell whether a part below the headline holds the first paragraphs, before a paywall's wrapper or the like."""
    if not satellite.is_before or (satellite.root is not None and satellite.root.tag in _MARGIN_TAGS):
        return False
    paragraphs = [blocks[number].text for number in satellite.blocks if is_paragraph(blocks[number].text)]
    return len(paragraphs) >= 2


def _belongs(satellite: _Satellite, block: Block, *, is_scattered: bool, is_large: bool) -> bool:
    if satellite.is_alike:
        return True
    root = satellite.root
    if root is not None and root.tag in _MARGIN_TAGS:
        return False
    if satellite.level == 1:
        return (root is not None and root.tag in _TEXT_TAGS) or block.tag in _PART_TAGS or is_paragraph(block.text)
    return satellite.level <= _NEAR and (is_large or is_scattered) and is_paragraph(block.text)


def _standfirst(satellite: _Satellite, blocks: Sequence[Block], headline: int) -> int | None:
    """Return the number of the part's block that is the sub-headline: the first below the headline of its length."""
    candidates = satellite.blocks if satellite.is_before else ()
    fitting = (number for number in candidates if number > headline and len(blocks[number].text) in _SUB_HEADLINE)
    return next((number for number in fitting if not _is_date_line(blocks[number])), None)


def _reason(satellite: _Satellite, block: Block) -> str:
    if not satellite.is_before:
        return "outside_article"
    return "date" if _is_date_line(block) else "furniture"


def _is_date_line(block: Block) -> bool:
    return DATE_LIKE.search(block.text) is not None and not is_paragraph(block.text)


def _size(blocks: Sequence[Block], satellite: _Satellite) -> int:
    return sum(len(blocks[number].text) for number in satellite.blocks)


def _in_body(page: PageBlocks) -> list[bool]:
    """Return for each element whether it, or one around it, calls itself an article's body."""
    inside: list[bool] = []
    for number, element in enumerate(page.elements):
        inside.append(element.is_body or (number > 0 and inside[element.parent]))
    return inside
