"""What keeps the desk safe on every page: headers, the door, roles, and hostile words that stay words."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

from desk_site import open_desk, pages_of, token_of
from musnad.access import Role, ServeSettings, make_account
from musnad.keeping import CompareSettings, compare_new
from musnad.keeping.reviewing import Reviewer, marked
from musnad.model import JudgementKind, RawDocument, Report
from musnad.reading import read_reports
from musnad.search import make_keys
from musnad.store import Store, open_store
from musnad.store.alerts import NewAlert, SavedSearch, Trigger
from musnad.store.reader_notes import NewNote, NoteState
from musnad.web.site import PAGES

pytestmark = pytest.mark.usefixtures("cheap_hashes")
PASSWORD = "four words in a row"
ATTACK = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><svg onload=alert(1)>"
OPEN = frozenset({"/login", "/login/oidc", "/login/oidc/back", "/preferences"})
READERS_MAY = frozenset(
    {
        "/login",
        "/logout",
        "/preferences",
        "/reports/{name}/notes",
        "/account/tokens",
        "/account/tokens/{token}/revoke",
        "/account/password",
    }
)
"""What a reader may send: nothing of it changes what others see."""
STREAMS = frozenset({"/feeds/live"})


def page_routes() -> list[APIRoute]:
    """Return the routes of the desk's pages."""
    return [route for router in PAGES for route in router.routes if isinstance(route, APIRoute)]


def filled(path: str) -> str:
    """Return a path with something in the place of each of its parameters."""
    return re.sub(r"\{form\}", "json", re.sub(r"\{(name|token)(:\w+)?\}", "x", path)).replace("{number}", "1")


def hostile_report(number: int) -> Report:
    """Return a report that says something against its reader in every field that a page may fill."""
    text = (
        f"خبر {number} {ATTACK}\n"
        f"قال الناطق نعيم {ATTACK} الراسي إن القافلة {number} وصلت صباحا. وأكد مصدر عسكري {ATTACK} مقتل ثلاثة جنود.\n"
        f"وقالت صحيفة «{ATTACK}» إن القافلة {number} لم تصل.\n"
    )
    content = text.encode()
    raw = RawDocument(content, "text/x-article", hashlib.sha256(content).hexdigest(), url=f"https://a.example/{number}")
    stated = replace(raw.stated, outlet=f"صحيفة {ATTACK}", byline=ATTACK, title=ATTACK, published="2026-03-01")
    (report,) = read_reports(replace(raw, stated=stated))
    return report


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("safety")
    with open_store(str(folder / "reports.sqlite"), search_keys=make_keys) as opened:
        reports = [hostile_report(number) for number in range(2)]
        opened.add_reports(reports, reader="test")
        compare_new(opened, CompareSettings(index_folder=folder / "index"))
        note = opened.notes.submit(NewNote(reports[0].id, ATTACK, ATTACK, "huda@example.org"))
        opened.notes.moderate(note.number, NoteState.APPROVED, ATTACK)
        opened.notes.submit(NewNote(reports[0].id, ATTACK, ATTACK))
        for kind in (JudgementKind.NOTE, JudgementKind.TAG, JudgementKind.IN_CASE):
            opened.reviews.add(marked(reports[0], None, kind, ATTACK, Reviewer(ATTACK, ATTACK)))
        opened.alerts.save(SavedSearch(ATTACK, "*", tuple(Trigger)))
        opened.alerts.raise_all([NewAlert(ATTACK, Trigger.CIRCLE, ATTACK, ATTACK, ATTACK)])
        feed = "https://a.example/?%3Cscript%3Ealert(1)%3C/script%3E"
        opened.queue.watch(feed, timedelta(days=1))
        opened.note_run(feed, ATTACK)
        yield opened


@pytest.fixture
def desk(store: Store) -> TestClient:
    return open_desk(store)


def client_as(store: Store, role: Role) -> TestClient:
    """Return a client that has logged in by the form."""
    name = f"the {role}"
    if store.accounts.find(name) is None:
        make_account(store, name, role, PASSWORD)
    client = open_desk(store, ServeSettings(accounts=True))
    form = {"csrf": token_of(client.get("/login").text), "name": name, "password": PASSWORD}
    assert client.post("/login", data=form, follow_redirects=False).status_code == 303
    return client


