"""Finds the reports that share something with one report: a text, a story, what is said, what is contradicted."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select

from musnad.store.store import Store
from musnad.store.tables import assertion, contradiction, copy_pair, report, story_report

_WEIGHTS = {"contradiction": 5, "copy": 4, "proposition": 2, "story": 1}
"""What leads among related reports: who says the opposite, who has the text, who says the same, who tells of it."""


@dataclass(frozen=True, slots=True)
class Relation:
    """How another report is related (contradiction, copy, proposition, story), and by how much.

    `share` is the share of the shorter text for a copy, else a number: of contradictions, of propositions, or 1.
    """

    kind: str
    share: float


def find_related(store: Store, name: str, *, most: int) -> list[tuple[int, tuple[Relation, ...]]]:
    """Return the numbers of reports that share something with the report of this id, and what, the closest first."""
    with store.reading() as connection:
        number = connection.execute(select(report.c.number).where(report.c.id == name)).scalar()
        if number is None:
            return []
        found: defaultdict[int, list[Relation]] = defaultdict(list)
        for kind, query in _queries(number):
            rows: Iterable[Any] = connection.execute(query)
            for other, share in rows:
                if other != number:
                    found[other].append(Relation(kind, float(share)))
    weights = {other: sum(_WEIGHTS[each.kind] * each.share for each in shared) for other, shared in found.items()}
    first = sorted(found, key=lambda other: (-weights[other], -other))[:most]
    return [(other, tuple(found[other])) for other in first]


def _queries(number: int) -> list[tuple[str, Select[tuple[int, float]]]]:
    ours, theirs = assertion.alias(), assertion.alias()
    queries: list[tuple[str, Select[tuple[int, float]]]] = []
    for one, other in ((contradiction.c.left, contradiction.c.right), (contradiction.c.right, contradiction.c.left)):
        opposed = select(theirs.c.report, func.count()).join(contradiction, other == theirs.c.id)
        opposed = opposed.join(ours, one == ours.c.id).where(ours.c.report == number).group_by(theirs.c.report)
        queries.append(("contradiction", opposed))
    for mine, its in ((copy_pair.c.left, copy_pair.c.right), (copy_pair.c.right, copy_pair.c.left)):
        queries.append(("copy", select(its, copy_pair.c.containment).where(mine == number, copy_pair.c.one_origin)))
    said = select(theirs.c.report, func.count(theirs.c.proposition.distinct()))
    said = said.join(ours, ours.c.proposition == theirs.c.proposition).where(ours.c.report == number)
    queries.append(("proposition", said.group_by(theirs.c.report)))
    one_story = select(story_report.c.story).where(story_report.c.report == number)
    told = select(story_report.c.report, func.max(1.0)).where(story_report.c.story.in_(one_story))
    queries.append(("story", told.group_by(story_report.c.report)))
    return queries
