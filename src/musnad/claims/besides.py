"""Tells كما before what one says or does besides (كما أيد فلان كذا) from كما before who says the words around it."""

from musnad.claims.naming import holder_of, outlet_at
from musnad.claims.phrases import Phrase
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue
from musnad.model import Stance

_HAPPENING = frozenset({"شهد", "سجل", "وجد"})
_OF_DEEDS = frozenset({"accuse", "affirmed"})
_OF_SPEECH = frozenset({"clause", "quote", "suffix", "relay"})


def tells(cue: Cue) -> bool:
    """Tell whether behind كما the verb can name a source: كما أعلن; not كما ألقى، كما يتذكر, what one does besides."""
    stated = cue.stance in (Stance.ASSERTS, Stance.PREDICTS)
    return stated and cue.takes.isdisjoint(_OF_DEEDS) and not cue.takes.isdisjoint(_OF_SPEECH)


def is_also(view: SentenceView, index: int, cue: Cue, subject: Phrase | None) -> bool:
    """، كما أيد جهود الوساطة: «he also supported», where what follows is what one supports and no speaker."""
    if view.bare(index) == "كما" and cue.lemma in _HAPPENING:
        return True  # كما شهدت المدينة قتالا
    if view.bare(index) != "كما" or subject is None or not cue.takes & {"object", "masdar"}:
        return False
    named = holder_of(view, subject.first) or outlet_at(view, subject.first) or view.openings.get(subject.first)
    return named is None and not any(view.is_given(at) for at in range(subject.first, subject.end))


def has_complement(view: SentenceView, at: int, cue: Cue) -> bool:
    """كما قال إن ... is «he also said that»: the verb has its own content."""
    for index in range(at, min(len(view), at + 12)):
        word = view.word(index)
        temporal = view.word(index - 1) in {"قبل", "بعد", "دون", "منذ", "حتي"}
        if word in view.grammar.words["complementisers"] and not temporal:
            return True
        if word == ":" or index in view.openings:
            return True
        if word in cue.prepositions or view.word(index) in {".", "؟", "!"}:
            return word in cue.prepositions
    return False
