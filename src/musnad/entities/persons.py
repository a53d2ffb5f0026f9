"""Decides which namings of persons are one person: the longest names first, each against those that it may mean."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from musnad.entities.contexts import Context, Rarity, Surroundings, likeness, likeness_reasons, titles_clash
from musnad.entities.person_matching import NameComparison, NameMatch, compare_forms
from musnad.entities.person_names import PersonName, parse_person
from musnad.entities.scores import ASK_FROM, name_worth, verdict_of, with_context
from musnad.entities.skeletons import skeletons
from musnad.languages import Language
from musnad.model import Merge, MergeVerdict, Naming
from musnad.text import fold_latin

WIDEST_BLOCK = 48
"""Entities under one key that a naming is compared with; a name that more bear is told by its other keys."""
_MOST_NAMES = 8
_MOST_READINGS = 2
_OPEN = frozenset({NameMatch.SINGLE, NameMatch.LONGER, NameMatch.TAIL})  # the name leaves open whose it is
_MARGIN = 0.04  # A single name goes to the best of several entities only if it leads by this much.


@dataclass(slots=True)
class _Person:
    """An entity in the making: its first naming, the names it is known by, and all its contexts together."""

    first: str
    names: list[PersonName]
    context: Surroundings


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An entity that a naming may be of, with what speaks for it."""

    person: _Person
    comparison: NameComparison
    score: float
    heeds_context: bool
    clash: bool


def match_persons(
    namings: Sequence[Naming], contexts: Mapping[str, Context], rarity: Rarity, language: Language
) -> list[Merge]:
    """Return what is decided of each naming: the person it joins, or whom a person should be asked about."""
    merges: list[Merge] = []
    blocks: dict[str, list[_Person]] = {}
    parsed = {naming.id: _names(naming, language) for naming in namings}
    ordered = sorted(namings, key=lambda naming: _order(naming, parsed[naming.id]))
    for naming in ordered:
        names, context = parsed[naming.id], contexts[naming.id]
        found = _candidates(names, context, _in_blocks(names, blocks, language), rarity, language)
        merge, person = _decide(naming, found, context, rarity)
        merges += merge
        if person is None:
            person = _Person(naming.id, [], Surroundings(context, rarity))
        else:
            person.context.join(context)
        _learn(person, names, blocks, language)
    return merges


def person_keys(naming: Naming, language: Language) -> Iterable[str]:
    """Return the keys under which the naming can meet other persons."""
    return dict.fromkeys(key for name in _names(naming, language) for key in _keys(name, language))


def _names(naming: Naming, language: Language) -> list[PersonName]:
    """Return the names of a naming: those of two parts and more, or the single ones where it has no other.

    A first part that is no known name may be a word that was taken for one; the last part then counts alone too.
    """
    names = {name.key: name for form in naming.forms if (name := parse_person(form, language)).parts}
    full = [name for name in names.values() if len(name.parts) > 1]
    if not full:
        return list(names.values())[:_MOST_NAMES]
    doubtful = [name for name in full if len(name.parts) == 2 and not _is_name(name.parts[0], language)]
    return [*full, *(replace(name, parts=name.parts[1:], linked=(False,)) for name in doubtful)][:_MOST_NAMES]


def _is_name(part: str, language: Language) -> bool:
    known = language.tagger_models.tables.name_words
    return " " in part or part in known or part in language.lexicons.name_parts or bool(fold_latin(part))


def _order(naming: Naming, names: Sequence[PersonName]) -> tuple[int, str, str, str]:
    longest = max(names, key=lambda name: (len(name.parts), name.key), default=None)
    return (-len(longest.parts) if longest else 0, longest.key if longest else "", naming.report, naming.id)


def _decide(
    naming: Naming, found: Sequence[_Candidate], context: Context, rarity: Rarity
) -> tuple[list[Merge], _Person | None]:
    """Return the merge with the best candidate, if it is sure enough, else the question or the parting."""
    if not found:
        return [], None
    best = _surest(found)
    verdict = verdict_of(best.score)
    around = likeness_reasons(context, best.person.context, rarity) if best.heeds_context else ()
    reasons = (best.comparison.match.value, *around, *(["their titles differ"] if best.clash else []))
    rival = next((other for other in found if other.person is not best.person), None)
    is_open = best.comparison.match in _OPEN
    if verdict is MergeVerdict.MERGED and is_open and rival and best.score - rival.score < _MARGIN:
        verdict = MergeVerdict.ASK
        reasons = (*reasons, "another person fits as well")
    told = verdict is not MergeVerdict.SEPARATE or best.comparison.match is NameMatch.SAME
    merges = [Merge(best.person.first, naming.id, verdict, best.score, reasons)] if told else []
    return merges, best.person if verdict is MergeVerdict.MERGED else None


