"""Tests that every spelling of an outlet's name leads to one id, and that a bare ambiguous name leads to none."""

import pytest

from musnad.languages.ar.credits import load_credit_forms
from musnad.languages.ar.outlet_names import load_outlet_names, name_words

NAMES = load_outlet_names()


def outlet_of(written: str, *, announced: bool = False) -> str | None:
    found = NAMES.find(name_words(written), announced=announced)
    return found[2] if found else None


@pytest.mark.parametrize(
    "written",
    [
        "رويترز",
        "وكالة رويترز",
        "وكالة رويترز للأنباء",
        "وكالة أنباء رويترز",
        "وكالة «رويترز»",
        'وكالة "رويتر"',
        "لوكالة رويترز",
        "رويتزر",
        "Reuters",
        "REUTERS",
    ],
)
def test_reuters_in_every_spelling_is_one_outlet(written: str) -> None:
    assert outlet_of(written) == "reuters"


@pytest.mark.parametrize(
    "written",
    [
        "فرانس برس",
        "وكالة فرانس برس",
        "وكالة «فرانس برس»",
        "وكالة الصحافة الفرنسية",
        "وكالة الأنباء الفرنسية",
        "أ ف ب",
        "ا ف ب",
        "أ.ف.ب",
        "ا.ف.ب.",
        "أ. ف. ب",
        "AFP",
    ],
)
def test_france_presse_in_every_spelling_is_one_outlet(written: str) -> None:
    assert outlet_of(written) == "afp"


@pytest.mark.parametrize(
    ("written", "outlet_id"),
    [
        ("صحيفة «الحياة»", "al-hayat"),
        ('صحيفة "الشرق الأوسط"', "asharq-al-awsat"),
        ('صحيفة "النهار" اللبنانية', "al-nahar"),
        ("صحيفة الغارديان البريطانية", "guardian"),
        ("وكالة الأنباء السعودية (واس)", "spa"),
        ('قناة "العربية"', "al-arabiya"),
    ],
)
def test_a_noun_tells_an_outlet_from_a_word(written: str, outlet_id: str) -> None:
    assert outlet_of(written) == outlet_id


@pytest.mark.parametrize("word", ["الحياة", "الشرق الأوسط", "العربية", "القدس", "صحيفة", "وكالة"])
def test_a_bare_word_is_no_outlet(word: str) -> None:
    assert outlet_of(word) is None


def test_quotation_marks_announce_a_name_that_one_outlet_bears() -> None:
    assert outlet_of("الحياة", announced=True) == "al-hayat"
    assert outlet_of("الوطن", announced=True) is None  # papers of several countries


@pytest.mark.parametrize(
    ("host", "outlet_id"),
    [
        ("reuters.com", "reuters"),
        ("ara.reuters.com", "reuters"),
        ("arabic.cnn.com", "cnn-arabic"),
        ("example.org", None),
    ],
)
def test_a_host_belongs_to_the_outlet_of_its_domain(host: str, outlet_id: str | None) -> None:
    assert NAMES.of_host(host) == outlet_id


@pytest.mark.parametrize(
    ("written", "url", "outlet_id"),
    [
        ("رويترز", None, "reuters"),
        ("Reuters", None, "reuters"),
        ("arabic.cnn.com", None, "cnn-arabic"),
        ("reuters.com", "https://example.org/a", "reuters"),
        ("العربية.نت", None, "al-arabiya"),
        (None, "https://www.afp.com/ar/a", "afp"),
        ("صدى المرسى", "https://example.org/a", None),
        ("الميناء الجديد", None, None),
        ("صحيفة الميناء الجديد", "https://example.org/a", None),
        ("قناة الجديد", None, "al-jadeed"),
        ("الجديد | أخبار المساء", None, "al-jadeed"),
    ],
)
def test_a_page_belongs_to_the_outlet_that_it_names_or_whose_address_it_has(
    written: str | None, url: str | None, outlet_id: str | None
) -> None:
    assert NAMES.of_page(written, url) == outlet_id


@pytest.mark.parametrize(("noun", "kind"), [("الوكالة", "agency"), ("للصحيفة", "newspaper"), ("القناة", "tv")])
def test_definite_nouns_stand_for_a_kind_of_outlet(noun: str, kind: str) -> None:
    assert kind in NAMES.noun_kinds(name_words(noun)[0])


def test_credit_labels_hold_the_strong_ones() -> None:
    forms = load_credit_forms()
    assert forms.strong_labels < forms.labels
    assert ("وكالات",) in forms.groups
