"""An independence in words: the count, the tree of sources, the reasons."""

from musnad.export.independence import count_words, independence_lines, independence_record, source_branches
from musnad.model import Flag, Independence, Oddity, SourceEdge, SourceGraph, SourceKind, SourceNode

PAGE = SourceNode("p", SourceKind.PAGE, "بريد الساحل", members=("r1", "r2"))
OUTLET = SourceNode("o", SourceKind.OUTLET, "بريد الساحل")
OTHER = SourceNode("q", SourceKind.PAGE, "صدى الجبل", members=("r3",))
OFFICIAL = SourceNode("a", SourceKind.ANON, "مسؤول رفيع")
GRAPH = SourceGraph(
    (PAGE, OUTLET, OTHER, OFFICIAL),
    (SourceEdge("p", "o", ("1",)), SourceEdge("o", "a", ("1",)), SourceEdge("q", "o", ("2",))),
    ("a",),
    (),
)


def test_the_count_is_one_number_or_two() -> None:
    assert count_words(Independence(1, 1, GRAPH, ())) == "1 independent chain"
    assert count_words(Independence(1, 3, GRAPH, ())) == "1 to 3 independent chains"


def test_the_tree_has_the_source_above_those_who_have_it_from_there() -> None:
    assert source_branches(Independence(1, 1, GRAPH, ())) == [
        (0, "مسؤول رفيع", "unnamed"),
        (1, "بريد الساحل", "2 pages"),
        (2, "صدى الجبل", "1 page"),
    ]


def test_a_circle_ends_where_it_closes() -> None:
    nodes = (SourceNode("x", SourceKind.OUTLET, "الأولى"), SourceNode("y", SourceKind.OUTLET, "الثانية"))
    graph = SourceGraph(nodes, (SourceEdge("x", "y", ("1",)), SourceEdge("y", "x", ("2",))), (), (("x", "y"),))
    assert source_branches(Independence(1, 1, graph, ())) == [
        (0, "الأولى", ""),
        (1, "الثانية", ""),
        (2, "الأولى", "as above"),
    ]


def test_the_lines_tell_the_grade_and_the_flags() -> None:
    flag = Flag(Oddity.CIRCULAR, ("1",), "the two cite each other")
    lines = independence_lines(Independence(1, 1, GRAPH, ("3 pages",), None, (flag,), 4, ("nobody is named",)))
    assert lines == [
        "3 pages",
        "credibility 4, doubtful: nobody is named",
        "circular reporting: the two cite each other",
    ]


def test_nobody_is_given_no_grade() -> None:
    empty = Independence(0, 0, SourceGraph((), (), (), ()), ("nobody says so",))
    assert independence_lines(empty) == ["nobody says so"]


def test_the_record_holds_the_whole_graph() -> None:
    record = independence_record(Independence(1, 2, GRAPH, ("because",), "a"))
    assert (record["least"], record["most"], record["common_link"]) == (1, 2, "a")
    assert [node["id"] for node in record["nodes"]] == ["p", "o", "q", "a"]
    assert {"holder": "q", "source": "o", "assertions": ["2"]} in record["edges"]
