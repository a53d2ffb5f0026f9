"""Lines are compared by their words alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.article.spelling import LineSet, words_key

_HEADLINES = ["الميناء يُغلق أبوابه", "«عاجل»: توقف العمل", "..."]
_LETTERS = st.text("اأبيةه «»:.ـَ1_-", max_size=12)


@pytest.mark.parametrize("line", ["الميناء يغلق ابوابه!", "- عاجل: توقف العمل", "عاجل — توقف  العمل", "!", ""])
def test_a_line_with_the_same_words_is_in_the_set(line: str) -> None:
    assert line in LineSet(_HEADLINES)


@pytest.mark.parametrize("line", ["الميناء يغلق", "توقف العمل", "الميناء يغلق أبوابه اليوم"])
def test_a_line_with_fewer_or_more_words_is_not(line: str) -> None:
    assert line not in LineSet(_HEADLINES)


@given(_LETTERS, _LETTERS)
def test_the_first_word_tells_apart_only_lines_of_other_words(line: str, other: str) -> None:
    assert (line in LineSet([other])) == (words_key(line) == words_key(other))
