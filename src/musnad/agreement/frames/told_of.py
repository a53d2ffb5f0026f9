"""Tells of whom and what a frame is told, and whether two frames are told of the same."""

from collections.abc import Collection, Mapping, Sequence

from musnad.agreement.alignment import Alignment
from musnad.agreement.frames.frame import Frame
from musnad.agreement.parts.parties import is_party, value_of
from musnad.agreement.statements import Statement
from musnad.agreement.words import Word
from musnad.model import MentionKind


def arguments(frame: Frame, side: Statement) -> list[Word]:
    """Return the words of content of whom or what the frame is told."""
    return [
        word
        for word in side.wording.words
        if frame.first <= word.place <= frame.last and word.place not in frame.passed and not word.heard
    ]


def of_other_persons(here: Sequence[Word], there: Sequence[Word], known: Mapping[int, Word]) -> bool:
    """Tell whether either frame is told of a person, and of none of the other's."""
    persons = [[word for word in words if word.kind is MentionKind.PERSON] for words in (here, there)]
    beside = {id(word) for word in persons[1]}
    return all(persons) and not any(id(known.get(id(word))) in beside for word in persons[0])


def share_of_parties(words: Sequence[Word], alignment: Alignment, alike: Collection[int] = ()) -> float:
    """Return the weighed share of the nouns and names that have a partner, or one `alike`, on the other side."""
    lone = {id(word) for word in (*alignment.left_only, *alignment.right_only)} - set(alike)
    parties = [word for word in words if is_party(word)]
    whole = sum(map(value_of, parties))
    return sum(value_of(word) for word in parties if id(word) not in lone) / whole if whole else 0.0


def strangers(words: Sequence[Word], alone: Sequence[Word]) -> list[Word]:
    """Return the names among the words of which the other side has no part."""
    lone = {id(word) for word in alone}
    partnered = {word.name for word in words if word.name is not None and id(word) not in lone}
    return [word for word in words if id(word) in lone and word.kind is not None and word.name not in partnered]


def doer_of(frame: Frame, side: Statement) -> Word | None:
    """Return the first noun or name that the frame is told of, of two the more telling: who won, نادي السيف."""
    first = [word for word in arguments(frame, side) if is_party(word)][:2]
    return max(first, key=value_of, default=None)


def told_by_each_other(one: Word | None, other: Word | None, known: Mapping[int, Word]) -> bool:
    """Tell whether each is named on the other side too, and neither as who does it: خسر أ أمام ب، تغلب ب على أ."""
    if one is None or other is None:
        return False
    there = known.get(id(one))
    is_named = any(partner is other for partner in known.values())
    return there is not None and is_named and abs(there.place - other.place) > 1
