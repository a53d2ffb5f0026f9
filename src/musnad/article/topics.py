"""Reads where a page files its article: the section and the tags, and where each was found."""

from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser

from musnad.article.linked_data import LinkedArticle
from musnad.article.spelling import words_key
from musnad.model import Found

_SECTION_METAS = ("article:section", "section", "parsely-section", "cxenseparse:category", "dc.subject")
_CRUMBS = '[class*="breadcrumb"] a, [itemtype*="BreadcrumbList"] [itemprop="name"]'
_TAG_LINKS = (
    'a[rel~="tag"], [class~="tags"] a, [class~="post-tags"] a, [class~="article-tags"] a, [class~="tag-list"] a'
)
_MOST_TAGS = 30
_LONGEST_TAG = 60
_LONGEST_SECTION = 60


def read_section(page: LexborHTMLParser, metas: Mapping[str, str], linked: LinkedArticle | None) -> Found | None:
    """Return the section that the page files the article under, or None."""
    if linked and linked.section:
        return Found(linked.section, "json-ld")
    for name in _SECTION_METAS:
        if name in metas and len(metas[name]) <= _LONGEST_SECTION:
            return Found(metas[name], f"meta {name}")
    # The first crumb is the front page; a single one names no section.
    crumbs = [" ".join(node.text().split()) for node in page.css(_CRUMBS)[:8]]
    crumbs = [crumb for crumb in crumbs if crumb and len(crumb) <= _LONGEST_SECTION]
    return Found(crumbs[1], "breadcrumb") if len(crumbs) > 1 else None


def read_tags(page: LexborHTMLParser, metas: Mapping[str, str], linked: LinkedArticle | None) -> tuple[Found, ...]:
    """Return the article's tags, each once, from the best place that has any."""
    for tags, where in _tag_sources(page, metas, linked):
        named = [tag for tag in tags if len(tag) <= _LONGEST_TAG and not tag.startswith(("@", "_"))]
        distinct = {words_key(tag): tag for tag in reversed(named) if words_key(tag)}
        if distinct:
            return tuple(Found(tag, where) for tag in list(reversed(distinct.values()))[:_MOST_TAGS])
    return ()


def _tag_sources(
    page: LexborHTMLParser, metas: Mapping[str, str], linked: LinkedArticle | None
) -> Iterator[tuple[Iterator[str], str]]:
    yield iter(linked.keywords if linked else ()), "json-ld"
    named = page.css('meta[property="article:tag"], meta[name="article:tag"]')
    yield (tag for node in named for tag in _split(node.attributes.get("content") or "")), "meta article:tag"
    yield (_plain(node.text()).lstrip("#") for node in page.css(_TAG_LINKS)[:_MOST_TAGS]), "tag links"
    for name in ("news_keywords", "keywords"):
        yield _split(metas.get(name, "")), f"meta {name}"


def _plain(text: str) -> str:
    return " ".join(text.split())


def _split(written: str) -> Iterator[str]:
    return (_plain(part) for part in written.replace("،", ",").replace(";", ",").replace("|", ",").split(","))
