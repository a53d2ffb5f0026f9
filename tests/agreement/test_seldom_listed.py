"""Tests that a statement knows of the seldom met lists that it has a word of, in whatever clothing."""

import pytest

from musnad.agreement.clothing import is_listed
from musnad.agreement.word_types import seldom_listed
from musnad.languages import LANGUAGES

LEXICON = LANGUAGES["ar"].agreement


@pytest.mark.parametrize("name", ["part_morning", "part_noon", "part_evening", "in_winter", "in_spring", "in_summer"])
def test_a_word_is_known_with_each_clitic_that_the_list_is_asked_with(name: str) -> None:
    known = seldom_listed(LEXICON)
    forms = [clitic + word for word in LEXICON.words[name] for clitic in ("", "ال", "بال", "ب", "لل", "ل")]
    assert forms
    assert all(is_listed(form, LEXICON.words[name]) and name in known[form] for form in forms)


def test_ordinals_and_what_sets_right_are_known_as_they_stand() -> None:
    known = seldom_listed(LEXICON)
    assert all("ordinals" in known[word] for word in LEXICON.words["ordinals"])
    assert all("setting_right" in known[word] for word in LEXICON.words["setting_right"])


def test_a_common_word_is_of_none() -> None:
    assert "وزير" not in seldom_listed(LEXICON)
