"""Hangs an adverbial carrier (بحسب فلان) on the claim that stands before it."""

from musnad.claims.content import trim
from musnad.claims.drafts import Draft
from musnad.claims.naming import REPORTERS, holder_of
from musnad.claims.view import SentenceView
from musnad.model import LinkKind, Relation

_ADVERBIAL = ("according-to", "as-reported")
_RELYING = frozenset({"نقلا", "استنادا"})
_GAP = 30
TURNING = frozenset({"فيما", "بينما", "لكن", "لكنه", "لكنها", "فقد", "علما", "حيث", "كما", "اذ", "مما", "ما"})
"""Words that turn from what was said to something else."""


def carry(view: SentenceView, carrier: Draft, inner: Draft, settled: list[Draft]) -> None:
    """Put the carrier's links outside those of the claim it follows, and of the claims that claim continues."""
    own = inner.links[-1]
    if all(link.source is None for link in carrier.links):
        return  # قالت فلانة كذا، وفقا لما كتبته: who wrote it is she again
    head = holder_of(view, own.source.first) if own.source else None
    cue = next((link.cue for link in carrier.links if link.cue), None)
    passes_on = head is not None and head.kind in (LinkKind.OUTLET, LinkKind.OUTLET_GROUP)
    passes_on = passes_on or (own.source is not None and view.word(own.source.first) in REPORTERS)
    if cue and passes_on and (view.bare(cue[0]) in _RELYING or _is_no_carrier(view, carrier)):
        # قالت الصحيفة كذا، نقلا عن الإذاعة؛ ...، بحسب الشرطة: the outlet that speaks is the nearer one.
        own.relation = Relation.RELAYS
        inner.links += carrier.links
        return
    for link in carrier.links:
        link.relation = Relation.RELAYS
    for draft in reversed(settled[: settled.index(inner) + 1]):
        draft.links[:0] = carrier.links
        if view.reasons is not None:
            view.reasons.note(draft, f"a carrier behind it ({carrier.rule}) goes before its chain")
        if not draft.rule.startswith("participle"):
            return


def _is_no_carrier(view: SentenceView, carrier: Draft) -> bool:
    """بحسب شرطة البلدة: who is neither outlet nor reporter carries no outlet's words, but spoke to it."""
    source = carrier.links[-1].source
    head = holder_of(view, source.first) if source is not None else None
    spoke = head is not None and head.kind in (LinkKind.ORG, LinkKind.ANON, LinkKind.PERSON, LinkKind.GROUP)
    return spoke and source is not None and view.word(source.first) not in REPORTERS


def attributed_before(view: SentenceView, draft: Draft, earlier: list[Draft]) -> Draft | None:
    """Return the claim that a postposed carrier relays: the last one, where no new clause of the writer's lies between.

    What the claim was cut short of by a comma belongs to it after all, for the carrier vouches for the whole.
    """
    first = next((link.cue for link in draft.links if link.cue), None)
    if first is None:
        return None
    for candidate in reversed(earlier):
        if candidate.end <= first[0] <= candidate.end + 1:
            return candidate
    if not earlier or earlier[-1].end > first[0]:
        return None
    last = earlier[-1]
    between = range(last.end, first[0])
    if len(between) > _GAP or last.rule.startswith(_ADVERBIAL) or any(_turns(view, at) for at in between):
        return None
    end = first[0] - (view.word(first[0] - 1) == "وذلك")
    last.content[-1] = (last.content[-1][0], trim(view, last.content[-1][0], end))
    return last


def _turns(view: SentenceView, at: int) -> bool:
    """Tell whether the word begins a clause that is not the earlier speaker's: فيما، لكن، وقد، a full stop."""
    if view.word(at) == "وذلك":
        return False  # ...، وذلك بحسب التقرير: the pronoun takes up the words before
    if view.word(at) in {".", "؛", "!", "؟"} or view.finite_cue(at) is not None:
        return True
    return view.is_comma(at - 1) and (view.word(at)[0] == "و" or view.word(at) in TURNING)
