"""Reads a verb of saying that stands in the middle or at the end of what is said: ...، تقول الصحيفة، ..."""

from musnad.claims.adjuncts import skip_adjuncts
from musnad.claims.clauses import HE_IS
from musnad.claims.content import content_end, trim
from musnad.claims.drafts import Draft, DraftLink
from musnad.claims.phrases import read_phrase
from musnad.claims.verb_or_noun import is_speaker
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Form

_SAYING = frozenset({"قال", "اضاف", "ذكر", "افاد", "اوضح", "كتب", "تابع", "اكد", "صرح", "اعترف", "اردف"})
_DASHES = frozenset({"-", "–", "—"})
_DATELINE = frozenset({"(", ")", "--", "-", ":"})
_LEAST = 3  # tokens that were said before the verb


def read_interrupting(view: SentenceView, index: int) -> Draft | None:
    """Return the report whose verb and speaker at `index` commas set off within the words, or None."""
    cue = view.finite_cue(index)
    if cue is None or cue.lemma not in _SAYING or cue.form is Form.JUSSIVE or cue.object_suffix:
        return None
    set_off = view.is_comma(index - 1) or view.word(index - 1) in _DASHES
    if not set_off or view.has_conjunction(index) or view.quote_of[index] >= 0 or cue.number not in ("", "s"):
        return None
    first = skip_adjuncts(view, index + 1)
    subject = read_phrase(view, first, cue)
    if subject is None or not is_speaker(view, subject):
        return None
    end = skip_adjuncts(view, subject.end - view.is_comma(subject.end - 1))
    ends = end >= len(view) or (view.word(end) in {".", "؟", "!"} and end == len(view) - 1)
    if not ends and not view.is_comma(end) and view.word(end) not in _DASHES:
        return None
    start = _start(view)
    stop = trim(view, start, index)
    least = _LEAST if ends else _LEAST - 1
    if view.phrase_at(start, "speaker_switch") or any(view.word(at) in _DATELINE for at in range(start, stop)):
        return None
    if start in view.openings or stop - start < least or any(_is_another(view, at) for at in range(start, stop)):
        return None
    link = DraftLink((index, index + 1), subject, stance=cue.stance, agreement=(cue.gender, cue.number))
    if ends:
        return Draft("as-reported-after", [link], [(start, stop)], cue, clause_start=start)
    further = end + 1
    if view.word(further) in HE_IS or view.within(further, "relatives"):
        return Draft("as-reported-after", [link], [(start, stop)], cue, clause_start=start)
    rest = content_end(view, further)
    if rest - further < least or any(_opens_words(view, at) for at in range(further, rest)):
        return None  # ...، قال سالم، في بيان، إن: his own words follow
    return Draft("as-reported-amid", [link], [(start, stop), (further, rest)], cue, clause_start=start)


def _start(view: SentenceView) -> int:
    return next((at for at in range(len(view)) if view.tokens[at].is_word or view.tokens[at].is_quote), 0)


def _is_another(view: SentenceView, at: int) -> bool:
    """Tell whether the words before hold a report of their own, so that the verb may go on with it."""
    return view.finite_cue(at) is not None or view.phrase_at(at, "according_to", prefix=True) > 0


def _opens_words(view: SentenceView, at: int) -> bool:
    word = view.word(at)
    return word in view.grammar.words["complementisers"] or word == ":" or at in view.openings
