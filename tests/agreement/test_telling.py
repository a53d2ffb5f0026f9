"""Statements that only name the same things do not say the same, however many words they share."""

import pytest
from read_reports import compare

from musnad.model import Agreement

SAME = (Agreement.EQUAL, Agreement.REFINES)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("عن اتفاق الصيد مع جزر النخيل", "أيد الصيادون اتفاق الصيد الموقع في مايو مع جزر النخيل"),
        ("بالأسلحة الكيميائية في بلدة الزيتون", "أن القوات نفذت هجوما بالأسلحة الكيميائية في بلدة الزيتون"),
        ("أن القوات نفذت هجوما كيميائيا على بلدة الزيتون", "أن خبراء سيزورون موقع الهجوم الكيميائي على بلدة الزيتون"),
        ("أن الهجوم الكيميائي على بلدة الزيتون كان مفبركا", "أن القوات شنت هجوما كيميائيا على بلدة الزيتون"),
        ("إذا أغلقت الشركة مصنع الدهانات في حلب", "أغلقت الشركة مصنع الدهانات في حلب"),
    ],
)
def test_naming_the_same_is_not_saying_the_same(one: str, other: str) -> None:
    assert compare(one, other).agreement not in SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("القبض على ثلاثة مهربين في ميناء النخيل", "القبض على ثلاثة مهربين في ميناء النخيل فجر الأحد"),
        ("أن القوات نفذت هجوما على بلدة الزيتون", "أن القوات نفذت هجوما على بلدة الزيتون بالمدفعية الثقيلة"),
        ("وقف إطلاق النار في بلدة الزيتون", "وقف إطلاق النار في بلدة الزيتون وحولها يومين"),
    ],
)
def test_one_deed_told_more_fully_is_the_same(one: str, other: str) -> None:
    assert compare(one, other).agreement in SAME
