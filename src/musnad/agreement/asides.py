"""Says why opposed or denied deeds, or a plan and a deed, are no contradiction: told by the way, or of others."""

from musnad.agreement.alignment import Pair
from musnad.agreement.circumstances import same_day
from musnad.agreement.evidence import ACTORS, Finding
from musnad.agreement.figures import Fit
from musnad.agreement.happening import apart_days
from musnad.agreement.sides import Sides, other_pairs, word_at, words_before
from musnad.agreement.statements import Statement
from musnad.agreement.words import Mark, Word
from musnad.languages.agreement import AgreementLexicon, Tense
from musnad.model import MentionKind, Slot

# A verb and what it says, or whom it names, stand within so many words of the text.
_BESIDE = 3
_ONE_DEED = 0.8
_OPPOSED, _OPPOSED_OF_PARTS, _FEW_WORDS = 0.5, 0.66, 7
_PLACES = frozenset({MentionKind.PLACE, MentionKind.COUNTRY, MentionKind.FACILITY})
_TREND = {"rise_fall"}
_NAMES = ACTORS | {MentionKind.NATIONALITY, MentionKind.PLACE, MentionKind.FACILITY}


def denies_of_another(sides: Sides, finding: Finding, _: AgreementLexicon) -> str | None:
    """Object where what is denied names who or what the other side does not: نفى أن موسكو وراء التسميم."""
    if sides.left.denies == sides.right.denies:
        return None
    alone = sides.alignment.left_only if sides.left.denies else sides.alignment.right_only
    named = next((word for word in alone if word.kind in _NAMES), None)
    return None if named is None else f"only the denial names {named.folded}"


def told_by_the_way(sides: Sides, finding: Finding, lexicon: AgreementLexicon) -> str | None:
    """Object where opposed deeds, or a deed and its denial, are not what the sentences say: التي اندلعت قبل أسبوع."""
    if finding.slot is not Slot.POLARITY or finding.left == sides.left.span:
        return None
    for side, span in ((sides.left, finding.left), (sides.right, finding.right)):
        word = word_at(side, span)
        if word is None or not word.tells_deed:
            continue
        if finding.senses and word.reading.tense is not Tense.NONE and word.before in lexicon.words["relatives"]:
            return f"{word.folded} is told by the way"
        if word.reading.tense is Tense.NONE and _serves(word, side, sides, lexicon):
            return f"{word.folded} only serves another deed"
    return None


def _serves(word: Word, side: Statement, sides: Sides, lexicon: AgreementLexicon) -> bool:
    """Tell whether a noun of doing is the aim or the time of another deed, told before it: واصل التحضير لعقد القمة."""
    leads = word.folded[0] == "ل" and not word.reading.lemma.startswith("ل")
    if not leads and word.before not in lexicon.words["purposes"]:
        return False
    if word.negated:
        return False
    alone = {id(each) for each in (*sides.alignment.left_only, *sides.alignment.right_only)}
    carrying = lexicon.words["enabling"] | lexicon.words["stopping"]
    return any(
        each.tells_deed
        and each.reading.is_act
        and id(each) in alone
        and not each.stops
        and not each.intends
        and not each.reading.senses & carrying
        and each.folded not in lexicon.words["light_verbs"]
        and each.reading.lemma not in lexicon.words["undergoing"]
        for each in side.wording.words
        if each.place < word.place
    )


def is_only_against(sides: Sides, finding: Finding, lexicon: AgreementLexicon) -> str | None:
    """Object where "against" tells whom another deed is done to: أدلى بتصريحات ضد الوزارة."""
    if not any(sense.startswith("support_oppose") for sense in finding.senses):
        return None
    for side, span in ((sides.left, finding.left), (sides.right, finding.right)):
        word = word_at(side, span)
        if word is None or word.folded != "ضد":
            continue
        if any(
            each.reading.is_act and each.reading.lemma not in lexicon.words["taking_sides"]
            for each in words_before(side, span)
        ):
            return "a deed done against somebody takes no side"
    return None


def is_but_named(sides: Sides, finding: Finding, _: AgreementLexicon) -> str | None:
    """Object where two speakers of one page do not both tell it by a verb: what a noun names is told of anything."""
    if not sides.in_one_report or finding.left == sides.left.span:
        return None
    for side, span in ((sides.left, finding.left), (sides.right, finding.right)):
        word = word_at(side, span)
        if word is not None and word.reading.tense is Tense.NONE:
            return f"{word.folded} is named, not told"
    return None


