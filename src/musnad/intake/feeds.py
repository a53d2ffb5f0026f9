"""Reads what a site lists of its pages: RSS, Atom and JSON feeds, news sitemaps and indexes of sitemaps."""

import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from musnad.intake.web import fault_of_address

MOST_ENTRIES = 50_000
"""Entries of one list that are read: what the sitemap protocol allows in one file."""
_MOST_ELEMENTS = 3_000_000  # 50,000 entries with 60 elements each
_MOST_JSON_BYTES = 5_000_000  # a feed of hundreds of whole articles; JSON unpacks to twenty times its size
_SNIFFED_BYTES = 2_048
_ROOT = re.compile(rb"<(?:[\w.-]+:)?(rss|feed|rdf|urlset|sitemapindex)[\s>]", re.IGNORECASE)


class ListKind(StrEnum):
    """What sort of list a document is."""

    FEED = "feed"
    JSON_FEED = "json_feed"
    SITEMAP = "sitemap"
    SITEMAP_INDEX = "sitemap_index"


@dataclass(frozen=True, slots=True)
class ListedPage:
    """A page as a list names it: its address, and as written its title and time of publication.

    `is_list` marks an address that is a sitemap itself. `text_html` is the whole text, where a feed carries it.
    """

    url: str
    title: str | None = None
    published: str | None = None
    is_list: bool = False
    text_html: str | None = None


class BrokenListError(ValueError):
    """A list that cannot be read; the message says why."""


def list_kind(content: bytes) -> ListKind | None:
    """Return what sort of list the document is, or None for anything else."""
    head = content[:_SNIFFED_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"{") and b"jsonfeed.org/version" in head:
        return ListKind.JSON_FEED
    if not head.startswith(b"<"):
        return None
    found = _ROOT.search(head)
    if found is None:
        return None
    root = found.group(1).lower()
    if root in {b"urlset", b"sitemapindex"}:
        return ListKind.SITEMAP if root == b"urlset" else ListKind.SITEMAP_INDEX
    return ListKind.FEED


def listed_pages(content: bytes, url: str) -> list[ListedPage]:
    """Return the pages that a list at `url` names, in its order, each address once; the first 50,000 at most.

    Raises BrokenListError where it is no list or not one page can be made out of it. A list that breaks off gives
    what stands before the break.
    """
    kind = list_kind(content)
    if kind is None:
        raise BrokenListError("is neither a feed nor a sitemap")
    read = _json_entries if kind is ListKind.JSON_FEED else _xml_entries
    pages: dict[str, ListedPage] = {}
    for page in read(content):
        try:
            address = urljoin(url, page.url.strip())
        except ValueError:
            continue
        if fault_of_address(address) is None and address not in pages:
            pages[address] = ListedPage(address, page.title, page.published, page.is_list, page.text_html)
            if len(pages) >= MOST_ENTRIES:
                break
    return list(pages.values())


# -- XML -----------------------------------------------------------------------------------------


def _xml_entries(content: bytes) -> Iterator[ListedPage]:
    # Entities stay as they are written: a feed of nested entities (a "billion laughs") unpacks to nothing. What is
    # read is cleared at once, so that a list of any length takes the memory of one entry.
    events = etree.iterparse(
        io.BytesIO(content.lstrip()),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    inside = seen = 0
    try:
        for event, element in events:
            make = _ENTRIES.get(_name(element))
            if event == "start":
                seen += 1
                inside += make is not None
                if seen > _MOST_ELEMENTS:
                    return
                continue
            inside -= make is not None
            page = make(element) if make else None
            if page is not None:
                yield page
            if not inside:
                _forget(element)
    except (etree.XMLSyntaxError, ValueError) as error:
        if not seen:
            raise BrokenListError(f"is not XML ({error})") from None
    if not seen:
        raise BrokenListError("is XML without a root")


def _forget(element: Any) -> None:
    """Clear an element that is read, and take what stands before it from its parent."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]


def _feed_entry(element: Any) -> ListedPage | None:
    found: dict[str, str] = {}
    links: dict[str, str] = {}
    for child in element.iterchildren(etree.Element):
        name = _name(child)
        if name == "link":
            target = child.get("href") or (child.text or "").strip()
            if target:
                links.setdefault(child.get("rel", "alternate"), target)
        elif (text := "".join(child.itertext()).strip()) and name in _WANTED:
            found.setdefault(name, text)
            if name == "guid" and child.get("isPermaLink", "true").lower() == "true":
                links.setdefault("guid", text)
    url = found.get("origLink") or links.get("alternate") or links.get("guid")
    if url is None:
        return None
    published = next((found[name] for name in _TIMES if name in found), None)
    return ListedPage(url, found.get("title"), published, text_html=found.get("encoded") or found.get("content"))


def _sitemap_entry(element: Any) -> ListedPage | None:
    found: dict[str, str] = {}
    for child in element.iter(etree.Element):
        text = (child.text or "").strip()
        if text:
            found.setdefault(_name(child), text)
    if "loc" not in found:
        return None
    return ListedPage(found["loc"], found.get("title"), found.get("publication_date") or found.get("lastmod"))


def _sitemap(element: Any) -> ListedPage | None:
    page = _sitemap_entry(element)
    return ListedPage(page.url, published=page.published, is_list=True) if page else None


def _name(element: Any) -> str:
    return str(etree.QName(element).localname)


_TIMES = ("pubDate", "published", "date", "issued", "updated", "modified")
_WANTED = frozenset({*_TIMES, "title", "guid", "encoded", "content", "origLink"})
_ENTRIES: dict[str, Callable[[Any], ListedPage | None]] = {
    "item": _feed_entry,
    "entry": _feed_entry,
    "url": _sitemap_entry,
    "sitemap": _sitemap,
}


# -- JSON ----------------------------------------------------------------------------------------


def _json_entries(content: bytes) -> Iterator[ListedPage]:
    if len(content) > _MOST_JSON_BYTES:
        raise BrokenListError(f"is a JSON feed of more than {_MOST_JSON_BYTES:,} bytes")
    try:
        feed = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise BrokenListError(f"is not JSON ({error})") from None
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise BrokenListError("is a JSON feed without items")
    for item in items:
        if isinstance(item, dict):
            url = _text(item, "url") or _text(item, "external_url") or _text(item, "id")
            if url:
                published = _text(item, "date_published") or _text(item, "date_modified")
                yield ListedPage(url, _text(item, "title"), published, text_html=_text(item, "content_html"))


def _text(item: dict[str, Any], name: str) -> str | None:
    value = item.get(name)
    return value if isinstance(value, str) and value.strip() else None
