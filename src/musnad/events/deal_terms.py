"""Fills in what a report tells of an arms deal beside its parties: how many, for how much, and when."""

from collections.abc import Sequence

from musnad.events.deals import Parties
from musnad.model import Amount, Grain, Mention, MentionKind, Span, TimeExpression
from musnad.text import fold_text

# Further than this a time belongs to another deed of the sentence, as for events.
_REACH = 90
# What names a price stands this near before it: بقيمة، بمبلغ، مقابل، بلغت قيمته نحو.
_PRICE_REACH = 30
_PRICES = ("قيم", "مبلغ", "مقابل", "ثمن", "بسعر", "تكلف", "كلف")
_TOO_COARSE = frozenset({Grain.CENTURY, Grain.DURATION})
_FEW = 3


def add_terms(deals: Sequence[Parties], mentions: Sequence[Mention], times: Sequence[TimeExpression]) -> None:
    """Give each deal its quantity, its value and its days, as far as the sentences that tell of it do."""
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
            time = _time(told, known)
            if time is not None and deal.earliest is None and deal.latest is None:
                deal.earliest = time.earliest.date() if time.earliest else None
                deal.latest = time.latest.date() if time.latest else None


def _quantity(deal: Parties, item: Span, quantities: list[Mention]) -> Amount | None:
    """Return the number that counts the item: a mention that ends in it, or the digits right before it."""
    for one in quantities:
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
