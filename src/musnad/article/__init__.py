"""Finds the article of a document: RawDocument -> Article, with what was dropped and why."""

from musnad.article.extract import extract_article, extract_articles
from musnad.article.opinions import require_opinions

__all__ = ["extract_article", "extract_articles", "require_opinions"]
