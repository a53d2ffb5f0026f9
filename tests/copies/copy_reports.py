"""Makes reports with invented words, so that what two of them share is known to the word."""

import random
from collections.abc import Iterable
from datetime import datetime

from musnad.model import Article, Credit, Found, FoundDate, RawDocument, Report

_ROOTS = [
    "سفينة",
    "ميناء",
    "شحنة",
    "وزير",
    "اجتماع",
    "قرية",
    "طريق",
    "مصنع",
    "جسر",
    "محطة",
    "قافلة",
    "اتفاق",
]


def prose(count: int, seed: int) -> str:
    """Return `count` words that no other seed has in the same order."""
    chosen = random.Random(seed)
    return " ".join(f"{chosen.choice(_ROOTS)}{chosen.randrange(400)}" for _ in range(count))


def report(
    name: str,
    body: str,
    *,
    headline: str = "عنوان الخبر",
    outlet: str | None = None,
    published: str | None = None,
    credits: Iterable[str] = (),
) -> Report:
    """Return a report with this id, headline and body."""
    date = datetime.fromisoformat(published) if published else None
    article = Article(
        f"{headline}\n{body}",
        "ar",
        has_headline=True,
        outlet=Found(outlet, "stated") if outlet else None,
        published=FoundDate(date, "T" in (published or ""), "stated") if date else None,
        credits=tuple(Credit(f"نقلا عن {credit}", credit) for credit in credits),
    )
    return Report(name, RawDocument(b"", "text/plain", name), article, (), ())
