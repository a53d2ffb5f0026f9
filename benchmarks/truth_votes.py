"""Finds the true one of several values by votes: of pages, of roots, and by ACCU with copy detection.

ACCU and the copy detection are those of Dong, Berti-Equille and Srivastava, Integrating conflicting data: the role of
source dependence, PVLDB 2(1), 2009: sections 3 (dependence), 4.1 (votes of dependent sources) and 4.2 (accuracy).
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

Votes = Mapping[str, Mapping[str, str]]
"""For each question, the value that each source gives."""

_ROUNDS = 8
_FALSE_VALUES = 10  # n of the paper: values that a wrong source may give
_COPY_RATE = 0.8  # c: share of its values that a copier copies
_PRIOR = 0.2  # alpha: two sources depend on each other
_FIRST_ACCURACY = 0.8
_FEWEST_SHARED = 3


def most_pages(votes: Votes) -> dict[str, str]:
    """Return for each question the value that most sources give, the first by name of even ones."""
    chosen = {}
    for question, given in votes.items():
        counts: dict[str, int] = defaultdict(int)
        for value in given.values():
            counts[value] += 1
        chosen[question] = min(counts, key=lambda value: (-counts[value], value))
    return chosen


def accu(votes: Votes) -> dict[str, str]:
    """Return for each question the value that ACCU with copy detection finds."""
    accuracy: dict[str, float] = defaultdict(lambda: _FIRST_ACCURACY)
    chosen = most_pages(votes)
    shared = _shared_questions(votes)
    for _ in range(_ROUNDS):
        depends = _dependence(votes, shared, chosen, accuracy)
        believed = {question: _beliefs(given, depends, accuracy) for question, given in votes.items()}
        found = {question: min(shares, key=lambda v: (-shares[v], v)) for question, shares in believed.items()}
        told: dict[str, list[float]] = defaultdict(list)
        for question, given in votes.items():
            for source, value in given.items():
                told[source].append(believed[question][value])
        accuracy = defaultdict(
            lambda: _FIRST_ACCURACY,
            {source: min(0.99, max(0.01, sum(shares) / len(shares))) for source, shares in told.items()},
        )
        if found == chosen:
            break
        chosen = found
    return chosen


def _shared_questions(votes: Votes) -> dict[tuple[str, str], list[str]]:
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for question, given in votes.items():
        sources = sorted(given)
        for place, left in enumerate(sources):
            for right in sources[place + 1 :]:
                shared[left, right].append(question)
    return {pair: questions for pair, questions in shared.items() if len(questions) >= _FEWEST_SHARED}


def _dependence(
    votes: Votes,
    shared: Mapping[tuple[str, str], Sequence[str]],
    chosen: Mapping[str, str],
    accuracy: Mapping[str, float],
) -> dict[tuple[str, str], float]:
    """Return the probability that two sources depend on each other, by the values they share (equation 6)."""
    depends = {}
    for (left, right), questions in shared.items():
        error = 1 - (accuracy[left] + accuracy[right]) / 2
        error = min(0.99, max(0.01, error))
        same_true = (1 - error) ** 2
        same_false = error**2 / _FALSE_VALUES
        log_ratio = 0.0  # ln P(values | independent) - ln P(values | dependent)
        for question in questions:
            one, two = votes[question][left], votes[question][right]
            if one != two:
                log_ratio -= math.log(1 - _COPY_RATE)
            elif one == chosen[question]:
                log_ratio += math.log(same_true / ((1 - error) * _COPY_RATE + same_true * (1 - _COPY_RATE)))
            else:
                log_ratio += math.log(same_false / (error * _COPY_RATE + same_false * (1 - _COPY_RATE)))
        depends[left, right] = 1 / (1 + (1 - _PRIOR) / _PRIOR * math.exp(max(-700.0, min(700.0, log_ratio))))
    return depends


def _beliefs(
    given: Mapping[str, str], depends: Mapping[tuple[str, str], float], accuracy: Mapping[str, float]
) -> dict[str, float]:
    """Return the probability of each value: sources count by accuracy, copiers by what they may have of their own."""
    scores: dict[str, float] = defaultdict(float)
    by_value: dict[str, list[str]] = defaultdict(list)
    for source, value in given.items():
        by_value[value].append(source)
    for value, sources in by_value.items():
        counted: list[str] = []
        for source in sorted(sources, key=lambda each: (-accuracy[each], each)):
            alone = 1.0
            for earlier in counted:
                pair = (earlier, source) if earlier < source else (source, earlier)
                alone *= 1 - _COPY_RATE * depends.get(pair, 0.0)
            scores[value] += alone * math.log(_FALSE_VALUES * accuracy[source] / (1 - accuracy[source]))
            counted.append(source)
    top = max(0.0, *scores.values())
    unseen = max(0, _FALSE_VALUES + 1 - len(scores))
    total = sum(math.exp(score - top) for score in scores.values()) + unseen * math.exp(-top)
    return {value: math.exp(score - top) / total for value, score in scores.items()}
