"""Compares two statements: equal, one saying more, compatible, in conflict in some slot, or unrelated."""

from collections.abc import Sequence
from dataclasses import dataclass

from musnad.agreement.alignment import Alignment, align
from musnad.agreement.circumstances import (
    find_actor,
    find_place,
    find_reversal,
    find_time,
    lone_places,
    name_others,
    same_day,
    tells_of_days,
)
from musnad.agreement.evidence import Finding, find_modality, find_polarity
from musnad.agreement.figures import FigurePair, Fit, compare_figures, tell_amount
from musnad.agreement.lexical import agreement_chances, agreement_features
from musnad.agreement.statements import Statement
from musnad.agreement.wording import Mark
from musnad.languages.agreement import AgreementLexicon
from musnad.model import Agreement, Comparison, MentionKind, Slot

LATER_COUNT = "a later count"
"""The reason of a statement that updates another's number: it refines that one, and yet does not say the same."""
# Shares of weighed words, set on one half of the pairs of tests/agreement, which alone was looked at.
_RELATED = 0.5
_RELATED_IF_MARKED = 0.3
_FEWEST = 2
_FEWEST_APART = 3
_LEAST_COMMON = 0.4
_SHORT = 4
_SURE = 0.9
_LONG = 8
_CASUALTIES = frozenset({"kill", "wound"})
_SAME_TALK = 0.6
_SAME_WORDS = 0.7
_WHOLE = 0.8
_RARE = 0.35
_TELLING = 3


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of two statements beside their words.

    `one_story` tells whether their reports are of one story, None where that is not known; `marked` that the writer
    himself sets the two against each other.
    """

    one_story: bool | None = None
    marked: bool = False


_NOTHING_KNOWN = Evidence()


@dataclass(frozen=True, slots=True)
class _Sides:
    """Two statements, their alignment and what was found of their slots."""

    left: Statement
    right: Statement
    alignment: Alignment
    figures: tuple[FigurePair, ...]
    place: Finding | None
    time: Finding | None
    actor: Finding | None
    evidence: Evidence

    @property
    def again(self) -> bool:
        marks = [Mark.AGAIN in side.wording.marks for side in (self.left, self.right)]
        return marks[0] != marks[1]


def compare_statements(
    left: Statement, right: Statement, lexicon: AgreementLexicon, evidence: Evidence = _NOTHING_KNOWN
) -> Comparison:
    """Return how two statements stand to each other, with the reasons and the words on both sides."""
    alignment = align(left.wording.words, right.wording.words)
    if not _related(alignment, marked=evidence.marked):
        told = f"{alignment.shared:.0%} of the shorter one's words are found in the other"
        return _comparison(left, right, Agreement.UNRELATED, [told])
    sides = _Sides(
        left,
        right,
        alignment,
        compare_figures(left, right, lexicon.words["people"]),
        find_place(left, right, alignment, lexicon),
        find_time(left, right),
        find_actor(left, right, alignment, lexicon),
        evidence,
    )
    if Mark.UNDECIDED in left.wording.marks | right.wording.marks:
        return _comparison(left, right, Agreement.COMPATIBLE, ["one side neither confirms nor denies"])
    conflict = _conflict(sides, lexicon)
    if conflict is not None:
        return _of_finding(sides, conflict)
    return _agreement(sides, lexicon)


def judge_statements(left: Statement, right: Statement, lexicon: AgreementLexicon) -> dict[str, float]:
    """Return the lexical model's chances of agree, disagree and other."""
    alignment = align(left.wording.words, right.wording.words)
    return agreement_chances(agreement_features(left, right, alignment, lexicon), lexicon)


def _related(alignment: Alignment, *, marked: bool) -> bool:
    if marked:
        return alignment.shared >= _RELATED_IF_MARKED and len(alignment.pairs) >= _FEWEST
    telling = sum(pair.left.weight >= _RARE or pair.opposed for pair in alignment.pairs)
    if telling >= _FEWEST:
        return alignment.shared >= _RELATED
    return len(alignment.pairs) >= _FEWEST and alignment.shared >= _WHOLE


# -- conflicts -----------------------------------------------------------------------------------


