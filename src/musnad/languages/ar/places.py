"""Loads the words around Arabic place names from place_words.toml, folded."""

from functools import cache
from typing import Any

from musnad.errors import LanguageDataError
from musnad.languages.ar.lexicons import read_toml
from musnad.languages.place_grammar import PlaceGrammar, PlaceNoun
from musnad.model import PlaceKind
from musnad.text import fold_word

_FILE = "place_words.toml"
# What news calls a city, a town or a village is no exact thing: each noun admits the settlements of the next size.
_ADMITS = {
    PlaceKind.CITY: {PlaceKind.CITY, PlaceKind.TOWN},
    PlaceKind.TOWN: {PlaceKind.TOWN, PlaceKind.VILLAGE, PlaceKind.CITY},
    PlaceKind.VILLAGE: {PlaceKind.VILLAGE, PlaceKind.TOWN},
    PlaceKind.REGION: {PlaceKind.REGION, PlaceKind.GOVERNORATE, PlaceKind.DESERT},
    PlaceKind.DISTRICT: {PlaceKind.DISTRICT, PlaceKind.TOWN, PlaceKind.VILLAGE},
    PlaceKind.CROSSING: {PlaceKind.CROSSING, PlaceKind.TOWN, PlaceKind.VILLAGE},
    PlaceKind.CAMP: {PlaceKind.CAMP, PlaceKind.DISTRICT, PlaceKind.TOWN, PlaceKind.VILLAGE},
}


@cache
def load_place_grammar() -> PlaceGrammar:
    """Return the words around Arabic place names; raise LanguageDataError naming the entry that is broken."""
    table = read_toml(_FILE)
    try:
        return PlaceGrammar(
            nouns=_nouns(table["nouns"]),
            bearings=_directions(table["bearings"]),
            sides=_directions(table["sides"]),
            words={name: frozenset(map(_fold, listed)) for name, listed in table["words"].items()},
            units_km={_fold(unit): float(length) for unit, length in table["units_km"].items()},
            home=frozenset(table["home"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise LanguageDataError(f"languages/ar/{_FILE} is broken: {error!r}") from error


def _fold(phrase: str) -> str:
    return " ".join(map(fold_word, phrase.split()))


def _nouns(table: dict[str, list[str]]) -> dict[str, PlaceNoun]:
    nouns = {}
    for name, listed in table.items():
        kinds = set() if name == "place" else _ADMITS.get(PlaceKind(name), {PlaceKind(name)})
        nouns.update({_fold(noun): PlaceNoun(frozenset(kinds)) for noun in listed})
    return nouns


def _directions(table: dict[str, Any]) -> dict[tuple[str, ...], float]:
    return {tuple(_fold(phrase).split()): float(degrees) for phrase, degrees in table.items()}
