"""Tests that a moment is told in the time of the outlet's country, and that no zone is made up."""

import tomllib
from importlib.resources import files
from zoneinfo import ZoneInfo

import pytest
from news_page import HEADLINE, PARAGRAPHS, article_of, page

TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def published(written: str, url: str | None, line: str = "") -> str:
    """Return the publication date of a page that writes it in its head, and this line below its headline."""
    head = f'<title>{HEADLINE}</title><meta property="article:published_time" content="{written}">'
    date = article_of(page(f"<h1>{HEADLINE}</h1><div>{line}</div><div>{TEXT}</div>", head=head), url=url).published
    assert date
    return date.iso


def test_half_past_midnight_in_the_gulf_is_not_the_day_before() -> None:
    assert published("2021-05-08T20:30:00Z", "https://news.example.ae/77") == "2021-05-09T00:30:00+04:00"


def test_summer_time_is_kept() -> None:
    assert published("2021-07-01T21:30:00+00:00", "https://wadi.example.lb/7") == "2021-07-02T00:30:00+03:00"
    assert published("2021-01-01T21:30:00+00:00", "https://wadi.example.lb/7") == "2021-01-01T23:30:00+02:00"


@pytest.mark.parametrize("written", ["2021-05-08T20:30:00+03:00", "2021-05-08T20:30:00", "2021-05-08"])
def test_what_is_not_written_in_utc_stays(written: str) -> None:
    assert published(written, "https://news.example.ae/77") == written


@pytest.mark.parametrize("url", [None, "https://news.example.com/77", "https://news.example.zz/77"])
def test_unknown_country_changes_nothing(url: str | None) -> None:
    assert published("2021-05-08T20:30:00Z", url) == "2021-05-08T20:30:00+00:00"


def test_local_time_that_is_called_utc_gets_its_zone() -> None:
    line = "السبت 8 أيار 2021 - 08:30 مساء"
    assert published("2021-05-08T20:30:00Z", "https://news.example.ae/77", line) == "2021-05-08T20:30:00+04:00"


def test_lexicon_tells_the_country_of_a_host() -> None:
    assert published("2021-05-08T22:30:00Z", "https://www.alarabiya.net/77").startswith("2021-05-09T0")


def test_every_zone_of_the_table_is_known() -> None:
    table = tomllib.loads(files("musnad.article").joinpath("zones.toml").read_text("utf-8"))
    assert all(len(country) == 2 and ZoneInfo(zone) for country, zone in table.items())
