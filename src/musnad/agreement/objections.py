"""Says why what looks like a contradiction is none: of other things, or in another place of one text."""

from collections.abc import Callable

from musnad.agreement.asides import (
    attitude_of_others,
    comes_and_goes,
    denies_of_another,
    is_a_height,
    is_but_named,
    is_forecast,
    is_not_told,
    is_of_unknown_mood,
    is_only_against,
    is_trend_of_nothing,
    lives_of_others,
    plan_was_carried_out,
    told_by_the_way,
    wish_against_denial,
)
from musnad.agreement.counting import far_apart
from musnad.agreement.evidence import ACTORS, Finding
from musnad.agreement.figures import Fit
from musnad.agreement.frames.realising import of_another_than_put_off
from musnad.agreement.happening import apart_days, left_over
from musnad.agreement.of_others import (
    of_another_beside,
    of_two_moving,
    of_two_parties,
    of_two_rivals,
    of_two_teams,
    of_two_times,
)
from musnad.agreement.sequence import (
    counted_at_other_times,
    done_and_to_come,
    one_tells_both_times,
    told_in_sequence,
)
from musnad.agreement.sides import Sides, other_pairs, word_at, words_around
from musnad.agreement.statements import Statement
from musnad.agreement.words import Word
from musnad.languages.agreement import AgreementLexicon, Tense
from musnad.model import MentionKind, Slot
from musnad.text import tokenize

Objection = Callable[[Sides, Finding, AgreementLexicon], str | None]
# All were set on 8,700 real articles whose contradictions were read by eye.
# Two texts with this much in common are one text, edited: a contradiction then stands in one place of both.
_ONE_TEXT, _LONG = 0.65, 8
_BESIDE = 3
# Shares of words without a partner that a difference of place, time or actor, and one of plan and deed, may leave.
_LITTLE, _MUCH = 0.15, 0.45
_OF_PLANS = (0.4, 0.75)
# Weights of shared words that show one happening; a name weighs this much at least.
_NAME, _ENOUGH, _ENOUGH_OF_DEEDS = 0.5, 0.6, 0.35
_ALL = 0.95
_UTTERANCE = 5
_FORMER = frozenset({"سابق", "السابق", "سابقه", "السابقه"})
_TIMES_APART = 3
_ROUNDED = 0.02
_NOT = frozenset({"ما", "وما"})
_OPENING = frozenset('"«“')
_NAMES = ACTORS | {MentionKind.NATIONALITY, MentionKind.PLACE, MentionKind.FACILITY}


def object_to(sides: Sides, finding: Finding, lexicon: AgreementLexicon) -> str | None:
    """Return why the finding is no contradiction, None where nothing speaks against it."""
    # Where the writer himself sets the two against each other, little needs to show one happening.
    raised = [each for each in _OBJECTIONS if each not in _OF_ONE_HAPPENING] if sides.evidence.marked else _OBJECTIONS
    return next((told for each in raised if (told := each(sides, finding, lexicon)) is not None), None)


def object_in_part(sides: Sides, finding: Finding, lexicon: AgreementLexicon) -> str | None:
    """Return why two parts of longer statements do not clash, None where nothing speaks against it."""
    return next((told for each in _OF_PARTS if (told := each(sides, finding, lexicon)) is not None), None)


def object_in_role(sides: Sides, finding: Finding, lexicon: AgreementLexicon) -> str | None:
    """Return why two short statements do not differ in that role, None where nothing speaks against it."""
    return next((told for each in _OF_ROLES if (told := each(sides, finding, lexicon)) is not None), None)


def _elsewhere_in_one_text(sides: Sides, finding: Finding, _: AgreementLexicon) -> str | None:
    """Object where two nearly equal texts have the two words in other places."""
    if finding.left == sides.left.span:
        return None
    words = [word_at(side, span) for side, span in ((sides.left, finding.left), (sides.right, finding.right))]
    if sides.evidence.copied and finding.slot in {Slot.TIME, Slot.MODALITY}:
        return "a copy tells the day of its own printing"
    if not sides.evidence.copied:
        # A deed may stand before or behind its doer; a number, a name and an adjective keep their place.
        if finding.slot is Slot.MODALITY or any(word is not None and word.tells_deed for word in words):
            return None
        is_long = min(len(side.wording.words) for side in (sides.left, sides.right)) >= _LONG
        if not (is_long and sides.alignment.common >= _ONE_TEXT):
            return None
    reach = _BESIDE if finding.slot in {Slot.POLARITY, Slot.NUMBER} else 1
    left, right = (
        words_around(side, span, reach) for side, span in ((sides.left, finding.left), (sides.right, finding.right))
    )
    if any(pair.left in left and pair.right in right for pair in other_pairs(sides, finding)):
        return None
    return "the two words stand in two places"


