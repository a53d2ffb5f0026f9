"""Reads the dead and the hurt that a sentence counts: beside words of killing and wounding, and by nouns (قتلى)."""

from dataclasses import dataclass

from musnad.events.counting import Count, count_by_number, is_person, read_count
from musnad.events.phrases import Phrase
from musnad.events.sentence import EventSentence
from musnad.events.triggers import Found
from musnad.events.words import Kind
from musnad.languages.events import Shape
from musnad.model import Amount

KILLED, WOUNDED = "killed", "wounded"
# Further than this the dead of another deed are counted.
_REACH = 20
_BACK = 14
_BEFORE_NOUN = 8
_AFTER_TALLY = 12
_REACHING = frozenset({"الي"})
_NEGATIONS = frozenset({"دون", "بدون", "اي", "لا", "كل"})


def toll_of(sentence: EventSentence, found: Found, victim: Phrase | None) -> Amount | None:
    """Return how many the trigger's victims are; `victim` is their phrase as far as the clause tells it."""
    pair = _joined_harm(sentence, found)
    if pair is not None:
        count = read_count(sentence, pair)
        return _share(count.amount) if count is not None else None
    start = victim.first if victim is not None else _past_times(sentence, found.end)
    count = read_count(sentence, start) if victim is not None or found.nominal else None
    if found.nominal:
        return count.amount if count is not None else None
    if count is None:
        count = _counted_before(sentence, found)
    elif not count.numeric and found.trigger.may_be_passive and count.amount.least == 1:
        count = _object_far(sentence, count.end) or count
    if count is not None and sentence.folded(count.end) == "بين":
        dead = sentence.vocabulary.lexicon.tolls.dead
        return _share(count.amount) if sentence.stem(count.end + 1) in dead else count.amount
    return count.amount if count is not None else None


def _joined_harm(sentence: EventSentence, found: Found) -> int | None:
    """Return the token behind two words of harm that و joins, which share their count: مقتل وإصابة 20 جنديا."""
    own = {found.trigger.frame.victims, ""}
    following = sentence.at(found.end)
    if following is not None and following.conjunction and _harms(sentence, found.end) - own:
        return found.end + 1 if _opens(sentence, found.first, found.end) else None
    if sentence.words[found.first].conjunction and found.first and _harms(sentence, found.first - 1) - own:
        return found.end if _opens(sentence, found.first - 1, found.first) else None
    return None


def _opens(sentence: EventSentence, first: int, second: int) -> bool:
    """Tell whether two words of harm are of one class and nobody stands before the first whom it may speak of."""
    one, verbal = sentence.words[first], sentence.kind(second) is Kind.VERB
    noun_shapes = (Shape.NOUN, Shape.MASDAR)
    if not any((trigger.shape in noun_shapes) != verbal and not trigger.suffixed for trigger in one.triggers):
        return False
    return not verbal or one.conjunction or sentence.kind(first - 1) not in (Kind.NOUN, Kind.NUMBER)


def _harms(sentence: EventSentence, index: int) -> set[str]:
    return {one.frame.victims or "" for one in sentence.words[index].triggers}


def _share(total: Amount) -> Amount | None:
    """Return what may be the dead, or the hurt, of a number that counts both: at least one each."""
    if total.most is None:
        return Amount(1, None)
    return Amount(1, total.most - 1) if total.most > 1 else None


def _past_times(sentence: EventSentence, index: int) -> int:
    while sentence.kind(index) is Kind.TIME or sentence.is_comma(index):
        index += 1
    return index


def _object_far(sentence: EventSentence, index: int) -> Count | None:
    """Return the number of people right behind an insertion that parts it from the subject: قتل رجل، ...، 32 شخصا."""
    for at in range(index, min(len(sentence), index + _BACK)):
        word = sentence.words[at]
        if word.conjunction or sentence.is_break(at) or any(one.frame.victims for one in word.triggers):
            return None
        if word.kind is Kind.NUMBER and sentence.is_comma(at - 1):
            count = count_by_number(sentence, at)
            return count if count is not None and _has_person(sentence, count) else None
    return None


def _has_person(sentence: EventSentence, count: Count) -> bool:
    noun = count.noun + (sentence.folded(count.noun) == "من")
    return noun < len(sentence) and is_person(sentence, noun)


def _counted_before(sentence: EventSentence, found: Found) -> Count | None:
    """Return the people counted before a verb of their death, a relative clause between: 8 رجال كانوا هناك قتلوا."""
    if found.trigger.number not in ("p", "d"):
        return None
    parts = sentence.vocabulary.lexicon.tolls.parts
    for at in range(found.first - 1, max(-1, found.first - _BACK), -1):
        word = sentence.words[at]
        if sentence.is_break(at) or any(one.frame.victims for one in word.triggers):
            break
        if word.kind is not Kind.NUMBER or word.preposition or sentence.kind(at - 1) is Kind.NUMBER:
            continue
        if sentence.kind(at - 1) in (Kind.PREPOSITION, Kind.NOUN):
            continue
        count = count_by_number(sentence, at)
        if count is not None and _has_person(sentence, count) and sentence.folded(at - 1) not in parts:
            return count
    return None


