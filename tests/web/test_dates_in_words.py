"""Dates are written as the language of the page writes them, wherever they stand in words."""

import pytest

from musnad.web.dates import dated


@pytest.mark.parametrize(
    ("words", "arabic", "english"),
    [
        ("2026-03-10", "10 مارس 2026", "10 March 2026"),
        ("2026-03", "مارس 2026", "March 2026"),
        ("2026-03-10 07:30 UTC+03:00", "10 مارس 2026، 07:30 غرينتش+3", "10 March 2026, 07:30 GMT+3"),
        ("2026-03-10 07:30 +05:30", "10 مارس 2026، 07:30 غرينتش+5:30", "10 March 2026, 07:30 GMT+5:30"),
        ("2026-03-10 – 2026-03-12", "10 مارس 2026 – 12 مارس 2026", "10 March 2026 – 12 March 2026"),
        ("… – 2026-03-12", "… – 12 مارس 2026", "… – 12 March 2026"),
        ("2026-13-10", "2026-13-10", "2026-13-10"),
        ("2018", "2018", "2018"),
    ],
)
def test_a_date_is_written_out(words: str, arabic: str, english: str) -> None:
    assert dated(words, "ar", "ar") == arabic
    assert dated(words, "en", "en_GB") == english