def plan_was_carried_out(sides: Sides, finding: Finding, _: AgreementLexicon) -> str | None:
    """Object to a plan and a deed of one outlet: what it announced in the morning it reports in the evening."""
    if finding.slot is not Slot.MODALITY:
        return None
    left, right = sides.left, sides.right
    one, other = word_at(left, finding.left), word_at(right, finding.right)
    if one is not None and other is not None and one.folded == other.folded and one.reading.tense is Tense.PERFECT:
        meant_one, told_one = ((one, left), (other, right)) if one.meant else ((other, right), (one, left))
        # ينتظر الجيش تسلم العربات, تسلم الجيش العربات: a noun behind a verb of intent, a verb that opens.
        is_under = any(each.intends for each in words_before(meant_one[1], meant_one[0].span))
        if not (is_under and told_one[0] is told_one[1].wording.words[0]):
            return "one form may be a noun and a verb"
    for side, span, later in ((left, finding.left, right), (right, finding.right, left)):
        meant = word_at(side, span)
        if meant is None or not (meant.meant or meant.reading.tense is Tense.FUTURE) or later.published is None:
            continue
        if side.times and side.times[0].latest <= later.published.date():
            return "the day of the plan had come"
    if left.outlet is not None and left.outlet == right.outlet:
        return "the outlet reports what it had announced"
    return None


def is_forecast(sides: Sides, finding: Finding, _: AgreementLexicon) -> str | None:
    """Object where what may change is foretold on one side alone: prices will rise, prices fell."""
    names = {sense.rstrip("+-") for sense in finding.senses}
    if names != _TREND:
        return None
    words = (word_at(sides.left, finding.left), word_at(sides.right, finding.right))
    ahead = [word is not None and word.meant for word in words]
    return "one side only foretells it" if ahead[0] != ahead[1] else None


def is_of_unknown_mood(sides: Sides, finding: Finding, lexicon: AgreementLexicon) -> str | None:
    """Object where a claim's words open with a noun of doing, or tell what is asked about: nobody says that it is so.

    Whether it was announced, demanded or refused, the words before the claim tell: دعا إلى إعادة, رفض إعادة.
    """
    if finding.slot is not Slot.POLARITY or finding.left == sides.left.span:
        return None
    for side, span in ((sides.left, finding.left), (sides.right, finding.right)):
        word = word_at(side, span)
        if word is None or word.negated or not word.reading.is_act:
            continue
        if word.reading.tense is not Tense.NONE and not (word.reading.is_masdar and finding.senses):
            continue
        opens = word is side.wording.words[0] and side.assertion.claim is not None
        if opens and word.folded[0] != "ب" and Mark.ANNOUNCED not in side.wording.marks:
            return f"whether {word.folded} came about is not told"
        asked = [each for each in side.wording.words if 0 < word.place - each.place <= _BESIDE]
        if any(lexicon.words["questions"] & {each.reading.lemma, each.folded} for each in asked):
            return f"{word.folded} is asked about"
    return None


def comes_and_goes(sides: Sides, finding: Finding, _: AgreementLexicon) -> str | None:
    """Object where one arrives at a place and another leaves another: وصلت إلى المطار، غادرت العاصمة."""
    if not finding.senses or not all(sense.startswith("enter_leave") for sense in finding.senses):
        return None
    lone = (sides.alignment.left_only, sides.alignment.right_only)
    placed = [any(word.kind in _PLACES for word in words) for words in lone]
    # Who stays here does not leave from here, wherever to: بقيت السفن في الميناء.
    stays = any(Mark.STILL in side.wording.marks for side in (sides.left, sides.right))
    return "of two places" if all(placed) or (any(placed) and not stays) else None


def is_trend_of_nothing(sides: Sides, finding: Finding, _: AgreementLexicon) -> str | None:
    """Object where opposed words have little in common, or prices rise and fall at no time that both tell."""
    if not finding.senses:
        return None
    names = {sense.rstrip("+-") for sense in finding.senses}
    sizes = [len(side.wording.words) for side in (sides.left, sides.right)]
    least = _OPPOSED_OF_PARTS if sides.has_part else _OPPOSED
    if sides.alignment.common < least and max(sizes) > _FEW_WORDS:
        of_person = any(pair.left.kind is MentionKind.PERSON for pair in other_pairs(sides, finding))
        return None if of_person else "little shows one happening"
    if names == _TREND and apart_days(sides) and not same_day(sides.left, sides.right):
        return "prices move every day"
    return None


def is_not_told(sides: Sides, finding: Finding, lexicon: AgreementLexicon) -> str | None:
    """Object where the deed that is denied is on the other side but named, under another deed: قرار في موضوع ترشيحه."""
    if finding.slot is not Slot.POLARITY or finding.senses or finding.left == sides.left.span:
        return None
    for side, span, alone in (
        (sides.left, finding.left, sides.alignment.left_only),
        (sides.right, finding.right, sides.alignment.right_only),
    ):
        word = word_at(side, span)
        if word is None or word.negated or not word.reading.is_act or word.before in lexicon.words["presupposing"]:
            continue
        if word.reading.tense is not Tense.NONE:
            continue
        if any(each.reading.tense is not Tense.NONE and _rules(each, word, lexicon) for each in alone):
            return f"{word.folded} is named, not told"
    return None


