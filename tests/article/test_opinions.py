"""Tests that the text that most extractors agree with is taken, and that a missing extra is named."""

import sys
from pathlib import Path

import pytest
from news_page import HEADLINE, LEAD, SECOND, THIRD, page
from typer.testing import CliRunner

from musnad.article import extract_article, opinions
from musnad.article.parts import ArticleParts
from musnad.cli import main
from musnad.model import Dropped, Found, Quality, RawDocument

OWN = ArticleParts(
    f"{HEADLINE}\n{LEAD}",
    has_headline=True,
    title=Found(HEADLINE, "h1"),
    dropped=(Dropped(SECOND, "related"), Dropped("شارك", "share")),
)


def answers(monkeypatch: pytest.MonkeyPatch, *texts: str | None) -> None:
    for name, text in zip(("_trafilatura", "_resiliparse"), texts, strict=True):
        monkeypatch.setattr(opinions, name, lambda html, text=text: text)


def test_a_text_that_one_other_bears_out_stands_against_any_number(monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, f"{LEAD}\n{SECOND}\n{THIRD}", LEAD)
    assert opinions.with_agreed_text(OWN, "") is OWN


def test_the_slow_extractor_is_asked_only_where_no_other_agrees(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    answers(monkeypatch, None, LEAD)
    monkeypatch.setattr(opinions, "_trafilatura", asked.append)
    opinions.with_agreed_text(OWN, "")
    assert asked == []
    answers(monkeypatch, None, SECOND)
    monkeypatch.setattr(opinions, "_trafilatura", asked.append)
    opinions.with_agreed_text(OWN, "page")
    assert asked == ["page"]


def test_the_text_that_the_others_agree_with_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, f"{HEADLINE}\n{SECOND}\n{THIRD}", f"{SECOND}\n\n{THIRD}")
    agreed = opinions.with_agreed_text(OWN, "")
    assert agreed.text == f"{HEADLINE}\n{SECOND}\n{THIRD}"
    assert agreed.dropped == (Dropped("شارك", "share"), Dropped(LEAD, "outside_article"))
    assert agreed.title == OWN.title


@pytest.mark.parametrize("text", [LEAD, SECOND, None, ""], ids=["agrees", "differs", "none", "empty"])
def test_of_two_opinions_the_own_stands(monkeypatch: pytest.MonkeyPatch, text: str | None) -> None:
    answers(monkeypatch, text, None)
    assert opinions.with_agreed_text(OWN, "") is OWN


def test_an_extractor_that_breaks_has_no_opinion(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(html: str) -> str:
        raise RecursionError

    answers(monkeypatch, None, LEAD)
    monkeypatch.setattr(opinions, "_trafilatura", breaks)
    assert opinions.with_agreed_text(OWN, "") is OWN


def test_the_extractors_agree_on_a_plain_page() -> None:
    pytest.importorskip("trafilatura", reason="the extra `best` is not installed: its extractors were not asked")
    pytest.importorskip("resiliparse", reason="the extra `best` is not installed: its extractors were not asked")
    raw = RawDocument(page().encode(), "text/html", "0")
    best, default = extract_article(raw, quality=Quality.BEST)[0], extract_article(raw)[0]
    assert best
    assert default
    assert best.text == default.text


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (tmp_path / "a.html").write_text(page(), encoding="utf-8")
    done = CliRunner().invoke(main, ["read", str(tmp_path / "a.html"), "--quality", "best"])
    assert done.exit_code == 2
    assert "install musnad[best]" in done.output
