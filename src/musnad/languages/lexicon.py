"""What a language pack knows of the things that news names: weapons, bodies, facilities, countries, nouns, names."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeAlias

from musnad.model import MentionKind

Words: TypeAlias = tuple[str, ...]
"""A form as the folded words that it makes in a text, without clitics before it or after it."""


class WeaponCategory(StrEnum):
    """The categories of the UN Register of Conventional Arms, small arms, and whatever is in none of them.

    Ground-to-air missiles are `other`, as in the Register; those fired from the shoulder are `missile`.
    """

    BATTLE_TANK = "I"
    ARMOURED_VEHICLE = "II"
    ARTILLERY = "III"
    COMBAT_AIRCRAFT = "IV"
    ATTACK_HELICOPTER = "V"
    WARSHIP = "VI"
    MISSILE = "VII"
    SMALL_ARMS = "small_arms"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Weapon:
    """A weapon or a piece of military equipment: a designation (`is_designation`) or a generic noun.

    `description` says what it is in the terms of arms trade registers (guided bomb, APC). `maker` is the ISO 3166
    alpha-2 code of the country that designed it, where public. `is_craft` marks vessels and aircraft with a crew.
    """

    id: str
    english: str
    category: WeaponCategory
    description: str
    maker: str | None
    is_designation: bool
    is_craft: bool


@dataclass(frozen=True, slots=True)
class WeaponForm:
    """One way to write a weapon. `number` is s, d or p, or empty where the words do not show it (إف-16).

    An `is_ambiguous` form is also an ordinary word, a person's name or a place (فاتح); it needs support around it.
    """

    weapon: Weapon
    number: str
    is_ambiguous: bool


@dataclass(frozen=True, slots=True)
class Body:
    """An armed group, a government body or another organisation. `names` are English, the fullest first.

    `kind` is armed_group, government_body or organisation. `parent` is the id of the body that it is part of.
    """

    id: str
    names: tuple[str, ...]
    kind: MentionKind
    country: str | None
    parent: str | None


@dataclass(frozen=True, slots=True)
class BodyForm:
    """One way to write a body's name. An `is_ambiguous` form is also an ordinary word, a name or a place (الشباب)."""

    body: Body
    is_ambiguous: bool


@dataclass(frozen=True, slots=True)
class Facility:
    """A well-known base, nuclear site, port, airport, border crossing or the like. `sort` says which."""

    id: str
    english: str
    sort: str
    country: str


@dataclass(frozen=True, slots=True)
class FacilityForm:
    """One way to write a facility's name. An `is_ambiguous` form is also a town or an ordinary word (بوشهر)."""

    facility: Facility
    is_ambiguous: bool


@dataclass(frozen=True, slots=True)
class NamedEvent:
    """A happening or a text with a name of its own: a war, an agreement, a conference, a resolution. `sort` says which.

    `year` is that of its beginning, or None where the name serves several years.
    """

    id: str
    english: str
    sort: str
    year: int | None


@dataclass(frozen=True, slots=True)
class NamedEventForm:
    """One way to write an event's name. An `is_ambiguous` form is also ordinary words (النكسة, a setback)."""

    event: NamedEvent
    is_ambiguous: bool


@dataclass(frozen=True, slots=True)
class CountryForm:
    """One way to write a country, its capital or a region of the world: `role` is name, capital or region.

    `country` is an ISO 3166 alpha-2 code, or None for a region. An `is_ambiguous` form is also something else (عمان).
    """

    country: str | None
    role: str
    is_ambiguous: bool


@dataclass(frozen=True, slots=True)
class NationalityForm:
    """One form of an adjective of nationality. `adjective` is its masculine singular, `gender` m or f, `number` s d p.

    `country` is None for a people or a region without a country of its own (عربي, كردي).
    """

    country: str | None
    adjective: str
    gender: str
    number: str
    is_ambiguous: bool


class NameSort(StrEnum):
    """What a part of a personal name is.

    `second` follows عبد or ends a compound (الرحمن, الدين); `kunya` is أبو or أم; `filiation` links to a forebear (بن).
    """

    GIVEN = "given"
    FAMILY = "family"
    SECOND = "second"
    KUNYA = "kunya"
    FILIATION = "filiation"


