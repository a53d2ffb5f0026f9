"""Tells which parties of a deed two statements have in common: who and what stands around it on both sides."""

from collections.abc import Iterator, Mapping, Sequence

from musnad.agreement.alignment import Alignment
from musnad.agreement.evidence import ACTORS
from musnad.agreement.sides import Matter, Sides
from musnad.agreement.statements import Dated, Statement
from musnad.agreement.words import Word
from musnad.languages.agreement import Tense
from musnad.model import MentionKind, Span

NAMES = ACTORS | {MentionKind.PLACE, MentionKind.FACILITY, MentionKind.NATIONALITY}
# Set on the pairs of tests/agreement that may be read, and on what was shown in 1,700 real articles.
TELLING, NAME = 0.3, 0.5
_BEFORE, _BEHIND = 5, 9  # words of content around a deed among which its parties stand
_BESIDE_BEFORE, _BESIDE_BEHIND = 3, 6  # those that stand next to it
_ARGUMENT = 4
_WEEK = 7


def is_party(word: Word) -> bool:
    """Tell whether the word may name a party: no verb, none of those by which a sentence is laid to somebody."""
    is_verb = word.reading.tense is not Tense.NONE and not word.reading.is_masdar
    return not word.heard and not is_verb and (word.weight >= TELLING or word.kind in NAMES)


def value_of(word: Word) -> float:
    """Return how much the word tells which happening it is."""
    return max(word.weight, NAME if word.kind in NAMES else 0.0)


def partners(alignment: Alignment) -> Mapping[int, Word]:
    """Return the words of the right side by the ids of their partners on the left."""
    return {id(pair.left): pair.right for pair in alignment.pairs if not pair.opposed}


def lone_words(alignment: Alignment) -> set[int]:
    """Return the ids of the words without a partner."""
    return {id(word) for word in (*alignment.left_only, *alignment.right_only)}


def strangers(words: Sequence[Word], side: Statement, lone: set[int]) -> list[Word]:
    """Return the words of names of which the other side has not a word: وادي السلام, حوض وادي السلام are one."""
    known = {word.name for word in side.wording.words if word.name is not None and id(word) not in lone}
    return [word for word in words if id(word) in lone and word.kind in NAMES and word.name not in known]


def matter_of(alignment: Alignment) -> Matter:
    """Return how many parties the two statements share, and what these tell in all."""
    shared, weight = 0, 0.0
    for left, right, opposed in alignment.pairs:
        if not opposed and is_party(left) and is_party(right):
            shared += 1
            weight += min(value_of(left), value_of(right))
    return Matter(shared, weight)


def shared_around(left: Sequence[Word], right: Sequence[Word], known: Mapping[int, Word]) -> Iterator[float]:
    """Yield what each party tells that stands in both stretches."""
    there = {id(word) for word in right}
    for word in left:
        partner = known.get(id(word))
        if partner is not None and id(partner) in there and is_party(word) and is_party(partner):
            yield min(value_of(word), value_of(partner))


def around(side: Statement, word: Word) -> Sequence[Word]:
    """Return the words of content among which the parties of a deed stand."""
    told = [each for each in side.wording.words if not each.heard]
    at = next((number for number, each in enumerate(told) if each is word), 0)
    return told[max(0, at - _BEFORE) : at + _BEHIND + 1]


def around_span(side: Statement, span: Span) -> Sequence[Word]:
    """Return the words of content among which a number stands."""
    told = [each for each in side.wording.words if not each.heard]
    at = next((number for number, each in enumerate(told) if each.span.end >= span.start), len(told) - 1)
    return told[max(0, at - _BEFORE) : at + _BEHIND + 1]


def beside(side: Statement, deed: Word) -> set[int]:
    """Return the ids of the words of content that stand next to the deed."""
    told = [word for word in side.wording.words if not word.heard]
    at = next(number for number, word in enumerate(told) if word is deed)
    return {id(word) for word in told[max(0, at - _BESIDE_BEFORE) : at + _BESIDE_BEHIND + 1] if word is not deed}


def _arguments(side: Statement, deed: Word) -> list[Word]:
    """Return the first two telling words behind the deed; where none follows, the one before it."""
    words = [word for word in side.wording.words if not word.heard]
    at = next(number for number, word in enumerate(words) if word is deed)
    behind = [word for word in words[at + 1 : at + _ARGUMENT + 1] if word.weight >= TELLING or word.kind in NAMES]
    return behind[:2] or words[max(0, at - 1) : at]


def of_one_argument(left: Word, right: Word, sides: Sides) -> bool:
    """Tell whether what stands right behind the deed on either side stands beside the other's too."""
    ones, others = _arguments(sides.left, left), _arguments(sides.right, right)
    here, there = beside(sides.left, left), beside(sides.right, right)
    pairs = [(pair.left, pair.right) for pair in sides.alignment.pairs if not pair.opposed]
    return any(forth in ones and id(back) in there for forth, back in pairs) and any(
        back in others and id(forth) in here for forth, back in pairs
    )


def at_other_time(left: Span, right: Span, sides: Sides) -> bool:
    """Tell whether the times told nearest to the two do not meet."""
    one, other = time_near(left, sides.left), time_near(right, sides.right)
    return one is not None and other is not None and not meet(one, other)


def meet(one: Dated, other: Dated) -> bool:
    """Tell whether the two may be one time; a weekday is that of this week or of the last."""
    if one.earliest <= other.latest and other.earliest <= one.latest:
        return True
    return one.grain is other.grain and abs((one.earliest - other.earliest).days) == _WEEK


def time_near(span: Span, side: Statement) -> Dated | None:
    """Return the time that stands nearest to the words."""
    return min(side.times, key=lambda time: max(time.span.start - span.end, span.start - time.span.end), default=None)
