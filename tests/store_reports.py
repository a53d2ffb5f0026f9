"""Reports for the tests of the store: the bundled ones, and made-up ones as many as are wanted."""

import hashlib
from datetime import datetime
from functools import cache
from importlib import resources
from pathlib import Path

from musnad.model import (
    Article,
    Chain,
    Claim,
    Found,
    FoundDate,
    Link,
    LinkKind,
    Mention,
    MentionKind,
    Mode,
    RawDocument,
    Report,
    Span,
)


def demo_folder() -> Path:
    """Return the folder of the bundled reports."""
    return Path(str(resources.files("musnad.demo"))) / "reports"


@cache
def demo_documents() -> tuple[RawDocument, ...]:
    """Return the bundled documents, as loaded."""
    from musnad.intake import load_documents

    return tuple(load_documents([str(demo_folder())]))


@cache
def demo_reports() -> tuple[Report, ...]:
    """Return the bundled reports, as read."""
    # Imported here: processes that tests start and kill have no use for the readers.
    from musnad.reading import read_reports

    return tuple(report for raw in demo_documents() for report in read_reports(raw))


def made_report(number: int, *, note: str = "") -> Report:
    """Return a small report that differs from others by its number; `note` changes its claim alone."""
    title = f"وصول القافلة {number} إلى الميناء"
    text = f"{title}\nقال الناطق نعيم الراسي إن القافلة {number} وصلت صباحا. وأضاف مصدر أن الحمولة ناقصة.{note}"
    content = f"{title} {number}".encode()
    digest = hashlib.sha256(content).hexdigest()
    start = text.index("إن القافلة")
    speaker = Span(text.index("الناطق"), text.index(" إن القافلة"))
    claim = Claim(
        id=hashlib.sha256(f"{number}{note}".encode()).hexdigest()[:16],
        content=(Span(start, text.index("صباحا") + 5),),
        chain=Chain((Link(speaker, LinkKind.PERSON),)),
        mode=Mode.INDIRECT,
        rule="verb-after-clause",
        confidence=0.9,
    )
    article = Article(
        text=text,
        language="ar",
        has_headline=True,
        url=f"https://news.example/{number}",
        title=Found(title, "h1"),
        published=FoundDate(datetime(2025, 4, 1 + number % 28, 10, number % 60), True, "meta"),
    )
    raw = RawDocument(content, "text/x-article", digest, url=f"https://news.example/{number}")
    mentions = (Mention(MentionKind.PERSON, speaker, "person-after-title", 0.8),)
    return Report(f"{number:016x}", raw, article, (claim,), (), mentions=mentions)
