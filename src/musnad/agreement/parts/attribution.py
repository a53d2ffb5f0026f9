"""Finds which words of a sentence say who says it: they are no part of what is told."""

from collections.abc import Collection, Mapping, Sequence

from musnad.agreement.word_types import WordType

_COMMAS = frozenset("،,؛;")
_STOPS = frozenset(".!?؟:")
_ENDING = _COMMAS | _STOPS
# Of a speaker with his office, in tokens: قال المتحدث باسم وزارة الداخلية العميد رائد الكيلاني، في مؤتمر صحفي، إن
_SPEAKER = 24


def heard_words(
    folded: Sequence[str], types: Sequence[WordType | None], words: Mapping[str, frozenset[str]]
) -> frozenset[int]:
    """Return the places of the words by which a sentence is laid to somebody; `types` are None for marks.

    From "according to" to the comma, from a verb of saying to its "that", and behind a comma to the next one.
    """
    found: set[int] = set()
    after_mark = False
    for at, word in enumerate(folded):
        known = types[at]
        if known is None:
            after_mark = word in _COMMAS
            continue
        if at in found:
            continue
        is_said = "announce" in known.reading.senses
        if (is_said or known.bare in words["showing"]) and (
            that := _that_behind(folded, at, words["saying_that"])
        ) is not None:
            found.update(range(at, that + 1))
        elif known.bare in words["attributing"] or (
            is_said and (after_mark or (at and folded[at - 1] in words["saying_as"]))
        ):
            found.update(range(at, _end_of(folded, at, words["taking_up"])))
        after_mark = False
    return frozenset(found)


def _that_behind(folded: Sequence[str], at: int, that: Collection[str]) -> int | None:
    """Return the place of the "that" to which a verb of saying leads, in its sentence."""
    for place in range(at + 1, min(len(folded), at + _SPEAKER)):
        if folded[place] in _STOPS:
            return None
        if folded[place] in that:
            return place
    return None


def _end_of(folded: Sequence[str], at: int, taking_up: Collection[str]) -> int:
    """Return where an attribution ends: at the next mark, or before the "that" that takes up the sentence."""
    for place in range(at + 1, len(folded)):
        if folded[place] in _ENDING or folded[place] in taking_up:
            return place
    return len(folded)
