"""The article of a page: its text and what is known about it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from musnad.model.span import Span


@dataclass(frozen=True, slots=True)
class Found:
    """A value beside the place where it was found: `stated`, `json-ld`, `og:site_name`, `h1`, ..."""

    value: str
    where: str


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date beside the place where it was found; `has_time` tells a moment from a whole day."""

    value: datetime
    has_time: bool
    where: str

    @property
    def iso(self) -> str:
        """Return YYYY-MM-DD, or YYYY-MM-DDTHH:MM:SS+HH:MM where the time of day is known."""
        return self.value.isoformat() if self.has_time else self.value.date().isoformat()


@dataclass(frozen=True, slots=True)
class Dropped:
    """A piece of boilerplate that is not in the text, and why: `navigation`, `related`, `share`, `comments`, ..."""

    text: str
    reason: str


class Quality(StrEnum):
    """How the text of a page is chosen: by Musnad's own rules, or as the medoid of several extractors."""

    DEFAULT = "default"
    BEST = "best"


class CreditPlace(StrEnum):
    """Where a page credits its text."""

    BYLINE = "byline"
    DATELINE = "dateline"
    LINE = "line"  # a line of its own: * نقلا عن ...، المصدر: ...
    ENDING = "ending"  # after the last words: (أ ف ب)


@dataclass(frozen=True, slots=True)
class Credit:
    """What credits the page's text to an outlet: the whole credit as `text`, and the `outlet` as written in it.

    `span` is the outlet's in `Article.text`, if it stands there; `entry` is its id in the outlet lexicon, if known.
    `is_group` marks agencies in general (وكالات).
    """

    text: str
    outlet: str
    place: CreditPlace = CreditPlace.LINE
    span: Span | None = None
    entry: str | None = None
    is_group: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """The article as Musnad reads it: `text` is the headline line, then one paragraph a line; it never changes.

    `has_headline` says whether the first line of `text` is the headline. `language` is an ISO 639-1 code or "und".
    """

    text: str
    language: str
    has_headline: bool
    url: str | None = None
    canonical_url: str | None = None
    outlet: Found | None = None
    title: Found | None = None
    sub_headline: Found | None = None
    byline: Found | None = None
    published: FoundDate | None = None
    modified: FoundDate | None = None
    section: Found | None = None
    tags: tuple[Found, ...] = ()
    credits: tuple[Credit, ...] = ()
    dropped: tuple[Dropped, ...] = ()
