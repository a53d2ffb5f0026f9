"""Finds whom a verb speaks of that stands before it: its subject, or the one a relative pronoun refers to."""

from musnad.events.actors import features, is_actor
from musnad.events.phrases import Phrase, phrase_ending, read_phrase
from musnad.events.sentence import EventSentence
from musnad.events.words import Kind, Word

# Further before the verb or behind it stands no party of its clause.
REACH = 30
RELATIVES = frozenset(
    {"الذي", "التي", "الذين", "اللذان", "اللتان", "اللذين", "اللتين", "اللواتي", "والذي", "والتي", "والذين"}
)

_STILL = frozenset({"تزال", "يزال", "يزالون", "زال", "زالت", "زالوا"})
_NOT = frozenset({"لا", "ما", "لم"})


def subject_before(sentence: EventSentence, verb: int, *, relative: bool) -> Phrase | None:
    """Return the phrase before the verb that can be its subject, or the one a relative pronoun refers to."""
    if relative:
        at = verb - 1
        while sentence.folded(at) not in RELATIVES:
            at -= 1
        return antecedent(sentence, at)
    word = sentence.words[verb]
    if word.conjunction:
        return None
    described = _described_person(sentence, verb) or _described_party(sentence, verb)
    if described is not None:
        return described
    start = verb
    start -= _auxiliaries(sentence, verb)  # عددا من المقاتلين كانوا | يحاصرون، القوات لا تزال | تحاصر
    while start > 0 and verb - start < REACH:
        previous = sentence.words[start - 1]
        if previous.kind is Kind.VERB and sentence.folded(start - 2) in RELATIVES and start > 1:
            told = antecedent(sentence, start - 2)  # الجيش الذي يحاصر المدينة قصف المستشفى
            led = told is None or sentence.kind(told.first - 1) in (Kind.PREPOSITION, Kind.TIME)
            return None if led or told is None or not is_actor(sentence, told) else told
        if previous.kind is Kind.VERB or (previous.kind is Kind.OPENER and not _transparent(previous)):
            break
        if sentence.is_break(start - 1) or (sentence.is_quote(start - 1) and not _closes_name(sentence, start - 1)):
            break
        start -= 1
    while start < verb and (sentence.is_comma(start) or sentence.kind(start) in (Kind.OPENER, Kind.ADVERB, Kind.TIME)):
        start += 1
    verb -= _auxiliaries(sentence, verb)
    if start >= verb or sentence.words[start].preposition or sentence.kind(start) is Kind.PREPOSITION:
        return _after_adverbial(sentence, start, verb)
    return read_phrase(sentence, start, limit=verb)


def _auxiliaries(sentence: EventSentence, verb: int) -> int:
    """Return how many words of كان, or of لا تزال, stand between a verb and the subject before it."""
    if sentence.folded(verb - 1) in _STILL and sentence.folded(verb - 2) in _NOT:
        return 2
    return int(_is_auxiliary(sentence, verb - 1))


def _is_auxiliary(sentence: EventSentence, index: int) -> bool:
    """Tell whether كان with a subject before it stands at `index`: the next verb tells what it did."""
    word = sentence.at(index)
    was = index > 0 and word is not None and word.verb is not None and word.verb.lemma == "كان"
    before = sentence.kind(index - 1)
    return was and word is not None and not word.conjunction and before in (Kind.NOUN, Kind.MARK, Kind.TIME)


def _described_person(sentence: EventSentence, verb: int) -> Phrase | None:
    """Return the unnamed person right before a verb that tells more of him: اعتقلت الشرطة رجلا | هاجم الكنيسة."""
    noun = sentence.at(verb - 1)
    if noun is None or noun.kind is not Kind.NOUN or noun.definite or noun.name or noun.preposition:
        return None
    listed = sentence.vocabulary.lexicon.words["somebody"]
    if noun.stem in listed or noun.stem.removesuffix("ا") in listed:
        return read_phrase(sentence, verb - 1, joined=False, limit=verb)
    return None


