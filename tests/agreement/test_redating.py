"""Relative dates in copies: they mean what they mean in the original."""

from dataclasses import replace
from datetime import datetime

import pytest

from musnad.agreement import redate_copies
from musnad.copies import find_copies
from musnad.model import Anchor, RawDocument, Report, Stated
from musnad.reading import read_document

BODY = (
    "وصلت قافلة المساعدات إلى بلدة الريحان أمس بعد رحلة استمرت ست ساعات عبر الطريق الجبلي، وقال رئيس المجلس المحلي "
    "جابر السالمي إن الشاحنات أفرغت حمولتها في المدرسة القديمة، وإن توزيع الطحين والبطانيات على العائلات يبدأ غدا "
    "بإشراف لجنة من وجهاء البلدة ومتطوعين من القرى المجاورة."
)


def read(name: str, published: str | None, outlet: str, tail: str = "") -> Report:
    text = f"قافلة مساعدات تصل إلى بلدة الريحان\n{BODY}\n{tail}".strip()
    stated = Stated(published=published, outlet=outlet)
    raw = RawDocument(text.encode(), "text/x-article", name * 8, path=name, stated=stated)
    return read_document(raw)


def redated(first: Report, copy: Report) -> Report:
    pairs, families = find_copies([first, copy])
    assert families
    families = tuple(replace(family, origin=first.id) for family in families)
    return redate_copies({first.id: first, copy.id: copy}, families, pairs)[copy.id]


def days(report: Report) -> dict[str, datetime | None]:
    assert report.article is not None
    return {
        time.span.of(report.article.text): time.earliest for time in report.times if time.anchor is Anchor.PUBLICATION
    }


@pytest.mark.parametrize("published", ["2026-06-12T09:00:00+03:00", None], ids=["later", "undated"])
def test_yesterday_in_a_copy_is_the_day_before_the_original(published: str | None) -> None:
    first = read("a", "2026-06-10T18:00:00+03:00", "وكالة النهر")
    copy = read("b", published, "بريد الساحل")
    assert days(redated(first, copy))["أمس"] == datetime(2026, 6, 9)
    assert days(copy)["أمس"] != datetime(2026, 6, 9)


def test_a_date_that_the_copy_adds_is_reckoned_from_its_own_day() -> None:
    first = read("a", "2026-06-10T18:00:00+03:00", "وكالة النهر")
    copy = read(
        "b", "2026-06-12T09:00:00+03:00", "بريد الساحل", "وزار مراسل الصحيفة البلدة اليوم ولم يجد أحدا في المدرسة."
    )
    assert days(redated(first, copy))["اليوم"] == datetime(2026, 6, 12)


def test_a_print_before_the_first_stays_as_it_is() -> None:
    first = read("a", "2026-06-10T18:00:00+03:00", "وكالة النهر")
    copy = read("b", "2026-06-09T09:00:00+03:00", "بريد الساحل")
    assert redated(first, copy) == copy


def test_reports_that_are_no_copies_are_left_alone() -> None:
    report = read("a", "2026-06-10T18:00:00+03:00", "وكالة النهر")
    assert redate_copies({"a": report}, (), ()) == {"a": report}
