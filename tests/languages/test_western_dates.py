"""Tests of dates as pages in Latin letters print them."""

import pytest

from musnad.languages.western_dates import load_western_dates


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Valley Press May 9, 2021, 9:02 AM", "2021-05-09T09:02:00"),
        ("By Samer Duri on Sunday, May 9th, 2021 at 11:04 p.m.", "2021-05-09T23:04:00"),
        ("Posted: Sun 6:45 PM, May 9, 2021", "2021-05-09T18:45:00"),
        ("09 MAY 2021", "2021-05-09T00:00:00"),
        ("Von Samer Duri publiziert am 9. September 2021", "2021-09-09T00:00:00"),
        ("Publié le 9 août 2021 à 08h30", "2021-08-09T08:30:00"),
        ("9 de mayo de 2021", "2021-05-09T00:00:00"),
        ("May 9, 2021, 07:47 PM EST", "2021-05-09T19:47:00-05:00"),
        ("By SAMER DURI - 2021-05-09", "2021-05-09T00:00:00"),
        ("Samer 25/12/2021", "2021-12-25T00:00:00"),
        ("Samer 9.5.2021", "2021-05-09T00:00:00"),
    ],
)
def test_printed_date(line: str, iso: str) -> None:
    found = load_western_dates().find(line)
    assert found
    assert found[0].isoformat() == iso


@pytest.mark.parametrize(
    "line",
    ["In May the bridge opened", "Samer 4/5/2021", "Call 12 May 0021", "31 February 2021", "20210509", "May 2021"],
)
def test_line_without_a_certain_date(line: str) -> None:
    assert load_western_dates().find(line) is None


@pytest.mark.parametrize("line", ["Updated: May 9, 2021", "Last modified 9 May 2021", "Aktualisiert 9 May 2021"])
def test_date_of_an_update(line: str) -> None:
    assert load_western_dates().is_update(line)
    assert not load_western_dates().is_update(f"Published {line}")
