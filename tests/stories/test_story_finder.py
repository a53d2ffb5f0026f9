"""Stories grow as reports arrive; their ids stay, and splits and merges are told."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from story_reports import BRIDGE, SHIP, report, reports_of

from musnad.model import Report, StoryChangeKind
from musnad.stories import StoryFinder, StoryText, story_text
from musnad.stories.gate import COLUMNS, Gate, Model


def texts(reports: Sequence[Report]) -> list[StoryText]:
    return [story_text(each.id, each.article) for each in reports if each.article is not None]


def gate(join: float) -> Gate:
    """Return a gate whose probability is about the cosine: what has half in common passes at .5."""
    weights = np.zeros(len(COLUMNS))
    weights[COLUMNS.index("cosine")] = 12.0
    model = Model(weights, np.zeros((len(COLUMNS), len(COLUMNS))), -6.0)
    return Gate(model, model, 0.01, join)


def test_a_later_report_joins_and_the_id_stays() -> None:
    finder = StoryFinder()
    finder.add(texts(reports_of("bridge", "ship")[:4]))
    before = {story.id for story in finder.stories()}
    finder.add(texts([report("late", "عمال جسر الزرقاوي", BRIDGE[1][1], hours=20)]))
    story = next(story for story in finder.stories() if "late" in story.reports)
    assert story.id == "bridge-0"
    assert story.id in before


def test_reports_one_by_one_give_the_stories_of_all_at_once() -> None:
    reports = reports_of("bridge", "ship", "prize")
    at_once, one_by_one = StoryFinder(), StoryFinder()
    at_once.add(texts(reports))
    for text in texts(reports):
        one_by_one.add([text])
    one_by_one.regroup()
    at_once.regroup()
    assert {story.reports for story in one_by_one.stories()} == {story.reports for story in at_once.stories()}


def test_a_known_report_is_left_alone() -> None:
    finder = StoryFinder()
    finder.add(texts(reports_of("bridge")))
    before = finder.stories()
    finder.add(texts(reports_of("bridge")))
    assert finder.stories() == before


def test_a_copy_of_a_known_report_joins_its_story() -> None:
    finder = StoryFinder()
    finder.add(texts(reports_of("ship")))
    finder.add(texts([report("copy", "عنوان", "لا شيء", hours=9)]), [("copy", "ship-1")])
    (story,) = finder.stories()
    assert "copy" in story.reports


def test_a_report_long_after_opens_a_story_of_its_own() -> None:
    finder = StoryFinder()
    finder.add(texts(reports_of("ship")))
    finder.add(texts([report("again", *SHIP[0], hours=24 * 30)]))
    finder.regroup()
    (story,) = finder.stories()
    assert story.reports == ("ship-0", "ship-1")


def test_a_merge_is_told_with_its_reason() -> None:
    finder = StoryFinder(gate(0.995))
    first = [report(name, *BRIDGE[0], hours=at) for at, name in enumerate("ab")]
    second = [report(name, *BRIDGE[1], hours=at) for at, name in enumerate("cd", start=3)]
    finder.add(texts([*first, *second]))
    finder.regroup()
    assert {story.id for story in finder.stories()} == {"a", "c"}
    finder.gate = replace(finder.gate, join=0.05)
    finder.regroup()
    (change,) = finder.changes
    assert (change.kind, change.story, change.into) == (StoryChangeKind.MERGED, "c", ("a",))
    assert "average" in change.reasons[0]
    assert [story.id for story in finder.stories()] == ["a"]


def test_a_split_is_told_and_the_first_part_keeps_the_id() -> None:
    finder = StoryFinder(gate(0.05))
    first = [report(name, *BRIDGE[0], hours=at) for at, name in enumerate("ab")]
    second = [report(name, *BRIDGE[1], hours=at) for at, name in enumerate("cd", start=3)]
    finder.add(texts([*first, *second]))
    finder.regroup()
    assert [story.id for story in finder.stories()] == ["a"]
    finder.gate = replace(finder.gate, join=0.995)
    finder.regroup()
    (change,) = finder.changes
    assert (change.kind, change.story, change.into) == (StoryChangeKind.SPLIT, "a", ("a", "c"))
    assert {story.id: story.reports for story in finder.stories()} == {"a": ("a", "b"), "c": ("c", "d")}


def test_a_page_of_every_day_is_in_no_story() -> None:
    weather = ("طقس الجمعة: سحب عابرة", "تكون السماء مغشاة بسحب عابرة والريح ضعيفة قرب سواحل وادي الرمان.")
    finder = StoryFinder(gate(0.05))
    finder.add(texts([report("a", *weather), report("b", *weather, hours=2), *reports_of("ship")]))
    finder.regroup()
    assert [story.reports for story in finder.stories()] == [("ship-0", "ship-1")]
