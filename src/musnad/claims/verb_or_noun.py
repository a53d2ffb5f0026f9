"""Tells by its place whether a word spelled like a verb of reporting is the verb or a noun: وصف، رفضها."""

from musnad.claims.adjuncts import skip_adjuncts
from musnad.claims.naming import holder_of
from musnad.claims.phrases import read_phrase
from musnad.claims.subjects import direct_subject
from musnad.claims.view import SentenceView


def is_governed_noun(view: SentenceView, index: int) -> bool:
    """عبرت عن «رفضها القاطع»: behind a preposition, marks aside, the word with its pronoun is a noun."""
    at = index - 1
    while at > 0 and view.tokens[at].is_quote:
        at -= 1
    return view.word(at) in view.grammar.words["prepositions"]


def follows_its_speaker(view: SentenceView, index: int) -> bool:
    """الوزير سامي كامل ذكر أن: right behind a name, or before a clause, and behind its subject, the word is a verb."""
    if view.has_conjunction(index) or view.finite_cue(index) is None:
        return False
    if view.bare(0) in {"كان", "كانت"} and holder_of(view, 1) is not None:
        subject = read_phrase(view, 1, limit=index)
        return subject is not None and subject.end == index  # كان الرئيس وصف الاجتماع بأنه كذا
    # المجلس الوطني كشف أمس أن: no noun of that spelling takes a clause.
    states = view.word(skip_adjuncts(view, index + 1)) in view.grammar.words["complementisers"]
    return (states or view.is_given(index - 1)) and direct_subject(view, index) is not None
