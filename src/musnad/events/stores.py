"""Tells depots from parties: a depot is where arms go, and whose it is gets them."""

from bisect import bisect_right

from musnad.events.actors import is_actor
from musnad.events.phrases import read_phrase
from musnad.events.sentence import EventSentence
from musnad.events.words import Kind
from musnad.model import Span


def is_store(sentence: EventSentence, span: Span) -> bool:
    """Tell whether the span names a place that holds goods."""
    return sentence.among(_head(sentence, span), "stores")


def keeper_of(sentence: EventSentence, span: Span) -> Span | None:
    """Return whose place that holds goods the span names, None where no words tell: مستودعات فصائل السهل."""
    head = _head(sentence, span)
    behind = sentence.at(head + 1)
    if sentence.words[head].definite or behind is None or behind.kind is not Kind.NOUN or behind.preposition:
        return None
    phrase = read_phrase(sentence, head + 1, joined=False)
    return phrase.span(sentence) if phrase is not None and is_actor(sentence, phrase) else None


def _head(sentence: EventSentence, span: Span) -> int:
    """Return the token in which the span begins, with or without what is written together with it."""
    return max(0, bisect_right(sentence.tokens, span.start, key=lambda token: token.start) - 1)
