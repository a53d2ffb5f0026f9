"""Matches the claims of many reports: which say one thing, which contradict each other."""

from collections.abc import Mapping, Sequence

from musnad.agreement.heeding import Judged
from musnad.agreement.judging import judge_propositions
from musnad.agreement.propositions import Counter, build_propositions, find_contradictions, group_assertions
from musnad.agreement.relations import relate_assertions
from musnad.model import Contradiction, CopyPair, Proposition, Report, Story


def match_claims(
    reports: Mapping[str, Report],
    pairs: Sequence[CopyPair],
    stories: Sequence[Story],
    count: Counter,
    judged: Judged | None = None,
) -> tuple[tuple[Proposition, ...], tuple[Contradiction, ...]]:
    """Return the propositions that several reports are about and the contradictions, whatever the reports' order.

    `count` tells of some assertions on how many independent chains they stand. `judged` tells of two pieces of text,
    each a report's id and its span, whether people hold them to say one thing (True) or not to be about one (False).
    """
    related = relate_assertions(reports, pairs, stories, judged)
    clusters = group_assertions(related)
    contradictions = find_contradictions(related, clusters)
    contradicted = frozenset(name for each in contradictions for name in (each.left, each.right))
    propositions = build_propositions(related, clusters, contradicted, count)
    return judge_propositions(propositions, contradictions), contradictions
