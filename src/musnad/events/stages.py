"""Tells how far an arms transfer has come: offered, ordered, shipped, delivered, intercepted, cancelled."""

from musnad.events.seizures import SEIZED_REACH, SEIZING
from musnad.events.sentence import EventSentence
from musnad.events.status import DOUBTS
from musnad.events.words import Kind
from musnad.languages.events import Dealing
from musnad.model import EventStatus, TransferStage

_CANCELLING = frozenset(
    {
        *("الغي", "الغت", "يلغي", "تلغي", "الغاء", "علق", "علقت", "يعلق", "تعلق", "تعليق", "جمد", "جمدت", "تجميد"),
        *("اوقف", "اوقفت", "ايقاف", "فسخ", "فسخت"),
    }
)
OFFERING = frozenset({"عرض", "عرضا", "عرضت", "يعرض", "تعرض", "عروض"})
_AGREED = frozenset({"اتفاق", "اتفاقا", "اتفاقيه", "عقد", "عقدا", "وقع", "وقعت", "وقعتا", "ابرم", "ابرمت", "صفقه"})
_IF = frozenset({"حال", "اذا", "لو"})
_SETTLED = frozenset({"موعد"})
# A deal that is allowed is not yet done.
_APPROVED = frozenset(
    {
        *("وافق", "وافقت", "يوافق", "توافق", "موافقه", "موافقته", "موافقتها", "صادق", "صادقت", "يصادق", "تصادق"),
        *("مصادقه", "صدق", "صدقت", "اقر", "اقرت", "يقر", "تقر", "اجاز", "اجازت", "رخص", "رخصت", "ترخيص", "اخضر"),
        *("سمح", "سمحت", "يسمح", "تسمح", "سماح"),
    }
)
_INTENT = frozenset(
    {
        *("مفاوضات", "محادثات", "محادثاتنا", "محادثاتها", "مفاوضاتها", "خطه", "مشروع", "موعد"),
        *("يسعي", "تسعي", "تبحث", "يبحث", "يعتزم", "تعتزم"),
        *("تدرس", "يدرس", "تناقش", "يناقش", "تتفاوض", "يتفاوض"),
    }
)


def stage_of(sentence: EventSentence, index: int, dealing: Dealing, status: EventStatus | None) -> TransferStage:
    """Return how far the transfer has come by the word that tells of it and its status."""
    near = {sentence.stem(n) for n in range(max(0, index - 6), index)}
    if status is EventStatus.DENIED:
        return TransferStage.DENIED
    if any(sentence.folded(n) in _IF for n in range(max(0, index - 5), index)) and dealing.subject != "none":
        return TransferStage.PLANNED  # في حال أقدمت الدولة على امتلاك صواريخ
    if near & _CANCELLING and not dealing.covert:
        return TransferStage.CANCELLED
    if near & OFFERING and dealing.subject != "none":
        return TransferStage.OFFERED
    if any(sentence.stem(n) in SEIZING for n in range(max(0, index - SEIZED_REACH), index)):
        return TransferStage.INTERCEPTED
    agreed = bool(near & _AGREED)
    word = sentence.words[index]
    over = sentence.stem(index - 1) in ("تم", "بعد", "عقب", "اثر")
    if word.kind is Kind.NOUN and near & _APPROVED and not over and not dealing.covert:
        return TransferStage.ORDERED
    if status is EventStatus.THREATENED and word.kind is Kind.VERB and word.verb and not word.verb.imperfect:
        return TransferStage(dealing.stage)  # طائرات طلبتها الدولة: the threat is not of the order
    if status is EventStatus.THREATENED and not agreed:
        return TransferStage.THREATENED
    if status is EventStatus.HYPOTHETICAL and near & DOUBTS:
        return TransferStage(dealing.stage)  # what is doubted is that it was done
    if status in (EventStatus.PLANNED, EventStatus.HYPOTHETICAL, EventStatus.THREATENED) or near & _INTENT or agreed:
        return TransferStage.ORDERED if agreed or near & _SETTLED else TransferStage.PLANNED
    return TransferStage(dealing.stage)
