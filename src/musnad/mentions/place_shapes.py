"""Finds phrases that mean a place by another: شمال غرب حلب، على بعد 30 كيلومترا من بغداد، الحدود السورية العراقية."""

from dataclasses import dataclass
from enum import StrEnum

from musnad.languages.place_grammar import PlaceGrammar
from musnad.mentions.line import Line
from musnad.mentions.numbers import read_number
from musnad.mentions.place_names import PlaceName
from musnad.mentions.place_words import PlaceWords
from musnad.model import PlaceKind

_BORDER_TOKENS = 7
_NUMBER_TOKENS = 4
_JOINERS = frozenset({"-", "–", "مع", "بين", "و", "/"})


class Relation(StrEnum):
    """How a phrase's place lies to the place that it names."""

    BEARING = "bearing"
    MIDDLE = "middle"
    AROUND = "around"
    BORDER = "border"


@dataclass(frozen=True, slots=True)
class PlaceShape:
    """A place told by others, in tokens [first, end) of a sentence, its first `skip` letters clitics.

    `anchor` is the number of the place name that it is told by; a border has `countries` instead. `bearing` is in
    degrees clockwise from north, `distance_km` as the phrase has it.
    """

    first: int
    end: int
    skip: int
    relation: Relation
    anchor: int | None = None
    countries: tuple[str, ...] = ()
    bearing: float | None = None
    distance_km: float | None = None


def find_place_shapes(line: Line, words: PlaceWords, names: list[PlaceName]) -> list[PlaceShape]:
    """Return the phrases of the sentence that tell a place by one of its place names, or by a border."""
    shapes = []
    for number, name in enumerate(names):
        shape = _by_name(line, words.grammar, name, number)
        if shape is not None:
            shapes.append(shape)
    for index, entry in enumerate(line.entries):
        border = _border(line, words, names, index) if entry.tells_border else None
        if border is not None:
            shapes.append(border)
    return shapes


# -- bearing, distance ---------------------------------------------------------------------------


def _by_name(line: Line, grammar: PlaceGrammar, name: PlaceName, number: int) -> PlaceShape | None:
    first, skip = name.first, name.skip
    if skip == 0 and first and _is_noun(line, grammar, first - 1):
        first -= 1  # شمال مدينة حلب
    side = _side_after(line, grammar, name, first)
    if side is not None:
        return PlaceShape(*side[0], Relation.BEARING, number, bearing=side[1])
    bearing: float | None = None
    start = first
    if name.skip == 0 or first == name.first:
        found = _bearing_before(line, grammar, first)
        if found is not None:
            start, bearing, skip = found
    distance = _distance_before(line, grammar, start)
    if distance is not None:
        return PlaceShape(distance[0], name.end, 0, Relation.BEARING, number, bearing=bearing, distance_km=distance[1])
    if bearing is not None:
        return PlaceShape(start, name.end, skip, Relation.BEARING, number, bearing=bearing)
    return _around(line, grammar, name, number, first)


def _is_noun(line: Line, grammar: PlaceGrammar, index: int) -> bool:
    word = line.words[index]
    return word in grammar.nouns and (word,) not in grammar.bearings and word not in _vicinity(grammar)


def _vicinity(grammar: PlaceGrammar) -> frozenset[str]:
    return grammar.words["middles"] | grammar.words["surroundings"] | grammar.words["hinterlands"]


def _side_after(
    line: Line, grammar: PlaceGrammar, name: PlaceName, first: int
) -> tuple[tuple[int, int, int], float] | None:
    """Return (start, end, clitics) and the bearing of ريف حلب الشمالي: a direction after a name that ريف opens."""
    hinterlands = grammar.words["hinterlands"]
    start = first if line.words[first] in hinterlands or first == 0 else first - 1
    skip = next((skip for skip, form in line.forms[start] if form in hinterlands), None)
    if skip is None and name.form.split()[0] in hinterlands:
        start, skip = name.first, name.skip  # ريف دمشق is a name
    if skip is None:
        return None
    for length in (2, 1):
        following = tuple(line.words[name.end : name.end + length])
        degrees = grammar.sides.get(following)
        if degrees is not None:
            return (start, name.end + len(following), skip), degrees
    return None


