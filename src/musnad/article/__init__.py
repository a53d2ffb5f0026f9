"""Finds the article of a document: RawDocument -> Article, with what was dropped and why."""

from musnad.article.extract import extract_article, extract_articles

__all__ = ["extract_article", "extract_articles"]
