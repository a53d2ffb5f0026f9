"""Finds two times that short statements tell of one happening: two days, two parts of a night, two months or years."""

from collections.abc import Collection
from datetime import datetime, timedelta

from musnad.agreement.clock import Told
from musnad.agreement.evidence import Finding
from musnad.agreement.happening import apart_days
from musnad.agreement.roles.matter import TIMES, is_identified, of_one_happening, persons_in, tell_one_deed
from musnad.agreement.sides import Sides
from musnad.agreement.statements import Statement
from musnad.agreement.words import Mark
from musnad.languages.agreement import AgreementLexicon, Tense
from musnad.model import Grain, Slot, TimePart

_BEFORE = 12  # characters before a time in which "and not" stands
_FINE = frozenset({Grain.DAY, Grain.HOUR, Grain.MINUTE})
# The finer first; what both tell is held against each other in the finest that each tells.
_GRAINS = (Grain.MINUTE, Grain.HOUR, Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.YEAR, Grain.CENTURY)
# When a part of a day begins and ends, in hours of that day, as widely as reports use the word.
_HOURS = {
    TimePart.DAWN: (2, 7),
    TimePart.EARLY: (0, 9),
    TimePart.MORNING: (5, 12),
    TimePart.NOON: (11, 15),
    TimePart.AFTERNOON: (13, 18),
    TimePart.EVENING: (16, 23),
    TimePart.NIGHT: (19, 30),
    TimePart.MIDNIGHT: (22, 26),
}
# Pages of other time zones call one night by two days; hours that are told are not so far off.
_DAYS_APART, _HOURS_APART = timedelta(days=1), timedelta(hours=3)


def find_when(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return two times of one happening, less those that a side tells only to set them right."""
    times = times_apart(sides, lexicon)
    if times is None:
        return None
    one, other = times
    if not (tell_one_deed(sides, (), lexicon) and of_one_happening(sides, (), lexicon, bounds=TIMES)):
        return None
    if not is_identified(sides, persons_in(sides, lexicon), lexicon, single=True):
        return None
    told = f"{one.span.of(sides.left.text)} / {other.span.of(sides.right.text)}"
    return Finding(Slot.TIME, f"{told}: of one happening", one.span, other.span)


def times_apart(sides: Sides, lexicon: AgreementLexicon) -> tuple[Told, Told] | None:
    """Return the one time of each side where the two are not one, whatever they are told of."""
    alike = {time.words for time in sides.left.clock} & {time.words for time in sides.right.clock}
    one, other = (_finest(side, alike, lexicon) for side in (sides.left, sides.right))
    if one is None or other is None or one.relation is not other.relation or not _are_apart(one, other):
        return None
    if {_days_ahead(one, sides.left), _days_ahead(other, sides.right)} == {-1, 1}:
        return None  # what was done on Sunday may be done again next month
    if apart_days(sides) and not all(any(map(str.isdigit, "".join(time.words))) for time in (one, other)):
        return None
    return one, other


def _days_ahead(time: Told, side: Statement) -> int:
    """Return 1 where the time lies behind the day of publication, -1 where before it, else 0."""
    assert time.earliest
    if side.published is None:
        return 0
    day, told = side.published.date(), time.earliest.date()
    if told > day and _is_past_week(time, side):
        return -1
    return (told > day) - (told < day)


def _is_past_week(time: Told, side: Statement) -> bool:
    """Tell whether a bare weekday is that of the past week, whatever it was reckoned to be: كان إقراره يوم الأحد."""
    is_bare = time.grain is Grain.DAY and not any(map(str.isdigit, "".join(time.words)))
    is_told = any(word.reading.tense is Tense.PERFECT for word in side.wording.words)
    return is_bare and is_told and Mark.FUTURE not in side.wording.marks


def _finest(side: Statement, alike: Collection[frozenset[str]], lexicon: AgreementLexicon) -> Told | None:
    """Return the one time of the finest grain that a side tells and does not set right; None where it tells two.

    `alike` are the words of times that both sides tell: what differs is another.
    """
    told = [
        time
        for time in side.clock
        if time.earliest
        and time.grain in _GRAINS
        and time.words not in alike
        and not _is_set_right(time, side, lexicon)
    ]
    finest = [time for grain in _GRAINS for time in told if time.grain is grain]
    if not finest or (len(finest) > 1 and finest[1].grain is finest[0].grain):
        return None
    return finest[0]


def _is_set_right(time: Told, side: Statement, lexicon: AgreementLexicon) -> bool:
    """Tell whether the time stands behind "and not", or "not": وليس الأحد."""
    before = side.text[max(0, time.span.start - _BEFORE) : time.span.start].split()
    return bool(before) and before[-1] in lexicon.words["setting_right"]


def _are_apart(one: Told, other: Told) -> bool:
    """Tell whether the times do not meet: hours where both tell them, days with one between, two months or years."""
    here, there = _window(one), _window(other)
    gap = max(here[0] - there[1], there[0] - here[1])
    grains = {one.grain, other.grain}
    if (
        all(time.part in _HOURS or time.grain in {Grain.HOUR, Grain.MINUTE} for time in (one, other))
        and grains <= _FINE
    ):
        return gap >= _HOURS_APART
    if not grains <= _FINE:
        return len(grains) == 1 and gap >= timedelta(0)
    return gap >= _DAYS_APART


def _window(time: Told) -> tuple[datetime, datetime]:
    assert time.earliest
    assert time.latest
    first = time.earliest.replace(tzinfo=None)
    if time.grain in {Grain.HOUR, Grain.MINUTE}:
        return first, first + timedelta(hours=1)
    if time.grain is Grain.DAY and time.part in _HOURS:
        start, end = _HOURS[time.part]
        day = first.replace(hour=0, minute=0, second=0, microsecond=0)
        return day + timedelta(hours=start), day + timedelta(hours=end)
    last = time.latest.replace(tzinfo=None)
    return first, last.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