def _bearing_before(line: Line, grammar: PlaceGrammar, first: int) -> tuple[int, float, int] | None:
    """Return the start, degrees and clitic letters of the direction that ends before the token: شمال، إلى الشمال من."""
    end = first - 1 if line.word(first - 1) == "من" else first
    for length in (2, 1):
        start = end - length
        if start < 0:
            continue
        for skip, form in line.forms[start]:
            rest = tuple(line.words[start + 1 : end])
            bare = (form.removeprefix("ال"), *(word.removeprefix("ال") for word in rest))
            degrees = grammar.bearings.get((form, *rest)) if end == first else grammar.bearings.get(bare)
            if degrees is not None:
                part = _part_before(line, start) if end < first and not skip else None
                return (start, degrees, skip) if part is None else (start - 1, degrees, part)
    return None


def _part_before(line: Line, start: int) -> int | None:
    """Return the clitic letters of a noun with its article that the direction describes: بالجانب | الشرقي من حلب."""
    if start == 0 or line.is_stop(start - 1):
        return None
    return next((skip for skip, form in line.forms[start - 1] if form.startswith("ال")), None)


def _distance_before(line: Line, grammar: PlaceGrammar, first: int) -> tuple[int, float] | None:
    """Return the start and the kilometres of a distance that ends before the token: على بعد نحو 30 كيلومترا من."""
    end = first
    while end > 0 and line.words[end - 1] in {"من", "عن", "الي"}:
        end -= 1
    for length in (2, 1):
        unit = grammar.units_km.get(" ".join(line.words[max(0, end - length) : end]))
        if unit is None or end <= length:
            continue
        stop = end - length
        for start in range(max(0, stop - _NUMBER_TOKENS), stop):
            number = read_number(line, start)
            if number is not None and number.end == stop:
                return _opening(line, grammar, start), unit * (number.least + number.most) / 2
    return None


def _opening(line: Line, grammar: PlaceGrammar, start: int) -> int:
    """Return where the words that open a distance begin: على بعد نحو before 30."""
    while start > 0 and (line.words[start - 1] in grammar.words["distances"] or line.words[start - 1] == "علي"):
        start -= 1
    return start


def _around(line: Line, grammar: PlaceGrammar, name: PlaceName, number: int, first: int) -> PlaceShape | None:
    if first == 0:
        return None
    for skip, form in line.forms[first - 1]:
        if form in grammar.words["middles"]:
            return PlaceShape(first - 1, name.end, skip, Relation.MIDDLE, number)
        if form in grammar.words["surroundings"]:
            return PlaceShape(first - 1, name.end, skip, Relation.AROUND, number)
    return None


# -- borders -------------------------------------------------------------------------------------


def _border(line: Line, words: PlaceWords, names: list[PlaceName], index: int) -> PlaceShape | None:
    """Return the border of two countries: الحدود السورية العراقية، الحدود بين سوريا والعراق، حدود سوريا مع العراق."""
    for skip, form in line.forms[index]:
        if form in words.grammar.words["borders"]:
            end, countries = _countries_after(line, words, names, index + 1)
            if len(countries) == 2:
                return PlaceShape(index, end, skip, Relation.BORDER, countries=countries)
    return None


def _countries_after(line: Line, words: PlaceWords, names: list[PlaceName], index: int) -> tuple[int, tuple[str, ...]]:
    found: list[str] = []
    end = index
    stop = min(len(line), index + _BORDER_TOKENS)
    while index < stop and len(found) < 2:
        length, country = _country_at(line, words, names, index)
        if country is not None:
            index = end = index + length
            if country not in found:
                found.append(country)
        elif line.words[index] in _JOINERS:
            index += 1
        else:
            break
    return end, tuple(found)


def _country_at(line: Line, words: PlaceWords, names: list[PlaceName], index: int) -> tuple[int, str | None]:
    for name in names:
        if name.first == index:
            for place in words.places(name.form):
                if place.kind is PlaceKind.COUNTRY:
                    return name.end - name.first, place.country
    for length in (2, 1):
        written = line.words[index : index + length]
        country = words.demonyms.get(" ".join(written))
        if country is not None:
            return len(written), country
    # السورية-التركية is one token.
    parts = line.words[index].split("-")
    return 1, words.demonyms.get(parts[0]) if len(parts) == 1 else None
