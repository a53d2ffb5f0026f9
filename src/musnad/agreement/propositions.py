"""Groups assertions into propositions around the one that most others agree with, and names contradictions."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime

from musnad.agreement.comparison import LATER_COUNT
from musnad.agreement.heeding import JUDGED_SAME
from musnad.agreement.relations import Related
from musnad.agreement.statements import Statement
from musnad.model import Agreement, Assertion, Comparison, Contradiction, Independence, Polarity, Proposition, Slot

_LATEST = datetime.max
_LONGEST_REASON = 3
_OPENING = "،,؛;:. "  # what is left before words whose opening is another's: ، ردا على ذلك

Told = tuple[datetime, str, str]
"""When a statement was published; its report and its assertion decide between equals."""
Counter = Callable[[Sequence[Assertion]], Independence]


@dataclass(frozen=True, slots=True)
class Cluster:
    """A centre, and the assertions that were compared with it: those that say it, and those that say the opposite."""

    centre: str
    affirming: tuple[str, ...]
    denying: tuple[str, ...]
    reasons: tuple[str, ...]


def group_assertions(related: Related) -> tuple[Cluster, ...]:
    """Return the clusters, the same whatever the order of the reports: each member was compared with its centre."""
    same: dict[str, dict[str, Comparison]] = defaultdict(dict)
    opposite: dict[str, dict[str, Comparison]] = defaultdict(dict)
    for comparison in related.comparisons:
        table = same
        if frozenset((comparison.left, comparison.right)) in related.judged:
            continue  # joined below, whatever else stands against it
        if LATER_COUNT in comparison.reasons:
            continue  # seven dead, told on Tuesday, bears no one out who told of four on Monday
        if comparison.agreement is Agreement.CONFLICT:
            if comparison.slot is not Slot.POLARITY:
                continue
            table = opposite
        table[comparison.left][comparison.right] = comparison
        table[comparison.right][comparison.left] = comparison
    reports = {name: statement.assertion.report for name, statement in related.statements.items()}
    clashes = {
        frozenset((comparison.left, comparison.right))
        for comparison in related.comparisons
        if comparison.agreement is Agreement.CONFLICT
    } | {pair for pair, is_one in related.judged.items() if not is_one}
    weight = {
        name: (
            -_spread(name, same, reports),
            # Of a charge the accusation is the centre: "denied" is then those who clear.
            related.statements[name].is_charge and related.statements[name].denies,
            -_spread(name, opposite, reports),
            told_first(related.statements[name]),
        )
        for name in {*same, *opposite}
    }
    taken: set[str] = set()
    clusters = []
    for centre in sorted(weight, key=lambda name: weight[name]):
        if centre in taken:
            continue
        affirming = _consistent([name for name in same[centre] if name not in taken], same[centre], clashes)
        denying = [name for name in opposite[centre] if name not in taken and name not in same[centre]]
        if not affirming and not denying:
            continue
        taken |= {centre, *affirming, *denying}
        told = [
            *(f"says the same: {', '.join(same[centre][name].reasons)}" for name in affirming),
            *(f"says the opposite: {', '.join(opposite[centre][name].reasons)}" for name in denying),
        ]
        clusters.append(Cluster(centre, tuple(sorted([centre, *affirming])), tuple(sorted(denying)), _distinct(told)))
    clusters = _with_clearing(clusters, related, opposite, taken)
    for pair in sorted(sorted(pair) for pair, is_one in related.judged.items() if is_one):
        clusters = _joined(clusters, pair[0], pair[1], clashes)
    return tuple(clusters)


def _with_clearing(
    clusters: Sequence[Cluster],
    related: Related,
    opposite: Mapping[str, Mapping[str, Comparison]],
    taken: Set[str],
) -> list[Cluster]:
    """Return the clusters with the denials of charges added where what they deny is affirmed, be it not the centre."""
    held = {name: number for number, cluster in enumerate(clusters) for name in cluster.affirming}
    more: dict[int, list[str]] = defaultdict(list)
    for name in sorted(opposite):
        statement = related.statements[name]
        if statement.is_charge and statement.denies and name not in taken:
            numbers = sorted(held[other] for other in opposite[name] if other in held)
            more[numbers[0] if numbers else -1].append(name)
    return [
        replace(cluster, denying=tuple(sorted({*cluster.denying, *more.get(number, ())})))
        for number, cluster in enumerate(clusters)
    ]


def _joined(clusters: Sequence[Cluster], one: str, other: str, clashes: Set[frozenset[str]]) -> list[Cluster]:
    """Return the clusters with those of two assertions joined, less what clashes with those who are there."""
    held = {
        name: next(
            (each for each in clusters if name in each.affirming or name in each.denying),
            Cluster(name, (name,), (), ()),
        )
        for name in (one, other)
    }
    first, second = held[one], held[other]
    sides = (second.affirming, second.denying)
    if (one in first.affirming) != (other in second.affirming):
        sides = (second.denying, second.affirming)
    if first is second:
        # Only the judged one changes sides.
        sides = ((other,), ()) if one in first.affirming else ((), (other,))
    parts = []
    for there, more in zip((first.affirming, first.denying), sides, strict=True):
        stayed = [name for name in there if name != other]
        came = [
            name
            for name in more
            if name == other or not any(frozenset((name, each)) in clashes for each in (*stayed, other))
        ]
        parts.append(tuple(sorted({*stayed, *came})))
    merged = Cluster(first.centre, parts[0], parts[1], _distinct((*first.reasons, f"says the same: {JUDGED_SAME}")))
    taken = {*parts[0], *parts[1]}
    rest = [each for each in clusters if each is not first and each is not second]
    left = Cluster(
        second.centre,
        tuple(name for name in second.affirming if name not in taken),
        tuple(name for name in second.denying if name not in taken),
        second.reasons,
    )
    if first is not second and (left.affirming or left.denying) and left.centre not in taken:
        rest.append(left)
    return [*rest, merged]


def _consistent(names: Iterable[str], to_centre: Mapping[str, Comparison], clashes: Set[frozenset[str]]) -> list[str]:
    """Return the names without those that contradict one before them: what says the centre's very thing goes first."""
    kept: list[str] = []
    for name in sorted(names, key=lambda each: (to_centre[each].agreement is not Agreement.EQUAL, each)):
        if not any(frozenset((name, other)) in clashes for other in kept):
            kept.append(name)
    return kept


