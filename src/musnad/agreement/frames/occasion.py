"""Tells whether two statements in quite other words are of one occasion: by whom and what both name, and one deed."""

import math
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from musnad.agreement.figures import FigurePair, Fit
from musnad.agreement.parts.parties import is_party, meet, value_of
from musnad.agreement.roles.matter import by_the_way, is_identified
from musnad.agreement.sides import Sides
from musnad.agreement.statements import Statement
from musnad.agreement.words import Mark, Word
from musnad.languages.agreement import AgreementLexicon
from musnad.model import Grain, MentionKind, Span

_BODIES = frozenset({MentionKind.ORGANISATION, MentionKind.ARMED_GROUP})
_ONE_OF_A_KIND = frozenset({MentionKind.PERSON})
_DEFINITE = ("ال", "لل", "بال", "وال", "كال")
_UNSURE = frozenset({Mark.POSSIBLE, Mark.ASKED, Mark.UNDECIDED})


class Bounds(NamedTuple):
    """What both must tell in common: weight, that of what is but one of its kind, and the weighed shares of the sides.

    So `much` shows it without that, `alike` where nearly all words of either side are the other's too; `by_place`: one
    place on one day shows it too. From `any_deed` on the two may tell it by words for two deeds; `known`: then, and
    where it is but told alike, something must be one of its kind, as an article or a name tells.
    """

    weight: float
    shown: float
    less: float
    more: float
    much: float
    by_place: bool = False
    alike: float = math.inf
    any_deed: float = math.inf
    known: bool = False


# Set on the pairs of tests/agreement that may be read.
OF_PLACES = Bounds(2.2, 0.5, 0.25, 0.35, 3.4, alike=2.4, any_deed=2.6, known=True)
OF_TIMES = Bounds(2.2, 0.5, 0.35, 0.5, 4.0, alike=2.4, known=True)
OF_ACTORS = Bounds(2.2, 0.5, 0.25, 0.35, math.inf)
OF_AGENTS = Bounds(2.0, 0.5, 0.3, 0.4, 3.0, by_place=True, alike=2.0, any_deed=2.6)
OF_NUMBERS = Bounds(2.2, 0.5, 0.25, 0.35, 3.5, by_place=True, any_deed=2.6)
OF_RANKS = OF_NUMBERS._replace(alike=2.4)
# Of those who fell ill some went home and some stayed: what is counted, not measured, is of one deed.
OF_COUNTS = Bounds(2.2, 0.5, 0.25, 0.35, 3.5, by_place=True, alike=2.4)
# Of outcomes the deed is what differs.
OF_OUTCOMES = Bounds(2.6, 0.5, 0.35, 0.5, 3.4, by_place=True)
_PERSON = 0.9
_DAYS = frozenset({Grain.DAY, Grain.HOUR, Grain.MINUTE})
_RARE, _MUCH = 0.8, 3.2
_ALIKE, _KNOWN_ALIKE, _THE_SAME = (0.45, 0.6), (0.6, 0.75), 0.9
_SHOWN, _TELLING_NUMBER, _QUOTED = 0.6, 3, 14
_MARKS = frozenset('"«»“”')


class Common(NamedTuple):
    """What two statements tell in common: weight, that of what is but one of its kind, the weighed share of either.

    `others`: each names a person of whom the other has no name.
    """

    told: float
    shown: float
    shares: tuple[float, float]
    others: bool


