"""Finds whose claim is denied: نفى تقارير عن كذا، نفى مزاعم فلان بأن."""

from musnad.claims.adjuncts import skip_adjuncts
from musnad.claims.drafts import DraftLink, Elision
from musnad.claims.naming import holder_of
from musnad.claims.phrases import Phrase, read_phrase
from musnad.claims.view import SentenceView
from musnad.model import LinkKind

_ABOUT = frozenset({"عن", "حول", "بشان"})


def denied_words(view: SentenceView, start: int, links: list[DraftLink]) -> int:
    """نفى تقارير عن كذا، نفى مزاعم فلان بأن: an inner link holds whose claim it was; return where its words start."""
    word = view.word(start).removeprefix("ال")
    tokens = start
    if word.endswith("ا") and word[:-1] in view.grammar.words["report_nouns"]:
        word = word[:-1]
    if word not in view.grammar.words["report_nouns"]:
        return start
    head = holder_of(view, start + 1)
    adjective = head is not None and head.kind is LinkKind.ANON and not view.word(start + 1).startswith(("ال", "ل"))
    # تقارير صحفية: the adjective is nobody's name; مزاعم الشركة: the company's.
    holder = read_phrase(view, start + 1) if head is not None and not adjective else None
    at = skip_adjuncts(view, holder.end if holder else start + 1)
    reach = range(at, min(len(view), at + 4))
    opening = next((n for n in reach if view.word(n) in _ABOUT or _opens_matter(view, n)), None)
    if opening is None or any(view.is_mark(n) for n in range(at, opening)):
        return start
    link = DraftLink((tokens, start + 1), holder, elision=Elision.NOBODY)
    if holder is None and word in {"تقرير", "تقارير", "انباء", "معلومات"}:
        link = DraftLink(None, Phrase(start, opening))
    links.append(link)
    return opening


def _opens_matter(view: SentenceView, index: int) -> bool:
    return view.word(index) in view.grammar.words["complementisers"]
