"""Tells whether a side sets what it tells before or behind what the other does: بعد يوم من مداهمة المستودع."""

from collections.abc import Iterator

from musnad.agreement.cutting import words_in
from musnad.agreement.evidence import Finding
from musnad.agreement.parts.parties import at_other_time
from musnad.agreement.sides import Sides
from musnad.agreement.statements import Dated, Statement
from musnad.agreement.words import Word
from musnad.languages.agreement import AgreementLexicon
from musnad.model import Slot, Span
from musnad.text import fold_word

_LENGTH = 3  # tokens of a length of time: بعد ثلاثة أيام من
_BEHIND = 3  # words of content that tell of what it is before or behind
_TELLING = 0.3
_CLAUSE, _YET = 14, "بعد"  # tokens of what is denied, at whose end stands "yet"
_NEAR = 4  # words before one that is told by the way: قبل أن يطرح رفع الحصانة


def told_in_sequence(sides: Sides, finding: Finding, lexicon: AgreementLexicon) -> str | None:
    """Object where one side alone tells of what happened days or hours before or behind what the other tells."""
    if finding.slot not in {Slot.NUMBER, Slot.TIME, Slot.PLACE, Slot.ACTOR}:
        return None
    told = [{id(word) for word in _set_by(side, lexicon)} for side in (sides.left, sides.right)]
    if bool(told[0]) == bool(told[1]):
        return None
    other = sides.right if told[0] else sides.left
    for pair in sides.alignment.pairs:
        own, there = (pair.left, pair.right) if told[0] else (pair.right, pair.left)
        if id(own) in told[0] | told[1] and own.weight >= _TELLING and not _is_passing(there, other, lexicon):
            return "one is told as before or behind the other"
    return None


def _is_passing(word: Word, side: Statement, lexicon: AgreementLexicon) -> bool:
    """Tell whether the word stands right behind "before", "since" or the like: it is told by the way there too."""
    before = side.text[side.span.start : word.span.start].split()[-_NEAR:]
    return any(fold_word(each) in lexicon.words["passing"] for each in before)


def _set_by(side: Statement, lexicon: AgreementLexicon) -> Iterator[Word]:
    """Yield the words of what the side sets itself before or behind, by a length of time."""
    lists = lexicon.words
    for content in side.assertion.content:
        tokens = words_in(side.text, content.start, content.end)
        for at, token in enumerate(tokens):
            if token.folded not in lists["before_behind"]:
                continue
            length = [each.folded for each in tokens[at + 1 : at + 2 + _LENGTH]]
            ends = next((place for place, word in enumerate(length) if word == "من"), None)
            if ends and not lists["lengths"].isdisjoint(length[:ends]):
                start = tokens[at + 1 + ends].end
                yield from [word for word in side.wording.words if word.span.start >= start][:_BEHIND]


def one_tells_both_times(sides: Sides, finding: Finding, lexicon: AgreementLexicon) -> str | None:
    """Object to a time that the other side tells too, of something else: الجلسة في الخامس، والمحاكمة في العشرين."""
    if finding.slot is not Slot.TIME:
        return None
    told = (finding.left, sides.left), (finding.right, sides.right)
    for (span, side), (against, other) in (told, told[::-1]):
        own = next((time for time in side.times if time.span.overlaps(span)), None)
        there = [
            time
            for time in other.times
            if not time.span.overlaps(against) and not _is_set_right(time.span, other, lexicon)
        ]
        if own is not None and any(_is_one(own, time) for time in there):
            return "one side tells both times"
    return None


def _is_one(one: Dated, other: Dated) -> bool:
    return one.grain is other.grain and one.earliest <= other.latest and other.earliest <= one.latest


def _is_set_right(span: Span, side: Statement, lexicon: AgreementLexicon) -> bool:
    before = side.text[side.span.start : span.start].split()[-1:]
    return bool(before) and fold_word(before[0]) in lexicon.words["setting_right"]


def counted_at_other_times(sides: Sides, finding: Finding, _: AgreementLexicon) -> str | None:
    """Object to numbers whose nearest times do not meet: ثلاثة أمتار في فبراير، نصف متر في يناير."""
    if finding.slot is not Slot.NUMBER or not at_other_time(finding.left, finding.right, sides):
        return None
    return "counted at two times"


def done_and_to_come(sides: Sides, finding: Finding, _: AgreementLexicon) -> str | None:
    """Object to times of which one is past and one to come: who agreed on Saturday may sign on Sunday."""
    if finding.slot is not Slot.TIME:
        return None
    ahead = []
    for span, side in ((finding.left, sides.left), (finding.right, sides.right)):
        time = next((time for time in side.times if time.span.overlaps(span)), None)
        if time is None or side.published is None:
            return None
        ahead.append(time.earliest > side.published.date())
    return "one is past, one to come" if ahead[0] != ahead[1] else None


def is_not_yet(word: Word, side: Statement) -> bool:
    """Tell whether the side says of the deed that it is not done yet: لم يوقع الطرفان الاتفاق بعد."""
    if not word.negated:
        return False
    end = side.assertion.content[-1].end
    behind = [token.folded for token in words_in(side.text, word.span.start, end)][:_CLAUSE]
    ends = [at for at, form in enumerate(behind) if form == _YET]
    return any(at + 1 >= len(behind) or not behind[at + 1][:1].isalpha() for at in ends)