def _is_part_of_more(sides: Sides, finding: Finding, _: AgreementLexicon) -> str | None:
    """Object where words of long reports do not clash by number or by verbs.

    Of 52 contradictions of 6,500 real articles that differed in anything else, or in nouns, three were right.
    """
    if finding.slot is Slot.NUMBER or not sides.has_part:
        return None
    if finding.slot is not Slot.POLARITY:
        return "of parts of long reports"
    if finding.left == sides.left.span:
        is_one = sides.evidence.copied or sides.left.span.of(sides.left.text) == sides.right.span.of(sides.right.text)
        return "one text, once read as a denial" if is_one and len(sides.alignment.pairs) > 2 else None
    for side, span in ((sides.left, finding.left), (sides.right, finding.right)):
        word = word_at(side, span)
        if word is None or not word.tells_deed:
            return "a noun is denied"
        is_accused = word is side.wording.words[0] and word.folded[0] == "ب" and not word.negated
        is_verb = word.reading.tense is not Tense.NONE and not (word.reading.is_masdar and finding.senses)
        if not is_verb and not is_accused:
            return f"{word.folded} is named, not told"
        if not word.negated and word.before in _NOT:
            return f"{word.folded} is denied too"
    return None


def _is_but_an_attribute(sides: Sides, finding: Finding, lexicon: AgreementLexicon) -> str | None:
    """Object where an adjective with the article is denied, or what is denied is told as past: المحامي السابق."""
    if finding.slot is not Slot.POLARITY or finding.senses or finding.left == sides.left.span:
        return None
    for side, span in ((sides.left, finding.left), (sides.right, finding.right)):
        word = word_at(side, span)
        if word is None or word.tells_deed or word.contrasted or word.negated:
            continue
        after = _next(word, side)
        led = word.before in lexicon.words["before_nouns"]
        if led or word.span.of(side.text).startswith("ال") or (after is not None and after.folded in _FORMER):
            return f"{word.folded} only qualifies"
    return None


def _differs_in_more(sides: Sides, finding: Finding, _: AgreementLexicon) -> str | None:
    """Object where more than the place, the time or the actor differs; so too with a plan and a deed."""
    if finding.slot in {Slot.POLARITY, Slot.NUMBER}:
        return None
    over = [
        left_over(side, span, alone)
        for side, span, alone in (
            (sides.left, finding.left, sides.alignment.left_only),
            (sides.right, finding.right, sides.alignment.right_only),
        )
    ]
    little, much = _OF_PLANS if finding.slot is Slot.MODALITY else (_LITTLE, _MUCH)
    if min(over) <= little and max(over) <= much:
        return None
    return "the two differ in more than that"


def _tells_too_little(sides: Sides, finding: Finding, _: AgreementLexicon) -> str | None:
    """Object where nothing that both tell shows which happening it is: مقتل 65 شخصا كانوا على متنها."""
    if (
        finding.slot in {Slot.ACTOR, Slot.POLARITY}
        and sides.alignment.common >= _ALL
        and len(sides.alignment.pairs) > 2
    ):
        return None  # all that is told is told by both
    words = (word_at(sides.left, finding.left), word_at(sides.right, finding.right))
    if any(word is not None and word.contrasted for word in words) and sides.alignment.shared >= _ALL:
        return None  # the writer himself sets one against the other
    told = sum(
        max(pair.left.weight, _NAME if pair.left.kind in _NAMES else 0.0)
        for pair in other_pairs(sides, finding)
        if not pair.left.reading.is_act or pair.left.weight >= 1
    )
    enough = _ENOUGH if finding.slot is Slot.NUMBER else _ENOUGH_OF_DEEDS
    return None if told >= enough else "too little shows one happening"


def _is_of_other_things(sides: Sides, finding: Finding, _: AgreementLexicon) -> str | None:
    """Object where one noun has two complements, or two titles are told: أسعار المنازل، أسعار الفائدة."""
    if finding.slot is not Slot.NUMBER and not finding.senses:
        return None
    lone = [{id(word) for word in words} for words in (sides.alignment.left_only, sides.alignment.right_only)]
    for pair in other_pairs(sides, finding):
        after = [_next(word, side) for word, side in ((pair.left, sides.left), (pair.right, sides.right))]
        one, other = after
        if pair.left.reading.is_act or one is None or other is None:
            continue
        if (
            id(one) in lone[0]
            and id(other) in lone[1]
            and _complements(pair.left, one, _next(one, sides.left))
            and _complements(pair.right, other, _next(other, sides.right))
        ):
            return f"{pair.left.folded} of {one.folded}, of {other.folded}"
    titles = [
        next((word for word in words if side.text[word.span.start - 1 : word.span.start] in _OPENING), None)
        for words, side in ((sides.alignment.left_only, sides.left), (sides.alignment.right_only, sides.right))
    ]
    if finding.senses and titles[0] is not None and titles[1] is not None:
        return f"{titles[0].folded} and {titles[1].folded} are two titles"
    return None


def _next(word: Word, side: Statement) -> Word | None:
    return next((each for each in side.wording.words if each.place == word.place + 1), None)


def _complements(head: Word, word: Word, after: Word | None) -> bool:
    """Tell whether the word may be whose the head is: أسعار المنازل, أسعار زيت الطعام."""
    is_definite = word.folded.startswith("ال") or (
        after is not None and after.before == word.folded and after.folded.startswith("ال")
    )
    is_noun = not word.tells_deed and word.reading.tense is Tense.NONE and is_definite
    return is_noun and not head.folded.startswith("ال") and word.kind is None


