"""Reads gold articles with the reader that users get."""

import hashlib

from musnad.evaluation.gold import GoldArticle
from musnad.model import RawDocument, Report, Stated
from musnad.reading import read_document


def read_gold(article: GoldArticle) -> Report:
    """Return the report that `musnad read --plain` makes of the gold article's text."""
    return read_text(article.text, article.id, article.outlet, article.published)


def read_text(text: str, name: str, outlet: str | None, published: str | None) -> Report:
    """Return the report of a clean article text that is known by `name`."""
    content = text.encode()
    raw = RawDocument(
        content=content,
        media_type="text/x-article",
        sha256=hashlib.sha256(content).hexdigest(),
        path=name,
        stated=Stated(outlet=outlet, published=published),
    )
    return read_document(raw)
