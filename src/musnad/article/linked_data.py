"""Reads the article as a page's JSON-LD (schema.org) states it: headline, publisher, author, dates."""

import html
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from musnad.article.limits import LONGEST_SCRIPT

_ARTICLE_TYPES = ("Article", "BlogPosting", "NewsReport")
_MOST_KEYWORDS = 50
_MOST_NODES = 2_000  # a page's graph has dozens; a hostile one could have millions


@dataclass(frozen=True, slots=True)
class LinkedUpdate:
    """One entry of a live blog as JSON-LD states it; `anchor` is its id in the page."""

    headline: str | None
    paragraphs: tuple[str, ...]
    published: str | None
    anchor: str | None


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """The article as JSON-LD states it; a field that it lacks is None."""

    headline: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    modified: str | None = None
    body: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    sub_headline: str | None = None
    is_free: bool = True
    is_live: bool = False
    updates: tuple[LinkedUpdate, ...] = ()


def read_linked_article(page: LexborHTMLParser) -> LinkedArticle | None:
    """Return the first article in the page's JSON-LD, or None where there is none that can be read."""
    for script in page.tags("script"):
        if "ld+json" not in (script.attributes.get("type") or "").lower():
            continue
        for node in _nodes(_loaded(script.text())):
            types = node.get("@type")
            types = types if isinstance(types, list) else [types]
            if any(isinstance(name, str) and name.endswith(_ARTICLE_TYPES) for name in types):
                return _article(node, is_live="LiveBlogPosting" in types)
    return None


def _loaded(text: str) -> Any:
    if len(text) > LONGEST_SCRIPT:
        return None
    text = text.strip().removeprefix("<!--").removesuffix("-->").removesuffix(";")
    try:
        # strict=False: many sites leave bare line ends inside their strings.
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(tree: Any) -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = []
    waiting = [tree]
    while waiting and len(nodes) < _MOST_NODES:
        part = waiting.pop(0)
        if isinstance(part, list):
            waiting.extend(part[:_MOST_NODES])
        elif isinstance(part, dict):
            nodes.append(part)
            waiting.extend(part[name] for name in ("@graph", "mainEntity", "mainEntityOfPage") if name in part)
    return nodes


def _article(node: dict[str, Any], *, is_live: bool) -> LinkedArticle:
    return LinkedArticle(
        headline=_text(node.get("headline")) or _text(node.get("name")),
        publisher=_name(node.get("publisher")),
        author=_name(node.get("author")) or _name(node.get("creator")),
        published=_text(node.get("datePublished")),
        modified=_text(node.get("dateModified")),
        body=html.unescape(body) if isinstance(body := node.get("articleBody"), str) else None,
        section=_text(node.get("articleSection")),
        keywords=_keywords(node.get("keywords")),
        sub_headline=_text(node.get("alternativeHeadline")),
        is_live=is_live,
        updates=tuple(_updates(node.get("liveBlogUpdate"))) if is_live else (),
        is_free=str(node.get("isAccessibleForFree", True)).lower() != "false",
    )


def _updates(value: Any) -> Iterator[LinkedUpdate]:
    for node in value[:_MOST_NODES] if isinstance(value, list) else ():
        body = node.get("articleBody") if isinstance(node, dict) else None
        if not isinstance(body, str) or "<" in body:
            continue
        lines = (" ".join(html.unescape(line).split()) for line in body.splitlines())
        paragraphs = tuple(line for line in lines if line)
        if paragraphs:
            _, _, anchor = (_text(node.get("url")) or "").partition("#")
            published = _text(node.get("datePublished"))
            yield LinkedUpdate(_text(node.get("headline")), paragraphs, published, anchor or None)


def _keywords(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        value = value.replace("،", ",").split(",")
    found = map(_text, value[:_MOST_KEYWORDS]) if isinstance(value, list) else ()
    return tuple(keyword for keyword in found if keyword)


def _text(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return " ".join(html.unescape(value).split()) or None if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        names = [name for name in map(_single_name, value[:10]) if name]
        return "، ".join(dict.fromkeys(names)) or None
    return _single_name(value)


def _single_name(value: Any) -> str | None:
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)
