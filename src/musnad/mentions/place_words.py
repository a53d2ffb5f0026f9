"""What reading place names needs of a language, gathered once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from musnad.languages import Language
from musnad.languages.gazetteer import Gazetteer, Place
from musnad.languages.place_grammar import PlaceGrammar

_CACHED_FORMS = 2048


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The gazetteer, the words around its names, nationalities.

    `demonyms` are the forms of adjectives of nationality, words joined by a space, with their countries;
    `demonym_words` the words that these begin with. `places` is the gazetteer's `find`, which remembers.
    """

    gazetteer: Gazetteer
    grammar: PlaceGrammar
    demonyms: Mapping[str, str]
    demonym_words: frozenset[str]
    places: Callable[[str], tuple[Place, ...]] = field(repr=False)

    def opens_place(self, word: str) -> bool:
        """Tell whether a place name begins with the word; a hashtag's words are not looked at and count."""
        return word in self.gazetteer.name_lengths or " " in word


@lru_cache(maxsize=4)
def load_place_words(language: Language) -> PlaceWords:
    """Return what reading place names needs of the language."""
    nationalities = language.lexicons.nationalities
    demonyms = {" ".join(form): entry.country for form, entry in nationalities.items() if entry.country is not None}
    gazetteer = language.gazetteer
    first_words = frozenset(form.split(" ", 1)[0] for form in demonyms)
    places = lru_cache(maxsize=_CACHED_FORMS)(gazetteer.find)
    return PlaceWords(gazetteer, language.place_grammar, demonyms, first_words, places)
