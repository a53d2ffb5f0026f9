"""Reads an HTML page: its metadata, its paragraphs, and what around them was dropped."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from selectolax.lexbor import LexborHTMLParser

from musnad.article.blocks import read_blocks
from musnad.article.body import PageBody, find_body
from musnad.article.bylines import find_printed_byline
from musnad.article.dates import read_date
from musnad.article.headings import headline_place
from musnad.article.layouts import Layout, find_layout
from musnad.article.limits import refuse_page, refuse_text
from musnad.article.linked_body import check_with_linked
from musnad.article.live import LiveEntry, find_live_entries
from musnad.article.metadata import PageMetadata, day_in_url, read_metadata
from musnad.article.page_kinds import find_page_kind
from musnad.article.parts import ArticleParts
from musnad.article.printed import published_dates
from musnad.article.tail import gather_dropped
from musnad.model import Found, Problem, ProblemCode, RawDocument

_OPENED = re.compile(r"<(?:html|body)[\s>]", re.IGNORECASE)
_CLOSED = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_CUT_IN_TAG = re.compile(r"</?[a-zA-Z][^<>]*\Z")
_LONGEST_TAG = 10_000
_END = 2_000  # characters in which nearly every page closes


def read_page(html: str, raw: RawDocument) -> ArticleParts:
    """Return the parts of the page's article; empty text and a fatal problem where the page holds none."""
    refused = refuse_page(html)
    if refused:
        return ArticleParts(problems=(refused,))
    page = LexborHTMLParser(html)
    metadata = read_metadata(page, raw.stated, raw.url or raw.stated.url)
    url = raw.url or raw.stated.url or metadata.canonical_url
    layout = find_layout(url, lambda: _day(page, metadata, url, raw.fetched_at))
    if layout:
        metadata = _with_values(metadata, layout, page)
    blocks = read_blocks(page, layout.marks(page) if layout else {})
    if blocks.is_overfull:
        return ArticleParts(problems=(refuse_text(),))
    lines = [block.text for block in blocks.blocks]
    place = headline_place(blocks, metadata.headlines)
    byline = metadata.byline or find_printed_byline(lines, place, metadata.outlet_names)
    body = find_body(blocks, headlines=metadata.headlines, byline=byline.value if byline else None)
    entries = find_live_entries(blocks, metadata.linked, metadata.headlines)
    if entries:
        body = _with_entries(body, entries)
    elif metadata.linked:
        body = check_with_linked(body, metadata.linked.body, metadata.title.value if metadata.title else "")
    kind = () if entries else find_page_kind(blocks, body, metadata)
    problems = (*_truncation(html), *kind)
    if any(problem.fatal for problem in problems):
        return ArticleParts(problems=problems)
    published, printed = published_dates(metadata.published, blocks, place, in_url=day_in_url(url))
    metadata = replace(metadata, byline=byline, published=published, modified=(*metadata.modified, *printed))
    return _parts(metadata, body, entries, problems)


def _parts(
    metadata: PageMetadata,
    body: PageBody,
    entries: tuple[LiveEntry, ...],
    problems: tuple[Problem, ...],
) -> ArticleParts:
    headline = metadata.title.value if metadata.title else None
    if headline is None:
        message = "The page names no headline in JSON-LD, og:title, h1 or title: it is read without one."
        problems = (*problems, Problem(ProblemCode.NO_HEADLINE, message))
    if entries:
        message = f"The page is a live blog of {len(entries)} entries, read as one text; musnad read parts them."
        problems = (*problems, Problem(ProblemCode.LIVE_BLOG, message))
    return ArticleParts(
        text="\n".join((headline, *body.paragraphs) if headline else body.paragraphs),
        has_headline=headline is not None,
        title=metadata.title,
        outlet=metadata.outlet,
        sub_headline=metadata.sub_headline or _sub_headline(body),
        byline=metadata.byline,
        section=metadata.section,
        tags=metadata.tags,
        published=metadata.published,
        modified=metadata.modified,
        canonical_url=metadata.canonical_url,
        dropped=gather_dropped(body.dropped),
        problems=problems,
        entries=entries,
    )


def _day(page: LexborHTMLParser, metadata: PageMetadata, url: str | None, fetched_at: datetime | None) -> date | None:
    """Return the day by which a page's layout is chosen: of its publication, else of its fetch."""
    blocks = read_blocks(page)
    place = headline_place(blocks, metadata.headlines)
    published, _ = published_dates(metadata.published, blocks, place, in_url=day_in_url(url))
    read = next(filter(None, (read_date(found.value) for found in published)), None)
    moment = read[0] if read else fetched_at
    return moment.date() if moment else None


def _with_values(metadata: PageMetadata, layout: Layout, page: LexborHTMLParser) -> PageMetadata:
    """Return the metadata with what the outlet's layout finds before it; what was stated stays first."""
    byline, section = layout.value(page, "byline"), layout.value(page, "section")
    stated = tuple(found for found in metadata.published if found.where == "stated")
    published = (*stated, *filter(None, [layout.value(page, "published")]), *metadata.published[len(stated) :])
    is_stated = metadata.byline is not None and metadata.byline.where == "stated"
    return replace(
        metadata,
        byline=metadata.byline if is_stated else byline or metadata.byline,
        section=section or metadata.section,
        published=published,
    )


def _with_entries(body: PageBody, entries: Sequence[LiveEntry]) -> PageBody:
    """Return the body with the entries of a live blog as its paragraphs, headings included."""
    lines = [line for entry in entries for line in (*filter(None, [entry.headline]), *entry.paragraphs)]
    known = set(lines)
    dropped = tuple((text, reason) for text, reason in body.dropped if text not in known)
    return PageBody(tuple(lines), dropped)


def _sub_headline(body: PageBody) -> Found | None:
    return next((Found(text, "printed") for text, reason in body.dropped if reason == "sub_headline"), None)


def _truncation(html: str) -> tuple[Problem, ...]:
    cut_in_tag = _CUT_IN_TAG.search(html[-_LONGEST_TAG:].rstrip())
    if cut_in_tag:
        how = f"it ends inside a tag ({cut_in_tag[0][:40]})"
    elif _OPENED.search(html) and not (_CLOSED.search(html, max(0, len(html) - _END)) or _CLOSED.search(html)):
        how = "neither </body> nor </html> closes it"
    else:
        return ()
    message = f"The page is cut off: {how}. What is there was read; fetch it again for the rest."
    return (Problem(ProblemCode.TRUNCATED_HTML, message),)
