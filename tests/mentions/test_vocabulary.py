"""What a word can open is told from the word alone, its clitics and article cut."""

import pytest
from mention_words import words_of

from musnad.languages import LANGUAGES
from musnad.languages.numerals import OPENERS
from musnad.mentions.vocabulary import Vocabulary
from musnad.model import MentionKind
from musnad.text import fold_word

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


@pytest.mark.parametrize(
    ("word", "openings"),
    [
        ("وبيروت", {"may_open_name", "may_open_place"}),
        ("السوريه", {"may_open_name", "may_open_demonym"}),
        ("صواريخها", {"may_open_name"}),
        ("ميات", {"may_open_number"}),
        ("و20", {"may_open_number"}),
        ("والحدود", {"may_open_name", "may_open_place", "tells_border"}),
        ("حزب الله", {"may_open_name", "may_open_place"}),
        ("قرقشندور", set()),
    ],
)
def test_a_word_tells_which_finders_need_look_at_it(word: str, openings: set[str]) -> None:
    entry = VOCABULARY.entry(word)
    flags = ("may_open_name", "may_open_place", "may_open_demonym", "may_open_number", "tells_border")
    assert {flag for flag in flags if getattr(entry, flag)} == openings


@pytest.mark.parametrize("word", ["عشرات", "مئات", "آلاف", "ألوف", "ملايين", "مليارات", "نصف"])
def test_every_word_that_opens_a_vague_number_is_one_of_the_listed(word: str) -> None:
    assert fold_word(word) in OPENERS


def test_a_name_that_is_a_word_too_is_a_place_where_the_report_says_so_elsewhere() -> None:
    told, untold = "وصل الوفد إلى مدينة المرج أمس. ", "وعاد من المرج مساء."
    assert words_of(told + untold, MentionKind.PLACE)[-1] == "المرج"
    assert "المرج" not in words_of(untold, MentionKind.PLACE)
