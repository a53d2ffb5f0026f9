"""The parts of an article as they were found, before dates are read and the language is told."""

from dataclasses import dataclass

from musnad.article.live import LiveEntry
from musnad.model import Dropped, Found, Problem


@dataclass(frozen=True, slots=True)
class ArticleParts:
    """What was found: `text` is empty for no article; dates are candidates as written, best first.

    `entries` are a live blog's.
    """

    text: str = ""
    has_headline: bool = False
    title: Found | None = None
    outlet: Found | None = None
    sub_headline: Found | None = None
    byline: Found | None = None
    section: Found | None = None
    tags: tuple[Found, ...] = ()
    published: tuple[Found, ...] = ()
    modified: tuple[Found, ...] = ()
    canonical_url: str | None = None
    dropped: tuple[Dropped, ...] = ()
    problems: tuple[Problem, ...] = ()
    entries: tuple[LiveEntry, ...] = ()
