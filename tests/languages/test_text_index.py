"""Tests of the keys of whole texts: how designations and numbers are cut, what is marked, that keys are plain words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.languages import load_text_analyser
from musnad.languages.text_index import MARKS

ANALYSER = load_text_analyser()


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("إس-300", ["اس", "300"]),
        ("S300", ["s", "300"]),
        ("إف16", ["اف", "16"]),
        ("أ.ف.ب", ["ا", "ف", "ب"]),
        ("١٬٥٠٠", ["1500"]),
        ("5.56", ["5", "56"]),
        ("كوريا_الشمالية", ["كوريا", "الشماليه"]),
        ("Élysée", ["elysee"]),
        ("مُحَمَّد", ["محمد"]),
        ("ڡڢڣ", []),
    ],
)
def test_a_token_is_cut_into_letters_and_digits(written: str, parts: list[str]) -> None:
    assert ANALYSER.index_text(written).exact.split() == parts


def test_a_designation_is_found_joined_and_in_parts() -> None:
    assert set(ANALYSER.index_text("F-16").text_keys.split()) >= {"f", "16", "f16"}


def test_the_headline_has_keys_of_its_own_and_function_words_have_none() -> None:
    indexed = ANALYSER.index_text("سفينة في الميناء\nغادرت السفن", headline=16)
    assert indexed.title_keys.split() == ["سفينه", "ميناء"]
    assert indexed.exact.split() == ["سفينه", "في", "الميناء", "غادرت", "السفن"]


def test_what_a_text_says_often_or_in_its_headline_is_marked_as_weighing_more() -> None:
    filler = "كلمات " * 290
    keys = ANALYSER.index_text(f"سفينة\n{filler} قارب زورق زورق", headline=6).text_keys.split()
    marks = {key[1:]: MARKS.index(key[0]) for key in keys if key[0] in MARKS}
    assert "قارب" in keys
    assert "قارب" not in marks
    assert marks["زورق"] < marks["سفينه"] <= marks["كلمه"]


def test_places_of_parts_are_those_of_their_tokens_in_the_text() -> None:
    text = "قال: «الصَّوارِيخ» (إس-300)"
    placed = list(ANALYSER.place_parts(text))
    assert [(text[found.start : found.end], found.part) for found in placed] == [
        ("قال", "قال"),
        ("الصَّوارِيخ", "الصواريخ"),
        ("إس-300", "اس"),
        ("إس-300", "300"),
    ]


def test_a_query_looks_for_the_keys_of_its_parts() -> None:
    assert ANALYSER.query_keys("والصواريخ") == ("صاروخ",)
    assert ANALYSER.query_keys("إس-300") == ("اس", "300")
    assert ANALYSER.query_keys("في") == (None,)


@given(st.text(max_size=200))
def test_keys_of_any_text_are_runs_of_letters_and_digits(text: str) -> None:
    indexed = ANALYSER.index_text(text, headline=len(text) // 2)
    for word in f"{indexed.title_keys} {indexed.text_keys} {indexed.exact}".split():
        assert word.isalnum()
        assert word == word.lower()


@given(st.text(max_size=200))
def test_parts_lie_in_the_text_in_their_order(text: str) -> None:
    placed = list(ANALYSER.place_parts(text))
    places = [(found.start, found.end) for found in placed]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in places)
