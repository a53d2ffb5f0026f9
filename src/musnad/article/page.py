"""Reads an HTML page: its metadata, its paragraphs, and what around them was dropped."""

import re
from collections.abc import Sequence
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from musnad.article.blocks import PageBlocks, read_blocks
from musnad.article.body import HEADINGS, PageBody, find_body, looks_like_index
from musnad.article.bylines import find_printed_byline
from musnad.article.metadata import PageMetadata, read_metadata
from musnad.article.parts import ArticleParts
from musnad.article.spelling import same_words, words_key
from musnad.article.tail import gather_dropped
from musnad.languages.boilerplate import load_boilerplate
from musnad.model import Found, Problem, ProblemCode, RawDocument

_OPENED = re.compile(r"<(?:html|body)[\s>]", re.IGNORECASE)
_CLOSED = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_CUT_IN_TAG = re.compile(r"</?[a-zA-Z][^<>]*\Z")
_LONGEST_TAG = 10_000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# Elements that need no end tag: counting theirs would take a long flat page for a deep one.
_UNCLOSED = frozenset(
    {
        "p",
        "li",
        "br",
        "img",
        "hr",
        "meta",
        "link",
        "input",
        "td",
        "th",
        "tr",
        "dt",
        "dd",
        "option",
        "source",
        "wbr",
    }
)
# Parsing takes time with the square of the depth: a second here, minutes at ten times as deep.
_DEEPEST = 30_000
_LONGEST_ERROR = 400  # characters: an error page may explain itself in a few sentences


def read_page(html: str, raw: RawDocument) -> ArticleParts:
    """Return the parts of the page's article; empty text and a fatal NO_ARTICLE where the page holds none."""
    if _is_too_deep(html):
        message = f"The page nests more than {_DEEPEST:,} elements in one another, as no article's page does."
        return ArticleParts(problems=(Problem(ProblemCode.NO_ARTICLE, message),))
    page = LexborHTMLParser(html)
    metadata = read_metadata(page, raw.stated, raw.url or raw.stated.url)
    headline = metadata.title.value if metadata.title else None
    blocks = read_blocks(page)
    lines = [block.text for block in blocks.blocks]
    place = _headline_place(blocks, metadata.headlines)
    byline = metadata.byline or find_printed_byline(lines, place, metadata.outlet_names)
    body = find_body(blocks, headlines=metadata.headlines, byline=byline.value if byline else None)
    body = _or_linked_body(body, metadata)
    problems = _truncation(html)
    refusal = _refusal(body, headline, is_index=not metadata.says_article and looks_like_index(blocks))
    if refusal:
        return ArticleParts(problems=(*problems, Problem(ProblemCode.NO_ARTICLE, refusal)))
    if headline is None:
        message = "The page names no headline in JSON-LD, og:title, h1 or title: it is read without one."
        problems = (*problems, Problem(ProblemCode.NO_HEADLINE, message))
    return ArticleParts(
        text="\n".join((headline, *body.paragraphs) if headline else body.paragraphs),
        has_headline=headline is not None,
        title=metadata.title,
        outlet=metadata.outlet,
        sub_headline=metadata.sub_headline or _sub_headline(body),
        byline=byline,
        section=metadata.section,
        tags=metadata.tags,
        published=metadata.published,
        modified=metadata.modified,
        canonical_url=metadata.canonical_url,
        dropped=gather_dropped(body.dropped),
        problems=problems,
    )


def _headline_place(blocks: PageBlocks, headlines: Sequence[str]) -> int:
    """Return the number of the block that prints the headline: the first heading of its words, else the first h1."""
    keys = {words_key(headline) for headline in headlines}
    headings = [(number, block) for number, block in enumerate(blocks.blocks) if block.tag in HEADINGS]
    printed = next((number for number, block in headings if words_key(block.text) in keys), None)
    return printed if printed is not None else next((n for n, block in headings if block.tag == "h1"), 0)


def _sub_headline(body: PageBody) -> Found | None:
    return next((Found(text, "printed") for text, reason in body.dropped if reason == "sub_headline"), None)


def _or_linked_body(body: PageBody, metadata: PageMetadata) -> PageBody:
    """Return the paragraphs that JSON-LD holds where the page shows none, being drawn by a script."""
    if body.paragraphs or not metadata.linked_body or "<" in metadata.linked_body:
        return body
    lines = (" ".join(line.split()) for line in metadata.linked_body.splitlines())
    headline = metadata.title.value if metadata.title else ""
    return replace(body, paragraphs=tuple(line for line in lines if line and not same_words(line, headline)))


def _refusal(body: PageBody, headline: str | None, *, is_index: bool) -> str | None:
    """Return why the page has no article, or None where it has one."""
    size = sum(map(len, body.paragraphs))
    if not size:
        return (
            "The page holds no running text: it may be drawn by a script or be a list of links; "
            "give the article's own page."
        )
    phrase = load_boilerplate().match_line(headline) if headline else None
    if phrase and phrase.reason == "error_page" and size < _LONGEST_ERROR:
        return f"The page is an error page ({headline[:80] if headline else ''}); fetch the article again."
    if is_index:
        return "The page announces other pages and has no article of its own; give the articles' own pages."
    return None


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


def _truncation(html: str) -> tuple[Problem, ...]:
    cut_in_tag = _CUT_IN_TAG.search(html[-_LONGEST_TAG:].rstrip())
    if cut_in_tag:
        how = f"it ends inside a tag ({cut_in_tag[0][:40]})"
    elif _OPENED.search(html) and not _CLOSED.search(html):
        how = "neither </body> nor </html> closes it"
    else:
        return ()
    message = f"The page is cut off: {how}. What is there was read; fetch it again for the rest."
    return (Problem(ProblemCode.TRUNCATED_HTML, message),)
