"""Names the places of the gazetteer in Arabic and in Latin letters."""

from musnad.export.labels import Label
from musnad.languages import LANGUAGES

_LANGUAGE = "ar"


def place_label(id: str, name: str) -> Label:
    """Return the two names of a place; one that the gazetteer lacks, such as a border, keeps the name it has."""
    gazetteer = LANGUAGES[_LANGUAGE].gazetteer
    found = gazetteer.place(id)
    if found is not None:
        return Label(found.name, found.latin or found.name)
    kind, _, inner = id.partition(":")
    around = gazetteer.place(inner) if kind in ("around", "bearing") else None
    return Label(name, around.latin if around is not None and around.latin else name)
