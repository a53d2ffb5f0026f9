"""The timeline draws a bar for each stretch of time, as tall as its claims, each with the way to its reports."""

import itertools
import re
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from musnad.search import Bucket, TimelineBucket
from musnad.web.time_picture import draw_timeline, fitting_bucket

COUNTED = (
    TimelineBucket(date(2025, 3, 1), 10, 2, 1),
    TimelineBucket(date(2025, 5, 1), 5, 0, 0),
)


def test_bars_are_as_tall_as_their_claims_and_stand_where_their_days_are() -> None:
    picture = draw_timeline(COUNTED, Bucket.MONTH, "en", mirrored=False)
    first, second = picture.bars
    assert first.tall == pytest.approx(2 * second.tall, abs=0.02)
    assert first.denied == pytest.approx(first.tall / 5, abs=0.02)
    assert (first.days, second.days) == ("2025-03-01..2025-03-31", "2025-05-01..2025-05-31")
    # April is empty, and its place is left free.
    assert second.left - first.left > 1.5 * first.width


def test_time_runs_from_the_right_in_arabic() -> None:
    plain = draw_timeline(COUNTED, Bucket.MONTH, "ar", mirrored=False)
    mirrored = draw_timeline(COUNTED, Bucket.MONTH, "ar", mirrored=True)
    assert plain.bars[0].left < plain.bars[1].left
    assert mirrored.bars[0].left > mirrored.bars[1].left


@pytest.mark.parametrize(
    ("last", "bucket"),
    [
        (date(2025, 1, 20), Bucket.DAY),
        (date(2025, 9, 1), Bucket.WEEK),
        (date(2029, 1, 1), Bucket.MONTH),
        (date(2060, 1, 1), Bucket.YEAR),
    ],
)
def test_the_stretches_fit_the_span(last: date, bucket: Bucket) -> None:
    assert fitting_bucket(date(2025, 1, 1), last) is bucket


@pytest.mark.parametrize("most", [1, 4, 7, 19, 99, 100, 1_234, 987_654])
def test_the_scale_ends_above_the_tallest_bar(most: int) -> None:
    picture = draw_timeline((TimelineBucket(date(2025, 1, 1), most, 0, 0),), Bucket.DAY, "en", mirrored=False)
    assert int(picture.counts[-1].label) >= most
    assert 2 <= len(picture.counts) <= 6


def test_a_bar_leads_to_its_reports(demo_desk: TestClient) -> None:
    page = demo_desk.get("/timeline").text
    link = re.search(r'<a href="(/search\?q=date[^"]+)">\s*<title>([^<]+) claim', page)
    assert link
    assert 'class="hit"' in demo_desk.get(link.group(1)).text


def test_denials_and_unnamed_sources_are_shown(demo_desk: TestClient) -> None:
    rows = demo_desk.get("/timeline.json").json()
    assert sum(row["denials"] for row in rows) > 0
    assert sum(row["unnamed"] for row in rows) > 0
    page = demo_desk.get("/timeline").text
    assert 'class="denied"' in page
    assert 'class="unnamed"' in page


def test_the_picture_that_is_saved_is_sound_and_inert(demo_desk: TestClient) -> None:
    answer = demo_desk.get("/timeline.svg", params={"q": '"<script>x</script>" OR *'})
    assert "attachment" in answer.headers["content-disposition"]
    tree = ElementTree.fromstring(answer.text)
    assert not [each for each in tree.iter() if each.tag.endswith("script")]


@pytest.mark.parametrize("days", [1, 2, 7, 30, 90, 400, 3_000])
def test_the_labels_of_days_stand_apart(days: int) -> None:
    first = date(2020, 1, 1)
    counted = tuple(TimelineBucket(first + timedelta(days=each), 1, 0, 0) for each in (0, days - 1))
    bucket = fitting_bucket(first, first + timedelta(days=days))
    places = [tick.at for tick in draw_timeline(counted, bucket, "en", mirrored=False).days]
    assert all(later - earlier >= 60 for earlier, later in itertools.pairwise(places))
