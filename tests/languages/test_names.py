"""Tests that the lexicon of name parts is sound, knows common names, and reports a broken entry with its place."""

from collections import Counter

import pytest

from musnad.errors import LanguageDataError
from musnad.languages import LANGUAGES
from musnad.languages.ar.names import load_name_parts, parse_names
from musnad.languages.lexicon import NameSort
from musnad.text import fold_word

PARTS = LANGUAGES["ar"].lexicons.name_parts
GROUP = "[[group]]\nsort = \"given\"\ngender = \"m\"\nentries = '''\nنهروان\n?قصب\n'''\n"


def test_there_are_over_fifteen_hundred_arabic_and_hundreds_of_foreign_given_names() -> None:
    given = Counter(part.is_foreign for part in PARTS.values() if part.sort is NameSort.GIVEN)
    assert given[False] >= 1500
    assert given[True] >= 800


def test_every_sort_and_gender_is_there() -> None:
    assert {part.sort for part in PARTS.values()} == set(NameSort)
    assert min(Counter(part.gender for part in PARTS.values() if part.sort is NameSort.GIVEN).values()) >= 30


def test_every_part_is_one_folded_word() -> None:
    for word in load_name_parts():
        assert word
        assert word == fold_word(word)
        assert not word.isspace()


@pytest.mark.parametrize(
    ("written", "sort", "gender", "is_foreign", "is_ambiguous"),
    [
        ("محمد", NameSort.GIVEN, "m", False, False),
        ("فاطمة", NameSort.GIVEN, "f", False, False),
        ("عبدالرحمن", NameSort.GIVEN, "m", False, False),
        (["صلاح", "الدين"][1], NameSort.SECOND, "", False, False),
        ("سعيد", NameSort.GIVEN, "m", False, True),
        ("أمل", NameSort.GIVEN, "f", False, True),
        ("نور", NameSort.GIVEN, "", False, True),
        ("فلاديمير", NameSort.GIVEN, "m", True, False),
        ("إليزابيث", NameSort.GIVEN, "f", True, False),
        ("العتيبي", NameSort.FAMILY, "", False, False),
        ("أبو", NameSort.KUNYA, "m", False, False),
        ("بن", NameSort.FILIATION, "m", False, False),
    ],
)
def test_names_are_typed(written: str, sort: NameSort, gender: str, is_foreign: bool, is_ambiguous: bool) -> None:
    part = PARTS[fold_word(written)]
    assert (part.sort, part.gender, part.is_foreign, part.is_ambiguous) == (sort, gender, is_foreign, is_ambiguous)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("?قصب", "نهروان", "stands twice"),
        ('"given"', '"first"', "'first'"),
        ('gender = "m"', 'gender = "x"', "not 'x'"),
        ("نهروان", "نهر وان", "one word"),
    ],
)
def test_a_broken_entry_is_named(old: str, new: str, told: str) -> None:
    with pytest.raises(LanguageDataError, match=r"languages/ar/names\.toml") as raised:
        parse_names(GROUP.replace(old, new))
    assert told in str(raised.value)
