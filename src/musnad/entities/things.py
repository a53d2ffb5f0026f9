"""Sorts mentions into the things that can be told apart across reports, and spells out what each mention says."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from musnad.entities.person_names import parse_person
from musnad.languages import Language
from musnad.languages.lexicon import NationalityForm
from musnad.model import Article, Mention, MentionKind, Span
from musnad.text import tokenize


class Sort(StrEnum):
    """What is compared with what: an army may be called a body of government here and an organisation there."""

    PERSON = "person"
    BODY = "body"
    OUTLET = "outlet"
    COUNTRY = "country"
    PLACE = "place"
    FACILITY = "facility"
    WEAPON = "weapon"
    EVENT = "event"


SORTS = {
    MentionKind.PERSON: Sort.PERSON,
    MentionKind.ORGANISATION: Sort.BODY,
    MentionKind.GOVERNMENT_BODY: Sort.BODY,
    MentionKind.ARMED_GROUP: Sort.BODY,
    MentionKind.OUTLET: Sort.OUTLET,
    MentionKind.COUNTRY: Sort.COUNTRY,
    MentionKind.PLACE: Sort.PLACE,
    MentionKind.FACILITY: Sort.FACILITY,
    MentionKind.WEAPON: Sort.WEAPON,
    MentionKind.CRAFT: Sort.WEAPON,
    MentionKind.EVENT_NAME: Sort.EVENT,
}
# A bare noun (الحكومة, الشركة) names whatever the report is about; without a fuller mention it is nobody's name.
_NAMELESS = frozenset({"head-alone", "description"})
_LEAST_PLACE_SCORE = 0.5  # A place that is less likely than all others together is not taken for granted.
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class NamedThing:
    """A mention with its words, as they would stand alone, and the key that equal names share in one report."""

    mention: Mention
    sort: Sort
    form: str
    key: str
    entry: str | None
    country: str | None


def named_things(article: Article, mentions: tuple[Mention, ...], language: Language) -> list[NamedThing]:
    """Return the mentions that name a thing which other reports may name too, in the order of the text."""
    found = []
    for mention in mentions:
        sort = SORTS.get(mention.kind)
        if sort is not None and not _is_nameless(mention, sort, language):
            found.append(_thing(article, mention, sort, language))
    return [thing for thing in found if thing.key]


@lru_cache(maxsize=100_000)
def body_words(written: str, language: Language) -> tuple[str, ...]:
    """Return the words of a body's, place's or outlet's name, folded, without article, marks and nationality."""
    article = language.naming_grammar.article
    words = [token.folded for token in tokenize(written, 0, len(written)) if token.is_word]
    nationalities = language.lexicons.nationalities
    kept = [word for place, word in enumerate(words) if place == 0 or not _has_country(nationalities.get((word,)))]
    return tuple(word.removeprefix(article) or word for word in kept)


@lru_cache(maxsize=100_000)
def country_in(written: str, language: Language) -> str | None:
    """Return the country of the one nationality in a name: البنك المركزي الأمريكي."""
    nationalities = language.lexicons.nationalities
    words = [token.folded for token in tokenize(written, 0, len(written))][1:]
    forms = (nationalities.get((word,)) for word in words)
    found = {form.country for form in forms if form is not None and _has_country(form)}
    return found.pop() if len(found) == 1 else None


def _has_country(form: NationalityForm | None) -> bool:
    """Tell whether an adjective surely names a country; عربي has none, and المالية is finance before it is Mali."""
    return form is not None and form.country is not None and not form.is_ambiguous


def _is_nameless(mention: Mention, sort: Sort, language: Language) -> bool:
    if sort is Sort.WEAPON:
        if mention.entry is None:
            return "designation" not in mention.rule
        return mention.entry not in _designations(language)
    if mention.rule in _NAMELESS and mention.refers_to is None:
        return mention.entry is None and (mention.country is None or mention.rule == "description")
    return False


_DESIGNATIONS: dict[str, frozenset[str]] = {}


def _designations(language: Language) -> frozenset[str]:
    """Return the ids of the weapons that are models: rockets in general are no one thing."""
    if language.code not in _DESIGNATIONS:
        forms = language.lexicons.weapons.values()
        _DESIGNATIONS[language.code] = frozenset(form.weapon.id for form in forms if form.weapon.is_designation)
    return _DESIGNATIONS[language.code]


def _thing(article: Article, mention: Mention, sort: Sort, language: Language) -> NamedThing:
    form = written_form(article.text, mention.span, language)
    entry, country = mention.entry, mention.country
    if sort in {Sort.PLACE, Sort.FACILITY} and entry is None and mention.candidates:
        best = mention.candidates[0]
        if best.score >= _LEAST_PLACE_SCORE:
            entry, country = best.id, country or best.country
    if sort is Sort.COUNTRY:
        entry = country or entry
    if sort in {Sort.BODY, Sort.FACILITY} and country is None and entry is None:
        country = country_in(form, language)
    if sort is Sort.PERSON:
        key = _person_key(form, language)
    elif entry is not None:
        key = f"entry {entry}"
    elif sort is Sort.WEAPON:
        key = "".join(body_words(form.replace("-", " "), language))
    else:
        key = " ".join(body_words(form, language))
    return NamedThing(mention, sort, form, key, None if sort is Sort.PERSON else entry, country)


def _person_key(form: str, language: Language) -> str:
    name = parse_person(form, language)
    if len(name.parts) == 1:
        word = tokenize(form, 0, len(form))[-1].folded
        if word in language.naming_grammar.ties or len(name.parts[0]) < 2:
            return ""  # الملك alone is a title
    return name.key


def written_form(text: str, span: Span, language: Language) -> str:
    """Return a mention's words as they would stand alone: للعراق gives العراق; white space is one blank."""
    form = text[span.start : span.end]
    article = language.naming_grammar.article
    if form[:1] == article[1:] and span.start and text[span.start - 1] == article[1:] and not form.startswith(article):
        form = article[:1] + form
    return _SPACES.sub(" ", form).strip()
