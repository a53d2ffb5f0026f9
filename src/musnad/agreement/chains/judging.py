"""Grades the credibility of propositions by who affirms them, who denies them, and who says something else instead."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from musnad.agreement.chains.grades import judge_credibility
from musnad.model import Contradiction, Independence, Polarity, Proposition

_Side = tuple[int, Polarity]
"""The number of a proposition, and those who affirm or those who deny it."""


def judge_propositions(
    propositions: Sequence[Proposition], contradictions: Sequence[Contradiction]
) -> tuple[Proposition, ...]:
    """Return the propositions with their grades: against each side stand its deniers and all whom it contradicts.

    Seven dead against four is no denial, and yet not both can be so. Of several that stand against it the one with
    most chains counts.
    """
    sides: dict[str, _Side] = {}
    counts: dict[_Side, Independence] = {}
    against: dict[_Side, set[_Side]] = defaultdict(set)
    for number, proposition in enumerate(propositions):
        affirmers, deniers = (number, Polarity.AFFIRMS), (number, Polarity.DENIES)
        counts |= {affirmers: proposition.affirmed, deniers: proposition.denied}
        against[affirmers].add(deniers)
        against[deniers].add(affirmers)
        sides |= {assertion.id: (number, assertion.polarity) for assertion in proposition.assertions}
    for contradiction in contradictions:
        left, right = sides.get(contradiction.left), sides.get(contradiction.right)
        if left is not None and right is not None and left != right:
            against[left].add(right)
            against[right].add(left)

    def judged(side: _Side) -> Independence:
        others = (counts[other] for other in sorted(against[side]))
        return judge_credibility(counts[side], max(others, key=lambda other: (other.most, other.least)))

    return tuple(
        replace(
            proposition,
            affirmed=judged((number, Polarity.AFFIRMS)),
            denied=judged((number, Polarity.DENIES)),
        )
        for number, proposition in enumerate(propositions)
    )
