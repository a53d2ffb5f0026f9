"""Tests of the figures for times, on small annotations whose figures are known beforehand."""

from datetime import datetime

import pytest

from musnad.evaluation import GoldArticle, score_times
from musnad.evaluation.gold import GoldTime
from musnad.evaluation.times import trimmed, value_right
from musnad.evaluation.timex3 import read_timex3
from musnad.model import Anchor, Grain, Span, TimeExpression

TEXT = "بدأ في عام 2011 وانتهى عام 2014."


def gold(*times: GoldTime) -> GoldArticle:
    return GoldArticle("a", TEXT, None, None, (), times, has_times=True)


def found(start: int, end: int, first: str | None = None, last: str | None = None) -> TimeExpression:
    return TimeExpression(
        Span(start, end),
        datetime.fromisoformat(first) if first else None,
        datetime.fromisoformat(last or first) if first else None,
        Grain.DAY,
        Anchor.CALENDAR,
        "date",
    )


YEAR = ("2011-01-01T00:00:00", "2011-12-31T23:59:59")


def test_same_words_and_same_value() -> None:
    figures = score_times([(gold(GoldTime(Span(4, 15), "2011")), [found(4, 15, *YEAR)])]).as_dict()
    assert [figures[name] for name in ("span_exact", "span_trimmed", "span_overlap", "value_accuracy")] == [1, 1, 1, 1]


def test_a_preposition_more_is_not_exact_but_trimmed() -> None:
    figures = score_times([(gold(GoldTime(Span(7, 15), "2011")), [found(4, 15, *YEAR)])]).as_dict()
    assert [figures[name] for name in ("span_exact", "span_trimmed", "span_overlap")] == [0, 1, 1]


def test_a_missed_and_a_spurious_time_halve_the_figure() -> None:
    scores = score_times([(gold(GoldTime(Span(4, 15), "2011")), [found(23, 31, *YEAR)])])
    assert scores.as_dict()["span_overlap"] == 0
    assert sorted(difference.kind for difference in scores.differences) == ["missed", "spurious"]


def test_one_found_time_answers_one_annotated_time_alone() -> None:
    annotated = gold(GoldTime(Span(4, 15), "2011"), GoldTime(Span(23, 31), "2014"))
    assert score_times([(annotated, [found(4, 31, *YEAR)])]).counts["overlap"] == 1


@pytest.mark.parametrize(
    ("value", "first", "last", "right"),
    [
        ("2011", *YEAR, True),
        ("2011-06", *YEAR, False),
        ("2011-02", "2011-02-01T00:00:00", "2011-02-28T23:59:59", True),
        ("2011-02-03", "2011-02-03T18:00:00", "2011-02-03T18:59:59", True),
        ("2011-02-03T18:00", "2011-02-03T18:00:00", "2011-02-03T18:59:59", True),
        ("2011-02-03T19:00", "2011-02-03T18:00:00", "2011-02-03T18:59:59", False),
        ("2011/2014", "2011-01-01T00:00:00", "2014-12-31T23:59:59", True),
        ("2011-02-03/2011-02-05", "2011-02-03T00:00:00", "2011-02-04T23:59:59", False),
        (None, None, None, True),
        (None, *YEAR, False),
        ("2011", None, None, False),
    ],
)
def test_value(value: str | None, first: str | None, last: str | None, right: bool) -> None:
    assert value_right(value, found(0, 3, first, last)) is right


def test_trimming_never_leaves_nothing() -> None:
    assert trimmed("في خلال", Span(0, 7)) == Span(3, 7)


def test_timex3_elements_become_spans_of_the_bare_text() -> None:
    marked = '<?xml version="1.0"?><TimeML>\nعاد <TIMEX3 tid="t1" type="DATE">أمس</TIMEX3>.</TimeML>'
    text, spans = read_timex3(marked)
    assert [span.of(text) for span in spans] == ["أمس"]
    assert text.strip() == "عاد أمس."
