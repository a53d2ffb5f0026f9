"""Tests that the date which a page prints below its headline is found, and the day of the visit is not."""

import re

import pytest
from news_page import BODY, article_of, page

WITHOUT_TIME = re.sub("<time.*</time>", "", BODY)


@pytest.mark.parametrize("tag", ["time", 'span class="post-date"', 'div id="lblDate"'])
def test_date_printed_below_the_headline_is_read(tag: str) -> None:
    line = f"<{tag}>السبت 2 حزيران/يونيو 2018 - 00:30 بتوقيت مكة</{tag.split()[0]}>"
    article = article_of(page(WITHOUT_TIME.replace("</h1>", "</h1>" + line, 1), head=""))
    assert article.published
    assert (article.published.iso, article.published.where) == ("2018-06-02T00:30:00+03:00", "printed")


def test_date_printed_above_the_headline_is_the_day_of_the_visit() -> None:
    line = '<div class="today-date">الأحد 3 حزيران/يونيو 2018</div>'
    assert article_of(page(line + WITHOUT_TIME, head="")).published is None


def test_date_in_the_address_decides_against_a_printed_one_of_another_day() -> None:
    line = '<span class="date">الأحد 3 حزيران/يونيو 2018</span>'
    html = page(WITHOUT_TIME.replace("</h1>", "</h1>" + line, 1), head="")
    article = article_of(html, url="https://a.example/2018/06/02/x.html")
    assert article.published
    assert (article.published.iso, article.published.where) == ("2018-06-02", "url")


def test_the_only_day_that_a_page_prints_is_its_own() -> None:
    line = "<div class=foot-note>نشر في 2 حزيران/يونيو 2018</div>"
    article = article_of(page(WITHOUT_TIME + line, head=""))
    assert article.published
    assert (article.published.iso, article.published.where) == ("2018-06-02", "printed")


def test_one_of_several_days_far_from_the_headline_is_not_guessed() -> None:
    lines = "<div>نشر في 2 حزيران/يونيو 2018</div><div>نشر في 3 حزيران/يونيو 2018</div>"
    assert article_of(page(WITHOUT_TIME + lines, head="")).published is None


def test_a_line_with_two_labelled_dates_tells_both() -> None:
    line = "<div class=dates>آخر تحديث: 4 حزيران/يونيو 2018 | تاريخ النشر: 2 حزيران/يونيو 2018</div>"
    article = article_of(page(WITHOUT_TIME.replace("</h1>", "</h1>" + line, 1), head=""))
    assert article.published
    assert article.modified
    assert (article.published.iso, article.modified.iso) == ("2018-06-02", "2018-06-04")
