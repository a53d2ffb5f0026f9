"""Tests that the weapons lexicon is sound, knows what news names, and reports a broken entry with its place."""

import re

import pytest

from musnad.errors import LanguageDataError
from musnad.languages import LANGUAGES
from musnad.languages.ar.weapons import parse_weapons
from musnad.languages.lexicon import WeaponCategory, WeaponForm
from musnad.text import tokenize

WEAPONS = LANGUAGES["ar"].lexicons.weapons
ENTRIES = {form.weapon.id: form.weapon for form in WEAPONS.values()}
GROUP = """
[[group]]
category = "VII"
description = "cruise missile"
designations = true
heads = "صاروخ:صواريخ *"
entries = '''
Rih | XX | ?ريح[1,2]; ريح البحر
'''
"""


def look_up(written: str) -> WeaponForm | None:
    return WEAPONS.get(tuple(token.folded for token in tokenize(written, 0, len(written))))


def test_there_are_hundreds_of_every_sort() -> None:
    assert sum(weapon.is_designation for weapon in ENTRIES.values()) >= 600
    assert sum(not weapon.is_designation for weapon in ENTRIES.values()) >= 150
    assert {weapon.category for weapon in ENTRIES.values()} == set(WeaponCategory)


def test_every_form_is_what_a_text_makes_of_it() -> None:
    for words in WEAPONS:
        written = " ".join(words)
        assert words == tuple(token.folded for token in tokenize(written, 0, len(written))), words


def test_makers_are_country_codes() -> None:
    made = {weapon.maker for weapon in ENTRIES.values() if weapon.is_designation} - {None}
    assert all(re.fullmatch("[A-Z]{2}", maker or "") for maker in made)
    assert {"US", "RU", "IR", "TR", "CN", "YE", "IL"} <= made


@pytest.mark.parametrize(
    ("written", "english", "number"),
    [
        ("صواريخ كروز", "cruise missile", "p"),
        ("الصواريخ المجنحة", "cruise missile", "p"),
        ("صاروخ جوال", "cruise missile", "s"),
        ("صاروخين باليستيين", "ballistic missile", "d"),
        ("صواريخ بالستية", "ballistic missile", "p"),
        ("صواريخ أرض-أرض", "surface-to-surface missile", "p"),
        ("صاروخ أرض ـ أرض", "surface-to-surface missile", "s"),
        ("صاروخ أرض - جو", "surface-to-air missile", "s"),
        ("طائرات بدون طيار", "UAV", "p"),
        ("الطائرة المسيّرة", "UAV", "s"),
        ("صواريخ مضادة للدروع", "anti-tank missile", "p"),
        ("ناقلات الجند", "armoured personnel carrier", "p"),
        ("عبوتين ناسفتين", "improvised explosive device", "d"),
        ("غاز الأعصاب", "nerve agent", "s"),
    ],
)
def test_generic_nouns_are_known_in_every_number(written: str, english: str, number: str) -> None:
    found = look_up(written)
    assert found is not None
    assert (found.weapon.english, found.number, found.is_ambiguous) == (english, number, False)


@pytest.mark.parametrize(
    ("written", "weapon_id"),
    [
        ("إف-16", "f-16-fighting-falcon"),
        ("اف 16", "f-16-fighting-falcon"),
        ("أف16", "f-16-fighting-falcon"),
        ("F-16", "f-16-fighting-falcon"),
        ("إس-300", "s-300"),
        ("اس 300", "s-300"),
        ("S-300", "s-300"),
        ("سوخوي 35", "su-35"),
        ("ميغ-29", "mig-29"),
        ("بيرقدار آقنجي", "bayraktar-akinci"),
        ("شهاب 3", "shahab"),
        ("شاهد-136", "shahed-136"),
        ("آر بي جي", "rocket-propelled-grenade"),
        ("كاتيوشا", "katyusha"),
        ("هيمارس", "himars"),
        ("ليوبارد 2", "leopard"),
    ],
)
def test_designations_are_known_in_their_spellings(written: str, weapon_id: str) -> None:
    found = look_up(written)
    assert found is not None
    assert (found.weapon.id, found.is_ambiguous) == (weapon_id, False)


@pytest.mark.parametrize("word", ["فاتح", "شاهد", "بدر", "قيام", "ثاد", "مسيرات", "المدمرة", "في 22", "ال 39", "مدافع"])
def test_ordinary_words_are_ambiguous(word: str) -> None:
    found = look_up(word)
    assert found is None or found.is_ambiguous


@pytest.mark.parametrize("written", ["صاروخ فاتح", "صواريخ بدر", "الصاروخ قيام", "منظومة ثاد", "المدمرة كول"])
def test_the_noun_before_it_lifts_the_doubt(written: str) -> None:
    found = look_up(written)
    assert found is not None
    assert not found.is_ambiguous


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"VII"', '"VIII"', "'VIII'"),
        ("Rih | XX | ", "Rih | ", "3 fields"),
        ("XX", "Ruritania", "'Ruritania'"),
        ("heads", "heds", "heds"),
        ("ريح البحر", "{ريح البحر", "no partner"),
        ("ريح البحر\n", "ريح البحر\nRih | XX | نسيم\n", "rih is taken"),
    ],
)
def test_a_broken_entry_is_named(old: str, new: str, told: str) -> None:
    with pytest.raises(LanguageDataError, match=r"languages/ar/weapons\.toml") as raised:
        parse_weapons(GROUP.replace(old, new))
    assert told in str(raised.value)


def test_a_model_number_lifts_the_doubt() -> None:
    found = parse_weapons(GROUP)
    assert found["ريح",].is_ambiguous
    assert not found["ريح", "2"].is_ambiguous
    assert found["ريح-2",].weapon.id == "rih"
    assert found["صواريخ", "ريح"].number == "p"


def test_a_name_of_two_weapons_is_ambiguous() -> None:
    two = GROUP.replace("Rih | XX | ?ريح[1,2]; ريح البحر", "Rih | XX | ريح البحر\nSea Rih | XX | ريح البحر; ريح القصب")
    found = parse_weapons(two)
    assert (found["ريح", "البحر"].weapon.id, found["ريح", "البحر"].is_ambiguous) == ("rih", True)
    assert not found["ريح", "القصب"].is_ambiguous


def test_only_weapons_of_one_sort_share_a_generic_noun() -> None:
    bomb = look_up("قنابل مضيئة")
    assert bomb is not None
    assert bomb.weapon.english == "flare"
