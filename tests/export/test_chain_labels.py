"""Counts of chains in Arabic and English."""

import pytest

from musnad.export.chain_labels import chains_label


@pytest.mark.parametrize(
    ("least", "most", "arabic", "english"),
    [
        (0, 0, "لا سلسلة", "0 independent chains"),
        (1, 1, "سلسلة مستقلة واحدة", "1 independent chain"),
        (2, 2, "سلسلتان مستقلتان", "2 independent chains"),
        (3, 3, "3 سلاسل مستقلة", "3 independent chains"),
        (12, 12, "12 سلسلة مستقلة", "12 independent chains"),
        (1, 4, "من 1 إلى 4 سلاسل مستقلة", "1 to 4 independent chains"),
    ],
)
def test_a_count_is_told_in_both_languages(least: int, most: int, arabic: str, english: str) -> None:
    assert chains_label(least, most) == (arabic, english)
