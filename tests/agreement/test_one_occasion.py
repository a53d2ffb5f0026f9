"""Two short statements of one occasion conflict in deeds, dead and holders; what goes together does not."""

import pytest
from read_reports import compare

from musnad.model import Agreement, Slot


@pytest.mark.parametrize(
    ("one", "other", "slot"),
    [
        # Opposed verbs, a denied deed, wherever their parties stand.
        (
            "اعترضت بطاريات إقليم الوديان فجر الخميس جميع الصواريخ التي أطلقت على مصفاة الدفلى ولم تقع أضرار",
            "أصاب صاروخ مصفاة الدفلى فجر الخميس وأشعل النار في أحد خزاناتها، يقول حارس من إقليم الوديان",
            Slot.POLARITY,
        ),
        (
            "يزور أمير الواحة جزيرة المحار يوم الأحد المقبل لبحث اتفاق الصيد",
            "ألغى أمير الواحة زيارته إلى جزيرة المحار يوم الأحد المقبل لبحث اتفاق الصيد",
            Slot.POLARITY,
        ),
        # The dead, in whatever words; no more than so many.
        (
            "أودت موجة البرد التي ضربت وادي الرمان منذ مطلع فبراير بحياة تسعة مسنين، بحسب البلدية",
            "سجلت مستوصفات وادي الرمان منذ مطلع فبراير 31 حالة وفاة بين المسنين بسبب موجة البرد",
            Slot.NUMBER,
        ),
        (
            "تملك أسرة القباني 70 في المئة من أسهم مصرف التلال",
            "حصة أسرة القباني في مصرف التلال لا تزيد على 25 في المئة بحسب السجل التجاري",
            Slot.NUMBER,
        ),
        # Of one office, and whom its holder follows both tell.
        (
            "عين مجلس إدارة مصرف التلال المحاسبة رانيا الجابي رئيسة للمصرف خلفا لنزار البيطار الذي استقال في يناير",
            "اختار مجلس إدارة مصرف التلال وائل الشريف ليخلف نزار البيطار في رئاسة المصرف",
            Slot.ACTOR,
        ),
        # Another leader is no second one; what one is charged with having spread is not refuted.
        (
            "أطلق سراح المدون رامي الصائغ من سجن الميناء صباح الأربعاء بعد محاكمته بتهمة نشر أخبار كاذبة",
            "لا يزال المدون رامي الصائغ محتجزا في سجن الميناء، كما تقول والدته",
            Slot.POLARITY,
        ),
    ],
)
def test_two_accounts_of_one_occasion_conflict(one: str, other: str, slot: Slot) -> None:
    found = compare(one, other)
    assert found.agreement is Agreement.CONFLICT, found.reasons
    assert found.slot is slot


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Both tell that it sank and who was saved.
        (
            "غرق المركب غزال البحر قبالة جزيرة المحار وأنقذ الصيادون جميع ركابه",
            "نجا جميع ركاب المركب غزال البحر الذي غرق قبالة جزيرة المحار",
        ),
        # One rises and another falls.
        ("اللؤلؤ يصعد مع هبوط المحار في سوق الدانة", "صعود للؤلؤ بهبوط المحار في سوق الدانة"),
        # Who has agreed will sign.
        (
            "توصلت نقابة الصيادين وشركة الموانئ إلى اتفاق الأجور مساء السبت",
            "توقع نقابة الصيادين وشركة الموانئ اتفاق الأجور يوم الأحد المقبل",
        ),
        # An office and another one.
        (
            "عين مجلس إدارة مصرف التلال المحاسبة رانيا الجابي رئيسة للمصرف خلفا لنزار البيطار",
            "عين مجلس إدارة مصرف التلال وائل الشريف مديرا لفروعه في الجبل",
        ),
        # A length of time, and a term.
        (
            "أوقف اتحاد الغوص السباح عصام الخياط عامين بسبب المنشطات",
            "يستطيع السباح عصام الخياط الطعن في قرار اتحاد الغوص خلال عشرين يوما",
        ),
    ],
)
def test_what_goes_together_does_not_conflict(one: str, other: str) -> None:
    found = compare(one, other)
    assert found.agreement is not Agreement.CONFLICT, found.reasons
