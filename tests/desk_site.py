"""A desk on a store of its own, for tests that ask it for pages."""

import html
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import uvicorn
from fastapi import FastAPI
from starlette.routing import Match, Route
from starlette.testclient import TestClient

from musnad.access import ServeSettings, Service
from musnad.keeping import CompareSettings, compare_new
from musnad.keeping.version import reader_version
from musnad.serving import create_app
from musnad.store import Store
from musnad.web.site import PAGES
from store_reports import demo_reports

_STARTED_WITHIN_SECONDS = 30


def open_desk(store: Store, settings: ServeSettings | None = None) -> TestClient:
    """Return a client of the desk on this store, under a name that it answers to."""
    return TestClient(create_app(Service(store, settings or ServeSettings())), base_url="http://127.0.0.1:8000")


def token_of(page: str) -> str:
    """Return the token that the forms of a page carry."""
    found = re.search(r'name="csrf" content="([^"]+)"', page)
    assert found is not None
    return found.group(1)


def fill_with_demo(store: Store, index_folder: Path) -> None:
    """Keep and compare the demonstration corpus, which is read once in a run of the tests."""
    store.add_reports(demo_reports(), reader=reader_version())
    compare_new(store, CompareSettings(index_folder=index_folder))


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """Yield the address at which a thread serves the application on a free port."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning", ws="none", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + _STARTED_WITHIN_SECONDS
    while not server.started:
        assert time.monotonic() < deadline, "the desk did not start"
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


@cache
def pages_of(app: FastAPI) -> tuple[str, ...]:
    """Return the address of one page of each kind, the first met when links are followed from the desk."""
    client = TestClient(app, base_url="http://127.0.0.1:8000")
    kinds: dict[str, str] = {}
    waiting, seen = ["/"], {"/"}
    while waiting:
        path = waiting.pop(0)
        kind = _kind_of(path)
        if kind is None or kind in kinds:
            continue
        answer = client.get(path, headers={"accept-language": "en"})
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        assert answer.status_code == 200, f"{path}: {answer.status_code}"
        kinds[kind] = path
        for link in re.findall(r'href="(/[^"#]*)', answer.text):
            link = html.unescape(link)
            if link not in seen and not link.startswith(("/static/", "/api/")):
                seen.add(link)
                waiting.append(link)
    return tuple(kinds.values())


def _kind_of(path: str) -> str | None:
    scope = {"type": "http", "method": "GET", "path": unquote(urlsplit(path).path), "headers": []}
    routes = (route for router in PAGES for route in router.routes if isinstance(route, Route))
    return next((route.path for route in routes if route.matches(scope)[0] is Match.FULL), None)
