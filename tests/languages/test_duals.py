"""Duals are told from the plurals that are written alike."""

import pytest

from musnad.languages import LANGUAGES
from musnad.text import fold_word

READ = LANGUAGES["ar"].agreement.read_word


@pytest.mark.parametrize("word", ["جنديان", "جنديين", "شرطيان", "مسلحان", "مهندسان", "مروحيتين", "منصتان", "صاروخين"])
def test_a_dual_counts_two(word: str) -> None:
    assert READ(fold_word(word)).count == 2


@pytest.mark.parametrize(
    "word", ["مسجونين", "أمريكيين", "مدرسين", "عاملين", "برلمان", "ميدان", "سكان", "آخرين", "لبنان"]
)
def test_a_plural_or_a_singular_does_not(word: str) -> None:
    assert READ(fold_word(word)).count is None
