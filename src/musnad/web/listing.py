"""Gathers the pages of a list into one file, up to a limit."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from musnad.search import Page, PageSettings

_AT_ONCE = 500
Listed = TypeVar("Listed")


def all_rows(fetch: Callable[[PageSettings], Page[Listed]], most: int) -> Iterator[Listed]:
    """Yield the rows of a list, page after page, at most so many."""
    given, left = PageSettings(min(_AT_ONCE, most)), most
    while left > 0:
        page = fetch(given)
        yield from page.rows[:left]
        left -= len(page.rows)
        if page.next is None:
            return
        given = PageSettings(min(_AT_ONCE, max(left, 1)), page.next)
