"""Reads the one-entry-a-line Arabic lexicons: TOML groups whose entries are lines with bars between fields."""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain
from pathlib import PurePath
from typing import Any, Protocol, TypeVar

from musnad.errors import LanguageDataError
from musnad.text import fold_word, tokenize

_Made = TypeVar("_Made")
_CHOICE = re.compile(r"\{([^{}]*)\}")
_COUNTRY = re.compile("[A-Z]{2}")
NONE = "-"
_PLAIN_LENGTH = 100  # characters: the longest that tokenize leaves whole
_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Group:
    """One [[group]] of a lexicon: its settings, and its entries as the fields of each line."""

    settings: dict[str, Any]
    entries: tuple[tuple[str, ...], ...]

    def text(self, key: str, default: str = "") -> str:
        """Return the setting `key`, which must be a string."""
        written = self.settings.get(key, default)
        if not isinstance(written, str):
            raise ValueError(f"{key} must be a string, not {written!r}")
        return written

    def flag(self, key: str) -> bool:
        """Return the setting `key`, which must be true or false; false where it is absent."""
        written = self.settings.get(key, False)
        if not isinstance(written, bool):
            raise ValueError(f"{key} must be true or false, not {written!r}")
        return written


def place_of(name: str) -> str:
    """Return how messages call a lexicon file: one of the pack's by its name there, one of the user's by its path."""
    return str(PurePath("languages/ar") / name)


def read_lexicon(name: str) -> str:
    """Return the text of the lexicon file `name` of this pack; raise LanguageDataError where it cannot be read."""
    try:
        return files(__package__).joinpath(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LanguageDataError(f"{place_of(name)} cannot be read: {error}") from error


def read_groups(name: str, written: str, keys: frozenset[str], fields: int) -> Iterator[Group]:
    """Yield the groups of a lexicon file's text. A group may set `keys`; each of its lines has `fields` fields.

    Raise LanguageDataError naming the file and the group or line that is broken.
    """
    try:
        table = tomllib.loads(written)
    except tomllib.TOMLDecodeError as error:
        raise LanguageDataError(f"{place_of(name)} cannot be read: {error}") from error
    if not table.get("group"):
        raise LanguageDataError(f"{place_of(name)} has no [[group]]")
    for number, settings in enumerate(table["group"], start=1):
        place = f"{place_of(name)}, group {number}"
        # A misspelt key would otherwise be passed over in silence.
        unknown = settings.keys() - keys - {"entries"}
        if unknown or not isinstance(settings.get("entries"), str):
            told = f"unknown key {', '.join(sorted(unknown))}" if unknown else "entries must be a string of lines"
            raise LanguageDataError(f"{place}: {told}; the keys are {', '.join(sorted(keys | {'entries'}))}")
        entries = []
        for line in settings["entries"].splitlines():
            if line.strip():
                found = tuple(field.strip() for field in line.split("|"))
                if len(found) != fields or not all(found):
                    raise LanguageDataError(f"{place}, entry {line.strip()!r}: {fields} fields between bars are due")
                entries.append(found)
        yield Group(settings, tuple(entries))


def read_entries(
    name: str, groups: Iterable[Group], read: Callable[[Group, tuple[str, ...]], _Made]
) -> Iterator[_Made]:
    """Yield what `read` makes of every line; its ValueErrors become LanguageDataErrors that name file and line."""
    for group in groups:
        for entry in group.entries:
            try:
                made = read(group, entry)
            except ValueError as error:
                raise LanguageDataError(f"{place_of(name)}, entry {' | '.join(entry)!r}: {error}") from error
            yield made


@dataclass(frozen=True, slots=True)
class Written:
    """One form of an entry: its folded words, and whether the lexicon marks it as ambiguous by itself."""

    words: tuple[str, ...]
    is_ambiguous: bool


def read_names(field: str) -> tuple[Written, ...]:
    """Return the forms of a field of names, each once; raise ValueError where it has none."""
    found: dict[tuple[str, ...], bool] = {}
    for form in split_forms(field):
        words = token_words(form.removeprefix("?").split())
        if words:
            # Where an entry lists a form both ways, the doubt counts.
            found[words] = found.get(words, False) or form.startswith("?")
    if not found:
        raise ValueError("it has no form")
    return tuple(Written(words, is_ambiguous) for words, is_ambiguous in found.items())


def country_code(written: str) -> str | None:
    """Return an ISO 3166 alpha-2 code, or None for a dash; raise ValueError for anything else."""
    if written == NONE:
        return None
    if not _COUNTRY.fullmatch(written):
        raise ValueError(f"the country must be an ISO 3166 alpha-2 code or {NONE}, not {written!r}")
    return written


def split_forms(field: str) -> tuple[str, ...]:
    """Return the forms that a field lists between semicolons, with choices in braces spelt out: {a,b} c is two."""
    return tuple(
        " ".join(choice.split()) for form in field.split(";") for choice in spell_choices(form) if choice.strip()
    )


def spell_choices(form: str) -> list[str]:
    """Return every spelling of a form with choices in braces; a choice may be empty."""
    found = _CHOICE.search(form)
    if found is None:
        if "{" in form or "}" in form:
            raise ValueError(f"a brace of {form!r} has no partner")
        return [form]
    before, after = form[: found.start()], form[found.end() :]
    return [whole for choice in found.group(1).split(",") for whole in spell_choices(before + choice + after)]


def slug(english: str) -> str:
    """Return the id that an English name makes: small letters and digits joined by hyphens."""
    plain = unicodedata.normalize("NFKD", english.lower().replace("'", "").replace("+", " plus "))
    return _SLUG.sub("-", "".join(letter for letter in plain if not unicodedata.combining(letter))).strip("-")


def token_words(words: Iterable[str]) -> tuple[str, ...]:
    """Return the folded words that a text with these written words makes (أ.ف.ب is five)."""
    return tuple(chain.from_iterable(map(_tokens_of, words)))


@cache
def _tokens_of(word: str) -> tuple[str, ...]:
    # No token spans a blank, so that each word is cut once however many phrases hold it; most are one token.
    if word.isalnum() and len(word) <= _PLAIN_LENGTH:
        folded = fold_word(word)
        if folded.isalnum():
            return (folded,)
    return tuple(token.folded for token in tokenize(word, 0, len(word)))


class Named(Protocol):
    """An entry of a lexicon of names: its id, and the English name by which errors call it."""

    @property
    def id(self) -> str:
        """Return the entry's id."""

    @property
    def english(self) -> str:
        """Return the entry's English name."""


_Entry = TypeVar("_Entry", bound=Named)
_Form = TypeVar("_Form")


def forms_of(
    name: str, entries: Iterable[tuple[_Entry, tuple[Written, ...]]], make: Callable[[_Entry, bool], _Form]
) -> dict[tuple[str, ...], _Form]:
    """Return what `make` makes of every form, by its words; raise LanguageDataError where two entries share one."""
    forms: dict[tuple[str, ...], _Form] = {}
    owners: dict[tuple[str, ...], _Entry] = {}
    for entry, written in entries:
        for one in written:
            owner = owners.setdefault(one.words, entry)
            if owner is not entry:
                told = f"its form {' '.join(one.words)!r} is taken by {owner.id}"
                raise LanguageDataError(f"{place_of(name)}, entry {entry.english!r}: {told}")
            forms.setdefault(one.words, make(entry, one.is_ambiguous))
    return forms
