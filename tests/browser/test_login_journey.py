"""The door in a real browser: refused, let in, refused by role, and out again, in both languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from browsing import Desk, Visit
from desk_site import served
from musnad.access import Role, ServeSettings, Service, make_account
from musnad.search import make_keys
from musnad.serving import create_app
from musnad.store import open_store

pytestmark = pytest.mark.usefixtures("cheap_hashes")
PASSWORD = "four words in a row"
WORDS = {
    "ar": {
        "in": "تسجيل الدخول",
        "out": "تسجيل الخروج",
        "wrong": "الاسم أو كلمة السر غير صحيحة.",
        "closed": "هذا غير متاح لك",
    },
    "en": {
        "in": "Log in",
        "out": "Log out",
        "wrong": "The name or the password is wrong.",
        "closed": "This is not open to you",
    },
}
ANALYSTS_ONLY = "/notes"


@pytest.fixture
def guarded(desk: Desk, tmp_path: Path) -> Iterator[Desk]:
    """Yield a desk of the demonstration that asks everybody to log in."""
    desk.store.back_up(tmp_path / "guarded.sqlite")
    with open_store(str(tmp_path / "guarded.sqlite"), search_keys=make_keys) as store:
        for name, role in (("سامي", Role.READER), ("mona", Role.ANALYST)):
            make_account(store, name, role, PASSWORD)
        app = create_app(Service(store, ServeSettings(accounts=True)))
        with served(app) as address:
            yield Desk(address, store, app)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_reader_comes_in_looks_and_is_refused_by_role(browser: Browser, guarded: Desk, language: str) -> None:
    words = WORDS[language]
    with Visit.begin(browser, guarded, language=language) as visit:
        page = visit.open("/search?q=*")
        expect(page.get_by_role("heading", level=1)).to_have_text(words["in"])
        rules = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag22aa"]}, "resultTypes": ["violations"]}
        assert Axe().run(page, options=rules).response["violations"] == []
        for password, outcome in (("a wrong password", words["wrong"]), (PASSWORD, None)):
            page.locator("#name").fill("سامي")
            page.locator("#password").fill(password)
            page.locator("#password").press("Enter")
            if outcome:
                expect(page.get_by_role("alert")).to_have_text(outcome)
        page.wait_for_url("**/search?q=*")
        expect(page.get_by_role("button", name=words["out"])).to_be_visible()
        visit.open(ANALYSTS_ONLY)
        expect(page.get_by_role("heading", level=1)).to_have_text(words["closed"])
        page.get_by_role("button", name=words["out"]).click()
        page.wait_for_url("**/login")
        visit.open("/")
        expect(page.get_by_role("heading", level=1)).to_have_text(words["in"])
        # The browser tells of every answer above 399, and these two were meant: the wrong password, and the role.
        assert [status for fault in visit.faults for status in ("401", "403") if status in fault] == ["401", "403"]
        visit.faults.clear()


def test_an_analyst_makes_a_token_that_opens_the_api(browser: Browser, guarded: Desk) -> None:
    with Visit.begin(browser, guarded, language="en") as visit:
        page = visit.open("/login?next=/account")
        page.locator("#name").fill("mona")
        page.locator("#password").fill(PASSWORD)
        page.locator("#password").press("Enter")
        page.wait_for_url("**/account")
        page.locator("#label").fill("nightly")
        page.get_by_role("button", name="Make a token").click()
        token = page.get_by_role("status").locator("code").inner_text()
        answer = page.request.get(f"{guarded.address}/api/v1/me", headers={"authorization": f"Bearer {token}"})
        assert answer.json() == {"name": "mona", "role": "analyst"}
