"""Alerts, feeds, cases and settings: what is kept is shown as text, what cannot be is refused with the reason."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from desk_site import open_desk, token_of
from musnad.model import JudgementKind
from musnad.search import make_keys
from musnad.store import Store, open_store
from musnad.store.alerts import NewAlert, SavedSearch, Trigger
from musnad.store.jobs import JobStatus, NewJob
from musnad.web.pages.feeds import fault_of_feed
from store_reports import made_report

BAIT = "\"><img src=x onerror=alert(1)><script>alert('سطر')</script>"


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "reports.sqlite"), search_keys=make_keys) as store:
        store.add_reports([made_report(1)], reader="test")
        yield store


@pytest.fixture
def desk(kept: Store) -> Iterator[TestClient]:
    with open_desk(kept) as client:
        client.headers["accept-language"] = "en"
        yield client


def post(desk: TestClient, path: str, **form: str) -> "tuple[int, str]":
    token = token_of(desk.get("/settings").text)
    answer = desk.post(path, data={"csrf": token, **form}, follow_redirects=False)
    return answer.status_code, answer.headers.get("location", answer.text)


# -- alerts --------------------------------------------------------------------------------------


def test_a_search_is_saved_and_removed(desk: TestClient, kept: Store) -> None:
    status, _ = post(desk, "/alerts", name="  القوافل  ", query="القافلة", trigger="contradiction")
    assert status == 303
    assert kept.alerts.searches() == [SavedSearch("القوافل", "القافلة", (Trigger.CONTRADICTION,))]
    assert post(desk, "/alerts/remove", name="القوافل")[0] == 303
    assert not kept.alerts.searches()


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"name": "a", "query": "stance:", "trigger": "circle"}, "lacks its value"),
        ({"name": " ", "query": "a", "trigger": "circle"}, "needs a name"),
        ({"name": "a", "query": "a"}, "choose at least one"),
        ({"name": "a", "query": "a", "trigger": "circle", "channel": "atom:/etc/cron.d/x"}, "write webhook:"),
        ({"name": "a", "query": "a", "trigger": "circle", "channel": "webhook:file:///etc/passwd"}, "not http"),
    ],
)
def test_what_is_no_search_is_not_saved(desk: TestClient, kept: Store, form: dict[str, str], told: str) -> None:
    status, page = post(desk, "/alerts", **form)
    assert status == 400
    assert told in page
    assert not kept.alerts.searches()


def test_alerts_lead_to_what_they_are_about(desk: TestClient, kept: Store) -> None:
    kept.alerts.save(SavedSearch("s", "a", tuple(Trigger)))
    kept.alerts.raise_all([NewAlert("s", Trigger.CIRCLE, "p1", "عنوان", "words")])
    assert 'href="/propositions/p1"' in desk.get("/alerts").text
    assert "Nothing was raised" in desk.get("/alerts", params={"trigger": "contradiction"}).text
    assert desk.get("/alerts.json").json()[0]["title"] == "عنوان"


# -- feeds ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "/etc/passwd",
        "http://localhost:8000/",
        "http://127.0.0.1/feed",
        "http://[::1]/",
        "http://10.1.2.3/",
        "http://169.254.169.254/latest/meta-data",
        "http://router.local/",
        "ftp://news.example/",
        "http://user:word@news.example/",
    ],
)
def test_addresses_of_this_machine_and_its_network_are_refused(desk: TestClient, kept: Store, address: str) -> None:
    assert fault_of_feed(address)
    status, page = post(desk, "/feeds", url=address, every="1h")
    assert status == 400
    assert 'role="alert"' in page
    assert not kept.queue.watches()


def test_a_feed_is_watched_fetched_and_stopped(desk: TestClient, kept: Store) -> None:
    address = "https://news.example/rss.xml"
    assert post(desk, "/feeds", url=f" {address} ", every="15m")[0] == 303
    assert [watch.address for watch in kept.queue.watches()] == [address]
    assert post(desk, "/feeds/now", address=address)[0] == 303
    assert [job.subject for job in kept.queue.jobs(JobStatus.WAITING)] == [address]
    assert post(desk, "/feeds/now", address="https://other.example/")[0] == 404
    assert post(desk, "/feeds/remove", address=address)[0] == 303
    assert not kept.queue.watches()


def test_jobs_that_were_laid_aside_show_why_and_can_be_tried_again(desk: TestClient, kept: Store) -> None:
    kept.queue.enqueue([NewJob("fetch", "https://news.example/", most_tries=1)])
    job = kept.queue.lease("w")
    assert job is not None
    kept.queue.fail(job, "w", "the host does not answer")
    assert "the host does not answer" in desk.get("/feeds").text
    assert desk.get("/feeds.json", params={"dead": "1"}).json()[0]["reason"] == "the host does not answer"
    assert post(desk, "/feeds/retry", number=str(job.number))[0] == 303
    assert kept.queue.counts() == {JobStatus.WAITING: 1}


# -- cases ---------------------------------------------------------------------------------------


def test_words_go_into_a_case_and_out_of_it(desk: TestClient, kept: Store) -> None:
    report = made_report(1)
    form = {"report": report.id, "case": "قضية/1 ؟", "start": "0", "end": "4", "why": "البداية"}
    assert "وصول" in desk.get("/cases/add", params={"report": report.id, "start": 0, "end": 4}).text
    status, path = post(desk, "/cases/add", **form)
    assert status == 303
    page = desk.get(path).text
    assert "<blockquote" in page
    assert "البداية" in page
    assert desk.get(path, params={"format": "json"}).json()[0]["words"] == "وصول"
    (made,) = kept.reviews.all()
    assert made.kind is JudgementKind.IN_CASE
    assert post(desk, "/cases/remove", judgement=made.id, case="قضية/1 ؟") == (303, path)
    assert "Nothing stands in it" in desk.get(path).text


def test_an_unknown_report_or_case_is_told_of(desk: TestClient) -> None:
    assert desk.get("/cases/nowhere").status_code == 404
    assert desk.get("/cases/add", params={"report": "nowhere"}).status_code == 404
    assert post(desk, "/cases/add", report=made_report(1).id, case="c", start="4", end="2")[0] == 400


# -- all of them ---------------------------------------------------------------------------------


def test_what_people_and_pages_write_stays_text(desk: TestClient, kept: Store) -> None:
    kept.alerts.save(SavedSearch(BAIT, f'"{BAIT[2:]}"', tuple(Trigger), ("email:<script>alert(1)</script>@x",)))
    kept.alerts.raise_all([NewAlert(BAIT, Trigger.SILENT_EDIT, BAIT, BAIT, BAIT, BAIT)])
    kept.queue.enqueue([NewJob("fetch", BAIT, most_tries=1)])
    job = kept.queue.lease("w")
    assert job is not None
    kept.queue.fail(job, "w", BAIT)
    _, path = post(desk, "/cases/add", report=made_report(1).id, case=BAIT, why=BAIT)
    for page in ("/alerts", "/feeds", "/cases", path, "/review", "/settings", f"/cases/add?report={made_report(1).id}"):
        shown = desk.get(page).text
        assert "<script>alert" not in shown, page
        assert "<img src=x" not in shown, page


def test_settings_show_the_store_and_no_accounts_where_there_are_none(desk: TestClient) -> None:
    page = desk.get("/settings").text
    assert "How the store is" in page
    assert "New account" not in page
    assert post(desk, "/settings/accounts", name="a", password="long enough", role="reader")[0] == 404
