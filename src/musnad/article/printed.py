"""Finds the date that a page prints for its readers, below its headline."""

from selectolax.lexbor import LexborHTMLParser

from musnad.article.dates import read_date
from musnad.model import Found

# What may hold the date that the page prints; above the headline it is often the day of the visit.
_DATE_LINES = (
    'h1, time, [itemprop="datePublished"], [class*="date"], [class*="Date"], [id*="date"], [id*="Date"], '
    '[class*="publish"], [class*="time"], [class*="meta"]'
)
_MOST_DATE_LINES = 40
_LONGEST_DATE_LINE = 100


def printed_date(page: LexborHTMLParser) -> Found | None:
    """Return the first date line after the headline that can be read, or None."""
    below = False
    for node in page.css(_DATE_LINES)[:_MOST_DATE_LINES]:
        if node.tag == "h1":
            below = True
        elif below:
            line = " ".join(node.text(separator=" ").split())
            if 0 < len(line) <= _LONGEST_DATE_LINE and read_date(line):
                return Found(line, "printed")
    return None


def same_day(a: Found, b: Found) -> bool:
    """Tell whether two written dates are of one day."""
    first, second = read_date(a.value), read_date(b.value)
    return first is not None and second is not None and first[0].date() == second[0].date()
