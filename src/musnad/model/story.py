"""A story: the reports that are about one happening, and how the grouping changed as reports arrived."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Story:
    """Reports, by id, about one happening, in order of publication; `label` is the headline nearest to all others.

    The id is that of its first report and stays when reports join. `terms` are the words that hold it together.
    """

    id: str
    label: str
    reports: tuple[str, ...]
    earliest: datetime | None
    latest: datetime | None
    terms: tuple[str, ...]
    reasons: tuple[str, ...]


class StoryChangeKind(StrEnum):
    """What became of a story when the last days were grouped again."""

    SPLIT = "split"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class StoryChange:
    """A story, by id, that was split or merged: the ids it went into, when (last report seen), and why."""

    kind: StoryChangeKind
    story: str
    into: tuple[str, ...]
    at: datetime | None
    reasons: tuple[str, ...]