# -- nouns of the dead and the hurt ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Toll:
    """The dead or the hurt (`kind`) that a noun at token `at` counts."""

    at: int
    kind: str
    amount: Amount


def find_tolls(sentence: EventSentence) -> list[Toll]:
    """Return what the sentence counts by nouns: خمسة قتلى، عشرات القتلى والجرحى، بلغ عدد القتلى 17."""
    grammar = sentence.vocabulary.lexicon.tolls
    found: list[Toll] = []
    last: tuple[int, Amount | None] = (-2, None)
    for index, word in enumerate(sentence.words):
        if word.folded in grammar.lives and (count := read_count(sentence, index + 1)) is not None:
            found.append(Toll(index, KILLED, count.amount))
        kind = KILLED if word.stem in grammar.dead else WOUNDED if word.stem in grammar.hurt else None
        if kind is None or (last[0] == index - 1 and sentence.folded(index - 2) == "بين"):
            continue
        if sentence.folded(index - 1) == "بين" and sentence.words[index].stem in grammar.dead:
            found += _between(sentence, index)
            last = (index, None)
            continue
        amount = _of_noun(sentence, index)
        if amount is None and word.conjunction and last[0] == index - 1:
            amount = last[1]  # عشرات القتلى والجرحى
        last = (index, amount)
        if amount is not None and not _is_part(sentence, index):
            found.append(Toll(index, kind, amount))
    return found


def count_casualties(sentence: EventSentence, trigger: int) -> tuple[Amount | None, Amount | None]:
    """Return the killed and the wounded that nouns near the trigger count."""
    near = [toll for toll in find_tolls(sentence) if abs(toll.at - trigger) <= _REACH]
    killed = next((toll.amount for toll in near if toll.kind == KILLED), None)
    return killed, next((toll.amount for toll in near if toll.kind == WOUNDED), None)


def _of_noun(sentence: EventSentence, index: int) -> Amount | None:
    grammar = sentence.vocabulary.lexicon.tolls
    stem = sentence.stem(index)
    for start in range(max(0, index - _BEFORE_NOUN), index):
        count = count_by_number(sentence, start)
        if count is not None and count.noun + (sentence.folded(count.noun) == "من") == index:
            return count.amount
    if stem.endswith(("ين", "ان")) and stem[:-2] in grammar.dead | grammar.hurt and not stem.startswith("مصابين"):
        return Amount(2, 2)
    if sentence.stem(index - 1) in grammar.tallies or sentence.stem(index - 2) in grammar.tallies:
        return _tallied(sentence, index + 1)
    alone = stem in ("قتيل", "قتيلا", "قتيله", "شهيد", "جريح", "جريحا", "جريحه")
    denied = {sentence.folded(n) for n in range(max(0, index - 2), index)} & _NEGATIONS
    return Amount(1, 1) if alone and not denied and not sentence.words[index].definite else None


def _tallied(sentence: EventSentence, index: int) -> Amount | None:
    """Return the number that a word of tally leads to: ارتفع عدد القتلى من 12 إلى 17."""
    first = None
    for at in range(index, min(len(sentence), index + _AFTER_TALLY)):
        if sentence.is_break(at) or sentence.is_comma(at):
            break
        if sentence.kind(at) is not Kind.NUMBER:
            continue
        if sentence.kind(at - 1) is Kind.NUMBER and at > index:
            continue
        count = count_by_number(sentence, at)
        if count is not None and sentence.folded(at - 1) in _REACHING:
            return count.amount
        first = first or count
    return first.amount if first is not None else None


def _between(sentence: EventSentence, index: int) -> list[Toll]:
    """Return the dead and the hurt of a number that counts both: 15 شخصا بين قتيل وجريح."""
    for at in range(max(0, index - _BEFORE_NOUN), index - 1):
        if sentence.kind(at) is not Kind.NUMBER:
            continue
        count = count_by_number(sentence, at)
        share = _share(count.amount) if count is not None else None
        if share is not None:
            return [Toll(index, KILLED, share), Toll(index, WOUNDED, share)]
    return []


def _is_part(sentence: EventSentence, index: int) -> bool:
    """Tell whether the noun counts some of those counted before: من بينهم 27 قتيلا."""
    parts = sentence.vocabulary.lexicon.tolls.parts
    return any(sentence.folded(n) in parts for n in range(max(0, index - 4), index))
