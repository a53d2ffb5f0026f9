"""Gathers reports into stories as they arrive, and groups those of the last days again."""

import itertools
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import numpy as np

from musnad.model import Story, StoryChange
from musnad.stories.features import Comparer, Matrix
from musnad.stories.gate import Gate, load_gate
from musnad.stories.grouping import Link, group_linked
from musnad.stories.index import TermIndex
from musnad.stories.ledger import Ledger
from musnad.stories.neighbours import Neighbours, Places
from musnad.stories.telling import Node, tell_stories
from musnad.stories.texts import StoryText, moment_of
from musnad.stories.vectors import Vocabulary

WINDOW_DAYS = 7
"""Days before the last report whose reports are grouped again; what is older stays where it is."""
_REGROUP_SHARE = 0.1  # The window is grouped again once it grew by this share: the cost of a report stays bounded.
_REGROUP_LEAST = 20
_FORGET_SHARE = 0.05  # To clear the tables costs as much as the window is long, so it waits for this share to be old.
_UNDATED = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class StoryFinder:
    """Takes reports as they arrive and keeps their stories.

    `changes` tell of every story that was split or merged when the last days were grouped again. The order of
    reports within one call of `add` does not matter.
    """

    gate: Gate = field(default_factory=load_gate)
    changes: list[StoryChange] = field(default_factory=list)
    _vocabulary: Vocabulary = field(default_factory=Vocabulary)
    _index: TermIndex = field(default_factory=TermIndex)
    _comparer: Comparer = field(default_factory=Comparer)
    _ledger: Ledger = field(default_factory=Ledger)
    _nodes: list[Node] = field(default_factory=list)
    _place_of: dict[str, int] = field(default_factory=dict)
    _neighbours: Neighbours = field(default_factory=Neighbours)
    _clock: datetime = _UNDATED
    _oldest: int = 0
    _forgotten: int = 0
    _new: int = 0

    def add(self, texts: Sequence[StoryText], copies: Iterable[tuple[str, str]] = ()) -> None:
        """Take in the reports; `copies` are pairs of ids of one origin, which count as one text.

        A report that is known already is left alone.
        """
        distinct = {text.report: text for text in texts if text.report not in self._place_of}
        moments = self._moments(distinct.values())
        ordered = sorted(distinct.values(), key=lambda text: (moments[text.report], text.report))
        heads = self._heads([text.report for text in ordered], copies)
        self._vocabulary.learn(text for text in ordered if heads[text.report] == text.report)
        for _, day in itertools.groupby(ordered, key=lambda text: moments[text.report].date()):
            self._add_day(list(day), heads, moments)

    def regroup(self) -> None:
        """Group the reports of the last days again, and note which stories were split or merged."""
        self._new = 0
        window = range(self._oldest, len(self._nodes))
        groups = group_linked(window, self._links(), self.gate.join)
        heads = [node.text.report for node in self._nodes]
        sizes = [1 + len(node.copies) for node in self._nodes]
        at = None if self._clock == _UNDATED else self._clock
        self.changes += self._ledger.settle(groups, sizes, heads, at)

    def stories(self) -> tuple[Story, ...]:
        """Return the stories of two reports and more, in order of publication."""
        return tell_stories(self._nodes, self._ledger, self._vocabulary, self.gate.join)

    # -- one day of reports --------------------------------------------------------------------

    def _moments(self, texts: Collection[StoryText]) -> dict[str, datetime]:
        """Return when the reports came out; one without a date counts as coming with the last."""
        known = {text.report: moment_of(text.published) for text in texts}
        last = max((moment for moment in known.values() if moment is not None), default=self._clock)
        return {report: moment or max(last, self._clock) for report, moment in known.items()}

    def _heads(self, reports: Sequence[str], copies: Iterable[tuple[str, str]]) -> dict[str, str]:
        """Return for each new report the one that stands for it: a known copy, else the earliest of its copies."""
        rank = {report: number for number, report in enumerate(reports)}
        heads = {report: report for report in reports}

        def head_of(report: str) -> str:
            while heads.get(report, report) != report:
                report = heads[report]
            return report

        for pair in copies:
            first, second = sorted(map(head_of, pair), key=lambda report: (rank.get(report, -1), report))
            if second in rank and (first in rank or first in self._place_of):
                heads[second] = first
        return {report: head_of(report) for report in reports}

    def _add_day(self, texts: Sequence[StoryText], heads: Mapping[str, str], moments: Mapping[str, datetime]) -> None:
        base = len(self._nodes)
        for text in texts:
            self._clock = max(self._clock, moments[text.report])
            head = heads[text.report]
            if head != text.report:
                self._place_of[text.report] = self._place_of[head]
                self._nodes[self._place_of[head]].copies.append(text)
                continue
            self._place_of[text.report] = len(self._nodes)
            self._nodes.append(Node(text, self._vocabulary.weigh(text), self._clock))
        self._forget()
        for place in range(base, len(self._nodes)):
            self._compare(place)
        self._new += len(self._nodes) - base
        if self._new >= max(_REGROUP_LEAST, _REGROUP_SHARE * (len(self._nodes) - self._oldest)):
            self._ledger.open(range(base, len(self._nodes)), [node.text.report for node in self._nodes[base:]])
            self.regroup()
        else:
            self._assign(base)

    def _forget(self) -> None:
        """Let go of what is older than the window; the tables are cleared once a share of the window has gone."""
        since = self._clock - timedelta(days=WINDOW_DAYS) if self._clock != _UNDATED else self._clock
        oldest = self._oldest
        while oldest < len(self._nodes) and self._nodes[oldest].seen < since:
            oldest += 1
        if oldest == self._oldest:
            return
        self._oldest = oldest
        self._ledger.freeze(oldest)
        if oldest - self._forgotten >= _FORGET_SHARE * (len(self._nodes) - oldest):
            self._forgotten = oldest
            self._index.forget(oldest)
            self._neighbours.forget(oldest)

    def _compare(self, place: int) -> None:
        """Note how near the report is to those before it that share its rare terms; routine pages stay alone."""
        node = self._nodes[place]
        if node.text.routine:
            return
        near = self._index.look_up(node.vector, self._oldest, place)
        if not near:
            return
        others = [self._nodes[other] for other in near]
        features = self._comparer.compare(
            node.vector,
            [other.vector for other in others],
            moment_of(node.text.published),
            [moment_of(other.text.published) for other in others],
        )
        self._neighbours.note(place, near, features)

    # -- grouping ------------------------------------------------------------------------------

    def compared(self, first: int = 0) -> tuple[Places, Matrix]:
        """Return the pairs of places compared in the window whose later one is `first` or after, and their features."""
        pairs, features = self._neighbours.pairs(range(max(first, self._oldest), len(self._nodes)))
        recent = pairs[:, 0] >= self._oldest
        return pairs[recent], features[recent]

    def _links(self, first: int = 0) -> list[Link]:
        """Return the links of the window that end in reports from `first` on, and are probable enough to be kept."""
        pairs, features = self.compared(first)
        chances = self.gate.probabilities(features)
        kept = np.flatnonzero(chances >= self.gate.keep)
        found = zip(pairs[kept].tolist(), chances[kept].tolist(), strict=True)
        return [(left, right, chance) for (left, right), chance in found]

    def _assign(self, base: int) -> None:
        """Let each new report join the story that it most probably belongs to, or open one."""
        links: dict[int, list[Link]] = {}
        for link in self._links(base):
            links.setdefault(link[1], []).append(link)
        for place in range(base, len(self._nodes)):
            self._ledger.open([place], [self._nodes[place].text.report])
            self._ledger.join(place, links.get(place, []), self.gate.join)
