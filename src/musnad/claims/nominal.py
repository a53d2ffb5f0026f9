"""Reads reports that a noun carries: قوله إن ...، إعلان الجيش أن ...، اتهامات بالتزوير."""

from musnad.claims.adjuncts import skip_adjuncts
from musnad.claims.content import content_end, trim
from musnad.claims.drafts import Draft, DraftLink, Elision
from musnad.claims.naming import holder_of, is_masdar
from musnad.claims.phrases import read_phrase
from musnad.claims.view import SentenceView
from musnad.model import Relation, Stance

_REACH = 14
_CHARGE_REACH = 14


def read_masdar(view: SentenceView, index: int) -> Draft | None:
    """Return the report that a verbal noun at `index` carries, or None."""
    cue = view.masdar_cue(index)
    if cue is None or view.word(index).startswith("ال"):
        return None
    opens = view.grammar.words["complementisers"]
    at = index + 1
    link = DraftLink((index, at), None, stance=cue.stance, agreement=(cue.gender, cue.number))
    if cue.stance is Stance.BELIEVES:
        link.relation = Relation.BELIEVES
    if not cue.object_suffix:
        source = read_phrase(view, at, cue)
        if source is not None:
            link.source, at = source, skip_adjuncts(view, source.end)
            while view.is_comma(at):
                at = skip_adjuncts(view, at + 1)
    if view.word(at) in cue.prepositions and len(view.word(at)) > 1:
        at += 1
        link.cue = (index, at) if cue.object_suffix else link.cue
        if view.word(at) not in opens and not cue.object_suffix:
            return None
    elif view.word(at) not in opens and not _names_deed(view, at, cue.prepositions):
        known = link.source is not None and holder_of(view, link.source.first) is not None
        if "masdar" not in cue.takes or not (known or cue.object_suffix) or not is_masdar(view, at):
            return None
    if link.source is None and not cue.object_suffix and view.word(at) not in opens:
        return None
    return Draft("masdar", [link], [(at, content_end(view, at))], cue, clause_start=index)


def _names_deed(view: SentenceView, at: int, prepositions: frozenset[str]) -> bool:
    word = view.word(at)
    return word.startswith("ب") and "ب" in prepositions and len(word) > 3


def read_statement(view: SentenceView, index: int) -> Draft | None:
    """Return the report in جاء في بيان للوزارة أن ... at `index`, or None."""
    if view.bare(index) not in {"جاء", "ورد"} or view.word(index + 1) != "في":
        return None
    source = read_phrase(view, index + 2)
    if source is None:
        return None
    at = source.end
    while at < min(len(view), source.end + _REACH):
        opens = view.word(at) in view.grammar.words["complementisers"]
        if opens or at in view.openings or (view.word(at) == ":" and at + 1 < len(view)):
            start = at + 1 if view.word(at) == ":" else at
            link = DraftLink((index, index + 2), source)
            return Draft("stated-in", [link], [(start, content_end(view, start))], None, clause_start=index)
        if view.cues_at(at) or view.word(at) in {".", "؛"}:
            return None
        at += 1
    return None


def read_charge(view: SentenceView, index: int) -> Draft | None:
    """Return the charge that nobody in particular makes (بتهمة الإرهاب، المتهم بالقتل), or None."""
    if not view.within(index, "charges"):
        return None
    word = view.bare(index)
    bare_charge = word.endswith("تهمه") and not word.startswith("ال")
    at = index + 1
    if not bare_charge:
        found = next((n for n in range(at, min(len(view), at + _CHARGE_REACH)) if _opens_charge(view, n)), None)
        stops = range(at, found if found is not None else at)
        if found is None or any(view.word(n) in {".", "؛"} or view.finite_cue(n) for n in stops):
            return None
        at = found
    if at >= len(view):
        return None
    link = DraftLink((index, index + 1), None, elision=Elision.NOBODY)
    name = "charge-epithet" if "متهم" in word else "charge"
    return Draft(name, [link], [(at, _charge_end(view, at))], None, clause_start=index)


def _opens_charge(view: SentenceView, index: int) -> bool:
    word = view.word(index)
    names = view.grammar.words["not_glued"] | view.grammar.words["adverbs"]
    return word.startswith("ب") and len(word) > 4 and word not in names and view.quote_of[index] < 0


def _charge_end(view: SentenceView, at: int) -> int:
    """A charge is a noun phrase: it ends at the first comma or verb of reporting."""
    end = content_end(view, at)
    for index in range(at + 1, end):
        if (
            view.is_comma(index)
            or view.cues_at(index)
            or view.within(index, "relatives")
            or view.within(index, "clause_openers")
        ):
            return trim(view, at, index)
    return end
