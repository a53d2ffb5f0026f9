"""Scores events and arms transfers against annotated articles: pairs them one to one, then compares the pairs."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from musnad.evaluation.event_gold import Entry, EventArticle

Offsets = Sequence[int]
_SPELLINGS = str.maketrans("أإآةى", "اااهي")
_SHORTEST_KEY = 3


@dataclass(frozen=True, slots=True)
class UnmatchedEvent:
    """An event without a partner, or with one of another type: `kind` is spurious, missed or type."""

    article: str
    kind: str
    predicted: str
    annotated: str
    words: str


@dataclass(frozen=True, slots=True)
class EventScores:
    """The counts of one evaluation of events; `as_dict` turns them into figures."""

    counts: Counter[str]
    unmatched: tuple[UnmatchedEvent, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return every figure by name: precision, recall and F1, and accuracies over matched events."""
        count = self.counts

        def share(right: str, of: str) -> float:
            return round(count[right] / (count[of] or 1), 4)

        return {
            "gold": count["gold"],
            "predicted": count["pred"],
            "trigger": _f1(count["match"], count["pred"], count["gold"]),
            "type": _f1(count["type"], count["pred"], count["gold"]),
            "type_agent_target": _f1(count["all"], count["pred"], count["gold"]),
            "agents_accuracy": share("agents", "match"),
            "targets_accuracy": share("targets", "match"),
            "status_accuracy": share("status", "match"),
            "background_accuracy": share("background", "match"),
            "when_accuracy": share("when", "when_gold"),
            "casualties_accuracy": share("count", "count_gold"),
            "transfers_gold": count["t_gold"],
            "transfers": _f1(count["t_match"], count["t_pred"], count["t_gold"]),
            "transfers_with_parties": _f1(count["t_parties"], count["t_pred"], count["t_gold"]),
            "stage_accuracy": share("t_stage", "t_match"),
        }


def score_events(read: Iterable[tuple[EventArticle, tuple[list[Entry], list[Entry]]]]) -> EventScores:
    """Return the scores of the events and transfers read from each article against its annotations."""
    counts: Counter[str] = Counter()
    unmatched: list[UnmatchedEvent] = []
    for article, (events, transfers) in read:
        _score_events(article, events, counts, unmatched)
        _score_transfers(article, transfers, counts)
    return EventScores(counts, tuple(unmatched))


def _f1(right: int, predicted: int, gold: int) -> dict[str, float]:
    precision = right / predicted if predicted else 0.0
    recall = right / gold if gold else 0.0
    both = precision + recall
    return {
        "p": round(precision, 4),
        "r": round(recall, 4),
        "f1": round(2 * precision * recall / both, 4) if both else 0.0,
    }


# -- what counts as the same ---------------------------------------------------------------------


def _key(words: str) -> str:
    return re.sub(r"[^\w]", "", words.translate(_SPELLINGS))


def _overlap(one: Offsets | None, other: Offsets | None) -> bool:
    return bool(one and other and one[0] < other[1] and other[0] < one[1])


def _same(text: str, one: Offsets, other: Offsets) -> bool:
    if _overlap(one, other):
        return True
    first, second = _key(text[one[0] : one[1]]), _key(text[other[0] : other[1]])
    long = len(first) >= _SHORTEST_KEY and len(second) >= _SHORTEST_KEY
    return long and (first in second or second in first)


def _any_same(text: str, predicted: Sequence[Offsets], gold: Sequence[Offsets]) -> bool:
    if not predicted and not gold:
        return True
    return any(_same(text, one, other) for one in predicted for other in gold)


def _touch(predicted: Entry, gold: Entry, role: str) -> bool:
    ours = [predicted[role], *(predicted.get("also") or [])]
    theirs = [gold[role], *(gold.get("also") or [])]
    return any(_overlap(one, other) for one in ours for other in theirs)


def _type_right(predicted: Entry, gold: Entry) -> bool:
    return predicted["type"] == gold["type"] or predicted["type"] in (gold.get("accept") or [])


