"""Tells whether two statements are of one happening by its deed and parties, whatever either adds by the way."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from musnad.agreement.evidence import ACTORS
from musnad.agreement.happening import done_once
from musnad.agreement.sides import Sides
from musnad.agreement.statements import Statement
from musnad.agreement.telling import first_deed
from musnad.agreement.words import Word
from musnad.languages.agreement import AgreementLexicon, Tense
from musnad.model import MentionKind

NAMES = ACTORS | {MentionKind.PLACE, MentionKind.FACILITY, MentionKind.NATIONALITY}
# Weights and weighed shares, set on the pairs of tests/agreement that may be read.
_TELLING, _NAME, _NOTHING, _SAME, _IDENTIFIED = 0.3, 0.5, 0.05, 0.15, 0.6
_WHERE = frozenset({MentionKind.PLACE, MentionKind.FACILITY, MentionKind.COUNTRY})
NAMES_OF_ONE = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.ARMED_GROUP})
_TOWNS = frozenset({MentionKind.PLACE, MentionKind.COUNTRY})
_SEVERAL = ("ون", "ين", "ات")
_FOR_THE = "لل"
_ARTICLES = ("ال", "بال", "وال", "كال")


@dataclass(frozen=True, slots=True)
class Bounds:
    """What both must tell in common, in words and weight, and what either may tell besides, in weighed shares."""

    fewest: int
    enough: float
    little: float
    much: float
    needs_deed: bool = True


# Set on the pairs of tests/agreement that may be read. Who says that it was but one needs to tell less.
USUAL, OF_ONE = Bounds(2, 1.2, 0.2, 0.45), Bounds(2, 1.0, 0.12, 0.3)
SHARES, STANDING = Bounds(3, 1.5, 0.2, 0.4, needs_deed=False), Bounds(2, 1.2, 0.12, 0.35, needs_deed=False)
CAUSES, TIMES = Bounds(2, 1.2, 0.15, 0.35, needs_deed=False), Bounds(2, 1.2, 0.12, 0.3)


def of_one_happening(
    sides: Sides, apart: Collection[int], lexicon: AgreementLexicon, *, bounds: Bounds = USUAL
) -> bool:
    """Tell whether both tell one deed of the same parties and little else, but for the words that are set `apart`.

    What stands behind "after", "during" or "according to" is told by the way.
    """
    pairs = [pair for pair in sides.alignment.pairs if id(pair.left) not in apart and id(pair.right) not in apart]
    if any(pair.opposed or pair.left.negated != pair.right.negated for pair in pairs):
        return False
    if of_other_things(sides, apart):
        return False
    told = [value_of(pair.left) for pair in pairs if value_of(pair.left) >= _TELLING]
    if len(told) < bounds.fewest or sum(told) < bounds.enough:
        return False
    if bounds.needs_deed and not any(pair.left.tells_deed and pair.right.tells_deed for pair in pairs):
        return False
    over = left_over(sides, apart, lexicon)
    return min(over) <= bounds.little and max(over) <= bounds.much


def tell_one_deed(sides: Sides, apart: Collection[int], lexicon: AgreementLexicon) -> bool:
    """Tell whether what either side says first is told by the other too, if not in so many words.

    Where all else is told by both, another verb tells the same: استقبل الميناء الشحنة، وصلت الشحنة إلى الميناء.
    """
    paired = {id(word) for pair in sides.alignment.pairs for word in (pair.left, pair.right)}
    lone = {id(first) for first in map(first_deed, (sides.left, sides.right)) if first and id(first) not in paired}
    return not lone or (len(lone) == 1 and max(left_over(sides, {*apart, *lone}, lexicon)) <= _SAME)


def persons_in(sides: Sides, lexicon: AgreementLexicon) -> set[int]:
    """Return the ids of names of persons, save where the deed is done to one but once: a man may speak in two towns."""
    if done_once(sides, lexicon):
        return set()
    return {
        id(word) for side in (sides.left, sides.right) for word in side.wording.words if word.kind is MentionKind.PERSON
    }


def of_other_things(sides: Sides, apart: Collection[int]) -> bool:
    """Tell whether one noun is told of two things: سكان إقليم الشمال، سكان إقليم الجنوب."""
    left, right = _behind(sides.left, sides.alignment.left_only), _behind(sides.right, sides.alignment.right_only)
    return any(
        not ({id(left[id(pair.left)]), id(right[id(pair.right)])} & set(apart)) and not pair.left.reading.is_act
        for pair in sides.alignment.pairs
        if id(pair.left) in left and id(pair.right) in right
    )


def _behind(side: Statement, alone: Sequence[Word]) -> dict[int, Word]:
    """Return the names and nouns with an article, without partner, by the id of the word right before each."""
    lone = {id(word) for word in alone}
    return {
        id(before): word
        for before, word in pairwise(side.wording.words)
        if id(word) in lone and word.before == before.folded and (word.kind is not None or word.folded.startswith("ال"))
    }


def is_identified(sides: Sides, apart: Collection[int], lexicon: AgreementLexicon, *, single: bool = False) -> bool:
    """Tell whether something both name is one of its kind, as an article or a name tells: القذيفة, not قذيفة.

    Of several some may be here and some there: `single` leaves them out (وصلت المساعدات إلى بلدتين).
    """
    known = [_known(side, apart, lexicon) for side in (sides.left, sides.right)]
    if single:
        known = [
            {id(word) for word in side.wording.words if id(word) in found and not _are_many(word)}
            for side, found in zip((sides.left, sides.right), known, strict=True)
        ]
    told = (
        value_of(pair.left)
        for pair in sides.alignment.pairs
        if id(pair.left) in known[0] and id(pair.right) in known[1]
    )
    return sum(told) >= _IDENTIFIED


def _are_many(word: Word) -> bool:
    """Tell whether the noun stands in a plural: its singular is not in it, or but with an ending."""
    return word.kind is None and (
        word.reading.lemma not in word.folded
        or (word.folded.endswith(_SEVERAL) and not word.reading.lemma.endswith(_SEVERAL))
    )


def _known(side: Statement, apart: Collection[int], lexicon: AgreementLexicon) -> set[int]:
    """Return the ids of words that tell which one: with an article, in a name, or before one that is: حراس الرئيس."""
    passing = {id(word) for word in by_the_way(side, lexicon)}
    words = side.wording.words
    found: set[int] = set()
    for at in range(len(words) - 1, -1, -1):
        word, behind = words[at], words[at + 1] if at + 1 < len(words) else None
        is_known = word.kind in NAMES_OF_ONE or word.folded.startswith(_ARTICLES)
        if is_known and at and words[at - 1].folded.startswith(_FOR_THE) and word.before == words[at - 1].folded:
            is_known = False  # مخفر للشرطة النهرية: one of its posts
        if behind is not None and behind.before == word.folded and id(behind) in found:
            is_known = is_known or (word.reading.tense is Tense.NONE and not behind.folded.startswith(_FOR_THE))
        if is_known and word.kind not in _TOWNS and id(word) not in apart and id(word) not in passing:
            found.add(id(word))
    return found


def is_told_alike(sides: Sides, apart: Collection[int], lexicon: AgreementLexicon) -> bool:
    """Tell whether both sides say the very same, but for the words set apart, and name a place."""
    names_place = any(pair.left.kind in _WHERE for pair in sides.alignment.pairs)
    return names_place and max(left_over(sides, apart, lexicon)) <= _NOTHING


def value_of(word: Word) -> float:
    """Return how much the word tells which happening it is."""
    return max(word.weight, _NAME if word.kind in NAMES else 0.0)


def left_over(sides: Sides, apart: Collection[int], lexicon: AgreementLexicon) -> tuple[float, float]:
    """Return the weighed share of each side's words without partner, less what it tells by the way."""
    return (
        _left_over(sides.left, sides.alignment.left_only, apart, sides.right.holder, lexicon),
        _left_over(sides.right, sides.alignment.right_only, apart, sides.left.holder, lexicon),
    )


