"""What sort of place a name may mean, and the places that a mention may mean."""

from dataclasses import dataclass
from enum import StrEnum


class PlaceKind(StrEnum):
    """What sort of place it is. A border lies between two countries; a bearing is told by direction from a place."""

    CONTINENT = "continent"
    REGION = "region"
    COUNTRY = "country"
    GOVERNORATE = "governorate"
    CITY = "city"
    TOWN = "town"
    VILLAGE = "village"
    DISTRICT = "district"
    CAMP = "camp"
    FACILITY = "facility"
    CROSSING = "crossing"
    BORDER = "border"
    BEARING = "bearing"
    OCEAN = "ocean"
    SEA = "sea"
    GULF = "gulf"
    STRAIT = "strait"
    CANAL = "canal"
    RIVER = "river"
    LAKE = "lake"
    ISLAND = "island"
    MOUNTAIN = "mountain"
    DESERT = "desert"


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """A place that a mention may mean: a circle in degrees and km, and a score; a mention's scores sum to 1.

    `id` is the gazetteer's. A shape made of places carries theirs: border:SY-IQ, bearing:gn:98182 (south of Baghdad).
    `country` is the one that the mention is counted to, an ISO 3166 alpha-2 code; seas and continents have none.
    """

    id: str
    name: str
    kind: PlaceKind
    country: str | None
    latitude: float
    longitude: float
    radius_km: float
    score: float
