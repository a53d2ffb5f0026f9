"""POST /read: text, HTML or an address is read without being kept, with offsets as code points or as browsers count."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from api_desk import client_of
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from musnad.access import ServeSettings
from musnad.api import limits, reading
from musnad.api.offsets import Counter, OffsetUnit
from musnad.api.reading import MOST_BYTES
from musnad.model import Span
from musnad.store import Store, open_store
from news_site import Answer, Site

TEXT = "افتتاح جسر 🌉 الوادي\nقال المهندس نادر الصافي إن الجسر 🌉🌉 الجديد سيفتح أمام السيارات مطلع الشهر المقبل.\n"
PAGE = (
    "<!doctype html><html lang=ar><title>جسر الوادي</title><body><article><h1>جسر الوادي</h1>"
    + "<p>قال المهندس نادر الصافي إن الجسر الجديد سيفتح أمام السيارات مطلع الشهر المقبل.</p>" * 3
    + "</article></body></html>"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "reports.sqlite")) as opened:
        yield opened


@pytest.fixture
def client(store: Store) -> TestClient:
    return client_of(store)


def in_utf16(text: str, ends: list[int]) -> str:
    """Return what a browser's String.slice gives."""
    return text.encode("utf-16-le")[ends[0] * 2 : ends[1] * 2].decode("utf-16-le")


def read(client: TestClient, **sent: Any) -> dict[str, Any]:
    answer = client.post("/api/v1/read", **sent)
    assert answer.status_code == 200, answer.text
    report: dict[str, Any] = answer.json()[0]
    return report


def test_a_text_is_read_and_not_kept(client: TestClient, store: Store) -> None:
    report = read(client, json={"text": TEXT, "published": "2026-03-01", "outlet": "الفنار"})
    assert report["article"]["outlet"] == "الفنار"
    start, end = report["claims"][0]["content"][0]
    assert "سيفتح أمام السيارات" in report["article"]["text"][start:end]
    assert store.count() == 0


def test_a_page_is_read_from_its_bytes_and_from_json(client: TestClient) -> None:
    sent = read(client, content=PAGE.encode(), headers={"content-type": "text/html; charset=utf-8"})
    held = read(client, json={"html": PAGE})
    assert sent["article"]["text"] == held["article"]["text"]
    assert sent["claims"]


def test_offsets_count_as_browsers_do_where_they_ask_for_it(client: TestClient) -> None:
    points = read(client, json={"text": TEXT})
    units = read(client, json={"text": TEXT}, params={"offsets": "utf16"})
    text = points["article"]["text"]
    assert points["claims"] != units["claims"]
    pairs = [(points["claims"][0]["content"][0], units["claims"][0]["content"][0])]
    pairs += [(one["span"], other["span"]) for one, other in zip(points["mentions"], units["mentions"], strict=True)]
    pairs += [(one["span"], other["span"]) for one, other in zip(points["times"], units["times"], strict=True)]
    link = points["claims"][0]["chain"][-1], units["claims"][0]["chain"][-1]
    pairs += [(link[0]["source"], link[1]["source"]), (link[0]["cue"], link[1]["cue"])]
    for (start, end), ends in pairs:
        assert in_utf16(text, ends) == text[start:end]


@given(st.text(alphabet="اب🌉𝄞x\n", max_size=60), st.data())
def test_any_span_is_the_same_words_in_both_units(text: str, data: st.DataObject) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    ends = Counter(text, OffsetUnit.UTF16).span(Span(start, end))
    assert in_utf16(text, list(ends)) == text[start:end]


def test_an_address_is_read_through_the_guard(client: TestClient, store: Store, site: Site) -> None:
    site.answers["/a.html"] = Answer(PAGE.encode())
    address = site.url("/a.html")
    refused = client.post("/api/v1/read", json={"address": address})
    assert refused.status_code == 400
    assert "not on the public internet" in refused.json()["detail"]
    assert not site.asked
    intranet = client_of(store, ServeSettings(allow_private=True))
    assert read(intranet, json={"address": address})["claims"]


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "http://localhost/", "http://[::1]/", "http://10.0.0.1/", "http://127.1/", "ftp://a.b/"],
)
def test_what_is_no_public_address_is_refused(client: TestClient, address: str) -> None:
    for path, sent in (("/read", {}), ("/documents/addresses", {}), ("/feeds", {"every_seconds": 900})):
        assert client.post(f"/api/v1{path}", json={"address": address, **sent}).status_code == 400


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"json": {}}, 422),
        ({"json": {"text": "أ", "html": "ب"}}, 422),
        ({"json": {"text": "أ", "unknown": 1}}, 422),
        ({"content": b"{", "headers": {"content-type": "application/json"}}, 422),
        ({"content": b"%PDF", "headers": {"content-type": "application/pdf"}}, 415),
        ({"content": b"x" * (MOST_BYTES + 1), "headers": {"content-type": "text/plain"}}, 413),
        ({"content": b"x" * 10_000_001, "headers": {"content-type": "text/plain"}}, 413),
    ],
)
def test_what_cannot_be_read_is_told(client: TestClient, sent: dict[str, Any], status: int) -> None:
    answer = client.post("/api/v1/read", **sent)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


def test_what_takes_too_long_is_given_up(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = threading.Event()
    monkeypatch.setattr(limits, "_SECONDS", 0.05)
    monkeypatch.setattr(reading, "read_reports", lambda _: ended.wait(10))
    answer = client.post("/api/v1/read", json={"text": TEXT})
    ended.set()
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "30"


def test_a_body_that_does_not_say_how_long_it_is_is_counted(client: TestClient) -> None:
    def parts() -> Iterator[bytes]:
        for _ in range(11):
            yield b"x" * 1_000_000

    answer = client.post("/api/v1/read", content=parts(), headers={"content-type": "text/plain"})
    assert answer.status_code == 413
