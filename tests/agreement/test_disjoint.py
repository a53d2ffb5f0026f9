"""Disjoint paths, circles and common nodes on small graphs, against trying all possibilities."""

from itertools import chain, combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.agreement.chains.disjoint import common_nodes, components_of, contract, count_disjoint_paths

SIZE = 7
GRAPHS = st.lists(st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)), max_size=14)
STARTS, ENDS = [0, 1, 2], [5, 6]


def successors(edges: list[tuple[int, int]]) -> list[list[int]]:
    return [sorted({head for tail, head in edges if tail == node != head}) for node in range(SIZE)]


def reaches(graph: list[list[int]], without: set[int]) -> bool:
    seen = {start for start in STARTS if start not in without}
    waiting = list(seen)
    while waiting:
        for follower in graph[waiting.pop()]:
            if follower not in seen and follower not in without:
                seen.add(follower)
                waiting.append(follower)
    return not seen.isdisjoint(ENDS)


@given(GRAPHS)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_disjoint_paths_are_as_many_as_the_nodes_that_cut_them_all(edges: list[tuple[int, int]]) -> None:
    graph = successors(edges)
    cuts = chain.from_iterable(combinations(range(SIZE), size) for size in range(SIZE + 1))
    smallest = next(len(cut) for cut in cuts if not reaches(graph, set(cut)))
    assert count_disjoint_paths(graph, STARTS, ENDS) == smallest


@given(GRAPHS)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_common_nodes_are_those_without_which_no_path_is_left(edges: list[tuple[int, int]]) -> None:
    graph = successors(edges)
    expected = {node for node in range(SIZE) if reaches(graph, set()) and not reaches(graph, {node})}
    assert set(common_nodes(graph, STARTS, ENDS)) == expected


def test_common_nodes_come_in_the_order_of_the_paths() -> None:
    assert common_nodes([[2], [2], [3], [4], [5], [], []], [0, 1], [5]) == [2, 3, 4, 5]


def test_nodes_that_reach_each_other_are_one_component() -> None:
    component = components_of([[1], [2], [0, 3], [4], []])
    assert component[0] == component[1] == component[2]
    assert len({component[2], component[3], component[4]}) == 3


def test_a_long_line_needs_no_deep_recursion() -> None:
    line = [[node + 1] for node in range(5000)] + [[]]
    assert len(set(components_of(line))) == 5001
    assert count_disjoint_paths(line, [0], [5000]) == 1


def test_contracting_leaves_no_edge_inside_a_group() -> None:
    assert contract([[1], [0, 2], []], [0, 0, 1]) == [[1], []]


@pytest.mark.parametrize("starts", [[], [0]])
def test_without_starts_or_ends_there_is_no_path(starts: list[int]) -> None:
    assert count_disjoint_paths([[1], []], starts, [] if starts else [1]) == 0