def _described_party(sentence: EventSentence, verb: int) -> Phrase | None:
    """Return the unnamed party right before a verb that tells more of it: بدعم من أحزاب صغيرة | طالبت بالرحيل."""
    last = sentence.at(verb - 1)
    if last is None or last.kind is not Kind.NOUN or last.definite or last.name or verb - 1 in sentence.acting:
        return None
    phrase = phrase_ending(sentence, verb)
    verbs = [one.number for one in sentence.words[verb].triggers if one.person == 3]
    counted = phrase is not None and sentence.kind(phrase.first) is Kind.NUMBER and "p" in verbs  # 8 جنود فروا
    if phrase is None or phrase.end != verb or not (sentence.is_marked(phrase.first) or counted):
        return None
    head = sentence.words[phrase.first]
    things = ("vehicles", "weapons", "places", "things", "measures")
    people = counted and not any(sentence.among(verb - 1, name) for name in things)
    party = people or is_actor(sentence, phrase)
    return phrase if not head.definite and not head.triggers and party else None


def _transparent(word: Word) -> bool:
    return word.folded in ("قد", "لقد", "سوف", "لم", "لن", "لا", "وقد", "ولم", "ولن")


def _closes_name(sentence: EventSentence, index: int) -> bool:
    return any(index in pair and pair[1] - pair[0] <= 5 for pair in sentence.sentence.quotations)


def _after_adverbial(sentence: EventSentence, start: int, verb: int) -> Phrase | None:
    """Return the subject that stands behind an opening adverbial and its comma: وفي بغداد، الحكومة قررت."""
    for index in range(verb - 1, start, -1):
        if sentence.is_comma(index - 1) and sentence.kind(index) is Kind.NOUN and not sentence.words[index].preposition:
            return read_phrase(sentence, index, limit=verb)
    return None


def antecedent(sentence: EventSentence, relative: int) -> Phrase | None:
    """Return the phrase a relative pronoun refers to: past a place behind في if an actor stands before it."""
    near = phrase_ending(sentence, relative)
    if near is None or near.first == 0:
        return near
    if sentence.folded(relative).removeprefix("و") == "الذين" and features(sentence, near) == ("f", "s"):
        several = _several_before(sentence, near)  # المتمردين المدعومين من دولة | والذين
        if several is not None:
            return several
    before = sentence.words[near.first - 1]
    placed = before.kind is Kind.PREPOSITION or sentence.words[near.first].preposition
    # الجماعات المناهضة للحكومة: the adjective's own complement is not who the relative speaks of.
    governed = sentence.words[near.first].preposition == "ل" and before.definite and before.stem.startswith("م")
    told = bool(sentence.words[near.first].triggers) and not governed  # الانسحاب من الاتفاق الذي وقعته
    if not placed or told or (is_actor(sentence, near) and not governed):
        return near
    further = phrase_ending(sentence, near.first - 1 if before.kind is Kind.PREPOSITION else near.first)
    if further is None or not (is_actor(sentence, further) or governed or sentence.words[further.first].triggers):
        return near
    return further if _refers_to(sentence, relative, further) else near


def _several_before(sentence: EventSentence, phrase: Phrase) -> Phrase | None:
    """Return the people in the plural named last before a phrase that الذين cannot mean."""
    for at in range(phrase.first - 1, max(-1, phrase.first - REACH // 3), -1):
        word = sentence.words[at]
        if word.kind is Kind.VERB or sentence.is_break(at):
            return None
        plural = word.kind is Kind.NOUN and word.definite and word.stem.endswith(("ين", "ون")) and not word.triggers
        named = phrase_ending(sentence, at + 1) if plural and at in sentence.acting else None
        if named is not None and is_actor(sentence, named):
            return named
    return None


def _refers_to(sentence: EventSentence, relative: int, phrase: Phrase) -> bool:
    """Tell whether the relative pronoun agrees with the phrase: سخر الوزير من المرأة | التي is no minister."""
    gender, number = features(sentence, phrase)
    pronoun = sentence.folded(relative).removeprefix("و")
    return not ((pronoun == "التي" and (gender, number) == ("m", "s")) or (pronoun == "الذي" and gender == "f"))
