"""Gathers the mentions of each thing in one report into namings: by reference, by entry, by name, by alias."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from musnad.entities.person_matching import NameMatch, compare_person_names
from musnad.entities.person_names import parse_person
from musnad.entities.things import NamedThing, Sort, named_things
from musnad.entities.unions import Groups
from musnad.languages import LANGUAGES, Language
from musnad.model import Mention, MentionKind, Naming, Report, Span
from musnad.text import tokenize

Value = TypeVar("Value", bound=str)

# Within one report these matches are one person's; two people of one family name are told apart by their given names.
_ONE_PERSON = frozenset({NameMatch.SAME, NameMatch.SPELT, NameMatch.INNER, NameMatch.LONGER, NameMatch.SINGLE})
_LONGEST_GAP = 32  # characters between two names of one person (الذي كان يعرف باسم)


def find_namings(report: Report) -> list[Naming]:
    """Return what the report names, in the order of first mentions; nothing where its language is not read."""
    article = report.article
    language = LANGUAGES.get(article.language) if article else None
    if article is None or language is None:
        return []
    things = named_things(article, _with_whole_names(article.text, report.mentions, language), language)
    groups: Groups[int] = Groups(range(len(things)))
    _join_references(things, groups)
    _join_equals(things, groups)
    _join_aliases(article.text, things, groups, language)
    _join_persons(things, groups, language)
    members = sorted(sorted(group) for group in groups.all())
    return [_naming(report.id, [things[place] for place in group], language) for group in members]


def _with_whole_names(text: str, mentions: Sequence[Mention], language: Language) -> tuple[Mention, ...]:
    """Return the mentions with a given name and the name right behind it as one: عبد ربه, منصور هادي."""
    whole: list[Mention] = []
    for mention in mentions:
        last = whole[-1] if whole else None
        if (
            last is not None
            and last.kind is mention.kind is MentionKind.PERSON
            and last.span.end < mention.span.start
            and text[last.span.end : mention.span.start] == " "
            and len(parse_person(text[last.span.start : last.span.end], language).parts) == 1
        ):
            whole[-1] = replace(last, span=Span(last.span.start, mention.span.end), refers_to=None)
        else:
            whole.append(mention)
    return tuple(whole)


def _join_references(things: Sequence[NamedThing], groups: Groups[int]) -> None:
    by_span = {(thing.sort, thing.mention.span): place for place, thing in enumerate(things)}
    for place, thing in enumerate(things):
        target = by_span.get((thing.sort, thing.mention.refers_to)) if thing.mention.refers_to else None
        if target is not None:
            groups.join(target, place)


def _join_equals(things: Sequence[NamedThing], groups: Groups[int]) -> None:
    """Join equal names. A body's name without a country joins the one with a country, if that is the only one."""
    countries: dict[tuple[Sort, str], set[str]] = {}
    for thing in things:
        if thing.country:
            countries.setdefault((thing.sort, thing.key), set()).add(thing.country)
    first: dict[tuple[Sort, str, str | None], int] = {}
    for place, thing in enumerate(things):
        known = countries.get((thing.sort, thing.key), set())
        country = thing.country or (next(iter(known)) if len(known) == 1 else None)
        if thing.entry is not None or thing.sort is Sort.PERSON:
            country = None
        groups.join(first.setdefault((thing.sort, thing.key, country), place), place)


def _join_aliases(text: str, things: Sequence[NamedThing], groups: Groups[int], language: Language) -> None:
    """NAME المعروف ب NAME, and NAME (NAME) where one is a kunya or stands in another script."""
    persons = [place for place, thing in enumerate(things) if thing.sort is Sort.PERSON]
    for left, right in pairwise(persons):
        start, end = things[left].mention.span.end, things[right].mention.span.start
        if not 0 < end - start <= _LONGEST_GAP:
            continue
        tokens = tokenize(text, start, end)
        gap = tuple(token.folded for token in tokens if token.is_word)
        if gap in language.naming_grammar.aliases:
            groups.join(left, right)
        elif not gap and any(token.folded == "(" for token in tokens) and ")" not in text[start:end]:
            names = [parse_person(things[place].form, language) for place in (left, right)]
            if names[0].has_kunya != names[1].has_kunya or names[0].is_latin != names[1].is_latin:
                groups.join(left, right)


def _join_persons(things: Sequence[NamedThing], groups: Groups[int], language: Language) -> None:
    """Join a person's longer and shorter names, each with the only fuller one that it can mean."""
    names = {
        thing.key: (place, parse_person(thing.form, language))
        for place, thing in reversed(list(enumerate(things)))
        if thing.sort is Sort.PERSON
    }
    by_length = sorted(names.values(), key=lambda held: (len(held[1].parts), held[0]))
    # The longest first, so that what a shorter name may mean is one group by the time it is looked at.
    for number, (place, name) in reversed(list(enumerate(by_length))):
        fuller = [
            (other, comparison.likeness)
            for other, other_name in by_length[number + 1 :]
            if (comparison := compare_person_names(name, other_name, language)) and comparison.match in _ONE_PERSON
        ]
        exact = [other for other, likeness in fuller if likeness == 1] or [other for other, _ in fuller]
        if len({groups.head(other) for other in exact}) == 1:
            groups.join(place, exact[0])


def _naming(report: str, things: Sequence[NamedThing], language: Language) -> Naming:
    sort = things[0].sort
    forms = Counter(thing.form for thing in things)
    fullest = sorted(forms, key=lambda form: (-_fullness(form, sort, language), -forms[form], form))
    span = things[0].mention.span
    key = f"{report}|{sort}|{span.start}|{span.end}"
    return Naming(
        id=hashlib.sha256(key.encode()).hexdigest()[:16],
        report=report,
        kind=most_frequent([thing.mention.kind for thing in things]) or things[0].mention.kind,
        name=fullest[0],
        forms=tuple(fullest),
        spans=tuple(thing.mention.span for thing in things),
        entry=most_frequent([thing.entry for thing in things if thing.entry]),
        country=most_frequent([thing.country for thing in things if thing.country]),
    )


def most_frequent(values: Sequence[Value]) -> Value | None:
    """Return the value that occurs most, the first in order of equals; None where there is none."""
    if len(values) < 2:
        return values[0] if values else None
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))


def _fullness(form: str, sort: Sort, language: Language) -> int:
    return len(parse_person(form, language).parts) if sort is Sort.PERSON else len(form.split())
