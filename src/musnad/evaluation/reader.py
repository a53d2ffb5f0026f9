"""Reads gold articles with the reader that users get."""

import hashlib

from musnad.evaluation.gold import GoldArticle
from musnad.model import Claim, RawDocument, Stated
from musnad.reading import read_document


def read_gold(article: GoldArticle) -> tuple[Claim, ...]:
    """Return the claims that `musnad read --plain` finds in the gold article's text."""
    content = article.text.encode()
    raw = RawDocument(
        content=content,
        media_type="text/x-article",
        sha256=hashlib.sha256(content).hexdigest(),
        path=article.id,
        stated=Stated(outlet=article.outlet, published=article.published),
    )
    return read_document(raw).claims
