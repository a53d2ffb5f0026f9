"""Groups join by the average over all pairs across, the most probable first."""

from hypothesis import given
from hypothesis import strategies as st

from musnad.stories.grouping import Group, group_linked


def members(groups: list[Group]) -> list[tuple[int, ...]]:
    return [group.members for group in groups]


def test_linked_reports_join_and_others_stay_alone() -> None:
    assert members(group_linked(range(4), [(0, 2, 0.9), (1, 3, 0.05)], 0.2)) == [(0, 2), (1,), (3,)]


def test_one_probable_link_does_not_chain_two_groups() -> None:
    links = [(0, 1, 0.9), (0, 2, 0.9), (1, 2, 0.9), (3, 4, 0.9), (3, 5, 0.9), (4, 5, 0.9), (2, 3, 0.8)]
    assert members(group_linked(range(6), links, 0.2)) == [(0, 1, 2), (3, 4, 5)]


def test_many_weak_links_join_what_one_would_not() -> None:
    links = [(left, right, 0.25) for left in range(3) for right in range(left + 1, 3)]
    assert members(group_linked(range(3), links, 0.2)) == [(0, 1, 2)]
    assert members(group_linked(range(3), links[:1], 0.3)) == [(0,), (1,), (2,)]


def test_the_weakest_joining_of_a_group_is_told() -> None:
    (group,) = group_linked(range(3), [(0, 1, 0.9), (0, 2, 0.5), (1, 2, 0.3)], 0.2)
    assert group.weakest == 0.4


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.floats(0.01, 1)), max_size=30))
def test_every_place_is_in_one_group(drawn: list[tuple[int, int, float]]) -> None:
    links = [(left, right, chance) for left, right, chance in drawn if left < right]
    groups = group_linked(range(10), links, 0.2)
    assert sorted(place for group in groups for place in group.members) == list(range(10))
    assert all(group.weakest >= 0.2 for group in groups)
