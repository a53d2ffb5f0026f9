"""What a language pack tells of the words around place names: nouns, directions, distances, borders."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from musnad.model import PlaceKind


@dataclass(frozen=True, slots=True)
class PlaceNoun:
    """A noun that stands before place names: the kinds of place that it tells; none where it tells no kind."""

    kinds: frozenset[PlaceKind]


@dataclass(frozen=True, slots=True)
class PlaceGrammar:
    """The words around place names in one language, all folded."""

    nouns: Mapping[str, PlaceNoun] = field(repr=False)
    """Nouns before a name (مدينة، محافظة، سكان): what stands after them is a place."""
    bearings: Mapping[tuple[str, ...], float] = field(repr=False)
    """Directions before a name (شمال غرب), in degrees clockwise from north."""
    sides: Mapping[tuple[str, ...], float] = field(repr=False)
    """Directions after a name (الشمالي الغربي), in degrees clockwise from north."""
    words: Mapping[str, frozenset[str]] = field(repr=False)
    """prepositions, middles (وسط), surroundings (ضواحي), hinterlands (ريف), borders (الحدود), links, distances."""
    units_km: Mapping[str, float] = field(repr=False)
    """Units of distance, in kilometres."""
    home: frozenset[str]
    """The countries that news in this language is mostly about."""
