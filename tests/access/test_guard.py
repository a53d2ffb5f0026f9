"""The guard refuses forged requests and strange hosts, and every answer carries the headers that keep pages safe."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from desk_site import open_desk, token_of
from musnad.store import open_store


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[TestClient]:
    with open_store(str(tmp_path / "reports.sqlite")) as store, open_desk(store) as client:
        yield client


def test_a_form_without_its_token_is_refused(desk: TestClient) -> None:
    desk.get("/")
    assert desk.post("/preferences", data={"theme": "dark"}).status_code == 403


def test_a_form_with_another_visitors_token_is_refused(desk: TestClient) -> None:
    desk.get("/")
    assert desk.post("/preferences", data={"theme": "dark", "csrf": "x" * 43}).status_code == 403


def test_a_form_from_another_site_is_refused(desk: TestClient) -> None:
    token = token_of(desk.get("/").text)
    answer = desk.post(
        "/preferences", data={"theme": "dark", "csrf": token}, headers={"origin": "https://elsewhere.example"}
    )
    assert answer.status_code == 403


def test_a_token_may_come_in_a_header(desk: TestClient) -> None:
    token = token_of(desk.get("/").text)
    answer = desk.post("/preferences", headers={"x-csrf-token": token}, follow_redirects=False)
    assert answer.status_code == 303


def test_a_strange_host_is_refused(desk: TestClient) -> None:
    assert desk.get("/", headers={"host": "elsewhere.example"}).status_code == 421


@pytest.mark.parametrize("path", ["/", "/static/site.css", "/api/v1/status", "/no-such-page"])
def test_every_answer_is_fenced_in(desk: TestClient, path: str) -> None:
    headers = desk.get(path).headers
    policy = headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
