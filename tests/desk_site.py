"""A desk on a store of its own, for tests that ask it for pages."""

import re

from starlette.testclient import TestClient

from musnad.access import ServeSettings, Service
from musnad.serving import create_app
from musnad.store import Store


def open_desk(store: Store, settings: ServeSettings | None = None) -> TestClient:
    """Return a client of the desk on this store, under a name that it answers to."""
    return TestClient(create_app(Service(store, settings or ServeSettings())), base_url="http://127.0.0.1:8000")


def token_of(page: str) -> str:
    """Return the token that the forms of a page carry."""
    found = re.search(r'name="csrf" content="([^"]+)"', page)
    assert found is not None
    return found.group(1)
