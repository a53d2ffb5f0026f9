"""Reads reports of words that stand before: ...، وهو ما أكده الوزير؛ ...، الأمر الذي نفته الوزارة."""

from collections.abc import Sequence

from musnad.claims.adjuncts import skip_adjuncts
from musnad.claims.content import trim
from musnad.claims.drafts import Draft, DraftLink
from musnad.claims.naming import is_prepositional, outlet_at
from musnad.claims.phrases import Phrase, read_phrase
from musnad.claims.view import SentenceView

RULE = "taken-up"
"""The name of the rule, by which its claims are told from others."""
_LEAST = 3  # tokens of which something can have been said
_NEAR = 6  # tokens between the claim before and these words
_TURNING = frozenset({"و", "وقد", "لكن", "فيما", "بينما"})


def read_taken_up(view: SentenceView, index: int) -> Draft | None:
    """Return the report in وهو ما أكده فلان at `index`, of the words of the sentence before it, or None."""
    length = view.phrase_at(index, "taken_up")
    if not length or index < _LEAST:
        return None
    verb = index + length
    verb += view.bare(verb) == "قد"
    cue = view.finite_cue(verb)
    if cue is None or "worded" in cue.takes or not cue.takes & {"clause", "object"}:
        return None
    # وهو ما أكد عليه الوزير: the pronoun hangs on the preposition.
    end = verb + 1 + (not cue.object_suffix and is_prepositional(view, verb + 1))
    if not cue.object_suffix and end == verb + 1:
        return None
    subject = _marked_outlet(view, end) or read_phrase(view, skip_adjuncts(view, end), cue)
    if subject is None and cue.number == "s" and view.tokens[end : end + 1] and view.tokens[end].is_word:
        subject = read_phrase(view, end)
    link = DraftLink((verb, end), subject, stance=cue.stance, agreement=(cue.gender, cue.number))
    begin = 0
    while begin < index and (view.is_mark(begin) or view.word(begin) in _TURNING):
        begin += 1
    if index - begin < _LEAST:
        return None
    return Draft(RULE, [link], [(begin, trim(view, begin, index))], cue, clause_start=verb)


def _marked_outlet(view: SentenceView, at: int) -> Phrase | None:
    """وهو ما نشرته «كذا»: an outlet's name in marks."""
    if at not in view.openings or outlet_at(view, at + 1) is None:
        return None
    return Phrase(at, view.sentence.quotations[view.openings[at]][1] + 1)


def settle_taken_up(view: SentenceView, draft: Draft, earlier: Sequence[Draft]) -> None:
    """Give the report its words: those of the claim that ends right before it, else what follows that claim."""
    if not earlier:
        return
    last = earlier[-1]
    begin, end = draft.content[0]
    if end - last.end <= _NEAR or last.end >= end:
        draft.content = list(last.content)
        return
    begin = max(begin, last.end)
    while begin < end and (view.is_mark(begin) or view.word(begin) in _TURNING):
        begin += 1
    if end - begin >= _LEAST:
        draft.content = [(begin, end)]
