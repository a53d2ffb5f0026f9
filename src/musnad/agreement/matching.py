"""Matches the claims of many reports: which say one thing, which contradict each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from musnad.agreement.chains.independence import ChainCounter
from musnad.agreement.chains.judging import judge_propositions
from musnad.agreement.found_pairs import FoundPairs
from musnad.agreement.heeding import Judged
from musnad.agreement.propositions import (
    Counter,
    Told,
    build_propositions,
    find_contradictions,
    group_assertions,
    told_first,
)
from musnad.agreement.relations import (
    Relations,
    StatedReport,
    open_relations,
    part_of,
    relate_assertions,
    state_reports,
)
from musnad.model import Contradiction, CopyPair, Proposition, Report
from musnad.spreading import IN_TURN, Spread, connect, pack


def match_claims(
    reports: Mapping[str, Report] | Mapping[str, StatedReport],
    pairs: Sequence[CopyPair],
    count: Counter,
    judged: Judged | None = None,
    spread: Spread = IN_TURN,
    found: FoundPairs | None = None,
) -> tuple[tuple[Proposition, ...], tuple[Contradiction, ...]]:
    """Return the propositions that several reports are about and the contradictions, whatever the reports' order.

    `count` tells of some assertions on how many independent chains they stand. `judged` tells of two pieces of text,
    each a report's id and its span, whether people hold them to say one thing (True) or not to be about one (False).
    Of `reports` may be told what `state_claims` makes of each, where that was done before; `found` is what came of
    pairs of their statements before, and is told what comes of others now.
    """
    stated = {name: each for name, each in reports.items() if isinstance(each, StatedReport)}
    unread = [each for each in reports.values() if isinstance(each, Report)]
    relations = relate_assertions(stated | state_reports(unread, spread), pairs, (), judged, spread, found)
    # What no comparison joins has no bearing on each other.
    joined = connect({number: (each.left, each.right) for number, each in enumerate(relations.comparisons)})
    lots = [_lot(relations, lot, count, spread.shards) for lot in pack(joined, 4 * spread.shards)]
    concluded = spread.each(_conclude, lots)
    propositions = sorted((each for some, _ in concluded for each in some), key=lambda one: one[0])
    contradictions = sorted((each for _, some in concluded for each in some), key=lambda one: one[0])
    return tuple(each for _, each in propositions), tuple(each for _, each in contradictions)


@dataclass(frozen=True, slots=True)
class _Lot:
    """Comparisons that have to do with each other, and what counts the chains of their reports."""

    relations: Relations
    count: Counter


def _lot(relations: Relations, groups: Sequence[Sequence[int]], count: Counter, shards: int) -> _Lot:
    part = part_of(relations, [relations.comparisons[number] for number in sorted(chain.from_iterable(groups))])
    if shards > 1 and isinstance(count, ChainCounter):
        count = count.among(part.stated)
    return _Lot(part, count)


def _conclude(
    lot: _Lot,
) -> tuple[list[tuple[Told, Proposition]], list[tuple[tuple[list[Told], str], Contradiction]]]:
    """Return the propositions and contradictions of the lot, each with what they are put in order by."""
    related = open_relations(lot.relations)
    clusters = group_assertions(related)
    contradictions = find_contradictions(related, clusters)
    contradicted = frozenset(name for each in contradictions for name in (each.left, each.right))
    built = build_propositions(related, clusters, contradicted, lot.count)
    key = {name: told_first(statement) for name, statement in related.statements.items()}
    return (
        [
            (min(key[assertion.id] for assertion in each.assertions), each)
            for each in judge_propositions(built, contradictions)
        ],
        [((sorted((key[each.left], key[each.right])), each.left), each) for each in contradictions],
    )
