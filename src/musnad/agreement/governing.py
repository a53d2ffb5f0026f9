"""Tells what a word says with another that follows it soon, and what those before it make of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from musnad.agreement.clothing import is_listed
from musnad.agreement.word_types import WordType
from musnad.agreement.words import Naming, Word
from musnad.languages.agreement import AgreementLexicon, Collocation, Tense

_SUBJECT_WANTING = 5
_COLLOCATED = 6  # tokens within which a word says something else with another: أسقطت محكمة الجنايات تهمة
_OPPOSITE = str.maketrans("+-", "-+")
STOPS = frozenset(".؛;!؟?")
_OWN = ("ها", "ه", "هم", "هما")


def collocated(word: str, known: WordType, ahead: Sequence[str], lexicon: AgreementLexicon) -> WordType:
    """Return what the word says with another that follows it soon, else what is known of it: أسقطت المحكمة التهم."""
    listed = lexicon.collocations.get(word) or lexicon.collocations.get(known.bare)
    if not listed:
        return known
    soon = list(takewhile(lambda each: each[:1].isalnum(), ahead[:_COLLOCATED]))
    for found in listed:
        if any(is_listed(each, found.with_words) for each in soon):
            return _saying(found, known, lexicon)
    return known


def _saying(found: Collocation, known: WordType, lexicon: AgreementLexicon) -> WordType:
    senses = frozenset({found.sense})
    opposed = frozenset({found.sense.translate(_OPPOSITE)} if found.sense[-1] in "+-" else ())
    tense = known.reading.tense if found.is_verb else Tense.NONE
    reading = replace(known.reading, senses=senses, opposed=opposed, tense=tense, is_deed=True, is_act=found.is_verb)
    return known._replace(
        reading=reading,
        noun=replace(reading, tense=Tense.NONE),
        enables=not senses.isdisjoint(lexicon.words["enabling"]),
        is_stopping=not senses.isdisjoint(lexicon.words["stopping"]),
        habits=replace(known.habits, is_failure=False),
        fails_with=frozenset(),
    )


def wants(known: WordType, ahead: Sequence[str]) -> bool:
    """Tell whether the verb wants what its preposition leads to: طالب النواب بسحب القوات."""
    led = takewhile(lambda word: word[:1].isalnum(), ahead[:_SUBJECT_WANTING])
    return any(each in known.wants_with or each[:1] in known.wants_with for each in led)


def was_cut_off(known: WordType, before: str, told: Iterable[Word], lexicon: AgreementLexicon) -> bool:
    """Tell whether an end that is told came before the deed: غرقت السفينة قبل وصولها."""
    if before not in lexicon.words["ahead_of"] or not known.reading.is_act or known.reading.tense is not Tense.NONE:
        return False
    if not known.bare.endswith(_OWN):
        return False
    ended = frozenset[str]().union(*(word.reading.senses & lexicon.words["ending"] for word in told))
    # Who was caught was caught before he was handed over: no end of that.
    return bool(ended) and not ("arrest" in ended and known.reading.senses & lexicon.words["done_to_held"])


def is_purpose(word: str, known: WordType, told: Iterable[Word], lexicon: AgreementLexicon) -> bool:
    """Tell whether the word is what somebody is on his way to do: يتقدم نحو البلدة للسيطرة عليها."""
    reading = known.reading
    if word[0] != "ل" or reading.lemma[:1] == "ل" or not reading.is_act or reading.tense is not Tense.NONE:
        return False
    return any(each.reading.lemma in lexicon.words["on_the_way"] for each in told)


def clause_of(ahead: Sequence[str]) -> Sequence[str]:
    """Return the words up to the end of the sentence."""
    return list(takewhile(lambda word: word not in STOPS, ahead))


def by_character(namings: Iterable[Naming]) -> Mapping[int, Naming]:
    """Return for every offset the innermost naming that covers it."""
    found: dict[int, Naming] = {}
    for naming in sorted(namings, key=lambda one: -len(one.span)):
        for offset in range(naming.span.start, naming.span.end):
            found[offset] = naming
    return found


def fails_at(known: WordType, ahead: Sequence[str], lexicon: AgreementLexicon) -> bool:
    """Tell whether what follows did not come about; رفضا لافتتاح السفارة opposes what is there."""
    if known.fails_with and not known.fails_with.isdisjoint(ahead):
        return True
    if not known.habits.is_failure:
        return False
    following = ahead[0] if ahead else ""
    return not (following.startswith("ل") and not lexicon.read_word(following).lemma.startswith("ل"))


def is_excepted(ahead: Sequence[str], lexicon: AgreementLexicon) -> bool:
    """Tell whether "but" follows: لا نعرف سوى اسمه; إلا أن opens a new thought."""
    return any(
        word in lexicon.words["excepting"] and not following.startswith("ان")
        for word, following in zip(ahead, (*ahead[1:], ""), strict=True)
    )