def _spread(name: str, table: Mapping[str, Mapping[str, Comparison]], reports: Mapping[str, str]) -> int:
    """Return how many reports other than its own agree with the assertion."""
    return len({reports[other] for other in table.get(name, ())} - {reports[name]})


def told_first(statement: Statement) -> Told:
    """Return what puts the earliest statement first."""
    published = statement.published.replace(tzinfo=None) if statement.published else _LATEST
    return published, statement.assertion.report, statement.assertion.id


def _distinct(told: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(told))[:_LONGEST_REASON]


def build_propositions(
    related: Related, clusters: Sequence[Cluster], contradicted: frozenset[str], count: Counter
) -> tuple[Proposition, ...]:
    """Return the propositions that more than one report is about or that are contradicted, the earliest first.

    The id is that of the first assertion, so that it stays when later reports join. `contradicted` are assertions.
    """
    held = {name for cluster in clusters for name in (*cluster.affirming, *cluster.denying)}
    alone = [Cluster(name, (name,), (), ("nobody else here says so",)) for name in sorted(contradicted - held)]
    found = []
    for cluster in (*clusters, *alone):
        members = [
            *(_turned(related.statements[name], denies=False) for name in cluster.affirming),
            *(_turned(related.statements[name], denies=True) for name in cluster.denying),
        ]
        is_contradicted = any(one.id in contradicted for one in members)
        if len({assertion.report for assertion in members}) < 2 and not cluster.denying and not is_contradicted:
            continue
        first = min((*cluster.affirming, *cluster.denying), key=lambda name: told_first(related.statements[name]))
        key = hashlib.sha256(f"proposition|{first}".encode()).hexdigest()[:16]
        centre = related.statements[cluster.centre]
        proposition = Proposition(
            key,
            _label(centre),
            tuple(members),
            count([one for one in members if one.polarity is Polarity.AFFIRMS]),
            count([one for one in members if one.polarity is Polarity.DENIES]),
            cluster.reasons,
        )
        found.append((told_first(related.statements[first]), proposition))
    return tuple(proposition for _, proposition in sorted(found, key=lambda one: one[0]))


def _turned(statement: Statement, *, denies: bool) -> Assertion:
    """Return the assertion with its polarity towards the proposition, not towards its own words."""
    return replace(statement.assertion, polarity=Polarity.DENIES if denies else Polarity.AFFIRMS)


def _label(statement: Statement) -> str:
    return " … ".join(span.of(statement.text).strip().lstrip(_OPENING) for span in statement.assertion.content)


def find_contradictions(related: Related, clusters: Iterable[Cluster]) -> tuple[Contradiction, ...]:
    """Return the conflicts, one for each two accounts and slot: what copies repeat is one account."""
    account = {}
    for cluster in clusters:
        account.update(dict.fromkeys(cluster.affirming, f"{cluster.centre}+"))
        account.update(dict.fromkeys(cluster.denying, f"{cluster.centre}-"))
    best: dict[tuple[frozenset[str], Slot], Comparison] = {}
    for comparison in related.comparisons:
        if comparison.slot is None:
            continue
        sides = frozenset(
            (account.get(comparison.left, comparison.left), account.get(comparison.right, comparison.right))
        )
        held = best.get((sides, comparison.slot))
        if held is not None and related.statements[comparison.left].is_charge:
            continue  # the surest comes first
        if held is None or _rank(related, comparison) < _rank(related, held):
            best[sides, comparison.slot] = comparison
    ordered = sorted(best.values(), key=lambda comparison: _rank(related, comparison)[1:])
    return tuple(_contradiction(related, comparison) for comparison in ordered)


def _rank(related: Related, comparison: Comparison) -> tuple[bool, list[Told], str]:
    """Return what is shown first: what the writer marks, then the earliest."""
    marked = (comparison.left, comparison.right) in related.markers
    sides = sorted(told_first(related.statements[name]) for name in (comparison.left, comparison.right))
    return not marked, sides, comparison.left


def _contradiction(related: Related, comparison: Comparison) -> Contradiction:
    assert comparison.slot is not None
    marker = related.markers.get((comparison.left, comparison.right))
    reasons = (*comparison.reasons, "the writer sets the two against each other") if marker else comparison.reasons
    return Contradiction(
        comparison.left,
        comparison.right,
        comparison.slot,
        reasons,
        comparison.left_span,
        comparison.right_span,
        marker,
    )
