"""Tests that titles are known in gender and number, that the lexicon is sound, and that a broken entry is named."""

import pytest

from musnad.errors import LanguageDataError
from musnad.languages import LANGUAGES
from musnad.languages.ar.persons import inflect_person
from musnad.languages.ar.titles import parse_titles
from musnad.languages.lexicon import TitleForm, TitleSort
from musnad.text import fold_word, tokenize

TITLES = LANGUAGES["ar"].lexicons.titles
GROUP = """
[[group]]
sort = "office"
entries = '''
reed warden | mf | قيم ~قصب; !منظم; ?ناظر:نظار
'''
"""


def look_up(written: str) -> TitleForm | None:
    return TITLES.get(tuple(token.folded for token in tokenize(written, 0, len(written))))


def folded(*written: str) -> set[tuple[str, ...]]:
    return {tuple(map(fold_word, phrase.split())) for phrase in written}


def test_there_are_hundreds_of_titles_of_every_sort() -> None:
    own = {form.title.lemma: form.title for form in TITLES.values() if form.title.english is not None}
    assert len(own) >= 900
    assert {title.sort for title in own.values()} == set(TitleSort)


def test_every_form_is_what_a_text_makes_of_it() -> None:
    for words in TITLES:
        written = " ".join(words)
        assert words == tuple(token.folded for token in tokenize(written, 0, len(written))), words


@pytest.mark.parametrize(
    ("written", "english", "gender", "number"),
    [
        ("وزير الخارجية", "foreign minister", "m", "s"),
        ("وزيرة الدفاع", "defence minister", "f", "s"),
        ("وزراء الداخلية", "interior minister", "m", "p"),
        ("رئيسة الوزراء", "prime minister", "f", "s"),
        ("الأمين العام للأمم المتحدة", "secretary-general", "m", "s"),
        ("العميد الركن", "brigadier general", "m", "s"),
        ("المحللون السياسيون", "analyst", "m", "p"),
        ("محللة سياسية", "analyst", "f", "s"),
        ("شهود عيان", "witness", "m", "p"),
        ("المتحدثة باسم", "spokesperson", "f", "s"),
        ("قاضي التحقيق", "judge", "m", "s"),
        ("صاحب السمو الملكي", "his highness", "m", "s"),
        ("حارس المرمى", "goalkeeper", "m", "s"),
        ("المحامين", "lawyer", "m", "p"),
    ],
)
def test_titles_are_known_in_gender_and_number(written: str, english: str, gender: str, number: str) -> None:
    found = look_up(written)
    assert found is not None
    assert (found.title.english, found.gender, found.number, found.is_ambiguous) == (english, gender, number, False)


def test_the_titles_of_the_grammar_of_reporting_are_there_too() -> None:
    found = look_up("متحدث")
    assert found is not None
    assert found.title.lemma == "متحدث"


@pytest.mark.parametrize("word", ["العسكرية", "منظمة", "المؤسسات", "العالم", "كتاب", "أمام", "الحكم", "فريق"])
def test_ordinary_words_are_ambiguous(word: str) -> None:
    found = look_up(word)
    assert found is None or found.is_ambiguous


def test_persons_are_inflected_for_gender_number_and_case() -> None:
    found = {form.words for form in inflect_person("قائد:قادة +ميداني", "mf")}
    assert folded("قائد ميداني", "القائدة الميدانية", "قادة ميدانيون", "القادة الميدانيين") <= found
    assert folded("قائدان ميدانيان", "قائدا ميدانيا", "القائدات الميدانيات") <= found
    assert not folded("قائدون ميدانيون", "قادة ميدانية") & found


def test_a_man_only_title_has_no_feminine() -> None:
    assert {form.gender for form in inflect_person("مطران:مطارنة", "m")} == {"m"}


def test_marks_make_the_phrase_or_its_feminine_ambiguous() -> None:
    found = parse_titles(GROUP)
    assert not found["قيمه", "القصب"].is_ambiguous
    assert (found["منظم",].is_ambiguous, found["منظمه",].is_ambiguous) == (False, True)
    assert (found["ناظر",].is_ambiguous, found["نظار",].number) == (True, "p")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("| mf |", "| x |", "mf, m or f"),
        ('"office"', '"seat"', "'seat'"),
        ("قيم ~قصب", "~قصب", "no head"),
        ("reed warden | mf", "reed warden", "3 fields"),
    ],
)
def test_a_broken_entry_is_named(old: str, new: str, told: str) -> None:
    with pytest.raises(LanguageDataError, match=r"languages/ar/titles\.toml") as raised:
        parse_titles(GROUP.replace(old, new))
    assert told in str(raised.value)
