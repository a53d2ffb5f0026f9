"""Duals, singulars, shares, ranks, parts of the day and seasons that exclude each other conflict."""

import pytest
from read_reports import compare

from musnad.model import Agreement, Slot


@pytest.mark.parametrize(
    ("one", "other", "slot"),
    [
        ("تسلم الجيش مروحيتين من شركة الصقر", "تسلم الجيش تسع مروحيات من شركة الصقر", Slot.NUMBER),
        ("أصيب جنديان في كمين قرب بلدة السرو", "أصيب خمسة جنود في كمين قرب بلدة السرو", Slot.NUMBER),
        ("غرقت سفينة شحن قبالة رأس المنارة", "غرقت أربع سفن شحن قبالة رأس المنارة", Slot.NUMBER),
        ("بلغت كلفة جسر الخليج مليونا دولار", "بلغت كلفة جسر الخليج مليون دولار", Slot.NUMBER),
        (
            "خسرت شركة الأرز للنقل البحري ستة ملايين دينار هذا العام",
            "خسرت شركة الأرز للنقل البحري ستين ألف دينار هذا العام",
            Slot.NUMBER,
        ),
        ("يعارض معظم سكان القرية مشروع السد", "يعارض عدد قليل من سكان القرية مشروع السد", Slot.NUMBER),
        ("تضرر نصف منازل القرية من السيول", "تضررت جميع منازل القرية من السيول", Slot.NUMBER),
        ("حلت العداءة ريما الكردي في المركز الثاني", "حلت العداءة ريما الكردي في المركز الرابع", Slot.NUMBER),
        ("ثار بركان جبل الرماد صباحا", "ثار بركان جبل الرماد مساء", Slot.TIME),
        ("تتفتح زهور وادي الزعفران في الشتاء", "تتفتح زهور وادي الزعفران في الصيف", Slot.TIME),
    ],
)
def test_two_counts_or_parts_of_one_thing_conflict(one: str, other: str, slot: Slot) -> None:
    found = compare(one, other)
    assert (found.agreement, found.slot) == (Agreement.CONFLICT, slot), found.reasons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("يعارض معظم سكان القرية مشروع السد", "يعارض سكان القرية مشروع السد"),
        ("ثار بركان جبل الرماد صباحا", "ثار بركان جبل الرماد فجرا"),
        ("قتل جنديان في كمين قرب بلدة السرو", "قتل ثلاثة مسلحين في كمين قرب بلدة السرو"),
    ],
    ids=["most, and no share", "neighbouring hours", "of others"],
)
def test_what_may_both_be_so_does_not(one: str, other: str) -> None:
    assert compare(one, other).agreement is not Agreement.CONFLICT
