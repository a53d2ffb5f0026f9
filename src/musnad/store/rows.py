"""Turns a report into its row of table `report`: what is shown in lists, and what filters ask for."""

import re
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from musnad.languages import LANGUAGES
from musnad.model import Article, Report
from musnad.text import fold_words

Row = dict[str, Any]

LONGEST_KEY = 300
"""Characters of a folded name that are kept: an entry of a PostgreSQL index holds 2,704 bytes."""
_LONGEST_ADDRESS = 2_000
_AROUND_NAMES = "#،؛,;:.!؟?()[]{}'"
_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")  # PostgreSQL's text holds neither; the packed report has them


def keepable(words: str) -> str:
    """Return the words as both databases can hold them, character by character."""
    return _UNKEEPABLE.sub("\ufffd", words)


@lru_cache(maxsize=200_000)
def folded_key(words: str) -> str:
    """Return the form under which a name is looked up: folded, without quotation marks, at most LONGEST_KEY characters.

    Newspapers put names of outlets and bodies between marks or not, a phrase may end in a comma, a name be a hashtag.
    """
    parts = (part.strip(_AROUND_NAMES) for part in fold_words(words).replace('"', " ").split())
    return keepable(" ".join(filter(None, parts)))[:LONGEST_KEY]


def moment(when: datetime) -> str:
    """Return a moment in UTC to the millisecond, in ISO 8601 of fixed width, so that it sorts as text."""
    return when.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds")


def report_row(report: Report) -> Row:
    """Return the row of table `report`, save what the packing and the storing add; `seen` only where it is known."""
    article, raw = report.article, report.raw
    published = article.published if article else None
    return {
        "id": report.id,
        "document": raw.sha256,
        "address": _address(report),
        "path": keepable(raw.path) if raw.path else None,
        "outlet": folded_key(article.outlet.value) if article and article.outlet else None,
        "outlet_entry": _outlet_entry(article) if article else None,
        "title": keepable(article.title.value) if article and article.title else None,
        "byline": keepable(article.byline.value) if article and article.byline else None,
        "language": article.language if article else None,
        "published": _published(published.value, has_time=published.has_time) if published else None,
        "day": published.value.date().isoformat() if published else None,
        "seen": moment(raw.fetched_at) if raw.fetched_at else None,
        "failed": report.failed,
        "compared": False,
    }


def _address(report: Report) -> str | None:
    url = report.raw.url or report.raw.stated.url or (report.article.url if report.article else None)
    return address_key(url) if url else None


@lru_cache(maxsize=1_000)  # a page is asked for before it is read and again before it is kept
def address_key(url: str) -> str:
    """Return the address under which versions of a page are found: no fragment, no tracking parameters."""
    # Imported here: it brings the libraries for fetching along, which who only reads a store has no use for.
    from musnad.intake.web import normal_address

    try:
        return normal_address(url)[:_LONGEST_ADDRESS]
    except (ValueError, UnicodeError):
        return keepable(url)[:_LONGEST_ADDRESS]


def _outlet_entry(article: Article) -> str | None:
    language = LANGUAGES.get(article.language)
    written = article.outlet.value if article.outlet else None
    return language.outlet_names.of_page(written, article.url) if language else None


def _published(value: datetime, *, has_time: bool) -> str:
    """Return a moment in UTC where the zone is known, the local one elsewhere; a day where no time is told."""
    if not has_time:
        return value.date().isoformat()
    try:
        return to_seconds(value.astimezone(UTC) if value.tzinfo else value)
    except OverflowError:  # the first or the last hours of the calendar
        return to_seconds(value)


def to_seconds(value: datetime) -> str:
    """Return a moment as it stands, to the second, in ISO 8601 without its zone."""
    return value.replace(tzinfo=None).isoformat(timespec="seconds")
