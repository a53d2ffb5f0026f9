"""A time expression: words of an article that say when, and the interval that they mean."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from musnad.model.span import Span


class Grain(StrEnum):
    """The size of the unit in which a time is told."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"
    DURATION = "duration"
    FREQUENCY = "frequency"


class Anchor(StrEnum):
    """What a time is reckoned from: the calendar itself, the publication, or another time of the text."""

    CALENDAR = "calendar"
    PUBLICATION = "publication"
    TIME = "time"


class TimeRelation(StrEnum):
    """How the happening stands to the time, where a preposition says so: since 2003, until Friday."""

    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"


class TimePart(StrEnum):
    """The part of the time that is meant; the interval stays that of the whole."""

    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    DAWN = "dawn"
    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"
    MIDNIGHT = "midnight"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One expression of time and the interval [earliest, latest] it means, both ends included.

    Both ends are None where it could not be resolved. They are local times of the publication, to the second;
    `grain` says how much is meant. `zone` is a UTC offset that the text tells of its hour. `duration` is ISO 8601,
    X for an untold number. `anchor_span` is the other time, for Anchor.TIME.
    """

    span: Span
    earliest: datetime | None
    latest: datetime | None
    grain: Grain
    anchor: Anchor
    rule: str
    anchor_span: Span | None = None
    relation: TimeRelation | None = None
    part: TimePart | None = None
    duration: str | None = None
    zone: str | None = None

    @property
    def resolved(self) -> bool:
        """Tell whether at least one end is known."""
        return self.earliest is not None or self.latest is not None
