"""Groups a set of reports into stories: each family of copies counts as one text."""

from collections.abc import Iterable

from musnad.model import CopyFamily, Report, Story, StoryChange
from musnad.spreading import IN_TURN, Spread, cut
from musnad.stories.finder import StoryFinder
from musnad.stories.texts import StoryText, story_text


def cluster_stories(
    reports: Iterable[Report], copy_families: Iterable[CopyFamily] = (), spread: Spread = IN_TURN
) -> tuple[tuple[Story, ...], tuple[StoryChange, ...]]:
    """Return the stories of two reports and more, and those split or merged on the way, whatever the reports' order.

    A report without an article has no part in it; of reports with one id the first counts.
    """
    read = {report.id: report for report in reversed(list(reports)) if report.article is not None}
    parts = cut(list(read.values()), 4 * spread.shards)
    texts = [text for made in spread.each(_texts, parts) for text in made]
    copies = [(family.members[0], other) for family in copy_families for other in family.members[1:]]
    finder = StoryFinder()
    finder.add(texts, copies)
    finder.regroup()
    return finder.stories(), tuple(finder.changes)


def _texts(reports: Iterable[Report]) -> list[StoryText]:
    return [
        story_text(report.id, report.article, report.mentions, report.times)
        for report in reports
        if report.article is not None
    ]
