"""What a language pack tells the mentions step: nouns that open names, small words, numbers, units, currencies."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from musnad.languages.numerals import NumberWords
from musnad.model import MentionKind


class Complement(StrEnum):
    """What may follow a noun to make a name with it."""

    DEFINITE = "definite"
    ADJECTIVE = "adjective"
    NATIONALITY = "nationality"
    NAME = "name"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class NameHead:
    """A noun that opens names of one kind. `alone`: its bare definite form is a mention of its own (الحكومة)."""

    kind: MentionKind
    takes: frozenset[Complement]
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Currency:
    """A noun of money: the ISO 4217 code that it means bare (None where it needs an adjective) and by country."""

    code: str | None
    by_country: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MentionGrammar:
    """Everything beside the lexicons that the mentions step knows of one language. All words are folded."""

    heads: Mapping[str, tuple[NameHead, ...]]
    countries: Mapping[tuple[str, ...], str] = field(repr=False)
    """Names of countries, with their ISO 3166 alpha-2 codes."""
    capitals: Mapping[tuple[str, ...], str] = field(repr=False)
    """Names of capitals, with the codes of their countries."""
    words: Mapping[str, frozenset[str]] = field(repr=False)
    phrases: Mapping[str, frozenset[tuple[str, ...]]] = field(repr=False)
    numbers: Mapping[str, float] = field(repr=False)
    multipliers: Mapping[str, float] = field(repr=False)
    numerals: NumberWords = field(repr=False)
    units: Mapping[tuple[str, ...], str] = field(repr=False)
    duals: Mapping[tuple[str, ...], tuple[str, ...]] = field(repr=False)
    """Units and money of which the word itself tells that there are two, with the singular: مترين, متر."""
    currencies: Mapping[tuple[str, ...], Currency] = field(repr=False)
