"""Knows where single outlets' pages differ from what is true of pages in general, and from when to when."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import Any
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from musnad.errors import LanguageDataError
from musnad.languages import LANGUAGES
from musnad.model import Found

_VALUES = frozenset({"byline", "published", "section"})
_KEYS = frozenset({"from", "until", "drop", "values"})
_LONGEST_VALUE = 200  # characters
_PLACE = "layout"  # where a value was found


@dataclass(frozen=True, slots=True)
class Layout:
    """How an outlet's pages are built from `first` to `last`, both included; None is without end.

    `drop` gives for a reason the selectors of what goes for it, `values` the selector of each value.
    """

    outlet: str
    first: date | None
    last: date | None
    drop: Mapping[str, tuple[str, ...]] = field(repr=False)
    values: Mapping[str, str] = field(repr=False)

    def marks(self, page: LexborHTMLParser) -> dict[int, str]:
        """Return the reason to drop each element that the selectors find, by the element's id in the parser."""
        found = ((node.mem_id, reason) for reason, paths in self.drop.items() for node in page.css(", ".join(paths)))
        return dict(found)

    def value(self, page: LexborHTMLParser, name: str) -> Found | None:
        """Return the value of this name as the page shows it, or None."""
        node = page.css_first(self.values[name]) if name in self.values else None
        words = " ".join(node.text(separator=" ").split()) if node is not None else ""
        return Found(words, _PLACE) if words and len(words) <= _LONGEST_VALUE else None

    def holds_on(self, day: date | None) -> bool:
        """Tell whether the layout was in use on a day; without a day, whether it is in use still."""
        if day is None:
            return self.last is None
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


def find_layout(url: str | None, tell_day: Callable[[], date | None]) -> Layout | None:
    """Return the layout of the outlet at this address on the page's day, or None where none is known or needed.

    `tell_day` is asked for outlets with layouts only: the day may have to be sought in the page.
    """
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return None
    for language in LANGUAGES.values() if host else ():
        outlet = language.outlet_names.of_host(host)
        if outlet:
            country = language.outlet_names.entries[outlet].country.lower()
            layouts = _layouts(country, outlet)
            day = tell_day() if layouts else None
            return next((layout for layout in layouts if layout.holds_on(day)), None)
    return None


def load_layouts() -> tuple[Layout, ...]:
    """Return the layouts of all outlets; raise LanguageDataError where a file is broken or its outlet unknown."""
    known = {
        (entry.country.lower(), entry.id)
        for language in LANGUAGES.values()
        for entry in language.outlet_names.entries.values()
    }
    found: list[Layout] = []
    for country in files("musnad.article").joinpath("outlets").iterdir():
        for path in country.iterdir() if country.is_dir() else ():
            outlet = path.name.removesuffix(".toml")
            if (country.name, outlet) not in known:
                raise LanguageDataError(f"outlets/{country.name}/{path.name}: no outlet of this country has this id")
            found += _layouts(country.name, outlet)
    return tuple(found)


@cache
def _layouts(country: str, outlet: str) -> tuple[Layout, ...]:
    path = files("musnad.article").joinpath("outlets", country, f"{outlet}.toml")
    if not path.is_file():
        return ()
    return parse_layouts(path.read_text("utf-8"), outlet, f"outlets/{country}/{outlet}.toml")


def parse_layouts(text: str, outlet: str, name: str) -> tuple[Layout, ...]:
    """Return the layouts of a file's text; raise LanguageDataError naming the file and what is wrong."""
    try:
        tables = tomllib.loads(text).get("layout", [])
    except tomllib.TOMLDecodeError as error:
        raise LanguageDataError(f"{name}: is not TOML ({error})") from None
    layouts = tuple(_layout(table, outlet, f"{name}, layout {number}") for number, table in enumerate(tables, 1))
    if not layouts:
        raise LanguageDataError(f"{name}: has no [[layout]]")
    for one, other in combinations(layouts, 2):
        if _first(one) <= _last(other) and _first(other) <= _last(one):
            raise LanguageDataError(f"{name}: two layouts hold on {max(_first(one), _first(other))}")
    return layouts


def _layout(table: Mapping[str, Any], outlet: str, place: str) -> Layout:
    unknown = table.keys() - _KEYS | table.get("values", {}).keys() - _VALUES
    if unknown:
        raise LanguageDataError(f"{place}: {', '.join(sorted(unknown))} is no key of a layout")
    drop = {reason: tuple(paths) for reason, paths in table.get("drop", {}).items()}
    layout = Layout(outlet, table.get("from"), table.get("until"), drop, dict(table.get("values", {})))
    if not drop and not layout.values:
        raise LanguageDataError(f"{place}: neither drops anything nor finds a value")
    if _first(layout) > _last(layout):
        raise LanguageDataError(f"{place}: ends before it begins")
    empty = LexborHTMLParser("")
    for selector in _selectors(layout):
        try:
            empty.css(selector)
        except Exception:
            raise LanguageDataError(f"{place}: {selector!r} is no CSS selector") from None
    return layout


def _selectors(layout: Layout) -> Iterator[str]:
    yield from layout.values.values()
    for paths in layout.drop.values():
        yield from paths


def _first(layout: Layout) -> date:
    return layout.first or date.min


def _last(layout: Layout) -> date:
    return layout.last or date.max
