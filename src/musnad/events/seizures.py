"""Reads what is told of arms that were stopped on their way or seen in someone's hands."""

from musnad.events.actors import is_actor
from musnad.events.deals import Parties, put_party
from musnad.events.partners import alike, is_craft, nationality_of
from musnad.events.phrases import Phrase, read_phrase
from musnad.events.sentence import EventSentence
from musnad.events.words import Kind
from musnad.languages.events import Dealing
from musnad.model import TransferStage

SEIZING = frozenset({"ضبط", "ضبطت", "صادر", "صادرت", "اعترض", "اعترضت", "احتجز", "احتجزت", "اوقفت"})
SEIZED_REACH = 10
_BOUND = frozenset({"طريقها", "طريقه", "متجهه", "متوجهه", "وجهتها", "موجهه", "مرسله", "مخصصه"})
_FOILED_REACH = 9  # further before it, something else was foiled
_HANDS = frozenset({"حوزه", "ايدي", "يد", "لدي"})
_BOUND_REACH = 14
_DISARMING = frozenset({"نزع", "منزوعه", "قضاء", "تخلي", "ازاله", "تدمير", "حظر", "تخلص", "اطلاق"})


def is_stopped_smuggling(sentence: EventSentence, index: int, dealing: Dealing) -> bool:
    """Tell whether the arms' smuggling is told to have been foiled: أحبطت الشرطة تهريب أسلحة، إحباط محاولة لتهريب."""
    if not dealing.covert or sentence.kind(index) is not Kind.NOUN:
        return False
    for at in range(index - 1, max(-1, index - _FOILED_REACH), -1):
        if sentence.is_break(at):
            return False
        if sentence.among(at, "foiling"):
            return True
    return False


def read_stopped(sentence: EventSentence, parties: Parties, item: Phrase) -> bool:
    """Complete arms that were seized or seen; return whether the sentence tells enough for a transfer."""
    if _is_disarmed(sentence, item) or _is_capability(sentence, parties, item):
        return False
    _read_way(sentence, parties, item)
    if parties.stage is TransferStage.INTERCEPTED:
        _clear_seizer(sentence, parties)
    if parties.stage is TransferStage.SEEN:
        parties.guesses.clear()  # who is named near a sighting has mostly nothing to do with it
        spoken = parties.dealing.subject == "none" or sentence.kind(parties.at) is Kind.VERB
        return spoken and parties.supplier is not None and parties.recipient is not None
    if parties.dealing.subject == "via" or parties.dealing.lemma == "اعترض":  # air defence intercepts, and deals not
        return parties.via is not None
    if parties.dealing.lemma in ("انتج", "صنع"):
        return any(sentence.stem(n) in ("ترخيص", "رخصه") for n in range(parties.at, parties.at + _BOUND_REACH))
    return True


def _is_disarmed(sentence: EventSentence, item: Phrase) -> bool:
    """Tell whether the arms are taken away or done away with: نزع السلاح، القضاء على الأسلحة."""
    return any(sentence.stem(n) in _DISARMING for n in range(max(0, item.first - 3), item.first))


def _is_capability(sentence: EventSentence, parties: Parties, item: Phrase) -> bool:
    """Tell whether a state's reach for the bomb is meant, which nobody hands over: حصول الدولة على سلاح نووي."""
    nuclear = any(sentence.stem(n).startswith(("نووي", "دمار")) for n in range(item.first, item.end + 2))
    return nuclear and parties.dealing.subject == "recipient" and parties.supplier is None


def _read_way(sentence: EventSentence, parties: Parties, item: Phrase) -> None:
    """Take the recipient from the arms' destination or from whose hands they are in."""
    if parties.stage not in (TransferStage.INTERCEPTED, TransferStage.SEEN):
        return
    for index in range(item.first + 1, min(len(sentence) - 1, item.first + _BOUND_REACH)):
        phrase = None
        if sentence.stem(index) in _BOUND:
            at = index + 1
            while sentence.folded(at) in ("الي", "نحو", "كانت"):
                at += 1
            phrase = read_phrase(sentence, at, joined=False)
        elif sentence.stem(index) in _HANDS and parties.stage is TransferStage.SEEN:
            phrase = read_phrase(sentence, index + 1, joined=False)
        if phrase is not None and (is_actor(sentence, phrase) or phrase.first in sentence.countries):
            put_party(parties, "recipient", phrase.span(sentence))
            return


def _clear_seizer(sentence: EventSentence, parties: Parties) -> None:
    """Take whoever stopped the arms out of the deal, and the craft that was stopped in as their way."""
    start = next(
        (n for n in range(parties.at, max(-1, parties.at - SEIZED_REACH - 1), -1) if sentence.stem(n) in SEIZING), None
    )
    if start is None:
        return
    seizer = read_phrase(sentence, start + 1, joined=False)
    for role in ("supplier", "recipient"):
        span = getattr(parties, role)
        if seizer is not None and span is not None and alike(sentence, seizer.span(sentence), span):
            setattr(parties, role, None)
        guess = parties.guesses.get(role)
        if seizer is not None and guess is not None and alike(sentence, seizer.span(sentence), guess):
            del parties.guesses[role]
    for index in range(start + 1, min(len(sentence), start + SEIZED_REACH)):
        if sentence.kind(index) is not Kind.NOUN:
            continue
        craft = read_phrase(sentence, index, joined=False)
        if craft is not None and is_craft(sentence, craft):
            put_party(parties, "via", craft.span(sentence))
            nation = nationality_of(sentence, craft)
            if nation is not None:
                put_party(parties, "supplier", nation)
            return
