"""Finds what stands between a verb and its words: through whom they came, which question they answer."""

from musnad.claims.naming import holder_of, outlet_at
from musnad.claims.phrases import Phrase, read_phrase
from musnad.claims.told_to import read_interview
from musnad.claims.view import SentenceView
from musnad.model import LinkKind

PUBLISHING = frozenset({"نشر", "بث", "اورد", "نقل"})
"""Verbs of those who bring a document out."""


def publisher_at(view: SentenceView, at: int) -> Phrase | None:
    """Return the outlet in تصريح نشرته صحيفة كذا, where the verb at `at` holds what was published, or None."""
    cue = view.finite_cue(at)
    published = cue is not None and cue.object_suffix and cue.lemma in PUBLISHING
    return read_phrase(view, at + 1) if published else None


def carrier_at(view: SentenceView, at: int) -> Phrase | None:
    """Return the outlet in أعلنت الوزارة، بحسب وكالة كذا، أن, or None."""
    length = view.phrase_at(at, "according_to", prefix=True) if view.is_comma(at - 1) else 0
    phrase = read_phrase(view, at + length) if length and view.bare(at) != "نقلا" else None
    head = holder_of(view, phrase.first) if phrase is not None else None
    outlet = phrase is not None and outlet_at(view, phrase.first) is not None
    return phrase if outlet or (head is not None and head.kind is LinkKind.OUTLET) else None


def through_at(view: SentenceView, at: int) -> Phrase | None:
    """Return the outlet phrase after عبر, or None."""
    if view.word(at) != "عبر":
        return None
    holder = holder_of(view, at + 1)
    if holder is None or holder.kind is not LinkKind.OUTLET or "تويتر" in view.words[at : at + 8]:
        return None
    return read_phrase(view, at + 1)


def answered_end(view: SentenceView, at: int, limit: int) -> int | None:
    """وأضاف، ردا على سؤال حول كذا، أن: return the token after the comma that closes what was asked, or None."""
    if view.word(at) != "ردا" or view.word(at + 1) != "علي" or read_interview(view, at) is not None:
        return None
    opens = view.grammar.words["complementisers"]
    closing = (n + 1 for n in range(at + 2, limit) if view.is_comma(n) and _opens_words(view, n + 1))
    return next(closing, next((n for n in range(at + 2, limit) if view.word(n) in opens), None))


def _opens_words(view: SentenceView, at: int) -> bool:
    word = view.word(at)
    return word in view.grammar.words["complementisers"] or at in view.openings or word in {"الي", "علي", ":"}
