"""Loads the names and capitals of countries and spells out the adjectives of nationality, from nationalities.toml."""

from collections.abc import Iterator, Mapping
from functools import cache

from musnad.errors import LanguageDataError
from musnad.languages.ar.lexicons import read_toml
from musnad.languages.ar.tables import (
    NONE,
    Group,
    country_code,
    read_entries,
    read_groups,
    read_lexicon,
    read_names,
    split_forms,
    token_words,
)
from musnad.languages.lexicon import CountryForm, NationalityForm, Words

_FILE = "nationalities.toml"
_SORTS = frozenset({"country", "people"})
_ROLES = (("names", "name"), ("capitals", "capital"))
# The endings of an adjective in ي by gender and number.
_ENDINGS = (
    ("m", "s", ("",)),
    ("f", "s", ("ة",)),
    ("m", "p", ("ون", "ين")),
    ("f", "p", ("ات",)),
    ("m", "d", ("ان",)),
    ("f", "d", ("تان", "تين")),
)

_Read = tuple[list[tuple[Words, CountryForm]], list[tuple[Words, NationalityForm]]]


@cache
def load_countries() -> Mapping[Words, CountryForm]:
    """Return every form of every country, capital and region; raise LanguageDataError naming the broken entry."""
    return _load()[0]


@cache
def load_nationalities() -> Mapping[Words, NationalityForm]:
    """Return every form of every adjective of nationality; raise LanguageDataError naming the broken entry."""
    return _load()[1]


@cache
def _load() -> tuple[Mapping[Words, CountryForm], Mapping[Words, NationalityForm]]:
    countries, nationalities = parse_nationalities(read_lexicon(_FILE))
    return {**_grammar_countries(), **countries}, nationalities


def _grammar_countries() -> dict[Words, CountryForm]:
    """Return the names and capitals in countries.toml, which the grammar of reporting reads too."""
    forms = {}
    for number, entry in enumerate(read_toml("countries.toml")["country"], start=1):
        try:
            for key, role in _ROLES:
                for name in entry.get(key, []):
                    forms[token_words(name.split())] = CountryForm(entry["iso"], role, is_ambiguous=False)
        except KeyError as error:
            raise LanguageDataError(f"languages/ar/countries.toml, country {number}: {error!r}") from error
    return forms


def parse_nationalities(written: str) -> tuple[Mapping[Words, CountryForm], Mapping[Words, NationalityForm]]:
    """Return the countries and the nationalities of the lexicon that `written` holds; the first to claim a form has it.

    Raise LanguageDataError where two countries claim one name and neither marks it as ambiguous.
    """
    countries: dict[Words, CountryForm] = {}
    nationalities: dict[Words, NationalityForm] = {}
    entries = list(read_entries(_FILE, read_groups(_FILE, written, frozenset({"sort"}), 4), _read_country))
    # Names go before capitals: عمان is Oman rather than Amman.
    for role in ("name", "capital", "region"):
        for words, form in (pair for named, _ in entries for pair in named if pair[1].role == role):
            taken = countries.setdefault(words, form)
            if taken.country != form.country and not (taken.is_ambiguous and form.is_ambiguous):
                told = f"{' '.join(words)!r} names {taken.country} and {form.country}; mark both with ?"
                raise LanguageDataError(f"languages/ar/{_FILE}: {told}")
    for _, adjectives in entries:
        for words, adjective in adjectives:
            # The accusative of بريطاني is spelt like the country.
            if words not in countries:
                nationalities.setdefault(words, adjective)
    return countries, nationalities


def _read_country(group: Group, entry: tuple[str, ...]) -> _Read:
    code, names, capitals, adjectives = entry
    country, sort = country_code(code), group.text("sort")
    if sort not in _SORTS or (country is None) != (sort == "people"):
        raise ValueError("a group of sort country has codes, one of sort people has none")
    named = [
        (form.words, CountryForm(country, role if country else "region", form.is_ambiguous))
        for role, field in (("name", names), ("capital", capitals))
        if field != NONE
        for form in read_names(field)
    ]
    if adjectives == NONE:
        return named, []
    return named, [form for written in split_forms(adjectives) for form in _inflect(written, country)]


def _inflect(written: str, country: str | None) -> Iterator[tuple[Words, NationalityForm]]:
    is_ambiguous = written.startswith("?")
    adjective, *plurals = written.removeprefix("?").split(":")
    lemma = " ".join(token_words(adjective.split()))
    for gender, number, endings in _ENDINGS:
        form = NationalityForm(country, lemma, gender, number, is_ambiguous)
        for ending in endings:
            yield from ((words, form) for words in _both(adjective, ending))
    yield token_words(f"{word}ا" for word in adjective.split()), NationalityForm(country, lemma, "m", "s", is_ambiguous)
    for plural in plurals:
        form = NationalityForm(country, lemma, "m", "p", is_ambiguous or plural.startswith("?"))
        for whole in {plural.removeprefix("?"), f"ال{plural.removeprefix('?').removeprefix('ال')}"}:
            yield token_words([whole]), form


def _both(adjective: str, ending: str) -> Iterator[Words]:
    """Yield the adjective with the ending, bare and with the article; other words stay (جنوب أفريقي)."""
    words = adjective.split()
    inflected = [f"{word}{ending}" if word.endswith("ي") else word for word in words]
    yield token_words(inflected)
    if words[0].endswith("ي"):
        yield token_words(f"ال{word}" for word in inflected)
    else:
        yield token_words([f"ال{inflected[0]}", *inflected[1:]])
        yield token_words([inflected[0], *(f"ال{word}" for word in inflected[1:])])
