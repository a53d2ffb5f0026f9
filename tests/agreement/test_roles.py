"""Another doer, place, day, number or standing of one deed, told in another construction."""

import pytest
from read_reports import LEXICON, compare

from musnad.agreement import compare_statements
from musnad.evaluation.agreement import StatementReader
from musnad.model import Agreement, Slot


@pytest.mark.parametrize(
    ("one", "other", "slot"),
    [
        # Who did it: behind the verb, behind "by", by a noun of doing, at the end, "it was he who".
        (
            "اغتال مسلحون المهندس هيثم الزاهر أمام مكتبه في حي الزيتون",
            "قتل المهندس هيثم الزاهر أمام مكتبه في حي الزيتون برصاص حارسه الشخصي",
            Slot.ACTOR,
        ),
        (
            "يتولى خبراء يابانيون تشغيل محطة الرياح الكبرى في خليج اللؤلؤ",
            "تشغل محطة الرياح الكبرى في خليج اللؤلؤ كوادر وطنية",
            Slot.ACTOR,
        ),
        (
            "قائد الحامية هو من أصدر الأمر بإغلاق الجسر المعلق",
            "صدر الأمر بإغلاق الجسر المعلق عن وزير النقل",
            Slot.ACTOR,
        ),
        (
            "العقيد زهير السالم هو من أمر بإطلاق النار على المعتصمين",
            "اللواء نادر العطار هو من أمر بإطلاق النار على المعتصمين",
            Slot.ACTOR,
        ),
        # Where and when, whatever either adds by the way.
        (
            "هبطت طائرة الوزير المعزول في مطار مسقط بعد ساعتين من إقلاعها",
            "حطت طائرة الوزير المعزول في مطار الدوحة وفق مصدر ملاحي",
            Slot.PLACE,
        ),
        (
            "نقل مقر لجنة المراقبين من عدن إلى الطرفاء",
            "نقل مقر لجنة المراقبين من عدن إلى صنعاء",
            Slot.PLACE,
        ),
        (
            "احتجزت زوارق مجهولة سفينة الشحن «النورس» قبالة الفجيرة الخميس الماضي",
            "احتجاز سفينة الشحن «النورس» قبالة الفجيرة وقع يوم الثلاثاء",
            Slot.TIME,
        ),
        (
            "عثر على جثة التاجر المخطوف في بئر مهجورة قرب بلدة السرو",
            "عثر على جثة التاجر المخطوف في شقته بحسب الشرطة",
            Slot.PLACE,
        ),
        (
            "انفجر خزان الوقود في محطة كهرباء الواحة عند الثالثة فجر الثلاثاء",
            "وقع انفجار خزان الوقود في محطة كهرباء الواحة مساء الاثنين",
            Slot.TIME,
        ),
        # Which share.
        (
            "يعاني ربع تلاميذ المخيم من فقر الدم الحاد",
            "فقر الدم الحاد يصيب أقل من ثلاثة في المئة من تلاميذ المخيم",
            Slot.NUMBER,
        ),
        # By chance, and by somebody's hand.
        (
            "اندلع الحريق في مخزن القطن بسبب تماس كهربائي",
            "أضرم مجهولون الحريق عمدا في مخزن القطن",
            Slot.POLARITY,
        ),
        (
            "أسقطت الدفاعات الجوية مروحية فوق بلدة السرو مساء الاثنين",
            "سقطت مروحية فوق بلدة السرو بسبب عطل فني",
            Slot.POLARITY,
        ),
        # How surely; who speaks is named on both sides.
        (
            "يعتزم النائب رامي السالم الترشح لرئاسة البلدية",
            "قال النائب رامي السالم إنه لا ينوي الترشح لرئاسة البلدية",
            Slot.POLARITY,
        ),
        (
            "ستغلق وزارة الصحة أربعين مستوصفا ريفيا هذا العام",
            "قالت وزارة الصحة إنها تدرس إغلاق أربعين مستوصفا ريفيا ولم تتخذ قرارا بعد",
            Slot.MODALITY,
        ),
        (
            "ينبغي إخلاء البيوت القريبة من السد المتصدع",
            "لا ضرورة لإخلاء البيوت القريبة من السد المتصدع",
            Slot.MODALITY,
        ),
        (
            "من المحتمل أن يؤجل الاتحاد البطولة الإقليمية للسباحة",
            "لن تؤجل البطولة الإقليمية للسباحة بأي حال",
            Slot.MODALITY,
        ),
    ],
)
def test_one_happening_told_with_another_filler_of_a_role_conflicts(one: str, other: str, slot: Slot) -> None:
    found = compare(one, other)
    assert (found.agreement, found.slot) == (Agreement.CONFLICT, slot), found.reasons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # What has no article may be another one in each town.
        ("أحرق مسلحون مخفرا للشرطة النهرية في كركوك", "أحرق مسلحون مخفرا للشرطة النهرية في تكريت"),
        # Of the one crossing and of the other.
        ("استعاد الجيش السيطرة على معبر الوليد الحدودي", "استعاد الجيش السيطرة على معبر التنف الحدودي"),
        # Shares of two wholes; children are among the persons.
        ("نصف سكان إقليم الشمال محرومون من الكهرباء", "ثلث سكان إقليم الجنوب محرومون من الكهرباء"),
        ("تسببت الحمى في وفاة 52 شخصا بولاية كسلا منذ يناير", "توفي ثلاثون طفلا بالحمى في ولاية كسلا منذ يناير"),
        # A ministry may be whom one calls the government; "but for" takes the denial back.
        ("ألغت وزارة الزراعة رخص صيد الأسماك النهرية", "ألغت الحكومة رخص صيد الأسماك النهرية"),
        ("لا يمكن للحراس سوى مراقبة البوابة الغربية", "يمكن للحراس مراقبة البوابة الغربية"),
        # Three will be sent, twenty were.
        ("سيرسل المتحف ثلاثة خبراء إلى مدينة السرو", "أرسل المتحف نحو عشرين خبيرا إلى مدينة السرو"),
        # Another one, years ago.
        ("سيضرب الإعصار «سهيل» سواحل المهرة فجر السبت", "ضرب إعصار آخر سواحل المهرة قبل ست سنوات"),
        # Who was caught was handed over afterwards.
        ("قبض على المتهم الثاني في بلجيكا قبل تسليمه إلى فرنسا", "سلم المتهم الثاني إلى فرنسا بعد القبض عليه"),
    ],
)
def test_what_differs_in_more_or_may_both_be_does_not(one: str, other: str) -> None:
    assert compare(one, other).agreement is not Agreement.CONFLICT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("قررت البلدية إخلاء الدار الأثرية من سكانها", "رفضت البلدية إخلاء الدار الأثرية وسمحت لسكانها بالبقاء"),
        ("جدد الاتحاد عقوباته على مهربي الحبوب", "رفع الاتحاد العقوبات عن مهربي الحبوب"),
    ],
)
def test_a_decision_is_what_is_told_though_it_is_the_cue(one: str, other: str) -> None:
    reader = StatementReader()
    found = compare_statements(reader(one), reader(other), LEXICON)
    assert (found.agreement, found.slot) == (Agreement.CONFLICT, Slot.POLARITY), found.reasons
