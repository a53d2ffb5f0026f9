"""Flattens a page into its blocks of text, with how much of each is linked and what stands around it."""

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from musnad.article.limits import MOST_VISIBLE

# fmt: off
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})
# Inline and no more: these open no block, and neither links nor times are counted by them.
_PLAIN = _INLINE - {"a", "time"}
_SKIPPED = frozenset({
    "audio", "button", "canvas", "dialog", "embed", "head", "iframe", "input", "map", "math",
    "noscript", "object", "option", "script", "select", "style", "svg", "template", "textarea", "video",
})
# fmt: on
_TAG_REASONS = {
    "nav": "navigation",
    "menu": "navigation",
    "footer": "footer",
    "aside": "related",
    "figcaption": "caption",
    "figure": "caption",
}
# What page makers call the parts that are not the article: matched against each class and id on its own.
_NAME_REASONS = tuple(
    (reason, re.compile(rf"(?:^|[-_]){words}s?(?:$|[-_\d])"))
    for reason, words in (
        (
            "embedded_post",
            "(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|telegram-post|fb-(?:post|video)|facebook-(?:post|embed)|"
            "social-?embed\\w*|reddit-card|bluesky-embed|(?:embed|embedded)-?(?:tweet|twitter|instagram|facebook))",
        ),
        ("comments", "(?:comment(?:list|form|area|ist)?|disqus|respond|reply)"),
        ("cookie", "(?:cookie|consent|gdpr)"),
        ("dialog", "(?:modal|popup|popover|pop-up|lightbox|off-?canvas|login|signin|sign-in|paywall-prompt)"),
        ("newsletter", "(?:newsletter|subscribe|subscription|signup|mailing)"),
        (
            "related",
            "(?:related\\w*|recommend\\w*|mostread|most-(?:read|viewed)|popular|trending|read-?(?:also|more)|see-?also|"
            "more-?(?:news|stories|posts|articles)|latest|sidebar|side-?bar|widget|outbrain|taboola|teaser|carousel|"
            "promo|suggest\\w*|you-may-like|prev-?next|next-?prev|post-?nav\\w*)",
        ),
        ("share", "(?:share|sharing|sharedaddy|social(?!-?embed)\\w*|addthis|addtoany|follow-?us|a2a)"),
        ("navigation", "(?:nav|navbar|navigation|menu|breadcrumb|pagination|pager|topbar|skip-?link|ticker)"),
        ("tags", "(?:tags|tag-?(?:list|link|cloud)|(?:post|article|entry)-?tag|keyword|hashtag)"),
        ("photo_credit", "(?:photo-?credit|image-?credit|photographer)"),
        ("caption", "(?:caption|wp-caption-text|photo-?(?:desc\\w*|text|title))"),
        ("footer", "(?:footer|colophon|copyright)"),
        ("advert", "(?:ad|advert|advertisement|advertising|adsense|dfp|banner|sponsor|sponsored)"),
        ("byline", "(?:byline|author-?(?:box|bio|info|name)?|post-?author|writer)"),
        (
            "date",
            "(?:timestamp|(?:post|entry|article|publish|meta)-?(?:date|time)|dateline|post-?meta|entry-?meta)",
        ),
    )
)
# One look tells for most names that none of the patterns above matches.
_ANY_REASON = re.compile("|".join(pattern.pattern for _, pattern in _NAME_REASONS))
_TEXT, _COMMENT = "-text", "-comment"  # the parser's names for what is no element
_NO_ELEMENT = "-!"
_LONGEST_NAMES, _LONGEST_NAME = (
    1_000,
    100,
)  # characters; longer ones are noise, and are kept in memory for the next page
_NO_MARKS: Mapping[int, str] = {}
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# What page makers call the article's own text.
_BODY_NAME = re.compile(
    r"(?:^|[_-])(?:article|story|entry|post|news|content|main)[_-]*(?:body|content|text|copy|detail)s?(?:$|[_-])",
    re.IGNORECASE,
)
# "no-share", "has-sidebar", "category-popular": what a wrapper is beside, or its article about, not what it is.
_SWITCH = re.compile(r"^(?:no|has|with|without|is|not|hide|show|category|postid|status|format|type)[-_]")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(slots=True)
class Element:
    """An element: its parent's number, its tag, why to drop it if so, the number after its last child's.

    `is_body` says that its name calls it the body of an article.
    """

    parent: int
    tag: str
    reason: str | None
    classes: str = ""
    is_body: bool = False
    id: str = ""
    end: int = 0


# A named tuple is made three times as fast as a frozen dataclass, and a page has hundreds.
class Block(NamedTuple):
    """One run of text between block-level tags; `element` is the number of the element that it stands in."""

    text: str
    element: int
    tag: str
    link_share: float
    time_share: float


@dataclass(slots=True)
class PageBlocks:
    """The blocks of a page in reading order, and its elements: a parent's number is below its children's.

    `times` are the machine-readable times of time elements, each beside the number of the element around it.
    `is_overfull` says that the page shows more text than is read; its blocks are then the first ones.
    """

    elements: list[Element] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    times: list[tuple[int, str]] = field(default_factory=list)
    is_overfull: bool = False

    def is_inside(self, number: int, reasons: Set[str]) -> bool:
        """Tell whether an element, or one around it, is marked with one of the reasons."""
        while number:
            if self.elements[number].reason in reasons:
                return True
            number = self.elements[number].parent
        return False


