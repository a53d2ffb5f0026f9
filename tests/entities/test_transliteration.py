"""Latin names are found by the consonants of an Arabic one and ranked by the learned alignment of letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.entities.skeletons import skeletons, without_one
from musnad.entities.spelling import LIKELY, word_likeness
from musnad.entities.transliteration import LatinNames, transliteration_score
from musnad.languages import LANGUAGES

ARABIC = LANGUAGES["ar"]
LATIN = ("Mansour", "Mazen", "Schreiber", "Ghazali", "Khattab", "Peterson", "Chikhi", "Yılmaz")


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [("منصور", "Mansour"), ("شرايبر", "Schreiber"), ("الغزالي", "Ghazali"), ("خطاب", "Khattab"), ("يلماز", "Yılmaz")],
)
def test_the_latin_form_of_a_name_comes_first(arabic: str, latin: str) -> None:
    assert LatinNames(LATIN, ARABIC).ranked(arabic)[0][1] == latin


def test_a_name_without_a_like_one_finds_nothing() -> None:
    assert LatinNames(("Wood",), ARABIC).ranked("منصور") == []


def test_a_right_form_scores_higher_than_another_name() -> None:
    assert transliteration_score("مازن", "mazen", ARABIC) > transliteration_score("مازن", "mansour", ARABIC)


def test_doubled_consonants_and_vowels_leave_no_trace_in_a_skeleton() -> None:
    assert skeletons("khattab", ARABIC)[0] == skeletons("خطاب", ARABIC)[0] == skeletons("kateb", ARABIC)[0]


def test_a_letter_of_two_readings_gives_two_skeletons() -> None:
    assert set(skeletons("جمال", ARABIC)) == {"SML", "KML"}


def test_a_skeleton_lacks_each_consonant_once() -> None:
    assert set(without_one("SML")) == {"SML", "ML", "SL", "SM"}


@pytest.mark.parametrize(
    ("left", "right"), [("غوتيريش", "جوتيريس"), ("ترامب", "ترمب"), ("كاميرون", "كامرون"), ("مازن", "mazen")]
)
def test_spellings_of_a_foreign_name_are_likely_one(left: str, right: str) -> None:
    assert word_likeness(left, right, ARABIC) >= LIKELY


@pytest.mark.parametrize(("left", "right"), [("حسن", "حسين"), ("سعد", "سعيد"), ("شمري", "شمراني"), ("مازن", "majed")])
def test_two_names_are_not_likely_one(left: str, right: str) -> None:
    assert word_likeness(left, right, ARABIC) < LIKELY


@given(st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويءabcxyz '", max_size=9), st.text("ابجدهوزabcd ", max_size=9))
def test_likeness_is_even_and_between_nought_and_one(left: str, right: str) -> None:
    likeness = word_likeness(left, right, ARABIC)
    assert likeness == word_likeness(right, left, ARABIC)
    assert 0 <= likeness <= 1
    assert (likeness == 1) == (left == right)
