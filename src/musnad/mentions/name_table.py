"""Gathers all lexicons into one table of names: what a form in a lexicon means, longest match first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from musnad.languages import Language
from musnad.languages.gazetteer import Gazetteer, Support
from musnad.languages.lexicon import (
    BodyForm,
    CountryForm,
    FacilityForm,
    NamedEventForm,
    NationalityForm,
    WeaponForm,
    Words,
)
from musnad.model import MentionKind


class Need(StrEnum):
    """What a form that is also an ordinary word needs around it to be the name."""

    NOTHING = "nothing"
    PREPOSITION = "preposition"
    HEAD = "head"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Name:
    """What a form in a lexicon means. `number` is s, d or p, or empty where the words do not show it."""

    kind: MentionKind
    entry: str | None
    country: str | None
    rule: str
    need: Need = Need.NOTHING
    number: str = ""


_Listed = CountryForm | str | BodyForm | WeaponForm | FacilityForm | NamedEventForm | tuple[int, ...] | NationalityForm


class NameTable:
    """Every form of every lexicon, its words joined by a space; the lexicons named first win a form.

    What a form means is worked out when a text has it: a report names few of the seventy thousand.
    """

    def __init__(self, language: Language) -> None:
        self._gazetteer = language.gazetteer
        self._listed: dict[str, _Listed] = {}
        for listed in _lexicons(language):
            for words, meaning in listed.items():
                self._listed.setdefault(" ".join(words), meaning)
        self._listed = {**self._gazetteer.forms, **self._listed}
        for words, adjective in language.lexicons.nationalities.items():
            self._listed.setdefault(" ".join(words), adjective)
        self._longest: dict[str, int] = {}
        # The first two words of the forms of several: where a text has others, none of them is looked for.
        self._openings: set[str] = set()
        for form in self._listed:
            first, _, rest = form.partition(" ")
            length = rest.count(" ") + 2 if rest else 1
            if self._longest.get(first, 0) < length:
                self._longest[first] = length
            if rest:
                self._openings.add(f"{first} {rest.partition(' ')[0]}" if length > 2 else form)
        self._names: dict[str, Name] = {}

    def opens(self, word: str) -> bool:
        """Tell whether a form begins with the word; a hashtag's words are not looked at and count."""
        return word in self._longest or " " in word

    def longest(self, first: str, words: list[str], index: int) -> tuple[int, Name] | None:
        """Return (tokens, name) of the longest form that begins with `first` and goes on after `index`, or None."""
        # A hashtag is one token of several words: #حزب_الله.
        opening, *further = first.split() if " " in first else (first,)
        longest = self._longest.get(opening)
        if longest is None:
            return None
        best = None
        form = " ".join((opening, *further)) if further else first
        for length in range(1, longest - len(further) + 1):
            if form in self._listed:
                best = (length, form)
            following = index + length
            if following >= len(words) or " " in words[following]:
                break
            form = f"{form} {words[following]}"
            if length == 1 and not further and form not in self._openings:
                break
        return None if best is None else (best[0], self._name(best[1]))

    def _name(self, form: str) -> Name:
        name = self._names.get(form)
        if name is None:
            name = self._names[form] = _meaning(self._listed[form], form, self._gazetteer)
        return name


@lru_cache(maxsize=4)
def load_names(language: Language) -> NameTable:
    """Return the table of the names in the lexicons of the language."""
    return NameTable(language)


def _lexicons(language: Language) -> Iterator[Mapping[Words, _Listed]]:
    """Yield the lexicons that win a form over the gazetteer, the strongest first."""
    lexicons = language.lexicons
    yield {words: country for words, country in lexicons.countries.items() if country.role == "name"}
    yield language.grammar.outlets
    yield lexicons.bodies
    yield lexicons.weapons
    yield lexicons.facilities
    yield lexicons.named_events


def _meaning(listed: _Listed, form: str, gazetteer: Gazetteer) -> Name:
    match listed:
        case CountryForm(country=country):
            need = Need.PREPOSITION if listed.is_ambiguous else Need.NOTHING
            return Name(MentionKind.COUNTRY, country, country, "lexicon-country", need)
        case str():
            return Name(MentionKind.OUTLET, listed, None, "lexicon-outlet")
        case BodyForm(body=body):
            return Name(body.kind, body.id, body.country, "lexicon-body", _head(listed.is_ambiguous))
        case WeaponForm(weapon=weapon):
            kind = MentionKind.CRAFT if weapon.is_craft else MentionKind.WEAPON
            need = _head(listed.is_ambiguous)
            return Name(kind, weapon.id, weapon.maker, "lexicon-weapon", need, listed.number)
        case FacilityForm(facility=entry):
            return Name(MentionKind.FACILITY, entry.id, entry.country, "lexicon-facility", _head(listed.is_ambiguous))
        case NamedEventForm(event=event):
            return Name(MentionKind.EVENT_NAME, event.id, None, "lexicon-event", _head(listed.is_ambiguous))
        case NationalityForm(adjective=adjective):
            need = Need.ARTICLE if listed.is_ambiguous else Need.NOTHING
            return Name(MentionKind.NATIONALITY, adjective, listed.country, "lexicon-nationality", need)
        case _:
            return _place(listed, form, gazetteer)


def _head(is_ambiguous: bool) -> Need:
    return Need.HEAD if is_ambiguous else Need.NOTHING


_NEEDS = {Support.NONE: Need.NOTHING, Support.PREPOSITION: Need.PREPOSITION, Support.NOUN: Need.HEAD}


def _place(numbers: tuple[int, ...], form: str, gazetteer: Gazetteer) -> Name:
    rows = [gazetteer.rows[number].split("\t", 4)[:4] for number in numbers]
    countries = {row[2].split(",")[0] for row in rows}
    kind = MentionKind.COUNTRY if rows[0][1] == "country" else MentionKind.PLACE
    country = (countries.pop() or None) if len(countries) == 1 else None
    entry = rows[0][0] if len(rows) == 1 else None
    return Name(kind, entry, country, "gazetteer", _NEEDS[gazetteer.support(form)])
