"""Finds what else a name of a query may be: weapons, bodies, outlets and places that the lexicons know it by."""

from functools import lru_cache
from typing import Protocol

from musnad.languages import LANGUAGES, load_text_analyser
from musnad.store.finding.conditions import All, Condition, HasKey, HasWords, Names, NamesPlace
from musnad.text import fold_word, tokenize

_MOST_PLACES = 6
_MOST_FORMS = 60
_PROCLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب")


class OtherNames(Protocol):
    """What knows how the names that a store holds are spelled in another script."""

    def others_of(self, name: str) -> tuple[str, ...]:
        """Return the folded names of the store that `name` may be a transliteration of, the likeliest first."""


class NoOtherNames:
    """Knows no other spelling."""

    def others_of(self, name: str) -> tuple[str, ...]:
        """Return nothing."""
        return ()


class NameFinder:
    """Looks names up in the lexicons of a language, and in what `others` knows of the store's names."""

    def __init__(self, others: OtherNames | None = None, *, language: str = "ar") -> None:
        self._others = others or NoOtherNames()
        self._language = LANGUAGES[language]

    def named_by(self, word: str) -> tuple[Condition, ...]:
        """Return what else a word of a query may be found by: the thing of that name, however the report spells it.

        Only words with Latin letters or digits are looked up; an Arabic word finds its own forms by itself.
        """
        if not any(character.isascii() and character.isalnum() for character in fold_word(word)):
            return ()
        found: list[Condition] = []
        entries = (*self.weapons(word), *self.bodies(word))
        if entries:
            found += [*self.spellings(entries), Names((), (), entries)]
        if word.isalpha():
            places = self.places(word)
            found += [NamesPlace(places)] if places else []
            found += [All(keys) for name in self.others_of(word) if (keys := self._keys(name))]
        return tuple(found)

    def _keys(self, name: str) -> tuple[HasKey, ...]:
        analyser = load_text_analyser()
        return tuple(HasKey(key) for raw in analyser.split(name) for key in analyser.query_keys(raw) if key is not None)

    def others_of(self, name: str) -> tuple[str, ...]:
        """Return the store's names that a name in Latin script may be; none for an Arabic one or a known body."""
        return self._others.others_of(name) if name.isascii() and not self.bodies(name) else ()

    def weapons(self, name: str) -> tuple[str, ...]:
        """Return the ids of the weapons of this name, in Arabic or English; none for a word that is also another."""
        return _weapons(self._language.code, name)

    def spellings(self, entries: tuple[str, ...]) -> tuple[HasWords, ...]:
        """Return every way of writing the weapons and bodies with these ids: not every mention of them may be found."""
        forms = (form for entry in entries for form in _forms(self._language.code, entry))
        return tuple(HasWords(with_clitics(first), tuple(rest)) for first, *rest in forms)

    def bodies(self, name: str) -> tuple[str, ...]:
        """Return the ids of the bodies and outlets of this name, and the name itself where it may be an id."""
        form = self._language.lexicons.bodies.get(_words(name))
        found = [form.body.id] if form is not None and not form.is_ambiguous else []
        found += self.outlets(name)
        return tuple(dict.fromkeys(found))

    def outlets(self, name: str) -> tuple[str, ...]:
        """Return the ids of the outlets of this name, id or web address."""
        names = self._language.outlet_names
        wanted = name.strip().lower()
        if wanted in names.entries:
            return (wanted,)
        found = names.of_page(name, None)
        return (found,) if found else ()

    def places(self, name: str) -> tuple[str, ...]:
        """Return the ids of the places of this Latin name, the most populous first."""
        return _places(self._language.code, name.strip().lower())


def with_clitics(first: str) -> tuple[str, ...]:
    """Return the first word of a phrase with each clitic that may stand before it in a text."""
    if first.isascii():
        return (first,)
    forms = [first, *(f"{clitic}{first}" for clitic in _PROCLITICS)]
    if first.startswith("ال"):
        forms += [f"{opening}لل{first[2:]}" for opening in ("", "و", "ف")]
    return tuple(forms)


@lru_cache(maxsize=1_000)
def _weapons(code: str, name: str) -> tuple[str, ...]:
    forms = LANGUAGES[code].lexicons.weapons
    form = forms.get(_words(name))
    if form is not None:
        return () if form.is_ambiguous else (form.weapon.id,)
    wanted = name.strip().lower()
    weapons = {one.weapon.id: one.weapon for one in forms.values()}
    return tuple(id for id, weapon in weapons.items() if wanted in (id, weapon.english.lower()))


@lru_cache(maxsize=1_000)
def _forms(code: str, entry: str) -> tuple[tuple[str, ...], ...]:
    """Return the forms of a weapon or a body as the index has them, a form once however its hyphen is written."""
    analyser = load_text_analyser()
    lexicons = LANGUAGES[code].lexicons
    words = [form for form, of in lexicons.weapons.items() if of.weapon.id == entry and not of.is_ambiguous]
    words += [form for form, of in lexicons.bodies.items() if of.body.id == entry and not of.is_ambiguous]
    found = dict.fromkeys(tuple(part for word in form for part in analyser.analyse_token(word).parts) for form in words)
    return tuple(parts for parts in found if parts)[:_MOST_FORMS]


@lru_cache(maxsize=1_000)
def _places(code: str, name: str) -> tuple[str, ...]:
    gazetteer = LANGUAGES[code].gazetteer
    sought = f"\t{name}\t"
    found = [row.split("\t", 1)[0] for row in gazetteer.rows if sought in row.lower()]
    places = [place for place in map(gazetteer.place, found) if place and place.latin.lower() == name]
    places.sort(key=lambda place: (-place.population, place.id))
    return tuple(place.id for place in places[:_MOST_PLACES])


def _words(name: str) -> tuple[str, ...]:
    return tuple(token.folded for token in tokenize(name, 0, len(name)) if token.is_word)
