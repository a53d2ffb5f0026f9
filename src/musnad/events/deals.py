"""Joins the mentions of one arms deal within a report into one entry."""

import re
from dataclasses import dataclass, field
from datetime import date

from musnad.events.likeness import key_words
from musnad.events.own_country import Countries
from musnad.events.sentence import EventSentence
from musnad.events.stores import is_store, keeper_of
from musnad.events.words import Kind
from musnad.languages.events import Dealing
from musnad.model import Amount, Span, TransferStage
from musnad.text import fold_text, fold_word

_LONG_NAME = 50
# A designation may stand behind the phrase that names the item: النظام الدفاعي S-400.
_BEHIND = 12
_NUMBERED = re.compile(r"[^\W\d_]{1,4} ?[-–] ?(\d{1,4})")
_ALLIES = ("حلفاء", "شركاء", "جيران", "خصوم", "اعداء", "وكلاء")
_OWNING = frozenset({"امتلك", "حاز"})  # who owns arms may have made them
_OTHERS = ("آخرين من", "أخرى من", "آخر من")
_QUOTED = re.compile(r"[\"«“]([^\W\d_]{3,12})[\"»”]")
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
    explicit: bool = False  # the words give a party; guesses alone make no deal
    pair: tuple[Span, Span] | None = None  # two who deal with each other; which of them sells is not told here
    told: list["Parties"] = field(default_factory=list)  # the further mentions of the deal
    quantity: Amount | None = None
    value: Amount | None = None
    range_km: Amount | None = None
    end_user: Span | None = None
    repeated: bool | None = None
    earliest: date | None = None
    latest: date | None = None


def put_party(parties: Parties, role: str, span: Span) -> None:
    """Give a party its role, unless the role is taken or the party has another; what holds arms is where they go."""
    if role == "both":
        parties.supplier, parties.recipient = span, span
    if role == "recipient" and is_store(parties.sentence, span):
        keeper = keeper_of(parties.sentence, span)
        role, span = ("via", span) if keeper is None else (role, keeper)
    if role not in ("supplier", "recipient", "via") or getattr(parties, role) is not None:
        return
    others = [one for one in (parties.supplier, parties.recipient) if one is not None]
    if span not in others and not (role != "via" and any(_same_party(parties, span, parties, one) for one in others)):
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
        elif {home.stage, one.stage} == {TransferStage.THREATENED, TransferStage.ORDERED}:
            home.stage = TransferStage.ORDERED  # what is threatened is the delivery of what was ordered
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
            if home.sentence.headline and not one.sentence.headline and all(m.sentence.headline for m in home.told):
                home.stage = one.stage  # a headline tells the stage least carefully
            home.told.append(one)
            _fill(home, one)
    _share_suppliers(kept)
    for one in kept:
        _divide_pair(one)
        stored = one.via is not None and is_store(one.sentence, one.via)
        one.explicit = one.supplier is not None or one.recipient is not None or stored
        for role, span in one.guesses.items():
            put_party(one, role, span)
    told = (one for one in kept if one.explicit or _was_foiled(one))
    return [one for one in told if _tells_enough(one) and not _deals_with_self(one)]


def _was_foiled(deal: Parties) -> bool:
    """Tell whether the deal is arms stopped while they were smuggled, which are one whoever is behind them."""
    return deal.stage is TransferStage.INTERCEPTED and deal.dealing.covert


def _deals_with_self(deal: Parties) -> bool:
    """Tell whether one party stands on both sides, as it does only in an exchange."""
    if deal.supplier is None or deal.recipient is None or deal.dealing.subject == "both":
        return False
    ours, theirs = (key_words(deal.sentence.text, span) for span in (deal.supplier, deal.recipient))
    return deal.supplier == deal.recipient or (bool(ours) and ours == theirs)


def _tells_enough(deal: Parties) -> bool:
    """Tell whether both parties are known; a verb or a nationality may tell of one alone, a topic noun may not."""
    if deal.supplier is not None and deal.recipient is not None:
        return True
    return any(_may_be_one_sided(one) for one in (deal, *deal.told))


