"""The map in a browser: drawn offline, filtered by a query and by days, its places chosen by mouse and keyboard."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import Desk, Visit


def drawn(visit: Visit, path: str) -> Page:
    page = visit.open(path)
    page.wait_for_selector("#map[data-dots]", timeout=20_000)
    return page


def test_a_dot_shows_the_reports_of_its_place(visit: Visit) -> None:
    page = drawn(visit, "/map#map=7/31.239/31.654")
    dot = page.locator(".dot").first
    dot.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#chosen h2")).to_be_visible()
    assert "place=" in page.url
    assert page.locator("#chosen li").count() == int(dot.inner_text())


def test_names_are_arabic_and_shaped_as_text(visit: Visit) -> None:
    page = drawn(visit, "/map#map=4/26/30")
    shown = page.locator(".country:not(.off)").all_inner_texts()
    assert "مصر" in shown or "السودان" in shown


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_query_filters_the_map(browser: Browser, desk: Desk, language: str) -> None:
    with Visit.begin(browser, desk, language=language) as visit:
        page = drawn(visit, "/map#map=2/28/40")
        before = page.locator(".pick").count()
        page.fill("#q", "الصومعة")
        page.press("#q", "Enter")
        page.wait_for_url(re.compile(r"/map\?q="))
        expect(page.locator(".pick").first).to_be_visible()
        assert 0 < page.locator(".pick").count() <= before


def test_the_slider_narrows_the_days(visit: Visit) -> None:
    page = drawn(visit, "/map#map=2/28/40")
    before = page.locator(".pick").count()
    page.locator("#until").focus()
    page.keyboard.press("Home")
    page.wait_for_url(re.compile(r"[?&]to="))
    expect(page.locator(".pick")).not_to_have_count(before)
    assert page.locator("#until-label").inner_text() == page.locator("#since-label").inner_text()
