"""Keeps what people ask to be told of: watched addresses and saved searches, from a command or over the network."""

from datetime import timedelta

from musnad.errors import UsageError
from musnad.intake.web import fault_of_address, normal_address
from musnad.keeping.delivery import check_channel
from musnad.search import parse_query
from musnad.store import Store
from musnad.store.alerts import SavedSearch

LEAST_EVERY = timedelta(minutes=1)
MOST_EVERY = timedelta(days=366)
_LONGEST_NAME = 200


def watch_address(store: Store, address: str, every: timedelta) -> tuple[str, bool]:
    """Watch a feed, a sitemap or a page, and return its address as it is kept, and whether it is a new one.

    Raises UsageError where it is not one of the web: no file is ever watched, whoever asks.
    """
    fault = fault_of_address(address)
    if fault:
        raise UsageError(f"{address}: {fault}; give an address that begins with http:// or https://")
    if not LEAST_EVERY <= every <= MOST_EVERY:
        raise UsageError(f"every {every} cannot be; choose a time from one minute to a year")
    kept = normal_address(address)
    return kept, store.queue.watch(kept, every)


def save_search(store: Store, saved: SavedSearch, *, from_here: bool = False) -> bool:
    """Keep a search under its name and tell whether it is a new one.

    `from_here` is False for what came over the network: then no channel may name a file of this machine. Raises
    QueryError or UsageError where the query cannot be read, or a channel is none.
    """
    if not saved.name.strip() or len(saved.name) > _LONGEST_NAME or not saved.name.isprintable():
        raise UsageError(f"a search needs a name of 1 to {_LONGEST_NAME} letters, on one line")
    parse_query(saved.query)
    for channel in saved.channels:
        check_channel(channel, from_here=from_here)
    return store.alerts.save(saved)
