"""Where there are accounts: the door, sessions, roles, tokens, limits, and the log of what was changed."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from desk_site import open_desk, token_of
from musnad.access import Role, ServeSettings, give_token, make_account
from musnad.store import Store, open_store

pytestmark = pytest.mark.usefixtures("cheap_hashes")
PASSWORD = "four words in a row"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "reports.sqlite")) as opened:
        make_account(opened, "mona", Role.ADMIN, PASSWORD)
        yield opened


@pytest.fixture
def desk(store: Store) -> Iterator[TestClient]:
    with open_desk(store, ServeSettings(accounts=True)) as client:
        yield client


def log_in(desk: TestClient, name: str = "mona", password: str = PASSWORD, next: str = "/") -> int:
    """Log in by the form and return the status of the answer."""
    form = {"csrf": token_of(desk.get("/login").text), "name": name, "password": password, "next": next}
    return desk.post("/login", data=form, follow_redirects=False).status_code


def test_a_stranger_is_led_to_the_door_and_back(desk: TestClient) -> None:
    answer = desk.get("/search?q=جسر", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/login?next=%2Fsearch%3Fq%3D%25D8%25AC%25D8%25B3%25D8%25B1"
    assert 'name="next" value="/search?q=' in desk.get(answer.headers["location"]).text


def test_a_stranger_gets_nothing_from_the_api(desk: TestClient) -> None:
    answer = desk.get("/api/v1/status")
    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["www-authenticate"] == "Bearer"


def test_who_knows_the_password_is_let_in_until_logging_out(desk: TestClient) -> None:
    assert log_in(desk) == 303
    page = desk.get("/", follow_redirects=False)
    assert page.status_code == 200
    assert "<bdi>mona</bdi>" in page.text
    desk.post("/logout", data={"csrf": token_of(page.text)})
    assert desk.get("/", follow_redirects=False).status_code == 303


def test_a_session_that_was_ended_cannot_be_used_again(desk: TestClient) -> None:
    log_in(desk)
    secret = desk.cookies["musnad_session"]
    desk.post("/logout", data={"csrf": token_of(desk.get("/").text)})
    desk.cookies["musnad_session"] = secret
    assert desk.get("/", follow_redirects=False).status_code == 303


def test_a_wrong_name_and_a_wrong_password_are_told_alike(desk: TestClient) -> None:
    pages = []
    for name, password in (("mona", "something else"), ("nobody", PASSWORD)):
        token = token_of(desk.get("/login").text)
        answer = desk.post("/login", data={"csrf": token, "name": name, "password": password})
        assert answer.status_code == 401
        pages.append(re.sub(r'(content|value)="[^"]{43}"', "", answer.text))
    assert pages[0] == pages[1]


def test_the_cookie_is_out_of_reach(store: Store) -> None:
    settings = ServeSettings(accounts=True)
    for scheme, secure in (("http", False), ("https", True)):
        with open_desk(store, settings) as desk:
            desk.base_url = f"{scheme}://127.0.0.1:8000"
            form = {"csrf": token_of(desk.get("/login").text), "name": "mona", "password": PASSWORD}
            cookie = desk.post("/login", data=form, follow_redirects=False).headers["set-cookie"]
            assert "httponly" in cookie.lower()
            assert "samesite=lax" in cookie.lower()
            assert ("secure" in cookie.lower()) is secure


def test_the_store_holds_neither_password_nor_secret(store: Store, desk: TestClient, tmp_path: Path) -> None:
    log_in(desk)
    _, token = give_token(store, "mona", "nightly")
    secrets = (PASSWORD, desk.cookies["musnad_session"], token)
    held = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    assert b"$argon2id$" in held
    assert not [secret for secret in secrets if secret.encode() in held]


def test_ten_wrong_tries_shut_the_door_for_the_right_password_too(desk: TestClient) -> None:
    assert [log_in(desk, password="wrong") for _ in range(10)] == [401] * 10
    assert log_in(desk) == 429


def test_login_leads_nowhere_else(desk: TestClient) -> None:
    form = {"csrf": token_of(desk.get("/login").text), "name": "mona", "password": PASSWORD}
    answer = desk.post("/login", data=form | {"next": "//elsewhere.example/"}, follow_redirects=False)
    assert answer.headers["location"] == "/"


def test_a_token_opens_the_api_with_the_role_of_its_account(store: Store, desk: TestClient) -> None:
    _, token = give_token(store, "mona", "nightly")
    headers = {"authorization": f"Bearer {token}"}
    assert desk.get("/api/v1/status", headers=headers).status_code == 200
    assert desk.get("/api/v1/status", headers={"authorization": f"Bearer {token}x"}).status_code == 401


def test_a_wrong_token_is_not_made_good_by_a_session(desk: TestClient) -> None:
    log_in(desk)
    assert desk.get("/api/v1/status", headers={"authorization": "Bearer x"}).status_code == 401


def test_a_name_and_password_of_the_proxys_do_not_spare_the_token_of_a_form(desk: TestClient) -> None:
    log_in(desk)
    answer = desk.post("/logout", headers={"authorization": "Basic bW9uYTp4"})
    assert answer.status_code == 403


def test_an_account_makes_and_takes_back_its_tokens(store: Store, desk: TestClient) -> None:
    log_in(desk)
    form = {"csrf": token_of(desk.get("/account").text), "label": "<b>nightly</b>", "days": "30"}
    page = desk.post("/account/tokens", data=form).text
    found = re.search(r"<code>(musnad_[\w-]+)</code>", page)
    assert found is not None
    assert "<b>nightly" not in page
    headers = {"authorization": f"Bearer {found[1]}"}
    assert desk.get("/api/v1/status", headers=headers).status_code == 200
    held = store.accounts.tokens("mona")[0]
    desk.post(f"/account/tokens/{held.id}/revoke", data={"csrf": form["csrf"]})
    assert desk.get("/api/v1/status", headers=headers).status_code == 401


def test_a_password_is_changed_by_who_knows_the_old_one(desk: TestClient) -> None:
    log_in(desk)
    form = {"csrf": token_of(desk.get("/account").text), "old": "not this one", "new": "another four words"}
    assert desk.post("/account/password", data=form).status_code == 403
    desk.post("/account/password", data=form | {"old": PASSWORD})
    assert desk.get("/", follow_redirects=False).status_code == 303
    assert log_in(desk, password="another four words") == 303


def test_the_log_tells_who_came_in_and_who_was_refused(store: Store, desk: TestClient) -> None:
    log_in(desk, password="wrong")
    log_in(desk)
    desk.post("/account/tokens", data={"csrf": token_of(desk.get("/account").text), "label": "x", "days": "30"})
    told = [(each.by, each.action, each.subject) for each in store.accounts.audit()]
    assert told == [
        ("mona", "POST", "/account/tokens"),
        ("mona", "log in", None),
        ("mona", "log in refused", None),
    ]


@pytest.mark.parametrize("name", ["", " mona", "mo\u202ena", "<b>", "x" * 65, "a/b"])
def test_a_name_that_misleads_is_refused(store: Store, name: str) -> None:
    with pytest.raises(Exception, match="cannot be a name"):
        make_account(store, name, Role.READER, PASSWORD)


@pytest.mark.parametrize("password", ["", "short", "x" * 1_001])
def test_a_password_has_ten_letters_at_least(store: Store, password: str) -> None:
    with pytest.raises(Exception, match="a password has"):
        make_account(store, "sami", Role.READER, password)