def _conflict(sides: _Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return the conflict, if the two are about one happening."""
    left, right, alignment = sides.left, sides.right, sides.alignment
    another = sides.again or (sides.time is not None and not _once(sides, lexicon))
    reversal = find_reversal(left, right, alignment, lexicon)
    if reversal is not None:
        return reversal
    polarity = find_polarity(left, right, alignment)
    if polarity is not None and sides.evidence.marked:
        return polarity
    if not _one_matter(sides):
        return None
    if sides.evidence.one_story is False and not _same_but_for(sides, lexicon):
        # Of two stories, and nothing shows one happening.
        return None
    others = name_others(alignment)
    if (
        polarity is not None
        and (not another or polarity.senses)
        and not others
        and not _changed_since(sides, polarity, lexicon)
    ):
        return polarity
    modality = find_modality(left, right, alignment)
    if modality is not None and not others:
        return modality
    number = _number(sides)
    in_one = left.assertion.report == right.assertion.report
    if number is not None and not in_one and not another and not others and _one_scene(sides):
        return number
    if another or number is not None:
        return None
    if any((pair.left.negated != pair.right.negated) != pair.opposed for pair in alignment.pairs):
        # One does and another does not: two deeds.
        return None
    if sides.left.assertion.report == sides.right.assertion.report:
        # Within a page other numbers, places and days are told of other things.
        return None
    if sides.time is not None and not others and _tells_time(sides) and _same_but_for(sides, lexicon):
        return sides.time
    for finding in (sides.place, sides.actor):
        if finding is not None and _same_but_for(sides, lexicon):
            return finding
    return None


def _one_matter(sides: _Sides) -> bool:
    """Tell whether the two say enough in common to contradict each other, and name no others."""
    alignment = sides.alignment
    if alignment.shared < _SAME_TALK or alignment.common < _RELATED:
        return False
    sizes = [len(side.wording.words) for side in (sides.left, sides.right)]
    met = len(alignment.pairs) + len(sides.figures)
    if met < _FEWEST or (met == _FEWEST and (max(sizes) > _SHORT or alignment.common < _SAME_TALK)):
        return False
    apart = sides.left.assertion.report != sides.right.assertion.report
    if apart and min(sizes) < _FEWEST_APART and max(sizes) > _SHORT:
        return False
    if sides.left.assertion.report == sides.right.assertion.report and alignment.common < _SAME_TALK:
        return False
    long = min(sizes) > _LONG
    if sides.evidence.one_story or not long:
        return True
    return alignment.common >= _SAME_TALK


def _changed_since(sides: _Sides, polarity: Finding, lexicon: AgreementLexicon) -> bool:
    """Tell whether the opposite may have come about between two reports: arrested on Monday, released on Tuesday."""
    names = {sense.rstrip("+-") for sense in polarity.senses}
    if not names or not names <= lexicon.words["changing"]:
        return False
    return _apart_days(sides)


def _apart_days(sides: _Sides) -> bool:
    one, other = sides.left.published, sides.right.published
    return bool(one and other and one.date() != other.date())


def _one_scene(sides: _Sides) -> bool:
    """Tell whether no other place is named; where one side alone names one, the rest must be much the same."""
    if sides.place is not None:
        return False
    one = lone_places(sides.left, sides.right, sides.alignment.left_only)
    other = lone_places(sides.right, sides.left, sides.alignment.right_only)
    if sides.alignment.common >= _SAME_WORDS or sides.evidence.one_story:
        return True
    # Tolls of two attacks are told in the same words: a place, a day or a name must join them.
    joined = any(pair.left.entity or pair.left.kind is MentionKind.PERSON for pair in sides.alignment.pairs)
    return not (one or other) and (joined or same_day(sides.left, sides.right))


def _tells_time(sides: _Sides) -> bool:
    return tells_of_days(sides.left, sides.right) or sides.alignment.common >= _WHOLE


def _number(sides: _Sides) -> Finding | None:
    for pair in sides.figures:
        if pair.fit is Fit.APART and not _grew(sides, pair):
            told = f"{tell_amount(pair.left.amount)} / {tell_amount(pair.right.amount)}"
            return Finding(Slot.NUMBER, told, pair.left.span, pair.right.span)
    return None


def _grew(sides: _Sides, pair: FigurePair) -> bool:
    """Tell whether the larger number is a later count of the same."""
    left_larger = pair.left.amount.least > pair.right.amount.least
    later, earlier = (sides.left, sides.right) if left_larger else (sides.right, sides.left)
    if Mark.GROWING in later.wording.marks:
        return True
    # Only the dead and wounded are counted anew as days pass.
    counted = pair.left.role or any(
        each.left.reading.senses & each.right.reading.senses & _CASUALTIES for each in sides.alignment.pairs
    )
    return bool(counted and later.published and earlier.published and later.published > earlier.published)


def _once(sides: _Sides, lexicon: AgreementLexicon) -> bool:
    """Tell whether both tell of a deed that one thing undergoes once, or share what only one happening has."""
    for pair in sides.alignment.pairs:
        if pair.opposed:
            continue
        senses = pair.left.reading.senses & pair.right.reading.senses & lexicon.words["once"]
        if senses or {pair.left.folded, pair.right.folded} <= lexicon.words["once_words"]:
            return True
    return False


def _same_but_for(sides: _Sides, lexicon: AgreementLexicon) -> bool:
    """Tell whether the rest shows one happening: a telling number, the day, a person, or a deed done once."""
    if sides.alignment.common < _SAME_TALK:
        return False
    if any(pair.fit is Fit.SAME and pair.left.amount.least >= _TELLING for pair in sides.figures):
        return True
    named = any(pair.left.kind is MentionKind.PERSON for pair in sides.alignment.pairs)
    return named or same_day(sides.left, sides.right) or _once(sides, lexicon)


# -- agreement -----------------------------------------------------------------------------------


def _agreement(sides: _Sides, lexicon: AgreementLexicon) -> Comparison:
    alignment = sides.alignment
    left, right = sides.left, sides.right
    shares = f"{alignment.left_share:.0%} and {alignment.right_share:.0%} of the words are shared"
    if sides.place or sides.time or sides.actor or sides.again or find_polarity(left, right, alignment):
        findings = [finding.reason for finding in (sides.place, sides.time, sides.actor) if finding]
        return _comparison(left, right, Agreement.COMPATIBLE, [shares, *findings, "nothing shows one happening"])
    if alignment.common < _LEAST_COMMON or (len(alignment.pairs) <= _FEWEST and alignment.common < _WHOLE):
        return _comparison(left, right, Agreement.COMPATIBLE, [shares])
    if any(pair.fit is Fit.APART for pair in sides.figures):
        if not all(_grew(sides, pair) for pair in sides.figures if pair.fit is Fit.APART):
            return _comparison(left, right, Agreement.COMPATIBLE, [shares, "the numbers differ"])
        return _comparison(left, right, Agreement.REFINES, [shares, LATER_COUNT])
    possible = [Mark.POSSIBLE in side.wording.marks for side in (left, right)]
    if possible[0] != possible[1]:
        return _comparison(left, right, Agreement.COMPATIBLE, [shares, "one side says only that it may be so"])
    if alignment.shared < _SAME_WORDS or _other_deed(alignment):
        return _comparison(left, right, Agreement.COMPATIBLE, [shares])
    chances = agreement_chances(agreement_features(left, right, alignment, lexicon), lexicon)
    if chances.get("disagree", 0.0) >= _SURE:
        told = f"the lexical model holds it {chances['disagree']:.0%} likely that they disagree"
        return _comparison(left, right, Agreement.COMPATIBLE, [shares, told])
    more = _says_more(sides)
    if more is None and alignment.common >= _SAME_WORDS:
        return _comparison(left, right, Agreement.EQUAL, [shares])
    if more is not None or alignment.shared >= _WHOLE:
        return _comparison(left, right, Agreement.REFINES, [shares, more or "one side has further words"])
    return _comparison(left, right, Agreement.COMPATIBLE, [shares])


def _other_deed(alignment: Alignment) -> bool:
    """Tell whether both tell of a deed, and of no one in common."""
    if any(pair.left.tells_deed and pair.right.tells_deed for pair in alignment.pairs):
        return False
    return any(word.tells_deed for word in alignment.left_only) and any(
        word.tells_deed for word in alignment.right_only
    )


def _says_more(sides: _Sides) -> str | None:
    """Return what one side tells and the other leaves out, if it is but one side that tells more."""
    left, right, alignment = sides.left, sides.right, sides.alignment
    extra = [
        _new_figures(left, right)
        + (bool(left.times) and not right.times)
        + bool(lone_places(left, right, alignment.left_only)),
        _new_figures(right, left)
        + (bool(right.times) and not left.times)
        + bool(lone_places(right, left, alignment.right_only)),
    ]
    lone = [sum(word.weight for word in words) for words in (alignment.left_only, alignment.right_only)]
    shares = (alignment.left_share, alignment.right_share)
    for side in (0, 1):
        if shares[side] < _SAME_WORDS + 0.18 and shares[1 - side] >= 0.95 and lone[side] >= 1:
            extra[side] += 1
    if any(pair.fit in {Fit.NARROWER, Fit.WIDER} for pair in sides.figures):
        return "one number is more exact"
    if bool(extra[0]) != bool(extra[1]):
        return "one side tells more: a number, a time, a place or further words"
    return None


def _new_figures(one: Statement, other: Statement) -> int:
    known = {(figure.amount.least, figure.amount.most) for figure in other.figures}
    return sum((figure.amount.least, figure.amount.most) not in known for figure in one.figures)


def _of_finding(sides: _Sides, finding: Finding) -> Comparison:
    alignment = sides.alignment
    shares = f"{alignment.left_share:.0%} and {alignment.right_share:.0%} of the words are shared"
    return Comparison(
        sides.left.assertion.id,
        sides.right.assertion.id,
        Agreement.CONFLICT,
        (finding.reason, shares),
        finding.left,
        finding.right,
        finding.slot,
    )


def _comparison(left: Statement, right: Statement, agreement: Agreement, reasons: Sequence[str]) -> Comparison:
    return Comparison(left.assertion.id, right.assertion.id, agreement, tuple(reasons), left.span, right.span)
