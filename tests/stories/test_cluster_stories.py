"""Reports about one happening make one story, whatever their order; copies count as one text."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from story_reports import BRIDGE, HAPPENINGS, report, reports_of

from musnad.model import CopyPair, CopyPassage, CopyRelation, PassageLabel, Report, Span, Story
from musnad.stories import cluster_stories

ALL = reports_of(*HAPPENINGS)


def copied(left: str, right: str, signs: int = 10, relation: CopyRelation = CopyRelation.SAME_TEXT) -> CopyPair:
    """Return a pair of copies that share so many signs at their beginning."""
    passage = CopyPassage(Span(0, signs), Span(0, signs), signs // 5, 0, PassageLabel.VERBATIM)
    return CopyPair(left, right, relation, True, 1.0, 1.0, (passage,), left, ())


def members(stories: tuple[Story, ...]) -> set[frozenset[str]]:
    return {frozenset(story.reports) for story in stories}


def test_each_happening_is_one_story() -> None:
    stories, changes = cluster_stories(ALL)
    expected = {frozenset(f"{name}-{at}" for at in range(len(texts))) for name, texts in HAPPENINGS.items()}
    assert members(stories) == expected
    assert changes == ()


def test_dates_are_not_needed() -> None:
    dated, _ = cluster_stories(ALL)
    undated, _ = cluster_stories(reports_of(*HAPPENINGS, hours=None))
    assert members(undated) == members(dated)
    assert all(story.earliest is None and story.latest is None for story in undated)


@settings(max_examples=15, deadline=None)
@given(st.permutations(ALL))
def test_the_order_of_reports_does_not_matter(reports: list[Report]) -> None:
    assert cluster_stories(reports) == cluster_stories(ALL)


CHAIN = [report(f"copy-{at}", f"عنوان {at}", f"كلمات لا يعرفها غيره {at}", hours=at) for at in range(4)]
CHAINED = [copied(f"copy-{at}", f"copy-{at + 1}") for at in range(3)]


@settings(max_examples=15, deadline=None)
@given(st.permutations([*CHAIN, *ALL]), st.permutations(CHAINED))
def test_copies_of_copies_are_one_text_whatever_the_order(reports: list[Report], pairs: list[CopyPair]) -> None:
    stories, changes = cluster_stories(reports, pairs)
    assert (stories, changes) == cluster_stories([*ALL, *CHAIN], CHAINED)
    assert ("copy-0", "copy-1", "copy-2", "copy-3") in {story.reports for story in stories}


def test_reports_stand_in_order_of_publication_and_the_first_names_the_story() -> None:
    (story,), _ = cluster_stories(reversed(reports_of("bridge")))
    assert story.reports == ("bridge-0", "bridge-1", "bridge-2")
    assert story.id == "bridge-0"
    assert story.label in {headline for headline, _ in BRIDGE}
    assert story.earliest is not None
    assert story.latest is not None
    assert (story.latest - story.earliest).total_seconds() == 2 * 3600


def test_a_story_tells_the_terms_that_hold_it_together() -> None:
    (story,), _ = cluster_stories(reports_of("bridge"))
    assert "جسر" in story.terms
    assert any("3 texts" in reason for reason in story.reasons)


def test_a_report_alone_makes_no_story() -> None:
    assert cluster_stories(reports_of("bridge")[:1]) == ((), ())


def test_no_reports_make_no_stories() -> None:
    assert cluster_stories([]) == ((), ())


def test_copies_are_in_one_story_however_little_text_they_have() -> None:
    reports = [report("a", "عنوان", "نص قصير جدا"), report("b", "آخر", "كلمات مختلفة هنا"), *reports_of("ship")]
    stories, _ = cluster_stories(reports, [copied("a", "b")])
    assert frozenset({"a", "b"}) in members(stories)
    story = next(story for story in stories if "a" in story.reports)
    assert story.reasons == ("1 of the reports is a copy of another",)


def test_a_copy_joins_the_story_of_its_family() -> None:
    copy = report("copy", "بلا عنوان", "نص لا علاقة له", hours=30)
    stories, _ = cluster_stories([*ALL, copy], [copied("bridge-1", "copy", 70)])
    assert frozenset({"bridge-0", "bridge-1", "bridge-2", "copy"}) in members(stories)


@pytest.mark.parametrize(
    "pair",
    [
        copied("bridge-1", "digest", 70, CopyRelation.PARTIAL),  # A part of either text.
        copied("bridge-1", "digest", 70),  # All of the shorter text, little of the longer one.
    ],
)
def test_a_page_that_copies_one_item_among_many_is_not_that_item(pair: CopyPair) -> None:
    digest = report("digest", "أخبار متفرقة", "كلمات عن أمور لا صلة لها بما سبق. " * 20, hours=30)
    stories, _ = cluster_stories([*ALL, digest], [pair])
    assert all("digest" not in story.reports for story in stories)


def test_many_copies_do_not_change_the_other_stories() -> None:
    copies = [report(f"copy-{at}", *BRIDGE[0], hours=at) for at in range(30)]
    pairs = [copied("bridge-0", each.id, 100) for each in copies]
    random.Random(1).shuffle(copies)
    stories, _ = cluster_stories([*copies, *ALL], pairs)
    plain, _ = cluster_stories(ALL)
    assert {group for group in members(stories) if "bridge-0" not in group} == {
        group for group in members(plain) if "bridge-0" not in group
    }
    assert any({"bridge-0", "bridge-1", "copy-29"} <= group for group in members(stories))


@pytest.mark.parametrize("body", ["", "7", "؟"])
def test_reports_without_words_are_left_alone(body: str) -> None:
    assert cluster_stories([report("a", body, body), report("b", body, body)]) == ((), ())
