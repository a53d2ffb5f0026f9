"""Reads reports and beliefs that nobody holds: يُعتقد أن، من المتوقع أن."""

from musnad.claims.content import content_end
from musnad.claims.drafts import Draft, DraftLink, Elision
from musnad.claims.naming import is_masdar
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Form
from musnad.model import Relation, Stance

_DAMMA = "\u064f"


def read_impersonal(view: SentenceView, index: int) -> Draft | None:
    """Return the report or belief that nobody holds: يُعتقد أن ...، من المتوقع أن ..., or None."""
    length = view.phrase_at(index, "impersonal")
    if not length or view.phrase_at(index, "formulas") or _is_personal(view, index):
        return None
    end = index + length
    opens = view.grammar.words["complementisers"]
    start = end - 1 if view.word(end - 1) in opens else None
    if start is None:
        start = next((n for n in range(end, min(len(view), end + 8)) if view.word(n) in opens), None)
    if start is None and (length > 1 or _DAMMA in view.raw(index)) and _is_deed(view, end):
        start = end  # من المتوقع الإعلان عن، يُنتظر وصول
    if start is None or start == index:
        return None
    predicts = any(stem in view.words[n] for n in range(index, end) for stem in ("توقع", "منتظر", "مرتقب", "رتقب"))
    link = DraftLink((index, min(end, start)), None, Relation.BELIEVES, elision=Elision.NOBODY)
    link.stance = Stance.PREDICTS if predicts else Stance.BELIEVES
    link.negated = view.bare(index) in {"لا", "لم"}
    if any(said in view.word(index) for said in ("قيل", "قال", "افيد")):
        link.stance, link.relation = Stance.ASSERTS, Relation.SAYS
    return Draft("impersonal", [link], [(start, content_end(view, start))], None, clause_start=index)


def _is_deed(view: SentenceView, at: int) -> bool:
    deed = view.word(at).removeprefix("ال")
    return is_masdar(view, at, stem=deed) or any(cue.form is Form.MASDAR for cue in view.grammar.cues.get(deed, ()))


def _is_personal(view: SentenceView, index: int) -> bool:
    """المكتب يعتقد أن، لا يعتقد أن، إنه يتوقع أن: somebody holds it after all."""
    if index == 0 or (view.word(index)[0] in "وف" and view.bare(index) != view.word(index)):
        return False
    previous = view.word(index - 1)
    pronoun = previous in view.grammar.words["complementisers"] and previous not in {"ان", "بان"}
    if view.bare(index) in {"لا", "لم"}:
        return view.tokens[index - 1].is_word and not view.within(index - 1, "clause_openers")
    held = view.within(index - 1, "auxiliaries") or view.within(index - 1, "negators") or pronoun
    noun = view.tokens[index - 1].is_word and view.bare(index).startswith(("ي", "ت")) and not view.opens_clause(index)
    return held or noun
