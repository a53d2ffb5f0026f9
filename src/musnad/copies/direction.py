"""Says which of two reports that share a text carried it first, and why."""

from dataclasses import dataclass
from datetime import datetime

from musnad.languages import LANGUAGES
from musnad.model import Article


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a page says of its own making: its outlet, the outlets that it credits, and when it was published."""

    outlet: str | None
    credits: tuple[str, ...]
    published: datetime | None
    has_time: bool = False

    @property
    def day(self) -> int:
        """Return the day of publication as a number, 0 where it is unknown."""
        return self.published.toordinal() if self.published else 0


def imprint_of(article: Article) -> Imprint:
    """Return what the article's page says of its own making; outlets that the lexicon knows stand by their id."""
    written = article.outlet.value if article.outlet else None
    language = LANGUAGES.get(article.language)
    known = language.outlet_names.of_page(written, article.url) if language else None
    outlet = known or written
    credits = (credit.entry or credit.outlet for credit in article.credits if not credit.is_group)
    published = article.published
    return Imprint(
        outlet,
        tuple(dict.fromkeys(credit for credit in credits if credit != outlet)),
        published.value if published else None,
        bool(published and published.has_time),
    )


def first_of(left: Imprint, right: Imprint) -> tuple[int | None, str]:
    """Return 0 if the left report carried the text first, 1 for the right, None if unknown; and the reason."""
    for place, (one, other) in enumerate(((left, right), (right, left))):
        if one.outlet is not None and one.outlet in other.credits and other.outlet not in one.credits:
            return place, f"the other credits {one.outlet}"
    both = [credit for credit in left.credits if credit in right.credits]
    if both:
        return None, f"both credit {both[0]}"
    if left.credits or right.credits:
        # Who names no source for words that another credits to an agency has them from there too, or is their maker.
        return None, f"one credits {(left.credits or right.credits)[0]}, the other names nobody"
    return earlier_of(left, right)


def earlier_of(left: Imprint, right: Imprint) -> tuple[int | None, str]:
    """Return 0 or 1 for the report that was published earlier, None where the dates do not tell; and the reason."""
    if left.published is None or right.published is None:
        return None, "a publication date is missing"
    if left.day != right.day:
        days = abs(left.day - right.day)
        told = "published one day earlier" if days == 1 else f"published {days} days earlier"
        return (0 if left.day < right.day else 1), told
    if not (left.has_time and right.has_time):
        return None, "published on one day"
    one, other = left.published, right.published
    if (one.tzinfo is None) != (other.tzinfo is None):
        return None, "published on one day, in unlike time zones"
    minutes = round((other - one).total_seconds() / 60)
    if minutes == 0:
        return None, "published in one minute"
    hours = abs(minutes) // 60
    told = f"published {hours} hours earlier" if hours > 1 else f"published {abs(minutes)} minutes earlier"
    return (0 if minutes > 0 else 1), told
