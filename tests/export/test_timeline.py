"""Tests of the timeline: each value once, in its order, on the page and on the terminal."""

import io
from dataclasses import replace
from datetime import datetime

import pytest
from annotated_article import annotated_report, spot
from selectolax.lexbor import LexborHTMLParser

from musnad.cli.output import Color, open_console
from musnad.cli.terminal import print_report
from musnad.export import render_page
from musnad.export.timeline import time_value, timeline_of
from musnad.model import Anchor, Grain, Report, Span, TimeExpression


def time_at(span: Span, first: str = "", last: str = "", *, zone: str | None = None) -> TimeExpression:
    """Return a time of the text that means the interval, or nothing."""
    earliest, latest = (datetime.fromisoformat(end) if end else None for end in (first, last))
    return TimeExpression(span, earliest, latest, Grain.DAY, Anchor.PUBLICATION, "rule", zone=zone)


def report_with_times() -> Report:
    monday = ("2024-05-13T00:00:00", "2024-05-13T23:59:59")
    tomorrow = ("2024-05-12T00:00:00", "2024-05-12T23:59:59")
    times = (
        time_at(spot("فجر الاثنين"), *monday),
        time_at(spot("قبل المساء")),
        replace(time_at(spot("رأس الملح")), duration="P3D"),
        time_at(spot("غدا"), *tomorrow),
        time_at(spot("الاثنين"), *monday),
    )
    return replace(annotated_report(), times=times)


@pytest.mark.parametrize(
    ("first", "last", "value"),
    [
        ("2024-05-13T00:00:00", "2024-05-13T23:59:59", "2024-05-13"),
        ("2024-05-13T00:00:00", "2024-05-15T23:59:59", "2024-05-13 – 2024-05-15"),
        ("2024-02-01T00:00:00", "2024-02-29T23:59:59", "2024-02"),
        ("2023-11-01T00:00:00", "2024-05-31T23:59:59", "2023-11 – 2024-05"),
        ("2018-01-01T00:00:00", "2018-12-31T23:59:59", "2018"),
        ("1990-01-01T00:00:00", "1999-12-31T23:59:59", "1990 – 1999"),
        ("2024-05-13T18:00:00", "2024-05-13T18:59:59", "2024-05-13 18:00"),
        ("2024-05-13T18:30:00", "2024-05-14T18:30:00", "2024-05-13 18:30 – 2024-05-14 18:30"),
    ],
)
def test_value_is_told_by_the_largest_units_that_fit(first: str, last: str, value: str) -> None:
    assert time_value(time_at(Span(0, 1), first, last)) == value


def test_zone_of_an_hour_stands_beside_it() -> None:
    told = time_at(Span(0, 1), "2024-05-13T18:00:00", "2024-05-13T18:00:59", zone="+03:00")
    assert time_value(told) == "2024-05-13 18:00 +03:00"


def test_values_stand_once_in_their_order_and_the_rest_is_counted() -> None:
    timeline = timeline_of(report_with_times())
    assert [(row.value, row.words) for row in timeline.rows] == [
        ("2024-05-12", ("غدا",)),
        ("2024-05-13", ("فجر الاثنين", "الاثنين")),
    ]
    assert (timeline.lengths, timeline.unresolved) == (1, 1)


def test_the_page_shows_the_timeline() -> None:
    page = LexborHTMLParser(render_page([report_with_times()]))
    rows = [" ".join(node.text().split()) for node in page.css("details.times dl div")]
    assert rows == ["2024-05-12غدا", "2024-05-13فجر الاثنين · الاثنين"]


def test_a_report_without_times_has_no_timeline_on_the_page() -> None:
    assert LexborHTMLParser(render_page([annotated_report()])).css_first("details.times") is None


def test_the_terminal_shows_the_timeline() -> None:
    stream = io.StringIO()
    print_report(open_console(stream, Color.NEVER), report_with_times())
    shown = stream.getvalue()
    assert "times\n" in shown
    assert "2024-05-13" in shown
    assert "lengths of time: 1 · not resolved: 1" in shown
