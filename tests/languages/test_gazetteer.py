"""The gazetteer: names lead to places, doubtful names say so, and the shipped file agrees with its lists."""

import tomllib
from pathlib import Path

import pytest

from musnad.errors import LanguageDataError
from musnad.languages import LANGUAGES
from musnad.languages.gazetteer import Gazetteer, Support, parse_gazetteer
from musnad.model import PlaceKind
from musnad.text import tokenize


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return LANGUAGES["ar"].gazetteer


def folded(name: str) -> str:
    return " ".join(token.folded for token in tokenize(name, 0, len(name)))


def ids(gazetteer: Gazetteer, name: str) -> set[str]:
    return {place.id for place in gazetteer.find(folded(name))}


def test_a_city_and_its_province_share_a_name(gazetteer: Gazetteer) -> None:
    kinds = {place.kind for place in gazetteer.find(folded("حلب"))}
    assert kinds == {PlaceKind.CITY, PlaceKind.GOVERNORATE}


def test_all_places_of_a_name_are_kept(gazetteer: Gazetteer) -> None:
    assert {place.country for place in gazetteer.find(folded("طرابلس"))} == {"LB", "LY"}


def test_an_unknown_name_means_no_place(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("قرنفلستان") == ()


def test_a_place_has_its_facts(gazetteer: Gazetteer) -> None:
    [city] = [place for place in gazetteer.find(folded("حلب")) if place.kind is PlaceKind.CITY]
    assert (city.id, city.parent, city.country) == ("gn:170063", "adm:SY.09", "SY")
    assert city.latitude == pytest.approx(36.2, abs=0.1)
    assert city.longitude == pytest.approx(37.16, abs=0.1)
    assert city.population > 1_000_000
    assert 5 < city.radius_km < 25


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("البحر الأحمر", PlaceKind.SEA),
        ("مضيق هرمز", PlaceKind.STRAIT),
        ("نهر الليطاني", PlaceKind.RIVER),
        ("جبل سنجار", PlaceKind.MOUNTAIN),
        ("الشرق الأوسط", PlaceKind.REGION),
        ("آسيا", PlaceKind.CONTINENT),
        ("إقليم كردستان", PlaceKind.REGION),
        ("معبر رفح", PlaceKind.CROSSING),
        ("العراق", PlaceKind.COUNTRY),
        ("ديالى", PlaceKind.GOVERNORATE),
    ],
)
def test_the_map_holds_more_than_towns(gazetteer: Gazetteer, name: str, kind: PlaceKind) -> None:
    assert kind in {place.kind for place in gazetteer.find(folded(name))}


def test_spellings_of_a_place_lead_to_it(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer, "عين العرب") == ids(gazetteer, "كوباني") != set()


@pytest.mark.parametrize(
    ("name", "support"),
    [("بغداد", Support.NONE), ("مالي", Support.PREPOSITION), ("صور", Support.NOUN), ("السجن", Support.NOUN)],
)
def test_a_name_that_is_a_word_needs_support(gazetteer: Gazetteer, name: str, support: Support) -> None:
    assert gazetteer.support(folded(name)) is support


@pytest.mark.parametrize("name", ["جمال", "رشيد", "سعيدة", "فارس"])
def test_a_given_name_needs_a_noun_of_place(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.find(folded(name))
    assert gazetteer.support(folded(name)) is Support.NOUN


def test_names_at_yields_the_longest_name_first(gazetteer: Gazetteer) -> None:
    words = folded("في خليج عدن أمس").split()
    assert next(words[1:end] for end, _ in gazetteer.names_at(words, 1)) == folded("خليج عدن").split()


def test_every_row_is_a_place_on_earth(gazetteer: Gazetteer) -> None:
    for form in gazetteer.forms:
        for place in gazetteer.find(form):
            assert -90 <= place.latitude <= 90
            assert -180 <= place.longitude <= 180
            assert place.radius_km > 0
            assert all(len(code) == 2 for code in place.countries)


def test_ids_are_unique(gazetteer: Gazetteer) -> None:
    listed = [row.split("\t", 1)[0] for row in gazetteer.rows]
    assert len(listed) == len(set(listed))


def test_parents_are_listed(gazetteer: Gazetteer) -> None:
    listed = {row.split("\t", 1)[0] for row in gazetteer.rows}
    ours = {place.parent for form in gazetteer.forms for place in gazetteer.find(form) if place.id.startswith("own:")}
    assert {parent for parent in ours if parent} <= listed


def test_the_shipped_file_is_built_of_the_lists(gazetteer: Gazetteer, repository: Path) -> None:
    """Fails where a list was edited and `make gazetteer` was not run."""
    lists = repository / "tools" / "gazetteer"
    features = tomllib.loads((lists / "features.toml").read_text(encoding="utf-8"))["features"]
    names = tomllib.loads((lists / "names.toml").read_text(encoding="utf-8"))
    never = set(map(folded, names["never"]["forms"]))
    wanted = {folded(name) for feature in features for name in feature["names"][:-1]}
    wanted |= {folded(name) for listed in names["settlements"].values() for name in listed}
    wanted |= {folded(name) for listed in names["countries"].values() for name in listed}
    assert wanted - never <= gazetteer.forms.keys()


def test_a_broken_line_is_named() -> None:
    with pytest.raises(LanguageDataError, match="line 2"):
        parse_gazetteer("own:x\tregion\t\t\t1\t2\t3\t0\tس\tS\tس\nbroken", "g.tsv")
