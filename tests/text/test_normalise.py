"""Tests that folding removes spelling variants and keeps the way back to the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.text import fold_text, fold_word

_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآٱىةؤئءیکہھﻻﷲﺍ"
_SIGNS = "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670٠١٩۰۹٫٬«»“”„.،؟"
_INVISIBLE = " \u00a0\u200f\u200e\u202b\u202c\ufeff\n\t"
_ARABIC = _LETTERS + _SIGNS + _INVISIBLE
_texts = st.text(alphabet=st.one_of(st.sampled_from(_ARABIC), st.characters()), max_size=80)


@pytest.mark.parametrize(
    ("spelling", "folded"),
    [
        ("قَالَ", "قال"),
        ("قــــال", "قال"),
        ("أعلن", "اعلن"),
        ("إعلان", "اعلان"),
        ("آملا", "املا"),
        ("ٱلأمم", "الامم"),
        ("وزارة", "وزاره"),
        ("نفى", "نفي"),
        ("مسؤول", "مسوول"),
        ("دائرة", "دايره"),
        ("کیف", "كيف"),
        ("ال\u200fجسر", "الجسر"),
        ("\u202bالجسر\u202c", "الجسر"),
        ("٢٠١٩", "2019"),
        ("۲۰۱۹", "2019"),
        ("١٢٫٥", "12.5"),
        ("Reuters", "reuters"),
        ("ﻻ", "لا"),
    ],
)
def test_variants_fold_to_one_spelling(spelling: str, folded: str) -> None:
    assert fold_word(spelling) == folded


@pytest.mark.parametrize("glyph", list("«»“”„‟″〝〞❝❞"))
def test_quotation_glyphs_fold_to_one(glyph: str) -> None:
    assert fold_text(glyph).text == '"'


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2007", "\u2009", "\t"])
def test_spaces_fold_to_one(space: str) -> None:
    assert fold_text(f"في{space}بيان").text == "في بيان"


def test_ligature_maps_both_letters_to_its_one_character() -> None:
    folded = fold_text("سﻻم")
    assert (folded.text, folded.offsets) == ("سلام", (0, 1, 1, 2, 3))


def test_span_of_a_folded_word_covers_the_marks_inside_it() -> None:
    text = "ثم قَا\u200fلَ أحمد"
    folded = fold_text(text)
    start = folded.text.index("قال")
    source = slice(*folded.source_span(start, start + 3))
    assert text[source] == "قَا\u200fل"


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 2), (0, 99)])
def test_impossible_stretch_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="is not a stretch"):
        fold_text("الجسر").source_span(start, end)


@pytest.mark.parametrize("sign", ["\ufd3e", "\ufd3f", "\ufbb2"])
def test_sign_without_a_plainer_form_folds_to_itself(sign: str) -> None:
    assert fold_word(sign) == sign


def test_empty_text_folds_to_nothing() -> None:
    assert fold_text("").offsets == (0,)


@given(_texts)
def test_each_character_maps_to_one_that_folds_to_it(text: str) -> None:
    folded = fold_text(text)
    for character, offset in zip(folded.text, folded.offsets, strict=False):
        assert character in fold_word(text[offset])


@given(_texts)
def test_offsets_never_go_back(text: str) -> None:
    folded = fold_text(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert list(folded.offsets) == sorted(folded.offsets)
    assert folded.offsets[-1] == len(text)


@given(_texts, st.data())
def test_stretch_comes_back_from_its_source(text: str, data: st.DataObject) -> None:
    folded = fold_text(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    source = slice(*folded.source_span(start, end))
    assert folded.text[start:end] in fold_text(text[source]).text


@given(_texts)
def test_word_and_text_fold_alike(text: str) -> None:
    assert fold_word(text) == fold_text(text).text


@given(st.text(alphabet=_ARABIC, max_size=40))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold_word(fold_word(text)) == fold_word(text)