def of_one_occasion(
    sides: Sides, apart: tuple[Sequence[Span], Sequence[Span]], lexicon: AgreementLexicon, bounds: Bounds
) -> str | None:
    """Return why the two are not of one occasion, whatever stands at the spans `apart`; None where they are."""
    if any(_UNSURE & side.wording.marks for side in (sides.left, sides.right)):
        return "one side only holds it possible, or asks for it"
    gone = _words_at(sides, apart)
    told, shown, shares, others = measure_common(sides, gone, lexicon, by_place=bounds.by_place)
    alike = _KNOWN_ALIKE if bounds.known else _ALIKE
    much = bounds.alike if min(shares) >= alike[0] and max(shares) >= alike[1] else bounds.much
    is_known = not bounds.known or is_identified(sides, gone, lexicon, single=True)
    much = min(much, bounds.much) if is_known else math.inf
    if told + shown < bounds.weight or (shown < bounds.shown and told < much):
        return f"little is told by both: {told:.2f} {shown:.2f} {shares[0]:.2f} {shares[1]:.2f}"
    if min(shares) < bounds.less or (max(shares) < bounds.more and told + shown < _MUCH):
        return f"of other things: {shares[0]:.2f} {shares[1]:.2f}"
    if others:
        return "each names another"
    if tell_one_deed(sides, lexicon):
        return None
    if bounds is OF_OUTCOMES:
        return None
    least = _THE_SAME if bounds.known else _ALIKE[0]
    is_enough = told + shown >= bounds.any_deed and min(shares) >= least and not _tell_two_outcomes(sides, lexicon)
    return None if is_enough and is_known else "of two deeds"


def _since_one_day(sides: Sides) -> bool:
    """Tell whether both tell what there is since, or until, one time."""
    told = [
        {(time.relation, time.earliest, time.latest) for time in side.clock if time.relation is not None}
        for side in (sides.left, sides.right)
    ]
    return bool(told[0] & told[1])


def _words_at(sides: Sides, apart: tuple[Sequence[Span], Sequence[Span]]) -> set[int]:
    """Return the ids of the words of either side at its spans, whole names of which one is a part included."""
    return {
        id(word)
        for side, spans in zip((sides.left, sides.right), apart, strict=True)
        for word in side.wording.words
        if any(word.span.overlaps(span) or (word.name is not None and word.name.overlaps(span)) for span in spans)
    }


def measure_common(sides: Sides, gone: Collection[int], lexicon: AgreementLexicon, *, by_place: bool) -> Common:
    """Return what both tell, but for the words that are `gone`; `by_place`: a place on one day shows one occasion."""
    pairs = [
        (pair.left, pair.right)
        for pair in sides.alignment.pairs
        if not pair.opposed and not {id(pair.left), id(pair.right)} & set(gone) and is_party(pair.left)
    ]
    pairs += [(one, other) for one, other in alike_words(sides, lexicon) if not {id(one), id(other)} & set(gone)]
    met = {id(word) for pair in pairs for word in pair}
    told = sum(_worth_of(one, other) for one, other in pairs)
    on_one_day = any(
        meet(one, other) for one in sides.left.times for other in sides.right.times if {one.grain, other.grain} <= _DAYS
    )
    shown = _SHOWN * (sum(map(_is_same_number, sides.figures)) + (on_one_day or _since_one_day(sides)))
    shown += sum(
        max(worth(one), worth(other))
        for one, other in pairs
        if _is_one_of_a_kind(one, sides.left) or other.kind in _ONE_OF_A_KIND
    )
    if by_place and on_one_day:
        shown += sum(value_of(one) for one, _ in pairs if one.kind is MentionKind.PLACE)
    shares = _share(sides.left, met, gone), _share(sides.right, met, gone)
    others = all(
        any(_is_another_person(word, side, met) for word in side.wording.words if id(word) not in gone)
        for side in (sides.left, sides.right)
    )
    return Common(told, shown, shares, others)


def _worth_of(one: Word, other: Word) -> float:
    """Return what two partners tell; a last name that but one side calls a person's is his on both."""
    if MentionKind.PERSON in {one.kind, other.kind}:
        return max(worth(one), worth(other))
    return min(worth(one), worth(other))


def worth(word: Word) -> float:
    """Return how much the word tells which occasion it is: a person much, however common the name."""
    return max(value_of(word), _PERSON if word.kind is MentionKind.PERSON else 0.0)


def alike_words(sides: Sides, lexicon: AgreementLexicon) -> Iterator[tuple[Word, Word]]:
    """Yield further partners: words for one thing (منفذ, معبر), a state and its people, capital or government."""
    left, right = list(sides.alignment.left_only), list(sides.alignment.right_only)
    for one in left:
        for other in right:
            nations = nation_of(one, sides.left), nation_of(other, sides.right)
            is_one = nations[0] is not None and nations[0] == nations[1] and (_is_nation(one) or _is_nation(other))
            if is_one or not groups_of(one.folded, lexicon).isdisjoint(groups_of(other.folded, lexicon)):
                right.remove(other)
                yield one, other
                break


