"""Reads reports that a participle carries on: ...، مشيرا إلى كذا، مؤكدا أن."""

from musnad.claims.complement import Complement
from musnad.claims.complements import find_complement
from musnad.claims.content import content_end, is_predicate, quoted_words
from musnad.claims.drafts import Draft, DraftLink, Elision
from musnad.claims.fitting import is_worded
from musnad.claims.naming import holder_of, is_masdar
from musnad.claims.phrases import Phrase, read_phrase
from musnad.claims.view import SentenceView
from musnad.model import Relation, Stance

_SHORT_QUOTATION = 4
WORDINGS = frozenset({"بقوله", "بقولها", "بقولهم"})
"""The nouns that open words behind a verb of another meaning."""


def read_participle(view: SentenceView, index: int) -> Draft | None:
    """Return the report that a participle carries on (مشيرا إلى ...), or None."""
    cue = view.participle_cue(index)
    if cue is None or view.word(index - 1) in {"غير", "وغير"}:
        return None
    if is_predicate(view, index):
        return None
    if view.word(index).endswith("ين") and is_masdar(view, index - 1):
        return None  # استنكار مدافعين عن كذا: whose deed it was
    if view.word(index) in view.grammar.words["homographs"] and not view.is_comma(index - 1):
        return None
    complement = find_complement(view, index, cue, bare=True)
    if complement is None or not is_worded(view, index, cue, complement):
        return None
    if index == 0 and complement.kind not in {"clause", "colon"} and not _is_speech(view, complement):
        return None
    link = DraftLink((index, complement.cue_end), None, stance=cue.stance, elision=Elision.SENTENCE)
    link.agreement = (cue.gender, cue.number)
    link.source = _named_whole(view, index) if complement.kind == "colon" else None
    if cue.stance is Stance.BELIEVES:
        link.relation = Relation.BELIEVES
    start = complement.start
    rule = f"participle-{complement.kind}"
    told = [DraftLink(None, complement.told_to, Relation.TOLD_TO)] if complement.told_to else []
    return Draft(rule, [*told, link], [(start, content_end(view, start))], cue, clause_start=index)


def read_wording(view: SentenceView, index: int) -> Draft | None:
    """Return the report whose words بقوله opens behind another verb: وصف الناس بقوله: «...», or None."""
    cues = view.grammar.cues.get(view.word(index)[1:], ())
    cue = next((cue for cue in cues if cue.object_suffix), None)
    at = index + 1 + (view.word(index + 1) == ":")
    words = at in view.openings and quoted_words(view, at) >= _SHORT_QUOTATION
    clause = view.word(index + 1) in view.grammar.words["complementisers"]
    if view.word(index) not in WORDINGS or cue is None or index == 0 or not (words or clause):
        return None
    link = DraftLink((index, index + 1), None, elision=Elision.SENTENCE)
    link.agreement = (
        ("f", "s") if view.word(index).endswith("ها") else ("m", "p" if view.word(index)[-1] == "م" else "s")
    )
    rule = "participle-clause" if clause else "participle-quote"
    return Draft(rule, [link], [(at, content_end(view, at))], cue, clause_start=index)


def _named_whole(view: SentenceView, index: int) -> Phrase | None:
    """الوزير معترفا: ..., with nothing else before: the one named there speaks, and no verb leaves him out."""
    phrase = read_phrase(view, 0, limit=index) if index else None
    known = phrase is not None and (holder_of(view, 0) is not None or any(view.is_given(at) for at in range(index)))
    return phrase if known and phrase is not None and phrase.end == index else None


def _is_speech(view: SentenceView, complement: Complement) -> bool:
    return complement.kind == "quote" and quoted_words(view, complement.start) >= _SHORT_QUOTATION
