"""Suggests other spellings of a query that found nothing: words of news and names of the store, by edit distance."""

from musnad.store import Store


def suggest(store: Store, query: str) -> tuple[str, ...]:
    """Return queries that find something and differ from this one by the spelling of a word, the nearest first."""
    return ()
