"""Makes the search keys of reports, as the store asks for them, and renews them where they were made otherwise."""

import hashlib
from functools import cache
from importlib import resources
from pathlib import Path

from musnad.languages import ANALYSER_VERSION, load_text_analyser
from musnad.model import Report
from musnad.search.transliterating import skeleton_keys
from musnad.store import SearchKeys, Store
from musnad.store.facts import fact, note

_FACT = "search_keys"
_DECIDES = ("languages", "text", "entities")


def make_keys(report: Report) -> SearchKeys:
    """Return the keys under which a report is found; none for one without an article."""
    article = report.article
    if article is None:
        return SearchKeys("", "", "")
    headline = article.text.find("\n") if article.has_headline else 0
    indexed = load_text_analyser().index_text(article.text, headline=len(article.text) if headline < 0 else headline)
    text_keys = " ".join((indexed.text_keys, *skeleton_keys(report)))
    return SearchKeys(indexed.title_keys, text_keys, indexed.exact)


def keys_are_current(store: Store) -> bool:
    """Tell whether the store's keys were made by this version of the analyser and its word lists."""
    with store.reading() as connection:
        return fact(connection, _FACT) == keys_version()


def renew_keys(store: Store) -> int:
    """Make the keys that are missing, all of them where another version made them, and return for how many reports.

    The store has to be opened with `search_keys=make_keys`.
    """
    made = store.make_search_keys(anew=not keys_are_current(store))
    with store.writing() as connection:
        if fact(connection, _FACT) != keys_version():
            note(connection, _FACT, keys_version())
    return made


@cache
def keys_version() -> str:
    """Return the version of the keys: it changes with the analyser and with any word list that it may ask."""
    root = Path(str(resources.files("musnad")))
    digest = hashlib.sha256()
    for path in sorted(path for name in _DECIDES for path in (root / name).rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return f"{ANALYSER_VERSION}+{digest.hexdigest()[:8]}"
