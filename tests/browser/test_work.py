"""Feeds tell live what jobs are at; what strangers wrote does nothing in a browser; Latin letters find Arabic names."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browsing import Desk, Visit
from desk_site import served
from musnad.access import Service
from musnad.keeping.reviewing import Reviewer, marked
from musnad.model import JudgementKind
from musnad.search import make_keys
from musnad.serving import create_app
from musnad.store import open_store
from musnad.store.alerts import NewAlert, SavedSearch, Trigger
from musnad.store.jobs import NewJob
from store_reports import made_report

BAIT = '"><img src=x onerror="window.caught=1"><script>window.caught=1</script>'


def test_jobs_are_told_of_as_they_come(visit: Visit) -> None:
    page = visit.open("/feeds")
    expect(page.locator(".counts .waiting b")).to_have_text("0")
    visit.desk.store.queue.enqueue([NewJob("fetch", "https://live.example/")])
    expect(page.locator(".jobs")).to_contain_text("https://live.example/")
    job = visit.desk.store.queue.lease("w")
    assert job is not None
    with visit.desk.store.queue.finishing(job, "w"):
        pass
    expect(page.locator(".jobs")).to_have_count(0)


def test_what_strangers_wrote_does_nothing(browser: Browser, tmp_path: Path) -> None:
    with open_store(str(tmp_path / "reports.sqlite"), search_keys=make_keys) as store:
        report = made_report(1, note=BAIT)
        store.add_reports([report], reader="test")
        store.alerts.save(SavedSearch(BAIT, "القافلة", tuple(Trigger)))
        store.alerts.raise_all([NewAlert(BAIT, Trigger.CIRCLE, BAIT, BAIT, BAIT)])
        store.queue.enqueue([NewJob("fetch", BAIT)])
        store.reviews.add(marked(report, None, JudgementKind.IN_CASE, BAIT, Reviewer("local", BAIT)))
        store.reviews.add(marked(report, None, JudgementKind.TAG, BAIT, Reviewer("local", BAIT)))
        app = create_app(Service(store))
        with served(app) as address, Visit.begin(browser, Desk(address, store, app)) as visit:
            for path in (
                "/alerts",
                "/feeds",
                "/cases",
                "/review",
                "/search?q=القافلة",
                "/map",
                "/transfers",
                "/stories",
            ):
                page = visit.open(path)
                assert page.evaluate("window.caught") is None, path


def test_a_name_in_latin_letters_finds_its_arabic_spelling(visit: Visit) -> None:
    page = visit.open("/search")
    # Without a query the page lists every report: only the marked name tells that this one was found.
    page.fill("#q", "Somaa")
    page.press("#q", "Enter")
    expect(page.locator("mark").first).to_have_text("الصومعة")
    page.fill("#q", "انفجار الصومعة")
    page.press("#q", "Enter")
    expect(page.locator("mark").first).to_be_visible()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_register_is_sorted_by_a_click(browser: Browser, desk: Desk, language: str) -> None:
    with Visit.begin(browser, desk, language=language) as visit:
        page = visit.open("/transfers")
        page.locator(".register th a").first.click()
        expect(page.locator(".register th[aria-sort]").first).to_be_visible()
        assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
