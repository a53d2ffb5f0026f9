"""Lets people's judgements decide which assertions say one thing: the words they judged, found among the assertions."""

from collections.abc import Iterable, Mapping

from musnad.agreement.statements import Statement
from musnad.model import Agreement, Comparison, Span

Told = tuple[str, Span]
"""Words of a report: its id and the stretch."""
Judged = Mapping[tuple[Told, Told], bool]
"""What people decided of two pieces of text: True if both say one thing, False if they are not about one thing."""

JUDGED_SAME = "people judged that both say one thing"


def judged_assertions(judged: Judged, statements: Iterable[Statement]) -> dict[frozenset[str], bool]:
    """Return what was decided of pairs of assertions, by id; each is the one that most of the words judged lie in."""
    if not judged:
        return {}
    of_report: dict[str, list[Statement]] = {}
    for statement in statements:
        of_report.setdefault(statement.assertion.report, []).append(statement)
    found: dict[frozenset[str], bool] = {}
    for (one, other), decided in judged.items():
        sides = frozenset(
            name for name in (_assertion_of(one, of_report), _assertion_of(other, of_report)) if name is not None
        )
        if len(sides) == 2:
            found[sides] = decided
    return found


def _assertion_of(told: Told, of_report: Mapping[str, list[Statement]]) -> str | None:
    report, span = told
    ranked = [
        (_overlap(span, statement), -sum(map(len, statement.assertion.content)), statement.assertion.id)
        for statement in of_report.get(report, ())
    ]
    best = max(ranked, default=None)
    return best[2] if best is not None and best[0] else None


def _overlap(span: Span, statement: Statement) -> int:
    parts = statement.assertion.content
    return sum(max(0, min(span.end, part.end) - max(span.start, part.start)) for part in parts)


def heed(
    comparisons: Iterable[Comparison], decided: Mapping[frozenset[str], bool], statements: Mapping[str, Statement]
) -> list[Comparison]:
    """Return the comparisons with those that people decided put in the place of what was computed.

    Two that are one say the same and do not contradict each other; two that are not are left out.
    """
    kept = [each for each in comparisons if frozenset((each.left, each.right)) not in decided]
    for pair in sorted(sorted(pair) for pair, is_one in decided.items() if is_one):
        left, right = (statements[name] for name in pair)
        kept.append(Comparison(pair[0], pair[1], Agreement.EQUAL, (JUDGED_SAME,), left.span, right.span))
    return kept
