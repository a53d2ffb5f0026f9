"""The desk tells what is new since the last visit, and how taking in goes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from browsing import Desk
from desk_site import open_desk
from musnad.store import Store, open_store
from musnad.store.finding.arrivals import count_arrivals, find_changed
from musnad.store.rows import moment
from musnad.web.visits import VISIT_COOKIE
from store_reports import made_report


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "reports.sqlite")) as store:
        yield store


def visited(client: TestClient, when: datetime) -> str:
    """Return the desk as somebody sees it who was here last at this moment."""
    cookie = f"{VISIT_COOKIE}=/{when.isoformat(timespec='seconds')}"
    return client.get("/", headers={"cookie": cookie}).text


def test_an_empty_desk_says_how_to_fill_it(empty: Store) -> None:
    with open_desk(empty) as client:
        page = client.get("/", headers={"accept-language": "en"}).text
    assert "Nothing is kept yet" in page
    assert "musnad demo" in page


def test_the_first_visit_shows_everything(demo_desk: TestClient) -> None:
    page = demo_desk.get("/").text
    assert 'class="clash"' in page
    assert "New since your last visit" not in page
    assert page.count('href="/reports/') > 8


def test_a_later_visit_shows_what_came_since(demo_desk: TestClient) -> None:
    page = visited(demo_desk, datetime.now(UTC) - timedelta(days=9))
    assert "New since your last visit" in page
    assert 'class="clash"' in page


def test_nothing_is_new_after_a_visit_that_saw_all(demo_desk: TestClient, desk: Desk) -> None:
    soon = datetime.now(UTC) + timedelta(hours=1)
    assert count_arrivals(desk.store, moment(soon)).reports == 0
    page = visited(demo_desk, soon - timedelta(hours=2))
    assert 'class="clash"' in page
    cookie = f"{VISIT_COOKIE}={soon.isoformat()}/{soon.isoformat()}"
    later = demo_desk.get("/", headers={"cookie": cookie}).text
    assert 'class="clash"' not in later
    assert "Nothing new says the opposite of anything." in later


def test_a_visit_lasts_longer_than_one_look(demo_desk: TestClient) -> None:
    before = datetime.now(UTC) - timedelta(days=2)
    cookie = f"{VISIT_COOKIE}={before.isoformat()}/{datetime.now(UTC).isoformat()}"
    answer = demo_desk.get("/", headers={"cookie": cookie})
    assert before.isoformat(timespec="seconds") in answer.headers["set-cookie"]


def test_a_broken_cookie_counts_as_a_first_visit(demo_desk: TestClient) -> None:
    page = demo_desk.get("/", headers={"cookie": f"{VISIT_COOKIE}=yesterday/soon"}).text
    assert "New since your last visit" not in page


def test_a_page_that_was_changed_is_found(empty: Store) -> None:
    first = made_report(1)
    seen = datetime(2025, 5, 1, tzinfo=UTC)
    later = replace(
        made_report(1),
        id="1" * 16,
        raw=replace(first.raw, sha256="9" * 64, content=b"changed", fetched_at=seen),
    )
    first = replace(first, raw=replace(first.raw, fetched_at=seen - timedelta(days=1)))
    empty.add_reports([first, made_report(2), later], reader="1")
    assert [(each.report, each.before) for each in find_changed(empty, None, most=5)] == [(later.id, first.id)]
    with open_desk(empty) as client:
        page = client.get("/", headers={"accept-language": "en"}).text
        assert f'href="/reports/{later.id}#versions"' in page
        assert 'id="versions"' in client.get(f"/reports/{later.id}").text


def test_the_desk_is_given_as_a_file(demo_desk: TestClient) -> None:
    answer = demo_desk.get("/", params={"all": "1", "format": "json"})
    assert "attachment" in answer.headers["content-disposition"]
    rows = answer.json()
    assert {row["kind"] for row in rows} == {"report", "story", "confirmed", "circle", "contradiction"}
    assert all(row["id"] and row["label"] for row in rows)
    assert demo_desk.get("/", params={"all": "1", "format": "csv"}).text.startswith("\ufeffkind,id,label")
