"""Tests that countries, capitals and nationalities are known in their forms, and that a broken entry is named."""

import pytest

from musnad.errors import LanguageDataError
from musnad.languages import LANGUAGES
from musnad.languages.ar.lexicons import read_toml
from musnad.languages.ar.nationalities import parse_nationalities
from musnad.text import tokenize

LEXICONS = LANGUAGES["ar"].lexicons
GROUP = """
[[group]]
sort = "country"
entries = '''
XX | بلاد القصب; ?النهر | مدينة القصب | قصبي:أقصاب
YY | البحيرة | - | بحيري
'''
[[group]]
sort = "people"
entries = '''
- | الساحل الأخضر | - | ساحلي أخضري
'''
"""


def words(written: str) -> tuple[str, ...]:
    return tuple(token.folded for token in tokenize(written, 0, len(written)))


def test_all_sovereign_states_have_names_and_nearly_all_an_adjective() -> None:
    named = {form.country for form in LEXICONS.countries.values() if form.role == "name"}
    adjectives = {form.country for form in LEXICONS.nationalities.values()}
    assert len(named - {None}) >= 200
    assert len(adjectives - {None}) >= 165


def test_the_codes_of_the_other_lexicons_are_countries() -> None:
    known = {form.country for form in LEXICONS.countries.values()} | {None}
    assert {form.weapon.maker for form in LEXICONS.weapons.values()} <= known
    assert {form.body.country for form in LEXICONS.bodies.values()} <= known
    assert {form.facility.country for form in LEXICONS.facilities.values()} <= known


def test_every_form_is_what_a_text_makes_of_it() -> None:
    for form in (*LEXICONS.countries, *LEXICONS.nationalities):
        assert form == words(" ".join(form))


def test_the_names_of_the_grammar_of_reporting_are_known_with_the_same_code() -> None:
    for country in read_toml("countries.toml")["country"]:
        for name in (*country["names"], *country.get("capitals", [])):
            assert LEXICONS.countries[words(name)].country in {country["iso"], "OM"}, name


def test_the_names_of_cldr_are_known_with_the_same_code() -> None:
    babel = pytest.importorskip("babel", reason="Babel serves the maintainers only; it is not installed")
    codes = {form.country for form in LEXICONS.countries.values()}
    for code, name in babel.Locale("ar").territories.items():
        # CLDR marks Oman with a vowel and explains the two Chinese regions in brackets.
        if code in codes - {"OM", "HK", "MO"}:
            assert LEXICONS.countries[words(name)].country == code, name


@pytest.mark.parametrize(
    ("written", "country", "gender", "number"),
    [
        ("العراقي", "IQ", "m", "s"),
        ("عراقيا", "IQ", "m", "s"),
        ("العراقيون", "IQ", "m", "p"),
        ("العراقيين", "IQ", "m", "p"),
        ("عراقيات", "IQ", "f", "p"),
        ("العراقيان", "IQ", "m", "d"),
        ("أمريكية", "US", "f", "s"),
        ("الأميركية", "US", "f", "s"),
        ("الأتراك", "TR", "m", "p"),
        ("الكوري الشمالي", "KP", "m", "s"),
        ("الكورية الجنوبية", "KR", "f", "s"),
        ("الجنوب أفريقية", "ZA", "f", "s"),
        ("الأكراد", None, "m", "p"),
        ("عربية", None, "f", "s"),
    ],
)
def test_adjectives_are_inflected(written: str, country: str | None, gender: str, number: str) -> None:
    found = LEXICONS.nationalities[words(written)]
    assert (found.country, found.gender, found.number, found.is_ambiguous) == (country, gender, number, False)


@pytest.mark.parametrize("word", ["المالي", "القطري", "فارسي"])
def test_adjectives_that_are_other_words_are_ambiguous(word: str) -> None:
    assert LEXICONS.nationalities[words(word)].is_ambiguous


@pytest.mark.parametrize(
    ("written", "country", "role", "is_ambiguous"),
    [
        ("الولايات المتحدة", "US", "name", False),
        ("كوت ديفوار", "CI", "name", False),
        ("بيونغ يانغ", "KP", "capital", False),
        ("طرابلس", "LY", "capital", True),
        ("عمان", "OM", "name", True),
        ("مالي", "ML", "name", True),
        ("الشرق الأوسط", None, "region", False),
    ],
)
def test_countries_and_capitals_are_known(written: str, country: str | None, role: str, is_ambiguous: bool) -> None:
    found = LEXICONS.countries[words(written)]
    assert (found.country, found.role, found.is_ambiguous) == (country, role, is_ambiguous)


def test_the_accusative_never_hides_a_country() -> None:
    assert words("بريطانيا") not in LEXICONS.nationalities
    assert words("ليبيا") not in LEXICONS.nationalities


def test_an_entry_gives_names_capitals_and_adjectives() -> None:
    countries, nationalities = parse_nationalities(GROUP)
    assert countries["مدينه", "القصب"].role == "capital"
    assert countries["الساحل", "الاخضر"].role == "region"
    assert nationalities["الاقصاب",].number == "p"
    assert nationalities["ساحليتان", "اخضريتان"].adjective == "ساحلي اخضري"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("| البحيرة |", "| بلاد القصب |", "mark both with ?"),
        ("YY |", "yy |", "'yy'"),
        ("YY |", "- |", "has codes"),
        ("- | بحيري", "بحيري", "4 fields"),
        ('"people"', '"tribe"', "sort people"),
    ],
)
def test_a_broken_entry_is_named(old: str, new: str, told: str) -> None:
    with pytest.raises(LanguageDataError, match=r"languages/ar/nationalities\.toml") as raised:
        parse_nationalities(GROUP.replace(old, new))
    assert told in str(raised.value)
