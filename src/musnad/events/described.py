"""Says whom a passive participle describes, and who did it to him: متظاهرون محتجزون، الصيادون المعتقلون في."""

from musnad.events.clauses import Clause, read_behind
from musnad.events.owners import is_act
from musnad.events.phrases import Phrase, phrase_ending, read_phrase
from musnad.events.sentence import EventSentence
from musnad.events.triggers import Found
from musnad.events.verbal import Roles
from musnad.events.words import Kind
from musnad.model import EventType, Span


def describe(sentence: EventSentence, found: Found) -> Roles:
    """Return the roles of a passive participle: whom it describes is the target, من marks the agent."""
    behind = Clause(found.first)
    read_behind(sentence, found.end, behind)
    by = next((one.phrase for one in behind.marked if one.by), None)
    before = phrase_ending(sentence, found.first)
    while before is not None and _is_described(sentence, before.first):
        before = Phrase(before.first - 1, before.end, sentence.clitics(before.first - 1))  # المنتج النافذ المتهم
    before = _named_before(sentence, before) or before
    alike = _of_one_ending(sentence, found.first)
    before = before if alike is None else alike
    own = read_phrase(sentence, found.first, joined=False)
    adjectival = sentence.words[found.first].definite or sentence.kind(found.first - 1) is Kind.NOUN
    if not sentence.words[found.first].definite and found.first and _is_governed(sentence, found.first):
        adjectival = False  # وفاة | محتجز كندي
    several = sentence.stem(found.first).endswith(("ين", "ون"))
    if before is not None and several and sentence.stem(before.first).endswith("ه"):
        adjectival = False  # نقلت الجماعة | المختطفين
    phrase = before if before is not None and adjectival else own
    agents = by.spans(sentence) if by else ()
    if not agents and found.trigger.frame.type is EventType.COERCE:
        agents = _holding_state(sentence, behind)
    return Roles(agents, phrase.spans(sentence) if phrase else (), "described")


def _named_before(sentence: EventSentence, phrase: Phrase | None) -> Phrase | None:
    """Return the person by his name right before what he is: فلان الفلاني | المنتج النافذ المتهم."""
    if phrase is None or not sentence.words[phrase.first].definite:
        return None
    starts = (first for first, end in sentence.persons.items() if end == phrase.first)
    return next((Phrase(first, phrase.first, sentence.clitics(first)) for first in starts), None)


def _of_one_ending(sentence: EventSentence, index: int) -> Phrase | None:
    """Return the people right before a plural participle that describes them: إطلاق سراح | الصيادين المعتقلين."""
    ending, start = sentence.stem(index)[-2:], index
    while ending in ("ين", "ون") and start and sentence.words[start - 1].definite:
        if not sentence.stem(start - 1).endswith(ending):
            break
        start -= 1
    return Phrase(start, index) if start < index else None


def _is_described(sentence: EventSentence, index: int) -> bool:
    """Tell whether a definite word stands right behind a definite noun, and so tells more of it."""
    word, noun = sentence.words[index], sentence.at(index - 1)
    plain = word.definite and not (word.conjunction or word.preposition or word.title or word.name)
    return plain and noun is not None and noun.kind is Kind.NOUN and noun.definite and index not in sentence.acting


def _is_governed(sentence: EventSentence, index: int) -> bool:
    """Tell whether the participle is the genitive of an act, or of a noun of the other gender: وفاة | محتجز."""
    before, word = sentence.words[index - 1], sentence.words[index]
    if before.kind is not Kind.NOUN or before.definite or sentence.among(index - 1, "things"):
        return False
    return is_act(sentence, index - 1) or (before.stem.endswith("ه") and not word.stem.endswith(("ه", "ات", "ا")))


def _holding_state(sentence: EventSentence, behind: Clause) -> tuple[Span, ...]:
    """Return the state in which someone is held, and so by which: محتجزون في ..."""
    for one in behind.marked[:1]:
        if one.preposition == "في" and one.phrase.first in sentence.countries and sentence.words[one.phrase.first].name:
            return one.phrase.spans(sentence)
    return ()
