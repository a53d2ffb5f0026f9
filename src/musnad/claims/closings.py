"""Tells the word at which the search for what a verb of reporting governs ends: another report, a full stop."""

from musnad.claims.naming import holder_of, is_bound_outlet
from musnad.claims.passed_on import PUBLISHING
from musnad.claims.view import SentenceView
from musnad.model import LinkKind

_PARTS = ("نتايج", "تفاصيل", "نص", "مقتطفات", "اجزاء", "ملخص")
_AHEAD = 12


def closes_search(view: SentenceView, at: int) -> bool:
    """Tell whether what stands at `at` belongs to no verb before it."""
    if view.word(at) in {".", "!", "؟", "?", "؛", ";"}:
        return True
    cue = view.finite_cue(at)
    if cue is not None and cue.lemma in PUBLISHING and (_is_published(view, at) or brings_out_its_own(view, at)):
        return False
    if cue is not None and cue.takes & {"clause", "quote", "object"} and "accuse" not in cue.takes:
        if view.word(at) in view.grammar.words["homographs"] and not view.opens_clause(at):
            return False
        if view.word(at - 1) == "كما":
            return _goes_on(view, at)
        return not view.within(at - 1, "relatives") and view.word(at - 1) != "لم"
    return view.participle_cue(at) is not None and view.word(at) not in view.grammar.words["homographs"]


def brings_out_its_own(view: SentenceView, at: int) -> bool:
    """مسح نشرت نتائجه أمس أن: what was brought out of the document before, by nobody who is named."""
    word = view.word(at + 1)
    return not view.has_conjunction(at) and word.startswith(_PARTS) and view.ends_with_pronoun(at + 1)


def _goes_on(view: SentenceView, at: int) -> bool:
    """Tell ، كما أكد المدير أن, a further statement, from ، كما ذكر المدير، إن, which only tells who says so."""
    if not view.is_comma(at - 2):
        return False
    for ahead in range(at + 1, min(len(view), at + _AHEAD)):
        if view.is_comma(ahead) or view.word(ahead) in view.grammar.words["complementisers"]:
            return not view.is_comma(ahead)
    return False


def _is_published(view: SentenceView, at: int) -> bool:
    """في رسالة صوتية له بثت أمس: a passive that tells how the words came out, right behind an unmarked noun."""
    document = next((n for n in range(at - 1, max(-1, at - 5), -1) if holder_of(view, n) is not None), None)
    head = holder_of(view, document) if document is not None else None
    plain = head is not None and head.kind is LinkKind.DOCUMENT and not view.has_conjunction(at)
    words = view.grammar.words
    if is_bound_outlet(view, at + 1):
        return True  # في مقال نشر بوكالة كذا
    return plain and any(view.word(at + 1) in words[name] for name in ("time_words", "prepositions", "adverbs"))
