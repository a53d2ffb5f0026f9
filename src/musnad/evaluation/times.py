"""Scores times against annotated ones: are the same words found, and do they mean the same interval."""

import calendar
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from musnad.evaluation.gold import GoldArticle, GoldTime
from musnad.model import Span, TimeExpression

# Careful readers differ on whether these belong to an expression: منذ [عام 2011], [منذ عام 2011].
_LEADING = re.compile(
    r"(?:[وف]?(?:في|فى|خلال|منذ|لمدة|مدة|بتاريخ|بحلول|حتى|من|إلى|قبل|بعد|غضون|عند|ابتداء|اعتبارا)\s+|[بل](?=ال)|لل?)+"
)
_PARTS = {4: "-01-01", 7: "-01"}


@dataclass(frozen=True, slots=True)
class TimeDifference:
    """A time on which reading and annotation differ: `missed`, `spurious`, or `value` where both found the words."""

    article: GoldArticle
    kind: str
    gold: GoldTime | None
    found: TimeExpression | None


@dataclass(frozen=True, slots=True)
class TimeScores:
    """The counts of one evaluation of times; `as_dict` turns them into figures."""

    counts: Counter[str]
    differences: tuple[TimeDifference, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return F1 of the spans by three measures, and the share of values that are right among the spans found."""
        count = self.counts
        figures: dict[str, Any] = {"gold": count["gold"], "predicted": count["predicted"]}
        for name in ("exact", "trimmed", "overlap"):
            total = count["gold"] + count["predicted"]
            figures["span_" + name] = round(2 * count[name] / total, 4) if total else 0.0
        figures["value_accuracy"] = round(count["value"] / (count["overlap"] or 1), 4)
        figures["dated_value_accuracy"] = round(count["dated_value"] / (count["dated"] or 1), 4)
        return figures


def score_times(pairs: Iterable[tuple[GoldArticle, Sequence[TimeExpression]]]) -> TimeScores:
    """Return the scores of times against the gold articles whose texts they were read from."""
    counts: Counter[str] = Counter()
    differences: list[TimeDifference] = []
    for article, times in pairs:
        matched = match_times(article.times, times)
        counts.update(gold=len(article.times), predicted=len(times), overlap=len(matched))
        for gold, found in matched:
            right = value_right(gold.value, found)
            counts["exact"] += gold.span == found.span
            counts["trimmed"] += trimmed(article.text, gold.span) == trimmed(article.text, found.span)
            counts["value"] += right
            counts["dated"] += gold.value is not None
            counts["dated_value"] += right and gold.value is not None
            if not right:
                differences.append(TimeDifference(article, "value", gold, found))
        hits = {id(gold) for gold, _ in matched}, {id(found) for _, found in matched}
        differences += [
            TimeDifference(article, "missed", gold, None) for gold in article.times if id(gold) not in hits[0]
        ]
        differences += [TimeDifference(article, "spurious", None, found) for found in times if id(found) not in hits[1]]
    return TimeScores(counts, tuple(differences))


def match_times(gold: Sequence[GoldTime], times: Sequence[TimeExpression]) -> list[tuple[GoldTime, TimeExpression]]:
    """Return pairs that share characters, those that share most first; each is in one pair at most."""
    candidates = [
        (min(g.span.end, t.span.end) - max(g.span.start, t.span.start), -i, -j)
        for i, g in enumerate(gold)
        for j, t in enumerate(times)
        if g.span.overlaps(t.span)
    ]
    pairs: list[tuple[GoldTime, TimeExpression]] = []
    used: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in sorted(candidates, reverse=True):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((gold[-i], times[-j]))
    return pairs


def trimmed(text: str, span: Span) -> Span:
    """Return the span without the prepositions at its front."""
    found = _LEADING.match(span.of(text))
    return Span(span.start + found.end(), span.end) if found and found.end() < len(span) else span


def value_right(value: str | None, found: TimeExpression) -> bool:
    """Tell whether a time means the annotated interval: to the day, or to the minute where that is annotated."""
    if value is None:
        return found.earliest is None and found.latest is None
    if found.earliest is None or found.latest is None:
        return False
    first, _, last = value.partition("/")
    ends = found.earliest.replace(second=0), found.latest
    if "T" in first:
        right = ends[0] == datetime.fromisoformat(first)
        return right and (not last or ends[1].replace(second=0) == datetime.fromisoformat(last))
    return (ends[0].date(), ends[1].date()) == (_first_moment(first).date(), _last_moment(last or first).date())


def _first_moment(value: str) -> datetime:
    return datetime.fromisoformat(value + _PARTS.get(len(value), ""))


def _last_moment(value: str) -> datetime:
    first = _first_moment(value)
    if len(value) == 4:
        return first.replace(month=12, day=31)
    if len(value) == 7:
        return first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return datetime.combine(first.date(), time(23, 59, 59))