def _surest(found: Sequence[_Candidate]) -> _Candidate:
    """Return the best candidate, but one of the same name before one with more names that is hardly better."""
    best = found[0]
    if best.comparison.match not in _OPEN or verdict_of(best.score) is not MergeVerdict.MERGED:
        return best
    near = (other for other in found if best.score - other.score < _MARGIN)
    same = (other for other in near if other.comparison.match not in _OPEN)
    return next((other for other in same if verdict_of(other.score) is MergeVerdict.MERGED), best)


def _candidates(
    names: Sequence[PersonName], context: Context, persons: Iterable[_Person], rarity: Rarity, language: Language
) -> list[_Candidate]:
    """Return the persons whose names match, the best first."""
    matching = [
        (person, comparison)
        for person in persons
        if (comparison := compare_forms(names, person.names, language)) is not None
    ]
    common = any(_is_common(name, language) for name in names)
    found = []
    for person, comparison in matching:
        worth = name_worth(comparison, is_common=common, is_only=len(matching) == 1)
        clash = titles_clash(context, person.context)
        heeds_context = worth + (1 - worth) * 0.8 >= ASK_FROM
        alike = likeness(context, person.context, rarity) if heeds_context else 0.0
        is_single = comparison.match is NameMatch.SINGLE
        score = with_context(worth, alike, clash=clash, is_single=is_single)
        found.append(_Candidate(person, comparison, score, heeds_context, clash))
    return sorted(found, key=lambda candidate: (-candidate.score, candidate.person.first))


def _is_common(name: PersonName, language: Language) -> bool:
    """Tell whether the first part is one of the language's own names, which thousands bear; a nisba is one too."""
    word = name.parts[0]
    parts = language.lexicons.name_parts
    part = parts.get(word) or parts.get(language.naming_grammar.article + word)
    return part is not None and not part.is_foreign and int(language.tagger_models.tables.name_words.get(word, 0)) >= 3


# -- blocks --------------------------------------------------------------------------------------


def _in_blocks(names: Sequence[PersonName], blocks: Mapping[str, list[_Person]], language: Language) -> list[_Person]:
    found: dict[str, _Person] = {}
    for name in names:
        for key in _keys(name, language):
            for person in blocks.get(key, ()):
                found.setdefault(person.first, person)
    return list(found.values())


def _learn(person: _Person, names: Sequence[PersonName], blocks: dict[str, list[_Person]], language: Language) -> None:
    """Put the person under the keys of the names that it has not had yet."""
    known = {name.key for name in person.names}
    for name in names:
        if name.key in known or len(person.names) >= _MOST_NAMES:
            continue
        person.names.append(name)
        for key in _keys(name, language):
            block = blocks.setdefault(key, [])
            if len(block) < WIDEST_BLOCK and all(other is not person for other in block):
                block.append(person)


def _keys(name: PersonName, language: Language) -> list[str]:
    """Return the keys under which names that may be one meet: first and last part, first two, last two, each alone."""
    parts = name.parts
    if len(parts) == 1:
        return [f"={reading}" for reading in _readings(parts[0], language)]
    pairs = {(0, len(parts) - 1), (0, 1), (len(parts) - 2, len(parts) - 1)}
    keys = [
        f"{one}|{other}"
        for left, right in sorted(pairs)
        for one in _readings(parts[left], language)
        for other in _readings(parts[right], language)
    ]
    alone = parts if name.has_kunya else parts[1:]
    return list(dict.fromkeys([*keys, *(f"={reading}" for part in alone for reading in _readings(part, language))]))


def _readings(part: str, language: Language) -> tuple[str, ...]:
    word = part.split(" ")[-1]
    return tuple(reading or word for reading in skeletons(word, language)[:_MOST_READINGS])
