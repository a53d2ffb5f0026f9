"""Resolves place names: every place that a name may mean, scored by size and by what the report says around it."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from musnad.languages.gazetteer import Gazetteer, Place
from musnad.languages.place_grammar import PlaceGrammar
from musnad.mentions.place_names import PlaceName
from musnad.mentions.place_shapes import PlaceShape, Relation
from musnad.mentions.place_words import PlaceWords
from musnad.model import PlaceCandidate, PlaceKind

# All weights were set by hand on names of 60 random articles, none of which is among those in the measurement.
# Larger places are named more often, somewhat more than their size tells.
_SIZE_EXPONENT = 1.15
_UNKNOWN_POPULATION = 8_000
# A country's name beats its capital's (الكويت), yet not a foreign capital where the report is about that (عمان).
_COUNTRY_POPULATION = 4_000_000
_FEATURE_POPULATION = 1_500_000
# News means the city, not the province of its name, unless it says محافظة.
_PROVINCE_SHARE = 0.25
_NAMESAKE_OF_COUNTRY = 0.2
_HOME = 4.0
# A country that the report never mentions keeps this much of a chance.
_UNMENTIONED = 0.03
_OTHERS = 2.0
_SENTENCE_WEIGHT = 2.0
_KIND_MATCHES = 60.0
_COUNTRY_TOLD = 500.0
_WITHIN = 200.0
_NEAR = 5.0
_NEAR_KM = 120.0
_SETTLEMENTS = frozenset({PlaceKind.CITY, PlaceKind.TOWN, PlaceKind.VILLAGE})
_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class CountryEvidence:
    """How much a report speaks of each country, by ISO code, its outlet's country included; and of all together."""

    counts: Mapping[str, float]
    total: float

    def share(self, country: str) -> float:
        """Return the part of the report's mentions of countries that is this country's."""
        return self.counts.get(country, 0.0) / self.total if self.total else 0.0

    def is_alien(self, country: str | None) -> bool:
        """Tell whether the report speaks of countries, of others more than twice, and of this one not beyond a name."""
        own = self.counts.get(country, 0.0) if country is not None else 0.0
        return own <= 1.0 and self.total - own >= _OTHERS


def gather_evidence(
    sentences: Sequence[Sequence[PlaceName]], demonyms: Iterable[str], outlet: str | None, words: PlaceWords
) -> CountryEvidence:
    """Return how much the report speaks of each country: place names that lie in one alone, adjectives, its outlet."""
    counts: dict[str, float] = defaultdict(float)
    for name in (name for names in sentences for name in names):
        countries = {place.country for place in words.places(name.form)}
        if name.country is not None:
            counts[name.country] += 1.0
        elif len(countries) == 1 and (country := countries.pop()) is not None:
            counts[country] += 1.0
    for country in demonyms:
        counts[country] += 0.7
    if outlet is not None:
        counts[outlet] += 1.0
    return CountryEvidence(counts, sum(counts.values()))


def resolve_place_names(
    names: Sequence[PlaceName],
    evidence: CountryEvidence,
    words: PlaceWords,
    sentence: Sequence[PlaceName] | None = None,
) -> list[tuple[PlaceCandidate, ...]]:
    """Return the candidates of each name, best first; their scores sum to 1. `sentence`: all names of its sentence.

    Every place that bears the name is among them: what a report says changes scores and drops none.
    """
    return [_candidates(name, names if sentence is None else sentence, evidence, words) for name in names]


def _candidates(
    name: PlaceName, sentence: Sequence[PlaceName], evidence: CountryEvidence, words: PlaceWords
) -> tuple[PlaceCandidate, ...]:
    places = words.places(name.form)
    if len(places) == 1:
        return (_candidate(places[0], 1.0, _country_of(places[0], evidence)),)
    company = _company_of(name, sentence, words)
    weights = [_weight(place, name, places, evidence, words) * _speaks_for(place, company) for place in places]
    return scored(places, weights, evidence)


def _weight(
    place: Place, name: PlaceName, places: Sequence[Place], evidence: CountryEvidence, words: PlaceWords
) -> float:
    weight = _size(place, places, words.grammar) ** _SIZE_EXPONENT
    weight *= _UNMENTIONED + max((evidence.share(country) for country in place.countries), default=0.3)
    if name.kinds and place.kind in name.kinds:
        weight *= _KIND_MATCHES
    if name.country is not None and name.country in place.countries:
        weight *= _COUNTRY_TOLD
    return float(weight)


def _size(place: Place, places: Sequence[Place], grammar: PlaceGrammar) -> float:
    if place.kind is PlaceKind.COUNTRY:
        return _COUNTRY_POPULATION
    people = float(place.population or (_UNKNOWN_POPULATION if place.kind in _SETTLEMENTS else _FEATURE_POPULATION))
    if place.country in grammar.home:
        people *= _HOME
    if place.kind is PlaceKind.GOVERNORATE:
        people *= _PROVINCE_SHARE
    if any(other.kind is PlaceKind.COUNTRY and other.country == place.country for other in places):
        people *= _NAMESAKE_OF_COUNTRY
    return people


@dataclass(frozen=True, slots=True)
class _Company:
    """What a name's sentence says of where it lies: the places that it is said to lie in, and those named beside it.

    Of those beside it count names that mean places of one country alone.
    """

    within: tuple[Place, ...]
    beside: list[tuple[Place, ...]]


