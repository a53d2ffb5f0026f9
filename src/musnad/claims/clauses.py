"""Tells whether a clause that somebody states has come to its verb, or to no more than its subject."""

from musnad.claims.boundaries import is_imperfect, is_plain_verb
from musnad.claims.naming import holder_of
from musnad.claims.phrases import read_phrase
from musnad.claims.view import SentenceView

HE_IS = frozenset({"وهو", "وهي", "وهم"})
"""What tells, behind a noun, who it is or what he does meanwhile."""
_OPENS_NOUN = frozenset({"ان", "بان", "فان"})
_SUBJECTS = 3
_SHOWING = frozenset({"اعتبر", "عد", "اظهر", "كشف", "اثبت", "دل", "عكس", "اكد", "وضح", "بين", "اشار", "هدد", "تطلب"})


def awaits_verb(view: SentenceView, start: int, comma: int) -> bool:
    """أن رئيس البلاد، سالم كامل، | طلب منه: before the comma stands but the subject of the clause, and no verb yet."""
    described = view.word(comma + 1) in HE_IS
    if _holds_no_verb(view, start, comma):
        return True
    if view.word(start) not in _OPENS_NOUN or (view.has_conjunction(comma + 1) and not described):
        return False
    at = start + 1
    for _ in range(_SUBJECTS):
        phrase = read_phrase(view, at, limit=comma + 1)
        if phrase is None or phrase.end >= comma:
            return phrase is not None
        at = phrase.end + view.is_comma(phrase.end)
        if view.is_comma(at - 1) and (view.word(at) in HE_IS or view.within(at, "relatives")):
            # إن المحامي سمير الكتبي، وهو من أهل المدينة، | رفع دعوى
            return next((n for n in range(at, comma + 1) if view.is_comma(n)), comma) == comma
        if view.word(at)[:1] != "و" or view.bare(at) == view.word(at):
            return False
    return False


def _holds_no_verb(view: SentenceView, start: int, comma: int) -> bool:
    """إن غياب الوفد عن اللقاء الذي دعت إليه اللجنة، | يعتبر دليلا: up to the comma only relative clauses have verbs.

    The verb behind the comma then is that of the clause, where it agrees with the noun and names no speaker of its own.
    """
    cue, first = view.finite_cue(comma + 1), start + 1
    if view.word(start) not in _OPENS_NOUN or cue is None or cue.lemma not in _SHOWING or cue.number != "s":
        return False
    if view.has_conjunction(comma + 1) or view.bare(first) != view.word(first) or not view.tokens[first].is_word:
        return False
    behind = comma + 2
    if holder_of(view, behind) is not None or view.is_given(behind):
        return False  # ...، يؤكد الوزير: another who speaks
    head = holder_of(view, first)
    feminine = view.raw(first).endswith(("ة", "ات")) or (
        head is not None and (head.gender == "f" or head.number == "p")
    )
    if feminine != (cue.gender == "f"):
        return False
    return not any(_is_predicate(view, at) for at in range(first, comma))


def _is_predicate(view: SentenceView, at: int) -> bool:
    """Tell whether the word at `at` may be the verb of the clause, and not that of a relative clause."""
    if any(view.within(at - n, "relatives") for n in (1, 2)):
        return False
    verb = view.finite_cue(at)
    noun = view.word(at) in view.grammar.words["homographs"] or view.is_given(at)
    listed = any(view.within(at, name) for name in ("auxiliaries", "negators", "complementisers"))
    return listed or is_imperfect(view, at) or is_plain_verb(view, at) or (verb is not None and not noun)
