"""Finds a deed of which two statements exchange doer and object: اتهمت الحكومة الشركة / اتهمت الشركة الحكومة."""

from itertools import combinations

from musnad.agreement.alignment import Alignment, Pair
from musnad.agreement.clothing import without_clitic
from musnad.agreement.evidence import ACTORS, Finding
from musnad.agreement.statements import Statement
from musnad.agreement.words import Word
from musnad.languages.agreement import AgreementLexicon, Tense
from musnad.model import MentionKind, Slot

_ALL_BUT_ORDER = 0.95
_NEAR_VERB = 3
_OF_MEN = frozenset({"fighter", "soldier", "police"})
_FARTHEST = 6  # tokens between a verb and its second argument, where their order tells who did it
_BESIDE = 2  # tokens from a deed to its doer: طردت الحكومة البريطانية
_NATIONS = frozenset({MentionKind.COUNTRY, MentionKind.NATIONALITY})
_MARKERS = frozenset({"مع", "بين", "الي", "من", "عن", "علي", "في"})


def find_reversal(left: Statement, right: Statement, alignment: Alignment, lexicon: AgreementLexicon) -> Finding | None:
    """Return a deed whose doer on one side is the other's object: اتهمت الحكومة الشركة / اتهمت الشركة الحكومة."""
    if alignment.common < _ALL_BUT_ORDER:
        return None
    for verb in alignment.pairs:
        if Tense.NONE in (verb.left.reading.tense, verb.right.reading.tense) or verb.opposed:
            continue
        if verb.left.reading.senses & lexicon.words["mutual"] or takes_and_gives(verb):
            continue
        swapped = _swapped_around(verb, left, right, alignment) or _swapped_cases(verb, left, right, alignment)
        if swapped is not None:
            return swapped
        after = [
            pair
            for pair in alignment.pairs
            if pair.left.place > verb.left.place and pair.right.place > verb.right.place and not pair.left.tells_deed
        ]
        for first, second in combinations(after, 2):
            crossed = second.right.place < first.right.place
            if (
                not crossed
                or not (_is_party(first) and _is_party(second) and _are_two(first, second))
                or max(first.right.place - verb.right.place, second.left.place - verb.left.place) > _FARTHEST
                or _is_led(first.right)
                or _is_led(second.left)
            ):
                continue
            if not _led_up_to(first.left, verb.left, left) and not _led_up_to(second.right, verb.right, right):
                words = f"{first.left.span.of(left.text)} / {second.right.span.of(right.text)}"
                return Finding(Slot.ACTOR, f"{words} change places", first.left.span, second.right.span)
    return None


def exchange_owners(left: Statement, right: Statement, alignment: Alignment, lexicon: AgreementLexicon) -> str | None:
    """Return that two nations change places, one the doer and one whose thing or man it is: إيران تطرد سفير فرنسا.

    Both may be so, one in answer to the other; they are not one happening.
    """
    deeds = [pair for pair in alignment.pairs if pair.left.tells_deed and pair.right.tells_deed]
    if not deeds or any(pair.left.reading.senses & lexicon.words["mutual"] for pair in deeds):
        return None
    by_left = {pair.left.place: pair for pair in alignment.pairs}
    by_right = {pair.right.place: pair for pair in alignment.pairs}
    for owned in alignment.pairs:
        if owned.left.tells_deed or owned.right.tells_deed:
            continue  # قصف روسيا may be by it or of it
        one, other = by_left.get(owned.left.place + 1), by_right.get(owned.right.place + 1)
        if one is None or other is None or not (_names_nation(one) and _names_nation(other)):
            continue
        if one.left.reading.key == other.left.reading.key:
            continue
        if any(_is_beside(deed.left, other, left) and _is_beside(deed.right, one, right) for deed in deeds):
            return f"{other.left.folded} and {one.left.folded} change places"
    return None


def _names_nation(pair: Pair) -> bool:
    return bool({pair.left.kind, pair.right.kind} & _NATIONS)


