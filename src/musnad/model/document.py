"""A document as it came in, before anything was read from it."""

from dataclasses import dataclass, field
from datetime import datetime

from musnad.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Stated:
    """What the caller or the enclosing record says of a document; it outranks what the page says."""

    url: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    byline: str | None = None


@dataclass(frozen=True, slots=True)
class RawDocument:
    """The bytes of one document, where they came from, and what was wrong with them on arrival.

    `media_type` is text/html, text/plain (scraped text that may carry a page's tail) or
    text/x-article (clean article text: headline line, then paragraphs; used unchanged; a first line of over 200
    characters is a paragraph).
    `sha256` is the hex digest of `content`. `problems` are those met on the way in.
    """

    content: bytes = field(repr=False)
    media_type: str
    sha256: str
    path: str | None = None
    url: str | None = None
    fetched_at: datetime | None = None
    stated: Stated = Stated()
    problems: tuple[Problem, ...] = ()
