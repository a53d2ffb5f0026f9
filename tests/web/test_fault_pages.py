"""What goes wrong is told on a page that says what to do, and tells nobody what was being done."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from musnad.access import Service
from musnad.serving import create_app
from musnad.store import open_store
from musnad.web.pages import desk as desk_page


def test_a_fault_of_ours_has_a_page_and_the_headers_of_all_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("a secret of the house")

    monkeypatch.setattr(desk_page, "count_arrivals", fail)
    with open_store(str(tmp_path / "reports.sqlite")) as store:
        client = TestClient(create_app(Service(store)), base_url="http://127.0.0.1:8000", raise_server_exceptions=False)
        answer = client.get("/", headers={"accept-language": "ar"})
    assert answer.status_code == 500
    assert "وقع خطأ هنا" in answer.text
    assert "a secret of the house" not in answer.text
    assert "script-src 'self'" in answer.headers["content-security-policy"]


def test_a_broken_cursor_says_what_to_do(demo_desk: TestClient) -> None:
    answer = demo_desk.get("/sources?after=nonsense")
    assert "start again at the first page" in answer.text


def test_faults_are_told_in_the_language_of_the_page(demo_desk: TestClient) -> None:
    arabic = {"lang": "ar"}
    assert "لا تقرير محفوظ بهذا المعرّف: zzz" in demo_desk.get("/reports/zzz", params=arabic).text
    assert "no report zzz is kept" in demo_desk.get("/reports/zzz", params={"lang": "en"}).text
    page = demo_desk.get("/search", params={"q": "((", **arabic}).text
    assert "وكان ينبغي أن تليه كلمة أو عبارة أو حقل أو قوس" in page
    # What must be typed as it is stays as it is.
    refused = demo_desk.get("/search", params={"q": "kind:chair", **arabic}).text
    assert "person، org، group، anon، document" in refused
