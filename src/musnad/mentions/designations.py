"""Finds weapons and craft by their designation, also unknown ones: من طراز قدس 351، صاروخ فجر-5، ناقلة «نور 1»."""

import re

from musnad.mentions.drafts import Draft
from musnad.mentions.line import Line
from musnad.model import MentionKind

_NAME_WORD = re.compile(r"[a-z]+(?:[-‐]?[a-z0-9]+)*|[a-z0-9]+(?:[-‐][a-z0-9]+)+|\w+[-‐]\d+\w?", re.ASCII)
_ARABIC_NUMBERED = re.compile(r"\w+[-‐]\d+\w*")
_NUMBER = re.compile(r"\d{1,4}")
_LOOK_BACK = 6
_MOST_TOKENS = 5
_CONFIDENCE = 0.9
_CRAFT_OR_WEAPON = frozenset({MentionKind.WEAPON, MentionKind.CRAFT})


def find_designations(line: Line, known: dict[int, Draft]) -> list[Draft]:
    """Return designations after من طراز and the like, and those that stand right after a weapon's or craft's noun."""
    drafts = []
    for index, entry in enumerate(line.entries):
        if not (entry.arms or entry.introduces or index in known):
            continue
        kind = entry.arms or _kind_of_known(index, known)
        if kind is not None:
            end = designation_end(line, index + 1)
            if end > index + 1:
                drafts.append(Draft(kind, index + 1, end, "head-designation", _CONFIDENCE))
        elif entry.introduces:
            near = _nearest_head(line, index, known)
            end = designation_end(line, index + 1, introduced=True)
            if near is not None and end > index + 1:
                drafts.append(Draft(near, index + 1, end, "introduced-designation", _CONFIDENCE))
    return drafts


def _kind_of_known(index: int, known: dict[int, Draft]) -> MentionKind | None:
    draft = known.get(index)
    return draft.kind if draft is not None and draft.end == index + 1 and draft.kind in _CRAFT_OR_WEAPON else None


def _nearest_head(line: Line, index: int, known: dict[int, Draft]) -> MentionKind | None:
    for place in range(index - 1, max(-1, index - 1 - _LOOK_BACK), -1):
        kind = line.entries[place].arms or _kind_of_known(place, known)
        if kind is not None:
            return kind
    return None


def designation_end(line: Line, first: int, *, introduced: bool = False) -> int:
    """Return where the designation that begins at the token ends; `first` itself where none does.

    It holds a number or Latin letters (قدس 351، S-300); after من طراز one bare name will do.
    """
    index = first
    shown = False
    while index < len(line) and index - first < _MOST_TOKENS:
        word = line.words[index]
        numeral = _NUMBER.fullmatch(word) and (index > first or introduced)
        if numeral or _NAME_WORD.fullmatch(word) or _ARABIC_NUMBERED.fullmatch(word):
            shown = True
        elif not (index == first and _may_name_a_weapon(line, index)):
            break
        index += 1
    if shown and index - first == 1 and _NUMBER.fullmatch(line.words[first]) and not introduced:
        return first
    return index if shown or (introduced and index == first + 1) else first


def _may_name_a_weapon(line: Line, index: int) -> bool:
    word = line.words[index]
    if not line.tokens[index].is_word or not word.isalpha() or line.is_stop(index):
        return False
    return word not in line.grammar.words["time_words"] and word not in line.rules.multipliers
