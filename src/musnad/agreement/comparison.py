"""Compares two statements: equal, one saying more, compatible, in conflict in some slot, or unrelated."""

from collections.abc import Sequence

from musnad.agreement.alignment import Alignment, align, less_speakers
from musnad.agreement.circumstances import (
    led_alike,
    lone_places,
    name_others,
    names_other_persons,
    tells_of_days,
)
from musnad.agreement.clock import find_clock
from musnad.agreement.counting import find_number, find_part, grew
from musnad.agreement.evidence import Finding, find_polarity
from musnad.agreement.figures import Fit
from musnad.agreement.frames.clashing import find_in_frames, may_clash_in_frames
from musnad.agreement.happening import (
    all_else_same,
    apart_days,
    changed_since,
    done_once,
    in_one_passage,
    in_one_scene,
    is_told_of_one,
    may_change,
    planned_anew,
    same_but_for,
    tells_earlier_one,
    tells_other_ordinal,
    tells_time,
    too_far_apart,
)
from musnad.agreement.lexical import agreement_chances, agreement_features
from musnad.agreement.main_deeds import find_main
from musnad.agreement.modality import find_modality
from musnad.agreement.objections import object_in_part, object_in_role, object_to
from musnad.agreement.parts.clashing import find_clash, may_clash
from musnad.agreement.parts.parties import matter_of
from musnad.agreement.reversal import exchange_owners, find_reversal
from musnad.agreement.roles.finding import find_in_roles, may_differ
from musnad.agreement.setting_right import find_set_right
from musnad.agreement.shares import find_part_of_time, find_rank, find_share, find_single
from musnad.agreement.sides import Evidence, Sides, word_at
from musnad.agreement.statements import Statement
from musnad.agreement.telling import tells_another
from musnad.agreement.unlike_doers import find_kind_of_doer
from musnad.agreement.words import Mark
from musnad.languages.agreement import AgreementLexicon
from musnad.model import Agreement, Comparison, Slot

LATER_COUNT = "a later count"
"""The reason of a statement that updates another's number: it refines that one, and yet does not say the same."""
# Shares of weighed words, set on one half of the pairs of tests/agreement, which alone was looked at.
_RELATED, _RELATED_PARTS = 0.4, 0.5  # parts of long reports say more that may be of others
_RELATED_IF_MARKED = 0.3
_FEWEST = 2
_FEWEST_APART = 3
_LEAST_COMMON = 0.4
_SHORT = 4
_SURE = 0.9
_LONG = 8
_SAME_TALK = 0.6
_SAME_WORDS = 0.7
_WHOLE = 0.8
_RARE = 0.35


_NOTHING_KNOWN = Evidence()


def compare_statements(
    left: Statement, right: Statement, lexicon: AgreementLexicon, evidence: Evidence = _NOTHING_KNOWN
) -> Comparison:
    """Return how two statements stand to each other, with the reasons and the words on both sides."""
    words = left.wording.words, right.wording.words
    alignment = align(*words)
    # Who denies it is rather whom the other side accuses of it.
    if not (left.is_part or right.is_part or left.denies or right.denies):
        alignment = less_speakers(alignment, words, (left.holder, right.holder))
    is_related = _related(alignment, marked=evidence.marked)
    matter = matter_of(alignment)
    may_tell = may_clash(matter) or may_clash_in_frames(left, right, matter)
    if not is_related and not may_tell and not may_differ(left, right, alignment):
        return _unrelated(left, right, alignment)
    sides = Sides((left, right), alignment, matter, lexicon, evidence)
    if Mark.UNDECIDED in left.wording.marks | right.wording.marks:
        return _comparison(left, right, Agreement.COMPATIBLE, ["one side neither confirms nor denies"])
    conflict = _conflict(sides, lexicon) if is_related else None
    objection = object_to(sides, conflict, lexicon) if conflict is not None else None
    if conflict is not None and objection is None:
        return _of_finding(sides, conflict)
    set_right = find_set_right(sides, lexicon) if is_related else None
    if set_right is not None:
        return _of_finding(sides, set_right)
    clash = find_clash(sides, lexicon) if conflict is None else None
    if clash is not None and object_in_part(sides, clash, lexicon) is None:
        return _of_finding(sides, clash)
    told_apart = find_in_roles(sides, lexicon, is_related=is_related)
    if told_apart is not None and object_in_role(sides, told_apart, lexicon) is None:
        return _of_finding(sides, told_apart)
    in_frames = find_in_frames(sides, lexicon)
    if in_frames is not None and object_in_part(sides, in_frames, lexicon) is None:
        return _of_finding(sides, in_frames)
    if not is_related:
        return _unrelated(left, right, alignment)
    return _agreement(sides, lexicon)


