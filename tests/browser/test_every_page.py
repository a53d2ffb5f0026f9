"""Every page of the desk is open to everybody (WCAG 2.2 AA), light enough, and no wider than a phone."""

from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request

from browsing import DESKTOP, PHONE, Desk, Visit
from desk_site import pages_of
from musnad.web.navigation import HOUSEKEEPING, NAVIGATION

_MOST_BYTES = 1_500_000
_RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
_CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}


@dataclass
class Looked:
    """What was found wrong with the pages in one language, by address: a look at each takes a second or two."""

    barriers: dict[str, list[str]] = field(default_factory=dict)
    too_wide: dict[str, int] = field(default_factory=dict)
    too_heavy: dict[str, int] = field(default_factory=dict)


@pytest.fixture(scope="module", params=["ar", "en"])
def looked(request: pytest.FixtureRequest, browser: Browser, desk: Desk) -> Looked:
    """Return what a look at every page in a language found, in light and dark, on a desktop and on a phone."""
    found = Looked()
    with Visit.begin(browser, desk, language=request.param) as visit:
        sizes: list[int] = []
        visit.page.on("requestfinished", partial(weigh, sizes))
        # Each page is weighed as if it were the first.
        visit.context.new_cdp_session(visit.page).send("Network.setCacheDisabled", {"cacheDisabled": True})
        for path in pages_of(desk.app):
            sizes.clear()
            # Contrast is one in all languages.
            look_at(visit.open(path), path, found, in_the_dark=request.param == "ar")
            if sum(sizes) > _MOST_BYTES:
                found.too_heavy[path] = sum(sizes)
    return found


def look_at(page: Page, path: str, found: Looked, *, in_the_dark: bool) -> None:
    """Note what is wrong with an open page."""
    wrong = violations(page, _RULES)
    if in_the_dark:
        page.emulate_media(color_scheme="dark")
        wrong += [f"dark: {each}" for each in violations(page, _CONTRAST)]
        page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    width = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size({"width": DESKTOP[0], "height": DESKTOP[1]})
    if wrong:
        found.barriers[path] = wrong
    if width > PHONE[0]:
        found.too_wide[path] = width


def violations(page: Page, options: dict[str, Any]) -> list[str]:
    """Return what axe-core finds wrong, a line each."""
    found = Axe().run(page, options=options).response["violations"]
    return [f"{each['id']}: {node['html'][:160]}" for each in found for node in each["nodes"]]


def weigh(sizes: list[int], sent: Request) -> None:
    sizes.append(sent.sizes()["responseBodySize"])


def test_pages_are_open_to_everybody_in_light_and_dark(looked: Looked) -> None:
    assert looked.barriers == {}


def test_pages_fit_a_phone(looked: Looked) -> None:
    assert looked.too_wide == {}


def test_pages_are_light(looked: Looked) -> None:
    assert looked.too_heavy == {}


def test_the_pages_of_the_bar_are_all_there(desk: Desk) -> None:
    assert {place.path for place in (*NAVIGATION, *HOUSEKEEPING)} <= set(pages_of(desk.app))
