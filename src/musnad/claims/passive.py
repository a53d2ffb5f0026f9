"""Reads reports in the passive, which nobody in particular makes: أُعلن أن، يُقال إن."""

from musnad.claims.adjuncts import skip_adjuncts
from musnad.claims.complements import find_complement
from musnad.claims.content import content_end
from musnad.claims.drafts import Draft, DraftLink, Elision
from musnad.claims.naming import holder_of
from musnad.claims.openings import is_glued
from musnad.claims.subjects import subject_before
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue, Form
from musnad.model import Relation, Stance

_OF_SOMEBODY = frozenset({"اتهم", "وصف", "نعت"})  # verbs with whom or what they speak of before their ب
_DAMMA = "\u064f"
_OTHER_PATTERN = frozenset({"اتهم", "ادعي", "اتفق", "اتضح"})  # as long as أعلن, but of another pattern


def is_passive(view: SentenceView, index: int) -> bool:
    """Tell whether a damma after the first letter marks the verb as a passive: أُعلن، يُعتقد."""
    raw, cue = view.raw(index), view.finite_cue(index)
    if cue is not None and _is_charged(view, index, cue):
        return True
    if cue is not None and cue.form is Form.IMPERFECT and _has_subject_by(view, index, cue):
        return False
    if raw.startswith("ا") and raw[2:3] == _DAMMA:
        return True  # اتُهم، استُهدف
    return raw[1:2] == _DAMMA or (view.has_conjunction(index) and raw[2:3] == _DAMMA)


def _is_charged(view: SentenceView, index: int, cue: Cue) -> bool:
    """سالم اتهم بالسرقة، رجل يوصف بأنه كذا: right before its ب the verb has nobody whom it charges but its subject."""
    direct = cue.lemma in _OF_SOMEBODY and not cue.object_suffix and cue.form is not Form.JUSSIVE
    return direct and cue.number != "p" and is_glued(view, skip_adjuncts(view, index + 1), cue)


def _has_subject_by(view: SentenceView, index: int, cue: Cue) -> bool:
    """تقارير تُظهر أن: verbs like أظهر have that vowel in the active as well, and here the subject stands by."""
    causative = len(cue.lemma) == 4 and cue.lemma[0] == "ا" and cue.lemma not in _OTHER_PATTERN
    if not causative or view.has_conjunction(index):
        return False
    return any(at >= 0 and holder_of(view, at) is not None for at in (index - 1, index - 2, index + 1))


def read_passive(view: SentenceView, index: int, cue: Cue) -> Draft | None:
    """Return the report that nobody in particular makes in أُعلن أن ...، أُعلن مقتله, or None."""
    if cue.lemma in _OF_SOMEBODY and view.within(index - 1, "relatives"):
        return None  # الاعتداء الذي اتهمت البلاد بتدبيره: what a noun is described by is no report of its own
    complement = find_complement(view, index, cue, bare=True)
    if complement is None or (complement.kind == "preposition" and cue.lemma not in _OF_SOMEBODY):
        return None
    link = DraftLink((index, complement.cue_end), None, stance=cue.stance, elision=Elision.NOBODY)
    if cue.stance is Stance.BELIEVES:
        link.relation = Relation.BELIEVES
    start, end = complement.start, content_end(view, complement.start)
    if view.within(index - 1, "relatives"):
        end = relative_end(view, start, end)
    charged = subject_before(view, index) if cue.lemma in _OF_SOMEBODY else None
    return Draft("verb-passive", [link], [(start, end)], cue, clause_start=index, charged=charged)


def relative_end(view: SentenceView, start: int, end: int) -> int:
    """A relative clause ends at its comma: what follows belongs to the sentence around it."""
    return next((at for at in range(start + 1, end) if view.is_comma(at) and view.quote_of[at] < 0), end)
