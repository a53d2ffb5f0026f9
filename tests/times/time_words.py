"""Finds the times of a sentence as words and values, for tests."""

from datetime import datetime
from typing import NamedTuple

from musnad.languages import LANGUAGES
from musnad.model import Article, FoundDate, Problem, TimeExpression
from musnad.times import resolve_times

# A Wednesday; the Hijri date is 7 Dhu al-Qa'da 1445.
PUBLISHED = datetime(2024, 5, 15, 14, 0)


class TimeWords(NamedTuple):
    """A time as its words and its value; `value` is empty where it is not resolved."""

    words: str
    value: str
    time: TimeExpression


def times_in(text: str, *, published: datetime | None = PUBLISHED) -> list[TimeWords]:
    """Return the times of a text published at a moment, or at a moment that nobody knows."""
    return [TimeWords(time.span.of(text), value_of(time), time) for time in read(text, published=published)[0]]


def read(text: str, *, published: datetime | None) -> tuple[tuple[TimeExpression, ...], tuple[Problem, ...]]:
    """Return what the step returns for a text."""
    found = FoundDate(published, True, "stated") if published else None
    return resolve_times(Article(text=text, language="ar", has_headline=False, published=found), LANGUAGES["ar"])


def value_of(time: TimeExpression) -> str:
    """Return the interval as a day, two days, or two minutes; both in one where they are the same."""
    if time.earliest is None or time.latest is None:
        return ""
    form = "%Y-%m-%d" if time.earliest.strftime("%H:%M:%S") == "00:00:00" else "%Y-%m-%dT%H:%M"
    if form == "%Y-%m-%d" and time.latest.strftime("%H:%M:%S") != "23:59:59":
        form = "%Y-%m-%dT%H:%M"
    ends = [f"{end:{form}}" for end in (time.earliest, time.latest)]
    return "/".join(dict.fromkeys(ends))
