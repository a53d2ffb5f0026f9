"""Gathers the times of a report into a timeline: each value once, with the words that tell it."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime

from musnad.export.display import display_line
from musnad.model import Report, TimeExpression


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One value, such as 2018-06-07 or 2015 – 2018, and the different words of the text that mean it."""

    value: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The resolved times from the earliest on; `lengths` and `unresolved` count the others."""

    rows: tuple[TimelineRow, ...]
    lengths: int
    unresolved: int


def timeline_of(report: Report) -> Timeline:
    """Return the report's times in order of what they mean, the longer of two that begin together first."""
    text = report.article.text if report.article else ""
    resolved = [time for time in report.times if time.earliest and time.latest]
    resolved.sort(key=lambda time: (time.earliest or datetime.min, -(time.latest or datetime.min).toordinal()))
    words: dict[str, dict[str, None]] = {}
    for time in resolved:
        words.setdefault(time_value(time), {})[display_line(time.span.of(text))] = None
    lengths = sum(1 for time in report.times if time.duration and not time.resolved)
    return Timeline(
        tuple(TimelineRow(value, tuple(told)) for value, told in words.items()),
        lengths,
        len(report.times) - len(resolved) - lengths,
    )


def time_value(time: TimeExpression) -> str:
    """Return the interval as short as it can be told: 2018, 2018-06, 2018-06-07, 2018-06-07 18:00 +03:00."""
    first, last = time.earliest, time.latest
    if first is None or last is None:
        return ""
    for form, begins, ends in _FORMS:
        if begins(first) and ends(last):
            shown = list(dict.fromkeys((f"{first:{form}}", f"{last:{form}}")))
            break
    else:
        shown = list(dict.fromkeys((f"{first:%Y-%m-%d %H:%M}", f"{last:%Y-%m-%d %H:%M}")))
        if (last - first).total_seconds() < _HOUR:
            shown = shown[:1]
    return " – ".join(shown) + (f" {time.zone}" if time.zone else "")


_HOUR = 3600


def _begins_day(moment: datetime) -> bool:
    return (moment.hour, moment.minute, moment.second) == (0, 0, 0)


def _ends_day(moment: datetime) -> bool:
    return (moment.hour, moment.minute, moment.second) == (23, 59, 59)


def _ends_month(moment: datetime) -> bool:
    return _ends_day(moment) and moment.day == monthrange(moment.year, moment.month)[1]


# From the largest unit that both ends fit to the smallest.
_FORMS = (
    ("%Y", lambda m: _begins_day(m) and (m.month, m.day) == (1, 1), lambda m: _ends_month(m) and m.month == 12),
    ("%Y-%m", lambda m: _begins_day(m) and m.day == 1, _ends_month),
    ("%Y-%m-%d", _begins_day, _ends_day),
)
