"""Tests that the dates which Arabic pages print are read, with the zone that is told."""

import pytest

from musnad.languages import LANGUAGES

ARABIC = LANGUAGES["ar"]


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("الأربعاء، 07 أكتوبر 2020 - 12:09 م", "2020-10-07T12:09:00"),
        ("الإثنين، 24 أغسطس 2020 09:23 ص", "2020-08-24T09:23:00"),
        ("الإثنين، 24 أغسطس 2020 09:23 م", "2020-08-24T21:23:00"),
        ("٠٢:٠٠ الثلاثاء ١ / ١٢ / ٢٠٢٠", "2020-12-01T02:00:00"),
        ("GMT 17:27 17.03.2020", "2020-03-17T17:27:00+00:00"),
        ("2026-01-08 | 12:42", "2026-01-08T12:42:00"),
        ("آخر تحديث: السبت 2 يونيو 2018 - 15:43 بتوقيت غرينتش", "2018-06-02T15:43:00+00:00"),
        ("الأحد 10 شوال 1436 هـ - 26 يوليو 2015م KSA 01:16 - GMT 22:16", "2015-07-26T01:16:00+03:00"),
        ("السبت 2 يونيو 2018 الساعة 00:30 بتوقيت الإمارات", "2018-06-02T00:30:00+04:00"),
        ("02/06/2018 09:15 مساء", "2018-06-02T21:15:00"),
        ("نشر في 18:05 (15:05 ت غ) 3 أيار/مايو 2019", "2019-05-03T18:05:00+03:00"),
    ],
)
def test_moment(written: str, iso: str) -> None:
    read = ARABIC.read_date(written)
    assert read
    assert (read[0].isoformat(), read[1]) == (iso, True)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("الجمعة 8 فيفري 2019", "2019-02-08"),
        ("نشر في: 12 مارس/ آذار 2018", "2018-03-12"),
        ("25 كانون الثاني 2021", "2021-01-25"),
        ("10 شوال 1436هـ", "2015-07-26"),
        ("1436/10/10 هـ", "2015-07-26"),
        ("08/01/2017", "2017-01-08"),
        ("31/12/2016", "2016-12-31"),
        ("10/25/2016", "2016-10-25"),
        ("الأول من مايو 2022", "2022-05-01"),
    ],
)
def test_day(written: str, day: str) -> None:
    read = ARABIC.read_date(written)
    assert read
    assert (read[0].date().isoformat(), read[1]) == (day, False)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "أمس",
        "قبل 12 دقيقة",
        "مايو 2022",
        "12 مايو",
        "2018-13-01",
        "31/04/2018",
        "18/6/2 15:30",
        "30 فبراير 2020",
        "01/05/0018",
        "كلمة " * 60 + "12 مايو 2022",
    ],
)
def test_what_is_no_whole_date_is_not_guessed(written: str) -> None:
    assert ARABIC.read_date(written) is None
