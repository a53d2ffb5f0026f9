"""Fills a store with the demonstration corpus."""

from musnad.demo.corpus import demo_paths
from musnad.intake import load_documents
from musnad.keeping import add_documents
from musnad.search import renew_keys
from musnad.store import Store


def fill_demo(store: Store) -> int:
    """Read the bundled reports into the store, compare them, and return how many it then keeps."""
    renew_keys(store)
    add_documents(store, load_documents([str(path) for path in demo_paths()]))
    return store.count()
