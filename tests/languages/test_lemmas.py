"""Tests that plurals are joined to their singular, with clitics and endings cut, and that the lexicon is sound."""

import pytest

from musnad.errors import LanguageDataError
from musnad.languages import LANGUAGES
from musnad.languages.ar.lemmas import load_lemmatizer, parse_lemmas
from musnad.text import fold_word

LEMMATIZER = LANGUAGES["ar"].lexicons.lemmatizer
GROUP = """
[[group]]
sort = "broken"
entries = '''
قصبة | قصبات ?قصب
نهر | أنهار
بحار | بحارة
'''
"""


def lemma_of(written: str) -> str:
    return LEMMATIZER.lemma_of(fold_word(written))


def test_more_than_two_thousand_plurals_are_joined_to_their_singular() -> None:
    found = load_lemmatizer()
    assert len(found.lemmas) >= 2600
    assert len(found.singulars) >= 2000
    assert len(found.certain) >= 2400


def test_every_form_is_folded_and_one_word() -> None:
    found = load_lemmatizer()
    for form in (*found.lemmas, *found.singulars):
        assert form == fold_word(form)
        assert form.isalpha(), form


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("صواريخ", "صاروخ"),
        ("أسلحة", "سلاح"),
        ("مصادر", "مصدر"),
        ("خبراء", "خبير"),
        ("قوات", "قوة"),
        ("نساء", "امرأة"),
        ("طائرات", "طائرة"),
        ("قرارات", "قرار"),
        ("مسؤولون", "مسؤول"),
        ("مسؤولين", "مسؤول"),
        ("جرحى", "جريح"),
        ("قرى", "قرية"),
        ("مبان", "مبنى"),
        ("مباني", "مبنى"),
    ],
)
def test_plurals_lead_to_their_singular(plural: str, singular: str) -> None:
    assert lemma_of(plural) == fold_word(singular)


@pytest.mark.parametrize(
    ("written", "singular"),
    [
        ("الصواريخ", "صاروخ"),
        ("وبالصواريخ", "صاروخ"),
        ("للأسلحة", "سلاح"),
        ("صواريخه", "صاروخ"),
        ("خبراؤها", "خبير"),
        ("لخبرائنا", "خبير"),
        ("طائراتهم", "طائرة"),
        ("طائرتين", "طائرة"),
        ("طائرته", "طائرة"),
        ("صاروخان", "صاروخ"),
        ("ألغاما", "لغم"),
        ("مسؤولو", "مسؤول"),
        ("الاقتصاديون", "اقتصادي"),
    ],
)
def test_clitics_and_endings_are_cut(written: str, singular: str) -> None:
    assert lemma_of(written) == fold_word(singular)


@pytest.mark.parametrize("word", ["لبنان", "كامل", "سلمان", "بريطانيا", "فيها", "والد", "شرطة", "كتاب", "مالي"])
def test_words_that_only_look_inflected_stay(word: str) -> None:
    assert lemma_of(word) == fold_word(word)


def test_the_article_comes_off_unknown_words() -> None:
    assert lemma_of("الزمخشري") == fold_word("زمخشري")


def test_the_segmenters_stem_is_taken_as_it_is() -> None:
    assert LEMMATIZER.lemma_of("وبالصواريخ", stem="صواريخ") == "صاروخ"
    assert LEMMATIZER.lemma_of("بحار", stem="بحار") == "بحار"


def test_an_ambiguous_word_has_several_lemmas_itself_first() -> None:
    assert LEMMATIZER.lemmas_of(fold_word("كتاب")) == (fold_word("كتاب"), fold_word("كاتب"))
    assert LEMMATIZER.lemmas_of(fold_word("صواريخ")) == (fold_word("صاروخ"),)


def test_a_doubtful_plural_is_not_certain() -> None:
    found = parse_lemmas(GROUP)
    assert found.lemma_of("انهار") == "نهر"
    assert found.lemma_of("قصب") == "قصب"
    assert found.lemmas_of("قصب") == ("قصب", "قصبه")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("نهر | أنهار", "نهر | قصبات", "also of 'قصبه'"),
        ("نهر | أنهار", "نهر | بحار", "mark one with ?"),
        ('"broken"', '"split"', "'split'"),
        ("نهر | أنهار", "نهر أنهار", "2 fields"),
    ],
)
def test_a_broken_entry_is_named(old: str, new: str, told: str) -> None:
    with pytest.raises(LanguageDataError, match=r"languages/ar/lemmas\.toml") as raised:
        parse_lemmas(GROUP.replace(old, new))
    assert told in str(raised.value)
