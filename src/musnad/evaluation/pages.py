"""Loads pages whose article people marked, and scores what is extracted from them."""

import gzip
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from musnad.article import extract_article
from musnad.model import Quality, RawDocument


@dataclass(frozen=True, slots=True)
class GoldPage:
    """A page beside the body text that a person marked in it, and the day it was published where known."""

    name: str
    html: bytes = field(repr=False)
    url: str | None
    body: str = field(repr=False)
    day: str | None = None


@dataclass(frozen=True, slots=True)
class ExtractedPage:
    """What an extractor makes of a page: the body without the headline, and the publication day as YYYY-MM-DD."""

    body: str
    day: str | None = None


def load_gold_pages(path: Path) -> Iterator[GoldPage]:
    """Yield the pages of a zip: gold.json is a list of pages, ground-truth.json maps a page's name to its body."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith("gold.json"):
                for gold in json.loads(archive.read(name)):
                    day = (gold.get("date") or "")[:10] or None
                    yield GoldPage(gold["id"], archive.read(gold["html"]), gold.get("url"), gold["body"], day)
            elif name.endswith("ground-truth.json"):
                folder = PurePosixPath(name).parent
                for key, gold in json.loads(archive.read(name)).items():
                    html = gzip.decompress(archive.read(f"{folder}/html/{key}.html.gz"))
                    yield GoldPage(key[:12], html, gold.get("url"), gold["articleBody"])


def extract_page(page: GoldPage, *, quality: Quality = Quality.DEFAULT) -> ExtractedPage:
    """Return what Musnad makes of the page; an empty body where it finds no article."""
    article, _ = extract_article(RawDocument(page.html, "text/html", page.name, url=page.url), quality=quality)
    if article is None:
        return ExtractedPage("")
    body = article.text.partition("\n")[2] if article.has_headline else article.text
    return ExtractedPage(body, article.published.iso[:10] if article.published else None)