def _unrelated(left: Statement, right: Statement, alignment: Alignment) -> Comparison:
    told = f"{alignment.shared:.0%} of the shorter one's words are found in the other"
    return _comparison(left, right, Agreement.UNRELATED, [told])


def judge_statements(left: Statement, right: Statement, lexicon: AgreementLexicon) -> dict[str, float]:
    """Return the lexical model's chances of agree, disagree and other."""
    alignment = align(left.wording.words, right.wording.words)
    return agreement_chances(agreement_features(left, right, alignment, lexicon), lexicon)


def _related(alignment: Alignment, *, marked: bool) -> bool:
    if marked:
        return alignment.shared >= _RELATED_IF_MARKED and len(alignment.pairs) >= _FEWEST
    telling = sum(pair.left.weight >= _RARE or pair.opposed for pair in alignment.pairs)
    if telling >= _FEWEST:
        return alignment.shared >= _RELATED_PARTS
    return len(alignment.pairs) >= _FEWEST and alignment.shared >= _WHOLE


# -- conflicts -----------------------------------------------------------------------------------


def _conflict(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return the conflict, if the two are about one happening."""
    left, right, alignment = sides.left, sides.right, sides.alignment
    reversal = find_reversal(left, right, alignment, lexicon)
    if reversal is not None:
        return reversal
    is_one = _one_matter(sides)
    if not (is_one or sides.evidence.marked or _may_set_apart(sides)):
        return None  # most pairs: asked before what is dearer
    polarity = _polarity(sides, lexicon)
    if polarity is not None and sides.evidence.marked:
        return polarity
    if not (is_one or _sets_apart(sides, polarity)) or (not sides.in_one_report and too_far_apart(sides)):
        return None
    if sides.evidence.one_story is False and not same_but_for(sides, lexicon):
        # Of two stories, and nothing shows one happening.
        return None
    another = sides.again or tells_other_ordinal(sides, lexicon)
    another = another or ((sides.time is not None or tells_earlier_one(sides)) and not done_once(sides, lexicon))
    if name_others(alignment):
        return None if another else _of_circumstances(sides, lexicon, others=True)
    if polarity is not None and (not another or polarity.senses) and not _moved_on(sides, polarity, lexicon):
        return polarity
    modality = find_modality(left, right, alignment)
    if (
        modality is not None
        and not sides.again
        and not _counts_apart(sides)
        and _of_one_moment(sides)
        and not _of_two_weeks(sides)
    ):
        return modality
    found = _other_day(sides, lexicon) if another else _of_circumstances(sides, lexicon, others=False)
    return found or _other_hour(sides, lexicon) or _other_share(sides, lexicon)


def _other_share(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return two shares or ranks of one thing, or two parts of the day, of what is told in the same words."""
    if sides.again or sides.in_one_report:
        return None
    rules = (find_share, find_rank, find_single, find_part_of_time)
    return next((found for rule in rules if (found := rule(sides, lexicon)) is not None), None)


def _sets_apart(sides: Sides, polarity: Finding | None) -> bool:
    """Tell whether one side sets what the other says against something else: سيزور الرئيس بكين لا موسكو."""
    if polarity is None or not _may_set_apart(sides):
        return False
    words = (word_at(sides.left, polarity.left), word_at(sides.right, polarity.right))
    return any(word is not None and word.contrasted for word in words)


def _may_set_apart(sides: Sides) -> bool:
    """Tell whether the two share enough for one to set the other right."""
    alignment = sides.alignment
    return alignment.shared >= _WHOLE and alignment.common >= _LEAST_COMMON and not sides.in_one_report


def _other_day(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return two days of what is told in the same words on one day: it was but once."""
    if sides.again or sides.in_one_report or apart_days(sides) or tells_other_ordinal(sides, lexicon):
        return None
    is_told_alike = (
        sides.time is not None and all_else_same(sides, sides.time) and tells_of_days(sides.left, sides.right)
    )
    return sides.time if is_told_alike else None


def _other_hour(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return two hours, terms or days counted on of what is told in the same words on one day."""
    if sides.again or sides.in_one_report or apart_days(sides):
        return None
    told = find_clock(sides.left.clock, sides.right.clock, lexicon)
    if told is None:
        return None
    spans = told[0].span, told[1].span
    slot = Slot.NUMBER if told[0].is_count else Slot.TIME
    found = Finding(slot, f"{spans[0].of(sides.left.text)} / {spans[1].of(sides.right.text)}", *spans)
    return found if all_else_same(sides, found) else None


def _polarity(sides: Sides, lexicon: AgreementLexicon) -> Finding | None:
    """Return what is affirmed and denied, save where the two are parts of one passage, or of two things or times."""
    left, right, alignment = sides.left, sides.right, sides.alignment
    found = find_polarity(left, right, alignment) or find_main(left, right, alignment, lexicon)
    if found is None or (found.senses and _counts_apart(sides)):
        return None  # fell by three, rose by seven: of two things
    if not sides.in_one_report:
        return found
    if not sides.evidence.marked and (in_one_passage(sides.left, sides.right) or may_change(found, lexicon)):
        return None
    # Within a page what changes is told of two times: أدين عام 1967 ثم نال العفو.
    return None if sides.time is not None else found


def _of_one_moment(sides: Sides) -> bool:
    """Tell whether what is done and what is meant are told on one day: later, plans have been carried out."""
    is_long = max(map(_size, (sides.left, sides.right))) > 2 * _LONG
    return not apart_days(sides) and (not is_long or sides.alignment.common >= _WHOLE)


def _of_two_weeks(sides: Sides) -> bool:
    """Tell whether the times do not meet and each side tells of another besides: زار مأرب، يزور صعدة الأسبوع المقبل."""
    alone = (sides.alignment.left_only, sides.alignment.right_only)
    return sides.time is not None and all(
        any(word.weight >= _RARE and not word.intends for word in words) for words in alone
    )


def _moved_on(sides: Sides, polarity: Finding, lexicon: AgreementLexicon) -> bool:
    return changed_since(sides, polarity, lexicon) or planned_anew(sides, polarity)


def _counts_apart(sides: Sides) -> bool:
    return any(pair.fit is Fit.APART for pair in sides.figures)


def _of_circumstances(sides: Sides, lexicon: AgreementLexicon, *, others: bool) -> Finding | None:
    """Return the number, time, place or actor that differs, all else being one; `others`: each names other actors."""
    left, right, alignment = sides.left, sides.right, sides.alignment
    if sides.in_one_report:
        # Within a page other numbers, places and days are told of other things.
        return None
    part = find_part(sides, lexicon)
    if part is not None and alignment.common >= _SAME_WORDS:
        return part
    number = find_number(sides, lexicon.words["people"], lexicon.words["varying"])
    if number is not None:
        return number if not others and in_one_scene(sides) else None
    if any((pair.left.negated != pair.right.negated) != pair.opposed for pair in alignment.pairs):
        # One does and another does not: two deeds.
        return None
    is_one = same_but_for(sides, lexicon)
    if sides.time is not None and not others and tells_time(sides) and (is_one or all_else_same(sides, sides.time)):
        return sides.time
    if (
        sides.place is not None
        and not names_other_persons(alignment)
        and led_alike(sides.place, left, right, alignment)
        and (is_one or is_told_of_one(sides, sides.place, lexicon))
    ):
        return sides.place
    is_one_utterance = alignment.common >= _WHOLE and min(map(_size, (left, right))) > _LONG
    if is_one_utterance:
        # In one utterance a name is but spelled or told otherwise.
        return None
    if sides.actor is not None and (is_one or is_told_of_one(sides, sides.actor, lexicon)):
        return sides.actor
    return find_kind_of_doer(sides, lexicon)


def _size(side: Statement) -> int:
    return len(side.wording.words)


def _one_matter(sides: Sides) -> bool:
    """Tell whether the two say enough in common to contradict each other, and name no others."""
    alignment = sides.alignment
    if alignment.shared < _SAME_TALK or alignment.common < (_RELATED_PARTS if sides.has_part else _RELATED):
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


# -- agreement -----------------------------------------------------------------------------------


def _agreement(sides: Sides, lexicon: AgreementLexicon) -> Comparison:
    alignment = sides.alignment
    left, right = sides.left, sides.right
    shares = f"{alignment.left_share:.0%} and {alignment.right_share:.0%} of the words are shared"
    # Most pairs say too little of one thing: that is asked before what is dearer.
    if alignment.common < _LEAST_COMMON or (len(alignment.pairs) <= _FEWEST and alignment.common < _WHOLE):
        return _comparison(left, right, Agreement.COMPATIBLE, [shares])
    counts_apart = _counts_apart(sides)
    if not counts_apart and (Mark.POSSIBLE in left.wording.marks) != (Mark.POSSIBLE in right.wording.marks):
        return _comparison(left, right, Agreement.COMPATIBLE, [shares, "one side says only that it may be so"])
    if not counts_apart and (alignment.shared < _SAME_WORDS or _other_deed(alignment)):
        return _comparison(left, right, Agreement.COMPATIBLE, [shares])
    if sides.again or sides.time or sides.place or sides.actor or find_polarity(left, right, alignment):
        findings = [finding.reason for finding in (sides.place, sides.time, sides.actor) if finding]
        return _comparison(left, right, Agreement.COMPATIBLE, [shares, *findings, "nothing shows one happening"])
    if counts_apart:
        if not all(grew(sides, pair) for pair in sides.figures if pair.fit is Fit.APART):
            return _comparison(left, right, Agreement.COMPATIBLE, [shares, "the numbers differ"])
        return _comparison(left, right, Agreement.REFINES, [shares, LATER_COUNT])
    another = tells_another(left, right, alignment) or exchange_owners(left, right, alignment, lexicon)
    if another is not None:
        return _comparison(left, right, Agreement.COMPATIBLE, [shares, another])
    more = _says_more(sides)
    if more is None and alignment.common < _SAME_WORDS and alignment.shared < _WHOLE:
        return _comparison(left, right, Agreement.COMPATIBLE, [shares])
    features = agreement_features(left, right, alignment, lexicon, figures=sides.figures, is_denied=False)
    chances = agreement_chances(features, lexicon)
    if chances.get("disagree", 0.0) >= _SURE:
        told = f"the lexical model holds it {chances['disagree']:.0%} likely that they disagree"
        return _comparison(left, right, Agreement.COMPATIBLE, [shares, told])
    if more is None and alignment.common >= _SAME_WORDS:
        return _comparison(left, right, Agreement.EQUAL, [shares])
    return _comparison(left, right, Agreement.REFINES, [shares, more or "one side has further words"])


def _other_deed(alignment: Alignment) -> bool:
    """Tell whether both tell of a deed, and of no one in common."""
    if any(pair.left.tells_deed and pair.right.tells_deed for pair in alignment.pairs):
        return False
    return any(word.tells_deed for word in alignment.left_only) and any(
        word.tells_deed for word in alignment.right_only
    )


def _says_more(sides: Sides) -> str | None:
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


def _of_finding(sides: Sides, finding: Finding) -> Comparison:
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
