"""Keeps which story each text is in: ids that stay, and what became of stories when texts were grouped again."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from musnad.model import StoryChange, StoryChangeKind
from musnad.stories.grouping import Group, Link


@dataclass(slots=True)
class Ledger:
    """The story of each text, by place. A story's id is the report that opened it, and stays with that report.

    `weakest` is the least average probability at which parts of a story joined. `old` are texts that stay where
    they are.
    """

    story_of: list[str] = field(default_factory=list)
    weakest: dict[str, float] = field(default_factory=dict)
    old: int = 0
    _texts: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    _opened_by: dict[str, int] = field(default_factory=dict)

    def open(self, places: Iterable[int], reports: Sequence[str]) -> None:
        """Open a story for each of these texts, which follow those already here."""
        for place, report in zip(places, reports, strict=True):
            self.story_of.append(report)
            self._texts[report] = {place}
            self._opened_by[report] = place
            self.weakest[report] = 1.0

    def freeze(self, oldest: int) -> None:
        """Leave the texts before `oldest` where they are from now on."""
        self.old = oldest

    def texts_of(self, story: str) -> list[int]:
        """Return the places of the story's texts, ascending."""
        return sorted(self._texts[story])

    def stories(self) -> list[str]:
        """Return the ids of all stories, in the order in which they were opened."""
        return sorted(self._texts, key=lambda story: self._opened_by[story])

    def join(self, place: int, links: Iterable[Link], least: float) -> None:
        """Move the new text to the story that it is linked to with the greatest average, if that is `least` or more."""
        sums: dict[str, float] = defaultdict(float)
        for other, _, probability in links:
            sums[self.story_of[other]] += probability
        averages = {story: total / sum(at >= self.old for at in self._texts[story]) for story, total in sums.items()}
        if not averages:
            return
        story = min(averages, key=lambda each: (-averages[each], self._opened_by[each]))
        if averages[story] >= least:
            self._move(place, story)
            self.weakest[story] = min(self.weakest[story], averages[story])

    def settle(
        self, groups: Sequence[Group], sizes: Sequence[int], heads: Sequence[str], at: datetime | None
    ) -> list[StoryChange]:
        """Put the texts of each group into one story, and return what became of stories of two reports and more.

        `sizes` are the reports of each text, `heads` the ids under which they would open a story.
        """
        group_of = {place: number for number, group in enumerate(groups) for place in group.members}
        # Stories without a text in the window cannot change: the cost does not grow with all that ever was.
        touched = sorted({self.story_of[place] for place in group_of}, key=lambda story: self._opened_by[story])
        told = [story for story in touched if sum(sizes[place] for place in self._texts[story]) > 1]
        before = {story: set(self._texts[story]) for story in told}
        claims: dict[int, list[str]] = defaultdict(list)
        for story in touched:
            claims[self._home(story, group_of)].append(story)
        for number, group in enumerate(groups):
            opened = sorted(claims[number], key=lambda story: self._opened_by[story])
            self._settle_group(group, opened, heads[group.members[0]])
        changes = (self._change(story, texts, groups, group_of, at) for story, texts in before.items())
        return [change for change in changes if change is not None]

    def _home(self, story: str, group_of: Mapping[int, int]) -> int:
        """Return the group that keeps the story's id: with the text that opened it, else with most of its texts."""
        opener = self._opened_by[story]
        if opener in group_of:
            return group_of[opener]
        counts = Counter(group_of[place] for place in sorted(self._texts[story]) if place in group_of)
        return max(counts, key=lambda number: (counts[number], -number))

    def _settle_group(self, group: Group, opened: Sequence[str], head: str) -> None:
        story = opened[0] if opened else head
        if not opened:
            self._opened_by[story] = group.members[0]
        for place in group.members:
            self._move(place, story)
        weakest = group.weakest
        for other in opened:
            # What is too old to be grouped again goes where its story goes.
            old = [place for place in self._texts[other] if place < self.old]
            if old:
                weakest = min(weakest, self.weakest[other])
            for place in old:
                self._move(place, story)
        self.weakest[story] = weakest

    def _change(
        self,
        story: str,
        texts: Iterable[int],
        groups: Sequence[Group],
        group_of: Mapping[int, int],
        at: datetime | None,
    ) -> StoryChange | None:
        places = sorted(texts)
        into = tuple(dict.fromkeys(self.story_of[place] for place in places))
        if len(into) > 1:
            reason = f"its texts fell into {len(into)} groups when the last days were grouped again"
            return StoryChange(StoryChangeKind.SPLIT, story, into, at, (reason,))
        if into == (story,):
            return None
        weakest = min(groups[group_of[place]].weakest for place in places if place in group_of)
        reason = f"its texts and those of the other join at a probability of {weakest:.2f} on average"
        return StoryChange(StoryChangeKind.MERGED, story, into, at, (reason,))

    def _move(self, place: int, story: str) -> None:
        left = self.story_of[place]
        self._texts[left].discard(place)
        if not self._texts[left]:
            del self._texts[left]
        self.story_of[place] = story
        self._texts[story].add(place)
