"""Scores claims against hand-annotated gold articles."""

from musnad.evaluation.gold import Attribution, GoldArticle, GoldLink, load_gold
from musnad.evaluation.reader import read_gold
from musnad.evaluation.scores import Scores, Unmatched, score_claims

__all__ = [
    "Attribution",
    "GoldArticle",
    "GoldLink",
    "Scores",
    "Unmatched",
    "load_gold",
    "read_gold",
    "score_claims",
]
