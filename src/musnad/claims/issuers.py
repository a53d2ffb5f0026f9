"""Finds who speaks in the document before a verb: بيانا للوزارة قالت فيه، رسالة من نظيره أكد فيها."""

from musnad.claims.naming import holder_of
from musnad.claims.phrases import Phrase, read_phrase
from musnad.claims.view import SentenceView
from musnad.model import LinkKind

_MESSAGES = frozenset({"رساله", "برقيه", "اتصالا", "اتصال", "مكالمه", "خطابا"})
_MESSAGE_REACH = 14


def issuer_before(view: SentenceView, index: int) -> Phrase | None:
    """بيانا للوزارة قالت فيه: whoever issued the document speaks in it."""
    for at in range(index - 1, max(-1, index - _MESSAGE_REACH), -1):
        if view.word(at) in _MESSAGES:
            return _sender(view, at, index)
        head = holder_of(view, at) if at > index - 9 else None
        if head is not None and head.kind is LinkKind.DOCUMENT:
            word = view.word(at + 1)
            if word.startswith("ل") and holder_of(view, at + 1) is not None and not view.is_mark(at + 1):
                return Phrase(at + 1, index, clitic=1)
            return _owner_at(view, at, index)
    return None


def _owner_at(view: SentenceView, document: int, index: int) -> Phrase | None:
    """خطاب سالم كامل أمام المجلس، | قال فيه: whose the document is, without ل, speaks in it."""
    at = document + 1
    head = holder_of(view, at)
    speaks = view.is_given(at) or (head is not None and head.kind is not LinkKind.DOCUMENT)
    definite = view.is_given(at) or view.word(at).startswith("ال") or view.within(at, "countries")
    if not (speaks and definite) or view.word(document).startswith("ال"):
        return None
    return read_phrase(view, at, limit=index)


def _sender(view: SentenceView, message: int, index: int) -> Phrase | None:
    """تلقى الوزير رسالة خطية من نظيره | أكد فيها: whoever sent it speaks in it."""
    origin = next((at for at in range(message + 1, min(index, message + 4)) if view.word(at) == "من"), None)
    return read_phrase(view, origin + 1, limit=index) if origin is not None else None


def is_in_document(view: SentenceView, at: int) -> bool:
    """Tell whether a document that a preposition governs stands at `at`: بتغريدة."""
    head = holder_of(view, at)
    return head is not None and head.kind is LinkKind.DOCUMENT and view.word(at)[:1] in "بل"
