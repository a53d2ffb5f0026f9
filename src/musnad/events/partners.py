"""Finds the parties of an arms deal that stand apart from its word: on the item, behind it, or named before."""

from musnad.events.actors import is_actor
from musnad.events.clauses import Clause, read_behind
from musnad.events.deals import Parties
from musnad.events.likeness import key_words
from musnad.events.phrases import Phrase, read_phrase
from musnad.events.sentence import EventSentence
from musnad.events.words import Kind
from musnad.model import Span

_CRAFTS = frozenset(
    {
        *("سفينه", "سفن", "سفنا", "سفينتين", "سفينتان", "باخره", "بواخر", "قارب", "قارب", "قوارب", "قاربا", "قاربين"),
        *("زورق", "زوارق", "زورقا", "مركب", "مراكب", "مركبا", "ناقله", "شاحنه", "شاحنات", "شاحنتين", "قافله", "قوافل"),
    }
)
_MADE_BY = frozenset({"تنتجها", "ينتجها", "تصنعها", "يصنعها", "انتجتها", "صنعتها", "تنتجه", "تصنعه"})
_MAKING = frozenset({"انتاج", "صنع", "صناعه"})
_WITHOUT = frozenset({"بلا", "بدون", "دون"})
_PLACED_BEHIND = 8


def is_craft(sentence: EventSentence, phrase: Phrase) -> bool:
    """Tell whether the phrase names a ship, a boat or a lorry: what carries arms, and no party to the deal."""
    return sentence.stem(phrase.first) in _CRAFTS


def nationality_of(sentence: EventSentence, phrase: Phrase) -> Span | None:
    """Return the nationality within or right behind a phrase: سفنا إيرانية، صواريخ "إس 400" الروسية."""
    for index in range(phrase.first + 1, min(len(sentence), phrase.end + _PLACED_BEHIND)):
        word = sentence.words[index]
        if word.nationality and not word.preposition and not word.conjunction:
            near = index <= phrase.end or sentence.folded(index + 1) == "الصنع" or _only_marks(sentence, phrase, index)
            return sentence.span(index, index + 1) if near else None
        if index >= phrase.end and (word.kind is Kind.VERB or sentence.is_comma(index) or sentence.is_break(index)):
            return None
    return None


def _only_marks(sentence: EventSentence, phrase: Phrase, index: int) -> bool:
    """Tell whether only a designation and its marks stand between the phrase and the token."""
    quoted = any(
        opening < index and phrase.first <= closing < index for opening, closing in sentence.sentence.quotations
    )
    return quoted and sentence.is_quote(index - 1)


def maker_of(sentence: EventSentence, item: Phrase) -> Span | None:
    """Return whoever the text says makes the item: طائرات تنتجها الشركة، صواريخ من صنع الدولة."""
    for index in range(item.first + 1, min(len(sentence), item.end + _PLACED_BEHIND)):
        makes = sentence.folded(index) in _MADE_BY
        if makes or (sentence.folded(index) in _MAKING and sentence.folded(index - 1) == "من"):
            phrase = read_phrase(sentence, index + 1, joined=False)
            return sentence.span(phrase.first, phrase.end) if phrase is not None else None
        if index >= item.end and (sentence.is_comma(index) or sentence.is_break(index)):
            return None
    return None


def marked_behind(sentence: EventSentence, item: Phrase) -> Clause:
    """Return what prepositions mark behind an item whose designation and adjectives end the clause too early."""
    index = item.end
    while index < min(len(sentence), item.end + _PLACED_BEHIND):
        word = sentence.words[index]
        skipped = sentence.is_quote(index) or word.folded in ("(", ")", "/", "-") or not word.folded.isalpha()
        skipped = skipped or index in sentence.armed or (word.kind is Kind.NOUN and not word.preposition)
        skipped = skipped or word.folded in _WITHOUT
        if (
            sentence.is_comma(index)
            and (following := sentence.at(index + 1)) is not None
            and following.preposition == "ل"
        ):
            index += 1
            break
        if not skipped or word.conjunction or sentence.is_comma(index) or word.folded in (".", ":"):
            break
        index += 1
    clause = Clause(index)
    read_behind(sentence, index, clause)
    return clause


def partners_before(sentence: EventSentence, index: int) -> tuple[Phrase | None, Phrase | None]:
    """Return the doer and the receiver of the deed that و joins this one to: دعم الدولة للحركة ومدها بالسلاح."""
    for start in range(index - 1, max(-1, index - 8), -1):
        word = sentence.words[start]
        if word.kind is Kind.VERB or sentence.is_break(start):
            return None, None
        if word.kind is Kind.NOUN and (word.triggers or word.dealing) and not word.definite:
            clause = Clause(start)
            read_behind(sentence, start + 1, clause)
            doer = next((one for one in clause.bare if one.first < index and is_actor(sentence, one)), None)
            receiver = next(
                (one.phrase for one in clause.marked if one.phrase.first < index and one.preposition in ("ل", "الي")),
                None,
            )
            if doer is None and receiver is not None and sentence.raw(start).endswith("ها"):
                doer = nearest_power(sentence, start, receiver.span(sentence), "f")
            if receiver is None and doer is not None and doer.first == start + 1:
                return None, doer  # دعم الحركة ومدها بالسلاح
            return doer, receiver
    return None, None


def nearest_power(sentence: EventSentence, index: int, other: Span | None, gender: str = "") -> Phrase | None:
    """Return the state or the armed body named last before the word, which is not the other party."""
    for start in range(index - 1, -1, -1):
        word = sentence.words[start]
        if word.kind is not Kind.NOUN or word.nationality or _goes_on(sentence, start):
            continue
        if sentence.folded(start - 1) in ("في", "داخل") or word.preposition == "ب":
            continue  # a place, no party
        if gender and word.gender and word.gender != gender:
            continue
        state = start in sentence.countries and (word.name or start in sentence.acting)  # a town is no power
        if state or sentence.among(start, "armed"):
            phrase = read_phrase(sentence, start, joined=False)
            if phrase is not None and not alike(sentence, phrase.span(sentence), other):
                return phrase
    return None


def _goes_on(sentence: EventSentence, index: int) -> bool:
    """Tell whether the token is a further word of a name that began before it: المتحدة of الولايات المتحدة."""
    return any(first < index < end for first, end in sentence.mentions.items())


def alike(sentence: EventSentence, span: Span, other: Span | None) -> bool:
    """Tell whether two phrases share a word that names someone."""
    return other is not None and bool(key_words(sentence.text, span) & key_words(sentence.text, other))


def move_craft(sentence: EventSentence, parties: Parties, subject: Phrase | None) -> None:
    """Take the craft that carries the arms as their way, and its nationality as the supplier's."""
    if subject is None or not is_craft(sentence, subject):
        return
    if parties.supplier == subject.span(sentence):
        parties.supplier = nationality_of(sentence, subject)
    if parties.via is None:
        parties.via = subject.span(sentence)
