"""Finds hours, parts of a day, terms and days counted on that two statements tell differently: حتى 2032, حتى 2040."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from musnad.agreement.cutting import words_in
from musnad.languages.agreement import AgreementLexicon
from musnad.model import Grain, Span, TimeExpression, TimePart, TimeRelation

# Parts of a day by their order; reports call one hour by neighbouring ones.
_PARTS = {
    TimePart.DAWN: 0,
    TimePart.EARLY: 0,
    TimePart.MORNING: 1,
    TimePart.NOON: 2,
    TimePart.AFTERNOON: 3,
    TimePart.EVENING: 4,
    TimePart.NIGHT: 5,
    TimePart.MIDNIGHT: 5,
}
_APART = 3  # steps between two parts that are two times: morning and evening
_FINE = frozenset({Grain.MINUTE, Grain.HOUR})


@dataclass(frozen=True, slots=True)
class Told:
    """A time as it is told: its span and words, how fine it is, what of it is meant, and the days where known."""

    span: Span
    words: frozenset[str]
    grain: Grain
    relation: TimeRelation | None
    part: TimePart | None
    earliest: datetime | None
    latest: datetime | None

    @property
    def is_count(self) -> bool:
        """Tell whether it counts how long a thing has gone on: لليوم الثالث."""
        return self.earliest is None and any(word.startswith("لل") for word in self.words)


def told_times(text: str, times: Iterable[TimeExpression]) -> tuple[Told, ...]:
    """Return the times as the text tells them, less lengths of time."""
    return tuple(
        Told(
            time.span,
            frozenset(token.folded for token in words_in(text, time.span.start, time.span.end)),
            time.grain,
            time.relation,
            time.part,
            time.earliest,
            time.latest,
        )
        for time in times
        if time.grain is not Grain.DURATION
    )


def find_clock(left: Sequence[Told], right: Sequence[Told], lexicon: AgreementLexicon) -> tuple[Told, Told] | None:
    """Return two times of one kind, each told on one side alone, that are not one."""
    alone = [
        [time for time in here if not any(time.words == other.words for other in there)]
        for here, there in ((left, right), (right, left))
    ]
    if len(alone[0]) != 1 or len(alone[1]) != 1:
        return None
    one, other = alone[0][0], alone[1][0]
    if one.relation is not other.relation or not _are_apart(one, other, lexicon):
        return None
    return one, other


def _are_apart(one: Told, other: Told, lexicon: AgreementLexicon) -> bool:
    if one.earliest is None or other.earliest is None or one.latest is None or other.latest is None:
        is_one_kind = one.grain is other.grain or {one.grain, other.grain} <= _FINE
        return is_one_kind and bool(_counts(one, lexicon)) and _differ(_counts(one, lexicon), _counts(other, lexicon))
    if one.relation is not None:
        return one.latest < other.earliest or other.latest < one.earliest
    is_one_day = one.earliest.date() == other.earliest.date()
    parts = (_PARTS.get(one.part), _PARTS.get(other.part)) if one.part and other.part else (None, None)
    return is_one_day and None not in parts and abs((parts[0] or 0) - (parts[1] or 0)) >= _APART


def _counts(time: Told, lexicon: AgreementLexicon) -> frozenset[str]:
    """Return the words that count: الخامسة, 5, لليوم الثالث."""
    known = lexicon.numbers.keys() | lexicon.words["ordinals"]
    return frozenset(word for word in time.words if word.isdigit() or {word, word.removeprefix("ال")} & known)


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether both count, both in figures or both in words, and not alike."""
    if not other or any(word.isdigit() for word in one) != any(word.isdigit() for word in other):
        return False
    return one != other
