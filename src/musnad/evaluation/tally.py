"""Counts what is right and wrong in one article's claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from musnad.evaluation.holders import HolderJudge, same_kind
from musnad.evaluation.matching import Roles
from musnad.model import LinkKind, Stance

_NEGATIVE = frozenset({Stance.DENIES, Stance.DOUBTS})


@dataclass(slots=True)
class Tally:
    """The counts behind the figures, of one article or of several; `long` chains have two links or more."""

    articles: int = 0
    gold: int = 0
    predicted: int = 0
    matched: int = 0
    exact_content: int = 0
    exact_cue: int = 0
    exact_source: int = 0
    exact_all: int = 0
    overlap_content: int = 0
    overlap_cue: int = 0
    overlap_source: int = 0
    overlap_all: int = 0
    links_gold: int = 0
    links_predicted: int = 0
    links_right: int = 0
    chains_exact: int = 0
    long_gold: int = 0
    long_predicted: int = 0
    long_exact: int = 0
    origins_right: int = 0
    elided: int = 0
    elided_right: int = 0
    kinds_right: int = 0
    anonymous_gold: int = 0
    anonymous_predicted: int = 0
    anonymous_both: int = 0
    stances_right: int = 0
    polarities_wrong: int = 0
    modes_right: int = 0
    hedges_right: int = 0
    author_stances_right: int = 0

    def add(self, other: Tally) -> None:
        """Add the counts of another tally to this one."""
        for count in fields(self):
            setattr(self, count.name, getattr(self, count.name) + getattr(other, count.name))


def tally_article(
    text: str, predicted: Sequence[Roles], gold: Sequence[Roles], pairs: Iterable[tuple[int, int]]
) -> Tally:
    """Return the counts of one article whose claims were paired with its attributions."""
    tally = Tally(articles=1, predicted=len(predicted), gold=len(gold))
    tally.links_predicted = sum(len(claim.chain) for claim in predicted)
    tally.links_gold = sum(len(wanted.chain) for wanted in gold)
    tally.long_predicted = sum(len(claim.chain) > 1 for claim in predicted)
    tally.long_gold = sum(len(wanted.chain) > 1 for wanted in gold)
    judge = HolderJudge(text, tuple(link for wanted in gold for link in wanted.chain))
    for row, column in pairs:
        tally.matched += 1
        _count_roles(tally, predicted[row], gold[column])
        _count_chain(tally, judge, predicted[row], gold[column])
        _count_attributes(tally, predicted[row], gold[column])
    return tally


def _count_roles(tally: Tally, claim: Roles, wanted: Roles) -> None:
    sides = (
        (claim.content, wanted.content),
        (claim.cue, wanted.cue),
        (claim.source, wanted.source),
    )
    content, cue, source = (ours == theirs for ours, theirs in sides)
    tally.exact_content += content
    tally.exact_cue += cue
    tally.exact_source += source
    tally.exact_all += content and cue and source
    # Two absent roles agree: neither side found a source, or a cue.
    content, cue, source = (ours == theirs or not ours.isdisjoint(theirs) for ours, theirs in sides)
    tally.overlap_content += content
    tally.overlap_cue += cue
    tally.overlap_source += source
    tally.overlap_all += content and cue and source


def _count_chain(tally: Tally, judge: HolderJudge, claim: Roles, wanted: Roles) -> None:
    links, gold = claim.chain, wanted.chain
    right = judge.links_in_order(links, gold)
    exact = right == len(links) == len(gold)
    tally.links_right += right
    tally.chains_exact += exact
    tally.long_exact += exact and len(gold) > 1
    origin_right = judge.same_holder(claim.origin, wanted.origin)
    tally.origins_right += origin_right
    if wanted.origin.source is None:
        tally.elided += 1
        tally.elided_right += origin_right
    tally.kinds_right += same_kind(claim.origin, wanted.origin)


def _count_attributes(tally: Tally, claim: Roles, wanted: Roles) -> None:
    ours, theirs = claim.origin, wanted.origin
    anonymous = ours.kind is LinkKind.ANON, theirs.kind is LinkKind.ANON
    tally.anonymous_predicted += anonymous[0]
    tally.anonymous_gold += anonymous[1]
    tally.anonymous_both += all(anonymous)
    tally.stances_right += ours.stance is theirs.stance
    flipped = (ours.stance in _NEGATIVE) != (theirs.stance in _NEGATIVE)
    tally.polarities_wrong += flipped or ours.cue_negated != theirs.cue_negated
    tally.modes_right += claim.record.mode is wanted.record.mode
    tally.hedges_right += claim.record.hedge is wanted.record.hedge
    tally.author_stances_right += claim.record.author_stance is wanted.record.author_stance
