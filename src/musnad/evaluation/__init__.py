"""Scores claims and times against hand-annotated gold articles."""

from musnad.evaluation.frames import score_frames
from musnad.evaluation.gold import Attribution, GoldArticle, GoldLink, GoldTime, load_gold
from musnad.evaluation.reader import read_gold
from musnad.evaluation.scores import Scores, Unmatched, score_claims
from musnad.evaluation.times import TimeDifference, TimeScores, score_times

__all__ = [
    "Attribution",
    "GoldArticle",
    "GoldLink",
    "GoldTime",
    "Scores",
    "TimeDifference",
    "TimeScores",
    "Unmatched",
    "load_gold",
    "read_gold",
    "score_claims",
    "score_frames",
    "score_times",
]
