"""What a word can open is told from the word alone, its clitics and article cut."""

import pytest

from musnad.languages import LANGUAGES
from musnad.mentions.vocabulary import Vocabulary
from musnad.model import MentionKind

_LANGUAGE = LANGUAGES["ar"]
VOCABULARY = Vocabulary(_LANGUAGE)


@pytest.mark.parametrize("word", ["وزاره", "والوزاره", "بوزاره"])
def test_a_noun_of_bodies_may_open_one_whatever_is_glued_to_it(word: str) -> None:
    assert VOCABULARY.entry(word).may_open_body


def test_a_word_that_the_lexicons_lack_opens_nothing() -> None:
    entry = VOCABULARY.entry("قرقشندور")
    assert [entry.may_open_body, entry.may_open_title, entry.may_open_person, entry.introduces] == [False] * 4
    assert entry.arms is None


@pytest.mark.parametrize("word", ["صاروخ", "صاروخا", "والصاروخ"])
def test_a_noun_of_weapons_is_known_in_its_forms(word: str) -> None:
    assert VOCABULARY.entry(word).arms is MentionKind.WEAPON


@pytest.mark.parametrize(("word", "stops"), [("في", True), ("وفي", True), ("وزاره", False)])
def test_a_small_word_ends_names_also_after_and(word: str, stops: bool) -> None:
    assert VOCABULARY.entry(word).is_stop is stops
