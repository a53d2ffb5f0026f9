"""A client of the API on a copy of the demonstration, which a test may write to."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from browsing import Desk
from desk_site import open_desk
from musnad.access import Role, ServeSettings, give_token
from musnad.search import make_keys
from musnad.store import Store, open_store
from musnad.store.accounts import NewAccount

WITH_TOKEN = {"authorization": "Bearer any"}
"""Without accounts any token will do: it says that no browser sends this."""


@contextmanager
def copied(desk: Desk, folder: Path) -> Iterator[Store]:
    """Yield a copy of the store."""
    desk.store.back_up(folder / "copy.sqlite")
    with open_store(str(folder / "copy.sqlite"), search_keys=make_keys) as store:
        yield store


def client_of(store: Store, settings: ServeSettings | None = None) -> TestClient:
    """Return a client of the API that sends a token."""
    client = open_desk(store, settings)
    client.headers.update(WITH_TOKEN)
    return client


def client_as(store: Store, role: Role) -> TestClient:
    """Return a client that is logged in as somebody of a role."""
    name = f"the {role}"
    if store.accounts.find(name) is None:
        store.accounts.add(NewAccount(name, role.value))
    client = open_desk(store, ServeSettings(accounts=True))
    client.headers["authorization"] = f"Bearer {give_token(store, name, 'test')[1]}"
    return client


def rows_of(client: TestClient, path: str, **query: Any) -> list[dict[str, Any]]:
    """Return the rows of a page of the API."""
    answer = client.get(f"/api/v1{path}", params=query)
    assert answer.status_code == 200, answer.text
    rows: list[dict[str, Any]] = answer.json()["rows"]
    return rows
