"""Reads gold articles with the reader that users get."""

import hashlib

from musnad.evaluation.gold import GoldArticle
from musnad.model import RawDocument, Report, Stated
from musnad.reading import read_document


def read_gold(article: GoldArticle) -> Report:
    """Return the report that `musnad read --plain` makes of the gold article's text."""
    content = article.text.encode()
    raw = RawDocument(
        content=content,
        media_type="text/x-article",
        sha256=hashlib.sha256(content).hexdigest(),
        path=article.id,
        stated=Stated(outlet=article.outlet, published=article.published),
    )
    return read_document(raw)