@dataclass(frozen=True, slots=True)
class NamePart:
    """One word of personal names. `gender` is m, f, or empty where it serves both or shows none.

    An `is_ambiguous` part is also an ordinary word (سعيد, happy); `is_foreign` ones come from other languages.
    """

    sort: NameSort
    gender: str
    is_foreign: bool
    is_ambiguous: bool


class TitleSort(StrEnum):
    """What sort of title a noun is: `role` is a function one has in an affair (متحدث), `honorific` an address."""

    OFFICE = "office"
    RANK = "rank"
    ROLE = "role"
    OCCUPATION = "occupation"
    ACADEMIC = "academic"
    CLERGY = "clergy"
    HONORIFIC = "honorific"
    SPORT = "sport"


@dataclass(frozen=True, slots=True)
class Title:
    """A title, rank or occupation: its folded singular, its kind in English (None where only a holder), its sort."""

    lemma: str
    english: str | None
    sort: TitleSort


@dataclass(frozen=True, slots=True)
class TitleForm:
    """One form of a title. `gender` is m or f, `number` s, d or p. An `is_ambiguous` one is an ordinary word too."""

    title: Title
    gender: str
    number: str
    is_ambiguous: bool


class Lemmatizer(Protocol):
    """What takes the nouns of a language back to their singular. All words are folded."""

    def lemma_of(self, word: str, *, stem: str | None = None) -> str:
        """Return the singular of a word; `stem` is what a segmenter left of it."""

    def lemmas_of(self, word: str, *, stem: str | None = None) -> tuple[str, ...]:
        """Return every singular that a word may have, the likeliest first."""

    def is_noun(self, word: str) -> bool:
        """Tell whether a word without clitics is a known noun, or the plural of one and nothing else."""

    def masdars_of(self, word: str) -> Iterable[str]:
        """Return the verbal nouns that a word without conjunctions may have, were it the imperfect of a verb."""


@dataclass(frozen=True, slots=True)
class Lexicons:
    """The lexicons of one language. Each is loaded at first use and then kept.

    Every property raises LanguageDataError, which names the file and the entry, where the lexicon is broken.
    """

    load_weapons: Callable[[], Mapping[Words, WeaponForm]]
    load_bodies: Callable[[], Mapping[Words, BodyForm]]
    load_facilities: Callable[[], Mapping[Words, FacilityForm]]
    load_named_events: Callable[[], Mapping[Words, NamedEventForm]]
    load_countries: Callable[[], Mapping[Words, CountryForm]]
    load_nationalities: Callable[[], Mapping[Words, NationalityForm]]
    load_lemmatizer: Callable[[], Lemmatizer]
    load_name_parts: Callable[[], Mapping[str, NamePart]]
    load_titles: Callable[[], Mapping[Words, TitleForm]]

    @property
    def weapons(self) -> Mapping[Words, WeaponForm]:
        """Return every form of every weapon."""
        return self.load_weapons()

    @property
    def bodies(self) -> Mapping[Words, BodyForm]:
        """Return every form of every body's name."""
        return self.load_bodies()

    @property
    def facilities(self) -> Mapping[Words, FacilityForm]:
        """Return every form of every facility's name."""
        return self.load_facilities()

    @property
    def named_events(self) -> Mapping[Words, NamedEventForm]:
        """Return every form of every named event."""
        return self.load_named_events()

    @property
    def countries(self) -> Mapping[Words, CountryForm]:
        """Return every form of every country's name and capital, and of the regions of the world."""
        return self.load_countries()

    @property
    def nationalities(self) -> Mapping[Words, NationalityForm]:
        """Return every form of every adjective of nationality."""
        return self.load_nationalities()

    @property
    def lemmatizer(self) -> Lemmatizer:
        """Return what takes plurals back to their singular."""
        return self.load_lemmatizer()

    @property
    def name_parts(self) -> Mapping[str, NamePart]:
        """Return the parts of personal names by folded word."""
        return self.load_name_parts()

    @property
    def titles(self) -> Mapping[Words, TitleForm]:
        """Return every form of every title, rank and occupation."""
        return self.load_titles()
