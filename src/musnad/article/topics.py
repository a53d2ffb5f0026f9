"""Reads where a page files its article: the section and the tags, and where each was found."""

import re
from collections.abc import Iterator, Mapping, Sequence

from musnad.article.elements import PageElements
from musnad.article.linked_data import LinkedArticle
from musnad.article.spelling import words_key
from musnad.languages.topic_words import is_topic
from musnad.model import Found

_SECTION_METAS = ("article:section", "section", "parsely-section", "cxenseparse:category", "dc.subject")
_CRUMBS = '[class*="breadcrumb"] a, [itemtype*="BreadcrumbList"] [itemprop="name"]'
_TAG_LINKS = (
    'a[rel~="tag"], [class~="tags"] a, [class~="post-tags"] a, [class~="article-tags"] a, [class~="tag-list"] a'
)
_MOST_TAGS = 30
_LONGEST_TAG = 60
_LONGEST_SECTION = 60
_FEWEST_CUT = 3
# What content systems note for themselves: @handles, _private, type_news, channel_other.
_MACHINE_TAG = re.compile(r"[@_]|[a-z]+_[a-z_]+$")


def read_section(page: PageElements, metas: Mapping[str, str], linked: LinkedArticle | None) -> Found | None:
    """Return the section that the page files the article under, or None."""
    for written, where in _section_sources(page, metas, linked):
        if written and len(written) <= _LONGEST_SECTION and is_topic(written):
            return Found(written, where)
    # The first crumb is the front page; a single one names no section.
    crumbs = [" ".join(node.text().split()) for node in page.select(_CRUMBS, "breadcrumb")[:8]]
    crumbs = [crumb for crumb in crumbs if crumb and len(crumb) <= _LONGEST_SECTION]
    section = next(filter(is_topic, crumbs[1:]), None)
    return Found(section, "breadcrumb") if section else None


def read_tags(
    page: PageElements, metas: Mapping[str, str], linked: LinkedArticle | None, names: Sequence[str]
) -> tuple[Found, ...]:
    """Return the article's tags, each once, from the best place that has any.

    `names` are the headline and the outlet's names: a field that repeats them, or a headline cut into words, has none.
    """
    known = set(map(words_key, names))
    for tags, where in _tag_sources(page, metas, linked):
        named = [tag for tag in tags if len(tag) <= _LONGEST_TAG and not _MACHINE_TAG.match(tag) and is_topic(tag)]
        distinct = {words_key(tag): tag for tag in reversed(named) if words_key(tag) and words_key(tag) not in known}
        if distinct and not _is_cut_up(list(distinct.values()), names):
            return tuple(Found(tag, where) for tag in list(reversed(distinct.values()))[:_MOST_TAGS])
    return ()


def _section_sources(
    page: PageElements, metas: Mapping[str, str], linked: LinkedArticle | None
) -> Iterator[tuple[str | None, str]]:
    yield (linked.section if linked else None), "json-ld"
    for name in _SECTION_METAS:
        yield metas.get(name), f"meta {name}"
    found = page.select('[itemprop="articleSection"]', "articlesection")
    yield (_plain(found[0].text()) if found else None), "articleSection"


def _is_cut_up(tags: Sequence[str], names: Sequence[str]) -> bool:
    """Tell whether the tags are the words of the headline or of a name one by one, as careless sites fill the field."""
    single = [words_key(tag) for tag in tags]
    if len(single) < _FEWEST_CUT or any(" " in tag for tag in single):
        return False
    return any(set(single) <= set(words_key(name).split()) for name in names)


def _tag_sources(
    page: PageElements, metas: Mapping[str, str], linked: LinkedArticle | None
) -> Iterator[tuple[Iterator[str], str]]:
    yield iter(linked.keywords if linked else ()), "json-ld"
    has_tags = "article:tag" in metas
    named = page.parser.css('meta[property="article:tag"], meta[name="article:tag"]') if has_tags else ()
    yield (tag for node in named for tag in _split(node.attributes.get("content") or "")), "meta article:tag"
    yield (_plain(node.text()).lstrip("#") for node in page.select(_TAG_LINKS, "tag")[:_MOST_TAGS]), "tag links"
    for name in ("news_keywords", "keywords"):
        yield _split(metas.get(name, "")), f"meta {name}"


def _plain(text: str) -> str:
    return " ".join(text.split())


def _split(written: str) -> Iterator[str]:
    return (_plain(part) for part in written.replace("،", ",").replace(";", ",").replace("|", ",").split(","))
