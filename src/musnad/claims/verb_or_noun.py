"""Tells by its place whether a word spelled like a verb of reporting is the verb or a noun: وصف، رفضها."""

from musnad.claims.adjuncts import skip_adjuncts
from musnad.claims.naming import holder_of, may_be_name, outlet_at
from musnad.claims.phrases import Phrase, read_phrase
from musnad.claims.subjects import direct_subject
from musnad.claims.view import SentenceView

_COMING_FROM = frozenset(
    {
        "المنبثق",
        "المنبثقه",
        "الصادر",
        "الصادره",
        "الناتج",
        "الناتجه",
        "الناجم",
        "الناجمه",
        "المسوول",
        "المسووله",
        "المستقله",
    }
)


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


def is_speaker(view: SentenceView, phrase: Phrase) -> bool:
    """Tell whether the phrase names somebody whom the lexicons know, by name or noun."""
    named = (
        any(view.is_given(at) for at in range(phrase.first, phrase.end)) or outlet_at(view, phrase.first) is not None
    )
    return named or holder_of(view, phrase.first) is not None


def is_voiced(view: SentenceView, index: int) -> bool:
    """وإثر قراره عبر سامي كامل عن أسفه: whom the verb names and its عن tell it from the preposition."""
    speaker = read_phrase(view, index + 1)
    if speaker is None or view.word(speaker.end) != "عن" or view.word(speaker.end - 1) in _COMING_FROM:
        return False  # عبر اللجنة المنبثقة عن الاتفاق: the عن is the adjective's
    return is_speaker(view, speaker) or may_be_name(view, index + 1)
