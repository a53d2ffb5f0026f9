"""Groups a set of reports into stories: each family of copies counts as one text."""

from collections.abc import Iterable, Mapping

from musnad.model import CopyFamily, Report, Story, StoryChange
from musnad.spreading import IN_TURN, Spread, cut
from musnad.stories.finder import StoryFinder
from musnad.stories.texts import StoryText, story_text


def cluster_stories(
    reports: Iterable[Report],
    copy_families: Iterable[CopyFamily] = (),
    spread: Spread = IN_TURN,
    known: Mapping[str, StoryText] | None = None,
) -> tuple[tuple[Story, ...], tuple[StoryChange, ...]]:
    """Return the stories of two reports and more, and those split or merged on the way, whatever the reports' order.

    A report without an article has no part in it; of reports with one id the first counts. `known` is what
    `text_of_report` makes of the reports, where that was done before.
    """
    read = {report.id: report for report in reversed(list(reports)) if report.article is not None}
    if known is None:
        parts = cut(list(read.values()), 4 * spread.shards)
        texts = [text for made in spread.each(_texts, parts) for text in made]
    else:
        texts = [known[name] for name in read]
    copies = [(family.members[0], other) for family in copy_families for other in family.members[1:]]
    finder = StoryFinder()
    finder.add(texts, copies)
    finder.regroup()
    return finder.stories(), tuple(finder.changes)


def text_of_report(report: Report) -> StoryText | None:
    """Return what a report offers for grouping, None where it has no article."""
    if report.article is None:
        return None
    return story_text(report.id, report.article, report.mentions, report.times)


def _texts(reports: Iterable[Report]) -> list[StoryText]:
    return [text for text in map(text_of_report, reports) if text is not None]