def read_blocks(page: LexborHTMLParser, marks: Mapping[int, str] = _NO_MARKS) -> PageBlocks:
    """Return the blocks of a parsed page; the walk keeps its own stack, so nesting of any depth is read.

    `marks` give reasons to drop elements, by their ids in the parser, beside what their names say.
    """
    walk = _Walk(marks)
    if page.body is not None:
        walk.run(page.body)
    return walk.page


class _Walk:
    """The state of one walk through a page."""

    def __init__(self, marks: Mapping[int, str]) -> None:
        self._marks = marks
        self.page = PageBlocks()
        self._open: list[int] = []
        self._links = 0
        self._times = 0
        self._pieces: list[str] = []
        self._linked: list[str] = []
        self._timed: list[str] = []
        self._shown = 0

    def run(self, body: LexborNode) -> None:
        self._enter(body, "body")
        around: list[tuple[LexborNode, str]] = []
        node = body.first_child
        while node is not None or around:
            if node is None:
                node, tag = around.pop()
                if tag not in _PLAIN:
                    self._leave(tag)
                node = node.next
                continue
            tag = node.tag or _COMMENT
            if tag == _TEXT:
                text = node.text_content or ""
                # Blanks between tags open no block; most text nodes are nothing else.
                if self._pieces or not text.isspace():
                    self._add_text(text)
            elif tag == "br":
                self._flush()
            elif tag not in _SKIPPED and tag[0] not in _NO_ELEMENT:
                if tag not in _PLAIN:
                    self._enter(node, tag)
                around.append((node, tag))
                node = node.first_child
                continue
            node = node.next
        self._leave("body")

    def _add_text(self, text: str) -> None:
        self._shown += len(text)
        if self._shown > MOST_VISIBLE:
            self.page.is_overfull = True
            return
        self._pieces.append(text)
        if self._links:
            self._linked.append(text)
        if self._times:
            self._timed.append(text)

    def _enter(self, node: LexborNode, tag: str) -> None:
        opened, elements = self._open, self.page.elements
        parent = opened[-1] if opened else 0
        if tag in _INLINE:
            if tag == "a":
                self._links += 1
            else:
                self._times += 1
                self.page.times.append((parent, node.attributes.get("datetime") or ""))
            return
        if self._pieces:
            self._flush()
        opened.append(len(elements))
        attributes = node.attributes
        element = _named_element(parent, tag, attributes) if attributes else Element(parent, tag, _TAG_REASONS.get(tag))
        if self._marks:
            element.reason = self._marks.get(node.mem_id, element.reason)
        elements.append(element)

    def _leave(self, tag: str) -> None:
        if tag == "a":
            self._links -= 1
        elif tag == "time":
            self._times -= 1
        else:
            if self._pieces:
                self._flush()
            elements = self.page.elements
            elements[self._open.pop()].end = len(elements)

    def _flush(self) -> None:
        pieces = self._pieces
        if not pieces:
            return
        text = " ".join((pieces[0] if len(pieces) == 1 else "".join(pieces)).split())
        if text:
            number = self._open[-1]
            tag = self.page.elements[number].tag
            linked = _share(self._linked, pieces, text) if self._linked else 0.0
            timed = _share(self._timed, pieces, text) if self._timed else 0.0
            self.page.blocks.append(Block(text, number, tag, linked, timed))
        self._pieces, self._linked, self._timed = [], [], []


def _named_element(parent: int, tag: str, attributes: Mapping[str, str | None]) -> Element:
    classes, own_id = attributes.get("class") or "", attributes.get("id") or ""
    names = f"{classes} {own_id}"[:_LONGEST_NAMES] if classes or own_id else ""
    reason, is_body = _told_by(tag, names)
    if reason is None and ("hidden" in attributes or _HIDDEN.search(attributes.get("style") or "")):
        reason = "hidden"
    is_body = is_body or attributes.get("itemprop") == "articleBody"
    return Element(parent, tag, reason, classes.strip()[:_LONGEST_NAMES], is_body, own_id)


def _share(part: list[str], pieces: list[str], text: str) -> float:
    """Return how much of a block's text some of its pieces are."""
    return 1.0 if len(part) == len(pieces) else len(" ".join("".join(part).split())) / len(text)


@lru_cache(maxsize=2048)
def _told_by(tag: str, names: str) -> tuple[str | None, bool]:
    """Return why an element's tag, classes and id drop it, and whether they call it the body of an article.

    Pages use few of these, again and again.
    """
    is_body = any(len(name) <= _LONGEST_NAME and _is_body_name(name) for name in names.split())
    return _reason(tag, names), is_body


def _reason(tag: str, names: str) -> str | None:
    if tag in _TAG_REASONS:
        return _TAG_REASONS[tag]
    if tag == "body":  # its classes describe the whole page
        return None
    is_post = "hentry" in names or "type-post" in names
    for name in names.split():
        if len(name) > _LONGEST_NAME or (is_post and name.startswith("tag-")):
            continue
        if reason := _name_reason(name):
            return reason
    return None


# Lists of names differ from element to element and page to page; the names in them come again and again.
@lru_cache(maxsize=4096)
def _name_reason(name: str) -> str | None:
    """Return what one class or id says of its element."""
    spelled = _CAMEL.sub("-", name).lower()
    if not _ANY_REASON.search(spelled) or _SWITCH.match(spelled):
        return None
    return next((reason for reason, pattern in _NAME_REASONS if pattern.search(spelled)), None)


@lru_cache(maxsize=4096)
def _is_body_name(name: str) -> bool:
    return _BODY_NAME.search(name) is not None
