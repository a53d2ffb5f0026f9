"""Visits to the desk in a real browser: languages, light and dark, sizes, screenshots, and what must not go wrong."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

if TYPE_CHECKING:  # most tests open no browser, and need not wait for it
    from fastapi import FastAPI
    from playwright.sync_api import Browser, BrowserContext, Page, Request

    from musnad.store import Store

DESKTOP = (1280, 900)
PHONE = (390, 844)


@dataclass(frozen=True)
class Desk:
    """A desk that is served: where, and on which store."""

    address: str
    store: Store
    app: FastAPI


@dataclass
class Visit:
    """One visitor's browser. `faults` gathers what the console complained of, `strays` requests that went elsewhere."""

    desk: Desk
    context: BrowserContext
    page: Page
    faults: list[str] = field(default_factory=list)
    strays: list[str] = field(default_factory=list)

    @classmethod
    @contextmanager
    def begin(
        cls,
        browser: Browser,
        desk: Desk,
        *,
        language: str = "ar",
        theme: Literal["light", "dark"] = "light",
        size: tuple[int, int] = DESKTOP,
    ) -> Iterator[Visit]:
        """Yield a visit in a language, a theme and a window; end it without faults."""
        context = browser.new_context(
            locale=language,
            color_scheme=theme,
            viewport={"width": size[0], "height": size[1]},
            reduced_motion="reduce",
        )
        visit = cls(desk, context, context.new_page())
        visit.page.on("console", lambda said: visit.faults.append(said.text) if said.type == "error" else None)
        visit.page.on("pageerror", lambda error: visit.faults.append(str(error)))
        visit.page.on("request", visit._note_stray)
        try:
            yield visit
        finally:
            context.close()
        assert not visit.faults, f"the browser complained: {visit.faults[:5]}"
        assert not visit.strays, f"requests left the machine: {visit.strays[:5]}"

    def _note_stray(self, request: Request) -> None:
        if not request.url.startswith((self.desk.address, "data:", "blob:")):
            self.strays.append(request.url)

    def open(self, path: str) -> Page:
        """Open a page of the desk and return it once it is drawn."""
        self.page.goto(self.desk.address + path, wait_until="load")
        self.page.evaluate("document.fonts.ready")
        return self.page

    def shoot(self, file: Path, *, whole: bool = True) -> Path:
        """Write a picture of the page, to be looked at."""
        file.parent.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=file, full_page=whole, animations="disabled")
        return file


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Yield Debian's Chromium without a window, or skip the test, saying so.

    A module has one of its own: while it is open its loop of events runs, and nobody else can run one.
    """
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("no chromium on this machine: the desk was not tried in a browser")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        # The container's root has no user namespaces to build the sandbox from; what is opened is our own.
        started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Yield the desk of the demonstration, served on a free port until the tests end."""
    from desk_site import fill_with_demo, served
    from musnad.access import Service
    from musnad.search import make_keys
    from musnad.serving import create_app
    from musnad.store import open_store

    folder: Path = tmp_path_factory.mktemp("desk")
    with open_store(str(folder / "demo.sqlite"), search_keys=make_keys) as store:
        fill_with_demo(store, folder / "index")
        app = create_app(Service(store))
        with served(app) as address:
            yield Desk(address, store, app)


@pytest.fixture
def visit(browser: Browser, desk: Desk) -> Iterator[Visit]:
    """Yield a visit to the desk: a browser of its own, which fails the test where a page logs an error."""
    with Visit.begin(browser, desk) as visit:
        yield visit
