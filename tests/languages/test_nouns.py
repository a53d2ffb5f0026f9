"""Tests that Arabic noun phrases are inflected for number, article, case and agreement."""

import pytest

from musnad.languages.ar.nouns import inflect_phrase
from musnad.text import fold_word


def forms_of(phrase: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for form in inflect_phrase(phrase):
        found.setdefault(" ".join(form.words), form.number)
    return found


def folded(*written: str) -> set[str]:
    return {" ".join(map(fold_word, phrase.split())) for phrase in written}


def test_a_masculine_noun_and_its_adjective_agree() -> None:
    assert set(forms_of("صاروخ:صواريخ +مجنح")) == folded(
        "صاروخ مجنح",
        "الصاروخ المجنح",
        "صاروخا مجنحا",
        "صاروخان مجنحان",
        "الصاروخان المجنحان",
        "صاروخين مجنحين",
        "الصاروخين المجنحين",
        "صواريخ مجنحة",
        "الصواريخ المجنحة",
    )


def test_a_feminine_noun_takes_a_feminine_adjective() -> None:
    found = forms_of("طائرة:طائرات +مسير")
    assert folded("طائرة مسيرة", "الطائرات المسيرة", "طائرتين مسيرتين", "الطائرتان المسيرتان") <= set(found)
    assert not folded("طائرة مسير", "طائرات مسير") & set(found)


def test_the_article_of_an_idafa_stands_on_its_last_noun() -> None:
    found = forms_of("راجمة:راجمات ~صواريخ")
    assert folded("راجمة صواريخ", "راجمات الصواريخ", "راجمتا الصواريخ", "راجمتي صواريخ") <= set(found)
    assert not any(form.startswith("ال") for form in found)


@pytest.mark.parametrize(
    ("written", "number"),
    [("صاروخ كروز", "s"), ("صاروخي كروز", "d"), ("صواريخ كروز", "p"), ("الصواريخ كروز", "p")],
)
def test_the_number_is_that_of_the_head(written: str, number: str) -> None:
    assert forms_of("صاروخ:صواريخ كروز")[written] == number


def test_plurals_of_the_pattern_mafail_take_no_alef() -> None:
    assert folded("لغما", "ألغاما") <= set(forms_of("لغم:ألغام"))
    assert not folded("صواريخا", "قنابلا") & (set(forms_of("صاروخ:صواريخ")) | set(forms_of("قنبلة:قنابل")))


def test_only_the_marked_number_is_ambiguous() -> None:
    doubt = {form.number: form.is_ambiguous for form in inflect_phrase("مدفع:?مدافع")}
    assert doubt == {"s": False, "d": False, "p": True}


def test_a_phrase_without_a_head_is_refused() -> None:
    with pytest.raises(ValueError, match="no head"):
        list(inflect_phrase("+مجنح صاروخ"))
