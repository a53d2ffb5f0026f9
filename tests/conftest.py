"""What all tests may ask for: the optional data folder beside the repository, a news site of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from browsing import Desk, browser, desk, visit
from cheap_hashes import cheap_hashes
from databases import address, server, store
from news_site import Site, serve

__all__ = ["address", "browser", "cheap_hashes", "desk", "server", "store", "visit"]

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def repository() -> Path:
    """Return the repository's root."""
    return REPOSITORY


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder ../shared with real data, or skip the test, saying so."""
    folder = REPOSITORY.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no folder ../shared: what is measured on real articles was not measured")
    return folder


@pytest.fixture
def site() -> Iterator[Site]:
    """Yield a news site without a page, served on this machine until the test ends."""
    with serve() as running:
        yield running


@pytest.fixture
def demo_desk(desk: Desk) -> TestClient:
    """Return a client, who reads English, of the desk on the demonstration corpus."""
    return TestClient(desk.app, base_url="http://127.0.0.1:8000", headers={"accept-language": "en"})
