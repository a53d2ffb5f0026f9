"""Tests the outlets' layouts: each on a page of ours built like its outlet's, and what the loader refuses."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from musnad.article import extract_article
from musnad.article import page as page_reading
from musnad.article.layouts import Layout, find_layout, load_layouts, parse_layouts
from musnad.errors import LanguageDataError
from musnad.model import Article, RawDocument, Stated

GOLDEN = Path(__file__).parent / "outlets"
OUTLETS = sorted(path.relative_to(GOLDEN).with_suffix("").as_posix() for path in GOLDEN.glob("*/*.toml"))


def expected(outlet: str) -> dict[str, Any]:
    return tomllib.loads((GOLDEN / f"{outlet}.toml").read_text("utf-8"))


def read(outlet: str) -> Article:
    content = (GOLDEN / f"{outlet}.html").read_bytes()
    article, _ = extract_article(RawDocument(content, "text/html", "0", url=expected(outlet)["url"]))
    assert article
    return article


def facts(article: Article, outlet: str) -> dict[str, Any]:
    """Return of the article what the golden page expects, in its form."""
    wanted = expected(outlet)
    found: dict[str, Any] = {"url": article.url, "ends": wanted["ends"], "lines": article.text.count("\n") + 1}
    found["ends"] = wanted["ends"] if article.text.endswith(wanted["ends"]) else article.text[-40:]
    if "section" in wanted:
        found["section"] = article.section and article.section.value
    if "sub_headline" in wanted:
        line = article.sub_headline.value if article.sub_headline else ""
        found["sub_headline"] = line[: len(wanted["sub_headline"])]
    if "dropped" in wanted:
        pieces = {piece.reason: piece.text for piece in article.dropped}
        found["dropped"] = {reason: pieces.get(reason, "")[: len(words)] for reason, words in wanted["dropped"].items()}
    return found


@pytest.mark.parametrize("outlet", OUTLETS)
def test_a_page_built_like_the_outlets_is_read_by_its_layout(outlet: str) -> None:
    assert facts(read(outlet), outlet) == expected(outlet)


@pytest.mark.parametrize("outlet", OUTLETS)
def test_without_its_layout_the_page_is_read_less_well(outlet: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_reading, "find_layout", lambda url, day: None)
    assert facts(read(outlet), outlet) != expected(outlet)


def test_every_outlet_with_a_layout_has_a_golden_page() -> None:
    assert {layout.outlet for layout in load_layouts()} == {outlet.partition("/")[2] for outlet in OUTLETS}
    assert len(OUTLETS) >= 3


def test_a_layout_holds_from_its_first_to_its_last_day() -> None:
    url = "http://arabic.cnn.com/a"
    assert find_layout(url, lambda: date(2014, 1, 31))
    assert find_layout(url, lambda: date(2014, 2, 1)) is None
    assert find_layout(url, lambda: None) is None  # the layout of another time is no guess for a page of unknown day
    assert find_layout("https://www.lbcgroup.tv/a", lambda: None)
    assert find_layout("https://www.lbcgroup.tv/a", lambda: date(2022, 12, 31)) is None


@pytest.mark.parametrize("url", [None, "", "https://diffatain.example/a", "http://[::1", "arabic.cnn.com"])
def test_other_places_have_no_layout(url: str | None) -> None:
    assert find_layout(url, lambda: date(2013, 5, 6)) is None


def test_what_was_stated_outranks_the_layout() -> None:
    layout = Layout("lbci", None, None, {}, {"byline": ".article_details_author_container a"})
    content = (GOLDEN / "lb/lbci.html").read_bytes()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page_reading, "find_layout", lambda url, day: layout)
        plain = extract_article(RawDocument(content, "text/html", "0"))[0]
        stated = extract_article(RawDocument(content, "text/html", "0", stated=Stated(byline="سامر الدوري")))[0]
    assert plain
    assert stated
    assert plain.byline
    assert stated.byline
    assert (plain.byline.value, plain.byline.where) == ("أخبار محلية", "layout")
    assert stated.byline.value == "سامر الدوري"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("x =", "TOML"),
        ("", "no [[layout]]"),
        ("[[layout]]\nfrom = 2020-01-01", "neither drops"),
        ("[[layout]]\ncolour = 'red'\n[layout.drop]\nadvert = ['p']", "colour"),
        ("[[layout]]\n[layout.values]\nmood = 'p'", "mood"),
        ("[[layout]]\n[layout.values]\nsection = '>>'", "no CSS selector"),
        ("[[layout]]\nfrom = 2020-01-02\nuntil = 2020-01-01\n[layout.drop]\nadvert = ['p']", "before it begins"),
        (
            "[[layout]]\nuntil = 2020-01-01\n[layout.drop]\nadvert = ['p']\n"
            "[[layout]]\nfrom = 2020-01-01\n[layout.drop]\nadvert = ['p']",
            "2020-01-01",
        ),
    ],
)
def test_a_broken_layout_is_named(text: str, why: str) -> None:
    with pytest.raises(LanguageDataError, match=r"outlets/xx/a\.toml") as error:
        parse_layouts(text, "a", "outlets/xx/a.toml")
    assert why in str(error.value)
