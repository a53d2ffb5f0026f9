"""What the API keeps: documents, feeds, searches, judgements, notes; who may do so; and what is refused."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from api_desk import WITH_TOKEN, client_as, client_of, copied, rows_of
from starlette.testclient import TestClient

from browsing import Desk
from desk_site import open_desk
from musnad.access import Role, ServeSettings, Service
from musnad.api import create_api
from musnad.store import Store

pytestmark = pytest.mark.usefixtures("cheap_hashes")
API = "/api/v1"
SCRIPT = "<script>alert('ب')</script><img src=x onerror=alert(1)>"
FOR_READERS = {("POST", "/read"), ("POST", "/reports/{name}/notes")}
"""What a reader may send: nothing of it changes what others see."""


@pytest.fixture
def store(desk: Desk, tmp_path: Path) -> Iterator[Store]:
    with copied(desk, tmp_path) as store:
        yield store


@pytest.fixture
def client(store: Store) -> TestClient:
    return client_of(store)


def test_a_document_is_kept_compared_and_found(client: TestClient) -> None:
    page = (
        "<!doctype html><html lang=ar><title>رصيف الميناء القديم</title><article><h1>رصيف الميناء القديم يغلق شهرا</h1>"
        "<p>قال مدير الميناء وسيم الراعي إن الرصيف القديم سيغلق شهرا للترميم بعد انهيار جزء منه مساء أمس.</p></article>"
    )
    headers = {"content-type": "text/html; charset=utf-8"}
    added = client.post(f"{API}/documents", content=page.encode(), headers=headers)
    assert added.status_code == 201, added.text
    (name,) = added.json()["reports"]
    assert [row["report"]["id"] for row in client.get(f"{API}/search?q=رصيف ترميم").json()["rows"]] == [name]
    again = client.post(f"{API}/documents", content=page.encode(), headers=headers)
    assert again.json()["reports"] == {}


def test_an_address_and_a_feed_wait_for_the_worker(client: TestClient) -> None:
    address = "https://news.example/rss.xml"
    assert client.post(f"{API}/feeds", json={"address": address, "every_seconds": 600}).status_code == 201
    assert [each["every_seconds"] for each in client.get(f"{API}/feeds").json()] == [600]
    assert client.delete(f"{API}/feeds", params={"address": address}).status_code == 204
    assert client.delete(f"{API}/feeds", params={"address": address}).status_code == 404
    queued = client.post(f"{API}/documents/addresses", json={"address": "https://news.example/a"})
    assert queued.json() == {"queued": True}
    jobs = client.get(f"{API}/jobs", params={"status": "waiting"}).json()
    assert [(each["kind"], each["subject"]) for each in jobs["rows"]] == [("fetch", "https://news.example/a")]


def test_a_saved_search_never_names_a_file_of_the_server(client: TestClient, tmp_path: Path) -> None:
    search = {"query": "صاروخ", "channels": [f"atom:{tmp_path / 'feed.xml'}"]}
    answer = client.put(f"{API}/searches/arms", json=search)
    assert answer.status_code == 400
    assert "file of this machine" in answer.json()["detail"]
    assert client.put(f"{API}/searches/arms", json={"query": "صاروخ"}).status_code == 200
    assert [each["name"] for each in client.get(f"{API}/searches").json()] == ["arms"]
    feed = client.get(f"{API}/searches/arms/feed")
    assert feed.headers["content-type"] == "application/atom+xml"
    assert ElementTree.fromstring(feed.text).tag.endswith("feed")
    assert client.get(f"{API}/searches/none/feed").status_code == 404
    assert client.put(f"{API}/searches/bad", json={"query": "(("}).status_code == 400
    assert client.delete(f"{API}/searches/arms").status_code == 204


def test_an_alert_goes_to_no_private_network(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MUSNAD_WEBHOOK_SECRET", "s")
    for target in ("http://127.0.0.1/", "http://169.254.169.254/latest", "http://intranet.local/"):
        search = {"query": "*", "channels": [f"webhook:{target}"]}
        assert client.put(f"{API}/searches/x", json=search).status_code == 400
    search = {"query": "*", "channels": ["webhook:https://hooks.example/x"]}
    assert client.put(f"{API}/searches/x", json=search).status_code == 200


def test_a_claim_is_judged_and_the_judgement_taken_back(client: TestClient) -> None:
    claim = rows_of(client, "/claims", limit=1)[0]
    sent = {"kind": "wrong", "report": claim["report"]["id"], "claim": claim["id"], "corrections": {"stance": "denies"}}
    made = client.post(f"{API}/judgements", json=sent)
    assert made.status_code == 201, made.text
    name = made.json()["id"]
    assert [row["id"] for row in rows_of(client, "/judgements")] == [name]
    assert client.post(f"{API}/judgements/{name}/undo", json={"why": "misread"}).status_code == 204
    assert rows_of(client, "/judgements") == []
    assert rows_of(client, "/judgements", undone=True)[0]["undone"]["why"] == "misread"


def test_a_case_gathers_words_pairs_and_grades_are_judged(client: TestClient) -> None:
    first, second = rows_of(client, "/claims", limit=2)
    in_case = {"kind": "in_case", "report": first["report"]["id"], "span": first["span"], "value": "الصومعة"}
    assert client.post(f"{API}/judgements", json=in_case).status_code == 201
    assert [(row["name"], row["entries"]) for row in rows_of(client, "/cases")] == [("الصومعة", 1)]
    places = [{"report": each["report"]["id"], "span": each["span"]} for each in (first, second)]
    pair = {"kind": "not_same", "about": "proposition", "places": places}
    assert client.post(f"{API}/judgements", json=pair).status_code == 201
    assert (
        client.post(f"{API}/judgements", json={"kind": "grade", "source": "reuters", "value": "B"}).status_code == 201
    )


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"kind": "grade", "source": "reuters", "value": "Z"}, 422),
        ({"kind": "same", "about": "entity", "places": []}, 422),
        ({"kind": "right", "report": "missing", "claim": "x"}, 404),
        ({"kind": "note", "report": "missing", "value": "x"}, 404),
        ({"kind": "note", "value": " "}, 422),
        ({"kind": "nonsense"}, 422),
    ],
)
def test_a_judgement_that_says_too_little_is_refused(client: TestClient, sent: dict[str, object], status: int) -> None:
    assert client.post(f"{API}/judgements", json=sent).status_code == status


def test_a_readers_note_is_shown_once_it_is_approved_and_its_address_never(client: TestClient) -> None:
    report = rows_of(client, "/reports", limit=1)[0]["id"]
    note = {"name": SCRIPT[:90], "text": SCRIPT, "email": "huda@example.org"}
    written = client.post(f"{API}/reports/{report}/notes", json=note)
    assert written.status_code == 201, written.text
    assert client.get(f"{API}/reports/{report}/notes").json() == []
    waiting = client.get(f"{API}/notes")
    number = waiting.json()[0]["number"]
    assert client.post(f"{API}/notes/{number}", json={"state": "approved"}).status_code == 200
    shown = client.get(f"{API}/reports/{report}/notes")
    assert shown.json()[0]["text"] == SCRIPT
    assert not [answer for answer in (written, waiting, shown) if "huda@" in answer.text]
    assert shown.headers["content-type"] == "application/json"


def test_captured_html_is_never_a_page_of_ours(client: TestClient) -> None:
    report = rows_of(client, "/reports", limit=1)[0]["id"]
    kept = client.get(f"{API}/reports/{report}/document")
    assert kept.headers["content-type"] == "application/octet-stream"
    assert kept.headers["content-disposition"].startswith("attachment")
    assert b"<html" in kept.content
    shown = client.get(f"{API}/reports/{report}/document", params={"form": "text"})
    assert shown.headers["content-type"] == "text/plain; charset=utf-8"
    for answer in (kept, shown):
        assert answer.headers["content-security-policy"].startswith("sandbox;")
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_without_a_token_a_change_needs_that_of_a_form(store: Store) -> None:
    assert open_desk(store).post(f"{API}/feeds", json={"address": "https://a.example/"}).status_code == 403


def routes(*, reading: bool) -> list[tuple[str, str]]:
    """Return method and path of every route that gives something, or of every one that changes something."""
    described = create_api(Service(None)).openapi()["paths"]  # type: ignore[arg-type]  # only its description is read
    found = [(method.upper(), path) for path, methods in described.items() for method in methods]
    kept = [(method, path) for method, path in found if (method == "GET") is reading]
    assert len(kept) > 10
    return sorted(kept)


def test_a_reader_changes_nothing(store: Store) -> None:
    client = client_as(store, Role.READER)
    for method, path in routes(reading=False):
        answer = client.request(method, API + path.replace("{name}", "x").replace("{number}", "1"), json={})
        refused = answer.status_code == 403
        assert refused is ((method, path) not in FOR_READERS), (method, path, answer.status_code)


def test_roles_see_what_is_theirs(store: Store) -> None:
    seen = {
        role: [client_as(store, role).get(API + path).status_code for path in ("/reports", "/jobs", "/audit")]
        for role in Role
    }
    assert seen == {
        Role.READER: [200, 403, 403],
        Role.ANALYST: [200, 200, 403],
        Role.ADMIN: [200, 200, 200],
    }


def test_a_stranger_sees_nothing_but_the_description(store: Store) -> None:
    client = open_desk(store, ServeSettings(accounts=True))
    for _, path in routes(reading=True):
        shown = path.replace("{name}", "x").replace("{number}", "1")
        assert client.get(API + shown).status_code == 401, path
    assert client.get(f"{API}/openapi.json").status_code == 200


def test_what_is_changed_is_noted_with_who_did_it(store: Store) -> None:
    client = client_as(store, Role.ANALYST)
    client.post(f"{API}/feeds", json={"address": "https://news.example/rss.xml"})
    client.post(f"{API}/feeds", json={"address": "file:///etc/passwd"})
    told = [(each.by, each.action, each.subject) for each in store.accounts.audit()]
    assert told == [("the analyst", "POST", f"{API}/feeds")]


def test_reading_is_limited_for_each_visitor(store: Store) -> None:
    client = client_as(store, Role.READER)
    answers = [client.post(f"{API}/read", json={}).status_code for _ in range(61)]
    assert (answers[59], answers[60]) == (422, 429)
    other = client_as(store, Role.ANALYST)
    assert other.post(f"{API}/read", json={}, headers=dict(other.headers) | {}).status_code == 422
    assert client_of(store).post(f"{API}/read", json={}, headers=WITH_TOKEN).status_code == 422