def _may_be_one_sided(deal: Parties) -> bool:
    if deal.dealing.subject == "none" or deal.stage is TransferStage.INTERCEPTED or is_nation(deal):
        return True
    verb = deal.sentence.kind(deal.at) is Kind.VERB and deal.dealing.lemma not in _OWNING
    return verb and (deal.dealing.subject == "recipient" or _is_got_by_armed(deal))


def _is_got_by_armed(deal: Parties) -> bool:
    """Tell whether the recipient is an armed body, to which somebody unnamed hands arms: نقلت الأسلحة إلى الفصائل."""
    start = deal.recipient.start if deal.recipient is not None else None
    at = next((n for n, token in enumerate(deal.sentence.tokens) if start is not None and token.end > start), None)
    return at is not None and deal.sentence.among(at, "armed")


def is_nation(deal: Parties) -> bool:
    """Tell whether only a nationality tells the supplier: الأسلحة الإيرانية."""
    return _nation(deal) is not None


def name_nation(deal: Parties, countries: Countries) -> None:
    """Name the state where only a nationality tells the supplier and the report names the state."""
    at = _nation(deal)
    if at is not None:
        deal.supplier = countries.named(deal.sentence.countries.get(at)) or deal.supplier


def _nation(deal: Parties) -> int | None:
    """Return the token of the nationality that alone tells the supplier, or None."""
    span = deal.supplier
    if span is None or " " in span.of(deal.sentence.text):
        return None
    found = (n for n, token in enumerate(deal.sentence.tokens) if token.end == span.end)
    return next((n for n in found if deal.sentence.words[n].nationality), None)


def _share_suppliers(deals: list[Parties]) -> None:
    """Give a deal whose supplier is not told the one that the report names for the same designation."""
    for one in deals:
        named = _designations(one)
        if one.supplier is not None or not named or one.pair is not None:
            continue
        for other in deals:
            if other.supplier is not None and named & _designations(other):
                put_party(one, "supplier", other.supplier)


def _divide_pair(deal: Parties) -> None:
    """Give the free role to whichever of two partners does not hold the other one."""
    for span in deal.pair or ():
        if deal.supplier is None and deal.recipient is not None:
            put_party(deal, "supplier", span)
        elif deal.recipient is None and deal.supplier is not None:
            put_party(deal, "recipient", span)
    if deal.pair is not None and deal.supplier is None and deal.recipient is None:
        buys = deal.dealing.subject == "recipient"  # whose the verb is comes first, mostly
        deal.supplier, deal.recipient = reversed(deal.pair) if buys else deal.pair


def _designations(deal: Parties) -> set[str]:
    """Return what tells one model from another: the digits of إس-400، or a name in quotation marks."""
    text = deal.sentence.text
    found: set[str] = set()
    models = deal.sentence.vocabulary.lexicon.words["models"]
    for span in (deal.item, *deal.also):
        found |= models.intersection(fold_text(span.of(text)).text.split())
        found |= set(_NUMBERED.findall(text[span.start : span.end + _BEHIND]))
        found |= {fold_word(name) for name in _QUOTED.findall(text[span.start : span.end + 1])}
    return found


def _is_same_deal(one: Parties, other: Parties) -> bool:
    text = one.sentence.text
    mine, yours = _designations(one), _designations(other)
    if mine and yours and not mine & yours:
        return False
    if any(deal.sentence.text[: deal.item.start].rstrip().endswith(_OTHERS) for deal in (one, other)):
        return False  # two other kinds of missiles
    stages = {one.stage, other.stage}
    if TransferStage.INTERCEPTED in stages and (len(stages) > 1 or _is_another_seizure(one, other)):
        return False
    ours, theirs = key_words(text, one.item), key_words(text, other.item)
    alike = (
        bool(ours & theirs) or bool(ours & _GENERIC or theirs & _GENERIC) or bool(ours & _SYSTEMS and theirs & _SYSTEMS)
    )
    if not alike:
        return False
    for role in ("supplier", "recipient"):
        party, partner = getattr(one, role), getattr(other, role)
        told = one.supplier is not None and other.supplier is not None and party is not None and partner is not None
        if role == "recipient" and told and _is_destination(one, party, other, partner):
            continue
        if party is not None and partner is not None and not _same_party(one, party, other, partner):
            return False
    return True


