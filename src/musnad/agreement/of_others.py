"""Says why opposed or denied deeds are no contradiction: of two times, two parties, or two teams of one name."""

from collections.abc import Collection
from itertools import pairwise

from musnad.agreement.evidence import ACTORS, Finding
from musnad.agreement.frames.occasion import nation_of
from musnad.agreement.frames.told_of import told_by_each_other
from musnad.agreement.happening import done_once
from musnad.agreement.roles.when import times_apart
from musnad.agreement.sides import Sides, word_at
from musnad.agreement.statements import Statement
from musnad.agreement.words import Word
from musnad.languages.agreement import AgreementLexicon, Tense
from musnad.model import MentionKind, Slot

_PARTIES = (ACTORS | {MentionKind.PLACE, MentionKind.NATIONALITY}) - {MentionKind.PERSON}
_PEOPLES = frozenset({MentionKind.NATIONALITY, MentionKind.COUNTRY})
_OF_RIVALS = "win_lose"
_BEHIND, _BEFORE = 2, 2  # words of content between a deed and who does it: مدينة غنت, المنتخب الكيني


def of_two_times(sides: Sides, finding: Finding, lexicon: AgreementLexicon) -> str | None:
    """Object where each side tells when, and the times do not meet: أغلق المطار صباحا، أعيد فتحه مساء."""
    if finding.slot is not Slot.POLARITY or times_apart(sides, lexicon) is None or done_once(sides, lexicon):
        return None
    words = (word_at(sides.left, finding.left), word_at(sides.right, finding.right))
    if sides.time is None and any(word is not None and word.negated for word in words):
        return None  # what was done at dawn is denied in the evening of that day
    return "of two times"


def of_two_parties(sides: Sides, finding: Finding, _: AgreementLexicon) -> str | None:
    """Object where beside the deed each side names a party that the other does not: صوتت هولندا ضد، أقر الاتحاد."""
    if finding.slot is not Slot.POLARITY or finding.left == sides.left.span:
        return None
    lone = {id(word) for word in (*sides.alignment.left_only, *sides.alignment.right_only)}
    known = {word.name for side in (sides.left, sides.right) for word in side.wording.words if id(word) not in lone}
    named = [
        [word for word in _beside(side, word_at(side, span)) if id(word) in lone and word.name not in known]
        for side, span in ((sides.left, finding.left), (sides.right, finding.right))
    ]
    here, there = ([word for word in words if word.kind in _PARTIES] for words in named)
    if not here or not there:
        return None
    nations = [{nation_of(word, side) for word in side.wording.words} - {None} for side in (sides.left, sides.right)]
    if nations[0] & nations[1] and {here[0].kind, there[0].kind} != {MentionKind.PLACE}:
        return None  # a state by its name, its capital, its people
    return f"of {here[0].folded}, of {there[0].folded}"


def _beside(side: Statement, deed: Word | None) -> list[Word]:
    words = side.wording.words
    at = next((number for number, word in enumerate(words) if word is deed), None)
    return [] if at is None else [*words[max(0, at - _BEFORE) : at], *words[at + 1 : at + 1 + _BEHIND]]


def of_two_teams(sides: Sides, finding: Finding, lexicon: AgreementLexicon) -> str | None:
    """Object where each side tells of another team of one name: منتخب الرجال، منتخب السيدات."""
    if finding.slot is not Slot.POLARITY:
        return None
    told = [
        {word.folded.removeprefix("ال").removeprefix("لل") for word in words} & lexicon.words["team_words"]
        for words in (sides.alignment.left_only, sides.alignment.right_only)
    ]
    return "of two teams" if all(told) else None


def of_two_rivals(sides: Sides, finding: Finding, _: AgreementLexicon) -> str | None:
    """Object where one side tells who lost and the other that the winner won: خسر أ أمام ب، تغلب ب على أ."""
    if not finding.senses or not all(sense.startswith(_OF_RIVALS) for sense in finding.senses):
        return None
    named = [
        max(_behind(side, word_at(side, span)), key=lambda word: word.weight, default=None)
        for side, span in ((sides.left, finding.left), (sides.right, finding.right))
    ]
    known = {id(pair.left): pair.right for pair in sides.alignment.pairs if not pair.opposed}
    return "who lost to whom both tell" if told_by_each_other(named[0], named[1], known) else None


def _behind(side: Statement, deed: Word | None) -> list[Word]:
    words = side.wording.words
    at = next((number for number, word in enumerate(words) if word is deed), len(words))
    return [*words[at + 1 : at + 1 + _BEHIND]]


def of_another_beside(sides: Sides, finding: Finding, lexicon: AgreementLexicon) -> str | None:
    """Object where one side tells of who stands beside whom the other names: نائب المحافظ, شريك رجل الأعمال."""
    lone = {id(word) for word in (*sides.alignment.left_only, *sides.alignment.right_only)}
    for side, span in ((sides.left, finding.left), (sides.right, finding.right)):
        words = side.wording.words
        for word, behind in pairwise(words):
            if id(word) not in lone or id(behind) in lone or word.heard or word.span.overlaps(span):
                continue
            form = word.folded.lstrip("وبل") if word.folded not in lexicon.words["beside_others"] else word.folded
            if form in lexicon.words["beside_others"] and behind.before == word.folded and behind.kind not in _PEOPLES:
                return f"of {word.folded} {behind.folded}"
    return None


def of_two_moving(sides: Sides, finding: Finding, lexicon: AgreementLexicon) -> str | None:
    """Object where a side tells of a rise and a fall, and what is opposed is of two things: صعود الذهب, هبوط اليورو."""
    names = {sense.rstrip("+-") for sense in finding.senses} & lexicon.words["trends"]
    if finding.slot is not Slot.POLARITY or not names:
        return None
    if not any(_tells_both_poles(side, names) for side in (sides.left, sides.right)):
        return None
    one = _moved(sides.left, word_at(sides.left, finding.left), lexicon)
    other = _moved(sides.right, word_at(sides.right, finding.right), lexicon)
    if one is None or other is None:
        return None
    return None if one.reading.lemma == other.reading.lemma else f"of {one.folded}, of {other.folded}"


def _tells_both_poles(side: Statement, names: Collection[str]) -> bool:
    poles = frozenset[str]().union(*(word.reading.senses for word in side.wording.words))
    return any({f"{name}+", f"{name}-"} <= poles for name in names)


def _moved(side: Statement, deed: Word | None, lexicon: AgreementLexicon) -> Word | None:
    """Return what rises or falls: behind a noun, before a verb or behind "with" (يهبط بالذهب), less "the price of"."""
    words = [word for word in side.wording.words if word.folded not in lexicon.words["of_what"]]
    at = next((number for number, word in enumerate(words) if word is deed), None)
    if at is None:
        return None
    before = words[at - 1] if at and not words[at - 1].tells_deed else None
    behind = words[at + 1] if at + 1 < len(words) else None
    if words[at].reading.tense is Tense.NONE or words[at].reading.is_masdar:
        return behind or before
    return behind if behind is not None and (before is None or behind.folded.startswith("ب")) else before