def _company_of(name: PlaceName, sentence: Sequence[PlaceName], words: PlaceWords) -> _Company:
    others = [words.places(other.form) for other in sentence if other.form != name.form]
    beside = [found for found in others if len({place.country for place in found}) == 1]
    return _Company(words.places(name.within) if name.within is not None else (), beside)


def _speaks_for(place: Place, company: _Company) -> float:
    """Return how much the other place names of the sentence speak for the place: it lies in one, or near one."""
    factor = 1.0
    if any(lies_in(place, outer) for outer in company.within):
        factor *= _WITHIN
    for found in company.beside:
        if any(lies_in(place, one) for one in found):
            factor *= _SENTENCE_WEIGHT
        if any(one.kind in _SETTLEMENTS and 0 < distance_km(place, one) < _NEAR_KM for one in found):
            return factor * _NEAR
    return factor


def lies_in(place: Place, outer: Place) -> bool:
    """Tell whether the place lies in the other: its country, its province, or a region whose circle holds it."""
    if place.id == outer.id:
        return False
    if outer.kind is PlaceKind.COUNTRY:
        return outer.country in place.countries
    if outer.kind is PlaceKind.GOVERNORATE:
        return place.parent == outer.id
    return outer.radius_km > place.radius_km and distance_km(place, outer) < outer.radius_km


def distance_km(one: Place, other: Place) -> float:
    """Return the great-circle distance between the centres of two places."""
    a, b, c, d = map(math.radians, (one.latitude, one.longitude, other.latitude, other.longitude))
    inner = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(inner)))


def scored(places: Sequence[Place], weights: Sequence[float], evidence: CountryEvidence) -> tuple[PlaceCandidate, ...]:
    """Return the places as candidates, best first, scores rounded to four places and summing to 1.

    A place in several countries counts to the one that the report speaks of most (تهامة in a Saudi report: SA).
    """
    total = math.fsum(weights)
    scores = [max(round(weight / total, _DECIMALS), 10**-_DECIMALS) for weight in weights]
    ranked = sorted(zip(scores, places, strict=True), key=lambda pair: (-pair[0], -pair[1].population, pair[1].id))
    rest = round(math.fsum(score for score, _ in ranked[1:]), _DECIMALS)
    best = [(round(1 - rest, _DECIMALS), place) for _, place in ranked[:1]]
    return tuple(_candidate(place, score, _country_of(place, evidence)) for score, place in [*best, *ranked[1:]])


def _country_of(place: Place, evidence: CountryEvidence) -> str | None:
    if len(place.countries) == 1:
        return place.countries[0]
    return max(place.countries, key=evidence.share, default=None)


def _candidate(place: Place, score: float, country: str | None) -> PlaceCandidate:
    return PlaceCandidate(
        place.id, place.name, place.kind, country, place.latitude, place.longitude, place.radius_km, score
    )


# -- shapes --------------------------------------------------------------------------------------


def resolve_shape(
    shape: PlaceShape, resolved: Sequence[tuple[PlaceCandidate, ...]], gazetteer: Gazetteer
) -> tuple[PlaceCandidate, ...]:
    """Return the candidates of a shape: one for each that its anchor may mean, or the border of its countries."""
    if shape.relation is Relation.BORDER:
        one, other = sorted(shape.countries)
        place = gazetteer.place(f"border:{one}-{other}")
        return (_candidate(place, 1.0, place.country),) if place is not None else ()
    if shape.anchor is None:
        return ()
    return tuple(_shifted(candidate, shape) for candidate in resolved[shape.anchor])


def _shifted(anchor: PlaceCandidate, shape: PlaceShape) -> PlaceCandidate:
    """Return the circle that the phrase means.

    A distance without a direction is a circle around the anchor; a direction without a distance lies inside a large
    place (شمال العراق), and up to three radii, 10 km at least, beyond a settlement (شمال حلب).
    """
    radius = anchor.radius_km
    large = anchor.kind not in _SETTLEMENTS
    away = 0.0
    if shape.relation is Relation.MIDDLE:
        radius = radius / 2
    elif shape.relation is Relation.AROUND:
        radius = radius + max(5.0, radius / 2)
    elif shape.distance_km is not None and shape.bearing is None:
        radius = shape.distance_km + radius
    elif shape.distance_km is not None:
        away, radius = shape.distance_km, max(2.0, shape.distance_km * 0.3)
    elif large:
        away, radius = radius * 0.5, radius * 0.6
    else:
        away = max(10.0, 1.5 * radius)
        radius = away
    latitude, longitude = _moved(anchor.latitude, anchor.longitude, shape.bearing or 0.0, away)
    return PlaceCandidate(
        id=f"{shape.relation}:{anchor.id}",
        name=anchor.name,
        kind=PlaceKind.BEARING,
        country=anchor.country,
        latitude=round(latitude, 3),
        longitude=round(longitude, 3),
        radius_km=round(radius, 1),
        score=anchor.score,
    )


def _moved(latitude: float, longitude: float, bearing: float, km: float) -> tuple[float, float]:
    """Return the point that many kilometres away on the great circle that leaves at the bearing."""
    angle, turn = km / 6371.0, math.radians(bearing)
    north, east = math.radians(latitude), math.radians(longitude)
    reached = math.asin(math.sin(north) * math.cos(angle) + math.cos(north) * math.sin(angle) * math.cos(turn))
    across = math.atan2(
        math.sin(turn) * math.sin(angle) * math.cos(north), math.cos(angle) - math.sin(north) * math.sin(reached)
    )
    return math.degrees(reached), (math.degrees(east + across) + 540) % 360 - 180