def _is_another_seizure(one: Parties, other: Parties) -> bool:
    """Tell whether arms named without the article, sentences later, were seized on another occasion."""
    new = not other.item.of(other.sentence.text).startswith(("ال", "لل", "بال"))
    told = one.sentence.headline or other.sentence.headline or other.sentence.number - one.sentence.number < 2
    return new and not told


def _same_party(one: Parties, mine: Span, other: Parties, yours: Span) -> bool:
    text = one.sentence.text
    if key_words(text, mine) & key_words(text, yours):
        return True
    ours, theirs = _state_of(one, mine), _state_of(other, yours)
    return ours is not None and ours == theirs


def _is_destination(one: Parties, party: Span, other: Parties, partner: Span) -> bool:
    return _is_group_in_country(one, party, other, partner) or _is_group_in_country(other, partner, one, party)


def _is_group_in_country(one: Parties, group: Span, other: Parties, country: Span) -> bool:
    """Tell whether arms to an armed group and arms to a country can be one: the country is where the group is."""
    state = _state_of(other, country)
    if state is None or not _is_armed(one.sentence, group) or _is_armed(other.sentence, country):
        return False
    return _state_of(one, group) in (None, state)


def _state_of(deal: Parties, span: Span) -> str | None:
    """Return the country of a party, which a further mention of the deal may have named."""
    codes = (country_of(told.sentence, span) for told in (deal, *deal.told))
    return next((code for code in codes if code is not None), None)


def _is_armed(sentence: EventSentence, span: Span) -> bool:
    return any(
        span.start - 2 <= token.start < span.end and sentence.among(index, "armed")
        for index, token in enumerate(sentence.tokens)
    )


def country_of(sentence: EventSentence, span: Span) -> str | None:
    """Return the country that the span's words stand for, if the span lies in the sentence; its allies are others."""
    if any(word.removeprefix("ل").startswith(_ALLIES) for word in fold_text(span.of(sentence.text)).text.split()[:3]):
        return None
    for index, token in enumerate(sentence.tokens):
        if token.start < span.end and span.start < token.end and index in sentence.countries:
            return sentence.countries[index]
    return None


def _fuller(home: Parties, mine: Span | None, one: Parties, yours: Span | None) -> Span | None:
    """Return the better name of one party: a state's own before its capital, a body's longer before its short."""
    if mine is None or yours is None:
        return mine or yours
    capital = home.sentence.vocabulary.lexicon.words["capitals"]
    if fold_word(mine.of(home.sentence.text)) in capital or _is_group_in_country(one, yours, home, mine):
        return yours
    if fold_word(yours.of(home.sentence.text)) in capital:
        return mine
    longer = len(yours) > len(mine) and len(yours) <= _LONG_NAME
    return yours if longer and home.sentence.headline and not one.sentence.headline else mine


def _fill(home: Parties, one: Parties) -> None:
    home.supplier = _fuller(home, home.supplier, one, one.supplier)
    home.recipient = _fuller(home, home.recipient, one, one.recipient)
    if home.supplier == home.recipient and home.dealing.subject != "both" and one.dealing.subject != "both":
        if one.recipient is not None:  # صفقة ... لشراء: the deal's own word tells who buys
            home.supplier = one.supplier
        else:
            home.recipient = None
    home.via = home.via or one.via
    home.guesses = one.guesses | home.guesses
    home.pair = home.pair or one.pair
    home.covert = home.covert or one.covert
    if one.item != home.item and one.item not in home.also:
        home.also.append(one.item)
