"""A person's name is taken apart into the parts that are compared."""

import pytest

from musnad.entities.person_names import parse_person
from musnad.languages import LANGUAGES

ARABIC = LANGUAGES["ar"]


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("الدكتور مازن البريك", ("مازن", "بريك")),
        ("وزير الدفاع مازن البريك", ("مازن", "بريك")),
        ("الأمير سلطان بن سلمان", ("سلطان", "سلمان")),
        ("عبد الرحمن بن عبد العزيز الدهان", ("عبدالرحمن", "عبدالعزيز", "دهان")),
        ("زايد آل نهيان", ("زايد", "نهيان")),
        ("نور الدين الخطاف", ("نورالدين", "خطاف")),
        ("أبي زهير المنسي", ("ابو زهير", "منسي")),
        ("مازن البريك رحمه الله", ("مازن", "بريك")),
        ("Mazen bin Ali al-Breik", ("mazen", "ali", "breik")),
        ("Abu Zuhair al-Mansi", ("abu zuhair", "mansi")),
    ],
)
def test_a_name_has_these_parts(written: str, parts: tuple[str, ...]) -> None:
    assert parse_person(written, ARABIC).parts == parts


def test_a_forebear_is_marked_as_linked() -> None:
    assert parse_person("مازن بن علي البريك", ARABIC).linked == (False, True, False)


def test_a_kunya_is_told_from_a_compound_name() -> None:
    assert parse_person("أبو زهير", ARABIC).has_kunya
    assert not parse_person("سيف الدين المنسي", ARABIC).has_kunya


@pytest.mark.parametrize("written", ["", "«»", "الملك", "1", "بن"])
def test_any_words_are_taken_without_a_fault(written: str) -> None:
    assert parse_person(written, ARABIC).key == " ".join(parse_person(written, ARABIC).parts)
