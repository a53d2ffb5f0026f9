"""Two reports are told apart or together by leads, places and people; a copy stands out from what is only near."""

from dataclasses import replace

from story_reports import BRIDGE, SHIP, report

from musnad.stories import StoryFinder, StoryText, story_text
from musnad.stories.features import NAMES


def text_of(name: str, headline: str, body: str) -> StoryText:
    made = report(name, headline, body)
    assert made.article is not None
    return story_text(name, made.article)


def compare(left: StoryText, right: StoryText) -> dict[str, float]:
    """Return the features of the two by name."""
    finder = StoryFinder()
    finder.add([left, right])
    return dict(zip(NAMES, finder.compared()[1][0].tolist(), strict=False))


LEFT, RIGHT = (text_of(name, *words) for name, words in zip("ab", BRIDGE[:2], strict=True))


def with_places(text: StoryText, *names: str) -> StoryText:
    return replace(text, names=frozenset(names), lead_names=frozenset(names), lead_places=frozenset(names))


def with_people(text: StoryText, *names: str) -> StoryText:
    return replace(text, names=frozenset(names), lead_names=frozenset(names), lead_people=frozenset(names))


def test_leads_that_name_other_places_are_apart() -> None:
    apart = compare(with_places(LEFT, "name وادي الرمان"), with_places(RIGHT, "name تل النوارس"))
    assert (apart["places_apart"], apart["people_met"]) == (1, 0)


def test_a_place_that_either_text_names_keeps_them_together() -> None:
    right = replace(with_places(RIGHT, "name تل النوارس"), names=frozenset({"name تل النوارس", "name وادي الرمان"}))
    assert compare(with_places(LEFT, "name وادي الرمان"), right)["places_apart"] == 0


def test_a_lead_without_a_place_is_not_apart() -> None:
    assert compare(with_places(LEFT, "name وادي الرمان"), with_people(RIGHT, "name سلوى"))["places_apart"] == 0


def test_one_person_in_both_leads_is_met_and_two_are_not() -> None:
    assert compare(with_people(LEFT, "name سلوى"), with_people(RIGHT, "name سلوى"))["people_met"] == 1
    assert compare(with_people(LEFT, "name سلوى"), with_people(RIGHT, "name هالة"))["people_met"] == 0


def test_what_a_text_has_of_the_others_lead_counts() -> None:
    other = compare(LEFT, text_of("c", SHIP[0][0], f"{SHIP[0][1]} {BRIDGE[2][1]}"))
    assert 0 < other["leads_found"] < compare(LEFT, RIGHT)["leads_found"] < 1


def test_only_what_is_nearly_the_same_text_is_alike() -> None:
    copy = replace(LEFT, report="copy")
    assert round(compare(LEFT, copy)["alike"], 5) == 1
    assert compare(LEFT, text_of("c", SHIP[0][0], f"{SHIP[0][1]} {BRIDGE[2][1]}"))["alike"] == 0
