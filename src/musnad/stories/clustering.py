"""Groups a set of reports into stories: copies of one whole text count as one."""

import math
from collections.abc import Iterable, Mapping

from musnad.model import CopyPair, CopyRelation, Report, Story, StoryChange
from musnad.spreading import IN_TURN, Spread, cut
from musnad.stories.finder import StoryFinder
from musnad.stories.texts import StoryText, story_text

_WHOLE = 0.4
"""Share of the longer text that a copy has of it at least, to count as the same text.

A page of many items has all of a shorter one, and is about much else. Families, which join whatever shares a part, put
the market's news of a day and each item of it into one story (tried on syndication_ar_2015).
"""


def cluster_stories(
    reports: Iterable[Report],
    copies: Iterable[CopyPair] = (),
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
    lengths = {name: len(report.article.text) for name, report in read.items() if report.article is not None}
    finder = StoryFinder()
    finder.add(texts, [(pair.left, pair.right) for pair in copies if is_one_text(pair, lengths)])
    finder.regroup()
    return finder.stories(), tuple(finder.changes)


def is_one_text(pair: CopyPair, lengths: Mapping[str, int]) -> bool:
    """Tell whether the two reports, whose lengths in signs are known, carry one whole text."""
    if pair.relation is not CopyRelation.SAME_TEXT:
        return False
    return all(
        sum(map(len, spans)) >= _WHOLE * lengths.get(name, math.inf)
        for name, spans in (
            (pair.left, [passage.left for passage in pair.passages]),
            (pair.right, [passage.right for passage in pair.passages]),
        )
    )


def text_of_report(report: Report) -> StoryText | None:
    """Return what a report offers for grouping, None where it has no article."""
    if report.article is None:
        return None
    return story_text(report.id, report.article, report.mentions, report.times)


def _texts(reports: Iterable[Report]) -> list[StoryText]:
    return [text for text in map(text_of_report, reports) if text is not None]
