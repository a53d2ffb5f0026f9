"""Gathers what a query finds, and what it has in common, into one dossier."""

from musnad.model import Dossier
from musnad.search.listing import MOST_ROWS, PageSettings, list_reports
from musnad.store import Store


def gather_dossier(store: Store, query: str = "*", *, most: int = 10_000) -> Dossier:
    """Return the dossier of the reports that a query asks for, the newest first, at most so many."""
    names: list[str] = []
    after: str | None = None
    while len(names) < most:
        page = list_reports(store, query, page=PageSettings(min(MOST_ROWS, most - len(names)), after))
        names += (each.id for each in page.rows)
        after = page.next
        if after is None:
            break
    return store.dossier(names)
