"""The gazetteer of a language: which places a name may mean, looked up by its folded words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from musnad.errors import LanguageDataError
from musnad.model import PlaceKind

_COLUMNS = 11
# An article asks for its places again and again; a run of reports for much the same ones.
_CACHED_PLACES = 2048


@dataclass(frozen=True, slots=True)
class Place:
    """One place on earth. `countries` are ISO 3166 alpha-2 codes: the first is the one a mention is counted to.

    `id` is gn:<GeoNames id>, adm:<country>.<GeoNames province code>, or own:<our name>; `parent` is a province's id.
    `radius_km` is the circle that stands for the place: rough for countries, provinces and regions.
    """

    id: str
    kind: PlaceKind
    name: str
    latin: str
    countries: tuple[str, ...]
    parent: str | None
    latitude: float
    longitude: float
    radius_km: float
    population: int

    @property
    def country(self) -> str | None:
        """Return the country that a mention of the place is counted to, or None where it has none, as a sea."""
        return self.countries[0] if self.countries else None


class Support(StrEnum):
    """What must stand before a name for it to be a place: nothing, a preposition of place, or a noun such as مدينة."""

    NONE = "none"
    PREPOSITION = "preposition"
    NOUN = "noun"


_MARKS = {"^": Support.PREPOSITION, "~": Support.NOUN}


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All places of a language pack. Rows stay text until they are asked for: that keeps it small and quick to load."""

    rows: Sequence[str] = field(repr=False)
    """One place a row, tab-separated; see docs/places.md."""
    forms: Mapping[str, tuple[int, ...]] = field(repr=False)
    """For each name, its folded words joined by a space: the rows that bear it."""
    doubtful: Mapping[str, Support] = field(repr=False)
    """Names that are ordinary words or names of persons too, and what must stand before them to make them places."""
    ids: Mapping[str, int] = field(repr=False)
    """The row of each id."""
    name_lengths: Mapping[str, int] = field(repr=False)
    """For each word that begins a name: how many words the longest such name has."""

    def find(self, form: str) -> tuple[Place, ...]:
        """Return the places that the name may mean, `form` being its folded words joined by a space."""
        return tuple([read_place(self.rows[number]) for number in self.forms.get(form, ())])

    def place(self, id: str) -> Place | None:
        """Return the place of that id, or None."""
        number = self.ids.get(id)
        return None if number is None else read_place(self.rows[number])

    def support(self, form: str) -> Support:
        """Return what must stand before the name for it to be a place: some are ordinary words or given names too."""
        return self.doubtful.get(form, Support.NONE)

    def names_at(self, words: Sequence[str], start: int) -> Iterator[tuple[int, str]]:
        """Yield the names that begin at words[start], longest first, each as (index after its last word, form)."""
        longest = self.name_lengths.get(words[start], 0)
        for end in range(min(len(words), start + longest), start, -1):
            form = " ".join(words[start:end])
            if form in self.forms:
                yield end, form


def parse_gazetteer(text: str, name: str) -> Gazetteer:
    """Return the gazetteer of a file's text; raise LanguageDataError naming the file and the line that is broken."""
    rows = text.splitlines()
    forms: dict[str, tuple[int, ...]] = {}
    doubtful: dict[str, Support] = {}
    ids: dict[str, int] = {}
    name_lengths: dict[str, int] = {}
    for number, row in enumerate(rows):
        if row.count("\t") != _COLUMNS - 1:
            raise LanguageDataError(f"{name}, line {number + 1}: not {_COLUMNS} columns; build it anew: make gazetteer")
        ids[row[: row.index("\t")]] = number
        for form in row[row.rindex("\t") + 1 :].split("|"):
            if not form:
                continue  # a border: it has no name of its own
            if form[0] in _MARKS:
                mark, form = form[0], form[1:]
                doubtful[form] = _MARKS[mark]
            forms[form] = (*forms.get(form, ()), number)
    for form in forms:
        first, _, rest = form.partition(" ")
        length = rest.count(" ") + 2 if rest else 1
        if name_lengths.get(first, 0) < length:
            name_lengths[first] = length
    return Gazetteer(rows, forms, doubtful, ids, name_lengths)


@lru_cache(maxsize=_CACHED_PLACES)
def read_place(row: str) -> Place:
    """Return the place of one row."""
    id, kind, countries, parent, latitude, longitude, radius, population, name, latin, _ = row.split("\t")
    return Place(
        id=id,
        kind=PlaceKind(kind),
        name=name,
        latin=latin,
        countries=tuple(countries.split(",")) if countries else (),
        parent=parent or None,
        latitude=float(latitude),
        longitude=float(longitude),
        radius_km=float(radius),
        population=int(population),
    )
