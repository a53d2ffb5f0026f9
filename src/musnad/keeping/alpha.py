"""Krippendorff's alpha: how far people agree beyond chance, whoever judged what (Krippendorff 2004, chapter 11)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

Difference = Callable[[str, str, Mapping[str, float]], float]


def nominal(left: str, right: str, _: Mapping[str, float]) -> float:
    """Return the difference between two values that are alike or not."""
    return float(left != right)


def ordinal(left: str, right: str, counts: Mapping[str, float]) -> float:
    """Return the squared difference between two ranks: what stands between them, and half of each."""
    first, last = sorted((left, right))
    between = sum(count for value, count in counts.items() if first <= value <= last)
    return float((between - (counts[first] + counts[last]) / 2) ** 2) if left != right else 0.0


def krippendorff_alpha(units: Iterable[Iterable[str]], difference: Difference = nominal) -> float | None:
    """Return alpha over units, each the values that different people gave one subject; 1 is full agreement, 0 chance.

    A unit with one value says nothing. None where no unit has two values, or where all values are one.
    """
    pairable = [values for values in (list(unit) for unit in units) if len(values) > 1]
    coincidences: defaultdict[tuple[str, str], float] = defaultdict(float)
    for values in pairable:
        for place, left in enumerate(values):
            for other, right in enumerate(values):
                if place != other:
                    coincidences[left, right] += 1 / (len(values) - 1)
    counts: dict[str, float] = {}
    for (left, _), count in coincidences.items():
        counts[left] = counts.get(left, 0.0) + count
    total = sum(counts.values())
    expected = sum(
        counts[left] * counts[right] * difference(left, right, counts) for left in counts for right in counts
    )
    if total <= 1 or not expected:
        return None
    observed = sum(count * difference(left, right, counts) for (left, right), count in coincidences.items())
    return 1 - (total - 1) * observed / expected
