"""Tests that what may be a form of a key is found without analysing every word, whatever the spelling."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from musnad.languages import load_text_analyser

ANALYSER = load_text_analyser()
LETTERS = st.text(
    alphabet="اأإآبتثجحخدذرزسشصضطظعغفقكلمنهويىةءؤئکیگ\u064e\u0651ـ0123٣۴,-_ \nabsziséÉﻧﺰﻷ", min_size=1, max_size=30
)


def found(keys: list[str], text: str) -> list[str]:
    return [token.group() for token in ANALYSER.find_forms(keys).find_in(text)]


@pytest.mark.parametrize(
    ("key", "text", "forms"),
    [
        ("صاروخ", "وقع صاروخان وسقطت بعض الصَّوارِيخ، قرب الميناء", ["صاروخان", "الصَّوارِيخ"]),
        ("امراه", "حضرت النساء قبل الرجال", ["النساء"]),
        ("بريطانيا", "سافر إلى إنجلترا ثم عاد", ["إنجلترا"]),
        ("300", "نشر منظومة إس-٣٠٠ أو S300", ["إس-٣٠٠", "S300"]),
        ("كتاب", "قرأ کتابًا وعاد", ["کتابًا"]),
        ("elysee", "near the Élysée palace", ["Élysée"]),
        ("missile", "Missiles fell", ["Missiles"]),
    ],
)
def test_forms_of_a_key_are_found(key: str, text: str, forms: list[str]) -> None:
    assert found([key], text) == forms


def test_words_without_the_letters_of_a_key_are_passed_over() -> None:
    assert found(["صاروخ"], "وصل الوفد إلى المطار وغادر") == []


def test_words_that_share_a_stretch_without_blanks_are_told_apart() -> None:
    assert found(["سفينه"], "قارب،سفينة،زورق") == ["سفينة"]


@given(LETTERS)
@example("والأطباء ﻧﺰﻉ البرامج")
def test_every_token_is_found_by_each_of_its_keys(text: str) -> None:
    for raw in ANALYSER.split(text):
        for key in ANALYSER.analyse_token(raw).keys:
            assert raw in found([key], text)
