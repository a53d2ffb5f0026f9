"""Takes pictures of pages of the demonstration's desk, to be looked at: python tests/shoot.py FOLDER [PATH...].

Each page in both languages, light on a desktop and dark on a phone; with --all in every combination.
"""

import re
import shutil
import sys
import tempfile
from itertools import product
from pathlib import Path
from typing import Literal

from playwright.sync_api import sync_playwright

from browsing import DESKTOP, PHONE, Desk, Visit
from desk_site import fill_with_demo, pages_of, served
from musnad.access import Service
from musnad.search import make_keys
from musnad.serving import create_app
from musnad.store import open_store

_View = tuple[str, Literal["light", "dark"], tuple[int, int]]
_FEW: tuple[_View, ...] = (
    ("ar", "light", DESKTOP),
    ("en", "light", DESKTOP),
    ("ar", "dark", PHONE),
    ("en", "dark", PHONE),
)


def shoot(folder: Path, paths: list[str], *, every: bool) -> None:
    """Write a picture of each page, or of these alone, in the languages, themes and sizes that are asked for."""
    views: tuple[_View, ...] = tuple(product(("ar", "en"), ("light", "dark"), (DESKTOP, PHONE))) if every else _FEW
    kept = tempfile.mkdtemp()
    with open_store(f"{kept}/demo.sqlite", search_keys=make_keys) as store, sync_playwright() as playwright:
        fill_with_demo(store, Path(kept) / "index")
        app = create_app(Service(store))
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        with served(app) as address:
            for language, theme, size in views:
                with Visit.begin(
                    browser, Desk(address, store, app), language=language, theme=theme, size=size
                ) as visit:
                    for path in paths or pages_of(app):
                        visit.open(path)
                        name = re.sub(r"[^A-Za-z0-9]+", "-", path).strip("-")[:40] or "desk"
                        print(visit.shoot(folder / f"{name}-{language}-{theme}-{size[0]}.png"))
        browser.close()


if __name__ == "__main__":
    given = [each for each in sys.argv[1:] if each != "--all"]
    shoot(Path(given[0]), given[1:], every="--all" in sys.argv)
