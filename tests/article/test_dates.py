"""Tests that publication dates are read in their usual forms, with the zone that is written."""

import pytest

from musnad.article.dates import date_in_url, read_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("Sat, 02 Jun 2018 15:43:21 +0400", "2018-06-02T15:43:21+04:00"),
        ("Mon, 19 Feb 2018 00:16:11 GMT", "2018-02-19T00:16:11+00:00"),
        ("2018-06-02T15:43:21+03:00", "2018-06-02T15:43:21+03:00"),
        ("2018-06-02T15:43:21.125Z", "2018-06-02T15:43:21+00:00"),
        ("2018-06-02T15:43+0400", "2018-06-02T15:43:00+04:00"),
        ("2018-06-02T15:43:21-0230", "2018-06-02T15:43:21-02:30"),
        ("2018-06-02 15:43:21", "2018-06-02T15:43:21"),
        ("2018/06/02 15:43", "2018-06-02T15:43:00"),
    ],
)
def test_moment(written: str, iso: str) -> None:
    read = read_date(written)
    assert read
    assert (read[0].isoformat(), read[1]) == (iso, True)


@pytest.mark.parametrize(
    "written",
    ["2018-06-02", " 2018/6/2 ", "2018.06.02", "02/06/2018", "June 2, 2018", "2 Jun 2018", "2 حزيران/يونيو 2018"],
)
def test_day_has_no_time(written: str) -> None:
    read = read_date(written)
    assert read
    assert (read[0].date().isoformat(), read[1]) == ("2018-06-02", False)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "أمس",
        "2018-13-01",
        "2018-02-30",
        "0018-01-01",
        "2018-06-02T15:43+99:00",
        "32 Jun 2018 10:00:00",
    ],
)
def test_anything_else_is_not_guessed(written: str) -> None:
    assert read_date(written) is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2018/06/02/x.html", "2018-06-02"),
        ("https://a.example/news-2018-6-2-x", "2018-06-02"),
        ("https://a.example/ar/20180602104489-x", "2018-06-02"),
    ],
)
def test_day_in_a_url(url: str, day: str) -> None:
    found = date_in_url(url)
    assert found
    assert found.date().isoformat() == day


@pytest.mark.parametrize(
    "url", ["https://a.example/article/20998877", "https://a.example/2018/99/02", "https://a.example/"]
)
def test_number_in_a_url_is_not_taken_for_a_day(url: str) -> None:
    assert date_in_url(url) is None


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("20210509", "2021-05-09T00:00:00"),
        ("20210509T083015Z", "2021-05-09T08:30:15+00:00"),
        ("20210509083015", "2021-05-09T08:30:15"),
        ("1620549015", "2021-05-09T08:30:15+00:00"),
        ("1620549015000", "2021-05-09T08:30:15+00:00"),
        ("Sun May 09 2021 08:30:15 GMT+0300 (AST)", "2021-05-09T08:30:15+03:00"),
        ("2021-05-09 08:30:15 -0500 EST", "2021-05-09T08:30:15-05:00"),
        ("2021-05-09T08:30:15+03:00[Asia/Riyadh]", "2021-05-09T08:30:15+03:00"),
    ],
)
def test_forms_that_machines_write_beside_iso(written: str, iso: str) -> None:
    read = read_date(written)
    assert read
    assert read[0].isoformat() == iso


@pytest.mark.parametrize("written", ["1970-01-01T00:00:00Z", "1970-01-01T03:00:00+03:00", "0000000000"])
def test_the_null_of_a_system_of_pages_is_no_date(written: str) -> None:
    assert read_date(written) is None


@pytest.mark.parametrize("written", ["2021", "20211309", "99999999", "12345678901", "20210509T9999"])
def test_other_digits_are_no_date(written: str) -> None:
    assert read_date(written) is None
