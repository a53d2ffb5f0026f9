"""Measures pages of the API on a store: what a client waits for a page of 50 claims, and what it costs."""

import argparse
import statistics
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import httpx
import uvicorn

from musnad.access import ServeSettings, Service
from musnad.search import make_keys
from musnad.serving import create_app
from musnad.store import Store, open_store

_LIMIT_MS = 30.0
_STARTED_WITHIN_SECONDS = 60.0
_PAGES: tuple[tuple[str, str, Mapping[str, str | int]], ...] = (
    ("50 claims, page after page", "/claims", {"limit": 50}),
    ("50 claims, offsets for browsers", "/claims", {"limit": 50, "offsets": "utf16"}),
    ("50 denials, page after page", "/claims", {"limit": 50, "q": "stance:denies"}),
    ("50 reports, page after page", "/reports", {"limit": 50}),
    ("50 sources, page after page", "/sources", {"limit": 50}),
)


def main() -> int:
    """Print the figures of each page; return 1 where a page of 50 claims takes longer than it should."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", help="a store, such as benchmarks/search.py makes")
    parser.add_argument("--pages", type=int, default=200)
    given = parser.parse_args()
    slow = False
    with open_store(given.store, search_keys=make_keys) as store, _served(store) as address:
        print(f"{store.count():,} reports; milliseconds by the clock, and of the processor (client and server)")
        print(f"{'':36} {'median':>8} {'p95':>8} {'cpu median':>11} {'cpu p95':>8}")
        with httpx.Client(base_url=f"{address}/api/v1", trust_env=False, timeout=60) as client:
            for name, path, query in _PAGES:
                clock, spent = _measure(client, path, query, given.pages)
                print(f"{name:36} {clock[0]:8.1f} {clock[1]:8.1f} {spent[0]:11.1f} {spent[1]:8.1f}")
                slow = slow or (path == "/claims" and "q" not in query and min(clock[1], spent[1]) > _LIMIT_MS)
    return 1 if slow else 0


def _measure(
    client: httpx.Client, path: str, query: Mapping[str, str | int], pages: int
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return median and 95th percentile by the clock and of the processor; the pages follow each other."""
    clock, spent = [], []
    after: str | None = None
    for _ in range(pages):
        asked = dict(query) | ({"after": after} if after else {})
        began, started = time.perf_counter(), time.process_time()
        answer = client.get(path, params=asked)
        clock.append((time.perf_counter() - began) * 1_000)
        spent.append((time.process_time() - started) * 1_000)
        after = answer.raise_for_status().json()["next"]
    return _figures(clock), _figures(spent)


def _figures(values: list[float]) -> tuple[float, float]:
    return statistics.median(values), statistics.quantiles(values, n=20)[-1]


@contextmanager
def _served(store: Store) -> Iterator[str]:
    app = create_app(Service(store, ServeSettings()))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning", ws="none", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + _STARTED_WITHIN_SECONDS
    while not server.started:
        if time.monotonic() > deadline:
            raise RuntimeError("the service did not start")
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


if __name__ == "__main__":
    raise SystemExit(main())
