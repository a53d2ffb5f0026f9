"""Tells the stories: their reports in order, the headline nearest to all others, the terms that hold them together."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from musnad.model import Story
from musnad.stories.ledger import Ledger
from musnad.stories.texts import StoryText, moment_of
from musnad.stories.vectors import WEIGHT, Vector, Vocabulary

_TERMS = 8


@dataclass(slots=True)
class Node:
    """A text as it counts once: the report that stands for it, its vector, when it came, and its copies."""

    text: StoryText
    vector: Vector
    seen: datetime
    copies: list[StoryText] = field(default_factory=list)


def tell_stories(nodes: Sequence[Node], ledger: Ledger, vocabulary: Vocabulary, join: float) -> tuple[Story, ...]:
    """Return the stories of two reports and more, in order of publication; those without a date come last."""
    terms = list(vocabulary.numbers)
    told = []
    for name in ledger.stories():
        texts = [nodes[place] for place in ledger.texts_of(name)]
        if sum(1 + len(node.copies) for node in texts) > 1:
            told.append(_tell(name, texts, terms, (ledger.weakest[name], join)))
    return tuple(sorted(told, key=lambda story: (_order(story.earliest), story.id)))


def _tell(name: str, texts: Sequence[Node], terms: Sequence[str], levels: tuple[float, float]) -> Story:
    reports = sorted(
        (report for node in texts for report in (node.text, *node.copies)),
        key=lambda report: (_order(report.published), report.report),
    )
    shared: Counter[int] = Counter()
    weights: dict[int, float] = defaultdict(float)
    for node in texts:
        for number, weight in _weighed(node.vector):
            shared[number] += 1
            weights[number] += weight
    least = max(2, len(texts) // 2) if len(texts) > 1 else 1
    holding = [number for number in weights if shared[number] >= least and weights[number] > 0]
    holding.sort(key=lambda number: (-weights[number], number))
    nearest = max(texts, key=lambda node: _nearness(node.vector, weights))
    dated = [report.published for report in reports if report.published is not None]
    return Story(
        name,
        nearest.text.label,
        tuple(report.report for report in reports),
        min(dated, key=_order) if dated else None,
        max(dated, key=_order) if dated else None,
        tuple(terms[number] for number in holding[:_TERMS]),
        _reasons(texts, levels),
    )


def _nearness(vector: Vector, weights: dict[int, float]) -> float:
    """Return the cosine with all texts of the story together, up to a factor."""
    return sum(weight * weights[number] for number, weight in _weighed(vector))


def _weighed(vector: Vector) -> list[tuple[int, float]]:
    numbers, weights = vector.numbers[: vector.size], vector.rows[WEIGHT, : vector.size]
    return list(zip(numbers.tolist(), weights.tolist(), strict=True))


def _reasons(texts: Sequence[Node], levels: tuple[float, float]) -> tuple[str, ...]:
    reasons = []
    if len(texts) > 1:
        weakest, join = levels
        reasons.append(f"{len(texts)} texts, no part joined below {weakest:.2f} on average (least: {join:.2f})")
    copies = sum(len(node.copies) for node in texts)
    if copies:
        reasons.append(f"{copies} of the reports {'is a copy' if copies == 1 else 'are copies'} of another")
    return tuple(reasons)


def _order(published: datetime | None) -> float:
    moment = moment_of(published)
    return moment.timestamp() if moment else float("inf")
