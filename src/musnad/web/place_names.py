"""Names the places of the gazetteer in Arabic and in Latin letters."""

from babel import Locale

from musnad.export.labels import Label
from musnad.languages import LANGUAGES
from musnad.model import PlaceKind
from musnad.web.words import PLACE_KINDS

_LANGUAGE = "ar"
_WIDE = frozenset(
    {
        PlaceKind.CONTINENT,
        PlaceKind.REGION,
        PlaceKind.COUNTRY,
        PlaceKind.OCEAN,
        PlaceKind.SEA,
        PlaceKind.DESERT,
    }
)


def place_label(id: str, name: str) -> Label:
    """Return the two names of a place; one that the gazetteer lacks, such as a border, keeps the name it has."""
    gazetteer = LANGUAGES[_LANGUAGE].gazetteer
    found = gazetteer.place(id)
    if found is not None:
        return Label(found.name, found.latin or found.name)
    kind, _, inner = id.partition(":")
    around = gazetteer.place(inner) if kind in ("around", "bearing") else None
    return Label(name, around.latin if around is not None and around.latin else name)


def place_sort(id: str) -> Label | None:
    """Return what sort of place it is, which tells the city of دمشق from the province; None where nothing is known."""
    found = LANGUAGES[_LANGUAGE].gazetteer.place(id)
    return PLACE_KINDS.get(found.kind if found is not None else id.partition(":")[0])


def country_name(code: str | None, language: str) -> str:
    """Return the name of a country by its ISO 3166 code; the code itself where it has no name."""
    return Locale(language).territories.get(code, code) if code else ""


def is_wide(id: str) -> bool:
    """Tell whether a place is a country or wider: a circle stands for it too roughly to be drawn among others."""
    found = LANGUAGES[_LANGUAGE].gazetteer.place(id)
    return found is not None and found.kind in _WIDE
