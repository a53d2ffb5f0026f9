"""Joins the mentions of one arms deal within a report into one entry."""

from dataclasses import dataclass, field

from musnad.events.merging import key_words
from musnad.events.sentence import EventSentence
from musnad.languages.events import Dealing
from musnad.model import Span, TransferStage
from musnad.text import fold_word

_LONG_NAME = 50
_SYSTEMS = frozenset({"نظام", "انظم", "منظوم", "منظومات", "بطاريات", "بطار", "صواريخ", "صاروخ"})
_GENERIC = frozenset({"سلاح", "اسلح", "عتاد", "ذخاير", "ذخير", "معدات"})


@dataclass(slots=True)
class Parties:
    """One mention of a transfer: the item and who stands where in the chain, as far as the sentence tells."""

    sentence: EventSentence
    at: int
    dealing: Dealing
    item: Span
    supplier: Span | None = None
    recipient: Span | None = None
    via: Span | None = None
    stage: TransferStage = TransferStage.DELIVERED
    covert: bool = False
    also: list[Span] = field(default_factory=list)
    guesses: dict[str, Span] = field(default_factory=dict)  # who may hold a role that no words give


def put_party(parties: Parties, role: str, span: Span) -> None:
    """Give a party its role, unless the role is taken or the party has another."""
    if role == "both":
        parties.supplier, parties.recipient = span, span
    free = role in ("supplier", "recipient", "via") and getattr(parties, role) is None
    if free and span not in (parties.supplier, parties.recipient):
        setattr(parties, role, span)


def join_by_item(found: list[Parties]) -> list[Parties]:
    """Join the words of one sentence that deal in one item: ضبط أسلحة هربتها ..."""
    kept: list[Parties] = []
    for one in found:
        home = next((other for other in kept if other.item.overlaps(one.item)), None)
        if home is None:
            kept.append(one)
            continue
        _fill(home, one)
        if TransferStage.INTERCEPTED in (home.stage, one.stage):
            home.stage = TransferStage.INTERCEPTED
    return kept


def merge_transfers(found: list[Parties]) -> list[Parties]:
    """Return one entry a deal: mentions of the same weapons between the same parties are joined."""
    kept: list[Parties] = []
    for one in found:
        home = next((other for other in reversed(kept) if _is_same_deal(other, one)), None)
        if home is None:
            kept.append(one)
        else:
            home.also += [one.item, *one.also]
            _fill(home, one)
    for one in kept:
        for role, span in one.guesses.items():
            put_party(one, role, span)
    return [one for one in kept if one.supplier is not None or one.recipient is not None]


def _is_same_deal(one: Parties, other: Parties) -> bool:
    text = one.sentence.text
    stages = {one.stage, other.stage}
    if TransferStage.INTERCEPTED in stages and len(stages) > 1:
        return False
    ours, theirs = key_words(text, one.item), key_words(text, other.item)
    alike = (
        bool(ours & theirs) or bool(ours & _GENERIC or theirs & _GENERIC) or bool(ours & _SYSTEMS and theirs & _SYSTEMS)
    )
    if not alike:
        return False
    for role in ("supplier", "recipient"):
        mine, yours = getattr(one, role), getattr(other, role)
        if mine is not None and yours is not None and not _same_party(one, mine, other, yours):
            return False
    return True


def _same_party(one: Parties, mine: Span, other: Parties, yours: Span) -> bool:
    text = one.sentence.text
    if key_words(text, mine) & key_words(text, yours):
        return True
    ours, theirs = country_of(one.sentence, mine), country_of(other.sentence, yours)
    return ours is not None and ours == theirs


def country_of(sentence: EventSentence, span: Span) -> str | None:
    """Return the country that the span's words stand for, if the span lies in the sentence."""
    for index, token in enumerate(sentence.tokens):
        if token.start < span.end and span.start < token.end and index in sentence.countries:
            return sentence.countries[index]
    return None


def _fuller(home: Parties, mine: Span | None, one: Parties, yours: Span | None) -> Span | None:
    """Return the better name of one party: a state's own before its capital, a body's longer before its short."""
    if mine is None or yours is None:
        return mine or yours
    capital = home.sentence.vocabulary.lexicon.words["capitals"]
    if fold_word(mine.of(home.sentence.text)) in capital:
        return yours
    longer = len(yours) > len(mine) and len(yours) <= _LONG_NAME
    return yours if longer and home.sentence.headline and not one.sentence.headline else mine


def _fill(home: Parties, one: Parties) -> None:
    home.supplier = _fuller(home, home.supplier, one, one.supplier)
    home.recipient = _fuller(home, home.recipient, one, one.recipient)
    home.via = home.via or one.via
    home.guesses = one.guesses | home.guesses
    home.covert = home.covert or one.covert
    if one.item != home.item and one.item not in home.also:
        home.also.append(one.item)
