"""Tells of whom it is denied that he says something: nobody at all, or whom the first of two denied verbs names."""

from musnad.claims.drafts import DraftLink, Elision
from musnad.claims.phrases import Phrase, read_phrase
from musnad.claims.view import SentenceView

_NO = frozenset({"لا", "ولا", "فلا"})
_NOR = frozenset({"ولم", "ولا", "ولن"})
_REACH = 8  # tokens back to the first of the two verbs


def note_denied(view: SentenceView, index: int, link: DraftLink) -> str | None:
    """Note of whom it is denied that he says so, nobody or whom the first of two verbs names; return the position."""
    if _is_nobody(view, index - 1):
        link.source, link.negated = Phrase(index - 1, index), True  # ولا أحد قال إن
        return "before"
    denying = _denier_before(view, index)
    if denying is not None:
        link.elision, link.antecedent = Elision.ANTECEDENT, denying
        return "elided"
    return None


def _is_nobody(view: SentenceView, index: int) -> bool:
    """Tell whether ولا أحد ends at `index`: nobody at all says so."""
    return view.word(index) == "احد" and view.word(index - 1) in _NO


def _denier_before(view: SentenceView, index: int) -> Phrase | None:
    """Return whom the first of two denied verbs names, for the second is his too: ولم ينف الجيش ولم يؤكد الهجوم."""
    if view.word(index - 1) not in _NOR:
        return None
    for verb in range(index - 3, max(0, index - _REACH), -1):
        cue = view.finite_cue(verb)
        if cue is not None and view.within(verb - 1, "negators"):
            phrase = read_phrase(view, verb + 1, cue, limit=index - 1)
            return phrase if phrase is not None and phrase.end == index - 1 else None
    return None
