"""What one side tells as done and the other as put off, called off or under talks conflicts, and no other deed."""

import pytest
from read_reports import compare

from musnad.model import Agreement, Slot

HELD = "افتتح وزير النقل السبت جسر الرواسي في مدينة المنارة"
CONFLICTS = [
    (HELD, "أرجأ وزير النقل إلى الشهر المقبل افتتاح جسر الرواسي في مدينة المنارة الذي كان مقررا السبت"),
    (
        "شاركت عشر سفن الأسبوع الماضي في مناورات أجرتها جزيرة المرجان وجزيرة المحار قبالة رأس الرواسي",
        "ألغيت مناورات كان مقررا أن تجريها جزيرة المرجان وجزيرة المحار الأسبوع الماضي قبالة رأس الرواسي",
    ),
    (
        "وقعت بلدية المنارة وشركة سنابل اتفاقا لتوريد ستين حافلة كهربائية",
        "لا تزال بلدية المنارة تتفاوض مع شركة سنابل على اتفاق لتوريد ستين حافلة كهربائية",
    ),
    (
        "قضت محكمة الروابي الأحد بسجن المقاول عادل الصفدي خمس سنوات لإدانته بالاحتيال",
        "أجلت محكمة الروابي النطق بالحكم الذي كان منتظرا الأحد في قضية الاحتيال المتهم فيها المقاول عادل الصفدي",
    ),
]
NO_CONFLICTS = [
    # The day of the deed is that to which it was put off.
    (HELD, "أرجأ وزير النقل إلى السبت افتتاح جسر الرواسي في مدينة المنارة الذي كان مقررا الخميس"),
    # Another deed: what is put off is the vote, not the debate.
    (
        "ناقش مجلس مدينة الروابي الاثنين مشروع سكة الساحل",
        "أجل مجلس مدينة الروابي إلى الخميس التصويت على مشروع سكة الساحل الذي كان مقررا الاثنين",
    ),
    # Both call it off.
    (
        "فسخت بلدية المنارة عقد توريد ستين حافلة مع شركة سنابل",
        "ألغت بلدية المنارة عقد توريد ستين حافلة مع شركة سنابل",
    ),
    # It sailed there all the same: the deed is not that of which one side withdrew.
    (
        'أبحرت السفينة "بوصلة" السبت إلى رأس الرواسي للمشاركة في مناورات مع أربع دول',
        'سحبت إحدى الدول الأربع زورقها من المناورات التي أبحرت إليها السفينة "بوصلة"',
    ),
]


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_what_is_told_as_done_and_as_not_come_about_conflicts(one: str, other: str) -> None:
    for pair in ((one, other), (other, one)):
        found = compare(*pair)
        assert found.agreement is Agreement.CONFLICT, found.reasons
        assert found.slot in {Slot.MODALITY, Slot.POLARITY}


@pytest.mark.parametrize(("one", "other"), NO_CONFLICTS)
def test_another_deed_or_time_does_not(one: str, other: str) -> None:
    found = compare(one, other)
    assert found.agreement is not Agreement.CONFLICT, found.reasons


def test_what_was_planned_is_no_decision_of_anybody() -> None:
    found = compare(
        "ألغت جزيرة المرجان وجزيرة المحار المناورات التي كان مقررا أن تجري الأسبوع الماضي قبالة رأس الرواسي",
        "أجرت جزيرة المرجان وجزيرة المحار مناورات الأسبوع الماضي قبالة رأس الرواسي",
    )
    assert found.agreement is Agreement.CONFLICT, found.reasons