def _is_beside(deed: Word, party: Pair, side: Statement) -> bool:
    """Tell whether a side names the party where the doer of the deed stands, not led by a preposition."""
    keys = {party.left.reading.key, party.right.reading.key}
    # A letter that both sides begin with is the name's own: بريطانيا.
    own = party.left.folded == party.right.folded
    return any(
        word.reading.key in keys
        and abs(word.place - deed.place) <= _BESIDE
        and word.before not in _MARKERS
        and (own or not _is_led(word))
        for word in side.wording.words
    )


def takes_and_gives(deed: Pair) -> bool:
    """Tell whether who takes does the deed on one side, and who gives on the other: تسلم الجيش, سلمت الشركة."""
    return ("receive" in deed.left.reading.senses) != ("receive" in deed.right.reading.senses)


def _swapped_around(verb: Pair, left: Statement, right: Statement, alignment: Alignment) -> Finding | None:
    """Return the names before and after a verb that stand the other way round: الشركة تهدد الوزارة."""
    places = {
        (pair.left.place - verb.left.place, pair.right.place - verb.right.place): pair for pair in alignment.pairs
    }
    first, second = places.get((-1, 1)), places.get((1, -1))
    if first is None or second is None or _is_led(second.left) or _is_led(first.right):
        return None
    words = f"{first.left.span.of(left.text)} / {second.right.span.of(right.text)}"
    return Finding(Slot.ACTOR, f"{words} change places", first.left.span, second.right.span)


def _swapped_cases(verb: Pair, left: Statement, right: Statement, alignment: Alignment) -> Finding | None:
    """Return who is led by ل on one side and is the doer on the other: باعت الوزارة للشركة / باعت الشركة للوزارة."""
    after = [pair for pair in alignment.pairs if pair.left.place > verb.left.place and not pair.left.tells_deed]
    gives = [pair for pair in after if not _is_dative(pair.left) and _is_dative(pair.right)]
    takes = [pair for pair in after if _is_dative(pair.left) and not _is_dative(pair.right)]
    for one in gives:
        for other in takes:
            if one.left.place < other.left.place and other.right.place < one.right.place:
                words = f"{one.left.span.of(left.text)} / {other.right.span.of(right.text)}"
                return Finding(Slot.ACTOR, f"{words} change places", one.left.span, other.right.span)
    return None


def _is_dative(word: Word) -> bool:
    return word.folded[:1] == "ل" and word.folded != word.reading.lemma and without_clitic(word.folded) != word.folded


def _is_party(pair: Pair) -> bool:
    """Tell whether the words may name who does something: names, and nouns with the article; no measures, no ضدهم."""
    if pair.left.kind in ACTORS or pair.right.kind in ACTORS or pair.left.folded.startswith("ال"):
        return True
    return bool(pair.left.reading.senses & pair.right.reading.senses & _OF_MEN)


def _are_two(first: Pair, second: Pair) -> bool:
    """Tell whether two words are two parties, not a title and its bearer (الرئيس حسن, حسن الرئيس)."""
    if (first.left.kind is MentionKind.PERSON) != (second.left.kind is MentionKind.PERSON):
        return first.left.kind in ACTORS and second.left.kind in ACTORS
    if first.left.kind not in {MentionKind.PERSON, MentionKind.COUNTRY, MentionKind.PLACE}:
        return True
    return first.left.name != second.left.name and first.right.name != second.right.name


def _led_up_to(word: Word, verb: Word, statement: Statement) -> bool:
    """Tell whether a preposition, or an "and", stands between the verb and the word."""
    between = [other for other in statement.wording.words if verb.place < other.place <= word.place]
    return word.place - verb.place > _NEAR_VERB or any(map(_is_led, between))


def _is_led(word: Word) -> bool:
    """Tell whether a preposition, or an "and", marks what the word is to the verb."""
    return word.before in _MARKERS or (word.folded[:1] in "بلو" and without_clitic(word.folded) != word.folded)