def _rules(verb: Word, word: Word, lexicon: AgreementLexicon) -> bool:
    """Tell whether a verb before the word is what the sentence tells: none that announces, plans, carries or stops."""
    # Right behind the verb it is what the verb tells of: استعاد الجيش السيطرة.
    if verb.place + _BESIDE > word.place or verb.intends or verb.stops or verb.negated:
        return False
    carrying = lexicon.words["enabling"] | lexicon.words["stopping"] | {"announce"}
    return not verb.reading.senses & carrying and verb.reading.lemma not in lexicon.words["light_verbs"]


def lives_of_others(sides: Sides, finding: Finding, _: AgreementLexicon) -> str | None:
    """Object where some are told to have died and others to have lived."""
    if not finding.senses or not all(sense.startswith("kill_survive") for sense in finding.senses):
        return None
    for pair in other_pairs(sides, finding):
        if pair.left.kind in ACTORS or pair.right.kind in ACTORS:
            return None
        near = [word_at(sides.left, finding.left), word_at(sides.right, finding.right)]
        if all(word and each.place == word.place + 1 for each, word in zip((pair.left, pair.right), near, strict=True)):
            return None  # قتل طاقمها، نجا طاقمها
    counts = [figure for side in (sides.left, sides.right) for figure in side.figures]
    is_same = any(pair.fit is Fit.SAME for pair in sides.figures)
    return "the dead and the living are others" if counts and not is_same else None


def is_a_height(sides: Sides, finding: Finding, lexicon: AgreementLexicon) -> str | None:
    """Object where an opposed word is led by a preposition, and tells where or when: على ارتفاع 3700 متر."""
    if not finding.senses or all(sense.startswith("kill_survive") for sense in finding.senses):
        return None
    for side, span in ((sides.left, finding.left), (sides.right, finding.right)):
        word = word_at(side, span)
        if (
            word is not None
            and word.tells_deed
            and word.reading.tense is Tense.NONE
            and word.place
            and word.before in lexicon.words["leading"]
        ):
            return f"{word.folded} tells where or when"
    return None


def wish_against_denial(sides: Sides, finding: Finding, _: AgreementLexicon) -> str | None:
    """Object where a wish meets a noun that is denied: يحبذون الخروج، لا خروج."""
    if finding.slot is not Slot.POLARITY or finding.left == sides.left.span or finding.senses:
        return None
    one, other = word_at(sides.left, finding.left), word_at(sides.right, finding.right)
    if one is None or other is None:
        return None
    wish, denial = (one, other) if other.negated else (other, one)
    is_wish = wish.meant and wish.reading.tense is Tense.NONE and sides.alignment.common < _ONE_DEED
    return "a wish is not denied" if is_wish and denial.reading.tense is Tense.NONE and not denial.scoped else None


def attitude_of_others(sides: Sides, finding: Finding, lexicon: AgreementLexicon) -> str | None:
    """Object where attitudes are opposed and nobody in common is told to hold them."""
    names = {sense.rstrip("+-") for sense in finding.senses}
    if not names or not names <= lexicon.words["attitudes"]:
        return None
    if sides.left.holder & sides.right.holder or _is_of_speaker(sides, finding):
        return None
    for pair in other_pairs(sides, finding):
        near = [
            _is_beside(word, word_at(side, span))
            for word, side, span in (
                (pair.left, sides.left, finding.left),
                (pair.right, sides.right, finding.right),
            )
        ]
        if all(near) and _may_hold(pair):
            return None
    return "nobody in common holds the two attitudes"


def _is_of_speaker(sides: Sides, finding: Finding) -> bool:
    """Tell whether one side opens with the speaker's own attitude, and the other names him: أعلنت معارضتها."""
    for own, span, other, there in (
        (sides.left, finding.left, sides.right, finding.right),
        (sides.right, finding.right, sides.left, finding.left),
    ):
        word, against = word_at(own, span), word_at(other, there)
        if word is None or against is None or word not in own.wording.words[:1]:
            continue
        near = {each.reading.lemma for each in other.wording.words if _is_beside(each, against)}
        if own.holder & near:
            return True
    return False


def _may_hold(pair: Pair) -> bool:
    """Tell whether the words may name who holds a view: an actor, or a noun with the article."""
    return any(word.kind in ACTORS or word.folded.startswith("ال") for word in (pair.left, pair.right))


def _is_beside(word: Word, other: Word | None) -> bool:
    return other is not None and 0 < abs(word.place - other.place) <= _BESIDE
