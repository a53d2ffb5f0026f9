"""Finds which reports are about one happening: copies count once, ids stay, splits and merges are told."""

from musnad.stories.clustering import cluster_stories, is_one_text, text_of_report
from musnad.stories.finder import StoryFinder
from musnad.stories.texts import StoryText, story_text, written_terms

__all__ = [
    "StoryFinder",
    "StoryText",
    "cluster_stories",
    "is_one_text",
    "story_text",
    "text_of_report",
    "written_terms",
]
