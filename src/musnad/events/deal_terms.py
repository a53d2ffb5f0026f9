"""Fills in what a report tells of an arms deal beside its parties: how many, how far, for how much, whose, when."""

from collections.abc import Sequence

from musnad.events.actors import is_actor
from musnad.events.deals import Parties
from musnad.events.likeness import key_words
from musnad.events.phrases import read_phrase
from musnad.events.words import Kind
from musnad.model import Amount, Grain, Mention, MentionKind, Span, TimeExpression
from musnad.text import fold_text

# Further than this a time belongs to another deed of the sentence, as for events.
_REACH = 90
# What names a price stands this near before it: بقيمة، بمبلغ، مقابل، بلغت قيمته نحو.
_PRICE_REACH = 30
_PRICES = ("قيم", "مبلغ", "مقابل", "ثمن", "بسعر", "تكلف", "كلف")
_TOO_COARSE = frozenset({Grain.CENTURY, Grain.DURATION})
_FEW = 3
# A length this near behind مدى is a range: بمدى يصل إلى نحو.
_RANGE_REACH = 40
# The sentence behind the deal may begin with the range: ويبلغ مداها.
_NEXT = 60
# The end user stands this near behind a word like لتسليمها.
_LED = 4
# «للمرة الأولى» speaks of the transfer only this near its word.
_TOLD = 100


def add_terms(deals: Sequence[Parties], mentions: Sequence[Mention], times: Sequence[TimeExpression]) -> None:
    """Give each deal its quantity, its value and its days, as far as the sentences that tell of it do."""
    if not deals:
        return
    quantities = [one for one in mentions if one.kind is MentionKind.QUANTITY and one.amount is not None]
    money = [one for one in mentions if one.kind is MentionKind.MONEY and one.amount is not None]
    known = [time for time in times if time.resolved and time.grain not in _TOO_COARSE]
    for deal in deals:
        items = (deal.item, *deal.also)
        deal.quantity = next(
            (found for span in items if (found := _quantity(deal, span, quantities)) is not None), None
        )
        for told in (deal, *deal.told):
            deal.value = deal.value or _value(told, money)
            deal.range_km = deal.range_km or _range(told, quantities)
            deal.end_user = deal.end_user or _end_user(told, deal)
            deal.repeated = _repeated(told) if deal.repeated is None else deal.repeated
            time = _time(told, known)
            if time is not None and deal.earliest is None and deal.latest is None:
                deal.earliest = time.earliest.date() if time.earliest else None
                deal.latest = time.latest.date() if time.latest else None


def _quantity(deal: Parties, item: Span, quantities: list[Mention]) -> Amount | None:
    """Return the number that counts the item: a mention that ends in it, or the digits right before it."""
    for one in quantities:
        if deal.sentence.text[max(0, one.span.start - 1) : one.span.end].startswith("كمي"):
            continue  # كمية من: an amount that nobody counted, and no مئة behind ك
        if one.span.start <= item.start < one.span.end or 0 <= item.start - one.span.end <= _FEW:
            return one.amount
    before = deal.sentence.text[: item.start].rsplit(maxsplit=1)
    word = before[-1] if before else ""
    if word.isdecimal() and deal.sentence.text[item.start - 1] == " ":
        number = float(int(word))
        unit = fold_text(item.of(deal.sentence.text)).text.split()[0]
        return Amount(number, number, unit)
    return None


def _value(deal: Parties, money: list[Mention]) -> Amount | None:
    """Return the price in the deal's sentence: money with a word like بقيمة before it."""
    start, end = deal.sentence.tokens[0].start, deal.sentence.tokens[-1].end
    for one in money:
        if start <= one.span.start < end:
            before = fold_text(deal.sentence.text[max(start, one.span.start - _PRICE_REACH) : one.span.start]).text
            if any(word in before for word in _PRICES):
                return one.amount
    return None


def _range(deal: Parties, quantities: list[Mention]) -> Amount | None:
    """Return how far the item reaches, in km: a length behind مدى in the deal's sentence or right behind it."""
    start, end = deal.sentence.tokens[0].start, deal.sentence.tokens[-1].end
    for one in quantities:
        if one.amount is not None and one.amount.unit == "km" and start <= one.span.start < end + _NEXT:
            before = fold_text(deal.sentence.text[max(start, one.span.start - _RANGE_REACH) : one.span.start]).text
            if any(word.lstrip("وب").startswith("مدي") or word.startswith("مداه") for word in before.split()):
                return one.amount
    return None


def _end_user(deal: Parties, whole: Parties) -> Span | None:
    """Return who gets the arms from their recipient: ... إلى الميناء لتسليمها إلى المتمردين."""
    sentence = deal.sentence
    known = [span for span in (whole.supplier, whole.recipient) if span is not None]
    for index in range(deal.at + 1, len(sentence)):
        if whole.recipient is None or sentence.folded(index) not in sentence.vocabulary.lexicon.words["handing_on"]:
            continue
        for start in range(index + 1, min(len(sentence), index + _LED)):
            phrase = read_phrase(sentence, start, joined=False) if sentence.kind(start) is Kind.NOUN else None
            if phrase is not None and is_actor(sentence, phrase):
                span = phrase.span(sentence)
                words = key_words(sentence.text, span)
                return span if not any(words & key_words(sentence.text, one) for one in known) else None
    return None


def _repeated(deal: Parties) -> bool | None:
    """Tell whether the sentence calls the transfer the first (False) or one more (True); None where it does not."""
    sentence = deal.sentence
    at = sentence.tokens[deal.at]
    near = sentence.text[max(sentence.tokens[0].start, at.start - _TOLD) : min(sentence.tokens[-1].end, at.end + _TOLD)]
    folded = f" {fold_text(near).text} "
    words = sentence.vocabulary.lexicon.words
    if any(f" {phrase} " in folded for phrase in words["first_time"]):
        return False
    return True if any(f" {phrase} " in folded for phrase in words["once_more"]) else None


def _time(deal: Parties, times: list[TimeExpression]) -> TimeExpression | None:
    """Return the time of the deal's sentence nearest to the word that tells of it, those behind it first."""
    tokens = deal.sentence.tokens
    first, last, at = tokens[0].start, tokens[-1].end, tokens[deal.at]
    best: tuple[int, TimeExpression] | None = None
    for time in times:
        if not first <= time.span.start < last:
            continue
        behind = time.span.start - at.end
        distance = behind if behind >= 0 else (at.start - time.span.end) * 2
        if distance <= _REACH * 2 and (best is None or distance < best[0]):
            best = (distance, time)
    return best[1] if best else None
