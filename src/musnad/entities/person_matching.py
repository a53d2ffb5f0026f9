"""Compares two persons' names part by part: what kind of match they make and how good it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from musnad.entities.person_names import PersonName
from musnad.entities.spelling import LIKELY, word_likeness
from musnad.languages import Language


class NameMatch(StrEnum):
    """How two names agree, the surest first."""

    SAME = "the same name"
    SPELT = "two spellings of one name"
    INNER = "one has more names in the middle"
    LONGER = "one goes on with more forebears or a family name"
    LINKED = "one has بن where the other has not"
    TAIL = "one lacks the given name"
    SINGLE = "one is a single name of the other"


@dataclass(frozen=True, slots=True)
class NameComparison:
    """How two names match, how like their words are spelt (0 to 1), and how many parts agree."""

    match: NameMatch
    likeness: float
    parts: int = 1


# A single name has no other part to bear it out, so it must be spelt all but alike.
_LIKELY_ALONE = 0.88
_ORDER = {match: place for place, match in enumerate(NameMatch)}


def compare_forms(left: Iterable[PersonName], right: Iterable[PersonName], language: Language) -> NameComparison | None:
    """Return the surest match between any two of the names, or None where no two may be one person's."""
    found = []
    for one in left:
        for other in right:
            comparison = compare_person_names(one, other, language)
            if comparison is not None:
                if comparison.match is NameMatch.SAME:
                    return comparison  # nothing is surer
                found.append(comparison)
    return min(found, key=lambda comparison: (_ORDER[comparison.match], -comparison.likeness), default=None)


def compare_person_names(left: PersonName, right: PersonName, language: Language) -> NameComparison | None:
    """Return how two names match, or None where they are two persons' names."""
    is_shorter = (len(left.parts), left.parts) <= (len(right.parts), right.parts)
    short, long = (left, right) if is_shorter else (right, left)
    if not short.parts:
        return None
    if len(short.parts) == 1:
        return _single(short, long, language)
    if not _may_match(short, long, language):
        return None
    places = _placed(short, long, language)
    if places is None:
        return None
    matched, likeness = places
    first, last = matched[0] == 0, matched[-1] == len(long.parts) - 1
    if first and last and len(short.parts) == len(long.parts):
        match = NameMatch.SAME if likeness == 1 else NameMatch.SPELT
    elif first and last:
        match = NameMatch.INNER
    elif first and matched == list(range(len(short.parts))):
        match = NameMatch.LONGER
    elif last and matched == list(range(len(long.parts) - len(short.parts), len(long.parts))):
        match = NameMatch.TAIL
    else:
        return None
    if _differs_in_links(short, long, matched) and len(short.parts) < 3:
        match = max(match, NameMatch.LINKED, key=_ORDER.__getitem__)
    return NameComparison(match, likeness, len(short.parts))


def _may_match(short: PersonName, long: PersonName, language: Language) -> bool:
    """Tell whether the first parts or the last ones are alike, both where the names are of one length: most are not."""
    first = word_likeness(short.parts[0], long.parts[0], language) >= LIKELY
    if first != (len(short.parts) == len(long.parts)):
        return first
    return word_likeness(short.parts[-1], long.parts[-1], language) >= LIKELY


def _single(short: PersonName, long: PersonName, language: Language) -> NameComparison | None:
    """Match a single name with a family name or a kunya, and a single given name with nothing longer."""
    allowed = long.parts if short.has_kunya or len(long.parts) == 1 else long.parts[1:]
    likeness = max(word_likeness(short.parts[0], part, language) for part in allowed)
    return NameComparison(NameMatch.SINGLE, likeness) if likeness >= _LIKELY_ALONE else None


def _placed(short: PersonName, long: PersonName, language: Language) -> tuple[list[int], float] | None:
    """Return where each part of the shorter name stands in the longer one, in order, and the worst likeness."""
    places: list[int] = []
    worst = 1.0
    at = 0
    for part in short.parts:
        for place in range(at, len(long.parts)):
            likeness = word_likeness(part, long.parts[place], language)
            if likeness >= LIKELY:
                places.append(place)
                worst = min(worst, likeness)
                at = place + 1
                break
        else:
            return None
    return _to_the_end(short, long, places, language), worst


def _to_the_end(short: PersonName, long: PersonName, places: list[int], language: Language) -> list[int]:
    """Prefer the last part of the longer name for the last of the shorter one: سلمان بن محمد بن سلمان."""
    last = len(long.parts) - 1
    could = places[-1] != last and len(places) > 1 and places[-2] < last
    if could and word_likeness(short.parts[-1], long.parts[last], language) >= LIKELY:
        return [*places[:-1], last]
    return places


def _differs_in_links(short: PersonName, long: PersonName, matched: list[int]) -> bool:
    return any(
        short.linked[number] != long.linked[place]
        for number, place in enumerate(matched)
        if number and place == matched[number - 1] + 1
    )
