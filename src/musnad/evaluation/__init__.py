"""Scores claims, times, events and transfers against hand-annotated gold articles."""

from musnad.evaluation.event_gold import EventArticle, has_events, load_event_gold, read_event_gold
from musnad.evaluation.event_scores import EventScores, UnmatchedEvent, score_events
from musnad.evaluation.frames import score_frames
from musnad.evaluation.gold import Attribution, GoldArticle, GoldLink, GoldTime, load_gold
from musnad.evaluation.reader import read_gold
from musnad.evaluation.scores import Scores, Unmatched, score_claims
from musnad.evaluation.times import TimeDifference, TimeScores, score_times

__all__ = [
    "Attribution",
    "EventArticle",
    "EventScores",
    "GoldArticle",
    "GoldLink",
    "GoldTime",
    "Scores",
    "TimeDifference",
    "TimeScores",
    "Unmatched",
    "UnmatchedEvent",
    "has_events",
    "load_event_gold",
    "load_gold",
    "read_event_gold",
    "read_gold",
    "score_claims",
    "score_events",
    "score_frames",
    "score_times",
]
