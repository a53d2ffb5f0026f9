"""Measures claims against articles that people annotated by hand."""

from musnad.evaluation.gold import Attribution, GoldArticle, load_gold, raw_document
from musnad.evaluation.scores import RuleFigures, Scores, Unmatched
from musnad.evaluation.scoring import score_claims

__all__ = [
    "Attribution",
    "GoldArticle",
    "RuleFigures",
    "Scores",
    "Unmatched",
    "load_gold",
    "raw_document",
    "score_claims",
]