def test_hostile_words_stay_words_on_every_page(desk: TestClient) -> None:
    app = desk.app
    assert isinstance(app, FastAPI)
    pages = {*pages_of(app), "/notes", "/feeds", "/alerts", "/cases", "/settings", "/review", "/stories", "/sources"}
    shown = 0
    for path in sorted(pages):
        for language in ("ar", "en"):
            answer = desk.get(path, headers={"accept-language": language})
            if answer.status_code != 200:
                continue
            shown += answer.text.count("&lt;script&gt;alert(1)")
            assert dangers(answer.text) == [], path
    assert shown > 10


def dangers(page: str) -> list[str]:
    """Return what a browser would run: scripts that are no files of ours, handlers, addresses that are code."""
    tree = LexborHTMLParser(page)
    found = [node.html or "" for node in tree.css("script") if not (node.attributes.get("src") or "").startswith("/")]
    found = [each for each in found if 'type="application/json"' not in each]
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            code = (value or "").strip().lower().startswith(("javascript:", "data:text/html", "vbscript:"))
            if name.lower().startswith("on") or (name in ("href", "src", "action", "formaction") and code):
                found.append(f"{node.tag} {name}={value}")
    return found


def test_hostile_words_come_out_of_the_api_as_json(desk: TestClient) -> None:
    for path in (
        "/reports",
        "/claims",
        "/sources",
        "/judgements",
        "/cases",
        "/alerts",
        "/searches",
        "/notes",
        "/feeds",
    ):
        answer = desk.get(f"/api/v1{path}")
        assert answer.headers["content-type"] == "application/json", path
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert "huda@" not in desk.get("/api/v1/notes?state=approved").text


def test_every_route_answers_with_the_headers_that_keep_it_safe(desk: TestClient) -> None:
    paths = [route.path for route in page_routes() if "GET" in (route.methods or ())]
    described = desk.get("/api/v1/openapi.json").json()["paths"]
    paths += [f"/api/v1{path}" for path, methods in described.items() if "get" in methods]
    assert len(paths) > 40
    for path in [*paths, "/static/site.css", "/no-such-page", "/api/v1/openapi.json", "/api/v1/missing"]:
        if path in STREAMS:
            continue
        headers = desk.get(filled(path), follow_redirects=False).headers
        policy = headers["content-security-policy"]
        # A file that is kept, such as a picture, may bring its style: nothing runs in its sandbox.
        assert "unsafe" not in policy or policy.startswith("sandbox; default-src 'none'; style-src"), path
        assert "default-src 'none'" in policy, path
        assert "frame-ancestors 'none'" in policy or policy.startswith("sandbox;"), path
        assert headers["x-content-type-options"] == "nosniff", path
        assert headers["x-frame-options"] == "DENY", path
        assert headers["referrer-policy"] == "same-origin", path


def test_captured_pages_are_never_pages_of_ours(store: Store, desk: TestClient) -> None:
    name = next(iter(store.numbers()))[1]
    for path in (f"/reports/{name}/captured", f"/api/v1/reports/{name}/document"):
        answer = desk.get(path)
        assert answer.status_code == 200, path
        assert answer.headers["content-type"] == "application/octet-stream"
        assert answer.headers["content-disposition"].startswith("attachment")


def test_a_stranger_is_led_to_the_door_from_every_page(store: Store) -> None:
    client = open_desk(store, ServeSettings(accounts=True))
    for route in page_routes():
        if route.path in OPEN or "GET" not in (route.methods or ()):
            continue
        answer = client.get(filled(route.path), follow_redirects=False)
        assert answer.status_code == 303, route.path
        assert answer.headers["location"].startswith("/login?"), route.path


def test_a_stranger_sends_nothing(store: Store) -> None:
    client = open_desk(store, ServeSettings(accounts=True))
    token = token_of(client.get("/login").text)
    for route in page_routes():
        if route.path not in OPEN and "POST" in (route.methods or ()):
            assert client.post(filled(route.path), data={"csrf": token}).status_code == 401, route.path


def test_a_reader_changes_nothing_on_any_page(store: Store) -> None:
    client = client_as(store, Role.READER)
    token = token_of(client.get("/").text)
    for route in page_routes():
        if route.path not in READERS_MAY and "POST" in (route.methods or ()):
            assert client.post(filled(route.path), data={"csrf": token}).status_code == 403, route.path


def test_no_page_takes_a_form_without_its_token(store: Store) -> None:
    client = client_as(store, Role.ADMIN)
    for route in page_routes():
        if "POST" in (route.methods or ()):
            assert client.post(filled(route.path)).status_code == 403, route.path
