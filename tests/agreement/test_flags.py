"""What is odd about the way in which words travelled: circles, time inversion, lost doubt."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from musnad.agreement import count_independent
from musnad.model import CopyFamily, CopyPair, Flag, Hedge, LinkKind, Oddity

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from planted_reports import Holder, Page, Telling, plant_family, plant_page, plant_pair

WORDS = "أن السفينة رست عند الرصيف القديم"
CAPTAIN = Holder(LinkKind.PERSON, "نبيل الساري")
SCALE = Holder(LinkKind.OUTLET, "صحيفة الميزان")


def page(name: str, outlet: str, published: str | None, *chain: Holder, hedge: Hedge = Hedge.NONE) -> Page:
    return plant_page(name, [Telling(chain, WORDS, hedge)], outlet=outlet, published=published)


def flags(pages: Sequence[Page], families: Sequence[CopyFamily] = (), pairs: Sequence[CopyPair] = ()) -> list[Flag]:
    assertions = [assertion for each in pages for assertion in each.assertions]
    reports = {each.report.id: each.report for each in pages}
    return list(count_independent(assertions, reports, families, pairs, (), ()).flags)


def test_an_outlet_that_published_before_the_outlet_it_names_is_flagged() -> None:
    found = flags(
        [
            page("a", "بريد الساحل", "2026-05-01T08:00:00+03:00", SCALE),
            page("b", "الميزان", "2026-05-01T09:30:00+03:00", CAPTAIN),
        ]
    )
    assert [(flag.oddity, flag.assertions) for flag in found] == [(Oddity.TIME_INVERSION, ("a/0", "b/0"))]
    assert "بريد الساحل" in found[0].reason


@pytest.mark.parametrize(
    ("holder", "source"),
    [
        ("2026-05-01T10:00:00+03:00", "2026-05-01T09:30:00+03:00"),
        ("2026-05-01", "2026-05-01T09:30:00+03:00"),
        (None, "2026-05-01"),
        ("2026-04-30", None),
    ],
    ids=["later", "one day without an hour", "no date", "source without date"],
)
def test_what_may_be_in_order_is_no_inversion(holder: str | None, source: str | None) -> None:
    assert flags([page("a", "بريد الساحل", holder, SCALE), page("b", "الميزان", source, CAPTAIN)]) == []


def test_an_earlier_page_of_the_source_makes_it_no_inversion() -> None:
    pages = [
        page("a", "بريد الساحل", "2026-05-02", SCALE),
        page("b", "الميزان", "2026-05-01", CAPTAIN),
        page("c", "الميزان", "2026-05-03", CAPTAIN),
    ]
    assert flags(pages) == []


def test_possible_at_the_source_and_certain_downstream_is_laundering() -> None:
    found = flags(
        [
            page("a", "بريد الساحل", "2026-05-02", SCALE),
            page("b", "الميزان", "2026-05-01", CAPTAIN, hedge=Hedge.POSSIBLE),
        ]
    )
    assert [(flag.oddity, flag.assertions) for flag in found] == [(Oddity.HEDGE_LAUNDERING, ("a/0", "b/0"))]


def test_doubt_that_is_kept_is_no_laundering() -> None:
    pages = [
        page("a", "بريد الساحل", "2026-05-02", SCALE, hedge=Hedge.PROBABLE),
        page("b", "الميزان", "2026-05-01", CAPTAIN, hedge=Hedge.POSSIBLE),
    ]
    assert flags(pages) == []


def test_a_source_that_also_says_it_without_doubt_is_not_laundered() -> None:
    pages = [
        page("a", "بريد الساحل", "2026-05-03", SCALE),
        page("b", "الميزان", "2026-05-01", CAPTAIN, hedge=Hedge.POSSIBLE),
        page("c", "الميزان", "2026-05-02", CAPTAIN),
    ]
    assert flags(pages) == []


def test_a_copy_that_leaves_the_doubt_out_is_flagged() -> None:
    first = page("a", "وكالة النهر", "2026-05-01", CAPTAIN, hedge=Hedge.PROBABLE)
    copy = page("b", "بريد الساحل", "2026-05-02", CAPTAIN)
    found = flags([first, copy], [plant_family([first, copy], origin="a")], [plant_pair(first, copy, origin="a")])
    assert [(flag.oddity, flag.assertions) for flag in found] == [(Oddity.HEDGE_LAUNDERING, ("b/0", "a/0"))]


def test_a_circle_is_flagged_with_the_assertions_that_close_it() -> None:
    pages = [
        page("a", "بريد الساحل", None, SCALE),
        page("b", "الميزان", None, Holder(LinkKind.OUTLET, "بريد الساحل")),
        page("c", "صدى الجبل", None, SCALE),
    ]
    (flag,) = flags(pages)
    assert (flag.oddity, flag.assertions) == (Oddity.CIRCULAR, ("a/0", "b/0"))
