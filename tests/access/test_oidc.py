"""Logging in by an identity provider: a local one that answers as told."""

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from desk_site import open_desk
from musnad.access import Role, ServeSettings, make_account
from musnad.access.oidc import OidcSettings, oidc_settings
from musnad.errors import UsageError
from musnad.store import Store, open_store


class Provider:
    """An identity provider: `claims` are what it says of its only user, beside what the request asks for."""

    def __init__(self, port: int) -> None:
        self.issuer = f"http://127.0.0.1:{port}"
        self.claims: dict[str, Any] = {}
        self.told: dict[str, Any] = {}
        self.asked: dict[str, list[str]] = {}
        self.form: dict[str, list[str]] = {}

    def discovery(self) -> dict[str, Any]:
        ends = {f"{name}_endpoint": f"{self.issuer}/{name}" for name in ("authorization", "token")}
        return {"issuer": self.issuer} | ends | self.told

    def identity(self) -> dict[str, Any]:
        challenge = hashlib.sha256(self.form["code_verifier"][0].encode()).digest()
        if base64.urlsafe_b64encode(challenge).decode().rstrip("=") != self.asked["code_challenge"][0]:
            return {"error": "invalid_grant"}
        claims = {"iss": self.issuer, "aud": "musnad", "sub": "u-17", "exp": int(time.time()) + 300}
        claims |= {"nonce": self.asked["nonce"][0], "preferred_username": "huda"} | self.claims
        body = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
        return {"id_token": f"e30.{body}.x", "access_token": "x", "token_type": "Bearer"}


@pytest.fixture
def provider() -> Iterator[Provider]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(made.discovery())

        def do_POST(self) -> None:
            made.form = parse_qs(self.rfile.read(int(self.headers["content-length"])).decode())
            self._answer(made.identity())

        def _answer(self, record: dict[str, Any]) -> None:
            body = json.dumps(record).encode()
            self.send_response(200)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made = Provider(server.server_port)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield made
    server.shutdown()
    server.server_close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "reports.sqlite")) as opened:
        yield opened


@pytest.fixture
def desk(store: Store, provider: Provider) -> Iterator[TestClient]:
    oidc = OidcSettings(provider.issuer, "musnad", "secret", Role.ANALYST)
    with open_desk(store, ServeSettings(accounts=True, oidc=oidc)) as client:
        yield client


def come_back(desk: TestClient, provider: Provider, **changed: str) -> int:
    """Go to the provider and come back with a code; return the status of the answer."""
    sent = desk.get("/login/oidc", follow_redirects=False)
    assert sent.status_code == 303, sent.text
    provider.asked = parse_qs(urlsplit(sent.headers["location"]).query)
    query = {"code": "c", "state": provider.asked["state"][0]} | changed
    return desk.get("/login/oidc/back", params=query, follow_redirects=False).status_code


def test_whom_the_provider_vouches_for_is_let_in_with_the_role_for_newcomers(
    desk: TestClient, store: Store, provider: Provider
) -> None:
    assert "/login/oidc" in desk.get("/login").text
    assert come_back(desk, provider) == 303
    assert "<bdi>huda</bdi>" in desk.get("/").text
    assert [(each.name, each.role, each.has_password) for each in store.accounts.all()] == [("huda", "analyst", False)]
    assert provider.form["client_secret"] == ["secret"]
    assert provider.asked["redirect_uri"] == ["http://127.0.0.1:8000/login/oidc/back"]


def test_the_second_time_it_is_the_same_account(desk: TestClient, store: Store, provider: Provider) -> None:
    come_back(desk, provider)
    provider.claims = {"preferred_username": "renamed"}
    assert come_back(desk, provider) == 303
    assert [each.name for each in store.accounts.all()] == ["huda"]


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://elsewhere.example"},
        {"aud": "another"},
        {"aud": ["musnad", "another"]},
        {"nonce": "of another try"},
        {"exp": 1},
        {"sub": ""},
    ],
)
def test_an_answer_that_is_not_for_this_service_is_refused(
    desk: TestClient, store: Store, provider: Provider, claims: dict[str, Any]
) -> None:
    provider.claims = claims
    assert come_back(desk, provider) == 403
    assert store.accounts.all() == []


def test_a_way_in_that_another_browser_began_is_refused(desk: TestClient, provider: Provider) -> None:
    assert come_back(desk, provider, state="x" * 43) == 400
    desk.cookies.clear()
    assert desk.get("/login/oidc/back?code=c&state=s").status_code == 400


def test_a_name_that_is_taken_is_not_handed_over(desk: TestClient, store: Store, provider: Provider) -> None:
    make_account(store, "huda", Role.ADMIN, "four words in a row")
    assert come_back(desk, provider) == 403
    assert desk.get("/", follow_redirects=False).status_code == 303


def test_who_is_shut_out_stays_out(desk: TestClient, store: Store, provider: Provider) -> None:
    come_back(desk, provider)
    store.accounts.change("huda", active=False)
    assert come_back(desk, provider) == 403


def test_other_hosts_that_the_provider_names_are_not_asked_on_a_private_network(
    desk: TestClient, provider: Provider
) -> None:
    provider.told = {"token_endpoint": "https://10.0.0.7/token"}
    assert come_back(desk, provider) == 403


@pytest.mark.parametrize("told", [{"issuer": "https://elsewhere.example"}, {"authorization_endpoint": "http://a.b/"}])
def test_a_provider_that_is_another_or_speaks_in_the_clear_is_refused(
    desk: TestClient, provider: Provider, told: dict[str, str]
) -> None:
    provider.told = told
    assert desk.get("/login/oidc").status_code == 502


def test_half_a_provider_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MUSNAD_OIDC_ISSUER", "https://id.example.org")
    with pytest.raises(UsageError, match="MUSNAD_OIDC_CLIENT_ID"):
        oidc_settings()
    monkeypatch.setenv("MUSNAD_OIDC_CLIENT_ID", "musnad")
    monkeypatch.setenv("MUSNAD_OIDC_CLIENT_SECRET", "s")
    assert oidc_settings() == OidcSettings("https://id.example.org", "musnad", "s")
    monkeypatch.setenv("MUSNAD_OIDC_ISSUER", "http://id.example.org")
    with pytest.raises(UsageError, match="https"):
        oidc_settings()
