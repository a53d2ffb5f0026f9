"""What is told as before or behind the other, at another time, or of another man beside him, is no contradiction."""

import pytest
from read_reports import compare

from musnad.model import Agreement, Slot

SIEVE = "ضبط حرس إقليم الوديان مساء الأحد في مخزن قرب بلدة الدفلى ثلاثة أطنان من التبغ المهرب"
TRIAL = "تبدأ محاكمة أمين المخازن صفوان الترك في قضية القمح المسروق في التاسع من أبريل أمام محكمة الرابية"
SENTENCE = "حكمت محكمة الرابية على تاجر الخشب مراد الكاتب بالسجن ست سنوات بعد إدانته بالاحتيال"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SIEVE, "ضبط حرس إقليم الوديان في شاحنة 900 كيلوغرام من التبغ المهرب بعد يوم من مداهمة مخزن قرب بلدة الدفلى"),
        (
            TRIAL,
            "تسمع محكمة الرابية في الثاني من مايو شهود قضية القمح المسروق وتبدأ محاكمة صفوان الترك في التاسع من أبريل",
        ),
        (SENTENCE, "حكمت محكمة الرابية على شقيق تاجر الخشب مراد الكاتب بالسجن سنتين بعد إدانته بالاحتيال"),
        (
            "ارتفع منسوب بحيرة سد الزيزفون ثلاثة أمتار خلال فبراير بعد أمطار غزيرة",
            "ارتفع منسوب بحيرة سد الزيزفون نصف متر خلال يناير قبل أن تهطل أمطار فبراير",
        ),
    ],
)
def test_what_is_of_another_moment_or_man_does_not_conflict(one: str, other: str) -> None:
    found = compare(one, other)
    assert found.agreement is not Agreement.CONFLICT, found.reasons


@pytest.mark.parametrize(
    ("one", "other", "slot"),
    [
        (SIEVE, "ضبط حرس إقليم الوديان مساء الأحد في مخزن قرب بلدة الدفلى 900 كيلوغرام من التبغ المهرب", Slot.NUMBER),
        (SENTENCE, "حكمت محكمة الرابية على تاجر الخشب مراد الكاتب بالسجن سنتين بعد إدانته بالاحتيال", Slot.NUMBER),
        # Wherever the parties stand: where all else is of one occasion, two outcomes cannot both be.
        (
            "بلغت قافلة جمعية الغيث التي تضم 18 شاحنة دقيق مخيم الجلنار يوم الأربعاء للمرة الأولى منذ أشهر",
            "منعت الحواجز المحيطة بمخيم الجلنار قافلة جمعية الغيث من الدخول يوم الأربعاء وعادت شاحناتها أدراجها",
            Slot.POLARITY,
        ),
    ],
)
def test_what_is_of_one_moment_and_man_conflicts(one: str, other: str, slot: Slot) -> None:
    found = compare(one, other)
    assert found.agreement is Agreement.CONFLICT, found.reasons
    assert found.slot is slot