def _is_of_its_printing(sides: Sides, finding: Finding, lexicon: AgreementLexicon) -> str | None:
    """Object to a day that is told by that of printing: "today" stays in what is printed again."""
    if finding.slot is not Slot.TIME or not apart_days(sides):
        return None
    told = (finding.left.of(sides.left.text), finding.right.of(sides.right.text))
    words = {token.folded for time in told for token in tokenize(time, 0, len(time))}
    return "a day told by that of printing" if words & lexicon.words["of_printing"] else None


def _differs_in_all_numbers(sides: Sides, finding: Finding, lexicon: AgreementLexicon) -> str | None:
    """Object where two numbers and more are told of things and not one of them is the same."""
    if finding.slot is not Slot.NUMBER:
        return None
    of_things = [pair for pair in sides.figures if not pair.left.role and pair.left.unit not in lexicon.words["people"]]
    own = next((pair for pair in sides.figures if pair.left.span == finding.left), None)
    if own is not None and any(
        len({figure.span for figure in side.figures if figure.unit == figure_of.unit}) > 1
        for side, figure_of in ((sides.left, own.left), (sides.right, own.right))
        if not figure_of.role
    ):
        return "one of several numbers of a kind"
    is_none_same = all(pair.fit is Fit.APART for pair in sides.figures)
    is_none_same = is_none_same and any(far_apart(pair, _TIMES_APART) for pair in of_things)
    return "no number is the same" if len(of_things) > 1 and is_none_same else None


def _is_of_the_speaker(sides: Sides, finding: Finding, _: AgreementLexicon) -> str | None:
    """Object to two names before one quotation: it is one speaker, named in two ways."""
    if finding.slot is not Slot.ACTOR:
        return None
    opened = [
        min((at for mark in _OPENING if (at := side.text.find(mark, span.end, side.span.end)) >= 0), default=None)
        for side, span in ((sides.left, finding.left), (sides.right, finding.right))
    ]
    if opened[0] is None or opened[1] is None:
        return None
    quoted = [
        pair for pair in sides.alignment.pairs if pair.left.span.start > opened[0] and pair.right.span.start > opened[1]
    ]
    return "both quote one speaker" if len(quoted) >= _UTTERANCE else None


def _may_be_the_attacker(sides: Sides, finding: Finding, lexicon: AgreementLexicon) -> str | None:
    """Object to tolls of an attack that differ by one: who did it may be counted in or left out."""
    if finding.slot is not Slot.NUMBER:
        return None
    differ = [
        abs(pair.left.amount.least - pair.right.amount.least)
        for pair in sides.figures
        if pair.fit is Fit.APART and pair.left.span == finding.left
    ]
    words = [word for side in (sides.left, sides.right) for word in side.wording.words]
    if any(
        0 < abs(one.amount.least - other.amount.least) <= _ROUNDED * max(one.amount.least, other.amount.least)
        for one, other in ((pair.left, pair.right) for pair in sides.figures if pair.left.span == finding.left)
    ):
        return "one number is but rounded"
    by_one = any(word.folded in lexicon.words["lone_attacks"] for word in words)
    return "the attacker may be counted" if by_one and differ == [1] else None


_OF_OCCASIONS: tuple[Objection, ...] = (
    of_two_moving,
    of_another_beside,
    told_in_sequence,
    one_tells_both_times,
    done_and_to_come,
    counted_at_other_times,
    of_another_than_put_off,
)
_OBJECTIONS: tuple[Objection, ...] = (
    _tells_too_little,
    _differs_in_more,
    _is_part_of_more,
    _elsewhere_in_one_text,
    _is_but_an_attribute,
    is_of_unknown_mood,
    comes_and_goes,
    is_trend_of_nothing,
    denies_of_another,
    told_by_the_way,
    _is_of_other_things,
    plan_was_carried_out,
    _is_of_its_printing,
    is_forecast,
    _differs_in_all_numbers,
    is_not_told,
    _is_of_the_speaker,
    lives_of_others,
    _may_be_the_attacker,
    is_a_height,
    wish_against_denial,
    is_only_against,
    is_but_named,
    attitude_of_others,
    of_two_times,
    of_two_parties,
    of_two_teams,
    of_two_rivals,
    *_OF_OCCASIONS,
)
# These look at the two deeds and what stands beside them, not at how much else the statements have in common.
_OF_PARTS: tuple[Objection, ...] = (
    is_of_unknown_mood,
    comes_and_goes,
    plan_was_carried_out,
    is_forecast,
    lives_of_others,
    _may_be_the_attacker,
    is_a_height,
    attitude_of_others,
    of_two_times,
    of_two_parties,
    of_two_teams,
    *_OF_OCCASIONS,
)
_OF_ROLES: tuple[Objection, ...] = (
    *_OF_PARTS,
    _is_of_other_things,
    _is_of_its_printing,
    _is_of_the_speaker,
    _differs_in_all_numbers,
)
_OF_ONE_HAPPENING = (_tells_too_little, is_trend_of_nothing)
