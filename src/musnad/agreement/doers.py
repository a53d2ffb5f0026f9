"""Finds a deed that two statements tell of two doers: قصفت الطائرات المستشفى, قصفت المدفعية المستشفى."""

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from musnad.agreement.alignment import Alignment, Pair
from musnad.agreement.cutting import last_words_cut_before
from musnad.agreement.doer_kinds import kinds_of, never_one
from musnad.agreement.evidence import ACTORS, Finding
from musnad.agreement.reversal import takes_and_gives
from musnad.agreement.statements import Statement
from musnad.agreement.words import Word
from musnad.languages.agreement import AgreementLexicon, Tense
from musnad.model import Slot

_ALIKE = 75  # share of equal letters of two spellings or forms of one doer
_BY = 16  # characters before a doer in which "by" stands: على أيدي


def find_doer(left: Statement, right: Statement, alignment: Alignment, lexicon: AgreementLexicon) -> Finding | None:
    """Return two doers of a deed that has one, each named right behind it or after "by", on one side alone."""
    lone: set[int] = set()
    for pair in alignment.pairs:
        if not _has_one_doer(pair, lexicon):
            continue
        lone = lone or {id(word) for word in (*alignment.left_only, *alignment.right_only)}
        one, other = _doer(pair.left, left, lexicon), _doer(pair.right, right, lexicon)
        if one is None or other is None or id(one) not in lone or id(other) not in lone:
            continue
        if takes_and_gives(pair) or not _are_two(one, other, lexicon):
            continue
        if not _in_names(one, other, left, right, alignment):
            told = f"{one.span.of(left.text)} / {other.span.of(right.text)}"
            return Finding(Slot.ACTOR, told, one.span, other.span)
    return None


def _has_one_doer(pair: Pair, lexicon: AgreementLexicon) -> bool:
    """Tell whether both tell of a deed that is done by one: who supports or visits may be many."""
    words = (pair.left, pair.right)
    if pair.opposed or any(not word.reading.is_act or word.negated or word.meant for word in words):
        return False
    return bool(pair.left.reading.senses & pair.right.reading.senses & lexicon.words["done_by_one"])


def _doer(deed: Word, side: Statement, lexicon: AgreementLexicon) -> Word | None:
    """Return who does it: after "by", right behind the verb, or right before one that does not open the statement."""
    words = side.wording.words
    at = next(number for number, word in enumerate(words) if word is deed)
    by = next((word for word in words[at + 1 :] if is_by(word, side, lexicon)), None)
    if by is not None:
        return by
    if deed.reading.tense is Tense.NONE:
        return None
    behind = words[at + 1] if at + 1 < len(words) else None
    if behind is not None and behind.place == deed.place + 1 and not behind.reading.is_act:
        return behind
    return None


def is_by(word: Word, side: Statement, lexicon: AgreementLexicon) -> bool:
    """Tell whether "by" leads to the word: من قبل القوات, بنيران المدفعية, على يد حارسه."""
    return by_at(word, side, lexicon) is not None


def by_at(word: Word, side: Statement, lexicon: AgreementLexicon) -> int | None:
    """Return where the "by" begins that leads to the word, None where none does."""
    if word.before not in _last_words(lexicon):
        return None
    before = last_words_cut_before(side.text, word.span.start, within=_BY, most=2)
    for count in (2, 1):
        if " ".join(token.folded for token in before[-count:]) in lexicon.words["by_words"]:
            return before[-count:][0].start
    return None


@lru_cache(maxsize=8)
def _last_words(lexicon: AgreementLexicon) -> frozenset[str]:
    """Return the words right behind which a doer stands."""
    return frozenset(phrase.split()[-1] for phrase in lexicon.words["by_words"])


def _are_two(one: Word, other: Word, lexicon: AgreementLexicon) -> bool:
    if one.entity is not None and one.entity == other.entity:
        return False
    kinds = kinds_of((one,), lexicon), kinds_of((other,), lexicon)
    if all(kinds) and not never_one(*kinds, lexicon):
        return False  # the ministry may be the government
    if one.reading.senses & other.reading.senses or one.reading.key == other.reading.key:
        return False
    return fuzz.ratio(one.folded, other.folded) < _ALIKE


def _in_names(one: Word, other: Word, left: Statement, right: Statement, alignment: Alignment) -> bool:
    """Tell whether the words behind the two are partners: a title and its synonym, قوات الأمن / عناصر الأمن."""
    names = _behind(one, left), _behind(other, right)
    if any(pair.left in names[0] and pair.right in names[1] for pair in alignment.pairs):
        return True
    generic = [word.kind not in ACTORS and not word.folded.startswith("ال") for word in (one, other)]
    # A title of one and a name of the other may be one and the same.
    return generic[0] != generic[1]


def _behind(word: Word, side: Statement) -> Sequence[Word]:
    words = side.wording.words
    at = next(number for number, each in enumerate(words) if each is word)
    return [each for each in words[at + 1 : at + 3] if each.place - word.place <= 2]
