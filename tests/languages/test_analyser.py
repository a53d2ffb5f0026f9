"""Tests that the forms of one Arabic word share a key, that other words do not, and that a query's key is indexed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.languages import LANGUAGES
from musnad.text import fold_word

ANALYSER = LANGUAGES["ar"].analyser


def key_of(written: str) -> str | None:
    return ANALYSER.key_of(fold_word(written))


@pytest.mark.parametrize(
    "forms",
    [
        "صاروخ صواريخ والصواريخ بصاروخ للصواريخ وبصواريخهم صاروخين",
        "قنبلة قنابل القنبلتين وقنابلهم",
        "دبابة دبابات ودباباتها",
        "مقاتل مقاتلين المقاتلون للمقاتلين",
        "حوثي الحوثيين الحوثيون الحوثية",
        "أمريكي الأميركية أميركيين والأمريكيون",
        "أمريكا أميركا لأمريكا",
        "جديد الجديدة جديدا",
        "أطلق أطلقت سيطلقون يطلق وأطلقوا أطلقها",
        "غزة بغزة وغزة غزه",
        "إنقاذ لإنقاذ الإنقاذ",
        "مستشفى مستشفي",
        "وسيلة وسائل الوسائل",
        "حدوث حدوثها",
    ],
)
def test_forms_of_one_word_share_a_key(forms: str) -> None:
    assert len({key_of(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "بوتين بوت",
        "ماكرون ماكر",
        "روسيا روسي",
        "وزير زير",
        "فلسطين فلسط",
        "عملية عملي",
        "طهران طهر",
        "لبنان بنان",
        "نووي أوي",
        "ناسفة أسف",
        "مدينة مدين",
        "وسائل سائل",
        "تدوين تدو",
    ],
)
def test_words_that_only_look_alike_have_keys_of_their_own(words: str) -> None:
    one, other = words.split()
    assert key_of(one) != key_of(other)


@pytest.mark.parametrize("word", ["في", "وفي", "التي", "أنهم", "بأن", "وكان"])
def test_function_words_have_no_key(word: str) -> None:
    assert key_of(word) is None
    assert ANALYSER.keys_of(fold_word(word)) == ()


def test_a_form_of_two_readings_is_found_by_both() -> None:
    assert set(ANALYSER.keys_of("كتاب")) == {"كتاب", "كاتب"}
    assert key_of("كتاب") == "كتاب"


def test_a_rare_word_says_more_than_a_common_one() -> None:
    assert ANALYSER.weight_of("قال") < ANALYSER.weight_of("صاروخ") < ANALYSER.weight_of("قنبلاوي")


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويء", min_size=2, max_size=12))
def test_whatever_a_query_looks_for_is_among_the_keys_of_that_word(word: str) -> None:
    key = ANALYSER.key_of(word)
    assert (key is None and not ANALYSER.keys_of(word)) or key in ANALYSER.keys_of(word)
