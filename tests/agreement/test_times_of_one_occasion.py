"""Two times of one deed conflict; the time of a deed that only names the other's does not."""

import pytest
from read_reports import compare

from musnad.model import Agreement, Slot

NO_CONFLICTS = [
    # What one side tells the other but names, to say which plane, which strike is meant.
    (
        "تحطمت طائرة شحن فنلندية الثلاثاء قرب مطار الرواسي في جزيرة المرجان وقتل طاقمها",
        "عثر غواصون الجمعة على مسجل طائرة الشحن الفنلندية التي تحطمت قرب مطار الرواسي في جزيرة المرجان",
    ),
    (
        "بدأ عمال مرفأ عدن اليمني الخميس إضرابا لأربعة أيام احتجاجا على بيع الرافعات",
        "انضم بحارة القوارب السبت إلى إضراب عمال مرفأ عدن المحتجين على بيع الرافعات",
    ),
]


def test_a_bare_weekday_of_what_was_is_that_of_the_past_week() -> None:
    found = compare(
        "أقر مجلس النواب الأردني الأربعاء قانون المياه الجوفية بأغلبية 71 صوتا بعد مناقشات دامت خمسة أيام",
        "كان إقرار مجلس النواب الأردني قانون المياه الجوفية يوم الأحد، ونال 71 صوتا بعد خمسة أيام من المناقشات",
    )
    assert (found.agreement, found.slot) == (Agreement.CONFLICT, Slot.TIME), found.reasons


@pytest.mark.parametrize(("one", "other"), NO_CONFLICTS)
def test_the_time_of_another_deed_does_not(one: str, other: str) -> None:
    found = compare(one, other)
    assert found.agreement is not Agreement.CONFLICT, found.reasons