def _left_over(
    side: Statement,
    alone: Sequence[Word],
    apart: Collection[int],
    speaker: Collection[str],
    lexicon: AgreementLexicon,
) -> float:
    """Return the share of one side; who says it on the other, `speaker` by lemmas, is named there too."""
    passing = {id(word) for word in by_the_way(side, lexicon)}
    words = [word for word in side.wording.words if id(word) not in apart and id(word) not in passing]
    lone = {id(word) for word in alone if word.reading.lemma not in speaker}
    whole = sum(word.weight for word in words)
    over = sum(word.weight for word in words if id(word) in lone and not is_idle(word, lexicon))
    return over / whole if whole else 0.0


def is_idle(word: Word, lexicon: AgreementLexicon) -> bool:
    """Tell whether the word says only that something took place, may be, or is meant: حدث، قام، المحتمل، يعتزم."""
    return (
        word.intends
        or word.folded in lexicon.words["possible"]
        or (word.reading.tense is not Tense.NONE and word.folded in lexicon.words["idle"])
    )


def by_the_way(side: Statement, lexicon: AgreementLexicon) -> Iterator[Word]:
    """Yield the words that tell who says it, and those behind "after", "during", "in protest at"."""
    aside = False
    for word in side.wording.words:
        if word.before in lexicon.words["passing"]:
            aside = True
        elif word.before in lexicon.words["place_prepositions"] or word.reading.tense is not Tense.NONE:
            aside = False
        if aside or word.heard:
            yield word
