"""A time expression: words of an article that say when, and the interval that they mean."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from musnad.model.span import Span


class Grain(StrEnum):
    """The size of the unit in which a time is told."""

    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"
    DURATION = "duration"


class Anchor(StrEnum):
    """What a time is reckoned from: the calendar itself, the publication, or another time of the text."""

    CALENDAR = "calendar"
    PUBLICATION = "publication"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One expression of time and the interval [earliest, latest] it means, both ends included.

    An end is None where the interval is open there; both are None where the time could not be resolved. Ends are
    given to the second; `grain` says how much of them is meant. `anchor_span` is the other time, for Anchor.TIME.
    """

    span: Span
    earliest: datetime | None
    latest: datetime | None
    grain: Grain
    anchor: Anchor
    rule: str
    anchor_span: Span | None = None

    @property
    def resolved(self) -> bool:
        """Tell whether at least one end is known."""
        return self.earliest is not None or self.latest is not None
