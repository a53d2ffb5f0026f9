"""Finds where an event took place: the place that a word like في marks behind its trigger."""

from musnad.events.phrases import read_phrase
from musnad.events.sentence import EventSentence
from musnad.events.words import Kind
from musnad.model import Span

# Further than this a place belongs to another deed of the sentence.
_REACH = 16
_IN = frozenset({"في", "قرب", "داخل", "شرق", "غرب", "شمال", "جنوب", "وسط", "شرقي", "غربي", "شمالي", "جنوبي"})


def place_of(sentence: EventSentence, index: int) -> Span | None:
    """Return the span of the first place marked behind token `index`, or None; a new clause ends the search."""
    for at in range(index, min(len(sentence), index + _REACH)):
        word = sentence.words[at]
        if word.kind is Kind.OPENER or sentence.is_break(at):
            return None
        marked = sentence.folded(at - 1) in _IN or word.preposition == "ب"
        if not marked or word.kind is not Kind.NOUN or word.nationality:
            continue
        if at in sentence.placed or at in sentence.countries or sentence.among(at, "places"):
            phrase = read_phrase(sentence, at, joined=False)
            return phrase.span(sentence) if phrase is not None else None
    return None
