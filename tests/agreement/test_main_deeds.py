"""What two statements mainly tell cannot both be: opposed verbs, dead or hurt, on or off, who holds a place."""

import pytest
from read_reports import compare

from musnad.model import Agreement, Slot


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # The verbs that open both are opposed, though one of them stands in both.
        ("هبطت طائرة الإغاثة في مطار الحصن ظهر الأحد", "تحطمت طائرة الإغاثة قبيل هبوطها في مطار الحصن ظهر الأحد"),
        # A predicate without a verb, and one that goes on.
        ("أفرج الحرس عن الملاح عامر سليم", "ما زال الملاح عامر سليم رهن الاعتقال"),
        # Dead, and no more than hurt.
        ("قتل العقيد فؤاد النمر في انفجار المستودع", "أصيب العقيد فؤاد النمر بحروق فقط في انفجار المستودع"),
        # Called off, and attended.
        ("شارك عشرون فريقا في سباق القوارب قبالة الشحر", "ألغي سباق القوارب قبالة الشحر"),
        # May be, cannot be.
        ("قد تكون الوثيقة المسربة صادرة عن البلدية", "من المستحيل أن تكون الوثيقة المسربة صادرة عن البلدية"),
        # Dead, and slightly hurt; the object of one side is what the other opens with.
        ("قتل العقيد فؤاد النمر في انفجار المستودع", "أصيب العقيد فؤاد النمر بجروح طفيفة في انفجار المستودع"),
        ("أتلفت القوارض لوحات المتحف القديم", "لوحات المتحف القديم سليمة"),
        # What does not leave stays, wherever the other side has it go.
        ("أبحرت سفينة الصيد من ميناء الشحر نحو ميناء عدن", "بقيت سفينة الصيد راسية في ميناء الشحر"),
        # Who holds a place.
        ("سيطر الجيش على معبر الرشراش الحدودي", "ما زال معبر الرشراش الحدودي في يد المسلحين"),
    ],
)
def test_what_is_mainly_told_conflicts(one: str, other: str) -> None:
    found = compare(one, other)
    assert (found.agreement, found.slot) == (Agreement.CONFLICT, Slot.POLARITY), found.reasons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # The ship sank and its crew lived.
        ("غرقت سفينة الصيد قبالة الشحر ونجا طاقمها", "نجا طاقم سفينة الصيد التي غرقت قبالة الشحر"),
        # It left one place and reached another.
        ("وصلت طائرة الوزير سالم الكردي إلى مطار جدة", "غادرت طائرة الوزير سالم الكردي العاصمة في طريقها إلى جدة"),
        # Both tell of both.
        ("الوالي يقيل القاضي ويعين المهندس رامي حداد", "الوالي يقيل القاضي السابق ويعين رامي حداد مكانه"),
        # One has been freed, the detention of another goes on.
        ("أفرج الحرس عن الملاح عامر سليم", "ما زال الملاح نبيل حداد رهن الاعتقال"),
        ("سيطر الجيش على معبر الرشراش الحدودي", "معبر الرشراش الحدودي في قبضة الجيش"),
    ],
)
def test_what_goes_together_does_not(one: str, other: str) -> None:
    assert compare(one, other).agreement is not Agreement.CONFLICT


def test_a_part_alone_is_not_the_whole() -> None:
    found = compare("سددت البلدية ثمن الحافلات", "لم تسدد البلدية إلا ثلث ثمن الحافلات")
    assert (found.agreement, found.slot) == (Agreement.CONFLICT, Slot.NUMBER)
