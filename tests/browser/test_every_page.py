"""Every page of the desk is open to everybody (WCAG 2.2 AA), light enough, and no wider than a phone."""

from functools import partial
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request

from browsing import PHONE, Desk, Visit
from desk_site import pages_of
from musnad.web.navigation import NAVIGATION

_MOST_BYTES = 1_500_000
_RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
_CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}


def violations(page: Page, options: dict[str, Any]) -> list[str]:
    """Return what axe-core finds wrong, a line each."""
    found = Axe().run(page, options=options).response["violations"]
    return [f"{each['id']}: {node['html'][:160]}" for each in found for node in each["nodes"]]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_pages_are_open_to_everybody_in_light_and_dark(browser: Browser, desk: Desk, language: str) -> None:
    wrong: dict[str, list[str]] = {}
    with Visit.begin(browser, desk, language=language) as visit:
        for path in pages_of(desk.app):
            page = visit.open(path)
            wrong[path] = violations(page, _RULES)
            page.emulate_media(color_scheme="dark")
            wrong[path] += [f"dark: {each}" for each in violations(page, _CONTRAST)]
            page.emulate_media(color_scheme="light")
    assert not any(wrong.values()), {path: each[:8] for path, each in wrong.items() if each}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_pages_fit_a_phone(browser: Browser, desk: Desk, language: str) -> None:
    with Visit.begin(browser, desk, language=language, size=PHONE) as visit:
        wide = {}
        for path in pages_of(desk.app):
            wide[path] = visit.open(path).evaluate("document.documentElement.scrollWidth")
    assert {path: each for path, each in wide.items() if each > PHONE[0]} == {}


def weigh(sizes: list[int], sent: Request) -> None:
    sizes.append(sent.sizes()["responseBodySize"])


def test_pages_are_light(browser: Browser, desk: Desk) -> None:
    heavy = {}
    for path in pages_of(desk.app):
        with Visit.begin(browser, desk) as visit:
            sizes: list[int] = []
            visit.page.on("requestfinished", partial(weigh, sizes))
            visit.open(path)
        heavy[path] = sum(sizes)
    assert max(heavy.values()) <= _MOST_BYTES, heavy


def test_the_pages_of_the_bar_are_all_there(desk: Desk) -> None:
    assert {place.path for place in NAVIGATION} <= set(pages_of(desk.app))
