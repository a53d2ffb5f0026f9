"""Groups a set of reports into stories: each family of copies counts as one text."""

from collections.abc import Iterable

from musnad.model import CopyFamily, Report, Story, StoryChange
from musnad.stories.finder import StoryFinder
from musnad.stories.texts import StoryText, story_text


def cluster_stories(
    reports: Iterable[Report], copy_families: Iterable[CopyFamily] = ()
) -> tuple[tuple[Story, ...], tuple[StoryChange, ...]]:
    """Return the stories of two reports and more, and those split or merged on the way, whatever the reports' order.

    A report without an article has no part in it; of reports with one id the first counts.
    """
    texts: dict[str, StoryText] = {}
    for report in reports:
        if report.article is not None and report.id not in texts:
            texts[report.id] = story_text(report.id, report.article, report.mentions, report.times)
    copies = [(family.members[0], other) for family in copy_families for other in family.members[1:]]
    finder = StoryFinder()
    finder.add(list(texts.values()), copies)
    finder.regroup()
    return finder.stories(), tuple(finder.changes)
