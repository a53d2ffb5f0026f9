"""The desk speaks the language that is asked for, and takes no form from elsewhere."""

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


def test_a_page_is_arabic_where_nothing_else_is_asked_for(desk: TestClient) -> None:
    page = desk.get("/", headers={"accept-language": "fr"}).text
    assert '<html lang="ar" dir="rtl"' in page
    assert "المكتب" in page


def test_a_page_is_in_the_browsers_language(desk: TestClient) -> None:
    assert '<html lang="en" dir="ltr"' in desk.get("/", headers={"accept-language": "en-GB,ar;q=0.5"}).text


def test_a_choice_of_language_is_kept(desk: TestClient) -> None:
    token = token_of(desk.get("/").text)
    answer = desk.post("/preferences", data={"language": "en", "csrf": token, "back": "/?lang="})
    assert answer.history[0].headers["location"] == "/?lang="
    assert '<html lang="en"' in desk.get("/").text


def test_a_choice_leads_nowhere_else(desk: TestClient) -> None:
    token = token_of(desk.get("/").text)
    for back in ("https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example"):
        answer = desk.post("/preferences", data={"theme": "dark", "csrf": token, "back": back}, follow_redirects=False)
        assert answer.headers["location"] == "/"


def test_an_arabic_page_counts_by_the_rules_of_arabic(desk: TestClient) -> None:
    assert "لا تقارير محفوظة." in desk.get("/", headers={"accept-language": "ar"}).text


def test_a_missing_page_says_so_in_the_visitors_language(desk: TestClient) -> None:
    answer = desk.get("/no-such-page", headers={"accept-language": "ar"})
    assert answer.status_code == 404
    assert "لا صفحة بهذا العنوان" in answer.text
