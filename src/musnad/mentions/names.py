"""Gathers all lexicons into one table and finds the names of a sentence in it: longest match, clitics cut."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
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
from musnad.mentions.drafts import Draft
from musnad.mentions.line import Line
from musnad.mentions.vocabulary import clitic_forms
from musnad.model import MentionKind

_PLACE_PREPOSITIONS = frozenset(
    ("في", "من", "الي", "قرب", "نحو", "باتجاه", "عبر", "داخل", "خارج", "وسط", "غرب", "شرق", "شمال", "جنوب")
)
_PLACE_CLITICS = frozenset("بل")
_SUFFIXES = ("هما", "ها", "هم", "ه")
# Estimated while 100 articles were read, not counted: names of several words are hardly ever another thing, single
# words now and then.
_SINGLE_CONFIDENCE = 0.9
_MANY_CONFIDENCE = 0.97


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
        for form in self._listed:
            first, _, rest = form.partition(" ")
            length = rest.count(" ") + 2 if rest else 1
            if self._longest.get(first, 0) < length:
                self._longest[first] = length
        self._names: dict[str, Name] = {}

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


def find_names(line: Line, names: NameTable) -> list[Draft]:
    """Return the lexicon's names in the sentence that stand as names there, from left to right without overlap."""
    drafts: list[Draft] = []
    index = 0
    size = len(line)
    while index < size:
        draft = name_at(line, names, index, after_place=_follows_place(line, index, drafts))
        if draft is None:
            index += 1
        else:
            drafts.append(draft)
            index = draft.end
    return drafts


def _follows_place(line: Line, index: int, drafts: list[Draft]) -> bool:
    """Tell whether the token goes on a list of places: صعدة و الجوف، صعدة والجوف, صعدة، الجوف."""
    if not drafts or drafts[-1].kind not in {MentionKind.PLACE, MentionKind.COUNTRY}:
        return False
    between = line.words[drafts[-1].end : index]
    return between in (["و"], ["،"], ["،", "و"]) or (not between and line.words[index].startswith("و"))


def name_at(line: Line, names: NameTable, index: int, *, after_place: bool = False) -> Draft | None:
    """Return the longest name that begins at the token, its clitics cut, or None.

    With `after_place`, a doubtful place counts as one: it goes on a list of places.
    """
    best: tuple[int, int, Name] | None = None
    for skip, form in line.forms[index]:
        found = names.longest(form, line.words, index)
        if found is None or (best is not None and found[0] <= best[0]):
            continue
        listed = after_place and found[1].kind is MentionKind.PLACE
        if listed or _is_met(found[1], line, index, skip):
            best = (found[0], skip, found[1])
    if best is None:
        return _with_pronoun(line, names, index)
    length, skip, name = best
    return _draft(name, index, index + length, skip)


def _is_met(name: Name, line: Line, index: int, skip: int) -> bool:
    """Tell whether what the form needs stands before it: في or a clitic ب, or a noun like مدينة or صاروخ."""
    if name.kind is MentionKind.NATIONALITY and not _is_nationality(line, index, skip):
        return False
    if name.need is Need.NOTHING:
        return True
    before = line.word(index - 1)
    if skip == 0 and _is_head(line, before, name.kind):
        return True
    if name.need is Need.ARTICLE:
        return line.words[index][skip:].startswith("ال")
    if name.need is Need.HEAD:
        return False
    glued = line.words[index][max(0, skip - 1) : skip]
    return glued in _PLACE_CLITICS if glued else before.removeprefix("و") in _PLACE_PREPOSITIONS


def _is_nationality(line: Line, index: int, skip: int) -> bool:
    """Tell nationalities from ministries' portfolios (المالية, of finance) and directions (غربي روسيا)."""
    word = line.words[index][skip:]
    rules = line.rules.words
    return not any(word in rules[name] for name in ("portfolios", "directions", "not_nationalities"))


def _is_head(line: Line, word: str, kind: MentionKind) -> bool:
    wanted = {kind} | ({MentionKind.WEAPON, MentionKind.CRAFT} if kind is not MentionKind.PLACE else set())
    for _, form in clitic_forms(word) if word else ():
        stem = form.removeprefix("ال")
        for noun in (stem, stem.removesuffix("ا")):
            if any(head.kind in wanted for head in line.rules.heads.get(noun, ())):
                return True
    return False


def _with_pronoun(line: Line, names: NameTable, index: int) -> Draft | None:
    """Return the weapon that carries a pronoun: صواريخها."""
    if not line.words[index].endswith(_SUFFIXES):
        return None
    for skip, form in line.forms[index]:
        for suffix in _SUFFIXES:
            if form.endswith(suffix) and len(form) > len(suffix) + 2 and not form.startswith("ال"):
                found = names.longest(form[: -len(suffix)], [], 0)
                if found is not None and found[1].rule == "lexicon-weapon" and found[1].need is Need.NOTHING:
                    return replace(_draft(found[1], index, index + 1, skip), trim=len(suffix))
    return None


def _draft(name: Name, first: int, end: int, skip: int) -> Draft:
    confidence = _SINGLE_CONFIDENCE if end - first == 1 else _MANY_CONFIDENCE
    return Draft(name.kind, first, end, name.rule, confidence, skip, entry=name.entry, country=name.country)
