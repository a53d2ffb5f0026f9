"""Finds two places or two times that short statements tell of one happening, in whatever construction."""

from collections.abc import Collection, Iterator, Sequence
from datetime import timedelta

from musnad.agreement.evidence import Finding
from musnad.agreement.happening import apart_days, done_once
from musnad.agreement.roles.matter import is_identified, left_over, of_one_happening
from musnad.agreement.sides import Sides
from musnad.agreement.statements import Dated, Statement
from musnad.agreement.telling import first_deed
from musnad.agreement.venues import is_venue
from musnad.agreement.words import Word
from musnad.languages.agreement import AgreementLexicon, Tense
from musnad.model import Grain, MentionKind, Slot

_DAYS = frozenset({Grain.DAY, Grain.HOUR, Grain.MINUTE})
_PLACES = frozenset({MentionKind.PLACE, MentionKind.FACILITY, MentionKind.COUNTRY})
_BEFORE = 12  # characters before a time in which "and not" stands
_PERSON = MentionKind.PERSON
_NOTHING = 0.15  # the share of what else either side tells, where both tell the same
_UNKNOWN = 0.95  # weight of a word that hardly any article has
_ONE_DAY = timedelta(days=1)


def find_when(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return two days of one happening, less those that a side tells only to set them right."""
    if apart_days(sides):
        return None
    days = [
        [time for time in side.times if time.grain in _DAYS and not _is_set_right(time, side, lexicon)]
        for side in (sides.left, sides.right)
    ]
    if len(days[0]) != 1 or len(days[1]) != 1:
        return None
    one, other = days[0][0], days[1][0]
    gap = max(one.earliest - other.latest, other.earliest - one.latest)
    if gap <= _ONE_DAY:
        return None
    if not (_tell_one_deed(sides, (), lexicon) and of_one_happening(sides, (), lexicon)):
        return None
    if not is_identified(sides, _persons(sides, lexicon), lexicon, single=True):
        return None
    told = f"{one.span.of(sides.left.text)} / {other.span.of(sides.right.text)}"
    return Finding(Slot.TIME, f"{told}: of one happening", one.span, other.span)


def _days(side: Statement, lexicon: AgreementLexicon) -> list[Dated]:
    return [time for time in side.times if time.grain in _DAYS and not _is_set_right(time, side, lexicon)]


def _is_set_right(time: Dated, side: Statement, lexicon: AgreementLexicon) -> bool:
    """Tell whether the time stands behind "and not", or "not": وليس الأحد."""
    before = side.text[max(0, time.span.start - _BEFORE) : time.span.start].split()
    return bool(before) and before[-1] in lexicon.words["setting_right"]


def find_where(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return two places of one happening."""
    lone = frozenset(id(word) for word in (*sides.alignment.left_only, *sides.alignment.right_only))
    one, other = (list(_place(side, lone, lexicon)) for side in (sides.left, sides.right))
    if not one or not other:
        return None
    if sides.place is None and not _exclude(one, other):
        return None
    apart = {id(word) for word in (*one, *other)}
    if not (_tell_one_deed(sides, apart, lexicon) and of_one_happening(sides, apart, lexicon)):
        return None
    if not is_identified(sides, apart | _persons(sides, lexicon), lexicon, single=True):
        return None
    spans = (sides.place.left, sides.place.right) if sides.place else (one[0].span, other[0].span)
    told = f"{spans[0].of(sides.left.text)} / {spans[1].of(sides.right.text)}"
    return Finding(Slot.PLACE, f"{told}: of one happening", *spans)


def _tell_one_deed(sides: Sides, apart: Collection[int], lexicon: AgreementLexicon) -> bool:
    """Tell whether what either side says first is told by the other too, if not in so many words.

    Where all else is told by both, another verb tells the same: استقبل الميناء الشحنة، وصلت الشحنة إلى الميناء.
    """
    paired = {id(word) for pair in sides.alignment.pairs for word in (pair.left, pair.right)}
    lone = {id(first) for first in map(first_deed, (sides.left, sides.right)) if first and id(first) not in paired}
    return not lone or max(left_over(sides, {*apart, *lone}, lexicon)) <= _NOTHING


def _persons(sides: Sides, lexicon: AgreementLexicon) -> set[int]:
    """Return the ids of names of persons, save where the deed is done to one but once: a man may speak in two towns."""
    if done_once(sides, lexicon):
        return set()
    return {id(word) for side in (sides.left, sides.right) for word in side.wording.words if word.kind is _PERSON}


def _place(side: Statement, lone: frozenset[int], lexicon: AgreementLexicon) -> Iterator[Word]:
    """Yield the words without partner that tell where: behind a preposition of place, or of a place's name."""
    inside = False
    for word in side.wording.words:
        if word.reading.tense is not Tense.NONE and word.kind not in _PLACES:
            inside = False
        elif word.before in lexicon.words["place_prepositions"]:
            # Many a verb takes "on" before what it is done to: عثر على سيارته.
            inside = word.before != "علي" or is_venue(word, lexicon)
        elif word.before in lexicon.words["passing"]:
            inside = False
        if id(word) in lone and not word.heard and inside:
            yield word


def _exclude(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Tell whether a place and a name that no gazetteer has stand behind one preposition: إلى عدن, إلى الطرفاء."""
    here, there = one[0], other[0]
    if here.before != there.before:
        return False
    named, unknown = (here, there) if here.kind in _PLACES else (there, here)
    is_rare = unknown.kind is None and unknown.weight >= _UNKNOWN and not unknown.reading.senses
    return named.kind in _PLACES and is_rare and not unknown.tells_deed
