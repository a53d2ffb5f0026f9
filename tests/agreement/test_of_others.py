"""Opposed or denied deeds of two times, two parties or two teams are no contradiction; those of one still are."""

import pytest
from read_reports import compare

from musnad.model import Agreement


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Closed in the morning, open in the evening; fell in one month, rose in another.
        (
            "أقفلت إدارة المرفأ رصيف اللؤلؤ صباح السبت بسبب الرياح",
            "أعادت إدارة المرفأ فتح رصيف اللؤلؤ مساء السبت بعد هدوء الرياح",
        ),
        (
            "انخفضت مبيعات الزيتون في جزيرة المحار في يونيو",
            "زادت مبيعات الزيتون في جزيرة المحار في يوليو",
        ),
        (
            "احتجزت شرطة الضاحية المطرب فادي السماك يوم الأحد",
            "أفرجت شرطة الضاحية عن المطرب فادي السماك يوم الأربعاء",
        ),
        # Of two towns, of a state and a union, of two teams.
        (
            "منعت مدينة غرناطة دخول الحافلات الكبيرة إلى أحيائها",
            "لم تمنع مدينة إشبيلية دخول الحافلات الكبيرة إلى أحيائها",
        ),
        (
            "خسر منتخب الواحة للناشئين نهائي كرة الماء",
            "فاز منتخب الواحة للشباب في نهائي كرة الماء",
        ),
        # Who lost to whom, told of either.
        (
            "خسر نادي الفهود أمام ضيفه نادي السيف في دوري كرة الماء",
            "تغلب نادي السيف على مضيفه نادي الفهود في دوري كرة الماء",
        ),
        # Missed one season, plays the other.
        (
            "لم تحضر العداءة سمر الكيلاني دورة العام الماضي",
            "تحضر العداءة سمر الكيلاني دورة هذا العام",
        ),
        # Nobody has answered what was asked.
        (
            "طلبت عائلة البحار نبيه الصفدي نقل رفاته من البرازيل",
            "لم ترد حكومة البرازيل بعد على طلب عائلة البحار نبيه الصفدي نقل رفاته",
        ),
        # Who lifts a ban permits, who denies a denial affirms, and "but four" are four.
        (
            "رفعت النرويج الحظر عن بيع الصوف المستعمل",
            "سمحت النرويج ببيع الصوف المستعمل",
        ),
        (
            "ليس صحيحا أن مسرح الربيع لم يستأنف العمل",
            "استأنف مسرح الربيع العمل",
        ),
        (
            "وقعت ثلاث بلديات ميثاق نهر السنديان",
            "لم توقع ميثاق نهر السنديان من بين البلديات الست سوى ثلاث",
        ),
    ],
)
def test_what_is_told_of_another_is_no_contradiction(one: str, other: str) -> None:
    found = compare(one, other)
    assert found.agreement is not Agreement.CONFLICT, found.reasons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "أقفلت إدارة المرفأ رصيف اللؤلؤ صباح السبت بسبب الرياح",
            "ظل رصيف اللؤلؤ في المرفأ مفتوحا صباح السبت رغم الرياح",
        ),
        (
            "منعت مدينة غرناطة دخول الحافلات الكبيرة إلى أحيائها",
            "لم تمنع مدينة غرناطة دخول الحافلات الكبيرة إلى أحيائها",
        ),
        (
            "أرجأت اللجنة افتتاح مسرح الربيع",
            "افتتح مسرح الربيع",
        ),
        # Names between a verb of intent and what is meant are passed over; a hamza takes its seat in the passive.
        (
            "زارت الممثلة سارة الجندي متحف القوارب",
            "تعتزم الممثلة سارة الجندي زيارة متحف القوارب",
        ),
        (
            "أرجئ افتتاح مسرح الربيع",
            "افتتح مسرح الربيع",
        ),
    ],
)
def test_what_is_told_of_one_still_is(one: str, other: str) -> None:
    found = compare(one, other)
    assert found.agreement is Agreement.CONFLICT, found.reasons
