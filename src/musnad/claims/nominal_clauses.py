"""Finds the subject of a clause that opens with a noun: أن المدير سالم كامل خلال لقائه العمال أكد."""

from dataclasses import replace

from musnad.claims.boundaries import is_imperfect, is_plain_verb
from musnad.claims.naming import holder_of
from musnad.claims.phrases import Phrase, read_phrase
from musnad.claims.view import SentenceView
from musnad.model import LinkKind

_REACH = 26  # tokens from the subject's clause opener to its verb
_NEAREST = 2  # tokens after the subject: what stands nearer is found without this
_OPENERS = frozenset({"ان", "بان", "لكن", "ولكن", "فان", "لان", "وان"})
_GLANCE = 6  # tokens of a name before the age of who bears it
_AGED = frozenset({"البالغ", "البالغه"})
_SPEAKERS = (LinkKind.PERSON, LinkKind.ANON)


def nominal_subject(view: SentenceView, index: int) -> Phrase | None:
    """Return the person with whose name or office the clause of the verb at `index` opens, whatever lies between.

    A nominal clause has one verb for its subject: it is this one where none stands before it.
    """
    cue = view.finite_cue(index)
    if cue is None or cue.number != "s" or view.has_conjunction(index):
        return None
    nearest = range(index - _NEAREST - 1, max(-2, index - _REACH), -1)
    opening = next((at for at in nearest if at < 0 or view.words[at] in _OPENERS), None)
    if (
        opening is None
        or not _may_name(view, opening + 1)
        or any(_ends_clause(view, at) for at in range(index - _NEAREST - 1, opening, -1))
    ):
        return None
    phrase = _before_age(view, read_phrase(view, opening + 1, limit=index))
    if phrase is None or not _is_speaker(view, phrase, cue.gender) or phrase.end > index - _NEAREST:
        return None
    return phrase if view.quote_of[index] == view.quote_of[phrase.first] else None


def _may_name(view: SentenceView, first: int) -> bool:
    """Tell at a glance whether a speaker can be named from `first` on: most clauses open with something else."""
    known = view.is_given(first) or holder_of(view, first) is not None
    return known or not _AGED.isdisjoint(view.words[first + 1 : first + _GLANCE])


def _before_age(view: SentenceView, phrase: Phrase | None) -> Phrase | None:
    """سامي كامل | البالغ من العمر 60 عاما: his age is no part of his name."""
    aged = phrase is not None and view.word(phrase.end - 1) in _AGED and phrase.end - phrase.first > 1
    return replace(phrase, end=phrase.end - 1) if phrase is not None and aged else phrase


def _ends_clause(view: SentenceView, at: int) -> bool:
    """Tell whether a verb or a mark between subject and verb shows that the clause is another."""
    if view.word(at) in {".", "؛", ":", "!", "؟"} or view.within(at, "relatives"):
        return True
    if view.within(at, "auxiliaries") or view.word(at) in view.grammar.words["complementisers"]:
        return True
    if view.within(at, "negators") or view.word(at).startswith("لكن") or is_imperfect(view, at):
        return True
    noun = view.word(at) in view.grammar.words["homographs"] or view.is_given(at)
    return is_plain_verb(view, at) or (view.finite_cue(at) is not None and not noun)


def _is_speaker(view: SentenceView, phrase: Phrase, gender: str) -> bool:
    head = holder_of(view, phrase.first)
    named = view.is_given(phrase.first) or (
        head is not None and any(view.is_given(at) for at in range(phrase.first, phrase.end))
    )
    named = named or view.word(phrase.end) in _AGED
    fits = head is None or head.gender in ("", gender)
    office = head is not None and head.kind in _SPEAKERS and view.word(phrase.first).startswith("ال")
    return fits and (named or office)
