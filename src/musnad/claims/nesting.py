"""Tells when a report without a speaker goes on with whom another reports, and through whom it then comes."""

from collections.abc import Mapping, Sequence

from musnad.claims.drafts import Draft, DraftLink, Elision
from musnad.claims.holders import describe, issuer_of
from musnad.claims.kinds import Known
from musnad.claims.naming import holder_of, outlet_at
from musnad.claims.phrases import read_phrase
from musnad.claims.speakers import Speakers, agrees
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Form
from musnad.model import Link

_NEAR = 3  # tokens between what was said and the verb that goes on with it
_PRONOUNS = frozenset({"انه", "انها", "انهم", "بانه", "بانها", "بانهم"})
_YET = frozenset({"لكنه", "لكنها", "ولكنه", "ولكنها", "وانه", "وانها", "وهو", "وهي"})


def nested_speaker(
    view: SentenceView,
    drafts: Sequence[Draft],
    position: int,
    speakers: Speakers,
    holders: Mapping[int, Known | None],
    around: Mapping[int, Known],
) -> tuple[Known, Draft, bool] | None:
    """Return whose words a report without a speaker goes on with, where another of the sentence reports him.

    With him come the draft that leads to him and whether that draft's own speaker stands before him. `holders` are
    the speakers of the drafts before, by identity, `around` those who report them where no draft holds them.
    """
    draft = drafts[position]
    link = draft.links[0]
    if not position or draft.parent is not None or len(draft.links) > 1 or link.source is not None or not link.cue:
        return None
    before = drafts[position - 1]
    holder = holders.get(id(before))
    outer = holders.get(id(before.parent)) if before.parent is not None else around.get(id(before))
    if before.parent is not None or outer is not None:
        if holder is None or outer is None or not _is_known_gender(holder) or not agrees(holder, link.agreement):
            return None
        return (holder, before, False) if _leaves_outer(view, draft, before, outer) else None
    # قالت الوكالة إن الرئيس زار الحي، مؤكدا أن: her gender shows that he says so, and not she.
    alone = link.elision is Elision.SENTENCE and link.agreement[1] == "s"
    goes_on = alone or link.elision is Elision.MEMORY
    if not goes_on or holder is None or agrees(holder, link.agreement):
        return None
    subject = _spoken_of(view, before, link, speakers)
    return (subject, before, True) if subject is not None else None


def chain_around(chain: tuple[Link, ...], *, whole: bool) -> tuple[Link, ...]:
    """Return the links before the nested speaker: the `whole` chain, or all but its last link, who is he himself."""
    return chain if whole else chain[:-1]


def _is_known_gender(holder: Known) -> bool:
    return bool(holder.gender) or holder.number == "p"


def _leaves_outer(view: SentenceView, draft: Draft, before: Draft, outer: Known) -> bool:
    """Tell whether the verb or participle goes on with the nested speaker and not with the one around him."""
    link = draft.links[0]
    assert link.cue is not None
    first = link.cue[0]
    if link.elision is Elision.SENTENCE and before.links[0].elision is Elision.SENTENCE and before.parent is None:
        return True  # ... داعيا ... مشيرا: the participles of one speaker
    if link.elision is Elision.SENTENCE:
        # قال المدير إن اللجنة دعت إلى كذا، مطالبة ...: her gender; ... أعرب عن تقديره داعيا ...: no comma lets it go.
        return not agrees(outer, link.agreement) or not view.is_comma(first - 1)
    if link.elision is not Elision.MEMORY:
        return False
    if not agrees(outer, link.agreement):
        return True
    # قالت إن البلاد ترحب ... ولكنها تطالب: the tense of what is said goes on, not that of who says it.
    yet = view.word(first - 1) in _YET
    around = before.parent.cue if before.parent is not None else None
    forms = (draft.cue, before.cue, around)
    if not yet or any(cue is None for cue in forms):
        return False
    own, inner, outside = (cue.form for cue in forms if cue is not None)
    return own is inner is Form.IMPERFECT and outside is not Form.IMPERFECT


def _spoken_of(view: SentenceView, before: Draft, link: DraftLink, speakers: Speakers) -> Known | None:
    """قالت التقارير إن سامي كامل لا يملك تسجيلا، لكنه أبدى ...: return of whom she said it, where he fits the verb."""
    begin, end = before.content[-1][0], before.content[-1][1]
    opens = view.word(begin) in view.grammar.words["complementisers"] and view.word(begin) not in _PRONOUNS
    if not opens or link.cue is None or link.cue[0] - end > _NEAR:
        return None
    phrase = read_phrase(view, begin + 1, limit=end)
    if phrase is None:
        return None
    named = holder_of(view, phrase.first) or outlet_at(view, phrase.first)
    if named is None and not any(view.is_given(at) for at in range(phrase.first, phrase.end)):
        return None
    holder = describe(view, issuer_of(view, phrase) or phrase, speakers.known, speakers.page_outlet)
    return holder if _is_known_gender(holder) and agrees(holder, link.agreement) else None