def groups_of(form: str, lexicon: AgreementLexicon) -> frozenset[int]:
    """Return the groups of words for one thing to which the folded word belongs."""
    frames = lexicon.frames
    return frozenset(number for stem in frames.stems(form) for number in frames.alike.get(stem, ()))


def _is_nation(word: Word) -> bool:
    return word.entity is not None and word.entity.startswith("country:")


def nation_of(word: Word, side: Statement) -> str | None:
    """Return the country that the word names, or that of the place in whose name it stands."""
    if word.entity and word.entity.startswith("country:"):
        return word.entity.removeprefix("country:")
    return next((place.country for place in side.places if place.span == word.name), None)


def _is_same_number(pair: FigurePair) -> bool:
    return pair.fit is Fit.SAME and pair.left.amount.least >= _TELLING_NUMBER


def _is_one_of_a_kind(word: Word, side: Statement) -> bool:
    """Tell whether the word names somebody or something of which there is one, and that is no town."""
    if word.kind in _ONE_OF_A_KIND or _is_quoted(word, side):
        return True
    is_name = word.kind is MentionKind.FACILITY and word.name is not None and word.name.start < word.span.start
    is_name = is_name and not word.folded.startswith("لل")
    return (is_name or word.kind in _BODIES) and word.weight >= _RARE


def _is_quoted(word: Word, side: Statement) -> bool:
    """Tell whether the word stands in quotation marks with few others: the name of a ship, a drill, a firm."""
    before = side.text[max(0, word.span.start - _QUOTED) : word.span.start]
    after = side.text[word.span.end : word.span.end + _QUOTED]
    return any(mark in before for mark in _MARKS) and any(mark in after for mark in _MARKS)


def tell_one_deed(sides: Sides, lexicon: AgreementLexicon) -> bool:
    """Tell whether both tell one outcome of one matter, or share a word for what they tell; and no two outcomes."""
    passing = {id(word) for side in (sides.left, sides.right) for word in by_the_way(side, lexicon)}
    left, right = (
        {(each.matter, each.outcome, each.denied) for each in side.frames} for side in (sides.left, sides.right)
    )
    told = [
        {each.matter for each in side.frames if each.told and each.matter in lexicon.frames.matters}
        for side in (sides.left, sides.right)
    ]
    if left & right:
        return True
    if told[0] & told[1]:
        return False
    return any(
        pair.left.reading.is_act
        and pair.right.reading.is_act
        and not pair.opposed
        and not {id(pair.left), id(pair.right)} & passing
        and not (pair.left.folded.startswith(_DEFINITE) or pair.right.folded.startswith(_DEFINITE))
        for pair in sides.alignment.pairs
    )


def _tell_two_outcomes(sides: Sides, lexicon: AgreementLexicon) -> bool:
    """Tell whether each side tells an outcome of one matter, and they have none in common."""
    told = [
        {(each.matter, each.outcome) for each in side.frames if each.told and each.matter in lexicon.frames.matters}
        for side in (sides.left, sides.right)
    ]
    matters = [{matter for matter, _ in each} for each in told]
    return bool(matters[0] & matters[1]) and not told[0] & told[1]


def _share(side: Statement, met: Collection[int], gone: Collection[int]) -> float:
    words = [word for word in side.wording.words if is_party(word) and id(word) not in gone]
    whole = sum(map(value_of, words))
    return sum(value_of(word) for word in words if id(word) in met) / whole if whole else 0.0


def _is_another_person(word: Word, side: Statement, met: Collection[int]) -> bool:
    """Tell whether the word names a person of whom the other side has no name."""
    if word.kind is not MentionKind.PERSON or word.heard or id(word) in met:
        return False
    return not any(each.name == word.name and id(each) in met for each in side.wording.words)