def _when_right(predicted: Entry, gold: Entry) -> bool:
    lower, upper = (
        (f"{gold['when']}/{gold['when']}").split("/")[:2] if "/" not in gold["when"] else gold["when"].split("/")
    )
    earliest, latest = str(predicted.get("earliest") or "")[:10], str(predicted.get("latest") or "")[:10]
    if not earliest or not latest or not earliest.startswith(lower[: len(earliest)][:7]):
        return False
    return earliest[: len(lower)] >= lower[:10] and latest[: len(upper)] <= upper[:10]


def _pair(
    predicted: Sequence[Entry], gold: Sequence[Entry], weight: Callable[[Entry, Entry], float]
) -> list[tuple[int, int]]:
    """Return the best pairs, one to one, best first."""
    candidates = sorted(
        (
            (weight(one, other), i, j)
            for i, one in enumerate(predicted)
            for j, other in enumerate(gold)
            if weight(one, other) > 0
        ),
        reverse=True,
    )
    taken: set[int] = set()
    given: set[int] = set()
    pairs = []
    for _, i, j in candidates:
        if i not in taken and j not in given:
            taken.add(i)
            given.add(j)
            pairs.append((i, j))
    return pairs


# -- one article ---------------------------------------------------------------------------------


def _score_events(
    article: EventArticle, predicted: Sequence[Entry], counts: Counter[str], unmatched: list[UnmatchedEvent]
) -> None:
    text, gold = article.text, article.events

    def weight(one: Entry, other: Entry) -> float:
        if not _touch(one, other, "trigger"):
            return 0
        shared = sum(_any_same(text, one.get(role) or [], other[role]) for role in ("agents", "targets"))
        return 1 + 2 * _type_right(one, other) + 0.5 * shared

    pairs = _pair(predicted, gold, weight)
    counts.update({"pred": len(predicted), "gold": len(gold), "match": len(pairs)})
    for i, j in pairs:
        one, other = predicted[i], gold[j]
        _compare(text, one, other, counts)
        if not _type_right(one, other):
            words = text[slice(*other["trigger"])]
            unmatched.append(UnmatchedEvent(article.id, "type", one["type"], other["type"], words))
    found, known = {i for i, _ in pairs}, {j for _, j in pairs}
    unmatched += [
        UnmatchedEvent(article.id, "spurious", one["type"], "", text[slice(*one["trigger"])])
        for i, one in enumerate(predicted)
        if i not in found
    ]
    unmatched += [
        UnmatchedEvent(article.id, "missed", "", other["type"], text[slice(*other["trigger"])])
        for j, other in enumerate(gold)
        if j not in known
    ]


def _compare(text: str, one: Entry, other: Entry, counts: Counter[str]) -> None:
    right_type = _type_right(one, other)
    agents = _any_same(text, one.get("agents") or [], other["agents"])
    targets = _any_same(text, one.get("targets") or [], other["targets"])
    counts.update({"type": right_type, "agents": agents, "targets": targets, "all": right_type and agents and targets})
    counts["status"] += one.get("status") == other["status"]
    counts["background"] += bool(one.get("background")) == bool(other.get("background"))
    if other.get("when"):
        counts["when_gold"] += 1
        counts["when"] += _when_right(one, other)
    for role in ("killed", "wounded"):
        if other.get(role):
            counts["count_gold"] += 1
            counts["count"] += list(one.get(role) or []) == list(other[role])


def _score_transfers(article: EventArticle, predicted: Sequence[Entry], counts: Counter[str]) -> None:
    text, gold = article.text, article.transfers

    def party(one: Entry, other: Entry, role: str) -> bool:
        return _any_same(text, *([entry[role]] if entry.get(role) else [] for entry in (one, other)))

    def weight(one: Entry, other: Entry) -> float:
        if not _touch(one, other, "item") and not _same(text, one["item"], other["item"]):
            return 0
        return 1 + 0.5 * party(one, other, "supplier")

    pairs = _pair(predicted, gold, weight)
    counts.update({"t_pred": len(predicted), "t_gold": len(gold), "t_match": len(pairs)})
    for i, j in pairs:
        one, other = predicted[i], gold[j]
        counts["t_parties"] += party(one, other, "supplier") and party(one, other, "recipient")
        counts["t_stage"] += one.get("stage") == other["stage"]
