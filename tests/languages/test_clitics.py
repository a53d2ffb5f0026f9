"""The segmenter cuts clitics and leaves designations, Latin words and numbers whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.languages import LANGUAGES
from musnad.languages.clitics import CliticSegmenter
from musnad.mentions.vocabulary import clitic_forms

SEGMENTER = CliticSegmenter(LANGUAGES["ar"].tagger_models.clitics)
LETTERS = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآءؤئ", min_size=1, max_size=14)


@pytest.mark.parametrize(
    ("word", "segments"),
    [
        ("وبالعراق", ("و", "ب", "العراق")),
        ("والصواريخ", ("و", "الصواريخ")),
        ("بيتهم", ("بيت", "هم")),
        ("المدينة", ("المدينة",)),
    ],
)
def test_clitics_are_cut(word: str, segments: tuple[str, ...]) -> None:
    assert SEGMENTER.cut(word) == segments


@pytest.mark.parametrize("word", ["S-300", "إف-16", "351", "F-16", "NATO", "2018", "و20"])
def test_designations_and_numbers_are_left_whole(word: str) -> None:
    assert SEGMENTER.cut(word) == (word,)


@given(LETTERS)
def test_segments_join_to_the_word(word: str) -> None:
    assert "".join(SEGMENTER.cut(word)) == word


@given(LETTERS)
def test_every_reading_of_a_word_keeps_its_end(word: str) -> None:
    for skip, form in clitic_forms(word):
        assert form.endswith(word[skip + 1 :])


def test_the_cache_of_words_is_bounded() -> None:
    assert SEGMENTER.cut.cache_info().maxsize is not None


def test_an_article_swallowed_by_a_preposition_comes_back() -> None:
    assert (1, "العراق") in clitic_forms("للعراق")
